// What happens while nobody takes notice.
#include <doctest/doctest.h>

#include "desk/due.h"
#include "desk/governed_agreement.h"
#include "desk/scene.h"

namespace tandem::desk {
namespace {

class Unnoticed : public Scene {
 public:
  explicit Unnoticed(std::string_view priority = "critical", std::string_view category = "malware",
                     base::Instant at = kMonday)
      : Scene(governed_agreement(), a_ticket(category, priority), at) {}

  // Lets time pass until something is due, and does it.
  void fire() {
    REQUIRE(due());
    now = *due();
    REQUIRE(does(system_actor(), PassTime{}) == std::nullopt);
  }
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> names;
    for (const Event& event : latest) {
      if (const auto* step = std::get_if<EscalationStepTaken>(&event.data)) {
        for (const Told& one : step->told) {
          names.push_back(fmt::format("{} as {}{}", one.person.text(), one.as, one.away ? ", away" : ""));
        }
      }
    }
    return names;
  }
};

using Words = std::vector<std::string>;

TEST_CASE("the steps take place in their order, each kept with whom it told and its line, and then there are no more") {
  Unnoticed scene;
  CHECK(scene.due() == kMonday + base::minutes(5));
  scene.now = kMonday + base::minutes(5) - base::Duration(1);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  scene.fire();
  CHECK(scene.told() == Words{"mei as lead"});
  const auto& step = std::get<EscalationStepTaken>(scene.latest.back().data);
  CHECK(step.step == 1);
  CHECK(step.steps == 3);
  CHECK(step.line == 70);
  scene.fire();
  CHECK(scene.now == kMonday + base::minutes(30));
  CHECK(scene.told() == Words{"dana as named", "priya as named"});
  scene.fire();
  CHECK(scene.now == kMonday + base::hours(1));
  CHECK(scene.told() == Words{"dana as harbor-it", "luis as harbor-it"});
  CHECK_FALSE(scene.due());
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
}

TEST_CASE("steps that were missed all take place when time is looked at late, once") {
  Unnoticed scene;
  scene.now = kMonday + base::hours(3);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"escalation-step-taken", "escalation-step-taken", "escalation-step-taken"});
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
}

TEST_CASE("a version that puts a step in front repeats none that took place, and goes on with the rest") {
  Unnoticed scene;
  scene.fire();
  scene.fire();
  CHECK(scene.now == kMonday + base::minutes(30));
  policy::Spec spec = scene.policy().spec();
  auto& way = spec.targets[0].escalation;
  way.insert(way.begin(), way.front());
  way.front().after.front().minutes = 2;
  scene.comes_into_force(policy::Policy::make(std::move(spec)));
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  scene.now = kMonday + base::hours(1);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.told() == Words{"dana as harbor-it", "luis as harbor-it"});
}

TEST_CASE("whoever of the owning team takes notice in any way ends the escalation") {
  const std::vector<Command> signs{Acknowledge{},
                                   Take{},
                                   Wait{WaitingOn::Requester},
                                   Resolve{"cleaned"},
                                   OfferHandoff{TeamName("helpdesk"), {}, "yours"},
                                   Assign{PersonName("otto")},
                                   AddComment{Visibility::Requester, {}, "we are on it"}};
  for (const Command& sign : signs) {
    CAPTURE(name_of(sign));
    Unnoticed scene;
    REQUIRE(scene.does(person("mei"), sign) == std::nullopt);
    CHECK(scene.ticket.escalation.acknowledged_at == kMonday);
    CHECK(scene.ticket.escalation.acknowledged_by == "mei");
    scene.now = kMonday + base::minutes(6);
    scene.does(system_actor(), PassTime{});
    CHECK(scene.ticket.escalation.taken.empty());
  }
}

TEST_CASE("notes between the teams, answers of the other party and what the requester writes are no notice") {
  Unnoticed scene;
  REQUIRE(scene.does(person("mei"), AddComment{Visibility::Both, {}, "hm"}) == std::nullopt);
  REQUIRE(scene.does(person("dana"), AddComment{Visibility::Requester, {}, "I saw it"}) == std::nullopt);
  REQUIRE(scene.does(requester("ann@harbor.example"), AddComment{Visibility::Requester, {}, "hello?"}) == std::nullopt);
  CHECK_FALSE(scene.ticket.escalation.acknowledged_at);
  scene.fire();
  CHECK(scene.told() == Words{"mei as lead"});
}

