#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_no_deputy(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    const auto& words = activity.accountable.value;
    const bool has_one = activity.accountable.good() && words.size() == 1 && !words.front().person.is_none();
    if (!has_one || !activity.deputy.absent()) continue;
    auto& finding =
        reports.add(diag::Kind::NoDeputy, {"functions", activity.name}, activity.key.at,
                    fmt::format("nobody answers for `{}` while `{}` is away", activity.name, words.front().name));
    const PersonRef* other = activity.responsible.good()
                                 ? other_member(agreement, activity.responsible.value.index, words.front().person)
                                 : nullptr;
    if (other == nullptr || !activity.room) {
      finding.suggest("name one more person: `deputy: NAME`");
      continue;
    }
    finding.suggest({.words = fmt::format("name one more person, such as another of `{}`: `deputy: {}`",
                                          activity.responsible.value.name, other->name),
                     .edits = {activity.room->write(activity.deputy, "deputy", other->name)}});
  }
}

}  // namespace tandem::agreement
