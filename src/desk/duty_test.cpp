// What a team's rotation does to its work: who has the duty gets what nobody has begun, and hands it on with the duty.
#include <doctest/doctest.h>

#include "calendar/date_text.h"
#include "desk/board.h"

namespace tandem::desk {
namespace {

constexpr base::Instant kTurn = kMonday + base::hours(24 * 7 - 1);  // the next Monday, 09:00

// The soc has a rotation of week by week from this Monday, 09:00: otto, then mei. `harbor-it`: dana, then luis.
std::shared_ptr<const policy::Policy> with_duty() {
  policy::Spec spec = emergency_agreement()->spec();
  const auto person = [&](std::string_view name) {
    const auto found = std::ranges::find(spec.people, name, &policy::Person::name);
    return policy::PersonIndex{static_cast<std::uint32_t>(found - spec.people.begin())};
  };
  const auto give = [&](std::string_view team, std::string_view first, std::string_view second) {
    const auto found = std::ranges::find(spec.teams, team, &policy::Team::name);
    found->rotation = *calendar::Rotation::make({.zone = *calendar::Zone::find("America/New_York"),
                                                 .people = 2,
                                                 .layers = {{.order = {0, 1},
                                                             .starts = *calendar::parse_local_time("2026-10-05 09:00"),
                                                             .turn = {1, calendar::Turn::Unit::Week}}}});
    found->rotation_order = {person(first), person(second)};
  };
  give("soc", "otto", "mei");
  give("harbor-it", "dana", "luis");
  return policy::Policy::make(std::move(spec));
}

TEST_CASE("what nobody has begun goes to who has the duty, and with the duty to the next") {
  Scene scene(with_duty(), a_ticket("malware"), kMonday);
  CHECK(scene.owner().person == PersonName("otto"));
  scene.now = kTurn - base::minutes(1);
  static_cast<void>(scene.does(system_actor(), PassTime{}));
  CHECK(scene.owner().person == PersonName("otto"));
  scene.now = kTurn;
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("mei"));
  CHECK(std::get<OwnerAssigned>(scene.latest.back().data).cause == AssignmentCause::Reconsidered);
  CHECK(std::ranges::any_of(scene.ticket.ownership.reasons,
                            [](const Reason& reason) { return reason.text.contains("duty"); }));
}

TEST_CASE("what somebody is on stays with them when their duty ends") {
  Scene scene(with_duty(), a_ticket("malware"), kMonday);
  REQUIRE(scene.does(person("otto"), Take{}) == std::nullopt);
  scene.now = kTurn;
  static_cast<void>(scene.does(system_actor(), PassTime{}));
  CHECK(scene.owner().person == PersonName("otto"));
}

TEST_CASE("what was given to somebody stays with them, whoever has the duty") {
  Scene scene(with_duty(), a_ticket("malware"), kMonday);
  REQUIRE(scene.does(person("otto"), Assign{PersonName("mei")}) == std::nullopt);
  scene.now = kMonday + base::hours(1);
  static_cast<void>(scene.does(system_actor(), PassTime{}));
  CHECK(scene.owner().person == PersonName("mei"));
}

TEST_CASE("a vendor's case stays with who keeps it, whoever has the duty of their team") {
  Board board(with_duty());
  const TicketId ticket = board.opens();
  const TicketId vendor_case = board.opens(person("sam"), Board::a_vendor_case(ticket));
  REQUIRE(board.at(vendor_case).ownership.owner.person == PersonName("luis"));
  board.now = kMonday + base::hours(2);
  static_cast<void>(board.does(system_actor(), vendor_case, PassTime{}));
  CHECK(board.at(vendor_case).ownership.owner.person == PersonName("luis"));
  board.now = kTurn + base::hours(2);
  static_cast<void>(board.does(system_actor(), vendor_case, PassTime{}));
  CHECK(board.at(vendor_case).ownership.owner.person == PersonName("luis"));
}

}  // namespace
}  // namespace tandem::desk
