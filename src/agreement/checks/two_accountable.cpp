#include "agreement/checks/checks.h"

namespace tandem::agreement {
namespace {

// What to write instead: a person that the list names, and another as the deputy where there is none yet.
std::optional<diag::Repair> repair(const Activity& activity) {
  const AccountableWord* first = nullptr;
  const AccountableWord* second = nullptr;
  for (const AccountableWord& word : activity.accountable.value) {
    if (word.person.is_none()) continue;
    if (first == nullptr) {
      first = &word;
    } else if (second == nullptr && word.person != first->person && activity.deputy.absent()) {
      second = &word;
    }
  }
  if (first == nullptr) return std::nullopt;
  diag::Repair suggested;
  // Of a list without brackets the place of the first dash is not known.
  const bool in_brackets = activity.accountable.at.begin < activity.accountable.value.front().at.begin;
  if (second == nullptr) {
    suggested.words = fmt::format("write one name, without brackets: `accountable: {}`", first->name);
    if (in_brackets) suggested.edits = {{activity.accountable.at, first->name}};
    if (activity.accountable.value.size() == 1) suggested.confidence = diag::Confidence::Sure;
    return suggested;
  }
  suggested.words =
      fmt::format("keep one, and make another the deputy: `accountable: {}, deputy: {}`", first->name, second->name);
  if (in_brackets && activity.room) {
    suggested.edits = {{activity.accountable.at, first->name},
                       activity.room->write(activity.deputy, "deputy", second->name)};
  }
  return suggested;
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
    if (auto suggested = repair(activity)) finding.suggest(*std::move(suggested));
  }
}

}  // namespace tandem::agreement
