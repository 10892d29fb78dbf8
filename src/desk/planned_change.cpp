// From the plan to its approval: those who are consulted answer, who may approves, and another window asks again.
#include "desk/planned_change.h"

#include "desk/change_findings.h"
#include "desk/change_people.h"
#include "desk/change_rules.h"
#include "desk/planning.h"

namespace tandem::desk {
namespace {

const ChangeFinding* blocking(const std::vector<ChangeFinding>& findings) {
  const auto found = std::ranges::find(findings, true, &ChangeFinding::blocks);
  return found == findings.end() ? nullptr : &*found;
}

std::vector<ChangeFinding> findings_of(const Case& given) {
  return change_findings(given.ticket.change->plan, given.ticket.id, given.policy(), given.now(),
                         given.circumstances.changes,
                         {.category = given.ticket.facts.category, .prefix = given.circumstances.prefix});
}

Refusal blocked(const ChangeFinding& finding) {
  const bool frozen = finding.kind == ChangeFindingKind::Freeze;
  return refuse(frozen ? RefusalKind::Frozen : RefusalKind::ChangeClash, {},
                fmt::format("it {}: only an emergency may",
                            frozen ? finding.text : fmt::format("clashes, because {}", finding.text)));
}

// Whom an approval is told to: who planned it, those who were asked, and those who are informed.
std::vector<Told> told_of_approval(const ChangePlan& plan, const PersonName& planner,
                                   const std::vector<Consulted>& asked, const CategoryName& category,
                                   const Circumstances& circumstances) {
  Recipients recipients(circumstances, category);
  return recipients.add(planner, "planner").add(asked).add_informed(plan).take();
}

// Who may give it another window or take it back: whoever works on it, planned it, or answers for it.
std::optional<Refusal> must_plan(const Case& given, std::string_view doing) {
  const bool is_planner = given.actor().kind == ActorKind::Person && !given.actor().person.empty() &&
                          given.actor().person == given.ticket.change->planned_by.person;
  if (is_planner || answers_for_change(given)) return given.standing.must_belong(doing);
  return must_work_on_change(given, doing);
}

// The ticket is open and its change in a phase that `fits`.
template <class Fits>
std::optional<Refusal> must_be_at(const Case& given, std::string_view doing, Fits fits) {
  if (auto no = must_be_open(given.ticket)) return no;
  if (!given.ticket.change) return refuse(RefusalKind::NotAChange, {}, "the ticket is no planned change");
  const ChangePhase phase = given.ticket.change->phase;
  if (fits(phase)) return std::nullopt;
  return refuse(
      RefusalKind::WrongPhase, {},
      fmt::format("the change is {}: it is not the time to {}",
                  phase == ChangePhase::RolledBack ? std::string_view("rolled back") : to_text(phase), doing));
}

bool is_proposed(ChangePhase phase) {
  return phase == ChangePhase::Proposed;
}
bool is_running(ChangePhase phase) {
  return phase == ChangePhase::Running;
}
bool may_be_rescheduled(ChangePhase phase) {
  return phase != ChangePhase::Running && phase != ChangePhase::Finished;
}
bool may_be_withdrawn(ChangePhase phase) {
  return phase == ChangePhase::Proposed || phase == ChangePhase::Approved;
}

std::optional<base::Instant> review_due(const Case& given) {
  const PlannedChange& change = *given.ticket.change;
  if (change.plan.kind != ChangeKind::Emergency) return std::nullopt;
  return given.now() + kReviewWithin;
}

std::vector<Told> told_of_end(const Case& given) {
  const ChangePlan& plan = given.ticket.change->plan;
  Recipients recipients(given.circumstances, given.ticket.facts.category);
  return recipients.add_accountable(plan).add_informed(plan).take();
}

// What a team may do unasked is for the team to say: others' plans are approved by one of its members.
bool is_of_responsible_team(const ChangePlan& plan, const Circumstances& circumstances) {
  if (circumstances.actor.kind == ActorKind::Import) return true;
  const auto activity = activity_in(plan, circumstances.policy);
  const auto person = circumstances.policy.find_person(circumstances.actor.person.text());
  return activity && person &&
         circumstances.policy.is_member(circumstances.policy.activity(*activity).responsible, *person);
}

std::optional<Refusal> must_start(const Case& given) {
  const PlannedChange& change = *given.ticket.change;
  if (change.plan.kind == ChangeKind::Emergency) {
    return answers_for_change(given) ? std::nullopt : must_work_on_change(given, "start it");
  }
  if (auto no = must_work_on_change(given, "start it")) return no;
  if (given.now() < change.plan.from)
    return refuse(RefusalKind::OutsideWindow, {}, "its window has not begun: only an emergency starts before");
  if (given.now() >= change.plan.to)
    return refuse(RefusalKind::OutsideWindow, {}, "its window is over: give it another");
  // A freeze may have been agreed, and an emergency begun, since it was approved.
  const auto findings = findings_of(given);
  const ChangeFinding* finding = blocking(findings);
  return finding == nullptr ? std::nullopt : std::optional(blocked(*finding));
}

}  // namespace

std::optional<ChangeApproved> approve_unasked(const ChangePlan& plan, std::optional<TicketId> self,
                                              const CategoryName& category, const Circumstances& circumstances) {
  if (plan.kind != ChangeKind::Standard || !is_of_responsible_team(plan, circumstances)) return std::nullopt;
  auto findings = change_findings(plan, self, circumstances.policy, circumstances.now, circumstances.changes,
                                  {.category = category, .prefix = circumstances.prefix});
  if (blocking(findings) != nullptr) return std::nullopt;
  return ChangeApproved{.ground = ApprovalGround::Standard,
                        .note = {},
                        .findings = std::move(findings),
                        .told = told_of_approval(plan, circumstances.actor.person, {}, category, circumstances)};
}

Decision decide_on(const AnswerChange& command, const Case& given) {
  if (auto no = must_be_at(given, "answer", is_proposed)) return *std::move(no);
  const PlannedChange& change = *given.ticket.change;
  auto seats = spoken_for(change.asked, given);
  if (seats.empty()) {
    return refuse(RefusalKind::NotConsulted, {},
                  change.asked.empty() ? std::string("nobody is consulted about this change")
                                       : fmt::format("{} answer", spoken(change.asked, given.policy())));
  }
  const bool objects = command.answer == ChangeAnswer::Object;
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText,
                           objects ? Emptiness::Refused : Emptiness::Allowed)) {
    return *std::move(no);
  }
  const bool said_so = std::ranges::all_of(seats, [&](const Consulted& seat) {
    const auto* before = change.answer_of(seat);
    return before != nullptr && before->answer == command.answer && before->reason == command.reason;
  });
  if (said_so) return refuse(RefusalKind::NoChange, "answer", "that is the answer already");
  return Events{
      given.event(ChangeAnswered{.as = std::move(seats), .answer = command.answer, .reason = command.reason})};
}

