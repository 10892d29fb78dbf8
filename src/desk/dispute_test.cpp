// Whose work it is, when a team says "not ours" or a ticket goes back and forth.
#include <doctest/doctest.h>

#include "desk/governed_agreement.h"
#include "desk/scene.h"

namespace tandem::desk {
namespace {

class Disputed : public Scene {
 public:
  explicit Disputed(std::string_view category = "workstation", base::Instant at = kMonday)
      : Scene(governed_agreement(), a_ticket(category, "high"), at) {}

  void hands(std::string_view from, std::string_view team, std::string_view to) {
    REQUIRE(does(person(from), OfferHandoff{TeamName(team), {}, "it is yours"}) == std::nullopt);
    REQUIRE(does(person(to), AcceptHandoff{ticket.last_epoch}) == std::nullopt);
  }
  GiveRuling says(std::string_view team) const { return {TeamName(team), "by the text"}; }
};

using People = std::vector<PersonName>;

TEST_CASE("a team that says not ours keeps the work until those who decide agree") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"it is a teller station"}) == std::nullopt);
  REQUIRE(scene.ticket.dispute);
  CHECK(scene.ticket.dispute->deciders() == People{PersonName("dana"), PersonName("priya")});
  CHECK(scene.ticket.dispute->due == kMonday + base::hours(1));
  CHECK(scene.owner().team == TeamName("helpdesk"));
  CHECK(scene.does(person("luis"), scene.says("harbor-it")) == RefusalKind::NotADecider);
  CHECK(scene.said == "dana and priya decide together now");
  REQUIRE(scene.does(person("dana"), scene.says("harbor-it")) == std::nullopt);
  CHECK(scene.owner().team == TeamName("helpdesk"));
  REQUIRE(scene.does(person("priya"), scene.says("harbor-it")) == std::nullopt);
  CHECK(scene.latest_names() == Names{"ruling-given", "dispute-settled", "owner-assigned"});
  CHECK(scene.owner().team == TeamName("harbor-it"));
  CHECK(scene.ticket.brought_by == AssignmentCause::Ruled);
  CHECK_FALSE(scene.ticket.dispute);
  scene.now = kMonday + base::hours(9);  // at night the agreement would name the cover: what was ruled stays
  static_cast<void>(scene.does(system_actor(), PassTime{}));
  CHECK(scene.owner().team == TeamName("harbor-it"));
}

TEST_CASE("those who decide together and do not agree give it to the next step at once") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  REQUIRE(scene.does(person("dana"), scene.says("helpdesk")) == std::nullopt);
  REQUIRE(scene.does(person("priya"), scene.says("harbor-it")) == std::nullopt);
  CHECK(scene.latest_names() == Names{"ruling-given", "dispute-moved-on"});
  CHECK(scene.ticket.dispute->deciders() == People{PersonName("nora")});
  CHECK(scene.ticket.dispute->rulings.empty());
  CHECK(scene.does(person("dana"), scene.says("helpdesk")) == RefusalKind::NotADecider);
  REQUIRE(scene.does(person("nora"), scene.says("helpdesk")) == std::nullopt);
  CHECK_FALSE(scene.ticket.dispute);
  CHECK(scene.owner().team == TeamName("helpdesk"));
}

TEST_CASE("somebody may think again while the others have not spoken") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  REQUIRE(scene.does(person("dana"), scene.says("helpdesk")) == std::nullopt);
  REQUIRE(scene.does(person("dana"), scene.says("harbor-it")) == std::nullopt);
  CHECK(scene.ticket.dispute->rulings.size() == 1);
  REQUIRE(scene.does(person("priya"), scene.says("harbor-it")) == std::nullopt);
  CHECK(scene.owner().team == TeamName("harbor-it"));
}

// Who is asked at a step may be asked at the next one as well.
std::shared_ptr<const policy::Policy> asking_dana_twice() {
  policy::Spec spec = governed_agreement()->spec();
  spec.governance.disputes->path[1].push_back(spec.governance.disputes->path[0][0]);
  return policy::Policy::make(std::move(spec));
}

