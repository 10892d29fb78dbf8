#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_absence_plan_missing(const Agreement& agreement, Reports& reports) {
  for (const Team& team : agreement.teams) {
    if (!team.party.good() || team.cover.presence == Presence::Wrong || !team.cover.value.empty()) continue;
    const Party& party = agreement.parties[team.party.value.index.value];
    if (!party.kind.good() || party.kind.value != policy::PartyKind::Client) continue;
    auto& finding = reports.add(diag::Kind::AbsencePlanMissing, {"teams", team.key.value}, team.key.at,
                                fmt::format("nobody covers for `{}` while its people are away", team.key.value));
    const Team* provider = team_of(agreement, policy::PartyKind::Provider);
    if (provider == nullptr || !team.room) {
      finding.suggest("name the teams that step in: `cover: [TEAM]`");
      continue;
    }
    const std::string cover = fmt::format("[{}]", provider->key.value);
    finding.suggest({.words = fmt::format("name the teams that step in, in their order: `cover: {}`", cover),
                     .edits = {team.cover.absent() ? team.room->write(team.cover, "cover", cover)
                                                   : diag::Edit{team.cover.at, cover}}});
  }
}

}  // namespace tandem::agreement
