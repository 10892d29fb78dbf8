#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_no_accountable(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    const bool names_nobody = activity.accountable.good() && activity.accountable.value.empty();
    if (!activity.accountable.absent() && !names_nobody) continue;
    auto& finding = reports.add(diag::Kind::NoAccountable, {"functions", activity.name}, activity.key.at,
                                fmt::format("nobody is accountable for `{}`", activity.name));
    const Team* team = activity.responsible.good() ? &agreement.teams[activity.responsible.value.index.value] : nullptr;
    if (team == nullptr || !team->lead.good() || !activity.room) {
      finding.suggest("name one person: `accountable: NAME`");
      continue;
    }
    const std::string& lead = team->lead.value.name;
    finding.suggest(
        {.words = fmt::format("name one person, such as the lead of `{}`: `accountable: {}`", team->key.value, lead),
         .edits = {names_nobody ? diag::Edit{activity.accountable.at, lead}
                                : activity.room->write(activity.accountable, "accountable", lead)}});
  }
}

}  // namespace tandem::agreement