TEST_CASE("a ruling that names its question counts for that one only") {
  Disputed scene;
  scene.comes_into_force(asking_dana_twice());
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  CHECK(scene.ticket.last_question == 1);
  GiveRuling first = scene.says("harbor-it");
  first.question = 1;
  REQUIRE(scene.does(person("dana"), first) == std::nullopt);
  REQUIRE(scene.does(person("dana"), first) == std::nullopt);  // once more, and it is the same
  CHECK(scene.ticket.dispute->rulings.size() == 1);
  REQUIRE(scene.does(person("priya"), scene.says("helpdesk")) == std::nullopt);
  REQUIRE(scene.ticket.dispute->deciders() == People{PersonName("nora"), PersonName("dana")});
  CHECK(scene.ticket.last_question == 2);
  CHECK(scene.does(person("dana"), first) == RefusalKind::NoSuchDispute);
  CHECK(scene.said == "question 1 is over: question 2 is the one that is asked now");
  CHECK(scene.ticket.dispute->rulings.empty());
  for (const std::uint32_t unknown : {0U, 3U}) {
    first.question = unknown;
    CHECK(scene.does(person("dana"), first) == RefusalKind::NoSuchDispute);
    CHECK(scene.said == fmt::format("this ticket has no question {}", unknown));
  }
  first.question.reset();  // whatever is asked now
  REQUIRE(scene.does(person("dana"), first) == std::nullopt);
  CHECK(scene.ticket.dispute->rulings.size() == 1);
}

TEST_CASE("a ruling on one dispute is none on the next") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  GiveRuling late = scene.says("harbor-it");
  late.question = scene.ticket.last_question;
  REQUIRE(scene.does(person("sam"), WithdrawDispute{}) == std::nullopt);
  CHECK(scene.does(person("dana"), late) == RefusalKind::NoSuchDispute);
  REQUIRE(scene.does(person("sam"), RaiseDispute{"and yet"}) == std::nullopt);
  CHECK(scene.does(person("dana"), late) == RefusalKind::NoSuchDispute);
  CHECK(scene.ticket.dispute->rulings.empty());
}

TEST_CASE("the last step is the same question when its time is over") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  for (int step = 0; step < 2; ++step) {
    scene.now = *scene.ticket.dispute->due;
    REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  }
  REQUIRE_FALSE(scene.ticket.dispute->due);
  CHECK(scene.ticket.last_question == 2);
  GiveRuling late = scene.says("soc");
  late.question = 2;
  REQUIRE(scene.does(person("nora"), late) == std::nullopt);
  CHECK(scene.owner().team == TeamName("soc"));
}

