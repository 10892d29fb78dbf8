#include <doctest/doctest.h>

#include "desk/scene.h"

using namespace tandem::desk;
using tandem::base::hours;

TEST_CASE("taking is how work begins, even on what the agreement gave to oneself") {
  Scene scene("workstation");
  CHECK(scene.owner().person == PersonName("priya"));
  CHECK(scene.does(person("priya"), Take{}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"owner-assigned", "work-started"});
  CHECK(scene.ticket.state == State::Active);
  CHECK(scene.ticket.ownership.reasons.front().text == "priya of `helpdesk` took it");
  CHECK(scene.does(person("priya"), Take{}) == RefusalKind::AlreadyYours);
  CHECK(scene.does(person("sam"), Take{}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"owner-assigned"});
  CHECK(scene.owner() == Owner{PartyName("northbeam"), TeamName("helpdesk"), PersonName("sam")});
}

TEST_CASE("only the owning team takes; the others learn whom to ask") {
  Scene scene("workstation");
  CHECK(scene.does(person("mei"), Take{}) == RefusalKind::NotTheOwner);
  CHECK(scene.said == "`helpdesk` owns this ticket: ask them to hand it to your team");
  CHECK(scene.does(person("dana"), Take{}) == RefusalKind::NotTheOwner);
  CHECK(scene.said ==
        "`helpdesk` of Northbeam IT owns this ticket: only its members can take it, unless they hand it over");
  CHECK(scene.does(person("vic"), Take{}) == RefusalKind::NotTheOwner);
  CHECK(scene.does(requester("ann@harbor.example"), Take{}) == RefusalKind::NotAMember);
  CHECK(scene.does(system_actor(), Take{}) == RefusalKind::NotAMember);
  CHECK(scene.does(import_actor("gone"), Take{}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("gone"));
}

TEST_CASE("a ticket whose team a new agreement does not have is taken by the team it names instead") {
  Scene scene("workstation");
  REQUIRE(scene.owner().team == TeamName("helpdesk"));
  REQUIRE(scene.does(person("priya"), Take{}) == std::nullopt);
  REQUIRE(scene.does(person("priya"), OfferHandoff{TeamName("soc"), {}, "looks bad"}) == std::nullopt);
  tandem::policy::Spec spec = scene.policy().spec();
  for (auto& team : spec.teams) {
    if (team.name == "helpdesk") team.name = "service";
  }
  const auto renamed = tandem::policy::Policy::make(std::move(spec));
  const auto asks = [&](const Actor& actor, const Command& command) {
    return decide(scene.ticket, command, {.policy = *renamed, .now = scene.now, .actor = actor, .workload = {}});
  };
  const auto refused = asks(person("priya"), Resolve{"new cable"});
  REQUIRE(std::holds_alternative<Refusal>(refused));
  CHECK(std::get<Refusal>(refused).message ==
        "the agreement no longer has `helpdesk`: somebody of `service` of Northbeam IT must take the ticket first");
  CHECK(std::holds_alternative<Refusal>(asks(person("dana"), Take{})));

  const auto taken = asks(person("priya"), Take{});
  REQUIRE(std::holds_alternative<Events>(taken));
  for (const Event& event : std::get<Events>(taken)) REQUIRE(evolve(scene.ticket, event).has_value());
  CHECK(scene.owner() == Owner{PartyName("northbeam"), TeamName("service"), PersonName("priya")});
  CHECK_FALSE(scene.ticket.handoff.has_value());
  CHECK(std::holds_alternative<Events>(asks(person("priya"), Resolve{"new cable"})));
}

TEST_CASE("while the accountable person is on leave their deputy answers from the next assignment on") {
  Scene scene("workstation");
  CHECK(scene.ticket.ownership.accountable == PersonName("priya"));
  scene.now = kMonday + hours(24 * 10 + 1);  // priya and sam are away
  CHECK(scene.does(person("otto"), Take{}) == std::nullopt);
  CHECK(scene.ticket.ownership.accountable == PersonName("priya"));  // no deputy is there: the name stays
}

TEST_CASE("a priority that calls for another team moves the ticket there, and back") {
  Scene scene("workstation", "normal");
  CHECK(scene.does(person("sam"), Take{}) == std::nullopt);
  CHECK(scene.does(person("dana"), ChangePriority{PriorityName("critical")}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"priority-changed", "owner-assigned"});
  CHECK(scene.owner() == Owner{PartyName("northbeam"), TeamName("soc"), PersonName("mei")});
  CHECK(scene.ticket.ownership.reasons.front().kind == "rule-matched");
  CHECK(scene.does(person("mei"), ChangePriority{PriorityName("high")}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("helpdesk"));
}

TEST_CASE("the holder keeps the ticket when the change leaves it with their team") {
  Scene scene("workstation", "normal");
  CHECK(scene.does(person("otto"), Take{}) == std::nullopt);
  CHECK(scene.does(person("dana"), ChangePriority{PriorityName("high")}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("otto"));
  const auto& reasons = scene.ticket.ownership.reasons;
  CHECK(reasons.back().text == "otto has it already and keeps it");
  CHECK(std::ranges::none_of(reasons, [](const Reason& reason) { return reason.kind == "lowest-load"; }));
}

TEST_CASE("a holder on leave does not keep it") {
  Scene scene("workstation", "normal");
  CHECK(scene.does(person("sam"), Take{}) == std::nullopt);
  scene.now = kMonday + hours(24 * 8);
  CHECK(scene.does(person("dana"), ChangePriority{PriorityName("high")}) == std::nullopt);
  CHECK(scene.owner() == Owner{PartyName("northbeam"), TeamName("helpdesk"), PersonName("priya")});
}

TEST_CASE("what was handed over stays there unless the change itself calls for another team") {
  Scene scene("workstation", "normal");
  CHECK(scene.does(person("priya"), OfferHandoff{TeamName("harbor-it"), {}, "needs a key"}) == std::nullopt);
  CHECK(scene.does(person("luis"), AcceptHandoff{1}) == std::nullopt);
  CHECK(scene.does(person("dana"), ChangePriority{PriorityName("high")}) == std::nullopt);
  CHECK(scene.owner() == Owner{PartyName("harbor"), TeamName("harbor-it"), PersonName("luis")});
  CHECK(scene.ticket.ownership.reasons.front().text ==
        "`harbor-it` has it and keeps it: before and after the change the agreement names `helpdesk`");
  CHECK(scene.does(person("dana"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("soc"));
  CHECK(scene.ticket.ownership.accountable == PersonName("mei"));
}

TEST_CASE("a change that moves the ticket withdraws the pending hand-off; one that does not leaves it") {
  Scene scene("workstation", "normal");
  CHECK(scene.does(person("priya"), OfferHandoff{TeamName("harbor-it"), {}, "needs a key"}) == std::nullopt);
  CHECK(scene.does(person("priya"), ChangePriority{PriorityName("high")}) == std::nullopt);
  CHECK(scene.ticket.handoff.has_value());
  CHECK(scene.does(person("priya"), ChangeCategory{CategoryName("payroll")}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"category-changed", "handoff-withdrawn", "owner-assigned"});
  CHECK_FALSE(scene.ticket.handoff.has_value());
}

TEST_CASE("changes need a word of the agreement, a difference, an open ticket and a party's person") {
  Scene scene("workstation", "normal");
  CHECK(scene.does(person("dana"), ChangePriority{PriorityName("urgent")}) == RefusalKind::UnknownPriority);
  CHECK(scene.does(person("dana"), ChangePriority{PriorityName("normal")}) == RefusalKind::NoChange);
  CHECK(scene.does(person("dana"), ChangeCategory{CategoryName("printers")}) == RefusalKind::UnknownCategory);
  CHECK(scene.does(person("dana"), ChangeCategory{CategoryName("workstation")}) == RefusalKind::NoChange);
  CHECK(scene.does(person("tess"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  CHECK(scene.does(person("vic"), ChangeCategory{CategoryName("other")}) == RefusalKind::NotAMember);
  CHECK(scene.does(requester("ann@harbor.example"), ChangePriority{PriorityName("critical")}) ==
        RefusalKind::NotAMember);
  CHECK(scene.does(person("mei"), Resolve{}) == std::nullopt);
  CHECK(scene.does(person("dana"), ChangePriority{PriorityName("high")}) == RefusalKind::NotOpen);
}
