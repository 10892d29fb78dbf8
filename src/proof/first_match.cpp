#include "proof/first_match.h"

#include <numeric>

#include "base/check.h"
#include "proof/subdivision.h"

namespace tandem::proof {
namespace {

// For each rule so many parts of it are looked at for a point that settles it. Most rules take a few; what is left is
// settled by one walk for all.
constexpr std::size_t kPartsAlone = 64;

// The position of the first full entry from `from` on; the number of entries when there is none.
std::size_t full_from(const std::vector<Entry>& entries, std::size_t from) {
  while (from < entries.size() && !entries[from].is_full()) ++from;
  return from;
}

class UseVisitor {
 public:
  UseVisitor(const Table& table, std::span<const std::uint32_t> outputs, const Bits& asked,
             const Difference& difference)
      : table_(table),
        outputs_(outputs),
        settled_(Bits::full(table.rules()) - asked),
        difference_(difference),
        uses_(table.rules()) {}

  // What comes after the second rule that holds everywhere is never asked: neither is it first, nor next.
  Step operator()(RegionView part, std::vector<Entry>& entries) {
    if (subject_ != kNoRule && (parts_left_ == 0 || uses_[subject_].needed_at)) return Step::Stop;
    if (parts_left_ > 0) --parts_left_;
    const std::size_t first = full_from(entries, 0);
    const std::size_t second = full_from(entries, std::min(first + 1, entries.size()));
    if (second < entries.size()) entries.resize(second + 1);
    if (entries.empty()) return Step::Leave;
    if (first == 0) return decided(part, entries);
    return is_open(entries, first) ? Step::Cut : Step::Leave;
  }

  // Only the rule is asked about, and only in so many parts; kNoRule: all, in any number.
  void look_for(std::uint32_t rule, std::size_t parts) {
    subject_ = rule;
    parts_left_ = parts;
  }
  // Nothing is known of it that a walk could still add to.
  [[nodiscard]] bool is_settled(std::uint32_t rule) const { return settled_.has(rule) || uses_[rule].needed_at; }
  void settle(std::uint32_t rule) { settled_.add(rule); }
  [[nodiscard]] bool decides(std::uint32_t rule) const { return uses_[rule].decides_at.has_value(); }

  std::vector<RuleUse> take() && { return std::move(uses_); }

 private:
  // The same rule decides everywhere in the part.
  Step decided(RegionView part, const std::vector<Entry>& entries) {
    const std::uint32_t rule = entries.front().rule;
    if (is_settled(rule)) return Step::Leave;
    if (!uses_[rule].decides_at) uses_[rule].decides_at = table_.first_point(part);
    if (subject_ != kNoRule && subject_ != rule) return Step::Leave;
    const bool is_last = entries.size() == 1;
    if (is_last || entries[1].is_full()) {
      uses_[rule].needed_at = difference(rule, is_last ? kNoRule : entries[1].rule, part);
      return Step::Leave;
    }
    const bool falls_through = !entries.back().is_full();
    const bool may_differ =
        (falls_through && difference(rule, kNoRule, part)) ||
        std::ranges::any_of(entries, [&](const Entry& next) { return difference(rule, next.rule, part).has_value(); });
    return may_differ ? Step::Cut : Step::Leave;
  }

  std::optional<Point> difference(std::uint32_t rule, std::uint32_t next, RegionView part) const {
    if (next != kNoRule && outputs_[rule] == outputs_[next]) return std::nullopt;
    return difference_(rule, next, part);
  }

  // Whether smaller parts can say anything new of the rules that may be first in this one.
  bool is_open(const std::vector<Entry>& entries, std::size_t first) const {
    bool differ = entries.size() < first + 2 || !entries.back().is_full();  // may fall through
    for (const Entry& entry : entries) differ = differ || outputs_[entry.rule] != outputs_[entries.front().rule];
    for (std::size_t i = 0; i < std::min(first + 1, entries.size()); ++i) {
      const std::uint32_t rule = entries[i].rule;
      if (is_settled(rule) || (subject_ != kNoRule && subject_ != rule)) continue;
      if (!uses_[rule].decides_at || (differ && !uses_[rule].needed_at)) return true;
    }
    return false;
  }