TEST_CASE("a ruling for the team that has it stays at night as well") {
  Disputed scene("core-banking");
  REQUIRE(scene.owner().team == TeamName("harbor-it"));
  REQUIRE(scene.does(person("luis"), RaiseDispute{"not ours"}) == std::nullopt);
  REQUIRE(scene.does(person("dana"), scene.says("harbor-it")) == std::nullopt);
  REQUIRE(scene.does(person("priya"), scene.says("harbor-it")) == std::nullopt);
  CHECK(scene.ticket.brought_by == AssignmentCause::Ruled);
  scene.now = kMonday + base::hours(9);
  static_cast<void>(scene.does(system_actor(), PassTime{}));
  CHECK(scene.owner().team == TeamName("harbor-it"));
  REQUIRE(scene.does(person("dana"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("soc"));
  CHECK(scene.ticket.brought_by == AssignmentCause::CategoryChanged);
}

TEST_CASE("what was ruled ends with the category, also where both categories are of one team") {
  Disputed scene("workstation");
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  REQUIRE(scene.does(person("dana"), scene.says("harbor-it")) == std::nullopt);
  REQUIRE(scene.does(person("priya"), scene.says("harbor-it")) == std::nullopt);
  REQUIRE(scene.does(person("dana"), ChangeCategory{CategoryName("other")}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("helpdesk"));
}

TEST_CASE("a ticket that comes straight back out of a dispute is looked at as well") {
  Disputed scene;
  scene.hands("sam", "harbor-it", "luis");
  REQUIRE(scene.does(person("luis"), RaiseDispute{"not ours"}) == std::nullopt);
  scene.hands("luis", "helpdesk", "otto");
  REQUIRE(scene.ticket.dispute);
  CHECK(scene.ticket.dispute->raised.kind == DisputeKind::Bounced);
}

TEST_CASE("each step has its time, and the last one is overdue") {
  Disputed scene("workstation", kMonday + base::hours(7));  // an hour before the office closes
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  CHECK(scene.due() == scene.now + base::hours(1));
  scene.now = scene.now + base::hours(1);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.ticket.dispute->step == 2);
  CHECK(scene.ticket.dispute->due == kMonday + base::hours(23));  // an hour of the next morning
  scene.now = *scene.ticket.dispute->due;
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.ticket.dispute->step == 2);
  CHECK_FALSE(scene.ticket.dispute->due);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  REQUIRE(scene.does(person("nora"), scene.says("soc")) == std::nullopt);  // late, and it counts
  CHECK(scene.owner().team == TeamName("soc"));
}

TEST_CASE("a hand-off that is accepted, a change that moves it, and the end of the work settle a dispute") {
  Disputed handed;
  REQUIRE(handed.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  handed.hands("sam", "harbor-it", "luis");
  CHECK(handed.latest_names() == Names{"handoff-accepted", "dispute-settled", "owner-assigned"});
  CHECK_FALSE(handed.ticket.dispute);

  Disputed changed;
  REQUIRE(changed.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  REQUIRE(changed.does(person("sam"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  CHECK(changed.latest_names() == Names{"category-changed", "dispute-settled", "owner-assigned"});

  Disputed done;
  REQUIRE(done.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  REQUIRE(done.does(person("otto"), Resolve{"it was quick"}) == std::nullopt);
  CHECK(done.latest_names() == Names{"dispute-settled", "ticket-resolved"});

  Disputed back;
  REQUIRE(back.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  CHECK(back.does(person("dana"), WithdrawDispute{}) == RefusalKind::NotTheOwner);
  REQUIRE(back.does(person("priya"), WithdrawDispute{}) == std::nullopt);
  CHECK(back.does(person("priya"), WithdrawDispute{}) == RefusalKind::NoSuchDispute);
}

TEST_CASE("who may say not ours, and how often") {
  Disputed scene;
  CHECK(scene.does(person("dana"), RaiseDispute{"not ours"}) == RefusalKind::NotTheOwner);
  CHECK(scene.does(person("sam"), RaiseDispute{" "}) == RefusalKind::EmptyText);
  CHECK(scene.does(person("dana"), scene.says("harbor-it")) == RefusalKind::NoSuchDispute);
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  CHECK(scene.does(person("sam"), RaiseDispute{"really"}) == RefusalKind::DisputeOpen);
  CHECK(scene.does(person("dana"), scene.says("corebank-support")) == RefusalKind::UnknownTeam);
  CHECK(scene.does(person("dana"), scene.says("moon")) == RefusalKind::UnknownTeam);
  CHECK(scene.does(person("dana"), GiveRuling{TeamName("helpdesk"), ""}) == RefusalKind::EmptyText);
}

TEST_CASE("without an agreed path there is no dispute, and the message says what there is instead") {
  Scene scene("workstation");
  CHECK(scene.does(person("sam"), RaiseDispute{"not ours"}) == RefusalKind::NoDisputePath);
  CHECK(scene.said == "the agreement does not say who decides disputes (`disputes`): offer a hand-off instead");
}

TEST_CASE("a ticket that comes straight back is looked at by both leads before it is handed on") {
  Disputed scene;
  scene.hands("sam", "harbor-it", "luis");
  CHECK_FALSE(scene.ticket.dispute);
  scene.hands("luis", "helpdesk", "otto");
  REQUIRE(scene.ticket.dispute);
  CHECK(scene.latest_names() == Names{"handoff-accepted", "owner-assigned", "dispute-raised"});
  CHECK(scene.ticket.dispute->raised.kind == DisputeKind::Bounced);
  CHECK(scene.ticket.dispute->deciders() == People{PersonName("dana"), PersonName("priya")});
  CHECK(scene.ticket.dispute->raised.path.size() == 3);
  CHECK(scene.does(person("otto"), OfferHandoff{TeamName("soc"), {}, "you?"}) == RefusalKind::DisputeOpen);
  CHECK(scene.does(person("otto"), WithdrawDispute{}) == RefusalKind::DisputeOpen);
  REQUIRE(scene.does(person("priya"), scene.says("helpdesk")) == std::nullopt);
  REQUIRE(scene.does(person("dana"), scene.says("helpdesk")) == std::nullopt);
  CHECK_FALSE(scene.ticket.dispute);
  CHECK(scene.ticket.trail.empty());
  scene.hands("otto", "soc", "mei");  // and from here on it is counted anew
  CHECK_FALSE(scene.ticket.dispute);
}

TEST_CASE("more hand-offs than are agreed open the triage as well") {
  Disputed scene;
  scene.hands("sam", "harbor-it", "luis");
  scene.hands("luis", "soc", "mei");
  CHECK_FALSE(scene.ticket.dispute);
  scene.hands("mei", "harbor-apps", "nora");
  REQUIRE(scene.ticket.dispute);
  CHECK(scene.ticket.dispute->raised.reason == "it was handed on 3 times: 2 are agreed");
  CHECK(scene.ticket.dispute->deciders() == People{PersonName("mei"), PersonName("nora")});
}

TEST_CASE("an offer that is declined again and again is looked at by both leads, whichever team declined it") {
  Disputed scene;
  const auto declines = [&](std::string_view team, std::string_view who) {
    REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName(team), {}, "yours"}) == std::nullopt);
    REQUIRE(scene.does(person(who), DeclineHandoff{scene.ticket.last_epoch, "not ours"}) == std::nullopt);
  };
  declines("harbor-it", "luis");
  declines("soc", "mei");
  CHECK_FALSE(scene.ticket.dispute);
  declines("harbor-apps", "nora");
  REQUIRE(scene.ticket.dispute);
  CHECK(scene.latest_names() == Names{"handoff-declined", "dispute-raised"});
  CHECK(scene.ticket.dispute->raised.kind == DisputeKind::Bounced);
  CHECK(scene.ticket.dispute->raised.reason == "it was offered and declined 3 times: 2 bounces are agreed");
  CHECK(scene.ticket.dispute->deciders() == People{PersonName("priya"), PersonName("nora")});
  CHECK(scene.owner().team == TeamName("helpdesk"));
  CHECK(scene.does(person("sam"), OfferHandoff{TeamName("soc"), {}, "you?"}) == RefusalKind::DisputeOpen);
  REQUIRE(scene.does(person("priya"), scene.says("helpdesk")) == std::nullopt);
  REQUIRE(scene.does(person("nora"), scene.says("helpdesk")) == std::nullopt);
  declines("harbor-it", "luis");  // and from here on it is counted anew
  CHECK_FALSE(scene.ticket.dispute);
}

TEST_CASE("declines are counted of the team that offers: who accepts begins anew") {
  Disputed scene;
  const auto declines = [&](std::string_view from, std::string_view team, std::string_view who) {
    REQUIRE(scene.does(person(from), OfferHandoff{TeamName(team), {}, "yours"}) == std::nullopt);
    REQUIRE(scene.does(person(who), DeclineHandoff{scene.ticket.last_epoch, "not ours"}) == std::nullopt);
  };
  declines("sam", "harbor-it", "luis");
  declines("sam", "harbor-it", "luis");
  scene.hands("sam", "soc", "mei");
  CHECK(scene.ticket.declined_by.empty());
  declines("mei", "harbor-it", "luis");
  declines("mei", "harbor-it", "luis");
  CHECK_FALSE(scene.ticket.dispute);
  declines("mei", "harbor-it", "luis");
  CHECK(scene.ticket.dispute.has_value());
}

TEST_CASE("what is in dispute already is not disputed again by declining, and the desk's own declining is no bounce") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  for (int i = 0; i < 3; ++i) {
    REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName("soc"), {}, "yours"}) == std::nullopt);
    REQUIRE(scene.does(person("mei"), DeclineHandoff{scene.ticket.last_epoch, "not ours"}) == std::nullopt);
    CHECK(scene.latest_names() == Names{"handoff-declined"});
  }
  CHECK(scene.ticket.declined_by.size() == 3);
  Event by_desk{.at = scene.now, .actor = system_actor(), .data = HandoffDeclined{}};
  REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName("soc"), {}, "yours"}) == std::nullopt);
  std::get<HandoffDeclined>(by_desk.data) = {.epoch = scene.ticket.last_epoch, .reason = "`mei` is on leave"};
  REQUIRE(evolve(scene.ticket, by_desk).has_value());
  CHECK(scene.ticket.declined_by.size() == 3);
}

