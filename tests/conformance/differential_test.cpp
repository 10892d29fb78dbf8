// The same thousands of random operations on the memory store, which is written to be obviously right, and on SQLite:
// every answer, every page and every row must be the same.
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "desk/governed_agreement.h"
#include "desk/random_commands.h"

using namespace tandem;

namespace {

using Random = desk::RandomCommands;

constexpr std::array<std::string_view, 12> kWords{"printer", "print", "vpn",    "toner", "ann", "HCU-12",
                                                  "zürich",  "zür",   "beacon", "word",  "a",   "0"};
constexpr std::array<std::string_view, 5> kTeamNames{"harbor-it", "harbor-apps", "helpdesk", "soc", "corebank-support"};
constexpr std::array<std::string_view, 5> kPeople{"dana", "nora", "sam", "mei", "otto"};

template <class List>
auto one_of(Random& random, const List& list) {
  return list[random.below(list.size())];
}

template <class Name>
std::vector<Name> some_of(Random& random, std::initializer_list<std::string_view> names) {
  std::vector<Name> some;
  for (const auto name : names) {
    if (random.chance(2)) some.emplace_back(name);
  }
  return some;
}

std::string sentence(Random& random) {
  std::string text;
  for (std::uint32_t i = random.below(6); i > 0; --i) text += fmt::format("{} ", one_of(random, kWords));
  return text + "word";
}

app::QueueQuery random_query(Random& random) {
  app::QueueQuery query{.engagement = random.chance(6) ? desk::EngagementName("other-co") : kHarbor};
  if (random.chance(2)) query.states = {desk::State::New, desk::State::Active, desk::State::Waiting};
  if (random.chance(5))
    query.states = {static_cast<desk::State>(random.below(5)), static_cast<desk::State>(random.below(5))};
  if (random.chance(4)) query.priorities = some_of<desk::PriorityName>(random, {"critical", "high", "nonsense"});
  if (random.chance(4)) query.categories = some_of<desk::CategoryName>(random, {"workstation", "malware", "payroll"});
  if (random.chance(5)) query.parties = some_of<desk::PartyName>(random, {"harbor", "northbeam"});
  if (random.chance(3)) query.teams = some_of<desk::TeamName>(random, {"harbor-it", "helpdesk", "soc", "moon"});
  if (random.chance(4)) query.person = desk::PersonName(one_of(random, kPeople));
  if (random.chance(5)) query.requester_email = random.chance(2) ? "bob@harbor.example" : "ann@harbor.example";
  if (random.chance(3)) {
    query.search = one_of(random, kWords);
    if (random.chance(2)) query.search += fmt::format(" {}", one_of(random, kWords));
    query.search_teams = some_of<desk::TeamName>(random, {"harbor-it", "helpdesk", "soc"});
    query.search_team_notes_only_public = random.chance(3);
    query.known_errors = random.chance(4);
  }
  if (random.chance(5)) {
    for (const auto kind : {desk::TicketKind::Incident, desk::TicketKind::Problem, desk::TicketKind::VendorCase})
      if (random.chance(2)) query.kinds.push_back(kind);
  }
  if (random.chance(6)) query.major = static_cast<app::MajorWork>(random.below(3));
  if (random.chance(8)) query.vendors = some_of<desk::PartyName>(random, {"corebank", "netco"});
  if (random.chance(8)) query.chase_by = random.instant();
  query.unanswered_only = random.chance(8);
  if (random.chance(6)) query.hidden_categories = some_of<desk::CategoryName>(random, {"malware", "payroll"});
  query.order = static_cast<app::QueueOrder>(random.below(3));
  query.limit = 1 + random.below(random.chance(3) ? 200 : 7);
  if (random.chance(8)) {
    query.after = fmt::format("{}{}", "unc"[random.below(3)], random.below(60));
    if (!query.after.starts_with('n')) query.after = fmt::format("{}.{}", query.after, random.below(60));
  }
  return query;
}

app::DecisionQuery random_log_query(Random& random) {
  app::DecisionQuery query{.engagement = random.chance(6) ? desk::EngagementName("other-co") : kHarbor};
  if (random.chance(3)) query.kinds = some_of<desk::DecisionKindName>(random, {"purchase", "architecture", "x"});
  if (random.chance(3))
    query.standings = {desk::DecisionStanding::Open, static_cast<desk::DecisionStanding>(random.below(5))};
  if (random.chance(4)) query.decider = desk::PersonName(one_of(random, kPeople));
  if (random.chance(4)) query.owner = desk::PersonName(one_of(random, kPeople));
  if (random.chance(4)) query.from = desk::kMonday + base::hours(random.below(200));
  if (random.chance(4)) query.to = desk::kMonday + base::hours(random.below(400));
  if (random.chance(5)) query.lapses_before = desk::kMonday + base::hours(24 * random.below(120));
  if (random.chance(3)) query.search = random.chance(2) ? "word" : "which dea";
  query.holds = static_cast<app::DecisionHolds>(random.chance(3) ? 1 + random.below(2) : 0);
  query.order = static_cast<app::DecisionOrder>(random.below(2));
  query.limit = 1 + random.below(9);
  if (random.chance(5)) query.hidden_categories = some_of<desk::CategoryName>(random, {"malware", "payroll"});
  if (random.chance(8)) query.after = random.chance(2) ? fmt::format("n{}", random.below(90)) : "l1791208800000000.7";
  return query;
}

// Every page of it, or why there is none.
std::variant<base::ErrorCode, std::vector<app::DecisionRow>> log_of(app::Store& store, app::DecisionQuery query) {
  std::vector<app::DecisionRow> rows;
  do {
    auto page = store.decisions(query);
    if (!page) return page.error().code;
    query.after = page->next;
    std::ranges::move(page->rows, std::back_inserter(rows));
  } while (!query.after.empty());
  return rows;
}

using Pages = std::variant<base::ErrorCode, std::vector<app::QueuePage>>;

Pages pages_of(app::Store& store, app::QueueQuery query) {
  std::vector<app::QueuePage> pages;
  do {
    auto page = store.queue(query);
    if (!page) return page.error().code;
    query.after = page->next;
    pages.push_back(*std::move(page));
  } while (!query.after.empty());
  return pages;
}

bool same(const Pages& a, const Pages& b) {
  if (a.index() != b.index()) return false;
  if (const auto* code = std::get_if<base::ErrorCode>(&a)) return *code == std::get<base::ErrorCode>(b);
  return std::ranges::equal(std::get<1>(a), std::get<1>(b), [](const app::QueuePage& x, const app::QueuePage& y) {
    return x.rows == y.rows && x.next == y.next;
  });
}

bool same(const std::vector<app::StoredEvent>& a, const std::vector<app::StoredEvent>& b) {
  return std::ranges::equal(a, b, [](const app::StoredEvent& x, const app::StoredEvent& y) {
    return x.position == y.position && x.engagement == y.engagement && x.ticket == y.ticket && x.version == y.version &&
           x.event == y.event;
  });
}

// Two stores, one life.
class Twins {
 public:
  explicit Twins(std::uint32_t seed) : random(seed) {
    for (app::Store* store : both()) {
      REQUIRE(store->write([](app::WriteTransaction& tx) -> base::Result<void> {
        TANDEM_TRY_DONE(tx.add_engagement(engagement_record("harbor-cu", "HCU")));
        return tx.add_engagement(engagement_record("other-co", "OTH"));
      }));
    }
  }

