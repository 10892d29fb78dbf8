#include "agreement/diff/owners.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "proof/box_union.h"
#include "proof/subdivision.h"

namespace tandem::agreement::diff {

using proof::Bits;
using proof::Box;
using proof::Entry;
using proof::RegionView;
using proof::Step;

namespace {

// The first rules of a part: rows of the joint table, or none.
constexpr std::uint32_t kNoRow = 0xffff'ffff;

// Of the entries of one side, which are ascending, those behind the first that holds everywhere never decide.
void cut_behind_first_full(std::vector<Entry>& entries, std::size_t begin, std::size_t& end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (!entries[i].is_full()) continue;
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  entries.begin() + static_cast<std::ptrdiff_t>(end));
    end = i + 1;
    return;
  }
}

class OwnerComparison {
 public:
  explicit OwnerComparison(const JointWork& work)
      : work_(work),
        before_(work.sides().before()),
        after_(work.sides().after()),
        kinds_(work.sides().moments().kinds().size()),
        first_after_(static_cast<std::uint32_t>(work.rows_before().size())) {}

  std::vector<OwnerChange> run() {
    std::vector<Box> rows;
    for (const JointRow& row : work_.rows_before()) rows.push_back(row.box);
    for (const JointRow& row : work_.rows_after()) rows.push_back(row.box);
    const proof::Table table(work_.columns(), rows);
    std::vector<std::uint32_t> all(rows.size());
    std::iota(all.begin(), all.end(), 0U);
    proof::Subdivision(table).walk(
        table.whole(), all, [&](RegionView part, std::vector<Entry>& entries) { return visit(table, part, entries); });
    std::vector<OwnerChange> changes;
    for (auto& [holders, boxes] : boxes_) {
      proof::join_boxes(boxes);
      for (Rounded& where : rounded(std::move(boxes), work_.columns()))
        changes.push_back({std::move(where), holders.first, holders.second});
    }
    return changes;
  }

 private:
  using Holders = std::pair<Holder, Holder>;
  using Changes = std::vector<std::pair<Holders, Bits>>;  // kinds by who acts, where that differs

  Step visit(const proof::Table& table, RegionView part, std::vector<Entry>& entries) {
    const auto split = std::ranges::lower_bound(entries, first_after_, {}, &Entry::rule);
    auto middle = static_cast<std::size_t>(split - entries.begin());
    auto end = entries.size();
    cut_behind_first_full(entries, middle, end);
    cut_behind_first_full(entries, 0, middle);
    const bool none_before = middle == 0;
    const bool none_after = middle == entries.size();
    const bool decided = (none_before || entries.front().is_full()) && (none_after || entries[middle].is_full());
    if (!decided) return Step::Cut;
    add(table.box(part), none_before ? kNoRow : entries.front().rule, none_after ? kNoRow : entries[middle].rule);
    return Step::Leave;
  }

  // One part in which the same rules decide; without a rule the category's activity does.
  void add(const Box& part, std::uint32_t row_before, std::uint32_t row_after) {
    std::map<std::pair<policy::TeamIndex, policy::TeamIndex>, Bits> categories;
    const Bits& in_part = std::get<Bits>(part[JointWork::kCategory]);
    for (const std::uint32_t category : in_part) {
      const JointValue& value = work_.values(JointWork::kCategory)[category];
      const auto named = std::pair(named_by(before_, work_.rows_before(), row_before, 0, value.before),
                                   named_by(after_, work_.rows_after(), row_after, first_after_, value.after));
      categories.try_emplace(named, in_part.size()).first->second.add(category);
    }
    for (auto& [named, of_named] : categories) {
      for (const auto& [holders, kinds] : changes_of(named.first, named.second)) {
        Bits moments = kinds & std::get<Bits>(part[JointWork::kMoment]);
        if (moments.empty()) continue;
        Box box = part;
        box[JointWork::kCategory] = of_named;
        box[JointWork::kMoment] = std::move(moments);
        boxes_[holders].push_back(std::move(box));
      }
    }
  }

  static policy::TeamIndex named_by(const Side& side, std::span<const JointRow> rows, std::uint32_t row,
                                    std::uint32_t first, std::uint32_t category) {
    const policy::Spec& spec = side.spec();
    if (row != kNoRow) return spec.rules[rows[row - first].rule.value].to;
    return spec.activities[spec.categories[category].activity.value].responsible;
  }

  const Changes& changes_of(policy::TeamIndex before, policy::TeamIndex after) {
    const auto [place, fresh] = changes_.try_emplace({before, after});
    if (!fresh) return place->second;
    std::map<Holders, Bits> by_holders;
    for (std::uint32_t kind = 0; kind < kinds_; ++kind) {
      const Holders holders{before_.holder(before, kind), after_.holder(after, kind)};
      if (holders.first != holders.second) by_holders.try_emplace(holders, kinds_).first->second.add(kind);
    }
    place->second.assign(by_holders.begin(), by_holders.end());
    return place->second;
  }

  const JointWork& work_;
  const Side& before_;
  const Side& after_;
  std::size_t kinds_;
  std::uint32_t first_after_;
  std::map<std::pair<policy::TeamIndex, policy::TeamIndex>, Changes> changes_;
  std::map<Holders, std::vector<Box>> boxes_;
};

}  // namespace

std::vector<OwnerChange> owner_changes(const JointWork& work) {
  return OwnerComparison(work).run();
}

std::vector<AccountableChange> accountable_changes(const JointWork& work) {
  Box everything;
  for (const proof::Column& column : work.columns()) everything.push_back(full_choice(column));
  const Side& before = work.sides().before();
  const Side& after = work.sides().after();
  const auto categories = work.values(JointWork::kCategory);
  const std::size_t kinds = work.sides().moments().kinds().size();
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Box>> boxes;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    const auto was = before.spec().categories[categories[i].before].activity;
    const auto is = after.spec().categories[categories[i].after].activity;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Bits> moments;
    for (std::uint32_t kind = 0; kind < kinds; ++kind) {
      const std::pair people{before.accountable(was, kind), after.accountable(is, kind)};
      if (people.first != people.second) moments.try_emplace(people, kinds).first->second.add(kind);
    }
    for (auto& [people, of_people] : moments) {
      Box box = everything;
      box[JointWork::kCategory] = Bits(categories.size());
      std::get<Bits>(box[JointWork::kCategory]).add(i);
      box[JointWork::kMoment] = std::move(of_people);
      boxes[people].push_back(std::move(box));
    }
  }
  std::vector<AccountableChange> changes;
  for (auto& [people, of_people] : boxes) {
    proof::join_boxes(of_people);
    for (Rounded& where : rounded(std::move(of_people), work.columns()))
      changes.push_back({std::move(where), people.first, people.second});
  }
  return changes;
}

}  // namespace tandem::agreement::diff
