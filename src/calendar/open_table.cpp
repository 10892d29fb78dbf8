#include "calendar/open_table.h"

#include "base/check.h"

namespace tandem::calendar {

using base::Duration;
using base::Instant;
using base::Interval;

namespace {

constexpr std::int64_t kMicroseconds = 1'000'000;  // of a second

bool holds(OpenTable::Operation operation, bool a, bool b) {
  switch (operation) {
    case OpenTable::Operation::Union: return a || b;
    case OpenTable::Operation::Intersection: return a && b;
    case OpenTable::Operation::Difference: return a && !b;
  }
  return false;
}

std::vector<WeekStretch> combined(OpenTable::Operation operation, const WeekPattern& a, const WeekPattern& b) {
  std::vector<WeekStretch> result;
  std::uint32_t at = 0;
  while (at < kWeekSeconds) {
    const std::uint32_t to = std::min(a.end_of_state(at), b.end_of_state(at));
    if (holds(operation, a.is_open(at), b.is_open(at))) {
      if (!result.empty() && result.back().to == at) {
        result.back().to = to;
      } else {
        result.push_back({at, to});
      }
    }
    at = to;
  }
  return result;
}

}  // namespace

OpenTable::Builder::Builder(Interval part) {
  table_.origin_ = part.from;
  const std::int64_t length = (part.to - part.from).count();
  TANDEM_CHECK(length > 0 && length % kMicroseconds == 0);
  TANDEM_CHECK(length / kMicroseconds < std::numeric_limits<std::uint32_t>::max());
  table_.length_ = static_cast<std::uint32_t>(length / kMicroseconds);
  table_.patterns_.emplace_back(std::vector<WeekStretch>{});
  table_.patterns_.emplace_back(std::vector<WeekStretch>{{0, kWeekSeconds}});
}

std::uint32_t OpenTable::Builder::pattern(const std::vector<WeekStretch>& stretches) {
  std::vector<WeekPattern>& known = table_.patterns_;
  const auto same = [&](const WeekPattern& one) { return one.stretches() == stretches; };
  const auto found = std::ranges::find_if(known, same);
  const auto number = static_cast<std::uint32_t>(found - known.begin());
  if (found == known.end()) known.emplace_back(stretches);
  return number;
}

void OpenTable::Builder::add(std::int64_t second, std::uint32_t pattern) {
  if (second >= std::int64_t{table_.length_}) return;
  const auto begin = static_cast<std::uint32_t>(std::max<std::int64_t>(second, 0));
  auto& spans = table_.spans_;
  if (!spans.empty() && spans.back().begin == begin) spans.pop_back();
  if (!spans.empty() && spans.back().pattern == pattern) return;
  spans.push_back({.begin = begin, .pattern = pattern});
}

OpenTable OpenTable::Builder::finish() && {
  auto& spans = table_.spans_;
  TANDEM_CHECK(!spans.empty() && spans.front().begin == 0);
  spans.shrink_to_fit();
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    Span& span = spans[i];
    span.open_before = sum;
    span.base = sum - table_.pattern_sum(span.pattern, span.begin);
    sum = span.base + table_.pattern_sum(span.pattern, table_.end_of(i));
  }
  std::size_t span = 0;
  for (std::uint64_t begin = 0; begin <= table_.length_; begin += std::uint64_t{1} << kSlotBits) {
    while (span + 1 < spans.size() && spans[span + 1].begin <= begin) ++span;
    table_.slots_.push_back(static_cast<std::uint32_t>(span));
  }
  return std::move(table_);
}

OpenTable OpenTable::combined(Operation operation, const OpenTable& a, const OpenTable& b) {
  TANDEM_CHECK(a.origin_ == b.origin_ && a.length_ == b.length_);
  Builder builder(a.part());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
  for (std::size_t i = 0, j = 0; i < a.spans_.size() && j < b.spans_.size();) {
    const std::pair both(a.spans_[i].pattern, b.spans_[j].pattern);
    const auto [pattern, is_new] = known.try_emplace(both, 0);
    if (is_new) {
      pattern->second =
          builder.pattern(calendar::combined(operation, a.patterns_[both.first], b.patterns_[both.second]));
    }
    builder.add(std::max(a.spans_[i].begin, b.spans_[j].begin), pattern->second);
    const std::uint32_t end = std::min(a.end_of(i), b.end_of(j));
    if (a.end_of(i) == end) ++i;
    if (b.end_of(j) == end) ++j;
  }
  return std::move(builder).finish();
}

OpenTable::Second OpenTable::second_of(Instant at) const {
  const std::int64_t since = (at - origin_).count();
  const std::int64_t whole = since / kMicroseconds;
  return {static_cast<std::uint32_t>(whole), since - whole * kMicroseconds};
}

std::size_t OpenTable::span_of(std::uint32_t second) const {
  const std::size_t slot = second >> kSlotBits;
  const std::size_t first = slots_[slot];
  const std::size_t last = slot + 1 < slots_.size() ? slots_[slot + 1] : spans_.size() - 1;
  const auto from = spans_.begin() + static_cast<std::ptrdiff_t>(first) + 1;
  const auto to = spans_.begin() + static_cast<std::ptrdiff_t>(last) + 1;
  return static_cast<std::size_t>(std::ranges::upper_bound(from, to, second, {}, &Span::begin) - spans_.begin()) - 1;
}

std::uint32_t OpenTable::end_of(std::size_t span) const {
  return span + 1 < spans_.size() ? spans_[span + 1].begin : length_;
}

bool OpenTable::is_open_during(std::size_t span, std::uint32_t second) const {
  return patterns_[spans_[span].pattern].is_open(second % kWeekSeconds);
}

