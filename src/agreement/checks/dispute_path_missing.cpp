#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_dispute_path_missing(const Agreement& agreement, Reports& reports) {
  if (!agreement.disputes.absent()) return;
  auto& finding = reports.add(diag::Kind::DisputePathMissing, {"disputes", ""}, agreement.at,
                              "there is no `disputes`: nobody decides when both sides say that work is not theirs");
  const std::string deciders = leads(agreement);
  if (deciders.empty() || !agreement.room) {
    finding.suggest("write who decides, and by when: `disputes: {decide_within: 1 business day, path: [NAME]}`");
    return;
  }
  const std::string disputes = fmt::format("{{decide_within: 1 business day, path: [[{}]]}}", deciders);
  finding.suggest({.words = fmt::format("write who decides, and by when: `disputes: {}`", disputes),
                   .edits = {agreement.room->write(agreement.disputes, "disputes", disputes)}});
}

}  // namespace tandem::agreement
