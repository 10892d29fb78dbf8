// Acknowledging, the steps that follow while nobody does, and what has strategic implications.
#include "desk/audience.h"
#include "desk/escalation_steps.h"
#include "desk/resolution.h"
#include "desk/rules.h"
#include "policy/escalation.h"

namespace tandem::desk {
namespace {

std::optional<policy::ActivityIndex> first_strategic(const policy::Policy& policy) {
  const auto& activities = policy.spec().activities;
  const auto found = std::ranges::find(activities, true, &policy::Activity::strategic);
  if (found == activities.end()) return std::nullopt;
  return policy::ActivityIndex{static_cast<std::uint32_t>(found - activities.begin())};
}

// The person who answers for the strategic activity where they are of its team and there, else whom the team puts on
// it.
Owner strategic_owner(const policy::Activity& activity, policy::PersonIndex accountable, const Case& given) {
  const policy::Policy& policy = given.policy();
  const policy::TeamIndex team = activity.responsible;
  const bool themselves = policy.is_member(team, accountable) && policy.is_present(accountable, given.now());
  const auto person = themselves ? accountable : policy.person_for(team, given.now(), given.circumstances.workload);
  return {.party = PartyName(policy.party(policy.team(team).party).name),
          .team = TeamName(policy.team(team).name),
          .person = person.is_none() ? PersonName() : PersonName(policy.person(person).name)};
}

// Known by its time, not by its number: a version of the agreement may put a step in front of it.
bool is_over(std::uint32_t step, base::Instant at, const Escalation& escalation) {
  return std::ranges::any_of(escalation.taken,
                             [&](const TakenStep& one) { return one.due ? at <= *one.due : one.step == step; });
}

}  // namespace

bool escalates(const Ticket& ticket) {
  return ticket.facts.kind != TicketKind::Change && ticket.facts.kind != TicketKind::VendorCase && !ticket.cover;
}

std::vector<StepDue> steps_ahead(const Ticket& ticket, const policy::Policy& policy) {
  std::vector<StepDue> steps;
  const Escalation& escalation = ticket.escalation;
  if (!is_open(ticket.state) || escalation.acknowledged_at || !escalates(ticket)) return steps;
  const policy::PriorityIndex priority = priority_in(ticket.facts.priority, policy);
  if (priority.is_none()) return steps;
  const policy::Target& target = policy.priority(priority);
  for (std::uint32_t i = 0; i < target.escalation.size(); ++i) {
    const auto at = policy::takes_place(policy.spec(), target, target.escalation[i], escalation.since);
    if (at && !is_over(i + 1, *at, escalation)) steps.push_back({.step = i + 1, .at = *at});
  }
  return steps;
}

Events escalate(const Case& given) {
  Events events;
  for (const StepDue& due : steps_ahead(given.ticket, given.policy())) {
    if (due.at > given.now()) continue;
    const policy::Target& target = given.policy().priority(priority_in(given.ticket.facts.priority, given.policy()));
    const policy::EscalationStep& step = target.escalation[due.step - 1];
    Audience audience(given);
    for (const policy::Addressee& one : step.tell) audience.add(one);
    events.push_back(given.event(EscalationStepTaken{.step = due.step,
                                                     .steps = static_cast<std::uint32_t>(target.escalation.size()),
                                                     .priority = given.ticket.facts.priority,
                                                     .told = std::move(audience).take(),
                                                     .file = step.at.file,
                                                     .line = step.at.line,
                                                     .due = due.at}));
  }
  return events;
}

Decision decide_on(const Acknowledge&, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (auto no = given.standing.must_own("acknowledge it")) return *std::move(no);
  if (given.ticket.escalation.acknowledged_at) {
    return refuse(RefusalKind::NoChange, {},
                  fmt::format("{} has acknowledged it already", given.ticket.escalation.acknowledged_by));
  }
  return Events{given.event(Acknowledged{})};
}

Decision decide_on(const FlagStrategic& command, const Case& given) {
  if (auto no = given.standing.must_belong("say that it has strategic implications")) return *std::move(no);
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (auto no = must_follow_its_ticket(given)) return *std::move(no);
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  const policy::Policy& policy = given.policy();
  const auto found = command.activity.empty() ? first_strategic(policy) : policy.find_activity(command.activity.text());
  if (!found) {
    return refuse(RefusalKind::UnknownActivity, "activity",
                  command.activity.empty()
                      ? std::string("the agreement has no strategic activity")
                      : fmt::format("the agreement has no activity `{}`", command.activity.text()));
  }
  const policy::Activity& activity = policy.activity(*found);
  if (!activity.strategic) {
    return refuse(RefusalKind::UnknownActivity, "activity", fmt::format("`{}` is not strategic", activity.name));
  }
  if (given.ticket.ownership.activity.text() == activity.name) {
    return refuse(RefusalKind::NoChange, {}, fmt::format("it belongs to `{}` already", activity.name));
  }
  policy::Trace trace;
  const auto accountable = policy.accountable_for(*found, given.now(), &trace);
  Ownership ownership{
      .owner = strategic_owner(activity, accountable, given),
      .accountable = PersonName(policy.person(accountable).name),
      .activity = ActivityName(activity.name),
      .agreement_version = policy.spec().version,
      .gap = false,
      .reasons = {{.kind = "strategic",
                   .text = fmt::format("{} said that it has strategic implications: `{}` is `{}`'s",
                                       given.actor().display, activity.name, policy.team(activity.responsible).name),
                   .file = activity.responsible_at.file,
                   .line = activity.responsible_at.line}}};
  for (const policy::Reason& why : trace.reasons()) ownership.reasons.push_back(in_words(why, policy));
  const CategoryName& category = given.ticket.facts.category;
  ownership = kept_with_readers(std::move(ownership), category, policy, given.now());
  Events events{given.event(StrategicFlagged{.activity = ActivityName(activity.name), .reason = command.reason})};
  assign_anew(AssignmentCause::Strategic, std::move(ownership), category, given, events);
  return events;
}

}  // namespace tandem::desk