std::uint32_t OpenTable::pattern_sum(std::uint32_t pattern, std::uint32_t second) const {
  const WeekPattern& weekly = patterns_[pattern];
  return second / kWeekSeconds * weekly.total() + weekly.open_before(second % kWeekSeconds);
}

bool OpenTable::is_open(Instant at) const {
  const std::uint32_t second = second_of(at).whole;
  return is_open_during(span_of(second), second);
}

Duration OpenTable::open_before(Instant at) const {
  const auto [second, rest] = second_of(at);
  const std::size_t i = span_of(second);
  const Span& span = spans_[i];
  const std::uint32_t whole = span.base + pattern_sum(span.pattern, second);
  return Duration(whole * kMicroseconds + (rest != 0 && is_open_during(i, second) ? rest : 0));
}

template <class Predicate>
std::size_t OpenTable::last_span_where(std::size_t near, Predicate comes_before) const {
  std::size_t low = near;
  std::size_t high = near + 1;
  std::size_t step = 1;
  if (comes_before(spans_[near])) {
    while (high < spans_.size() && comes_before(spans_[high])) {
      low = high;
      high = std::min(spans_.size(), high + step);
      step *= 2;
    }
  } else {
    high = near;
    low = near - 1;
    while (!comes_before(spans_[low])) {
      high = low;
      low -= std::min(low, step);
      step *= 2;
    }
  }
  const auto from = spans_.begin() + static_cast<std::ptrdiff_t>(low);
  const auto to = spans_.begin() + static_cast<std::ptrdiff_t>(high);
  return static_cast<std::size_t>(std::partition_point(from, to, comes_before) - spans_.begin()) - 1;
}

Instant OpenTable::earliest_with(Duration amount, Instant near) const {
  // The last of so many seconds is open to its end: the instant lies in it.
  const auto seconds = static_cast<std::uint32_t>((amount.count() + kMicroseconds - 1) / kMicroseconds);
  const std::size_t i =
      last_span_where(span_of(second_of(near).whole), [&](const Span& span) { return span.open_before < seconds; });
  const WeekPattern& pattern = patterns_[spans_[i].pattern];
  TANDEM_ENSURE(pattern.total() > 0);
  const std::uint32_t wanted = seconds - spans_[i].base;
  const std::uint32_t weeks = (wanted - 1) / pattern.total();
  const std::uint32_t second = weeks * kWeekSeconds + pattern.earliest_with(wanted - weeks * pattern.total());
  return instant_of(second) - (base::seconds(seconds) - amount);
}

std::optional<Instant> OpenTable::latest_with(Duration amount, Instant near) const {
  const auto seconds = static_cast<std::uint32_t>(amount.count() / kMicroseconds);
  const std::size_t i =
      last_span_where(span_of(second_of(near).whole), [&](const Span& span) { return span.open_before <= seconds; });
  const WeekPattern& pattern = patterns_[spans_[i].pattern];
  if (pattern.total() == 0) return std::nullopt;
  const std::uint32_t wanted = seconds - spans_[i].base;
  const std::uint32_t weeks = wanted / pattern.total();
  const std::uint64_t second =
      std::uint64_t{weeks} * kWeekSeconds + pattern.latest_with(wanted - weeks * pattern.total());
  if (second >= length_) return std::nullopt;
  return instant_of(static_cast<std::uint32_t>(second)) + (amount - base::seconds(seconds));
}

std::optional<Instant> OpenTable::edge_after(Instant at) const {
  std::uint32_t second = second_of(at).whole;
  std::size_t i = span_of(second);
  const bool state = is_open_during(i, second);
  while (second < length_) {
    if (is_open_during(i, second) != state) return instant_of(second);
    const std::uint32_t end = end_of(i);
    if (spans_[i].pattern <= kOpen) {
      second = end;
    } else {
      const WeekPattern& pattern = patterns_[spans_[i].pattern];
      const std::uint32_t in_week = second % kWeekSeconds;
      const std::uint64_t next = std::uint64_t{second} + (pattern.end_of_state(in_week) - in_week);
      second = static_cast<std::uint32_t>(std::min<std::uint64_t>(end, next));
    }
    if (second == end) ++i;
  }
  return std::nullopt;
}

std::optional<Instant> OpenTable::edge_before(Instant at) const {
  const auto [whole, rest] = second_of(at);
  std::uint32_t second = rest == 0 ? whole - 1 : whole;  // the second that lies just before
  std::size_t i = span_of(second);
  const bool state = is_open_during(i, second);
  while (true) {
    if (is_open_during(i, second) != state) return instant_of(second + 1);
    std::uint32_t begin = spans_[i].begin;
    if (spans_[i].pattern > kOpen) {
      const WeekPattern& pattern = patterns_[spans_[i].pattern];
      const std::uint32_t in_week = second % kWeekSeconds;
      begin = std::max(begin, second - (in_week - pattern.begin_of_state(in_week)));
    }
    if (begin == 0) return std::nullopt;
    if (begin == spans_[i].begin) --i;
    second = begin - 1;
  }
}

std::optional<bool> OpenTable::constant() const {
  if (spans_.size() > 1 || spans_.front().pattern > kOpen) return std::nullopt;
  return spans_.front().pattern == kOpen;
}

std::size_t OpenTable::memory() const {
  std::size_t sum = spans_.capacity() * sizeof(Span) + slots_.capacity() * sizeof(std::uint32_t);
  for (const WeekPattern& pattern : patterns_) sum += pattern.memory();
  return sum;
}

}  // namespace tandem::calendar
