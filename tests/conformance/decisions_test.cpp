// The log of decisions, as every store keeps it.
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "desk/decision_scene.h"

using namespace tandem;

namespace {

// People who decide, on a store.
class DecisionDesk {
 public:
  explicit DecisionDesk(app::Store& store) : desk_(store) {}

  desk::Ticket asks(std::string_view kind, std::string_view question, std::string_view subject = "firewall") {
    auto decision = desk::a_question(kind);
    decision.question = question;
    auto command = desk::a_decision_ticket(std::move(decision));
    command.subject = subject;
    const auto id = desk_.next_id();
    std::optional<desk::Ticket> opened;
    REQUIRE(store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY(command.number, tx.next_number(kHarbor));
      const auto decided = desk::open(command, circumstances(desk::person("luis")));
      const auto& events = std::get<desk::Events>(decided);
      TANDEM_TRY(opened, desk::replay(id, events));
      TANDEM_TRY_DONE(tx.append(kHarbor, *opened, 0, events));
      return {};
    }));
    return *opened;
  }
  void does(const desk::Ticket& ticket, const desk::Actor& actor, const desk::Command& command) {
    REQUIRE(store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY(auto current, tx.ticket(kHarbor, ticket.id));
      const auto decided = desk::decide(*current, command, circumstances(actor));
      REQUIRE(std::holds_alternative<desk::Events>(decided));
      const auto& events = std::get<desk::Events>(decided);
      for (const desk::Event& event : events) TANDEM_TRY_DONE(desk::evolve(*current, event));
      TANDEM_TRY_DONE(tx.append(kHarbor, *current, 0, events));
      return {};
    }));
  }
  // Both sides agree on the first option, and dana takes it.
  void decides(const desk::Ticket& ticket, desk::TakeDecision taken) {
    does(ticket, desk::person("mei"), desk::recommends(1));
    does(ticket, desk::person("dana"), desk::recommends(1));
    does(ticket, desk::person("dana"), taken);
  }
  [[nodiscard]] Numbers numbers(app::DecisionQuery query) {
    Numbers found;
    query.engagement = kHarbor;
    do {
      auto page = store().decisions(query);
      REQUIRE(page);
      REQUIRE(page->rows.size() <= query.limit);
      for (const app::DecisionRow& row : page->rows) found.push_back(row.number);
      query.after = page->next;
    } while (!query.after.empty());
    return found;
  }
  [[nodiscard]] app::Store& store() { return desk_.store(); }

  base::Instant now = desk::kMonday;

 private:
  [[nodiscard]] desk::Circumstances circumstances(const desk::Actor& actor) const {
    return {.policy = *policy_, .now = now, .actor = actor, .workload = {}};
  }
  StoreDesk desk_;
  std::shared_ptr<const policy::Policy> policy_ = desk::governed_agreement();
};

desk::TakeDecision accepts(std::string_view what, std::optional<base::Instant> until = std::nullopt) {
  desk::TakeDecision taken = desk::takes(1);
  taken.risk = desk::AcceptedRisk{.what = std::string(what), .treatment = "watched"};
  taken.owner = desk::PersonName("luis");
  taken.until = until;
  return taken;
}

}  // namespace

TEST_CASE_TEMPLATE("decisions are listed by what they are, who decides, and when", Place, TANDEM_EVERY_STORE) {
  Place place;
  DecisionDesk desk(place.store());
  const auto first = desk.asks("risk-acceptance", "keep the zebra printers?");
  desk.now = desk::kMonday + base::hours(1);
  const auto second = desk.asks("architecture", "one site or two?");
  desk.now = desk::kMonday + base::hours(2);
  const auto third = desk.asks("risk-acceptance", "keep the old firewall?");
  CHECK(desk.numbers({}) == Numbers{3, 2, 1});
  CHECK(desk.numbers({.limit = 1}) == Numbers{3, 2, 1});
  CHECK(desk.numbers({.kinds = {desk::DecisionKindName("architecture")}}) == Numbers{2});
  CHECK(desk.numbers({.standings = {desk::DecisionStanding::Decided}}) == Numbers());
  CHECK(desk.numbers({.search = "zebra"}) == Numbers{1});
  CHECK(desk.numbers({.search = "keep the"}) == Numbers{3, 1});
  CHECK(desk.numbers({.search = "?"}) == Numbers());
  CHECK(desk.numbers({.decider = desk::PersonName("dana")}) == Numbers{3, 2, 1});

  desk.decides(first, accepts("no new toner", desk::kMonday + base::hours(24 * 60)));
  desk.decides(third, accepts("no fixes", desk::kMonday + base::hours(24 * 30)));
  const std::vector decided{desk::DecisionStanding::Decided};
  CHECK(desk.numbers({.standings = decided}) == Numbers{3, 1});
  CHECK(desk.numbers({.holds = app::DecisionHolds::Risk, .order = app::DecisionOrder::Lapse}) == Numbers{3, 1});
  CHECK(desk.numbers({.order = app::DecisionOrder::Lapse, .limit = 1}) == Numbers{3, 1});
  CHECK(desk.numbers({.holds = app::DecisionHolds::Exception}) == Numbers());
  CHECK(desk.numbers({.owner = desk::PersonName("luis")}) == Numbers{3, 1});
  CHECK(desk.numbers({.lapses_before = desk::kMonday + base::hours(24 * 31)}) == Numbers{3});
  CHECK(desk.numbers({.search = "toner"}) == Numbers{1});
  // The first counts when it was decided, the second when it was asked.
  CHECK(desk.numbers({.from = desk::kMonday + base::hours(2)}) == Numbers{3, 1});
  CHECK(desk.numbers({.to = desk::kMonday + base::hours(2)}) == Numbers{2});

  const auto page = desk.store().decisions({.engagement = kHarbor, .limit = 1});
  REQUIRE(page);
  const app::DecisionRow& row = page->rows.front();
  CHECK(row.chosen == "keep it");
  CHECK(row.risk == "no fixes");
  CHECK(row.treatment == "watched");
  CHECK(row.decided_at == desk.now);
  CHECK(row.lapses_at == desk::kMonday + base::hours(24 * 30));
  CHECK_FALSE(row.reminded);
}