TEST_CASE("without an agreed path the leads alone look at what bounced, without a limit") {
  Scene scene("workstation");
  const auto hands = [&](std::string_view from, std::string_view team, std::string_view to) {
    REQUIRE(scene.does(person(from), OfferHandoff{TeamName(team), {}, "yours"}) == std::nullopt);
    REQUIRE(scene.does(person(to), AcceptHandoff{scene.ticket.last_epoch}) == std::nullopt);
  };
  hands("sam", "harbor-it", "luis");
  hands("luis", "helpdesk", "otto");
  REQUIRE(scene.ticket.dispute);
  CHECK(scene.ticket.dispute->raised.path.size() == 1);
  CHECK_FALSE(scene.ticket.dispute->due);
}

// The agreement without these people, and what else is said.
std::shared_ptr<const policy::Policy> without(const std::vector<std::string>& leavers, policy::Spec spec) {
  for (policy::Person& person : spec.people) {
    if (std::ranges::find(leavers, person.name) != leavers.end()) person.name = "former-" + person.name;
  }
  return policy::Policy::make(std::move(spec));
}

TEST_CASE("who has left the agreement is not waited for") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  scene.comes_into_force(without({"priya"}, scene.policy().spec()));
  REQUIRE(scene.does(person("dana"), scene.says("harbor-it")) == std::nullopt);
  CHECK_FALSE(scene.ticket.dispute);
  CHECK(scene.owner().team == TeamName("harbor-it"));
}