TEST_CASE("what somebody of the owning party writes on a ticket of their own is no notice") {
  OpenTicket own = a_ticket("core-banking", "critical");
  own.requester.email = "nora@harbor.example";
  Scene scene(governed_agreement(), own, kMonday);
  REQUIRE(scene.owner().party == PartyName("harbor"));
  Actor nora = person("nora");
  nora.email = "nora@harbor.example";
  REQUIRE(scene.does(nora, AddComment{Visibility::Requester, {}, "any news?"}) == std::nullopt);
  CHECK_FALSE(scene.ticket.escalation.acknowledged_at);
}

TEST_CASE("a strategic flag holds where the team has it already, and a change of priority leaves it") {
  Unnoticed scene("normal", "core-banking");
  REQUIRE(scene.owner().team == TeamName("harbor-it"));
  REQUIRE(scene.does(person("luis"), FlagStrategic{{}, "the core contract ends"}) == std::nullopt);
  CHECK(scene.ticket.brought_by == AssignmentCause::Strategic);
  REQUIRE(scene.does(person("luis"), ChangePriority{PriorityName("critical")}) == std::nullopt);
  CHECK(scene.ticket.ownership.activity == ActivityName("planning.roadmap"));
  scene.now = kMonday + base::hours(9);  // closed, and covered
  static_cast<void>(scene.does(system_actor(), PassTime{}));
  CHECK(scene.owner().team == TeamName("harbor-it"));
  CHECK(scene.ticket.ownership.activity == ActivityName("planning.roadmap"));
  REQUIRE(scene.does(person("dana"), ChangeCategory{CategoryName("workstation")}) == std::nullopt);
  CHECK_FALSE(scene.ticket.strategic);
  CHECK(scene.owner().team == TeamName("soc"));  // critical workstations
}

TEST_CASE("only the owning team acknowledges, and once") {
  Unnoticed scene;
  CHECK(scene.does(person("dana"), Acknowledge{}) == RefusalKind::NotTheOwner);
  CHECK(scene.does(requester("ann@harbor.example"), Acknowledge{}) == RefusalKind::NotTheOwner);
  REQUIRE(scene.does(person("otto"), Acknowledge{}) == std::nullopt);
  CHECK(scene.does(person("mei"), Acknowledge{}) == RefusalKind::NoChange);
  CHECK(scene.said == "otto has acknowledged it already");
  CHECK(scene.ticket.state == State::New);
}

TEST_CASE("a change of priority begins the other way anew, from then on") {
  Unnoticed scene("normal");
  CHECK(scene.due() == kMonday + base::hours(2));
  scene.now = kMonday + base::minutes(40);
  REQUIRE(scene.does(person("dana"), ChangePriority{PriorityName("critical")}) == std::nullopt);
  CHECK(scene.due() == scene.now + base::minutes(5));
}

TEST_CASE("work that is given back or reopened is unnoticed again") {
  Unnoticed scene;
  REQUIRE(scene.does(person("mei"), Take{}) == std::nullopt);
  scene.now = kMonday + base::hours(1);
  REQUIRE(scene.does(person("mei"), Release{"my shift ends"}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("otto"));
  CHECK(scene.ticket.state == State::New);
  CHECK(scene.due() == scene.now + base::minutes(5));
  REQUIRE(scene.does(person("otto"), Resolve{"done"}) == std::nullopt);
  CHECK_FALSE(scene.due());
  scene.now = scene.now + base::hours(1);
  REQUIRE(scene.does(requester("ann@harbor.example"), Reopen{"it is back"}) == std::nullopt);
  CHECK(scene.due() == scene.now + base::minutes(5));
}

TEST_CASE("somebody on leave is told all the same, and it is said that they are away") {
  Unnoticed scene("critical", "malware", kMonday + base::hours(24 * 10));  // priya's leave
  scene.fire();
  scene.fire();
  CHECK(scene.told() == Words{"dana as named", "priya as named, away"});
}

TEST_CASE("unnoticed work that moves does not begin anew") {
  Unnoticed scene("critical", "core-banking", kMonday + base::hours(8) - base::minutes(4));  // until 18:00: harbor-it
  REQUIRE(scene.owner().team == TeamName("harbor-it"));
  const auto due = scene.due();
  scene.now = kMonday + base::hours(8);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("helpdesk"));
  CHECK(scene.due() == due);
  scene.fire();
  CHECK(scene.told() == Words{"priya as lead"});  // the lead of the team that has it now
}

