// What has been stored stays readable: one event of each kind as version 1 wrote it, pinned byte for byte. Nothing in
// testdata/ is ever edited; a new version of the format adds a file.
#include <doctest/doctest.h>

#include <fstream>

#include "record/event_record.h"

using namespace tandem::desk;
namespace base = tandem::base;

namespace {

constexpr base::Instant kAt = base::Instant::from_unix_us(1'791'208'800'123'456);

Actor mei() {
  return {.kind = ActorKind::Person,
          .person = PersonName("mei"),
          .party = PartyName("northbeam"),
          .display = "Mei Tanaka",
          .email = "mei@northbeam.example"};
}

Actor ann() {
  return {
      .kind = ActorKind::Requester, .person = {}, .party = {}, .display = "Ann Field", .email = "ann@harbor.example"};
}

Owner soc() {
  return {.party = PartyName("northbeam"), .team = TeamName("soc"), .person = PersonName("mei")};
}

TicketOpened opened() {
  return {.number = 1042,
          .kind = TicketKind::Request,
          .subject = "Screen \"A\" stays black",
          .description = "C:\\temp\nétage 2\t🖨\x01",
          .requester = {.name = "Ann Field", .email = "ann@harbor.example", .vip = true},
          .category = CategoryName("workstation"),
          .priority = PriorityName("high"),
          .site = SiteName("main-street"),
          .department = DepartmentName("lending"),
          .asset_class = AssetClassName("laptop"),
          .source = Source::Email,
          .external = ExternalKey{.system = "servicenow", .key = "INC0000045"}};
}

OwnerAssigned assigned() {
  return {.cause = AssignmentCause::CategoryChanged,
          .ownership = {
              .owner = soc(),
              .accountable = PersonName("otto"),
              .activity = ActivityName("endpoint-security.remediation"),
              .agreement_version = 3,
              .gap = true,
              .reasons = {{.kind = "rule-matched", .text = "rule `critical`", .file = "agreement.yaml", .line = 50},
                          {.kind = "kept", .text = "`mei` has it already", .file = {}, .line = 0}}}};
}

HandoffOffered offered() {
  return {.epoch = 2,
          .from = soc(),
          .to_team = TeamName("harbor-it"),
          .to_party = PartyName("harbor"),
          .to_person = PersonName("luis"),
          .note = "needs a key",
          .expires_at = kAt + base::minutes(30)};
}

EscalationStepTaken step_taken() {
  return {.step = 2,
          .steps = 3,
          .priority = PriorityName("critical"),
          .told = {{.person = PersonName("dana"), .as = "named", .away = true},
                   {.person = PersonName("priya"), .as = "lead", .away = false}},
          .file = "agreement.yaml",
          .line = 71,
          .due = std::nullopt};
}

DisputeRaised raised() {
  return {.kind = DisputeKind::NotOurs,
          .reason = "a teller station",
          .path = {{PersonName("dana"), PersonName("priya")}, {PersonName("erin")}},
          .due = kAt + base::hours(1)};
}

ChangePlan plan() {
  return {.kind = ChangeKind::Normal,
          .activity = ActivityName("network.changes"),
          .action = "restart-switch",
          .from = kAt + base::hours(24),
          .to = kAt + base::hours(26),
          .sites = {SiteName("main-street")},
          .asset_classes = {AssetClassName("switch")},
          .assets = {"core-switch", "Switch 2"},
          .plan = "firmware 4.2, then restart",
          .roll_back = "firmware 4.1",
          .risk = ChangeRisk::Medium,
          .decision = DecisionKindName("architecture")};
}

std::vector<Consulted> asked() {
  return {{.team = TeamName("harbor-it"), .person = {}}, {.team = {}, .person = PersonName("dana")}};
}

std::vector<ChangeFinding> findings() {
  return {{.kind = ChangeFindingKind::Clash,
           .blocks = false,
           .text = "ticket 12 is at the same time",
           .number = 12,
           .file = {},
           .line = 0},
          {.kind = ChangeFindingKind::Freeze,
           .blocks = true,
           .text = "falls into the freeze `year end`",
           .number = 0,
           .file = "agreement.yaml",
           .line = 88}};
}

std::vector<Told> told() {
  return {{.person = PersonName("dana"), .as = "accountable", .away = true}};
}

DecisionAsked decision_asked() {
  return {.kind = DecisionKindName("risk-acceptance"),
          .big = true,
          .question = "Keep the old teller printers?",
          .options = {{.name = "Replace them",
                       .words = "two weeks",
                       .cost = Cost{.hundredths = 1'250'050, .currency = "USD"},
                       .risk = RiskLevel::Low,
                       .action = "replace-hardware"},
                      {.name = "Keep them", .words = {}, .cost = {}, .risk = {}, .action = {}}},
          .evidence = "no firmware since 2024",
          .deadline = kAt + base::hours(120),
          .by = PersonName("erin"),
          .deadlock = PersonName("paul"),
          .heard = {PersonName("dana"), PersonName("mei")},
          .consulted = {{.person = PersonName("dana"), .as = "must-be-heard", .away = true}},
          .sides = {PartyName("harbor"), PartyName("northbeam")},
          .reasons = {{.kind = "decision-kind", .text = "it is erin's", .file = "agreement.yaml", .line = 110}},
          .renews = DecisionRef{.ticket = TicketId(base::IdBits{.high = 7, .low = 9}), .number = 12}};
}

DecisionPassedOn passed_on() {
  return {.why = PassedOnBecause::Authority,
          .to = PersonName("dana"),
          .option = 1,
          .reason = "it is broken",
          .limit = "it costs 12500.50 USD",
          .told = {{.person = PersonName("dana"), .as = "decides", .away = false}},
          .file = "agreement.yaml",
          .line = 70};
}

DecisionTaken taken() {
  return {.option = 2,
          .reason = "the new ones come in spring",
          .conditions = "no new ones are bought",
          .owner = PersonName("erin"),
          .lapses_at = kAt + base::hours(2400),
          .remind_at = kAt + base::hours(2064),
          .risk = AcceptedRisk{.what = "no more fixes", .treatment = "own network"},
          .exception = PolicyException{.policy = "patching", .scope = "teller printers"},
          .told = {{.person = PersonName("luis"), .as = "harbor-it", .away = false}},
          .agreement_version = 3};
}

TicketId other() {
  return TicketId({.high = 0x019a0b1c2d3e4f50, .low = 0x8123456789abcdef});
}

Told erin_told() {
  return {.person = PersonName("erin"), .as = "named", .away = true};
}

MajorPost post() {
  return {.role = MajorRole::Decide,
          .decides = "fail-over",
          .team = {},
          .person = PersonName("priya"),
          .reason = "the scenario `outage` names it",
          .file = "agreement.yaml",
          .line = 120};
}

MajorDeclared declared() {
  MajorPost contain = post();
  contain.role = MajorRole::Contain;
  contain.decides.clear();
  contain.team = TeamName("desk");
  contain.person = {};
  return {.scenario = "outage",
          .reason = "nobody can work",
          .told = {erin_told()},
          .posts = {contain, post()},
          .update_due = kAt + base::hours(1)};
}

FormId form() {
  return FormId(base::IdBits{.high = 8, .low = 1});
}

FormFilled filled() {
  return {.form = form(),
          .title = "New starter",
          .answers = {{.field = "start", .label = "First day", .kind = FieldKind::Date, .value = "2026-11-02"},
                      {.field = "manager",
                       .label = "Manager",
                       .kind = FieldKind::Person,
                       .value = "Dana Whitfield",
                       .email = "dana@harbor.example"}}};
}

// In the order of the lines of the file.
ActionRecorded action() {
  return {.action = 4,
          .name = "disable-account",
          .on = "ann@harbor.example",
          .done_at = kAt - base::minutes(20),
          .cost = Cost{.hundredths = 25'050, .currency = "USD"},
          .risk = RiskLevel::Medium,
          .team = TeamName("soc"),
          .activity = ActivityName("endpoint-security.remediation"),
          .because = "`disable-account` is not among what `soc` may do alone",
          .file = "agreement.yaml",
          .line = 64,
          .reason = "money was going out",
          .asked = PersonName("erin"),
          .told = {erin_told()},
          .agreement_version = 3,
          .decided_by = DecisionRef{.ticket = other(), .number = 1017}};
}

CoverWanted cover() {
  return {.leave = {.leave = LeaveId(base::IdBits{.high = 7, .low = 11}),
                    .person = PersonName("luis"),
                    .from = "2026-12-21",
                    .to = "2027-01-02 13:00",
                    .begins = kAt + base::hours(24 * 77)},
          .uncovered = {{.kind = "nobody-answers", .subject = "payroll.handling", .text = "nobody answers for it"}}};
}

std::vector<Event> stored() {
  const Actor system{.kind = ActorKind::System, .person = {}, .party = {}, .display = "Tandem", .email = {}};
  return {
      {kAt, mei(), opened()},
      {kAt, mei(), assigned()},
      {kAt, mei(), CommentAdded{7, Visibility::Team, TeamName("soc"), "**seen**"}},
      {kAt, mei(), PriorityChanged{PriorityName("normal"), PriorityName("high")}},
      {kAt, mei(), CategoryChanged{CategoryName("other"), CategoryName("malware")}},
      {kAt, mei(), offered()},
      {kAt, mei(), HandoffAccepted{2}},
      {kAt, mei(), HandoffDeclined{2, "not ours"}},
      {kAt, mei(), HandoffWithdrawn{2}},
      {kAt, system, HandoffExpired{2, {}}},
      {kAt, mei(), WorkStarted{}},
      {kAt, mei(), WaitStarted{WaitingOn::Evidence}},
      {kAt, mei(), TicketResolved{"new cable"}},
      {kAt, mei(), TicketReopened{"again"}},
      {kAt, system, TicketClosed{}},
      {kAt, mei(), WorkReleased{"my shift ends"}},
      {kAt, mei(), Acknowledged{}},
      {kAt, system, step_taken()},
      {kAt, mei(), StrategicFlagged{ActivityName("governance.roadmap"), "the whole fleet"}},
      {kAt, mei(), raised()},
      {kAt, mei(), RulingGiven{TeamName("harbor-it"), "their branch"}},
      {kAt, system, DisputeMovedOn{2, kAt + base::hours(24), {}}},
      {kAt, mei(), DisputeSettled{SettledBy::Ruling, TeamName("harbor-it"), "their branch"}},
      {kAt, system,
       TargetWarned{TargetKind::Resolve, 75, kAt + base::hours(1), {{PersonName("mei"), "on-duty", false}}}},
      {kAt, mei(), ChangePlanned{plan(), asked(), kAt + base::hours(4)}},
      {kAt, mei(),
       ChangeRescheduled{kAt + base::hours(48), kAt + base::hours(50), "the branch is open", "slower", "as before",
                         asked(), kAt + base::hours(24)}},
      {kAt, mei(), ChangeAnswered{asked(), ChangeAnswer::Object, "not on payday"}},
      {kAt, mei(), ChangeApproved{ApprovalGround::Deadlock, "go on", findings(), told()}},
      {kAt, mei(), ChangeStarted{told()}},
      {kAt, mei(), ChangeFinished{ChangeOutcome::Partly, "one switch is left", told(), kAt + base::hours(120)}},
      {kAt, mei(), ChangeRolledBack{"tellers could not sign in", told(), kAt + base::hours(120)}},
      {kAt, mei(), ChangeReviewed{"ask the branch next time"}},
      {kAt, mei(), ChangeWithdrawn{"the switch is replaced"}},
      {kAt, system, ChangeLapsed{told()}},
      {kAt, system, ChangeNoticed{ChangeNotice::AnswersMissing, told()}},
      {kAt, mei(), WatchStarted{PersonName("dana")}},
      {kAt, mei(), WatchEnded{PersonName("dana")}},
      {kAt, mei(), TagsChanged{{"branch", "printer"}, {"laptop"}}},
      {kAt, ann(), ServiceRated{Verdict::Bad, "it took a week", PartyName("northbeam"), TeamName("soc")}},
      {kAt, mei(), decision_asked()},
      {kAt, mei(), AdviceGiven{"keep them"}},
      {kAt, mei(), RecommendationSealed{PartyName("northbeam"), 2, "wait for spring", "salt"}},
      {kAt, mei(),
       RecommendationsOpened{{{PartyName("northbeam"), PersonName("mei"), 2, "wait for spring"},
                              {PartyName("harbor"), PersonName("dana"), 1, "replace them"}}}},
      {kAt, mei(), passed_on()},
      {kAt, mei(), taken()},
      {kAt, system, LapseReminded{{{.person = PersonName("erin"), .as = "owner", .away = false}}}},
      {kAt, system, DecisionLapsed{{{.person = PersonName("erin"), .as = "owner", .away = false}}}},
      {kAt, system, DecisionReplaced{{.ticket = TicketId(base::IdBits{.high = 7, .low = 11}), .number = 19}}},
      {kAt, mei(), TicketLinked{LinkKind::Follows, other(), 1017, 3}},
      {kAt, mei(), TicketUnlinked{LinkKind::HasPart, other(), 1017}},
      {kAt, mei(), TicketMerged{other(), 1017, "the same outage"}},
      {kAt, mei(), FollowerAdded{other(), 1017, "Ann Field"}},
      {kAt, mei(), LinkedTicketMoved{LinkKind::CausedBy, other(), 1017, LinkedMove::Workaround, "unplug it"}},
      {kAt, mei(), VendorCaseOpened{PartyName("corebank"), "CB-77", kAt + base::hours(8)}},
      {kAt, mei(), VendorChased{"not ours", PartyName("netco"), "N1", kAt + base::hours(8)}},
      {kAt, mei(), VendorAnswered{"fixed in 4.2"}},
      {kAt, system, VendorChaseDue{2, {PersonName("luis")}, kAt + base::hours(8)}},
      {kAt, mei(), VendorLoopFound{"`corebank` had it", {PersonName("dana")}}},
      {kAt, mei(), RootCauseFound{"a firmware that leaks"}},
      {kAt, mei(), KnownErrorDeclared{"restart it at night"}},
      {kAt, mei(), declared()},
      {kAt, mei(), MajorRoleGiven{post()}},
      {kAt, mei(), TimelineNoted{"power is back"}},
      {kAt, mei(), MajorUpdateSent{UpdateAudience::Leadership, "half is back", {erin_told()}, kAt + base::hours(1)}},
      {kAt, system, MajorUpdateOverdue{UpdateAudience::Requesters, 1, {erin_told()}, kAt + base::minutes(15)}},
      {kAt, mei(), MajorStoodDown{"all is back"}},
      {kAt, mei(), MajorReviewed{"a second line is needed"}},
      {kAt, ann(), filled()},
      {kAt, mei(), ChecklistStarted{form(), "New starter"}},
      {kAt, mei(), FoundNotNeeded{"they bring their own"}},
      {kAt, mei(),
       DueDateSet{kAt + base::hours(72), kAt + base::hours(62), kAt + base::hours(48), "the contract begins"}},
      {kAt, system, DueDateNoticed{DueNotice::Missed, {erin_told()}}},
      {kAt, mei(),
       FileAttached{2, "screen.png", ContentHash(std::string(64, 'a')), 5'000'000'000, "image/png", Visibility::Team,
                    TeamName("soc"), 3}},
      {kAt, mei(), FileRemoved{2, "screen.png", Visibility::Team, TeamName("soc"), "her salary stands in it"}},
      {kAt, mei(), action()},
      {kAt, mei(), ActionAnswered{4, ActionAnswer::Dispute, "nobody asked us"}},
      {kAt, system, cover()},
      {kAt, system, CoverReminded{{erin_told()}}},
      {kAt, mei(), CoverArranged{"Otto is on call", PersonName("otto")}},
      {kAt, mei(),
       DecisionUsed{other(), 1017, 4, kAt - base::minutes(20), Cost{.hundredths = 25'050, .currency = "USD"}}}};
}

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("events stored by version 1 read as they were meant") {
  const auto lines = lines_of(TANDEM_ROOT "/src/record/testdata/events_v1.jsonl");
  const auto events = stored();
  REQUIRE(lines.size() == events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    CHECK(events[i].data.index() == i);
    const auto read = tandem::record::decode(lines[i]);
    REQUIRE_MESSAGE(read.has_value(), lines[i]);
    CHECK(*read == events[i]);
    CHECK(tandem::record::encode(events[i]) == lines[i]);
  }
}
