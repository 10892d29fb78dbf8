#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/cover_repair.h"
#include "agreement/checks/why_nobody.h"

namespace tandem::agreement {
namespace {

std::string cover_words(const policy::Policy& policy, policy::TeamIndex team) {
  const auto& cover = policy.team(team).cover;
  if (cover.empty()) return "and no cover is named";
  if (cover.size() == 1) return fmt::format("and its cover `{}` is not there either", policy.team(cover.front()).name);
  return "and none of its covers is there either";
}

// What the author would change: the covers, else the hours.
source::Range place_of(const Team& team) {
  if (team.cover.good() && !team.cover.value.empty()) return team.cover.at;
  return team.hours.at;
}

}  // namespace

void check_uncovered_hours(const ProofContext& context, Reports& reports) {
  for (const proof::UncoveredTeam& each : context.analysis.uncovered_teams()) {
    const policy::Policy& policy = context.policy;
    const std::string& name = policy.team(each.team).name;
    const auto shown = each.witness.work.facts.category;
    const proof::Moments& moments = context.analysis.moments();
    const proof::Situation situation{moments.stretches()[moments.stretch_at(each.witness.at)].kind};
    auto& finding = reports.add(
        diag::Kind::UncoveredHours, {"teams", name}, place_of(context.agreement.teams[each.team.value]),
        fmt::format("work for `{}` arrives while {}: {}, {} ({})", name, missing_text(context, each.team, situation),
                    when_text(policy, each.witness.at), cover_words(policy, each.team),
                    extent_text(policy, each.extent, shown, context.horizon.words)));
    add_why_nobody(finding, context, each.team, situation, each.witness.at);
    add_named_by(finding, context, each.witness);
    finding.counterexample = counterexample(policy, each.witness);
    const auto closes = [&](const policy::Spec&, const proof::Attendance&, const proof::Coverage& coverage) {
      return coverage.uncovered_kinds(each.team).empty();
    };
    if (const auto cover = closing_cover(context, each.team, closes)) {
      suggest_cover(finding, context, each.team, *cover);
    } else {
      finding.suggest("name teams under `cover` that are there then, or widen the hours of one that is named");
    }
  }
}

}  // namespace tandem::agreement
