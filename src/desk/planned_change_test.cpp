// A change from its plan to its end: who is asked, who approves, when it may be started, what is owed afterwards.
#include "desk/planned_change.h"

#include <doctest/doctest.h>

#include "desk/due.h"
#include "desk/governed_agreement.h"
#include "desk/scene.h"

namespace tandem::desk {
namespace {

constexpr base::Instant kTuesdayNight = kMonday + base::hours(24 + 10);

// core-banking.handling is harbor-it's; helpdesk, mei and a vendor that luis answers for are consulted.
OpenTicket a_change(ChangeKind kind = ChangeKind::Normal, std::string_view activity = "core-banking.handling") {
  OpenTicket command = a_ticket({}, "normal");
  command.kind = TicketKind::Change;
  ChangePlan plan;
  plan.kind = kind;
  plan.activity = ActivityName(activity);
  plan.from = kTuesdayNight;
  plan.to = kTuesdayNight + base::hours(3);
  plan.assets = {"core-switch"};
  plan.plan = "install 4.2";
  plan.roll_back = "install 4.1";
  plan.risk = ChangeRisk::High;
  command.change = std::move(plan);
  return command;
}

Circumstances as(const Actor& actor, const policy::Policy& policy) {
  return {.policy = policy, .now = kMonday, .actor = actor, .workload = {}};
}

class Changing : public Scene {
 public:
  explicit Changing(const OpenTicket& command = a_change()) : Scene(governed_agreement(), command, kMonday) {}

  [[nodiscard]] const PlannedChange& change() const { return *ticket.change; }
  void agree() {
    for (const std::string_view who : {"priya", "mei", "luis"}) {
      if (!change().unanswered().empty()) static_cast<void>(does(person(who), AnswerChange{}));
    }
    REQUIRE(change().unanswered().empty());
  }
  void approve() {
    agree();
    REQUIRE(does(person("dana"), ApproveChange{}) == std::nullopt);
  }
  void start() {
    approve();
    now = kTuesdayNight;
    REQUIRE(does(person("luis"), StartChange{}) == std::nullopt);
  }
  std::optional<RefusalKind> passes(base::Instant at) {
    now = at;
    return does(system_actor(), PassTime{});
  }
};

std::vector<std::string> asked_of(const PlannedChange& change) {
  std::vector<std::string> names;
  for (const Consulted& one : change.asked) names.push_back(name_of(one));
  return names;
}
std::vector<std::string> told_of(const std::vector<Told>& told) {
  std::vector<std::string> names;
  for (const Told& one : told) names.push_back(fmt::format("{} ({})", one.person.text(), one.as));
  return names;
}
using Texts = std::vector<std::string>;

TEST_CASE("a planned change is its activity's team's, and asks whom the activity consults") {
  const Changing scene;
  CHECK(scene.ticket.facts.kind == TicketKind::Change);
  CHECK(scene.ticket.facts.category == CategoryName("core-banking"));
  CHECK(scene.owner().team == TeamName("harbor-it"));
  CHECK(scene.ticket.ownership.accountable == PersonName("dana"));
  CHECK(scene.change().phase == ChangePhase::Proposed);
  // Sam plans it and is of the helpdesk, which has been heard by that; luis answers for the vendor.
  CHECK(asked_of(scene.change()) == Texts{"luis", "mei"});
  CHECK(scene.change().answers_due == kMonday + base::hours(1));  // as a step of a dispute: a business hour
  CHECK(scene.events.size() == 3);
}

TEST_CASE("nobody approves before everybody who is consulted has answered") {
  Changing scene;
  CHECK(scene.does(person("sam"), ApproveChange{}) == RefusalKind::NotTheApprover);
  CHECK(scene.said == "`dana`, who answers for `core-banking.handling`, approves this change");
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::AnswersMissing);
  CHECK(scene.said == "`luis`, `mei` have not answered yet");
  CHECK(scene.does(person("nora"), AnswerChange{}) == RefusalKind::NotConsulted);
  REQUIRE(scene.does(person("mei"), AnswerChange{}) == std::nullopt);
  CHECK(scene.does(person("mei"), AnswerChange{}) == RefusalKind::NoChange);
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::AnswersMissing);
  CHECK(scene.said == "`luis` has not answered yet");
  REQUIRE(scene.does(person("luis"), AnswerChange{.answer = ChangeAnswer::Agree, .reason = "the vendor knows"}) ==
          std::nullopt);
  REQUIRE(scene.does(person("dana"), ApproveChange{"go on"}) == std::nullopt);
  CHECK(scene.change().phase == ChangePhase::Approved);
  CHECK(scene.change().approval->approved.ground == ApprovalGround::Accountable);
  CHECK(told_of(scene.change().approval->approved.told) ==
        Texts{"sam (planner)", "luis (consulted)", "mei (consulted)", "nora (informed)"});
  CHECK(scene.does(person("mei"), AnswerChange{.answer = ChangeAnswer::Object, .reason = "no"}) ==
        RefusalKind::WrongPhase);
}

