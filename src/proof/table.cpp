#include "proof/table.h"

#include <algorithm>
#include <unordered_set>

#include "base/check.h"

namespace tandem::proof {
namespace {

constexpr std::size_t kWidth = 64;
constexpr std::uint32_t kNoClass = 0xffff'ffff;

}  // namespace

// Finds the classes of each column and writes the rules in them.
class Table::Maker {
 public:
  Maker(Table& table, std::span<const Column> columns, std::span<const Box> rules) : table_(table), rules_(rules) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      Classes classes = columns[i].range ? of_numbers(i, *columns[i].range) : of_values(i, columns[i].count);
      classes.layout.offset = static_cast<std::uint32_t>(table_.stride_);
      table_.stride_ += classes.layout.words;
      table_.columns_.push_back(std::move(classes));
    }
  }

  void write_rules() {
    table_.rules_.assign(rules_.size() * table_.stride_, 0);
    table_.empty_.assign(rules_.size(), false);
    for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
      TANDEM_ENSURE(rules_[rule].size() == table_.columns_.size());
      for (std::size_t i = 0; i < table_.columns_.size(); ++i) {
        const Classes& classes = table_.columns_[i];
        std::uint64_t* words = &table_.rules_[rule * table_.stride_ + classes.layout.offset];
        if (!write(rules_[rule][i], classes, words)) table_.empty_[rule] = true;
      }
    }
  }

 private:
  Classes of_numbers(std::size_t column, Span range) const {
    TANDEM_ENSURE(range.from < range.to);
    Classes classes{.layout = {.words = 1, .ordered = true}};
    classes.cuts = {range.from, range.to};
    for (const Box& rule : rules_) {
      const auto* span = std::get_if<Span>(&rule[column]);
      if (span == nullptr) continue;
      for (const std::int64_t cut : {span->from, span->to}) {
        if (range.from < cut && cut < range.to) classes.cuts.push_back(cut);
      }
    }
    std::ranges::sort(classes.cuts);
    const auto repeats = std::ranges::unique(classes.cuts);
    classes.cuts.erase(repeats.begin(), repeats.end());
    return classes;
  }

  // Begins with one class and splits each by every distinct choice, until values that no rule tells apart are left.
  Classes of_values(std::size_t column, std::uint32_t count) const {
    TANDEM_ENSURE(count > 0);
    Classes classes{.class_of = std::vector<std::uint32_t>(count, 0)};
    std::uint32_t found = 1;
    std::unordered_set<Bits, BitsHash> seen;
    std::vector<std::uint32_t> split_off;
    for (const Box& rule : rules_) {
      const auto* values = std::get_if<Bits>(&rule[column]);
      if (values == nullptr || found == count || !seen.insert(*values).second) continue;
      TANDEM_ENSURE(values->size() == count);
      split_off.assign(found, kNoClass);
      std::vector<std::uint32_t> left(found, 0);
      for (const std::uint32_t of : classes.class_of) ++left[of];
      for (const std::uint32_t value : *values) --left[classes.class_of[value]];
      for (const std::uint32_t value : *values) {
        std::uint32_t& of = classes.class_of[value];
        if (left[of] == 0) continue;  // all of the class is in the choice
        if (split_off[of] == kNoClass) split_off[of] = found++;
        of = split_off[of];
      }
    }
    return with_members(std::move(classes), found);
  }

  // Numbers the classes by their smallest values and lists what is in each.
  static Classes with_members(Classes classes, std::uint32_t found) {
    const std::size_t count = classes.class_of.size();
    std::vector<std::uint32_t> renumbered(found, kNoClass);
    for (std::uint32_t value = 0; value < count; ++value) {
      std::uint32_t& number = renumbered[classes.class_of[value]];
      if (number == kNoClass) {
        number = static_cast<std::uint32_t>(classes.members.size());
        classes.members.emplace_back();
      }
      classes.class_of[value] = number;
      classes.members[number].push_back(value);
    }
    classes.layout.words = static_cast<std::uint32_t>((classes.members.size() + kWidth - 1) / kWidth);
    return classes;
  }

  // Whether anything is chosen.
  static bool write(const Choice& choice, const Classes& classes, std::uint64_t* words) {
    if (std::holds_alternative<Everything>(choice)) {
      fill(classes, words);
      return true;
    }
    if (const auto* values = std::get_if<Bits>(&choice)) {
      TANDEM_ENSURE(!classes.layout.ordered && values->size() == classes.class_of.size());
      for (const std::uint32_t value : *values) {
        const std::uint32_t of = classes.class_of[value];
        words[of / kWidth] |= std::uint64_t{1} << (of % kWidth);
      }
      return !values->empty();
    }
    TANDEM_ENSURE(classes.layout.ordered);
    const Span span = std::get<Span>(choice);
    const std::int64_t from = std::max(span.from, classes.cuts.front());
    const std::int64_t to = std::min(span.to, classes.cuts.back());
    if (from >= to) return false;
    const auto rank = [&](std::int64_t cut) {
      return static_cast<std::uint32_t>(std::ranges::lower_bound(classes.cuts, cut) - classes.cuts.begin());
    };
    *words = ClassRange{rank(from), rank(to)}.word();
    return true;
  }

 public:
  static void fill(const Classes& classes, std::uint64_t* words) {
    if (classes.layout.ordered) {
      *words = ClassRange{0, classes.count()}.word();
      return;
    }
    const Bits all = Bits::full(classes.count());
    std::ranges::copy(all.words(), words);
  }

 private:
  Table& table_;
  std::span<const Box> rules_;
};

