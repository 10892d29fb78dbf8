#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_client_duties_unwritten(const Agreement& agreement, Reports& reports) {
  if (agreement.activities.empty()) return;
  for (std::size_t i = 0; i < agreement.activities.size(); ++i) {
    const Party* party = party_of(agreement, policy::ActivityIndex{static_cast<std::uint32_t>(i)});
    // What cannot be told may well be the client's.
    if (party == nullptr || !party->kind.good() || party->kind.value == policy::PartyKind::Client) return;
  }
  reports
      .add(diag::Kind::ClientDutiesUnwritten, {"functions", ""}, agreement.section("functions").at,
           "no activity has a team of the client as responsible: what the client does is not written")
      .suggest("write the client's own activities too");
}

}  // namespace tandem::agreement