TEST_CASE("who is on leave is spoken for by a colleague of theirs, and only then") {
  OpenTicket command = a_change(ChangeKind::Normal, "malware.handling");
  command.change->decision = DecisionKindName("core-upgrade");
  Changing scene(command);
  REQUIRE(asked_of(scene.change()) == Texts{"otto"});
  CHECK(scene.does(person("mei"), AnswerChange{}) == RefusalKind::NotConsulted);  // of otto's team, and otto is there
  OpenTicket later = a_change();
  later.change->from = kMonday + base::hours(24 * 9);
  later.change->to = later.change->from + base::hours(2);
  Changing away(later);
  away.now = kMonday + base::hours(24 * 8);  // sam is on leave; the helpdesk's answer was never needed
  CHECK(asked_of(away.change()) == Texts{"luis", "mei"});
  REQUIRE(away.does(person("mei"), AnswerChange{}) == std::nullopt);
}

TEST_CASE("an objection needs a reason and is decided where the agreement names somebody") {
  Changing scene;
  CHECK(scene.does(person("mei"), AnswerChange{.answer = ChangeAnswer::Object}) == RefusalKind::EmptyText);
  REQUIRE(scene.does(person("mei"), AnswerChange{.answer = ChangeAnswer::Object, .reason = "not on payday"}) ==
          std::nullopt);
  REQUIRE(scene.does(person("luis"), AnswerChange{}) == std::nullopt);
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::Objected);
  CHECK(scene.said == "`mei` objected: `nora` decides");  // the end of the path of disputes
  REQUIRE(scene.does(person("nora"), ApproveChange{}) == std::nullopt);
  CHECK(scene.change().approval->approved.ground == ApprovalGround::Deadlock);

  Changing convinced;
  REQUIRE(convinced.does(person("mei"), AnswerChange{.answer = ChangeAnswer::Object, .reason = "no"}) == std::nullopt);
  REQUIRE(convinced.does(person("luis"), AnswerChange{}) == std::nullopt);
  REQUIRE(convinced.does(person("mei"), AnswerChange{.answer = ChangeAnswer::Agree, .reason = "now yes"}) ==
          std::nullopt);
  CHECK(convinced.change().answers.size() == 2);
  REQUIRE(convinced.does(person("dana"), ApproveChange{}) == std::nullopt);
}

TEST_CASE("without anybody who decides, an objection stands until it is taken back") {
  policy::Spec spec = governed_agreement()->spec();
  spec.governance.disputes.reset();
  Scene scene(policy::Policy::make(std::move(spec)), a_change(), kMonday);
  REQUIRE(scene.does(person("mei"), AnswerChange{.answer = ChangeAnswer::Object, .reason = "no"}) == std::nullopt);
  REQUIRE(scene.does(person("luis"), AnswerChange{}) == std::nullopt);
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::Objected);
  CHECK(scene.said ==
        "`mei` objected, and the agreement names nobody who decides then: change the plan, or ask them "
        "to agree");
  CHECK(scene.ticket.change->answers_due == kTuesdayNight);  // nothing else is agreed: when it begins
}

