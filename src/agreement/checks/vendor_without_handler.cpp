#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_vendor_without_handler(const Agreement& agreement, Reports& reports) {
  for (const Party& party : agreement.parties) {
    const bool vendor = party.kind.good() && party.kind.value == policy::PartyKind::Vendor;
    if (!vendor || !party.handled_by.absent()) continue;
    auto& finding = reports.add(diag::Kind::VendorWithoutHandler, {"parties", party.key.value}, party.key.at,
                                fmt::format("nobody handles the cases of the vendor `{}`", party.key.value));
    const Team* team = team_of(agreement, policy::PartyKind::Client);
    if (team == nullptr || !team->lead.good() || !party.room) {
      finding.suggest("name a person of the client or the provider: `handled_by: NAME`");
      continue;
    }
    const std::string& lead = team->lead.value.name;
    finding.suggest({.words = fmt::format("name a person of the client or the provider: `handled_by: {}`", lead),
                     .edits = {party.room->write(party.handled_by, "handled_by", lead)}});
  }
}

}  // namespace tandem::agreement
