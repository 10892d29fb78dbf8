#include <doctest/doctest.h>

#include "desk/scene.h"

using namespace tandem::desk;

TEST_CASE("waiting says on whom, and resuming goes on working") {
  Scene scene("workstation");
  CHECK(scene.does(person("priya"), Resume{}) == RefusalKind::NotWaiting);
  CHECK(scene.does(person("priya"), Wait{WaitingOn::Vendor}) == std::nullopt);
  CHECK(scene.ticket.state == State::Waiting);
  CHECK(scene.ticket.waiting_on == WaitingOn::Vendor);
  CHECK(scene.does(person("priya"), Wait{WaitingOn::Vendor}) == RefusalKind::NoChange);
  CHECK(scene.does(person("priya"), Wait{WaitingOn::Requester}) == std::nullopt);
  CHECK(scene.does(person("dana"), Resume{}) == RefusalKind::NotTheOwner);
  CHECK(scene.does(person("sam"), Resume{}) == std::nullopt);
  CHECK(scene.ticket.state == State::Active);
  CHECK_FALSE(scene.ticket.waiting_on.has_value());
}

TEST_CASE("resolving withdraws a pending hand-off in the same step") {
  Scene scene("workstation");
  CHECK(scene.does(person("priya"), OfferHandoff{TeamName("soc"), {}, "looks bad"}) == std::nullopt);
  CHECK(scene.does(person("mei"), Resolve{"new cable"}) == RefusalKind::NotTheOwner);
  CHECK(scene.does(person("priya"), Resolve{"new cable"}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"handoff-withdrawn", "ticket-resolved"});
  CHECK(scene.ticket.state == State::Resolved);
  CHECK(scene.ticket.resolved_at == scene.now);
  CHECK(scene.does(person("mei"), AcceptHandoff{1}) == RefusalKind::NoSuchHandoff);
  CHECK(scene.does(person("priya"), Resolve{"new cable"}) == RefusalKind::NotOpen);
}

TEST_CASE("either party and the requester reopen, and the agreement names the owner anew") {
  Scene scene("workstation");
  CHECK(scene.does(person("dana"), Reopen{"again"}) == RefusalKind::AlreadyOpen);
  CHECK(scene.does(person("sam"), Take{}) == std::nullopt);
  CHECK(scene.does(person("sam"), Resolve{"new cable"}) == std::nullopt);
  CHECK(scene.does(person("vic"), Reopen{"again"}) == RefusalKind::NotAMember);
  CHECK(scene.does(requester("bob@harbor.example"), Reopen{"again"}) == RefusalKind::NotAMember);
  CHECK(scene.does(requester("ann@harbor.example"), Reopen{""}) == RefusalKind::EmptyText);
  CHECK(scene.does(requester("ann@harbor.example"), Reopen{"again"}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"ticket-reopened", "owner-assigned"});
  CHECK(scene.owner().person == PersonName("priya"));
  CHECK(scene.ticket.state == State::New);
  CHECK(scene.ticket.reopened == 1);
  CHECK_FALSE(scene.ticket.resolved_at.has_value());
}

TEST_CASE("what is resolved is closed by the team in whose place a new agreement has none, and by nobody else") {
  Scene scene("workstation");
  REQUIRE(scene.owner().team == TeamName("helpdesk"));
  REQUIRE(scene.does(person("priya"), Resolve{"new cable"}) == std::nullopt);
  tandem::policy::Spec spec = scene.policy().spec();
  // soc does the helpdesk's work now; sam's team has another name and nothing to do with it.
  for (tandem::policy::Activity& activity : spec.activities) {
    if (spec.teams[activity.responsible.value].name == "helpdesk") activity.responsible = {3};
  }
  REQUIRE(spec.teams[3].name == "soc");
  for (tandem::policy::Team& team : spec.teams) {
    if (team.name == "helpdesk") team.name = "service";
  }
  scene.comes_into_force(tandem::policy::Policy::make(std::move(spec)));
  const Ownership before = scene.ticket.ownership;
  for (const char* name : {"sam", "dana"}) {
    CAPTURE(name);
    CHECK(scene.does(person(name), Close{}) == RefusalKind::NotTheOwner);
  }
  CHECK(scene.said == "the agreement no longer has `helpdesk`: only members of `soc` of Northbeam IT may close it");
  CHECK(scene.does(person("mei"), Close{}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"ticket-closed"});
  CHECK(scene.ticket.ownership == before);  // whose work it was stays told
  REQUIRE(scene.does(person("dana"), Reopen{"again"}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("soc"));
}

TEST_CASE("what is resolved can be closed, and a closed ticket can be reopened") {
  Scene scene("workstation");
  CHECK(scene.does(person("dana"), Close{}) == RefusalKind::NotTheOwner);
  CHECK(scene.does(person("priya"), Close{}) == RefusalKind::NotResolved);
  CHECK(scene.does(person("priya"), Resolve{""}) == std::nullopt);
  CHECK(scene.does(person("priya"), Close{}) == std::nullopt);
  CHECK(scene.does(system_actor(), Close{}) == RefusalKind::NotOpen);
  CHECK(scene.does(person("dana"), Take{}) == RefusalKind::NotOpen);
  CHECK(scene.does(person("dana"), Reopen{"not done"}) == std::nullopt);
  CHECK(scene.does(person("priya"), Resolve{""}) == std::nullopt);
  CHECK(scene.does(system_actor(), Close{}) == std::nullopt);
}
