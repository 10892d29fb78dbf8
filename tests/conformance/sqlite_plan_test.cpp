// How SQLite walks the queues people look at all day: along an index in the wanted order, never through all tickets.
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "store/sqlite/database.h"
#include "store/sqlite/decisions.h"
#include "store/sqlite/lives.h"
#include "store/sqlite/queue_query.h"

using namespace tandem;
using store::sqlite::Connection;

namespace {

std::vector<std::string> plan_of_sql(const std::string& path, const std::string& sql) {
  auto connection = Connection::open(path, Connection::Use::Read);
  REQUIRE(connection);
  auto rows = connection->prepare("EXPLAIN QUERY PLAN " + sql);
  REQUIRE_MESSAGE(rows.has_value(), (rows ? std::string() : rows.error().message));
  std::vector<std::string> plan;
  for (;;) {
    const auto more = (*rows)->step();
    REQUIRE(more);
    if (!*more) return plan;
    plan.emplace_back((*rows)->text(3));
  }
}

std::vector<std::string> plan_of(const std::string& path, const app::QueueQuery& query) {
  return plan_of_sql(path, store::sqlite::queue_sql(query));
}

}  // namespace

TEST_CASE("the main queues walk an index") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  const std::vector<desk::State> open{desk::State::New, desk::State::Active, desk::State::Waiting};
  const std::vector<desk::State> closed{desk::State::Resolved, desk::State::Closed};
  const std::vector<desk::TeamName> teams{desk::TeamName("helpdesk"), desk::TeamName("soc")};
  const desk::PersonName sam("sam");
  const std::string ann = "ann@harbor.example";
  using Order = app::QueueOrder;
  struct Case {
    std::string_view name;
    app::QueueQuery query;
    std::string_view index;
    std::string_view cursor;
    std::string_view offers = {};
  };
  const std::vector<Case> cases{
      {"all, urgent", {.states = open, .order = Order::Urgency}, "tickets_urgent", "u1.5"},
      {"all that are closed, urgent", {.states = closed, .order = Order::Urgency}, "tickets_urgent", "u1.5"},
      {"all, newest", {.order = Order::Newest}, "tickets_newest", "n5"},
      {"all open, newest", {.states = open, .order = Order::Newest}, "tickets_newest_open", "n5"},
      {"all closed, newest", {.states = closed, .order = Order::Newest}, "tickets_newest", "n5"},
      {"all, changed", {.order = Order::Updated}, "tickets_updated", "c5.5"},
      {"all open, changed", {.states = open, .order = Order::Updated}, "tickets_updated", "c5.5"},
      {"teams, urgent",
       {.states = open, .teams = teams, .order = Order::Urgency},
       "tickets_of_team",
       "u1.5",
       "tickets_offered"},
      {"a person, urgent",
       {.states = open, .person = sam, .order = Order::Urgency},
       "tickets_of_person",
       "u1.5",
       "tickets_offered"},
      {"problems, urgent",
       {.states = open, .order = Order::Urgency, .kinds = {desk::TicketKind::Problem}},
       "tickets_of_kind",
       "u1.5"},
      {"of a vendor, urgent",
       {.states = open, .order = Order::Urgency, .vendors = {desk::PartyName("corebank")}},
       "tickets_of_vendor",
       "u1.5"},
      {"a requester, newest", {.requester_email = ann, .order = Order::Newest}, "tickets_of_requester", "n5"},
  };
  for (const auto& [name, query, index, cursor, offers] : cases) {
    for (const std::string_view after : {std::string_view(), cursor}) {
      auto asked = query;
      asked.after = after;
      const auto plan = plan_of(place.path(), asked);
      std::string text;
      for (const auto& line : plan) text += line + "\n";
      CAPTURE(text);
      CAPTURE(name);
      std::size_t walks = 0;
      for (std::size_t i = 0; i < plan.size(); ++i) {
        CHECK_FALSE(plan[i].starts_with("SCAN tickets"));
        if (!plan[i].starts_with("SEARCH tickets")) continue;
        ++walks;
        const bool is_offers =
            !offers.empty() && plan[i].find(fmt::format("USING INDEX {} ", offers)) != std::string::npos;
        CHECK((is_offers || plan[i].find(fmt::format("USING INDEX {} ", index)) != std::string::npos));
        // Offers are few at any time, and sorted.
        const bool sorts = i + 1 < plan.size() && plan[i + 1].starts_with("USE TEMP B-TREE FOR ORDER BY");
        CHECK(sorts == is_offers);
      }
      CHECK(walks > 0);
    }
  }
}