TEST_CASE("giving work to a colleague needs one who is of the team and there") {
  Scene scene(governed_agreement(), a_ticket("workstation"), kMonday + base::hours(24 * 8));  // sam is on leave
  CHECK(scene.does(person("dana"), Assign{PersonName("otto")}) == RefusalKind::NotTheOwner);
  CHECK(scene.does(person("priya"), Assign{PersonName("mei")}) == RefusalKind::NotAMember);
  CHECK(scene.does(person("priya"), Assign{PersonName("moon")}) == RefusalKind::UnknownPerson);
  CHECK(scene.does(person("priya"), Assign{PersonName("sam")}) == RefusalKind::PersonAway);
  CHECK(scene.does(person("priya"), Assign{scene.owner().person}) == RefusalKind::NoChange);
  REQUIRE(scene.does(person("priya"), Assign{PersonName("otto")}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("otto"));
  CHECK(scene.ticket.ownership.reasons.front().text == "priya gave it to otto of `helpdesk`");
}

TEST_CASE("only who has work gives it back, and where nobody else is there it is the team's") {
  Scene scene(governed_agreement(), a_ticket("payroll"), kMonday);
  REQUIRE(scene.does(person("luis"), Take{}) == std::nullopt);
  CHECK(scene.does(person("nora"), Release{"no"}) == RefusalKind::NotTheOwner);
  CHECK(scene.does(person("luis"), Release{""}) == RefusalKind::EmptyText);
  REQUIRE(scene.does(person("luis"), Release{"nora knows it"}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("nora"));
  CHECK(scene.latest_names() == Names{"work-released", "owner-assigned"});
}

TEST_CASE("work with strategic implications goes to the strategic owner and stays there at night") {
  Unnoticed scene("normal", "workstation");
  CHECK(scene.does(requester("ann@harbor.example"), FlagStrategic{{}, "hm"}) == RefusalKind::NotAMember);
  CHECK(scene.does(person("sam"), FlagStrategic{ActivityName("malware.handling"), "hm"}) ==
        RefusalKind::UnknownActivity);
  CHECK(scene.does(person("sam"), FlagStrategic{ActivityName("moon"), "hm"}) == RefusalKind::UnknownActivity);
  REQUIRE(scene.does(person("sam"), FlagStrategic{{}, "the whole fleet is out of warranty"}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"strategic-flagged", "owner-assigned"});
  CHECK(scene.owner().team == TeamName("harbor-it"));
  CHECK(scene.owner().person == PersonName("dana"));
  CHECK(scene.ticket.ownership.activity == ActivityName("planning.roadmap"));
  CHECK(scene.ticket.ownership.reasons.front().line == 90);
  CHECK(scene.does(person("sam"), FlagStrategic{{}, "again"}) == RefusalKind::NoChange);
  scene.now = kMonday + base::hours(9);  // harbor-it is closed, and covered by helpdesk
  static_cast<void>(scene.does(system_actor(), PassTime{}));
  CHECK(scene.owner().team == TeamName("harbor-it"));
  CHECK(scene.ticket.ownership.activity == ActivityName("planning.roadmap"));
}

TEST_CASE("strategic work that was handed on and goes to the cover keeps who answers for it") {
  Unnoticed scene("normal", "workstation");
  REQUIRE(scene.does(person("sam"), FlagStrategic{{}, "the whole fleet is out of warranty"}) == std::nullopt);
  REQUIRE(scene.does(person("dana"), OfferHandoff{TeamName("helpdesk"), {}, "begin with the survey"}) == std::nullopt);
  REQUIRE(scene.does(person("otto"), AcceptHandoff{1}) == std::nullopt);
  policy::Spec spec = scene.policy().spec();
  spec.teams[2].minimum = 4;  // the helpdesk is short from now on, and harbor-it covers for it
  spec.teams[2].cover = {{0}};
  for (policy::PersonIndex member : spec.teams[2].members) {
    spec.people[member.value].leave = {{scene.now - base::hours(1), scene.now + base::hours(10)}};
    spec.people[member.value].leave_at = {policy::TextPlace{}};
  }
  scene.comes_into_force(policy::Policy::make(std::move(spec)));
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("harbor-it"));
  CHECK(scene.ticket.ownership.accountable == PersonName("dana"));
  CHECK(scene.ticket.ownership.activity == ActivityName("planning.roadmap"));
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
}

TEST_CASE("where the agreement has the owning team no longer, who leads the team in its place is told") {
  Unnoticed scene("normal", "workstation");
  REQUIRE(scene.owner().team == TeamName("helpdesk"));
  policy::Spec spec = scene.policy().spec();
  spec.teams[2].name = "service-point";
  scene.comes_into_force(policy::Policy::make(std::move(spec)));
  scene.now = scene.now + base::minutes(120);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  const auto& step = std::get<EscalationStepTaken>(scene.latest.front().data);
  REQUIRE(step.told.size() == 1);
  CHECK(step.told.front().person == PersonName("priya"));
  CHECK(step.told.front().as == "lead");
}

}  // namespace
}  // namespace tandem::desk