  void write_something() {
    desk_.now = desk_.now + random.pause();
    const bool fails = random.chance(10);
    std::vector<app::Store::Work> steps;
    for (std::uint32_t i = random.below(3); i < 3; ++i)
      steps.push_back(tickets_.empty() || random.chance(4) ? opening() : changing());
    std::array<base::Result<void>, 2> done;
    for (std::size_t i = 0; i < 2; ++i) {
      done[i] = both()[i]->write([&](app::WriteTransaction& tx) -> base::Result<void> {
        for (const auto& step : steps) TANDEM_TRY_DONE(step(tx));
        if (fails) return base::fail(base::ErrorCode::BadInput, "no, after all");
        return {};
      });
    }
    REQUIRE(done[0].has_value() == done[1].has_value());
    if (!done[0]) REQUIRE(done[0].error().code == done[1].error().code);
    ++(done[0] ? written : failed);
  }

  void ask_something() {
    const auto query = random_query(random);
    const auto pages = pages_of(memory, query);
    CAPTURE(query.search);
    CAPTURE(query.after);
    REQUIRE(same(pages, pages_of(sqlite.store(), query)));
    if (const auto* listed = std::get_if<1>(&pages)) rows_seen += listed->front().rows.size();

    const auto log_query = random_log_query(random);
    const auto log = log_of(memory, log_query);
    REQUIRE(log == log_of(sqlite.store(), log_query));
    if (const auto* listed = std::get_if<1>(&log)) decisions_seen += listed->size();

    const desk::TicketId id = tickets_.empty() ? desk_.next_id() : one_of(random, tickets_);
    REQUIRE(*memory.ticket(query.engagement, id) == *sqlite.store().ticket(query.engagement, id));
    REQUIRE(same(*memory.history(query.engagement, id), *sqlite.store().history(query.engagement, id)));
    const auto number = random.below(80);
    REQUIRE(*memory.find_number(query.engagement, number) == *sqlite.store().find_number(query.engagement, number));
    REQUIRE(*memory.next_due() == *sqlite.store().next_due());
    const auto until = desk_.now + base::minutes(random.below(60));
    REQUIRE(*memory.due_until(until, 5) == *sqlite.store().due_until(until, 5));
    const auto load = *memory.load(query.engagement);
    const auto other_load = *sqlite.store().load(query.engagement);
    REQUIRE(load.open_by_team == other_load.open_by_team);
    REQUIRE(load.open_by_person == other_load.open_by_person);
    REQUIRE(*memory.live_changes(query.engagement) == *sqlite.store().live_changes(query.engagement));
    const auto from = random.chance(2) ? random.instant() : desk_.now;
    const base::Interval part{from, from + base::hours(random.below(24 * 14))};
    const auto changes = *memory.changes(query.engagement, part, query.hidden_categories);
    REQUIRE(changes == *sqlite.store().changes(query.engagement, part, query.hidden_categories));
    changes_seen += changes.size();
    const auto after = random.below(400);
    const auto engagement = random.chance(2) ? query.engagement : desk::EngagementName();
    REQUIRE(same(*memory.events_after(engagement, after, 20), *sqlite.store().events_after(engagement, after, 20)));
    REQUIRE(*memory.last_position() == *sqlite.store().last_position());
  }