TEST_CASE("a kind of decision brings its decider, whom to hear, how long, and who decides in a deadlock") {
  OpenTicket command = a_change();
  command.change->decision = DecisionKindName("core-upgrade");
  Changing scene(command);
  CHECK(asked_of(scene.change()) == Texts{"luis", "mei", "otto"});
  CHECK(scene.change().answers_due == kMonday + base::hours(2));
  for (const std::string_view who : {"luis", "mei", "otto"})
    REQUIRE(scene.does(person(who), AnswerChange{}) == std::nullopt);
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::NotTheApprover);
  CHECK(scene.said == "`nora`, who decides `core-upgrade`, approves this change");
  REQUIRE(scene.does(person("otto"), AnswerChange{.answer = ChangeAnswer::Object, .reason = "too early"}) ==
          std::nullopt);
  CHECK(scene.does(person("nora"), ApproveChange{}) == RefusalKind::Objected);
  REQUIRE(scene.does(person("tess"), ApproveChange{}) == std::nullopt);
  CHECK(scene.change().approval->approved.ground == ApprovalGround::Deadlock);
}

TEST_CASE("the responsible team approves alone what is within its authority, and nothing above") {
  OpenTicket command = a_change(ChangeKind::Normal, "workstation.handling");
  command.change->risk = ChangeRisk::Medium;
  Changing scene(command);
  CHECK(scene.change().asked.empty());
  CHECK_FALSE(scene.change().answers_due);
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::NotTheApprover);
  REQUIRE(scene.does(person("otto"), ApproveChange{}) == std::nullopt);
  CHECK(scene.change().approval->approved.ground == ApprovalGround::Authority);

  command.change->risk = ChangeRisk::High;
  Changing risky(command);
  CHECK(risky.does(person("otto"), ApproveChange{}) == RefusalKind::NotTheApprover);
  REQUIRE(risky.does(person("priya"), ApproveChange{}) == std::nullopt);
  CHECK(risky.change().approval->approved.ground == ApprovalGround::Accountable);

  // No limits are agreed for malware: nothing is allowed alone, but a small kind of decision.
  OpenTicket malware = a_change(ChangeKind::Normal, "malware.handling");
  malware.change->risk = ChangeRisk::Low;
  Changing asked(malware);
  CHECK(asked.does(person("otto"), ApproveChange{}) == RefusalKind::NotTheApprover);
  malware.change->decision = DecisionKindName("restart-node");
  Changing small(malware);
  REQUIRE(small.does(person("otto"), ApproveChange{}) == std::nullopt);
}

TEST_CASE("while who answers is on leave, the deputy approves") {
  OpenTicket command = a_change(ChangeKind::Normal, "workstation.handling");
  command.change->from = kMonday + base::hours(24 * 11);
  command.change->to = command.change->from + base::hours(2);
  policy::Spec spec = governed_agreement()->spec();
  spec.people[4].leave.clear();  // sam, the deputy, is there
  spec.people[4].leave_at.clear();
  Scene scene(policy::Policy::make(std::move(spec)), command, kMonday);
  scene.now = kMonday + base::hours(24 * 10);  // priya is on leave
  CHECK(scene.does(person("priya"), ApproveChange{}) == RefusalKind::NotTheApprover);
  REQUIRE(scene.does(person("sam"), ApproveChange{}) == std::nullopt);
}

TEST_CASE("a standard change is approved as it is planned, unless something stands in its way") {
  OpenTicket command = a_change(ChangeKind::Standard, "workstation.handling");
  command.change->risk = ChangeRisk::Low;
  command.change->action = "restart-switch";
  Changing scene(command);
  CHECK(scene.change().phase == ChangePhase::Approved);
  CHECK(scene.change().approval->approved.ground == ApprovalGround::Standard);
  CHECK(told_of(scene.change().approval->approved.told) ==
        Texts{"sam (planner)", "nora (informed)", "luis (informed)"});

  command.change->from = kMonday + base::hours(24 * 21);
  command.change->to = command.change->from + base::hours(1);
  Changing frozen(command);
  CHECK(frozen.change().phase == ChangePhase::Proposed);
  CHECK(frozen.does(person("priya"), ApproveChange{}) == RefusalKind::Frozen);
  CHECK(frozen.said == "it falls into the freeze `quarter end`: only an emergency may");
  REQUIRE(frozen.does(person("sam"), RescheduleChange{.from = kTuesdayNight,
                                                      .to = kTuesdayNight + base::hours(1),
                                                      .reason = "the freeze"}) == std::nullopt);
  CHECK(frozen.latest_names() == Names{"change-rescheduled", "change-approved"});
}