Decision decide_on(const ApproveChange& command, const Case& given) {
  if (auto no = must_be_at(given, "approve it", is_proposed)) return *std::move(no);
  const PlannedChange& change = *given.ticket.change;
  const auto ground = approval_ground(given);
  if (const auto* no = std::get_if<Refusal>(&ground)) return *no;
  if (const auto missing = change.unanswered(); !missing.empty()) {
    return refuse(
        RefusalKind::AnswersMissing, {},
        fmt::format("{} {} not answered yet", spoken(missing, given.policy()), missing.size() == 1 ? "has" : "have"));
  }
  if (change.plan.to <= given.now())
    return refuse(RefusalKind::OutsideWindow, {}, "its window is over: give it another");
  if (auto no = check_text(command.note, "note", "the note", kMaxText, Emptiness::Allowed)) return *std::move(no);
  auto findings = findings_of(given);
  if (const ChangeFinding* finding = blocking(findings)) return blocked(*finding);
  return Events{
      given.event(ChangeApproved{.ground = std::get<ApprovalGround>(ground),
                                 .note = command.note,
                                 .findings = std::move(findings),
                                 .told = told_of_approval(change.plan, change.planned_by.person, change.asked,
                                                          given.ticket.facts.category, given.circumstances)})};
}

Decision decide_on(const RescheduleChange& command, const Case& given) {
  if (auto no = must_be_at(given, "give it another window", may_be_rescheduled)) return *std::move(no);
  if (auto no = must_plan(given, "give it another window")) return *std::move(no);
  const PlannedChange& change = *given.ticket.change;
  if (auto no = check_window({command.from, command.to}, given.now(), "")) return *std::move(no);
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  if (auto no = check_text(command.plan, "plan", "the plan", kMaxText, Emptiness::Allowed)) return *std::move(no);
  if (auto no = check_text(command.roll_back, "roll_back", "the roll-back plan", kMaxText, Emptiness::Allowed))
    return *std::move(no);
  ChangePlan plan = change.plan;
  plan.from = command.from;
  plan.to = command.to;
  if (!command.plan.empty()) plan.plan = command.plan;
  if (!command.roll_back.empty()) plan.roll_back = command.roll_back;
  if (plan == change.plan && is_live(change.phase))
    return refuse(RefusalKind::NoChange, "from", "the window and the plans are what they were");
  auto asked = consulted_about(plan, change.planned_by, given.ticket.facts.category, given.policy());
  const auto due = asked.empty() ? std::nullopt : std::optional(answers_due(plan, given.policy(), given.now()));
  Events events{given.event(ChangeRescheduled{.from = command.from,
                                              .to = command.to,
                                              .reason = command.reason,
                                              .plan = command.plan,
                                              .roll_back = command.roll_back,
                                              .asked = std::move(asked),
                                              .answers_due = due})};
  if (auto approved = approve_unasked(plan, given.ticket.id, given.ticket.facts.category, given.circumstances))
    events.push_back(given.event(*std::move(approved)));
  return events;
}

