#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_absence_plan_missing(const Agreement& agreement, Reports& reports) {
  for (const Team& team : agreement.teams) {
    if (!team.party.good() || team.cover.presence == Presence::Wrong || !team.cover.value.empty()) continue;
    const Party& party = agreement.parties[team.party.value.index.value];
    if (!party.kind.good() || party.kind.value != policy::PartyKind::Client) continue;
    reports
        .add(diag::Kind::AbsencePlanMissing, {"teams", team.key.value}, team.key.at,
             fmt::format("nobody covers for `{}` while its people are away", team.key.value))
        .suggest("name the teams that step in: `cover: [TEAM]`");
  }
}

}  // namespace tandem::agreement
