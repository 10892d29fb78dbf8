#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/why_nobody.h"

namespace tandem::agreement {
namespace {

// A team that is there whenever all of the ring are not.
std::optional<policy::TeamIndex> team_outside(const ProofContext& context, const proof::CoverRing& ring) {
  for (std::uint32_t i = 0; i < context.policy.spec().teams.size(); ++i) {
    const policy::TeamIndex team{i};
    if (!proof::can_own(context.policy.spec(), team)) continue;
    bool always_there = true;
    for (const std::uint32_t kind : ring.kinds) {
      always_there = always_there && context.analysis.attendance().is_available(team, {kind});
    }
    if (always_there) return team;
  }
  return std::nullopt;
}

}  // namespace

void check_cover_loop(const ProofContext& context, Reports& reports) {
  for (const proof::CoverRing& ring : context.analysis.closed_rings()) {
    const policy::Policy& policy = context.policy;
    std::vector<std::string> names;
    for (const policy::TeamIndex team : ring.teams) names.push_back(policy.team(team).name);
    const Team& first = context.agreement.teams[ring.teams.front().value];
    auto& finding =
        reports.add(diag::Kind::CoverLoop, {"teams", first.key.value}, first.cover.at,
                    fmt::format("{} cover for each other, and nobody of them is there: {} ({} in {})", listed(names),
                                when_text(policy, ring.at), hours_text(ring.closed.total), context.horizon.words));
    for (const policy::TeamIndex team : ring.teams) {
      const Team& text = context.agreement.teams[team.value];
      if (text.cover.at != first.cover.at)
        finding.note(text.cover.at, fmt::format("`{}` counts on others here", text.key.value));
    }
    const proof::Moments& moments = context.analysis.moments();
    const std::uint32_t kind = moments.stretches()[moments.stretch_at(ring.at)].kind;
    for (const policy::TeamIndex team : ring.teams) {
      const policy::NamedCalendar& hours = policy.calendar(policy.team(team).hours);
      if (moments.is_open(policy.team(team).hours, kind)) continue;
      const auto opens = hours.open.next_open(ring.at);
      if (!opens) continue;
      finding.note(context.agreement.teams[team.value].hours.at,
                   fmt::format("`{}` keeps `{}`, which opens {}", policy.team(team).name, hours.name,
                               when_text(policy, *opens)));
    }
    if (ring.work) finding.counterexample = counterexample(policy, {.at = ring.at, .away = {}, .work = *ring.work});
    if (const auto outside = team_outside(context, ring)) {
      finding.suggest(fmt::format("let each of them be covered by `{}` at the end, which is there then",
                                  policy.team(*outside).name));
    } else {
      finding.suggest("let each of them be covered at the end by a team that is there then");
    }
  }
}

}  // namespace tandem::agreement
