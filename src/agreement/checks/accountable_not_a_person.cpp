#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_accountable_not_a_person(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    const auto& words = activity.accountable.value;
    // Several names are a finding of their own.
    if (words.size() != 1 || !words.front().other_kind) continue;
    const AccountableWord& word = words.front();
    auto& finding = reports.add(
        diag::Kind::AccountableNotAPerson, {"functions", activity.name}, word.at,
        fmt::format("`{}` is {}: only a person can answer for `{}`", word.name, *word.other_kind, activity.name));
    finding.note(word.other_at, fmt::format("`{}` is declared here", word.name));
    for (const Team& team : agreement.teams) {
      if (team.key.value == word.name && team.lead.good()) {
        finding.suggest(fmt::format("name its lead: `accountable: {}`", team.lead.value.name));
      }
    }
  }
}

}  // namespace tandem::agreement