TEST_CASE("what somebody said who has left the agreement does not count any more") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  REQUIRE(scene.does(person("priya"), scene.says("helpdesk")) == std::nullopt);
  scene.comes_into_force(without({"priya"}, scene.policy().spec()));
  REQUIRE(scene.does(person("dana"), scene.says("harbor-it")) == std::nullopt);
  CHECK_FALSE(scene.ticket.dispute);
  CHECK(scene.owner().team == TeamName("harbor-it"));
}

TEST_CASE("when somebody leaves who had not spoken, what the others ruled stands") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  REQUIRE(scene.does(person("dana"), scene.says("harbor-it")) == std::nullopt);
  REQUIRE(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  scene.comes_into_force(without({"priya"}, scene.policy().spec()));
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK_FALSE(scene.ticket.dispute);
  CHECK(scene.owner().team == TeamName("harbor-it"));
  CHECK(scene.ticket.ownership.reasons.front().text == "dana ruled that it is `harbor-it`'s: by the text");
  CHECK(scene.ticket.brought_by == AssignmentCause::Ruled);
}

TEST_CASE("what is ruled to stay is not kept by somebody who left the team meanwhile") {
  Disputed scene("core-banking");
  REQUIRE(scene.does(person("luis"), Take{}) == std::nullopt);
  REQUIRE(scene.does(person("luis"), RaiseDispute{"not ours"}) == std::nullopt);
  scene.comes_into_force(without({"luis"}, scene.policy().spec()));  // and the desk has not come round to it
  REQUIRE(scene.does(person("dana"), scene.says("harbor-it")) == std::nullopt);
  REQUIRE(scene.does(person("priya"), scene.says("harbor-it")) == std::nullopt);
  CHECK(scene.latest_names() == Names{"ruling-given", "dispute-settled", "work-released", "owner-assigned"});
  CHECK(scene.owner().team == TeamName("harbor-it"));
  CHECK(scene.owner().person != PersonName("luis"));
  CHECK(scene.owner().person.empty() == scene.ticket.ownership.gap);
  CHECK(scene.ticket.state == State::New);
}

