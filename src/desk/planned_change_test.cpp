// A change until it is approved: what its plan must be, who is asked, who approves, what stands in its way.
#include "desk/change_scene.h"

namespace tandem::desk {
namespace {

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
  CHECK(scene.said == "dana, who answers for `core-banking.handling`, approves this change");
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::AnswersMissing);
  CHECK(scene.said == "luis and mei have not answered yet");
  CHECK(scene.does(person("nora"), AnswerChange{}) == RefusalKind::NotConsulted);
  REQUIRE(scene.does(person("mei"), AnswerChange{}) == std::nullopt);
  CHECK(scene.does(person("mei"), AnswerChange{}) == RefusalKind::NoChange);
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::AnswersMissing);
  CHECK(scene.said == "luis has not answered yet");
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
  command.change->decision = DecisionKindName("core-upgrade");  // which is to be taken with otto
  policy::Spec spec = governed_agreement()->spec();
  spec.people[5].leave = {{kMonday + base::hours(1), kMonday + base::hours(20)}};
  spec.people[5].leave_at = {policy::TextPlace{"leave.yaml", 5}};
  Scene scene(policy::Policy::make(std::move(spec)), command, kMonday);
  REQUIRE(asked_of(*scene.ticket.change) == Texts{"luis", "otto"});
  CHECK(scene.does(person("mei"), AnswerChange{}) == RefusalKind::NotConsulted);  // otto is there
  scene.now = kMonday + base::hours(2);
  CHECK(scene.does(person("dana"), AnswerChange{}) == RefusalKind::NotConsulted);  // of no team of otto's
  REQUIRE(scene.does(person("mei"), AnswerChange{}) == std::nullopt);
  CHECK(scene.ticket.change->answers.front().as == Consulted{{}, PersonName("otto")});
  CHECK(scene.ticket.change->answers.front().by.person == PersonName("mei"));
}

TEST_CASE("an objection needs a reason and is decided where the agreement names somebody") {
  Changing scene;
  CHECK(scene.does(person("mei"), AnswerChange{.answer = ChangeAnswer::Object}) == RefusalKind::EmptyText);
  REQUIRE(scene.does(person("mei"), AnswerChange{.answer = ChangeAnswer::Object, .reason = "not on payday"}) ==
          std::nullopt);
  REQUIRE(scene.does(person("luis"), AnswerChange{}) == std::nullopt);
  CHECK(scene.does(person("dana"), ApproveChange{}) == RefusalKind::Objected);
  CHECK(scene.said == "mei objected: nora decides");  // the end of the path of disputes
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
        "mei objected, and the agreement names nobody who decides then: change the plan, or ask them "
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
  CHECK(scene.said == "nora, who decides `core-upgrade`, approves this change");
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

  // Where no limits are agreed nothing is allowed alone, but a small kind of decision.
  policy::Spec spec = governed_agreement()->spec();
  policy::Activity& activity = *std::ranges::find(spec.activities, "malware.handling", &policy::Activity::name);
  activity.authority = {};
  activity.consulted_people.clear();
  const auto policy = policy::Policy::make(std::move(spec));
  OpenTicket malware = a_change(ChangeKind::Normal, "malware.handling");
  malware.change->risk = ChangeRisk::Low;
  Changing asked(malware, policy);
  CHECK(asked.does(person("otto"), ApproveChange{}) == RefusalKind::NotTheApprover);
  malware.change->decision = DecisionKindName("restart-node");
  Changing small(malware, policy);
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
  // And not sam, who plans it.
  CHECK(told_of(scene.change().approval->approved.told) == Texts{"nora (informed)", "luis (informed)"});

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
