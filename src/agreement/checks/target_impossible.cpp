#include <fmt/format.h>

#include <map>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/why_nobody.h"

namespace tandem::agreement {
namespace {

// At the other priorities for whose work of the team it is so as well.
void note_others(diag::Finding& finding, const ProofContext& context, std::span<const proof::ImpossibleTarget> others) {
  const policy::Policy& policy = context.policy;
  for (const proof::ImpossibleTarget& each : others) {
    finding.note(context.agreement.targets[each.priority.value].respond.at,
                 fmt::format("`{}` work for it that arrives {} is due {}, and nobody is there either ({})",
                             policy.priority(each.priority).priority, when_text(policy, each.opened),
                             when_text(policy, each.due), arrivals_text(each.openings)));
  }
}

// Of one team: the most urgent priority tells, and the others are noted.
void report(const ProofContext& context, std::span<const proof::ImpossibleTarget> all, Reports& reports) {
  const policy::Policy& policy = context.policy;
  const proof::ImpossibleTarget& each = all.front();
  const policy::Target& target = policy.priority(each.priority);
  const policy::Team& team = policy.team(each.named);
  const proof::Moments& moments = context.analysis.moments();
  const proof::Situation situation{moments.stretches()[moments.stretch_at(each.opened)].kind};
  const std::string until = each.reopens ? fmt::format("until {}", when_text(policy, *each.reopens))
                                         : fmt::format("within {}", context.horizon.words);
  auto& finding = reports.add(diag::Kind::TargetImpossible, {"teams", team.name},
                              context.agreement.targets[each.priority.value].respond.at,
                              fmt::format("`{}` work for `{}` that arrives {} is due {}, and {} {} ({} in {})",
                                          target.priority, team.name, when_text(policy, each.opened),
                                          when_text(policy, each.due), missing_text(context, each.named, situation),
                                          until, arrivals_text(each.openings), context.horizon.words));
  const proof::Case point{.at = each.opened, .away = {}, .work = each.work};
  add_why_nobody(finding, context, each.named, situation, each.opened);
  add_named_by(finding, context, point);
  note_others(finding, context, all.subspan(1));
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
  std::map<policy::TeamIndex, std::vector<proof::ImpossibleTarget>> by_team;
  const policy::Spec& spec = context.policy.spec();
  for (const proof::ImpossibleTarget& each : context.analysis.impossible_targets()) {
    // A team that can never act, and nobody for it, is told of as that.
    if (proof::is_unable(spec, each.named) && spec.teams[each.named.value].cover.empty()) continue;
    by_team[each.named].push_back(each);
  }
  for (const auto& [team, all] : by_team) report(context, all, reports);
}

}  // namespace tandem::agreement
