// Human numbers and the names that other systems gave.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

TEST_CASE_TEMPLATE("numbers count from 1 in each engagement", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  REQUIRE(desk.store().write(
      [](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record("other-co", "OTH")); }));
  const desk::EngagementName other("other-co");
  CHECK(desk.opens().facts.number == 1);
  CHECK(desk.opens().facts.number == 2);
  const auto first_of_other = desk.opens({.engagement = other});
  CHECK(first_of_other.facts.number == 1);
  CHECK(desk.opens().facts.number == 3);
  CHECK(*desk.store().find_number(other, 1) == first_of_other.id);
  CHECK(*desk.store().find_number(other, 2) == std::nullopt);
}

TEST_CASE_TEMPLATE("a number that a failed write got is given again", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  desk.opens();
  const auto failed = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(desk.opens_in(tx, desk.next_id(), {}));
    return base::fail(base::ErrorCode::BadInput, "changed my mind");
  });
  CHECK_FALSE(failed.has_value());
  CHECK(desk.opens().facts.number == 2);
}

TEST_CASE_TEMPLATE("numbers given out in one write differ, used or not", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  Numbers given;
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    given.clear();
    for (int i = 0; i < 3; ++i) {
      TANDEM_TRY(const auto number, tx.next_number(kHarbor));
      given.push_back(number);
    }
    TANDEM_TRY(const auto ticket, desk.opens_in(tx, desk.next_id(), {}));
    given.push_back(ticket.facts.number);
    return {};
  }));
  CHECK(given == Numbers{1, 2, 3, 4});
  CHECK(desk.opens().facts.number == 5);
}

TEST_CASE_TEMPLATE("a ticket is found by its number and by nothing near it", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  CHECK(*desk.store().find_number(kHarbor, 1) == ticket.id);
  for (const std::uint64_t number :
       {std::uint64_t{0}, std::uint64_t{2}, std::uint64_t{1} << 63, std::numeric_limits<std::uint64_t>::max()})
    CHECK(*desk.store().find_number(kHarbor, number) == std::nullopt);
}

TEST_CASE_TEMPLATE("a ticket is found by the key it has elsewhere, within its engagement", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  REQUIRE(desk.store().write(
      [](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record("other-co", "OTH")); }));
  const desk::EngagementName other("other-co");
  const desk::ExternalKey key{"servicenow", "INC0000045"};
  const auto ticket = desk.opens({.external = key});
  const auto same_key_elsewhere = desk.opens({.external = key, .engagement = other});
  const auto find = [&](const desk::EngagementName& engagement, const desk::ExternalKey& wanted) {
    std::optional<desk::TicketId> found;
    REQUIRE(desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY(found, tx.find_external(engagement, wanted));
      return {};
    }));
    return found;
  };
  CHECK(find(kHarbor, key) == ticket.id);
  CHECK(find(other, key) == same_key_elsewhere.id);
  CHECK(find(kHarbor, {"servicenow", "INC0000046"}) == std::nullopt);
  CHECK(find(kHarbor, {"jira", "INC0000045"}) == std::nullopt);
  CHECK(find(kHarbor, {"SERVICENOW", "inc0000045"}) == std::nullopt);
  CHECK(find(kUnknownEngagement, key) == std::nullopt);

  const auto again = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(desk.opens_in(tx, desk.next_id(), {.external = key}));
    return {};
  });
  REQUIRE_FALSE(again.has_value());
  CHECK(again.error().code == base::ErrorCode::Conflict);
}
