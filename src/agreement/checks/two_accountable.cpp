#include "agreement/checks/checks.h"

namespace tandem::agreement {
namespace {

// What to write instead: a person that the list names, and another as the deputy where there is none yet.
std::optional<std::string> repair(const Activity& activity) {
  const AccountableWord* first = nullptr;
  for (const AccountableWord& word : activity.accountable.value) {
    if (word.person.is_none()) continue;
    if (first == nullptr) {
      first = &word;
    } else if (word.person != first->person && activity.deputy.absent()) {
      return fmt::format("keep one, and make another the deputy: `accountable: {}, deputy: {}`", first->name,
                         word.name);
    }
  }
  if (first == nullptr) return std::nullopt;
  return fmt::format("write one name, without brackets: `accountable: {}`", first->name);
}

}  // namespace

void check_two_accountable(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    const auto& words = activity.accountable.value;
    // A list with a name that could not be read has been reported.
    if (!activity.accountable.good() || words.empty() || !words.front().in_list) continue;
    const auto is_person = [](const AccountableWord& word) { return !word.person.is_none(); };
    const auto is_other = [&](const AccountableWord& word) { return word.name != words.front().name; };
    std::string message;
    if (!std::ranges::any_of(words, is_other)) {
      message = fmt::format("`accountable` is a list: one person answers for `{}`", activity.name);
    } else if (std::ranges::all_of(words, is_person)) {
      message = fmt::format("{} are accountable for `{}`: where two answer, nobody does",
                            words.size() == 2 ? "two people" : "several people", activity.name);
    } else {
      message = fmt::format("several names are accountable for `{}`: one person answers for it", activity.name);
    }
    auto& finding = reports.add(diag::Kind::TwoAccountable, {"functions", activity.name}, activity.accountable.at,
                                std::move(message));
    if (auto advice = repair(activity)) finding.suggest(*std::move(advice));
  }
}

}  // namespace tandem::agreement