TEST_CASE("where a step has nobody left the next one is asked, and then the agreement in force") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  scene.comes_into_force(without({"dana", "priya"}, scene.policy().spec()));
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.ticket.dispute->deciders() == People{PersonName("nora")});
  policy::Spec spec = scene.policy().spec();
  spec.governance.disputes->path = {{{1}}};  // luis
  scene.comes_into_force(without({"nora"}, spec));
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.ticket.dispute->deciders() == People{PersonName("luis")});
  CHECK(scene.ticket.dispute->due == kMonday + base::hours(1));
  spec.governance.disputes.reset();
  scene.comes_into_force(without({"nora", "luis"}, spec));
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.ticket.dispute->deciders() == People{scene.ticket.ownership.accountable});
}

TEST_CASE("where the agreement names nobody, who is asked is of it and not who answered until now") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  REQUIRE(scene.ticket.ownership.accountable == PersonName("priya"));
  policy::Spec spec = scene.policy().spec();
  spec.governance.disputes.reset();
  scene.comes_into_force(without({"dana", "priya", "nora"}, spec));
  CHECK(scene.does(person("luis"), scene.says("harbor-it")) == RefusalKind::NotADecider);
  CHECK(scene.said == "nobody who was asked is left: the desk asks others");
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.ticket.dispute->deciders() == People{PersonName("former-priya")});
  // And it is asked once.
  const std::uint32_t question = scene.ticket.last_question;
  scene.does(system_actor(), PassTime{});
  CHECK(scene.ticket.last_question == question);
}

TEST_CASE("where the agreement names nobody, who is asked is there") {
  const base::Instant thursday = kMonday + base::hours(24 * 10);  // priya is away then, and so is sam, her deputy
  Disputed scene("workstation", thursday);
  policy::Spec spec = scene.policy().spec();
  spec.governance.disputes->path = {{{2}}};  // nora
  scene.comes_into_force(policy::Policy::make(spec));
  REQUIRE(scene.does(person("otto"), RaiseDispute{"not ours"}) == std::nullopt);
  spec.governance.disputes.reset();
  scene.comes_into_force(without({"nora"}, spec));
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  REQUIRE(scene.ticket.ownership.accountable == PersonName("priya"));
  CHECK(scene.ticket.dispute->deciders() == People{PersonName("dana")});
}

TEST_CASE("who has gone over to a vendor decides no dispute any more") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), RaiseDispute{"not ours"}) == std::nullopt);
  policy::Spec spec = scene.policy().spec();
  for (policy::Person& one : spec.people) {
    if (one.name == "dana") one.party = {2};  // corebank
  }
  scene.comes_into_force(policy::Policy::make(std::move(spec)));
  CHECK(scene.does(person("dana"), scene.says("harbor-it")) == RefusalKind::NotADecider);
  REQUIRE(scene.does(person("priya"), scene.says("helpdesk")) == std::nullopt);
  CHECK_FALSE(scene.ticket.dispute);
}

TEST_CASE("an offer that nobody accepts in time is told to both leads") {
  Disputed scene;
  REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName("harbor-it"), {}, "yours"}) == std::nullopt);
  scene.now = scene.ticket.handoff->offer.expires_at;
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(std::get<HandoffExpired>(scene.latest.front().data).told == People{PersonName("priya"), PersonName("dana")});
}

}  // namespace
}  // namespace tandem::desk
