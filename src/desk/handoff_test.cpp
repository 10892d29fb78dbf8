#include <doctest/doctest.h>

#include "desk/scene.h"

using namespace tandem::desk;
using tandem::base::minutes;

namespace {

OfferHandoff to(std::string_view team, std::string_view somebody = {}) {
  return {.to_team = TeamName(team), .to_person = PersonName(somebody), .note = "needs a key"};
}

}  // namespace

TEST_CASE("the giver owns until somebody accepts; acceptance moves team and person in one step") {
  Scene scene("workstation");
  CHECK(scene.does(person("priya"), to("harbor-it")) == std::nullopt);
  CHECK(scene.owner().team == TeamName("helpdesk"));
  REQUIRE(scene.ticket.handoff);
  CHECK(scene.ticket.handoff->offer.epoch == 1);
  CHECK(scene.ticket.handoff->offer.to_party == PartyName("harbor"));
  CHECK(scene.ticket.handoff->offer.expires_at == scene.now + minutes(30));
  CHECK(scene.does(person("luis"), AcceptHandoff{1}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"handoff-accepted", "owner-assigned"});
  CHECK(scene.owner() == Owner{PartyName("harbor"), TeamName("harbor-it"), PersonName("luis")});
  CHECK(scene.ticket.ownership.accountable == PersonName("priya"));  // the activity is what it was
  CHECK(scene.ticket.ownership.reasons.front().kind == "hand-off");
  CHECK(scene.ticket.ownership.reasons.front().text == "`helpdesk` offered it and luis of `harbor-it` accepted");
  CHECK(scene.ticket.handoffs_accepted == 1);
}

TEST_CASE("a critical ticket's hand-off expires sooner") {
  Scene scene("malware", "critical");
  CHECK(scene.does(person("mei"), to("helpdesk")) == std::nullopt);
  CHECK(scene.ticket.handoff->offer.expires_at == scene.now + minutes(5));
}

TEST_CASE("only the owning team offers, one hand-off at a time, to a team that can own it, and with a note") {
  Scene scene("workstation");
  CHECK(scene.does(person("dana"), to("harbor-it")) == RefusalKind::NotTheOwner);
  CHECK(scene.does(requester("ann@harbor.example"), to("harbor-it")) == RefusalKind::NotTheOwner);
  CHECK(scene.does(person("priya"), to("moon")) == RefusalKind::UnknownTeam);
  CHECK(scene.does(person("priya"), to("corebank-support")) == RefusalKind::UnknownTeam);
  CHECK(scene.does(person("priya"), to("helpdesk")) == RefusalKind::AlreadyYours);
  CHECK(scene.does(person("priya"), to("soc", "nobody")) == RefusalKind::UnknownPerson);
  CHECK(scene.does(person("priya"), to("soc", "dana")) == RefusalKind::NotAMember);
  CHECK(scene.field == "to_person");
  CHECK(scene.does(person("priya"), OfferHandoff{TeamName("soc"), {}, " "}) == RefusalKind::EmptyText);
  CHECK(scene.does(person("priya"), to("soc")) == std::nullopt);
  CHECK(scene.does(person("priya"), to("harbor-it")) == RefusalKind::HandoffPending);
}

TEST_CASE("nobody on leave is offered a ticket by name") {
  Scene scene("malware", {}, kMonday + tandem::base::hours(24 * 8));
  CHECK(scene.does(person("mei"), to("helpdesk", "sam")) == RefusalKind::PersonAway);
  CHECK(scene.does(person("mei"), to("helpdesk")) == std::nullopt);
}