TEST_CASE("what a team may do unasked is for the team to say") {
  OpenTicket command = a_change(ChangeKind::Standard, "workstation.handling");
  command.change->risk = ChangeRisk::Low;
  command.change->action = "restart-switch";
  const auto policy = governed_agreement();
  const auto decision = open(command, as(person("dana"), *policy));
  Events events = std::get<Events>(decision);
  CHECK(events.size() == 3);  // planned, and not approved
  Ticket ticket = *replay(kTicketId, events);
  CHECK(std::holds_alternative<Refusal>(decide(ticket, ApproveChange{}, as(person("dana"), *policy))));
  CHECK(std::holds_alternative<Events>(decide(ticket, ApproveChange{}, as(person("otto"), *policy))));
}

TEST_CASE("who was approved first has the time: the other says which, and may be given another window") {
  Changing scene;
  scene.agree();
  ScheduledChange taken{.ticket = TicketId(base::IdBits{.high = 4, .low = 4}),
                        .number = 12,
                        .subject = "firmware",
                        .phase = ChangePhase::Approved,
                        .from = kTuesdayNight + base::hours(2),
                        .to = kTuesdayNight + base::hours(4),
                        .assets = {"CORE-SWITCH"}};
  scene.others = {taken};
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::ChangeClash);
  CHECK(scene.said ==
        "it clashes, because ticket 12 (firmware, approved) is at the same time: both touch `core-switch`: only an "
        "emergency may");
  REQUIRE(scene.does(person("sam"), RescheduleChange{.from = kTuesdayNight - base::hours(2),
                                                     .to = kTuesdayNight,
                                                     .reason = "firmware comes first"}) == std::nullopt);
  CHECK(scene.change().answers.empty());
  CHECK(scene.change().rescheduled == 1);
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::AnswersMissing);
  scene.approve();
  CHECK(scene.change().phase == ChangePhase::Approved);
}

TEST_CASE("an approved change is started in its window by those who work on it") {
  Changing scene;
  CHECK(scene.does(person("luis"), StartChange{}) == RefusalKind::WrongPhase);
  scene.approve();
  CHECK(scene.does(person("luis"), StartChange{}) == RefusalKind::OutsideWindow);
  CHECK(scene.said == "its window has not begun: only an emergency starts before");
  scene.now = kTuesdayNight - base::Duration(1);
  CHECK(scene.does(person("luis"), StartChange{}) == RefusalKind::OutsideWindow);
  scene.now = kTuesdayNight;
  CHECK(scene.does(person("sam"), StartChange{}) == RefusalKind::NotTheOwner);
  REQUIRE(scene.does(person("luis"), StartChange{}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"change-started", "work-started"});
  CHECK(scene.ticket.state == State::Active);
  CHECK(std::get<ChangeStarted>(scene.latest.front().data).told.empty());
  CHECK(scene.does(person("luis"), StartChange{}) == RefusalKind::WrongPhase);

  Changing late;
  late.approve();
  late.now = kTuesdayNight + base::hours(3);  // before time has passed by itself
  CHECK(late.does(person("luis"), StartChange{}) == RefusalKind::OutsideWindow);
}

TEST_CASE("what began since the approval stands in the way of the start") {
  Changing scene;
  scene.approve();
  scene.now = kTuesdayNight;
  scene.others = {{.ticket = TicketId(base::IdBits{.high = 4, .low = 4}),
                   .number = 13,
                   .subject = "attack",
                   .kind = ChangeKind::Emergency,
                   .phase = ChangePhase::Running,
                   .from = kTuesdayNight - base::hours(2),
                   .to = kTuesdayNight - base::hours(1),
                   .assets = {"core-switch"}}};
  CHECK(scene.does(person("luis"), StartChange{}) == RefusalKind::ChangeClash);
  scene.others.clear();
  REQUIRE(scene.does(person("luis"), StartChange{}) == std::nullopt);
}

