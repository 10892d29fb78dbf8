#include "proof/subdivision.h"

#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "base/check.h"

namespace tandem::proof {
namespace {

// How many rules offer their sides as cuts, and by how many a cut is judged: all of a few, and of many some. More finds
// better cuts and looks longer.
struct Looks {
  std::size_t all_of;
  std::size_t of_more;
};
constexpr Looks kOffering{12, 6};
constexpr Looks kJudging{64, 32};

// Every so many of `count` are looked at.
std::size_t stride_of(std::size_t count, Looks looks) {
  return count <= looks.all_of ? 1 : (count + looks.of_more - 1) / looks.of_more;
}

// What it takes to decide a part that so many of those who judge touch, if it can be halved well.
double effort(std::size_t rules) {
  static const auto kEffort = [] {
    std::array<double, kJudging.all_of + 1> efforts{};
    for (std::size_t n = 0; n <= kJudging.all_of; ++n)
      efforts[n] = static_cast<double>(n) * std::log2(static_cast<double>(n + 1));
    return efforts;
  }();
  return kEffort[rules];
}

}  // namespace

void Subdivision::begin(RegionView region, std::span<const std::uint32_t> rules) {
  pending_.assign(1, {});
  pending_regions_.assign(region.begin(), region.end());
  pending_entries_.clear();
  for (const std::uint32_t rule : rules) {
    Entry entry{.rule = rule};
    bool touches = true;
    for (std::size_t i = 0; touches && i < table_->columns(); ++i) {
      const Table::Layout& layout = table_->layout(i);
      const Overlap overlap = overlap_of(layout, table_->words_of(rule) + layout.offset, region.data() + layout.offset);
      touches = overlap != Overlap::None;
      if (overlap == Overlap::Part) ++entry.open_columns;
    }
    if (touches) pending_entries_.push_back(entry);
  }
}

void Subdivision::take() {
  const std::size_t first = pending_.back().first_entry;
  const std::size_t place = (pending_.size() - 1) * table_->stride();
  region_.assign(pending_regions_.begin() + static_cast<std::ptrdiff_t>(place), pending_regions_.end());
  entries_.assign(pending_entries_.begin() + static_cast<std::ptrdiff_t>(first), pending_entries_.end());
  pending_.pop_back();
  pending_regions_.resize(place);
  pending_entries_.resize(first);
}

void Subdivision::cut() {
  const Side side = choose();
  const std::size_t before = pending_entries_.size();
  push(side, false);
  const std::size_t between = pending_entries_.size();
  push(side, true);
  // The one that fewer rules touch is looked at first: it is decided sooner.
  if (pending_entries_.size() - between <= between - before) return;
  const auto entries = pending_entries_.begin();
  const auto at = [](std::size_t place) { return static_cast<std::ptrdiff_t>(place); };
  std::rotate(entries + at(before), entries + at(between), pending_entries_.end());
  const auto regions = pending_regions_.end() - at(2 * table_->stride());
  std::rotate(regions, regions + at(table_->stride()), pending_regions_.end());
  pending_.back().first_entry = before + (pending_entries_.size() - between);
}

// The side that costs least by a look at some of the rules.
Subdivision::Side Subdivision::choose() {
  sample_.clear();
  offered_.clear();
  for (std::size_t i = 0, step = stride_of(entries_.size(), kJudging); i < entries_.size(); i += step) {
    sample_.push_back(entries_[i].rule);
  }
  const auto open = static_cast<std::size_t>(std::ranges::count_if(entries_, [](Entry e) { return !e.is_full(); }));
  TANDEM_ENSURE(open > 0);
  const std::size_t step = stride_of(open, kOffering);
  Side best;
  double best_cost = std::numeric_limits<double>::infinity();
  std::size_t seen = 0;
  for (const Entry& entry : entries_) {
    if (entry.is_full() || seen++ % step != 0) continue;
    const std::uint64_t* rule = table_->words_of(entry.rule);
    for (std::uint32_t i = 0; i < table_->columns(); ++i) {
      const Table::Layout& layout = table_->layout(i);
      if (overlap_of(layout, rule + layout.offset, &region_[layout.offset]) != Overlap::Part) continue;
      if (!layout.ordered) {
        offer({.column = i, .set = rule + layout.offset}, best_cost, best);
        continue;
      }
      const ClassRange mine = ClassRange::of(rule[layout.offset]);
      const ClassRange its = ClassRange::of(region_[layout.offset]);
      if (mine.from > its.from) offer({.column = i, .before = mine.from}, best_cost, best);
      if (mine.to < its.to) offer({.column = i, .before = mine.to}, best_cost, best);
    }
  }
  return best;
}

void Subdivision::offer(const Side& side, double& best_cost, Side& best) {
  if (was_offered(side)) return;
  std::size_t in = 0;
  std::size_t out = 0;
  for (const std::uint32_t rule : sample_) {
    const Lies where = lies(rule, side);
    in += where != Lies::Out ? 1 : 0;
    out += where != Lies::In ? 1 : 0;
  }
  const double cost = effort(in) + effort(out);
  if (cost < best_cost) {
    best_cost = cost;
    best = side;
  }
}

// Rules often have sides in common.
bool Subdivision::was_offered(const Side& side) {
  const Table::Layout& layout = table_->layout(side.column);
  const auto same = [&](const Side& other) {
    if (other.column != side.column || other.before != side.before) return false;
    return layout.ordered || other.set == side.set || std::equal(side.set, side.set + layout.words, other.set);
  };
  if (std::ranges::any_of(offered_, same)) return true;
  offered_.push_back(side);
  return false;
}

// REQUIRES: the rule touches the part.
Subdivision::Lies Subdivision::lies(std::uint32_t rule, const Side& side) const {
  const Table::Layout& layout = table_->layout(side.column);
  const std::uint64_t* words = table_->words_of(rule) + layout.offset;
  if (layout.ordered) {
    const ClassRange mine = ClassRange::of(*words);
    if (mine.to <= side.before) return Lies::In;
    return mine.from >= side.before ? Lies::Out : Lies::Across;
  }
  std::uint64_t in = 0;
  std::uint64_t out = 0;
  for (std::uint32_t i = 0; i < layout.words; ++i) {
    const std::uint64_t both = words[i] & region_[layout.offset + i];
    in |= both & side.set[i];
    out |= both & ~side.set[i];
  }
  if (out == 0) return Lies::In;
  return in == 0 ? Lies::Out : Lies::Across;
}

// Puts one half of the part, with the rules that touch it, among those to be visited.
void Subdivision::push(const Side& side, bool in) {
  const Table::Layout& layout = table_->layout(side.column);
  const std::size_t place = pending_regions_.size();
  pending_.push_back({pending_entries_.size()});
  pending_regions_.insert(pending_regions_.end(), region_.begin(), region_.end());
  std::uint64_t* half = &pending_regions_[place + layout.offset];
  if (layout.ordered) {
    const ClassRange all = ClassRange::of(*half);
    *half = in ? ClassRange{all.from, side.before}.word() : ClassRange{side.before, all.to}.word();
  } else {
    for (std::uint32_t i = 0; i < layout.words; ++i) half[i] &= in ? side.set[i] : ~side.set[i];
  }
  for (const Entry& entry : entries_) {
    const std::uint64_t* rule = table_->words_of(entry.rule) + layout.offset;
    const Overlap now = overlap_of(layout, rule, half);
    if (now == Overlap::None) continue;
    Entry kept = entry;
    const bool closed = now == Overlap::All && overlap_of(layout, rule, &region_[layout.offset]) == Overlap::Part;
    if (closed) --kept.open_columns;
    pending_entries_.push_back(kept);
  }
}

}  // namespace tandem::proof