  const Table& table_;
  std::span<const std::uint32_t> outputs_;
  Bits settled_;
  const Difference& difference_;
  std::vector<RuleUse> uses_;
  std::uint32_t subject_ = kNoRule;
  std::size_t parts_left_ = 0;
};

// Looks at the rules one by one, each where it holds.
class UseSearch {
 public:
  UseSearch(const Table& table, const OverlapIndex& overlaps, UseVisitor& visitor)
      : table_(table), overlaps_(overlaps), visitor_(visitor), subdivision_(table), idle_(table.rules()) {}

  // Those of `rules` that so many parts each do not settle.
  [[nodiscard]] std::vector<std::uint32_t> alone(std::span<const std::uint32_t> rules, std::size_t parts) {
    std::vector<std::uint32_t> open;
    for (const std::uint32_t rule : rules) {
      if (!visitor_.is_settled(rule) && !look_at(rule, parts)) open.push_back(rule);
    }
    return open;
  }

  // The others that are open, together. REQUIRES: there is one; ascending.
  void all(std::span<const std::uint32_t> open) {
    touching_.clear();
    for (std::uint32_t rule = 0; rule < table_.rules(); ++rule) {
      // One that decides nothing may be next behind one before it.
      if (rule >= open.front() || !idle_.has(rule)) touching_.push_back(rule);
    }
    visitor_.look_for(kNoRule, 0);
    subdivision_.walk(table_.whole(), touching_, visitor_);
  }

 private:
  // Whether that settles it.
  bool look_at(std::uint32_t rule, std::size_t parts) {
    overlaps_.find(rule, with_);
    if (with_.has(rule)) {
      with_ -= idle_;
      touching_.assign(with_.begin(), with_.end());
      visitor_.look_for(rule, parts);
      const Ended ended = subdivision_.walk(*table_.region_of(rule), touching_, visitor_);
      if (ended != Ended::Complete) return visitor_.is_settled(rule);
    }
    visitor_.settle(rule);
    // What it takes is taken by others before it, so it does not matter to any rule behind it.
    if (!visitor_.decides(rule)) idle_.add(rule);
    return true;
  }

  const Table& table_;
  const OverlapIndex& overlaps_;
  UseVisitor& visitor_;
  Subdivision subdivision_;
  Bits idle_;
  Bits with_{};
  std::vector<std::uint32_t> touching_{};
};

}  // namespace

Difference differs_everywhere(const Table& table) {
  return [&table](std::uint32_t, std::uint32_t, RegionView part) { return std::optional(table.first_point(part)); };
}

std::vector<RuleUse> rule_uses(const Table& table, const OverlapIndex& overlaps, std::span<const std::uint32_t> outputs,
                               const Bits& asked, const Difference& difference) {
  TANDEM_ENSURE(outputs.size() == table.rules() && asked.size() == table.rules());
  UseVisitor visitor(table, outputs, asked, difference);
  UseSearch search(table, overlaps, visitor);
  std::vector<std::uint32_t> open(asked.begin(), asked.end());
  open = search.alone(open, kPartsAlone);
  if (!open.empty()) search.all(open);
  return std::move(visitor).take();
}

std::optional<Decided> find_decided(const Table& table, RegionView region, std::span<const std::uint32_t> rules,
                                    const Bits& wanted, Wanted which) {
  std::optional<Decided> found;
  Subdivision(table).walk(region, rules, [&](RegionView part, std::vector<Entry>& entries) {
    const std::size_t first = full_from(entries, 0);
    if (first < entries.size()) entries.resize(first + 1);
    const bool may_be = std::ranges::any_of(
        entries, [&](const Entry& entry) { return wanted.has(entry.rule) && (!found || entry.rule < found->rule); });
    if (!may_be) return Step::Leave;
    if (first != 0) return Step::Cut;
    found = Decided{entries.front().rule, table.first_point(part)};
    return which == Wanted::Any ? Step::Stop : Step::Leave;
  });
  return found;
}

}  // namespace tandem::proof