TEST_CASE_TEMPLATE("what is sealed is not in the log and is not found, and what is open is found", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  DecisionDesk desk(place.store());
  const auto ticket = desk.asks("architecture", "one site or two?");
  desk.does(ticket, desk::person("mei"), desk::recommends(2, "zebra"));
  CHECK(desk.numbers({.search = "zebra"}) == Numbers());
  CHECK_FALSE(desk.store().dump_read_tables()->contains("zebra"));
  desk.does(ticket, desk::person("dana"), desk::recommends(2, "giraffe"));
  CHECK(desk.numbers({.search = "zebra"}) == Numbers{1});
  CHECK(desk.numbers({.search = "giraffe"}) == Numbers{1});
}

TEST_CASE_TEMPLATE("the log follows the ticket, and is made again from its events", Place, TANDEM_EVERY_STORE) {
  Place place;
  DecisionDesk desk(place.store());
  const auto ticket = desk.asks("restart", "now?");
  const auto first = desk.store().decisions({.engagement = kHarbor})->rows.front().decider;
  const desk::PersonName other(first == desk::PersonName("mei") ? "otto" : "mei");
  desk.does(ticket, desk::person(other.text()), desk::Take{});
  CHECK(desk.numbers({.decider = other}) == Numbers{1});
  CHECK(desk.numbers({.decider = first}) == Numbers());
  desk.does(ticket, desk::person(other.text()), desk::Resolve{"not needed"});
  CHECK(desk.numbers({.standings = {desk::DecisionStanding::Dropped}}) == Numbers{1});
  const auto risk = desk.asks("risk-acceptance", "keep it?");
  desk.decides(risk, accepts("no fixes"));
  desk.now = desk::kMonday + base::hours(24 * 200);
  desk.does(risk, desk::system_actor(), desk::PassTime{});
  CHECK(desk.numbers({.standings = {desk::DecisionStanding::Lapsed}}) == Numbers{2});
  const auto before = *desk.store().dump_read_tables();
  CHECK(before.contains("|decision|2|"));
  CHECK(desk.store().rebuild());
  CHECK(*desk.store().dump_read_tables() == before);
}

TEST_CASE_TEMPLATE("a cursor that is none is told", Place, TANDEM_EVERY_STORE) {
  Place place;
  DecisionDesk desk(place.store());
  for (const auto& [after, order] :
       {std::pair("x", app::DecisionOrder::Newest), std::pair("l5.5", app::DecisionOrder::Newest),
        std::pair("n5", app::DecisionOrder::Lapse), std::pair("n5 ", app::DecisionOrder::Newest),
        std::pair("n18446744073709551615", app::DecisionOrder::Newest)}) {
    const auto page = desk.store().decisions({.engagement = kHarbor, .order = order, .after = after});
    REQUIRE_FALSE(page);
    CHECK(page.error().code == base::ErrorCode::BadInput);
  }
  CHECK(desk.store().decisions({.engagement = kUnknownEngagement})->rows.empty());
}

TEST_CASE_TEMPLATE("decisions of hidden categories are left out of whole pages, as their tickets are now", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  DecisionDesk desk(place.store());
  std::vector<desk::Ticket> asked;
  for (int i = 0; i < 5; ++i) asked.push_back(desk.asks("purchase", "which one?"));  // of malware
  const std::vector hidden{desk::CategoryName("malware")};
  CHECK(desk.numbers({.hidden_categories = hidden}) == Numbers());
  for (const std::size_t open : {0U, 2U, 4U})
    desk.does(asked[open], desk::person("luis"), desk::ChangeCategory{desk::CategoryName("workstation")});
  CHECK(desk.numbers({.hidden_categories = hidden}) == Numbers{5, 3, 1});
  CHECK(desk.numbers({.search = "which", .hidden_categories = hidden}) == Numbers{5, 3, 1});
  CHECK(desk.numbers({.hidden_categories = {desk::CategoryName("payroll")}}) == Numbers{5, 4, 3, 2, 1});
  // A page is full where there is as much to read.
  const auto page = desk.store().decisions({.engagement = kHarbor, .limit = 2, .hidden_categories = hidden});
  REQUIRE(page);
  CHECK(page->rows.size() == 2);
  CHECK_FALSE(page->next.empty());
}
