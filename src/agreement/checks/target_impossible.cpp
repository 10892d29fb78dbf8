#include <fmt/format.h>

#include <map>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/why_nobody.h"

namespace tandem::agreement {
namespace {

// Of one priority: the earliest of its cases tells, and the other teams are named.
void report(const ProofContext& context, std::vector<proof::ImpossibleTarget> all, Reports& reports) {
  const policy::Policy& policy = context.policy;
  std::ranges::stable_sort(all, {}, &proof::ImpossibleTarget::opened);
  const proof::ImpossibleTarget& each = all.front();
  const policy::Target& target = policy.priority(each.priority);
  const policy::Team& team = policy.team(each.named);
  std::vector<std::string> others;
  for (std::size_t i = 1; i < all.size(); ++i) others.push_back(policy.team(all[i].named).name);
  const proof::Moments& moments = context.analysis.moments();
  const proof::Situation situation{moments.stretches()[moments.stretch_at(each.opened)].kind};
  const std::string until = each.reopens ? fmt::format("until {}", when_text(policy, *each.reopens))
                                         : fmt::format("within {}", context.horizon.words);
  auto& finding = reports.add(diag::Kind::TargetImpossible, {"targets", target.priority},
                              context.agreement.targets[each.priority.value].respond.at,
                              fmt::format("`{}` work for `{}` that arrives {} is due {}, and {} {}{}", target.priority,
                                          team.name, when_text(policy, each.opened), when_text(policy, each.due),
                                          missing_text(context, each.named, situation), until,
                                          others.empty() ? "" : fmt::format(" (so it is for {} too)", listed(others))));
  const proof::Case point{.at = each.opened, .away = {}, .work = each.work};
  add_why_nobody(finding, context, each.named, situation, each.opened);
  add_named_by(finding, context, point);
  finding.counterexample = counterexample(policy, point);
  finding.counterexample.emplace_back("due", when_text(policy, each.due));
  finding.suggest(fmt::format(
      "let a team cover for it that is there then, or count the target in the team's time: `{} business {}` on a clock "
      "such as `{}`",
      target.respond->minutes % 60 == 0 ? target.respond->minutes / 60 : target.respond->minutes,
      target.respond->minutes % 60 != 0 ? "min"
      : target.respond->minutes == 60   ? "hour"
                                        : "hours",
      policy.calendar(team.hours).name));
}

}  // namespace

void check_target_impossible(const ProofContext& context, Reports& reports) {
  std::map<policy::PriorityIndex, std::vector<proof::ImpossibleTarget>> by_priority;
  const policy::Spec& spec = context.policy.spec();
  for (const proof::ImpossibleTarget& each : context.analysis.impossible_targets()) {
    // A team that can never act, and nobody for it, is told of as that.
    if (proof::is_unable(spec, each.named) && spec.teams[each.named.value].cover.empty()) continue;
    by_priority[each.priority].push_back(each);
  }
  for (auto& [priority, all] : by_priority) report(context, std::move(all), reports);
}

}  // namespace tandem::agreement
