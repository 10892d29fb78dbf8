#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_review_missing(const Agreement& agreement, Reports& reports) {
  if (!agreement.review.absent()) return;
  auto& finding = reports.add(diag::Kind::ReviewMissing, {"review", ""}, agreement.at,
                              "there is no `review`: the agreement will drift from what is done");
  const std::string by = leads(agreement);
  if (by.empty() || !agreement.room) {
    finding.suggest("write how often, and by whom: `review: {every: 3 months, by: [NAME]}`");
    return;
  }
  const std::string review = fmt::format("{{every: 3 months, by: [{}]}}", by);
  finding.suggest({.words = fmt::format("write how often, and by whom: `review: {}`", review),
                   .edits = {agreement.room->write(agreement.review, "review", review)}});
}

}  // namespace tandem::agreement
