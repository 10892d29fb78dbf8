// The read table of planned changes.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

using desk::person;
constexpr base::Instant kWindow = desk::kMonday + base::hours(24);

desk::OpenTicket a_change(base::Instant from, base::Instant to) {
  desk::OpenTicket command;
  command.kind = desk::TicketKind::Change;
  command.subject = "install 4.2";
  command.requester = {.name = "Sam", .email = "sam@northbeam.example", .vip = false};
  desk::ChangePlan plan;
  plan.activity = desk::ActivityName("workstation.handling");
  plan.from = from;
  plan.to = to;
  plan.sites = {desk::SiteName("main-street")};
  plan.asset_classes = {desk::AssetClassName("laptop")};
  plan.assets = {"core-switch", "Switch 2, left"};
  plan.plan = "install";
  plan.roll_back = "remove";
  plan.risk = desk::ChangeRisk::Medium;
  command.change = std::move(plan);
  return command;
}

// Inside a write of the caller.
base::Result<desk::TicketId> plans_in(StoreDesk& desk, app::WriteTransaction& tx,
                                      const desk::EngagementName& engagement, desk::OpenTicket command) {
  TANDEM_TRY(command.number, tx.next_number(engagement));
  const auto decision = desk::open(command, desk.circumstances(person("sam")));
  const auto& events = std::get<desk::Events>(decision);
  const auto id = desk.next_id();
  TANDEM_TRY(const auto ticket, desk::replay(id, events));
  TANDEM_TRY_DONE(tx.append(engagement, ticket, desk.rank_of(ticket), events));
  return id;
}

desk::TicketId plans(StoreDesk& desk, base::Instant from, base::Instant to,
                     const desk::EngagementName& engagement = kHarbor) {
  std::optional<desk::TicketId> id;
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY(id, plans_in(desk, tx, engagement, a_change(from, to)));
    return {};
  }));
  return *id;
}

void does(StoreDesk& desk, desk::TicketId id, std::string_view who, const desk::Command& command) {
  std::optional<desk::RefusalKind> refused;
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY(refused, desk.does_in(tx, kHarbor, id, person(who), command));
    return {};
  }));
  REQUIRE(refused == std::nullopt);
}

Numbers live(StoreDesk& desk) {
  Numbers numbers;
  const auto changes = desk.store().live_changes(kHarbor);
  REQUIRE(changes);
  for (const auto& one : *changes) numbers.push_back(one.number);
  return numbers;
}

Numbers between(StoreDesk& desk, base::Instant from, base::Instant to,
                const std::vector<desk::CategoryName>& hidden = {}) {
  Numbers numbers;
  const auto changes = desk.store().changes(kHarbor, {from, to}, hidden);
  REQUIRE(changes);
  for (const auto& one : *changes) numbers.push_back(one.number);
  return numbers;
}

}  // namespace

TEST_CASE_TEMPLATE("a planned change is kept with what it touches and who has it", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  CHECK(live(desk).empty());
  static_cast<void>(desk.opens());  // no change
  const auto id = plans(desk, kWindow, kWindow + base::hours(2));
  const auto changes = desk.store().live_changes(kHarbor);
  REQUIRE(changes);
  REQUIRE(changes->size() == 1);
  const desk::ScheduledChange expected{
      .ticket = id,
      .number = 2,
      .subject = "install 4.2",
      .kind = desk::ChangeKind::Normal,
      .phase = desk::ChangePhase::Proposed,
      .risk = desk::ChangeRisk::Medium,
      .from = kWindow,
      .to = kWindow + base::hours(2),
      .owner = {desk::PartyName("northbeam"), desk::TeamName("helpdesk"), desk::PersonName("sam")},
      .activity = desk::ActivityName("workstation.handling"),
      .decision = {},
      .sites = {desk::SiteName("main-street")},
      .asset_classes = {desk::AssetClassName("laptop")},
      .assets = {"core-switch", "Switch 2, left"},
      .category = desk::CategoryName("workstation")};
  CHECK(changes->front() == expected);
}

