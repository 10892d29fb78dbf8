// How much may be decided alone. An activity's `may` and `limits` say what its team does without asking. They bind
// whoever decides because they are closest, and everybody of a provider; they do not bind a person of the client whom
// the kind names or who answers for the activity, nor whom the say was passed on to.
#include "desk/decision_rules.h"
#include "desk/resolution.h"
#include "desk/sides.h"

namespace tandem::desk {
namespace {

const policy::Activity& activity_in(const Case& given) {
  return given.policy().activity(activity_of(given.ticket, given.policy()));
}

PersonName accountable_in(const Case& given) {
  const policy::Policy& policy = given.policy();
  const auto person = policy.accountable_for(activity_of(given.ticket, policy), given.now());
  return reader_for(PersonName(policy.person(person).name), given.ticket.ownership.accountable,
                    given.ticket.facts.category, policy, given.now());
}

// Whoever has the say because whom the kind names may not read it stands where that one stood. In place of somebody to
// whom it was passed on, they have it on that one's ground: decision_fold.cpp keeps it.
bool is_in_place(const DecisionRequest& decision) {
  return decision.passed_on && decision.passed_on->why == PassedOnBecause::Confidential;
}

// Of confidential work, of which the actor answers for everything else: the first of the client's who may read it.
PersonName another_reader(const Case& given) {
  const policy::Policy& policy = given.policy();
  const auto* rule = policy.find_confidential(given.ticket.facts.category.text());
  if (rule == nullptr) return {};
  for (const policy::PersonIndex one : rule->read) {
    PersonName name(policy.person(one).name);
    if (name != given.actor().person && is_the_clients(name, policy)) return name;
  }
  return {};
}

bool is_bound(const Case& given) {
  const DecisionRequest& decision = *given.ticket.decision;
  if (decision.passed_on && !decision.passed_on->to.empty() && !is_in_place(decision)) return false;
  const PersonName& actor = given.actor().person;
  const bool named = is_in_place(decision) || actor == decision.asked.by || actor == accountable_in(given);
  return !named || !is_the_clients(actor, given.policy());
}

}  // namespace

std::string spoken_cost(const Cost& cost) {
  return fmt::format("{}.{:02} {}", cost.hundredths / 100, cost.hundredths % 100, cost.currency);
}

bool is_too_dear(const Cost& cost, const policy::Authority::Spend& limit) {
  if (cost.hundredths == 0) return false;
  if (limit.hundredths < 0 || cost.currency != limit.currency) return true;  // what cannot be compared is asked
  return cost.hundredths > static_cast<std::uint64_t>(limit.hundredths);
}

std::optional<Excess> excess_of(const DecisionOption& option, const Case& given) {
  if (!is_bound(given)) return std::nullopt;
  const policy::Activity& activity = activity_in(given);
  const policy::Authority& authority = activity.authority;
  const std::string& team = given.policy().team(activity.responsible).name;
  const auto excess = [&](std::string words) { return Excess{.words = std::move(words), .at = activity.at}; };
  if (option.cost && authority.spend && is_too_dear(*option.cost, *authority.spend)) {
    return excess(
        fmt::format("it costs {}: `{}` may spend {} alone", spoken_cost(*option.cost), team, authority.spend->text));
  }
  if (option.risk && authority.risk && static_cast<policy::Risk>(*option.risk) > *authority.risk) {
    return excess(fmt::format("its risk is {}: `{}` may take {} alone", to_text(*option.risk), team,
                              to_text(static_cast<RiskLevel>(*authority.risk))));
  }
  if (!option.action.empty() && std::ranges::find(authority.may, option.action) == authority.may.end())
    return excess(fmt::format("`{}` is not among what `{}` may do alone", option.action, team));
  return std::nullopt;
}

PersonName authority_above(const Case& given) {
  const PersonName& actor = given.actor().person;
  const PersonName accountable = accountable_in(given);
  const PersonName& deadlock = given.ticket.decision->asked.deadlock;
  if (accountable != actor && is_the_clients(accountable, given.policy())) return accountable;
  if (!deadlock.empty() && deadlock != actor) return deadlock;
  return accountable != actor ? accountable : another_reader(given);
}

}  // namespace tandem::desk
