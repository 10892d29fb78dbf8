#include "proof/table_overlaps.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <unordered_map>

namespace tandem::proof {
namespace {

constexpr std::size_t kWidth = 64;
// Every so many of the rules of a column of numbers a set stands ready; the rest is added one by one.
constexpr std::size_t kStep = 128;
// A choice of more classes is remembered as a whole, up to so many choices of a column.
constexpr std::size_t kFewClasses = 8;
constexpr std::size_t kRemembered = 512;

template <class Visit>
void for_each_class(const Table::Layout& layout, const std::uint64_t* rule, const Visit& visit) {
  for (std::size_t i = 0; i < layout.words; ++i) {
    for (std::uint64_t rest = rule[layout.offset + i]; rest != 0; rest &= rest - 1) {
      visit(i * kWidth + static_cast<std::size_t>(std::countr_zero(rest)));
    }
  }
}

std::vector<Bits> sets_of_first(std::span<const std::uint32_t> rules) {
  std::vector<Bits> sets{Bits(rules.size())};
  Bits set(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    set.add(rules[i]);
    if ((i + 1) % kStep == 0) sets.push_back(set);
  }
  return sets;
}

Bits first_of(std::span<const std::uint32_t> rules, std::span<const Bits> sets, std::size_t count) {
  Bits set = sets[count / kStep];
  for (std::size_t i = count / kStep * kStep; i < count; ++i) set.add(rules[i]);
  return set;
}

}  // namespace

class OverlapIndex::Maker {
 public:
  explicit Maker(const Table& table) : table_(table) {}

  [[nodiscard]] Numbers numbers(std::size_t column) const {
    const std::uint32_t classes = table_.classes(column);
    const auto range = [&](std::uint32_t rule) {
      return ClassRange::of(table_.words_of(rule)[table_.layout(column).offset]);
    };
    Numbers out;
    out.by_begin.resize(table_.rules());
    std::iota(out.by_begin.begin(), out.by_begin.end(), std::uint32_t{0});
    out.by_end = out.by_begin;
    std::ranges::sort(out.by_begin, {}, [&](std::uint32_t rule) { return range(rule).from; });
    std::ranges::sort(out.by_end, {}, [&](std::uint32_t rule) { return range(rule).to; });
    std::uint32_t begun = 0;
    std::uint32_t ended = 0;
    for (std::uint32_t at = 0; at <= classes; ++at) {
      while (begun < table_.rules() && range(out.by_begin[begun]).from < at) ++begun;
      while (ended < table_.rules() && range(out.by_end[ended]).to <= at) ++ended;
      out.begun.push_back(begun);
      out.ended.push_back(ended);
    }
    out.first_begun = sets_of_first(out.by_begin);
    out.first_ended = sets_of_first(out.by_end);
    return out;
  }

  [[nodiscard]] Values values(std::size_t column) const {
    const Table::Layout& layout = table_.layout(column);
    Values out;
    out.with_class.assign(table_.classes(column), Bits(table_.rules()));
    out.choice_of.assign(table_.rules(), kByClass);
    std::unordered_map<Bits, std::uint32_t, BitsHash> places;
    for (std::uint32_t rule = 0; rule < table_.rules(); ++rule) {
      Bits chosen(table_.classes(column));
      for_each_class(layout, table_.words_of(rule), [&](std::size_t of) {
        out.with_class[of].add(rule);
        chosen.add(of);
      });
      const std::size_t count = chosen.count();
      if (count == chosen.size()) out.choice_of[rule] = kEverything;
      if (count <= kFewClasses || count == chosen.size()) continue;
      if (places.size() == kRemembered && !places.contains(chosen)) continue;
      out.choice_of[rule] = places.try_emplace(std::move(chosen), places.size()).first->second;
    }
    out.with_choice.assign(places.size(), Bits(table_.rules()));
    for (const auto& [chosen, place] : places) {
      for (const std::uint32_t of : chosen) out.with_choice[place] |= out.with_class[of];
    }
    return out;
  }

 private:
  const Table& table_;
};

OverlapIndex::OverlapIndex(const Table& table)
    : table_(table), taking_something_(table.rules()), numbers_(table.columns()), values_(table.columns()) {
  for (std::uint32_t rule = 0; rule < table.rules(); ++rule) {
    if (table.takes_something(rule)) taking_something_.add(rule);
  }
  const Maker maker(table);
  for (std::size_t column = 0; column < table.columns(); ++column) {
    if (table.layout(column).ordered) {
      numbers_[column] = maker.numbers(column);
    } else {
      values_[column] = maker.values(column);
    }
  }
}

// Others that begin before it ends and end behind its beginning.
void OverlapIndex::narrow(const Numbers& numbers, ClassRange range, std::uint32_t classes, Bits& with) const {
  if (range.to < classes) with &= first_of(numbers.by_begin, numbers.first_begun, numbers.begun[range.to]);
  if (range.from > 0) with -= first_of(numbers.by_end, numbers.first_ended, numbers.ended[range.from]);
}

// Others that have one of its values.
void OverlapIndex::narrow(const Values& values, std::size_t column, std::uint32_t rule, Bits& with) const {
  const std::uint32_t choice = values.choice_of[rule];
  if (choice == kEverything) return;
  if (choice != kByClass) {
    with &= values.with_choice[choice];
    return;
  }
  Bits any(table_.rules());
  for_each_class(table_.layout(column), table_.words_of(rule), [&](std::size_t of) { any |= values.with_class[of]; });
  with &= any;
}

void OverlapIndex::find(std::uint32_t rule, Bits& with) const {
  if (!taking_something_.has(rule)) {
    with = Bits(table_.rules());
    return;
  }
  with = taking_something_;
  for (std::size_t column = 0; column < table_.columns(); ++column) {
    const Table::Layout& layout = table_.layout(column);
    if (layout.ordered) {
      narrow(numbers_[column], ClassRange::of(table_.words_of(rule)[layout.offset]), table_.classes(column), with);
    } else {
      narrow(values_[column], column, rule, with);
    }
  }
}

std::vector<RulePair> overlapping_pairs(const Table& table) {
  std::vector<RulePair> pairs;
  const OverlapIndex index(table);
  Bits with;
  for (std::uint32_t rule = 0; rule < table.rules(); ++rule) {
    index.find(rule, with);
    for (std::size_t other = with.next(rule + 1); other < with.size(); other = with.next(other + 1)) {
      pairs.push_back({rule, static_cast<std::uint32_t>(other)});
    }
  }
  return pairs;
}

}  // namespace tandem::proof