TEST_CASE("the receiving team answers; an offer by name is for that person or the team's lead") {
  Scene scene("malware");
  CHECK(scene.does(person("mei"), to("helpdesk", "sam")) == std::nullopt);
  CHECK(scene.does(person("otto"), AcceptHandoff{1}) == RefusalKind::NotAMember);
  CHECK(scene.does(person("dana"), AcceptHandoff{1}) == RefusalKind::NotAMember);
  CHECK(scene.does(system_actor(), AcceptHandoff{1}) == RefusalKind::NotAMember);
  CHECK(scene.does(person("otto"), DeclineHandoff{1, "busy"}) == RefusalKind::NotAMember);
  CHECK(scene.does(person("priya"), DeclineHandoff{1, " "}) == RefusalKind::EmptyText);
  CHECK(scene.does(person("priya"), DeclineHandoff{1, "sam is busy"}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("soc"));
  CHECK(scene.does(person("mei"), to("helpdesk", "sam")) == std::nullopt);
  CHECK(scene.does(person("sam"), AcceptHandoff{2}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("sam"));
}

TEST_CASE("repeated and mistaken answers are refused and say what happened") {
  Scene scene("malware");
  CHECK(scene.does(person("priya"), AcceptHandoff{1}) == RefusalKind::NoSuchHandoff);
  CHECK(scene.said == "this ticket has no hand-off 1");
  CHECK(scene.does(person("priya"), AcceptHandoff{0}) == RefusalKind::NoSuchHandoff);
  CHECK(scene.does(person("mei"), to("helpdesk")) == std::nullopt);
  CHECK(scene.does(person("priya"), AcceptHandoff{1}) == std::nullopt);
  CHECK(scene.does(person("priya"), AcceptHandoff{1}) == RefusalKind::NoSuchHandoff);
  CHECK(scene.said == "the hand-off is no longer pending: it was answered, withdrawn or has expired");
  CHECK(scene.does(person("priya"), to("soc")) == std::nullopt);
  CHECK(scene.does(person("mei"), AcceptHandoff{1}) == RefusalKind::NoSuchHandoff);
  CHECK(scene.said == "hand-off 1 is over: hand-off 2 is the one that is pending now");
}

TEST_CASE("an answer that comes too late is refused even before the expiry is recorded") {
  Scene scene("malware");
  CHECK(scene.does(person("mei"), to("helpdesk")) == std::nullopt);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  scene.now = scene.ticket.handoff->offer.expires_at;
  CHECK(scene.does(person("priya"), AcceptHandoff{1}) == RefusalKind::NoSuchHandoff);
  CHECK(scene.said == "the hand-off has expired: `soc` of Northbeam IT keeps the ticket and may offer it again");
  CHECK(scene.does(person("priya"), DeclineHandoff{1, "busy"}) == RefusalKind::NoSuchHandoff);
  CHECK(scene.does(person("mei"), PassTime{}) == RefusalKind::NotAMember);
  CHECK(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("soc"));
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
}

TEST_CASE("the giver's team withdraws") {
  Scene scene("malware");
  CHECK(scene.does(person("mei"), to("helpdesk")) == std::nullopt);
  CHECK(scene.does(person("priya"), WithdrawHandoff{1}) == RefusalKind::NotTheOwner);
  CHECK(scene.does(person("otto"), WithdrawHandoff{1}) == std::nullopt);
  CHECK(scene.does(person("priya"), AcceptHandoff{1}) == RefusalKind::NoSuchHandoff);
}

TEST_CASE("an import repeats what happened elsewhere, whoever did it") {
  Scene scene("malware");
  CHECK(scene.does(import_actor(), to("helpdesk")) == std::nullopt);
  scene.now = scene.now + minutes(600);
  CHECK(scene.does(import_actor("gone"), AcceptHandoff{1}) == std::nullopt);
  CHECK(scene.owner() == Owner{PartyName("northbeam"), TeamName("helpdesk"), PersonName("gone")});
}

TEST_CASE("an offer to somebody ends when they go on leave: whoever made it hears so, and keeps the ticket") {
  Scene scene("malware");
  const Owner giver = scene.owner();
  const auto leave_begins = kMonday + tandem::base::hours(24 * 7);
  scene.now = leave_begins - minutes(10);
  REQUIRE(scene.does(person("mei"), to("helpdesk", "sam")) == std::nullopt);
  scene.now = leave_begins - minutes(1);
  static_cast<void>(scene.does(system_actor(), PassTime{}));
  CHECK(scene.ticket.handoff.has_value());
  scene.now = leave_begins;
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.latest_names().front() == "handoff-declined");
  CHECK(std::get<HandoffDeclined>(scene.latest.front().data).reason == "sam is on leave");
  CHECK_FALSE(scene.ticket.handoff.has_value());
  CHECK(scene.owner() == giver);
  CHECK(scene.does(person("sam"), AcceptHandoff{1}) == RefusalKind::NoSuchHandoff);
}