TEST_CASE("a change is finished, in part with a word about it, or rolled back with the reason") {
  Changing whole;
  whole.start();
  CHECK(whole.does(person("sam"), FinishChange{}) == RefusalKind::NotTheOwner);
  CHECK(whole.does(person("luis"), FinishChange{.outcome = ChangeOutcome::Partly}) == RefusalKind::EmptyText);
  REQUIRE(whole.does(person("luis"), FinishChange{}) == std::nullopt);
  CHECK(whole.change().phase == ChangePhase::Finished);
  CHECK(whole.change().outcome == ChangeOutcome::Success);
  CHECK(told_of(std::get<ChangeFinished>(whole.latest.front().data).told) ==
        Texts{"dana (accountable)", "nora (informed)"});
  CHECK_FALSE(whole.change().owes_review());
  CHECK(whole.does(person("luis"), RollBackChange{"no"}) == RefusalKind::WrongPhase);
  CHECK(whole.does(person("luis"), ReviewChange{"good"}) == RefusalKind::WrongPhase);
  CHECK(whole.does(person("sam"),
                   RescheduleChange{.from = kTuesdayNight, .to = kTuesdayNight + base::hours(9), .reason = "again"}) ==
        RefusalKind::WrongPhase);
  REQUIRE(whole.does(person("luis"), Resolve{"done"}) == std::nullopt);
  REQUIRE(whole.does(person("luis"), Close{}) == std::nullopt);

  Changing back;
  back.start();
  CHECK(back.does(person("luis"), RollBackChange{""}) == RefusalKind::EmptyText);
  REQUIRE(back.does(person("luis"), RollBackChange{"tellers could not sign in"}) == std::nullopt);
  CHECK(back.change().phase == ChangePhase::RolledBack);
  REQUIRE(back.does(person("luis"), RescheduleChange{.from = kTuesdayNight + base::hours(24),
                                                     .to = kTuesdayNight + base::hours(26),
                                                     .reason = "with another driver",
                                                     .plan = "install 4.3"}) == std::nullopt);
  CHECK(back.change().plan.plan == "install 4.3");
  CHECK(back.change().plan.roll_back == "install 4.1");
  CHECK_FALSE(back.change().started_at);
}

TEST_CASE("an emergency starts at once, is told at once, and is reviewed before its ticket is closed") {
  Changing scene(a_change(ChangeKind::Emergency));
  CHECK(scene.does(person("nora"), StartChange{}) == RefusalKind::NotTheOwner);
  REQUIRE(scene.does(person("luis"), StartChange{}) == std::nullopt);  // a day before its window, and unapproved
  CHECK(told_of(std::get<ChangeStarted>(scene.latest.front().data).told) ==
        Texts{"dana (accountable)", "luis (consulted)", "mei (consulted)", "nora (informed)"});
  CHECK(scene.does(person("luis"), Resolve{"done"}) == RefusalKind::WrongPhase);
  CHECK(scene.said == "the change is running: finish it or roll it back first");
  REQUIRE(scene.does(person("luis"), FinishChange{}) == std::nullopt);
  REQUIRE(scene.change().owes_review());
  CHECK(scene.change().review->due == kMonday + kReviewWithin);
  REQUIRE(scene.does(person("luis"), Resolve{"done"}) == std::nullopt);
  CHECK(scene.does(person("luis"), Close{}) == RefusalKind::ReviewMissing);
  CHECK(scene.does(system_actor(), Close{}) == RefusalKind::ReviewMissing);
  CHECK(scene.due() == kMonday + kReviewWithin - kReviewReminder);
  REQUIRE(scene.passes(kMonday + kReviewWithin - kReviewReminder) == std::nullopt);
  CHECK(std::get<ChangeNoticed>(scene.latest.front().data).notice == ChangeNotice::ReviewSoon);
  REQUIRE(scene.passes(kMonday + kReviewWithin) == std::nullopt);
  CHECK(std::get<ChangeNoticed>(scene.latest.front().data).notice == ChangeNotice::ReviewDue);
  CHECK(scene.passes(kMonday + kReviewWithin + base::hours(1)) == RefusalKind::NothingDue);
  CHECK(scene.does(person("mei"), ReviewChange{"ask first"}) == RefusalKind::NotTheOwner);
  CHECK(scene.does(person("dana"), ReviewChange{" "}) == RefusalKind::EmptyText);
  REQUIRE(scene.does(person("dana"), ReviewChange{"ask the branch next time"}) == std::nullopt);
  CHECK(scene.does(person("dana"), ReviewChange{"again"}) == RefusalKind::WrongPhase);
  REQUIRE(scene.does(person("luis"), Close{}) == std::nullopt);
}