Decision decide_on(const StartChange&, const Case& given) {
  const bool is_emergency = given.ticket.change && given.ticket.change->plan.kind == ChangeKind::Emergency;
  const auto may_start = [&](ChangePhase phase) {
    return phase == ChangePhase::Approved || (is_emergency && phase == ChangePhase::Proposed);
  };
  if (auto no = must_be_at(given, "start it", may_start)) return *std::move(no);
  if (auto no = must_start(given)) return *std::move(no);
  const PlannedChange& change = *given.ticket.change;
  std::vector<Told> told;
  if (is_emergency) {
    Recipients recipients(given.circumstances, given.ticket.facts.category);
    told = recipients.add_accountable(change.plan).add(change.asked).add_informed(change.plan).take();
  }
  Events events{given.event(ChangeStarted{.told = std::move(told)})};
  if (given.ticket.state != State::Active) events.push_back(given.event(WorkStarted{}));
  return events;
}

Decision decide_on(const FinishChange& command, const Case& given) {
  if (auto no = must_be_at(given, "finish it", is_running)) return *std::move(no);
  if (auto no = must_work_on_change(given, "finish it")) return *std::move(no);
  const bool needs_words = command.outcome == ChangeOutcome::Partly;
  if (auto no = check_text(command.note, "note", "the note", kMaxText,
                           needs_words ? Emptiness::Refused : Emptiness::Allowed)) {
    return *std::move(no);
  }
  return Events{given.event(ChangeFinished{
      .outcome = command.outcome, .note = command.note, .told = told_of_end(given), .review_due = review_due(given)})};
}

Decision decide_on(const RollBackChange& command, const Case& given) {
  if (auto no = must_be_at(given, "roll it back", is_running)) return *std::move(no);
  if (auto no = must_work_on_change(given, "roll it back")) return *std::move(no);
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  return Events{given.event(
      ChangeRolledBack{.reason = command.reason, .told = told_of_end(given), .review_due = review_due(given)})};
}

Decision decide_on(const WithdrawChange& command, const Case& given) {
  if (auto no = must_be_at(given, "withdraw it", may_be_withdrawn)) return *std::move(no);
  if (auto no = must_plan(given, "withdraw it")) return *std::move(no);
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  return Events{given.event(ChangeWithdrawn{.reason = command.reason})};
}

}  // namespace tandem::desk