Table::Table(std::vector<Column> columns, std::span<const Box> rules) {
  TANDEM_ENSURE(!columns.empty());
  Maker(*this, columns, rules).write_rules();
}

Region Table::whole() const {
  Region region(stride_, 0);
  for (const Classes& classes : columns_) Maker::fill(classes, &region[classes.layout.offset]);
  return region;
}

std::optional<Region> Table::region_of(std::uint32_t rule) const {
  if (empty_[rule]) return std::nullopt;
  return Region(words_of(rule), words_of(rule) + stride_);
}

std::optional<Region> Table::common(RegionView a, RegionView b) const {
  Region region(stride_, 0);
  for (const Classes& classes : columns_) {
    const Layout& layout = classes.layout;
    std::uint64_t any = 0;
    if (layout.ordered) {
      const ClassRange x = ClassRange::of(a[layout.offset]);
      const ClassRange y = ClassRange::of(b[layout.offset]);
      const ClassRange both{std::max(x.from, y.from), std::min(x.to, y.to)};
      region[layout.offset] = both.word();
      any = both.from < both.to ? 1 : 0;
    } else {
      for (std::uint32_t i = layout.offset; i < layout.offset + layout.words; ++i) any |= region[i] = a[i] & b[i];
    }
    if (any == 0) return std::nullopt;
  }
  return region;
}

std::uint32_t Table::class_of(std::size_t column, std::int64_t value) const {
  const Classes& classes = columns_[column];
  if (!classes.layout.ordered) return classes.class_of[static_cast<std::size_t>(value)];
  const auto next = std::ranges::upper_bound(classes.cuts, value);
  return static_cast<std::uint32_t>(next - classes.cuts.begin()) - 1;
}

std::optional<Region> Table::at_value(RegionView region, std::size_t column, std::int64_t value) const {
  const Classes& classes = columns_[column];
  Region only(region.begin(), region.end());
  std::uint64_t* words = &only[classes.layout.offset];
  const std::uint32_t of = class_of(column, value);
  if (classes.layout.ordered) {
    *words = ClassRange{of, of + 1}.word();
  } else {
    std::fill(words, words + classes.layout.words, std::uint64_t{0});
    words[of / kWidth] = std::uint64_t{1} << (of % kWidth);
  }
  return common(only, region);
}

bool Table::overlap(std::uint32_t a, std::uint32_t b) const {
  if (empty_[a] || empty_[b]) return false;
  return std::ranges::none_of(columns_, [&](const Classes& classes) {
    const std::size_t offset = classes.layout.offset;
    return overlap_of(classes.layout, words_of(a) + offset, words_of(b) + offset) == Overlap::None;
  });
}

bool Table::is_within(std::uint32_t inner, std::uint32_t outer, std::size_t first, std::size_t last) const {
  if (empty_[inner]) return true;
  if (empty_[outer]) return false;
  return std::ranges::all_of(std::span(columns_).subspan(first, last - first), [&](const Classes& classes) {
    const std::size_t offset = classes.layout.offset;
    return overlap_of(classes.layout, words_of(outer) + offset, words_of(inner) + offset) == Overlap::All;
  });
}

template <class Visit>
void Table::for_each_class(RegionView region, const Classes& classes, const Visit& visit) {
  for (std::uint32_t i = 0; i < classes.layout.words; ++i) {
    for (std::uint64_t rest = region[classes.layout.offset + i]; rest != 0; rest &= rest - 1) {
      visit(i * static_cast<std::uint32_t>(kWidth) + static_cast<std::uint32_t>(std::countr_zero(rest)));
    }
  }
}

Volume Table::volume(RegionView region) const {
  Volume volume = Volume::of(1);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Classes& classes = columns_[i];
    std::uint64_t points = 0;
    if (classes.layout.ordered) {
      const ClassRange range = ClassRange::of(region[classes.layout.offset]);
      points =
          static_cast<std::uint64_t>(classes.cuts[range.to]) - static_cast<std::uint64_t>(classes.cuts[range.from]);
    } else {
      for_each_class(region, classes, [&](std::uint32_t of) { points += classes.members[of].size(); });
    }
    volume = volume * Volume::of(points);
  }
  return volume;
}

Point Table::first_point(RegionView region) const {
  Point point;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Classes& classes = columns_[i];
    if (classes.layout.ordered) {
      point.push_back(classes.cuts[ClassRange::of(region[classes.layout.offset]).from]);
    } else {
      // Classes are numbered by their smallest values.
      std::uint32_t first = kNoClass;
      for_each_class(region, classes, [&](std::uint32_t of) { first = std::min(first, of); });
      point.push_back(classes.members[first].front());
    }
  }
  return point;
}

Box Table::box(RegionView region) const {
  Box box;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Classes& classes = columns_[i];
    if (classes.layout.ordered) {
      const ClassRange range = ClassRange::of(region[classes.layout.offset]);
      box.emplace_back(Span{classes.cuts[range.from], classes.cuts[range.to]});
    } else {
      box.emplace_back(values_of(region, i));
    }
  }
  return box;
}

bool Table::touches(RegionView region, std::size_t column, const Bits& values) const {
  const Classes& classes = columns_[column];
  bool found = false;
  for_each_class(region, classes, [&](std::uint32_t of) {
    found = found || std::ranges::any_of(classes.members[of], [&](std::uint32_t value) { return values.has(value); });
  });
  return found;
}

Bits Table::values_of(RegionView region, std::size_t column) const {
  const Classes& classes = columns_[column];
  Bits values(classes.class_of.size());
  for_each_class(region, classes, [&](std::uint32_t of) {
    for (const std::uint32_t value : classes.members[of]) values.add(value);
  });
  return values;
}

}  // namespace tandem::proof
