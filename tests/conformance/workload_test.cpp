// Who has how much open.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

using desk::person;

desk::OfferHandoff offer(std::string_view team) {
  return {.to_team = desk::TeamName(team), .to_person = {}, .note = "yours"};
}

}  // namespace

TEST_CASE_TEMPLATE("open tickets are counted by team and by person", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  using Teams = std::map<desk::TeamName, std::uint32_t>;
  using People = std::map<desk::PersonName, std::uint32_t>;
  const auto check = [&](const Teams& teams, const People& people) {
    const auto read = desk.store().load(kHarbor);
    REQUIRE(read);
    CHECK(read->open_by_team == teams);
    CHECK(read->open_by_person == people);
    std::optional<app::Load> inside;
    REQUIRE(desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY(inside, tx.load(kHarbor));
      return {};
    }));
    CHECK(inside->open_by_team == teams);
    CHECK(inside->open_by_person == people);
  };
  const desk::TeamName helpdesk("helpdesk");
  const desk::TeamName soc("soc");
  const desk::PersonName sam("sam");
  const desk::PersonName mei("mei");
  check({}, {});
  const auto first = desk.opens();
  const auto second = desk.opens();
  const auto third = desk.opens({.category = "malware"});
  check({{helpdesk, 2}, {soc, 1}}, {{desk::PersonName("priya"), 2}, {mei, 1}});  // the leads, until somebody takes them
  REQUIRE(desk.does(first, person("sam"), desk::Take{}) == std::nullopt);
  REQUIRE(desk.does(second, person("sam"), desk::Take{}) == std::nullopt);
  REQUIRE(desk.does(third, person("mei"), desk::Take{}) == std::nullopt);
  check({{helpdesk, 2}, {soc, 1}}, {{sam, 2}, {mei, 1}});
  REQUIRE(desk.does(first, person("sam"), offer("soc")) == std::nullopt);
  check({{helpdesk, 2}, {soc, 1}}, {{sam, 2}, {mei, 1}});  // an offer moves nothing
  REQUIRE(desk.does(first, person("mei"), desk::AcceptHandoff{1}) == std::nullopt);
  check({{helpdesk, 1}, {soc, 2}}, {{sam, 1}, {mei, 2}});
  REQUIRE(desk.does(second, person("sam"), desk::Resolve{"done"}) == std::nullopt);
  check({{soc, 2}}, {{mei, 2}});
  REQUIRE(desk.does(second, desk::requester("ann@harbor.example"), desk::Reopen{"again"}) == std::nullopt);
  const auto reopened = desk.read(second).ownership.owner;
  CHECK(desk.store().load(kHarbor)->open_by_team.at(reopened.team) == (reopened.team == soc ? 3 : 1));
  const auto gone = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(desk.does_in(tx, kHarbor, third.id, person("mei"), desk::Resolve{"no"}));
    TANDEM_TRY(const auto inside, tx.load(kHarbor));
    CHECK(inside.open_by_person.at(mei) == 1);
    return base::fail(base::ErrorCode::BadInput, "undo it");
  });
  CHECK_FALSE(gone.has_value());
  CHECK(desk.store().load(kHarbor)->open_by_person.at(mei) == 2);
}
