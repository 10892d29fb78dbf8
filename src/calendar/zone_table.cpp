#include "calendar/zone_table.h"

namespace tandem::calendar {

using base::Duration;
using base::Instant;
using base::Interval;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

constexpr std::int64_t kMicroseconds = 1'000'000;  // of a second
constexpr std::int64_t kEndOfTime = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kBeginOfTime = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kLargestOffset = 26 * 3600 * kMicroseconds;  // and a little more than any
constexpr int kCycleYears = 400;
constexpr std::int64_t kCycle = std::int64_t{146'097} * 86'400 * kMicroseconds;
constexpr int kSlotBits = 43;  // a slot is 2^43 µs, 102 days

constexpr std::int64_t first_of(int in_year) {
  return Duration(sys_days(year(in_year) / 1 / 1).time_since_epoch()).count();
}

// What lies outside is answered as the nearest instant inside; it keeps every sum within 64 bits.
constexpr std::int64_t kFirst = first_of(-1);
constexpr std::int64_t kLast = first_of(10'001);

}  // namespace

ZoneTable::ZoneTable(std::string name, const ZoneRecord& record) : name_(std::move(name)), types_(record.types) {
  begins_ = {kBeginOfTime};
  kinds_ = {0};
  for (const ZoneRecord::Change& change : record.changes) {
    if (change.at >= kLast / kMicroseconds) break;
    add(change.at, change.type);
  }
  if (record.rule) add_rule(record);
  finish();
}

void ZoneTable::add(std::int64_t at_second, std::size_t type) {
  const auto kind = static_cast<std::uint16_t>(type);
  if (at_second <= kFirst / kMicroseconds) {
    kinds_.front() = kind;
  } else if (types_[type] != types_[kinds_.back()]) {
    begins_.push_back(at_second * kMicroseconds);
    kinds_.push_back(kind);
  }
}

void ZoneTable::add_rule(const ZoneRecord& record) {
  const PosixRule& rule = *record.rule;
  const auto kind_of = [&](const LocalTimeType& type) {
    const auto found = std::ranges::find(types_, type);
    if (found != types_.end()) return static_cast<std::size_t>(found - types_.begin());
    types_.push_back(type);
    return types_.size() - 1;
  };
  const std::size_t standard = kind_of(rule.standard());
  if (rule.daylight() == nullptr) {
    // With recorded changes the last of them has led there already.
    if (record.changes.empty()) kinds_.front() = static_cast<std::uint16_t>(standard);
    return;
  }
  const std::size_t daylight = kind_of(*rule.daylight());
  const bool always = record.changes.empty();
  const std::int64_t last = always ? kFirst / kMicroseconds : record.changes.back().at;
  const Duration since_1970 = base::seconds(std::clamp(last, kFirst / kMicroseconds, kLast / kMicroseconds));
  const int last_year = static_cast<int>(
      std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(std::chrono::sys_time<Duration>(since_1970)))
          .year());
  if (always) kinds_.front() = static_cast<std::uint16_t>(standard);
  // Two years on either side: what a change in one year moves, it moves within days.
  for (const auto& period : rule.daylight_periods(year(last_year - 1), year(last_year + kCycleYears + 4))) {
    if (period.from > last) add(period.from, daylight);
    if (period.to > last) add(period.to, standard);
  }
  cycle_begin_ = first_of(last_year + 2);
  cycle_end_ = cycle_begin_ + kCycle;
}

void ZoneTable::finish() {
  std::int64_t shown = kBeginOfTime;
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    offsets_.push_back(types_[kinds_[i]].offset);
    const bool last = i + 1 == begins_.size();
    shown = last ? kEndOfTime : std::max(shown, begins_[i + 1] + offsets_.back().count());
    shown_.push_back(shown);
  }
  begins_.push_back(kEndOfTime);
  // The first slot lies before the first change, the last one behind the last change.
  const std::int64_t first = begins_.size() > 2 ? begins_[1] : 0;
  const std::int64_t last = begins_.size() > 2 ? begins_[begins_.size() - 2] : 0;
  slots_begin_ = first - (std::int64_t{1} << kSlotBits);
  std::size_t stretch = 0;
  for (std::int64_t begin = slots_begin_;; begin += std::int64_t{1} << kSlotBits) {
    while (begins_[stretch + 1] <= begin) ++stretch;
    slots_.push_back(static_cast<std::uint32_t>(stretch));
    if (begin > last) break;
  }
}

std::size_t ZoneTable::position(std::int64_t at) const {
  const std::int64_t slot = (at - slots_begin_) >> kSlotBits;
  std::size_t i = slots_[static_cast<std::size_t>(std::clamp(slot, std::int64_t{0}, std::ssize(slots_) - 1))];
  while (begins_[i + 1] <= at) ++i;
  return i;
}

std::int64_t ZoneTable::beyond_cycle(std::int64_t at) const {
  return at < cycle_end_ ? 0 : ((at - cycle_end_) / kCycle + 1) * kCycle;
}

std::size_t ZoneTable::position_at(Instant at) const {
  const std::int64_t inside = std::clamp(at.unix_us(), kFirst, kLast);
  return position(inside - beyond_cycle(inside));
}

Instant ZoneTable::first_showing(Duration local) const {
  const std::int64_t beyond = beyond_cycle(local.count());
  const std::int64_t wanted = local.count() - beyond;
  // Where the clock has not shown it yet, whatever the offset, begins the search.
  std::size_t i = position(std::max(wanted, kFirst) - kLargestOffset);
  while (shown_[i] <= wanted) ++i;
  return Instant::from_unix_us(std::max(begins_[i], wanted - offsets_[i].count()) + beyond);
}

std::vector<Transition> ZoneTable::transitions(Interval during) const {
  std::vector<Transition> found;
  const std::int64_t end = std::min(during.to.unix_us(), kLast);
  std::int64_t from = std::max(during.from.unix_us(), kFirst);
  while (from < end) {
    const std::int64_t beyond = beyond_cycle(from);
    // As far as the changes that are worked out go for this turn of the cycle.
    const std::int64_t limit = cycle_end_ == kEndOfTime ? end : std::min(end, cycle_end_ + beyond);
    const auto first = std::ranges::lower_bound(begins_, from - beyond);
    for (auto i = static_cast<std::size_t>(first - begins_.begin()); begins_[i] < limit - beyond; ++i) {
      const LocalTimeType& type = types_[kinds_[i]];
      found.push_back({.at = Instant::from_unix_us(begins_[i] + beyond),
                       .before = offsets_[i - 1],
                       .after = offsets_[i],
                       .daylight = type.daylight,
                       .abbreviation = type.abbreviation});
    }
    from = limit;
  }
  return found;
}

}  // namespace tandem::calendar
