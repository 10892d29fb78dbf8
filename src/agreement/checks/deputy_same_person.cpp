#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_deputy_same_person(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    const auto& words = activity.accountable.value;
    if (!activity.deputy.good() || words.size() != 1 || words.front().person.is_none()) continue;
    if (words.front().person != activity.deputy.value.index) continue;
    auto& finding =
        reports.add(diag::Kind::DeputySamePerson, {"functions", activity.name}, activity.deputy.at,
                    fmt::format("`{}` is their own deputy for `{}`", activity.deputy.value.name, activity.name));
    finding.note(words.front().at, "the accountable person is named here");
    const PersonRef* other = activity.responsible.good()
                                 ? other_member(agreement, activity.responsible.value.index, words.front().person)
                                 : nullptr;
    if (other == nullptr) {
      finding.suggest("name somebody else");
    } else {
      finding.suggest({.words = fmt::format("name somebody else, such as another of `{}`: `deputy: {}`",
                                            activity.responsible.value.name, other->name),
                       .edits = {{activity.deputy.at, other->name}}});
    }
  }
}

}  // namespace tandem::agreement