TEST_CASE("an emergency that is planned ahead may be approved in a freeze, by everybody's answer") {
  OpenTicket command = a_change(ChangeKind::Emergency);
  command.change->from = kMonday + base::hours(24 * 21);
  command.change->to = command.change->from + base::hours(1);
  Changing scene(command);
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::AnswersMissing);
  scene.approve();
  CHECK(scene.change().approval->approved.findings.front().kind == ChangeFindingKind::Freeze);
}

TEST_CASE("time reminds of answers once, and a change whose window is over lapses to its owner") {
  Changing scene;
  CHECK(scene.due() == kMonday + base::hours(1));
  REQUIRE(scene.does(person("mei"), AnswerChange{}) == std::nullopt);
  REQUIRE(scene.passes(kMonday + base::hours(1)) == std::nullopt);
  CHECK(scene.latest_names() == Names{"change-noticed"});
  CHECK(told_of(std::get<ChangeNoticed>(scene.latest.front().data).told) == Texts{"luis (consulted)", "sam (planner)"});
  CHECK(scene.passes(kMonday + base::hours(2)) == RefusalKind::NothingDue);
  CHECK(scene.due() == kTuesdayNight + base::hours(3));
  REQUIRE(scene.passes(kTuesdayNight + base::hours(3)) == std::nullopt);
  CHECK(scene.latest_names() == Names{"change-lapsed"});
  CHECK(scene.change().phase == ChangePhase::Lapsed);
  CHECK_FALSE(scene.due());
  REQUIRE(scene.does(person("sam"), RescheduleChange{.from = scene.now + base::hours(24),
                                                     .to = scene.now + base::hours(25),
                                                     .reason = "nobody came"}) == std::nullopt);
  CHECK(scene.change().phase == ChangePhase::Proposed);

  Changing late;  // everything at once: only what still matters is said
  REQUIRE(late.passes(kTuesdayNight + base::hours(30)) == std::nullopt);
  CHECK(late.latest_names() == Names{"change-lapsed"});
}

TEST_CASE("a change that runs past its window is told once") {
  Changing scene;
  scene.start();
  CHECK(scene.due() == kTuesdayNight + base::hours(3));
  REQUIRE(scene.passes(kTuesdayNight + base::hours(3)) == std::nullopt);
  CHECK(scene.latest_names() == Names{"change-noticed"});
  CHECK(std::get<ChangeNoticed>(scene.latest.front().data).notice == ChangeNotice::Overrun);
  CHECK(scene.change().phase == ChangePhase::Running);
  CHECK(scene.passes(kTuesdayNight + base::hours(4)) == RefusalKind::NothingDue);
}

TEST_CASE("a change that is not wanted any more is withdrawn, or goes with its ticket") {
  Changing scene;
  CHECK(scene.does(person("mei"), WithdrawChange{"no"}) == RefusalKind::NotTheOwner);
  REQUIRE(scene.does(person("sam"), WithdrawChange{"the switch is replaced"}) == std::nullopt);
  CHECK(scene.change().phase == ChangePhase::Withdrawn);
  CHECK(scene.does(person("sam"), WithdrawChange{"again"}) == RefusalKind::WrongPhase);

  Changing resolved;
  resolved.approve();
  REQUIRE(resolved.does(person("dana"), Resolve{"not needed"}) == std::nullopt);
  CHECK(resolved.latest_names() == Names{"change-withdrawn", "ticket-resolved"});
  CHECK_FALSE(resolved.due());
}

