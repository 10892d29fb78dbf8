#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/why_nobody.h"

namespace tandem::agreement {
namespace {

std::string members_text(std::size_t members) {
  if (members == 0) return "has no member";
  return fmt::format("has {} {}", members, members == 1 ? "member" : "members");
}

void suggest(diag::Finding& finding, const policy::Team& team, const Team& text) {
  if (team.members.empty() || !text.minimum.good()) {
    finding.suggest("name its members, or give its work to another team");
    return;
  }
  // Words alone: with a minimum of all its members, whoever is away next leaves its work to nobody.
  finding.suggest(fmt::format("name more members, or write `minimum: {}`", team.members.size()));
}

}  // namespace

void check_no_owner(const ProofContext& context, Reports& reports) {
  for (const proof::UnableTeam& each : context.analysis.unable_teams()) {
    const policy::Policy& policy = context.policy;
    const policy::Team& team = policy.team(each.team);
    const Team& text = context.agreement.teams[each.team.value];
    const std::string extent =
        extent_text(policy, each.extent, each.witness.work.facts.category, context.horizon.words);
    auto& finding = reports.add(
        diag::Kind::NoOwner, {"teams", team.name}, text.minimum.good() ? text.minimum.at : text.members.at,
        fmt::format("work is named to `{}`, which needs {} {} and {}: it can never act ({})", team.name, team.minimum,
                    team.minimum == 1 ? "person" : "people", members_text(team.members.size()), extent));
    add_named_by(finding, context, each.witness);
    finding.counterexample = counterexample(policy, each.witness);
    suggest(finding, team, text);
  }
}

}  // namespace tandem::agreement
