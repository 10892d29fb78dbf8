// How SQLite walks the queues people look at all day: along an index in the wanted order, never through all tickets.
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "store/sqlite/database.h"
#include "store/sqlite/queue_query.h"

using namespace tandem;
using store::sqlite::Connection;

namespace {

std::vector<std::string> plan_of(const std::string& path, const app::QueueQuery& query) {
  auto connection = Connection::open(path, Connection::Use::Read);
  REQUIRE(connection);
  auto rows = connection->prepare("EXPLAIN QUERY PLAN " + store::sqlite::queue_sql(query));
  REQUIRE_MESSAGE(rows.has_value(), (rows ? std::string() : rows.error().message));
  std::vector<std::string> plan;
  for (;;) {
    const auto more = (*rows)->step();
    REQUIRE(more);
    if (!*more) return plan;
    plan.emplace_back((*rows)->text(3));
  }
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