TEST_CASE("a change is nobody else's by the hour, and is promised no answer") {
  Changing scene(a_change());
  CHECK(scene.due() == scene.change().answers_due);            // no step of an escalation before
  static_cast<void>(scene.passes(kMonday + base::hours(12)));  // harbor-it has gone home
  CHECK(scene.owner().team == TeamName("harbor-it"));
  REQUIRE(scene.does(person("dana"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("harbor-it"));
  CHECK(scene.ticket.ownership.activity == ActivityName("core-banking.handling"));
  REQUIRE(scene.does(person("dana"), Resolve{"not needed"}) == std::nullopt);
  REQUIRE(scene.does(person("dana"), Reopen{"needed"}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("harbor-it"));
}

TEST_CASE("what a plan must be") {
  const auto policy = governed_agreement();
  std::string field;
  const auto refused = [&](const OpenTicket& command, const Actor& actor = person("sam")) {
    const auto decision = open(command, as(actor, *policy));
    const auto* no = std::get_if<Refusal>(&decision);
    REQUIRE(no != nullptr);
    field = no->field;
    return no->kind;
  };
  OpenTicket one = a_change();
  CHECK(refused(one, requester("ann@harbor.example")) == RefusalKind::NotAMember);
  CHECK(refused(one, system_actor()) == RefusalKind::NotAMember);
  one.kind = TicketKind::Incident;
  CHECK(refused(one) == RefusalKind::UnfitPlan);
  one = a_change();
  one.change.reset();
  CHECK(refused(one) == RefusalKind::UnfitPlan);
  const auto with = [&](const std::function<void(ChangePlan&)>& alter) {
    OpenTicket command = a_change();
    alter(*command.change);
    return refused(command);
  };
  CHECK(with([](ChangePlan& p) { p.to = p.from; }) == RefusalKind::UnfitPlan);
  CHECK(field == "change/to");
  CHECK(with([](ChangePlan& p) {
          p.to = kMonday;
          p.from = kMonday - base::hours(1);
        }) == RefusalKind::UnfitPlan);
  CHECK(with([](ChangePlan& p) { p.to = p.from + kLongestWindow + base::Duration(1); }) == RefusalKind::UnfitPlan);
  CHECK(with([](ChangePlan& p) { p.assets.clear(); }) == RefusalKind::UnfitPlan);
  CHECK(with([](ChangePlan& p) { p.assets = {"a", "A"}; }) == RefusalKind::UnfitPlan);
  CHECK(with([](ChangePlan& p) { p.assets = {" "}; }) == RefusalKind::UnfitPlan);
  CHECK(with([](ChangePlan& p) { p.assets = {"a\nb"}; }) == RefusalKind::UnfitPlan);
  CHECK(with([](ChangePlan& p) { p.assets = {std::string(201, 'a')}; }) == RefusalKind::UnfitPlan);
  CHECK(field == "change/assets");
  CHECK(with([](ChangePlan& p) { p.sites = {SiteName("moon")}; }) == RefusalKind::UnknownSite);
  CHECK(with([](ChangePlan& p) { p.asset_classes = {AssetClassName("moon")}; }) == RefusalKind::UnknownAssetClass);
  CHECK(with([](ChangePlan& p) { p.activity = ActivityName("moon"); }) == RefusalKind::UnknownActivity);
  CHECK(with([](ChangePlan& p) { p.decision = DecisionKindName("moon"); }) == RefusalKind::UnfitPlan);
  CHECK(with([](ChangePlan& p) { p.action = "fly"; }) == RefusalKind::UnfitPlan);
  CHECK(field == "change/action");
  CHECK(with([](ChangePlan& p) { p.kind = ChangeKind::Standard; }) == RefusalKind::UnfitPlan);
  CHECK(with([](ChangePlan& p) { p.plan = " "; }) == RefusalKind::EmptyText);
  CHECK(with([](ChangePlan& p) { p.roll_back.clear(); }) == RefusalKind::EmptyText);
  OpenTicket standard = a_change(ChangeKind::Standard, "workstation.handling");
  standard.change->action = "restart-switch";
  CHECK(refused(standard) == RefusalKind::UnfitPlan);  // its risk is high
}

TEST_CASE("a ticket that is no change has none of this") {
  Scene scene(governed_agreement(), a_ticket("workstation"), kMonday);
  CHECK(scene.does(person("sam"), AnswerChange{}) == RefusalKind::NotAChange);
  CHECK(scene.does(person("sam"), ApproveChange{}) == RefusalKind::NotAChange);
  CHECK(scene.does(person("sam"), StartChange{}) == RefusalKind::NotAChange);
  CHECK(scene.does(person("sam"), ReviewChange{"x"}) == RefusalKind::NotAChange);
}

}  // namespace
}  // namespace tandem::desk
