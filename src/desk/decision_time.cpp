// What time does to a decision: it is overdue, its owner is reminded that it will lapse, it lapses.
#include "desk/decision_rules.h"

namespace tandem::desk {
namespace {

// Whether what was decided can still lapse.
bool is_holding(const DecisionRequest& decision) {
  return decision.outcome && !decision.replaced_by && !decision.lapsed_at;
}
bool is_waiting(const Ticket& ticket) {
  const DecisionRequest& decision = *ticket.decision;
  return !decision.outcome && !decision.overdue && is_open(ticket.state);
}

Events pass_overdue(const Case& given) {
  const DecisionAsked& asked = given.ticket.decision->asked;
  const auto kind = given.policy().find_decision(asked.kind.text());
  const policy::TextPlace at = kind ? given.policy().decision(*kind).at : policy::TextPlace{};
  const auto& before = given.ticket.decision->passed_on;
  const PersonName stays = before ? before->to : PersonName();
  return {given.event(DecisionPassedOn{.why = PassedOnBecause::Deadline,
                                       .to = asked.deadlock.empty() ? stays : asked.deadlock,
                                       .option = 0,
                                       .reason = {},
                                       .limit = {},
                                       .told = concerned(given),
                                       .file = at.file,
                                       .line = at.line})};
}

ToldList owner_and_decider(const Case& given) {
  const DecisionRequest& decision = *given.ticket.decision;
  ToldList list(given.policy(), given.ticket.facts.category, given.now(), given.actor().person);
  list.add(decision.outcome->taken.owner, "owner");
  list.add(decision.outcome->by.person, "decided");
  list.add(given.ticket.ownership.accountable, "accountable");
  return list;
}

// Who was heard before it hears of its end.
std::vector<Told> told_of_lapse(const Case& given) {
  const DecisionRequest& decision = *given.ticket.decision;
  ToldList list = owner_and_decider(given);
  list.add(decision.asked.consulted);
  for (const DecisionRequest::Advice& one : decision.advice) list.add(one.person, "advised");
  for (const DecisionRequest::Sealed& one : decision.recommendations)
    list.add(one.recommendation.person, "recommended");
  return std::move(list).take();
}

// It is its owner's: with their first team, or where they have none with the team that has it, and they answer for it.
Ownership given_back(const Case& given) {
  const policy::Policy& policy = given.policy();
  const PersonName& name = given.ticket.decision->outcome->taken.owner;
  Ownership ownership = given.ticket.ownership;
  ownership.agreement_version = policy.spec().version;
  ownership.reasons = {{.kind = "lapsed",
                        .text = fmt::format("what was decided lapsed: it is {}'s", spoken_person(policy, name)),
                        .file = {},
                        .line = 0}};
  const CategoryName& category = given.ticket.facts.category;
  const auto person = policy.find_person(name.text());
  // The agreement does not have them any more: it stays where it is.
  if (!person) return kept_with_readers(std::move(ownership), category, policy, given.now());
  ownership.accountable = name;
  ownership.owner.person = {};
  ownership.gap = !policy.is_present(*person, given.now());
  const auto& teams = policy.spec().teams;
  for (std::uint32_t i = 0; i < teams.size(); ++i) {
    const policy::TeamIndex team{i};
    if (!policy.is_member(team, *person) || !is_of_a_party(policy, *person)) continue;
    ownership.owner = {
        .party = PartyName(policy.party(teams[i].party).name), .team = TeamName(teams[i].name), .person = name};
    break;
  }
  return kept_with_readers(std::move(ownership), category, policy, given.now());
}

Events lapse(const Case& given) {
  Events events{given.event(DecisionLapsed{.told = told_of_lapse(given)})};
  if (!is_open(given.ticket.state)) {
    events.push_back(given.event(TicketReopened{.reason = "what was decided lapsed"}));
    take_back_merging(given, events);
  }
  assign_anew(AssignmentCause::Reopened, given_back(given), given.ticket.facts.category, given, events);
  return events;
}

}  // namespace

std::optional<base::Instant> decision_due(const Ticket& ticket) {
  if (!ticket.decision) return std::nullopt;
  const DecisionRequest& decision = *ticket.decision;
  if (is_waiting(ticket)) return decision.asked.deadline;
  if (!is_holding(decision)) return std::nullopt;
  const DecisionTaken& taken = decision.outcome->taken;
  return decision.reminded_at ? taken.lapses_at : taken.remind_at;
}

Events keep_decision(const Case& given) {
  const auto due = decision_due(given.ticket);
  if (!due || *due > given.now()) return {};
  if (is_waiting(given.ticket)) return pass_overdue(given);
  if (*given.ticket.decision->outcome->taken.lapses_at <= given.now()) return lapse(given);
  return {given.event(LapseReminded{.told = owner_and_decider(given).take()})};
}

}  // namespace tandem::desk