TEST_CASE("what is rare is gathered by an index of its own, and sorted") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  const std::vector<desk::State> open{desk::State::New, desk::State::Active, desk::State::Waiting};
  struct Case {
    app::QueueQuery query;
    std::vector<std::string_view> indexes;
  };
  for (const auto& [query, indexes] :
       {Case{{.states = open, .major = app::MajorWork::Declared}, {"tickets_major"}},
        Case{{.states = open, .major = app::MajorWork::WithParts}, {"tickets_major", "tickets_part_of"}},
        Case{{.states = open, .chase_by = desk::kMonday}, {"tickets_to_chase"}},
        Case{{.unanswered_only = true}, {"tickets_unanswered"}}}) {
    std::string text;
    for (const auto& line : plan_of(place.path(), query)) {
      text += line + "\n";
      CHECK_FALSE(line.starts_with("SCAN tickets"));
      if (!line.starts_with("SEARCH tickets")) continue;
      CHECK(std::ranges::any_of(indexes,
                                [&](std::string_view name) { return line.contains(fmt::format("INDEX {} ", name)); }));
    }
    CAPTURE(text);
    for (const std::string_view name : indexes) CHECK(text.contains(name));
  }
}

TEST_CASE("a search starts from the words") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  for (const std::string after : {"", "n5"}) {
    const auto plan = plan_of(place.path(), {.teams = {desk::TeamName("soc")}, .search = "screen bla", .after = after});
    std::string text;
    for (const auto& line : plan) text += line + "\n";
    CAPTURE(text);
    REQUIRE(plan.size() >= 2);
    CHECK(plan[0].starts_with("SCAN ticket_words VIRTUAL TABLE INDEX"));
    CHECK(text.find("SEARCH tickets USING INTEGER PRIMARY KEY (rowid=?)") != std::string::npos);
    CHECK(text.find("TEMP B-TREE") == std::string::npos);
  }
}

TEST_CASE("the log of decisions walks an index in its order") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  using Order = app::DecisionOrder;
  struct Case {
    app::DecisionQuery query;
    std::string_view index;
  };
  for (const auto& [query, index] :
       {Case{{.order = Order::Newest}, "decisions_by_number"},
        Case{{.order = Order::Newest, .after = "n5"}, "decisions_by_number"},
        Case{{.order = Order::Newest, .hidden_categories = {desk::CategoryName("malware")}}, "decisions_by_number"},
        Case{{.standings = {desk::DecisionStanding::Open}, .order = Order::Newest}, "decisions_by_number"},
        Case{{.holds = app::DecisionHolds::Risk, .order = Order::Lapse}, "decisions_by_lapse"},
        Case{{.lapses_before = desk::kMonday, .order = Order::Lapse, .after = "l5.5"}, "decisions_by_lapse"}}) {
    std::string text;
    for (const auto& line : plan_of_sql(place.path(), store::sqlite::decisions_sql(query))) text += line + "\n";
    CAPTURE(text);
    CHECK(text.find(fmt::format("SEARCH d USING INDEX {} ", index)) != std::string::npos);
    CHECK(text.find("TEMP B-TREE") == std::string::npos);
  }
}

TEST_CASE("the tickets of a report are found along an index, what is open and what was changed since apart") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  const app::LivesQuery query{.engagement = kHarbor,
                              .between = {desk::kMonday, desk::kMonday + base::hours(24)},
                              .hidden_categories = {desk::CategoryName("malware")}};
  std::size_t searches = 0;
  for (const std::string& step : plan_of_sql(place.path(), store::sqlite::lives_sql(query))) {
    CAPTURE(step);
    CHECK_FALSE(step.contains("SCAN"));
    CHECK_FALSE(step.contains("TEMP B-TREE"));
    searches += step.contains("SEARCH tickets USING INDEX tickets_updated (engagement=? AND is_open=?") ? 1U : 0U;
  }
  CHECK(searches == 2);
}