TEST_CASE_TEMPLATE("changes are live until they end, and keep their place in time", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto late = plans(desk, kWindow + base::hours(4), kWindow + base::hours(6));
  const auto early = plans(desk, kWindow, kWindow + base::hours(2));
  CHECK(live(desk) == Numbers{2, 1});
  does(desk, early, "priya", desk::ApproveChange{});
  desk.now = kWindow;
  does(desk, early, "sam", desk::StartChange{});
  CHECK(live(desk) == Numbers{2, 1});
  does(desk, early, "sam", desk::FinishChange{});
  CHECK(live(desk) == Numbers{1});
  does(desk, late, "sam", desk::WithdrawChange{"no"});
  CHECK(live(desk).empty());
  does(desk, late, "sam",
       desk::RescheduleChange{
           .from = kWindow + base::hours(8), .to = kWindow + base::hours(9), .reason = "yes, after all"});
  CHECK(live(desk) == Numbers{1});
  // Half-open at both ends, and whether they are over or not.
  CHECK(between(desk, kWindow, kWindow + base::hours(24)) == Numbers{2, 1});
  CHECK(between(desk, kWindow + base::hours(2), kWindow + base::hours(8)).empty());
  CHECK(between(desk, kWindow + base::hours(2) - base::Duration(1), kWindow + base::hours(8)) == Numbers{2});
  CHECK(between(desk, kWindow + base::hours(2), kWindow + base::hours(8) + base::Duration(1)) == Numbers{1});
}

TEST_CASE_TEMPLATE("a transaction sees the changes it has made, and one that fails leaves none", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto failed = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(plans_in(desk, tx, kHarbor, a_change(kWindow, kWindow + base::hours(1))));
    TANDEM_TRY(const auto changes, tx.live_changes(kHarbor));
    CHECK(changes.size() == 1);
    return base::fail(base::ErrorCode::BadInput, "no, after all");
  });
  CHECK_FALSE(failed);
  CHECK(live(desk).empty());
}

TEST_CASE_TEMPLATE("changes of one engagement are not seen from another", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  REQUIRE(desk.store().write(
      [](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record("other-co", "OTH")); }));
  static_cast<void>(plans(desk, kWindow, kWindow + base::hours(1), desk::EngagementName("other-co")));
  CHECK(live(desk).empty());
  CHECK(desk.store().live_changes(desk::EngagementName("other-co"))->size() == 1);
  CHECK(desk.store().live_changes(kUnknownEngagement)->empty());
  CHECK(desk.store().changes(kUnknownEngagement, {kWindow, kWindow + base::hours(1)}, {})->empty());
}

TEST_CASE_TEMPLATE("rebuilding makes the same changes", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  for (int i = 0; i < 3; ++i) static_cast<void>(plans(desk, kWindow + base::hours(i), kWindow + base::hours(9)));
  const auto id = plans(desk, kWindow, kWindow + base::hours(1));
  does(desk, id, "priya", desk::ApproveChange{});
  const std::string before = desk.dump();
  CHECK(before.contains("|change|4|"));
  CHECK(before.contains("asset=Switch 2, left"));
  REQUIRE(desk.store().rebuild());
  CHECK(desk.dump() == before);
}

TEST_CASE_TEMPLATE("changes of hidden categories are in no list of a part of time, as their tickets are now", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto first = plans(desk, kWindow, kWindow + base::hours(1));
  static_cast<void>(plans(desk, kWindow + base::hours(2), kWindow + base::hours(3)));
  const std::vector hidden{desk::CategoryName("malware"), desk::CategoryName("payroll")};
  CHECK(between(desk, kWindow, kWindow + base::hours(9), hidden) == Numbers{1, 2});
  does(desk, first, "sam", desk::ChangeCategory{desk::CategoryName("malware")});
  CHECK(between(desk, kWindow, kWindow + base::hours(9), hidden) == Numbers{2});
  CHECK(between(desk, kWindow, kWindow + base::hours(9)) == Numbers{1, 2});
  // The time is taken, whoever may know by what.
  CHECK(live(desk) == Numbers{1, 2});
  CHECK(desk.store().live_changes(kHarbor)->front().category.text() == "malware");
  does(desk, first, "sam", desk::ChangeCategory{desk::CategoryName("workstation")});
  CHECK(between(desk, kWindow, kWindow + base::hours(9), hidden) == Numbers{1, 2});
}
