// When time next does something to a ticket.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

using desk::person;

desk::OfferHandoff offer(std::string_view team) {
  return {.to_team = desk::TeamName(team), .to_person = {}, .note = "yours"};
}

}  // namespace

TEST_CASE_TEMPLATE("tickets fall due in the order of their instants", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  CHECK(*desk.store().next_due() == std::nullopt);
  const auto slow = desk.opens({.category = "workstation"});
  const auto quick = desk.opens({.category = "malware", .priority = "critical"});
  const auto declined = desk.opens({.category = "workstation"});
  REQUIRE(desk.does(slow, person("sam"), offer("soc")) == std::nullopt);        // 30 minutes
  REQUIRE(desk.does(quick, person("mei"), offer("helpdesk")) == std::nullopt);  // 5 minutes
  REQUIRE(desk.does(declined, person("sam"), offer("soc")) == std::nullopt);
  const auto in = [&](std::int64_t minutes, std::size_t limit = 10) {
    const auto due = desk.store().due_until(desk.now + base::minutes(minutes), limit);
    REQUIRE(due);
    std::vector<desk::TicketId> ids;
    for (const auto& one : *due) {
      CHECK(one.engagement == kHarbor);
      ids.push_back(one.ticket);
    }
    return ids;
  };
  using Ids = std::vector<desk::TicketId>;
  CHECK(in(4) == Ids{});
  CHECK(in(5) == Ids{quick.id});  // due at that very moment
  CHECK(in(30) == Ids{quick.id, slow.id, declined.id});
  CHECK(in(30, 2) == Ids{quick.id, slow.id});
  CHECK(*desk.store().next_due() == desk.now + base::minutes(5));

  REQUIRE(desk.does(declined, person("mei"), desk::DeclineHandoff{1, "not ours"}) == std::nullopt);
  REQUIRE(desk.does(quick, person("sam"), desk::AcceptHandoff{1}) == std::nullopt);
  CHECK(in(600) == Ids{slow.id});
  CHECK(*desk.store().next_due() == desk.now + base::minutes(30));

  desk.now = desk.now + base::minutes(1);
  REQUIRE(desk.does(declined, person("sam"), offer("soc")) == std::nullopt);
  const auto again = desk.store().due_until(desk.now + base::hours(1), 10);
  REQUIRE(again->size() == 2);
  CHECK(again->back() == app::DueTicket{kHarbor, declined.id, desk.now + base::minutes(30)});
}

TEST_CASE_TEMPLATE("a due instant stands until it is set again, and goes with the transaction", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens({.category = "workstation"});
  const auto set = [&](std::optional<base::Instant> due, bool fails = false) {
    return desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY_DONE(tx.set_due(kHarbor, ticket.id, due));
      if (fails) return base::fail(base::ErrorCode::BadInput, "undo it");
      return {};
    });
  };
  const auto soon = desk.now + base::minutes(1);
  const auto later = desk.now + base::hours(1);
  REQUIRE(set(later));
  REQUIRE(set(soon));
  CHECK_FALSE(set(later, true).has_value());
  CHECK_FALSE(set(std::nullopt, true).has_value());
  CHECK(*desk.store().next_due() == soon);
  REQUIRE(desk.store().rebuild());
  CHECK(*desk.store().next_due() == soon);
  CHECK(desk.store().due_until(later, 10)->size() == 1);
  REQUIRE(set(std::nullopt));
  CHECK(*desk.store().next_due() == std::nullopt);
  const auto unknown =
      desk.store().write([&](app::WriteTransaction& tx) { return tx.set_due(kUnknownEngagement, ticket.id, soon); });
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().code == base::ErrorCode::NotFound);
}

TEST_CASE_TEMPLATE("the open tickets are gone through in the order of their ids", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  std::vector<desk::TicketId> ids;
  for (int i = 0; i < 4; ++i) ids.push_back(desk.opens({.category = "workstation"}).id);
  const auto done = desk.opens({.category = "workstation"});
  REQUIRE(desk.does(done, person("sam"), desk::Take{}) == std::nullopt);
  REQUIRE(desk.does(done, person("sam"), desk::Resolve{"done"}) == std::nullopt);
  std::ranges::sort(ids);
  using Ids = std::vector<desk::TicketId>;
  CHECK(*desk.store().open_tickets(kHarbor, std::nullopt, 10) == ids);
  CHECK(*desk.store().open_tickets(kHarbor, std::nullopt, 2) == Ids{ids[0], ids[1]});
  CHECK(*desk.store().open_tickets(kHarbor, ids[1], 2) == Ids{ids[2], ids[3]});
  CHECK(*desk.store().open_tickets(kHarbor, ids[3], 2) == Ids{});
  CHECK(*desk.store().open_tickets(desk::EngagementName("nobody"), std::nullopt, 2) == Ids{});
}
