// A change from its approval to its end: when it may be started, what time does to it, what is owed afterwards.
#include "desk/change_scene.h"
#include "desk/due.h"

namespace tandem::desk {
namespace {

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
        Texts{"dana (accountable)", "mei (consulted)", "nora (informed)"});  // and not luis, who starts it
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

}  // namespace
}  // namespace tandem::desk
