#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_accountable_not_a_person(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    const auto& words = activity.accountable.value;
    // A list is a finding of its own.
    if (words.size() != 1 || words.front().in_list || !words.front().other_kind) continue;
    const AccountableWord& word = words.front();
    auto& finding = reports.add(
        diag::Kind::AccountableNotAPerson, {"functions", activity.name}, word.at,
        fmt::format("`{}` is {}: only a person can answer for `{}`", word.name, *word.other_kind, activity.name));
    finding.note(word.other_at, fmt::format("`{}` is declared here", word.name));
    if (word.team.is_none()) continue;
    const auto& lead = agreement.teams[word.team.value].lead;
    if (!lead.good()) continue;
    finding.suggest({.words = fmt::format("name its lead: `accountable: {}`", lead.value.name),
                     .edits = {{word.at, lead.value.name}}});
  }
}

}  // namespace tandem::agreement