  void compare_tables() {
    const auto expected = *memory.dump_read_tables();
    REQUIRE(*sqlite.store().dump_read_tables() == expected);
    const auto events = *memory.rebuild();
    REQUIRE(*sqlite.store().rebuild() == events);
    REQUIRE(*memory.dump_read_tables() == expected);
    REQUIRE(*sqlite.store().dump_read_tables() == expected);
  }

  store::memory::MemoryStore memory;
  SqlitePlace sqlite;
  Random random;
  std::size_t written = 0;
  std::size_t failed = 0;
  std::size_t rows_seen = 0;
  std::size_t changes_seen = 0;
  std::size_t decisions_seen = 0;

 private:
  std::array<app::Store*, 2> both() { return {&memory, &sqlite.store()}; }

  app::Store::Work opening() {
    auto command = random.chance(4) ? random.planning() : random.opening();
    if (command.change) {
      command.change->from = desk_.now;
      command.change->to = desk_.now + base::hours(1 + random.below(24 * 14));
    }
    command.subject = sentence(random);
    command.description = sentence(random);
    if (random.chance(3)) command.requester.email = "bob@harbor.example";
    if (random.chance(3)) command.external = desk::ExternalKey{"servicenow", fmt::format("INC{}", random.below(60))};
    const auto engagement = random.chance(6) ? desk::EngagementName("other-co") : kHarbor;
    const auto id = desk_.next_id();
    tickets_.push_back(id);
    return [this, command, engagement, id, now = desk_.now](app::WriteTransaction& tx) mutable -> base::Result<void> {
      TANDEM_TRY(command.number, tx.next_number(engagement));
      const desk::Circumstances circumstances{.policy = desk_.policy(),
                                              .now = now,
                                              .actor = desk::opener_of(command),
                                              .workload = {},
                                              .related = desk::others()};
      const auto decision = desk::open(command, circumstances);
      const auto& events = std::get<desk::Events>(decision);
      TANDEM_TRY(const auto ticket, desk::replay(id, events));
      const auto appended = tx.append(engagement, ticket, desk_.rank_of(ticket), events);
      if (!appended && appended.error().code == base::ErrorCode::Conflict)
        return {};  // its key is here: go on without it
      if (!appended) return std::unexpected(appended.error());
      return {};
    };
  }

  app::Store::Work changing() {
    const auto id = one_of(random, tickets_);
    std::optional<desk::Ticket> ticket = *memory.ticket(kHarbor, id);
    if (!ticket) return [](app::WriteTransaction&) -> base::Result<void> { return {}; };
    const auto actor = random.actor(*ticket);
    auto command = random.command(*ticket);
    if (auto* comment = std::get_if<desk::AddComment>(&command)) comment->text = sentence(random);
    const bool is_stale = random.chance(30);
    return [this, id, actor, command, is_stale, stale = *ticket,
            now = desk_.now](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY(auto current, tx.ticket(kHarbor, id));
      TANDEM_CHECK(current.has_value());
      desk::Ticket after = is_stale ? stale : *current;
      TANDEM_TRY(const auto changes, tx.live_changes(kHarbor));
      const auto decision = desk::decide(after, command,
                                         {.policy = desk_.policy(),
                                          .now = now,
                                          .actor = actor,
                                          .workload = {},
                                          .changes = changes,
                                          .related = desk::others()});
      const auto* events = std::get_if<desk::Events>(&decision);
      if (events == nullptr) return {};
      for (const auto& event : *events) TANDEM_TRY_DONE(desk::evolve(after, event));
      TANDEM_TRY_DONE(tx.append(kHarbor, after, desk_.rank_of(after), *events));
      return {};
    };
  }

  StoreDesk desk_{memory, 0, desk::governed_agreement()};
  std::vector<desk::TicketId> tickets_;
};

}  // namespace

TEST_CASE("both stores give the same answers to the same operations") {
  Twins twins(20'261'005);
  for (int step = 0; step < 4000; ++step) {
    CAPTURE(step);
    if (twins.random.chance(8)) {
      twins.write_something();
    } else {
      twins.ask_something();
    }
    if (step % 500 == 499) twins.compare_tables();
  }
  // The mix is worth its name.
  CHECK(twins.written > 300);
  CHECK(twins.failed > 20);
  CHECK(twins.rows_seen > 10'000);
  CHECK(twins.changes_seen > 1'000);
  CHECK(twins.decisions_seen > 1000);
}
