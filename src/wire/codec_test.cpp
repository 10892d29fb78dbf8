// Every answer, filled to the brim and as empty as it can be, against the API's own document.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "agreement/compile.h"
#include "desk/change_findings.h"
#include "desk/evolve.h"
#include "support/schema_check.h"
#include "wire/change_json.h"
#include "wire/decision_json.h"
#include "wire/engagement_json.h"
#include "wire/event_json.h"
#include "wire/names.h"
#include "wire/openapi.h"
#include "wire/problem.h"
#include "wire/session_json.h"
#include "wire/ticket_json.h"

namespace tandem::wire {
namespace {

const base::Instant kNow = base::Instant::from_unix_s(1'791'208'800);

const test::SchemaCheck& api() {
  static const test::SchemaCheck check(boost::json::parse({openapi_document().data(), openapi_document().size()}));
  return check;
}

std::string problems(const std::string& text, std::string_view schema) {
  return api().problems_of(boost::json::parse(text), schema);
}

std::shared_ptr<const app::Engagement> harbor() {
  std::stringstream text;
  text << std::ifstream(std::string(TANDEM_ROOT) + "/examples/harbor-cu/agreement.yaml").rdbuf();
  const agreement::Bundle bundle{.root = "agreement.yaml", .files = {{"agreement.yaml", text.str()}}};
  auto compiled = agreement::compile_bundle(bundle, {});
  REQUIRE(compiled.policy);
  app::Engagement engagement;
  engagement.record = {.name = desk::EngagementName("harbor-cu"),
                       .display = "Harbor and Northbeam",
                       .prefix = "HCU",
                       .created_at = kNow,
                       .agreement = {.version = 1, .root = bundle.root, .files = bundle.files, .in_force_from = kNow}};
  engagement.policy = compiled.policy;
  return std::make_shared<const app::Engagement>(std::move(engagement));
}

desk::Ticket empty_ticket() {
  desk::Ticket ticket =
      *desk::begin(desk::TicketId(base::IdBits{1, 2}), {.at = kNow, .actor = {}, .data = desk::TicketOpened{}});
  ticket.version = 2;
  ticket.facts.number = 7;
  ticket.facts.subject = "x";
  ticket.facts.category = desk::CategoryName("other");
  ticket.facts.priority = desk::PriorityName("no-longer-known");
  ticket.ownership = {.owner = {desk::PartyName("northbeam"), desk::TeamName("desk"), {}},
                      .accountable = desk::PersonName("priya"),
                      .activity = desk::ActivityName("help-desk.routine"),
                      .agreement_version = 1,
                      .gap = true,
                      .reasons = {}};
  return ticket;
}

desk::Ticket full_ticket() {
  desk::Ticket ticket = empty_ticket();
  const desk::Actor mei{.kind = desk::ActorKind::Person,
                        .person = desk::PersonName("mei"),
                        .party = desk::PartyName("northbeam"),
                        .display = "Mei Tanaka",
                        .email = ""};
  ticket.facts = {.number = 1042,
                  .kind = desk::TicketKind::Request,
                  .subject = "Line\tand \"quote\" \xc3\xa9",
                  .description = "**bold** <b>",
                  .requester = {.name = "Ana", .email = "ana@harbor.example", .vip = true},
                  .category = desk::CategoryName("malware"),
                  .priority = desk::PriorityName("normal"),
                  .site = desk::SiteName("main-street"),
                  .department = desk::DepartmentName("lending"),
                  .asset_class = desk::AssetClassName("server"),
                  .source = desk::Source::Email,
                  .external = desk::ExternalKey{"servicenow", "INC1"}};
  ticket.state = desk::State::Waiting;
  ticket.waiting_on = desk::WaitingOn::Vendor;
  ticket.ownership.owner.person = desk::PersonName("sam");
  ticket.ownership.reasons = {{"rule-matched", "a rule", "agreement.yaml", 75}, {"kept", "it stays", "", 0}};
  ticket.opened_at = kNow;
  ticket.updated_at = kNow + base::Duration(1);
  ticket.resolved_at = kNow;
  ticket.comments = {{1, kNow, mei, desk::Visibility::Both, {}, "see www.wiki.example"},
                     {2, kNow, mei, desk::Visibility::Team, desk::TeamName("soc"), ""}};
  ticket.handoff = desk::PendingHandoff{.offer = {.epoch = 3,
                                                  .from = ticket.ownership.owner,
                                                  .to_team = desk::TeamName("soc"),
                                                  .to_party = desk::PartyName("northbeam"),
                                                  .to_person = desk::PersonName("mei"),
                                                  .note = "look",
                                                  .expires_at = kNow},
                                        .offered_at = kNow,
                                        .offered_by = {}};
  return ticket;
}

app::TicketView view(desk::Ticket ticket) {
  return {.engagement = harbor(),
          .ticket = std::move(ticket),
          .hidden_notes = 1,
          .allowed = {.comment = true},
          .as_of = kNow,
          .targets = {},
          .charges = {},
          .side = {}};
}

desk::Segment segment(base::Instant from, desk::State state, std::optional<desk::WaitingOn> on) {
  return {.from = from,
          .party = desk::PartyName("northbeam"),
          .team = desk::TeamName("soc"),
          .state = state,
          .waiting_on = on,
          .priority = desk::PriorityName("normal")};
}

TEST_CASE("a ticket is as the document says, full and empty") {
  const std::string full = encode(view(full_ticket()));
  CHECK(problems(full, "Ticket") == "");
  CHECK(problems(encode(view(empty_ticket())), "Ticket") == "");
  const auto json = boost::json::parse(full);
  CHECK(json.at("number").as_string() == "HCU-1042");
  CHECK(json.at("subject").as_string() == "Line\tand \"quote\" \xc3\xa9");
  CHECK(json.at("description_html").as_string() == "<p><strong>bold</strong> &lt;b&gt;</p>\n");
  CHECK(json.at("comments").at(1).at("text").is_null());
  CHECK(json.at("comments").at(1).at("html").is_null());
  CHECK(json.at("targets").as_array().empty());
  CHECK(json.at("held").is_null());
  CHECK(json.at("reasons").at(1).at("line").is_null());
}

desk::PlannedChange full_change() {
  const desk::Actor dana{.kind = desk::ActorKind::Person,
                         .person = desk::PersonName("dana"),
                         .party = desk::PartyName("harbor"),
                         .display = "Dana Whitfield",
                         .email = ""};
  const desk::Consulted desk_team{.team = desk::TeamName("desk"), .person = {}};
  desk::PlannedChange change;
  change.plan = {.kind = desk::ChangeKind::Emergency,
                 .activity = desk::ActivityName("help-desk.business-app"),
                 .action = "restart-switch",
                 .from = kNow,
                 .to = kNow + base::hours(2),
                 .sites = {desk::SiteName("main-street")},
                 .asset_classes = {desk::AssetClassName("server")},
                 .assets = {"core \"switch\""},
                 .plan = "install",
                 .roll_back = "remove",
                 .risk = desk::ChangeRisk::High,
                 .decision = desk::DecisionKindName("architecture")};
  change.phase = desk::ChangePhase::Finished;
  change.planned_by = dana;
  change.planned_at = kNow;
  change.asked = {desk_team, {.team = {}, .person = desk::PersonName("mei")}};
  change.answers = {
      {.as = desk_team, .by = dana, .at = kNow, .answer = desk::ChangeAnswer::Object, .reason = "payday"}};
  change.answers_due = kNow;
  change.approval = desk::PlannedChange::Approval{
      .by = dana,
      .at = kNow,
      .approved = {.ground = desk::ApprovalGround::Deadlock,
                   .note = "go on",
                   .findings = {},
                   .told = {{.person = desk::PersonName("erin"), .as = "informed", .away = true}}}};
  change.started_at = change.ended_at = kNow;
  change.outcome = desk::ChangeOutcome::Partly;
  change.closing_words = "one is left";
  change.rescheduled = 2;
  change.review = desk::PlannedChange::Review{.due = kNow, .done_at = kNow, .by = dana, .text = "ask first"};
  return change;
}

TEST_CASE("a planned change is as the document says, full and empty") {
  app::TicketView seen = view(full_ticket());
  seen.ticket.facts.kind = desk::TicketKind::Change;
  seen.ticket.change = full_change();
  seen.change_findings = {{.kind = desk::ChangeFindingKind::Clash,
                           .blocks = true,
                           .text = "ticket 12 is at the same time",
                           .number = 12,
                           .file = {},
                           .line = 0},
                          {.kind = desk::ChangeFindingKind::Freeze,
                           .blocks = false,
                           .text = "falls into a freeze",
                           .number = 0,
                           .file = "agreement.yaml",
                           .line = 88}};
  const std::string full = encode(seen);
  CHECK(problems(full, "Ticket") == "");
  const auto json = boost::json::parse(full).at("change");
  CHECK(json.at("findings").at(0).at("ticket").as_string() == "HCU-12");
  CHECK(json.at("findings").at(1).at("ticket").is_null());
  CHECK(json.at("consulted").at(0).at("answer").as_string() == "object");
  CHECK(json.at("consulted").at(1).at("answer").is_null());
  CHECK(json.at("assets").at(0).as_string() == "core \"switch\"");
  seen.ticket.change = desk::PlannedChange();
  seen.change_findings.clear();
  CHECK(problems(encode(seen), "Ticket") == "");
}

TEST_CASE("a schedule of changes is as the document says, full and empty") {
  app::ChangeSchedule schedule{
      .engagement = harbor(), .part = {kNow, kNow + base::hours(24)}, .changes = {}, .freezes = {}, .clashes = {}};
  CHECK(problems(encode(schedule), "ChangeSchedule") == "");
  desk::Ticket ticket = full_ticket();
  ticket.change = full_change();
  schedule.changes = {desk::scheduled_change(ticket)};
  schedule.freezes = {{.name = "year end",
                       .during = {kNow, kNow + base::hours(1)},
                       .except = {desk::DecisionKindName("restart-server")},
                       .at = {"agreement.yaml", 88}},
                      {.name = {}, .during = {kNow, kNow + base::hours(1)}, .except = {}, .at = {}}};
  schedule.clashes = {{.first = ticket.id, .second = ticket.id, .both_touch = "`core-switch`"}};
  const std::string full = encode(schedule);
  CHECK(problems(full, "ChangeSchedule") == "");
  CHECK(boost::json::parse(full).at("freezes").at(1).at("name").is_null());
}

TEST_CASE("clocks and whose time it was are as the document says, in whole seconds that add up") {
  app::TicketView told = view(full_ticket());
  desk::TargetView target{.reading = {.kind = desk::TargetKind::Resolve,
                                      .state = desk::ClockState::Missed,
                                      .goal = base::minutes(1),
                                      .elapsed = base::minutes(2) + base::Duration(999'999),
                                      .paused = base::Duration(1'500'000),
                                      .due = kNow,
                                      .due_if_resumed = {},
                                      .paused_since = kNow,
                                      .met_at = {}},
                          .text = "1 min",
                          .clock = "office",
                          .warnings = {{.percent = 50, .at = kNow}},
                          .reasons = {{"promised", "so", "agreement.yaml", 7}, {"paused", "then", "", 0}}};
  told.targets = {target};
  target.reading = desk::Reading();
  target.reading.state = desk::ClockState::MetLate;
  target.reading.met_at = kNow;
  target.warnings.clear();
  target.reasons.clear();
  told.targets.push_back(target);
  told.ticket.segments = {segment(kNow, desk::State::Active, {}),
                          segment(kNow + base::hours(1), desk::State::Waiting, desk::WaitingOn::Vendor)};
  told.charges = {{.ball = desk::Ball::Holder,
                   .party = desk::PartyName("northbeam"),
                   .team = desk::TeamName("soc"),
                   .calendar = "always",
                   .open = base::hours(1),
                   .real = base::hours(1),
                   .counted = base::minutes(30),
                   .percent = 100},
                  {.ball = desk::Ball::Vendor, .party = {}, .team = {}, .calendar = {}, .open = {}}};
  const std::string text = encode(told);
  CHECK(problems(text, "Ticket") == "");
  const auto json = boost::json::parse(text);
  const auto& late = json.at("targets").at(0);
  CHECK(late.at("state").as_string() == "missed");
  CHECK(late.at("elapsed_seconds").as_int64() == 120);
  CHECK(late.at("remaining_seconds").as_int64() == -60);
  CHECK(late.at("paused_seconds").as_int64() == 1);
  CHECK(late.at("reasons").at(1).at("line").is_null());
  CHECK(json.at("targets").at(1).at("due_at").is_null());
  const auto& held = json.at("held");
  CHECK(held.at("segments").at(0).at("to") == held.at("segments").at(1).at("from"));
  CHECK(held.at("segments").at(1).at("to").is_null());
  CHECK(held.at("segments").at(1).at("ball").as_string() == "vendor");
  CHECK(held.at("charges").at(0).at("open_seconds").as_int64() == 3600);
  CHECK(held.at("charges").at(1).at("team").is_null());
}

app::QueueRow row() {
  return {.id = desk::TicketId(base::IdBits{3, 4}),
          .number = 1042,
          .version = 9,
          .subject = "Teller station at main street does not print receipts",
          .state = desk::State::Active,
          .waiting_on = {},
          .priority = desk::PriorityName("high"),
          .priority_rank = 1,
          .category = desk::CategoryName("core-banking"),
          .site = desk::SiteName("main-street"),
          .owner = {desk::PartyName("northbeam"), desk::TeamName("desk"), desk::PersonName("sam")},
          .accountable = desk::PersonName("priya"),
          .gap = false,
          .requester = {"Ana Ruiz", "ana.ruiz@harbor.example", false},
          .handoff_pending = true,
          .handoff_to = desk::TeamName("soc"),
          .public_comments = 4,
          .opened_at = kNow,
          .updated_at = kNow};
}

TEST_CASE("a page of a queue is as the document says") {
  CHECK(problems(encode(app::QueuePage{{row(), row()}, "cursor"}, "HCU"), "TicketPage") == "");
  CHECK(problems(encode(app::QueuePage{}, "HCU"), "TicketPage") == "");
}

desk::DecisionRequest decided() {
  desk::DecisionRequest decision;
  decision.asked.kind = desk::DecisionKindName("architecture");
  decision.asked.question = "**Keep it?**";
  decision.asked.evidence = "measured";
  decision.asked.options = {{"keep it", "cheap", desk::Cost{900, "USD"}, desk::RiskLevel::High, "keep-host"},
                            {"replace it", "", {}, {}, ""}};
  decision.asked.deadline = kNow;
  decision.asked.by = decision.asked.deadlock = desk::PersonName("dana");
  decision.asked.heard = {desk::PersonName("mei")};
  decision.asked.consulted = {{desk::PersonName("mei"), "must-be-heard", true},
                              {desk::PersonName("sam"), "asked", false}};
  decision.asked.sides = {desk::PartyName("harbor"), desk::PartyName("northbeam")};
  decision.asked.reasons = {{"decision-kind", "it is dana's", "agreement.yaml", 108}};
  decision.asked.renews = desk::DecisionRef{.ticket = desk::TicketId(base::IdBits{3, 4}), .number = 12};
  decision.asked_at = kNow;
  decision.advice = {{desk::PersonName("mei"), kNow, "keep it"}};
  decision.recommendations = {{{desk::PartyName("northbeam"), desk::PersonName("mei"), 1, "keep it"}, kNow}};
  decision.passed_on = desk::DecisionPassedOn{.why = desk::PassedOnBecause::Authority,
                                              .to = desk::PersonName("dana"),
                                              .option = 1,
                                              .reason = "cheap",
                                              .limit = "it costs 9.00 USD",
                                              .told = {},
                                              .file = "agreement.yaml",
                                              .line = 70};
  desk::DecisionTaken taken;
  taken.option = 1;
  taken.reason = "cheap";
  taken.conditions = "for a year";
  taken.owner = desk::PersonName("luis");
  taken.lapses_at = taken.remind_at = kNow;
  taken.risk = desk::AcceptedRisk{"no fixes", "watched"};
  taken.exception = desk::PolicyException{"patching", ""};
  taken.told = {{desk::PersonName("luis"), "informed", false}};
  decision.outcome = desk::DecisionRequest::Outcome{.taken = std::move(taken), .by = {}, .at = kNow};
  decision.opened_at = decision.reminded_at = decision.lapsed_at = kNow;
  decision.replaced_by = decision.asked.renews;
  return decision;
}

TEST_CASE("a decision is as the document says, as it is asked and at its end") {
  desk::Ticket ticket = full_ticket();
  ticket.facts.kind = desk::TicketKind::Decision;
  ticket.decision = decided();
  app::TicketView told = view(ticket);
  told.side = desk::PartyName("harbor");
  const std::string full = encode(told);
  CHECK(problems(full, "Ticket") == "");
  const auto json = boost::json::parse(full).at("decision");
  CHECK(json.at("sides").at(0).at("written_at").is_null());
  CHECK(json.at("sides").at(1).at("text").as_string() == "keep it");
  CHECK(json.at("consulted").at(0).at("advice").as_string() == "keep it");
  CHECK(json.at("consulted").at(1).at("advice").is_null());
  CHECK(json.at("renews").at("number").as_string() == "HCU-12");
  CHECK(json.at("standing").as_string() == "replaced");
  CHECK(json.at("options").at(1).at("cost").is_null());

  // What is sealed from the caller is empty, and said to be written all the same.
  ticket.decision->recommendations.front().recommendation.text.clear();
  ticket.decision->recommendations.front().recommendation.option = 0;
  const auto sealed = boost::json::parse(encode(view(ticket))).at("decision").at("sides").at(1);
  CHECK_FALSE(sealed.at("written_at").is_null());
  CHECK(sealed.at("option").is_null());
  CHECK(sealed.at("text").is_null());

  desk::DecisionRequest bare;
  bare.asked.kind = desk::DecisionKindName("architecture");
  bare.asked_at = kNow;
  ticket.decision = bare;
  CHECK(problems(encode(view(ticket)), "Ticket") == "");
}

TEST_CASE("the log of decisions is as the document says, full and empty") {
  desk::Ticket ticket = full_ticket();
  ticket.decision = decided();
  app::DecisionPage page{.rows = {*app::decision_row(ticket)}, .next = "n5"};
  desk::DecisionRequest bare;
  bare.asked.kind = desk::DecisionKindName("architecture");
  ticket.decision = bare;
  page.rows.push_back(*app::decision_row(ticket));
  const std::string text = encode(page, "HCU");
  CHECK(problems(text, "DecisionPage") == "");
  const auto json = boost::json::parse(text);
  CHECK(json.at("decisions").at(0).at("replaced_by").as_string() == "HCU-12");
  CHECK(json.at("decisions").at(0).at("risk").at("treatment").as_string() == "watched");
  CHECK(json.at("decisions").at(1).at("risk").is_null());
  CHECK(problems(encode(app::DecisionPage{}, "HCU"), "DecisionPage") == "");
}

TEST_CASE("the why is as the document says") {
  const app::WhyNow why{.view = view(full_ticket()),
                        .decided_at = kNow,
                        .cause = desk::AssignmentCause::HandoffAccepted,
                        .now = empty_ticket().ownership};
  CHECK(problems(encode(why), "Why") == "");
}

TEST_CASE("a history is as the document says") {
  const std::vector<app::HistoryLine> lines{
      {.version = 1, .event = {kNow, {}, desk::TicketOpened{}}, .text = "opened it"},
      {.version = 2,
       .event = {kNow, {}, desk::OwnerAssigned{desk::AssignmentCause::Opened, full_ticket().ownership}},
       .text = "given"}};
  const std::string text = encode(std::span<const app::HistoryLine>(lines));
  CHECK(problems(text, "History") == "");
  CHECK(boost::json::parse(text).at("entries").at(1).at("kind").as_string() == "owner-assigned");
}

TEST_CASE("engagements, sessions and agreements are as the document says") {
  const auto engagement = harbor();
  app::Load load;
  load.open_by_team[desk::TeamName("soc")] = 3;
  app::MembershipRecord member{.account = app::AccountId(base::IdBits{1, 1}),
                               .engagement = engagement->record.name,
                               .role = app::Role::Member,
                               .person = desk::PersonName("mei")};
  const std::vector<desk::TeamName> mine{desk::TeamName("soc")};
  const std::string full = encode(EngagementDetail{*engagement, member, mine, load, kNow});
  CHECK(problems(full, "Engagement") == "");
  CHECK(boost::json::parse(full).at("teams").at(2).at("open_items").as_int64() == 3);
  CHECK(boost::json::parse(full).at("default_priority").as_string() == "normal");

  const std::vector<EngagementSummary> summaries{{*engagement, member, 1, 2, 3}};
  CHECK(problems(encode(summaries), "EngagementList") == "");
  const app::Caller caller{
      .account = member.account, .email = "mei@northbeam.example", .display = "Mei Tanaka", .memberships = {member}};
  const app::SessionRecord record{
      .secret = {}, .account = member.account, .csrf = "abc", .created_at = kNow, .expires_at = kNow};
  CHECK(problems(encode_session(caller, &record, summaries, 25), "Session") == "");
  CHECK(problems(encode_session(caller, nullptr, {}, 25), "Session") == "");
  CHECK(problems(encode(engagement->record.agreement), "Agreement") == "");

  member.role = app::Role::Requester;
  member.person = desk::PersonName();
  const std::string outside = encode(EngagementDetail{*engagement, member, {}, load, kNow});
  CHECK(problems(outside, "Engagement") == "");
  CHECK(boost::json::parse(outside).at("teams").as_array().empty());
  CHECK(boost::json::parse(outside).at("people").as_array().empty());
}

TEST_CASE("live changes are as the document says, one line each") {
  const app::LiveChange change{.position = 12,
                               .ticket = desk::TicketId(base::IdBits{1, 2}),
                               .number = 7,
                               .version = 3,
                               .kind = "comment-added",
                               .at = kNow,
                               .actor = "Mei\nTanaka"};
  CHECK(problems(encode(change, {"harbor-cu", "HCU"}), "LiveChange") == "");
  std::string stream;
  append_event(stream, change, {"harbor-cu", "HCU"});
  CHECK(stream.starts_with("id: 12\nevent: change\ndata: {"));
  CHECK(std::ranges::count(stream, '\n') == 4);
}

TEST_CASE("problems are as the document says, and refusals have a type of their own") {
  const app::Failure refused{app::FailureKind::Refused, "no", {{"/a", "b"}}, desk::RefusalKind::NotTheOwner};
  const std::string text = encode(problem_of(refused));
  CHECK(problems(text, "Problem") == "");
  CHECK(boost::json::parse(text).at("type").as_string() == "https://tandem.example/problems/refused/not-the-owner");
  CHECK(problem_of(refused).status == 409);
  CHECK(problem_of({app::FailureKind::Unavailable, "", {}, {}}).retry_after_seconds > 0);
  app::Failure too_many{app::FailureKind::TooMany, "", {}, {}};
  too_many.retry_after = base::minutes(2) + base::Duration(1);
  CHECK(problem_of(too_many).status == 429);
  CHECK(problem_of(too_many).retry_after_seconds == 121);  // never too early
  CHECK(problem_of({app::FailureKind::Stale, "", {}, {}}).status == 412);
}

}  // namespace
}  // namespace tandem::wire
