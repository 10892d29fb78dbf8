#include "calendar/open_hours.h"

#include "base/check.h"
#include "calendar/holidays.h"
#include "calendar/merged.h"

namespace tandem::calendar {

using base::Duration;
using base::Instant;
using base::Interval;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

constexpr std::int64_t kDay = 24 * 3600;
constexpr std::int64_t kMonday = -3 * kDay;  // the last one before 1970 begins so many seconds before it

std::int64_t seconds(Duration duration) {
  return duration / base::seconds(1);
}

std::int64_t begin_of(sys_days day) {
  return day.time_since_epoch() / std::chrono::seconds(1);
}

std::uint32_t second_of_week(std::int64_t wall) {
  const std::int64_t rest = (wall - kMonday) % kWeekSeconds;
  return static_cast<std::uint32_t>(rest < 0 ? rest + kWeekSeconds : rest);
}

std::vector<WeekStretch> week_of(const WeekWindows& windows) {
  std::vector<SignedStretch> stretches;
  for (std::size_t day = 0; day < windows.size(); ++day) {
    for (const DayWindow& window : windows[day]) {
      const std::int64_t midnight = static_cast<std::int64_t>(day) * kDay;
      stretches.push_back({midnight + seconds(window.from), midnight + seconds(window.to)});
    }
  }
  return wrapped_into_week(stretches);
}

// What is left of `windows` without `breaks`, in the order of time.
std::vector<DayWindow> without(std::vector<DayWindow> windows, const std::vector<DayWindow>& breaks) {
  for (const DayWindow& gap : breaks) {
    std::vector<DayWindow> left;
    for (const DayWindow& window : windows) {
      const DayWindow before{window.from, std::min(window.to, gap.from)};
      const DayWindow after{std::max(window.from, gap.to), window.to};
      if (before.from < before.to) left.push_back(before);
      if (after.from < after.to) left.push_back(after);
    }
    windows = std::move(left);
  }
  std::ranges::sort(windows);
  return windows;
}

}  // namespace

OpenHours::OpenHours(BusinessHours hours) : hours_(std::move(hours)), week_(week_of(hours_.windows)) {
  TANDEM_ENSURE(std::ranges::all_of(hours_.holidays, [](const auto& set) { return set != nullptr; }));
  for (auto& day : hours_.windows) std::ranges::sort(day);
  for (const Date& date : hours_.closed) closed_.emplace_back(date);
  std::ranges::sort(closed_);
  std::map<Day, ExactDay> exact;
  for (const DayHours& each : hours_.special) {
    ExactDay& one = exact[Day(each.date)];
    one.special = true;
    one.windows.insert(one.windows.end(), each.windows.begin(), each.windows.end());
  }
  for (const DayHours& each : hours_.breaks) {
    const Day day(each.date);
    const auto [one, is_new] = exact.try_emplace(day);
    if (is_new) one->second.windows = weekly(day);
    one->second.windows = without(std::move(one->second.windows), each.windows);
  }
  for (auto& [day, one] : exact) {
    std::ranges::sort(one.windows);
    one.day = day;
    exact_.push_back(std::move(one));
  }
}

const OpenHours::Windows& OpenHours::weekly(Day day) const {
  return hours_.windows[std::chrono::weekday(day).iso_encoding() - 1];
}

std::vector<sys_days> OpenHours::days_off(Day first, Day last) const {
  std::vector<Day> off(std::ranges::lower_bound(closed_, first), std::ranges::upper_bound(closed_, last));
  // A calendar whose weeks have no hours has none to lose.
  if (week_.total() == 0) return off;
  for (const auto& set : hours_.holidays) {
    // One year on either side: a set may list a day kept in another year under the year it is the holiday of.
    const auto last_year = Date(last).year() + std::chrono::years(1);
    for (auto year = Date(first).year() - std::chrono::years(1); year <= last_year; ++year) {
      for (const Holiday& holiday : set->in_year(year)) {
        const Day day(holiday.date);
        if (first <= day && day <= last) off.push_back(day);
      }
    }
  }
  std::ranges::sort(off);
  const auto repeated = std::ranges::unique(off);
  off.erase(repeated.begin(), repeated.end());
  return off;
}

const OpenHours::Windows& OpenHours::windows(Day day, const std::vector<Day>& off) const {
  static const Windows none;
  const auto exact = std::ranges::lower_bound(exact_, day, {}, &ExactDay::day);
  const bool is_exact = exact != exact_.end() && exact->day == day;
  if (is_exact && exact->special) return exact->windows;
  if (std::ranges::binary_search(off, day)) return none;
  return is_exact ? exact->windows : weekly(day);
}

int OpenHours::reach(Day day, const std::vector<Day>& off) const {
  const auto late = [](const DayWindow& window) { return window.to > base::hours(24); };
  return std::ranges::any_of(weekly(day), late) || std::ranges::any_of(windows(day, off), late) ? 2 : 1;
}

void OpenHours::add_exact_days(Day from, Day to, const std::vector<Day>& off, std::vector<WallSpan>& spans) const {
  std::vector<SignedStretch> stretches;
  for (Day day = from - days(1); day < to; day += days(1)) {
    for (const DayWindow& window : windows(day, off)) {
      const SignedStretch inside{std::max(begin_of(day) + seconds(window.from), begin_of(from)),
                                 std::min(begin_of(day) + seconds(window.to), begin_of(to))};
      if (inside.from < inside.to) stretches.push_back(inside);
    }
  }
  spans.push_back({begin_of(from), WallSpan::Kind::Closed});
  for (const SignedStretch& open : merged(std::move(stretches))) {
    if (spans.back().begin == open.from) spans.pop_back();
    spans.push_back({open.from, WallSpan::Kind::Open});
    spans.push_back({open.to, WallSpan::Kind::Closed});
  }
  if (spans.back().begin == begin_of(to)) spans.pop_back();
  spans.push_back({begin_of(to), WallSpan::Kind::Regular});
}

std::vector<OpenHours::WallSpan> OpenHours::wall(Day first, Day last) const {
  const std::vector<Day> off = days_off(first, last);
  std::vector<Day> candidates = off;
  for (auto each = std::ranges::lower_bound(exact_, first, {}, &ExactDay::day);
       each != exact_.end() && each->day <= last; ++each) {
    candidates.push_back(each->day);
  }
  std::ranges::sort(candidates);
  const auto differs = [&](Day day) { return windows(day, off) != weekly(day); };

  std::vector<WallSpan> spans{{std::numeric_limits<std::int64_t>::min(), WallSpan::Kind::Regular}};
  std::optional<std::pair<Day, Day>> run;  // days that follow one another
  for (const Day day : candidates) {
    if (!differs(day)) continue;
    const Day end = day + days(reach(day, off));
    if (run && day <= run->second) {
      run->second = std::max(run->second, end);
      continue;
    }
    if (run) add_exact_days(run->first, run->second, off, spans);
    run = {day, end};
  }
  if (run) add_exact_days(run->first, run->second, off, spans);
  return spans;
}

// Brings the wall to UTC, one stretch of constant offset after another.
class OpenHours::Weaver {
 public:
  Weaver(const WeekPattern& week, const std::vector<WallSpan>& wall, Interval part)
      : week_(week), wall_(wall), origin_(part.from.unix_us() / 1'000'000), builder_(part) {}

  // Seconds since 1970; `from` is where the offset begins. Stretches come in the order of time, without holes.
  void add(std::int64_t from, std::int64_t to, std::int64_t offset) {
    if (from + offset < shown_) {
      // The clock was set back. It has shown this before, and waits in the state it had come to.
      builder_.add(from - origin_, state_before(shown_) ? Builder::open() : Builder::closed());
      from = std::min(to, shown_ - offset);
      if (from == to) return;
    }
    // A clock that was set forward has skipped what lies between.
    const std::int64_t wall = from + offset;
    while (at_ + 1 < wall_.size() && wall_[at_ + 1].begin <= wall) ++at_;
    builder_.add(from - origin_, pattern(wall_[at_].kind, offset));
    while (at_ + 1 < wall_.size() && wall_[at_ + 1].begin < to + offset) {
      ++at_;
      builder_.add(wall_[at_].begin - offset - origin_, pattern(wall_[at_].kind, offset));
    }
    shown_ = to + offset;
  }
  [[nodiscard]] OpenTable finish() && { return std::move(builder_).finish(); }

 private:
  using Builder = OpenTable::Builder;

  // REQUIRES: `at_` is the span that holds the second before `wall`.
  [[nodiscard]] bool state_before(std::int64_t wall) const {
    switch (wall_[at_].kind) {
      case WallSpan::Kind::Regular: return week_.is_open(second_of_week(wall - 1));
      case WallSpan::Kind::Closed: return false;
      case WallSpan::Kind::Open: return true;
    }
    return false;
  }

  std::uint32_t pattern(WallSpan::Kind kind, std::int64_t offset) {
    if (kind != WallSpan::Kind::Regular) {
      return kind == WallSpan::Kind::Open ? Builder::open() : Builder::closed();
    }
    const auto [number, is_new] = patterns_.try_emplace(offset, 0);
    if (is_new) {
      std::vector<SignedStretch> moved;
      for (const WeekStretch& each : week_.stretches()) moved.push_back({each.from - offset, each.to - offset});
      number->second = builder_.pattern(wrapped_into_week(moved));
    }
    return number->second;
  }

  const WeekPattern& week_;
  const std::vector<WallSpan>& wall_;
  std::int64_t origin_;
  Builder builder_;
  std::map<std::int64_t, std::uint32_t> patterns_;  // by offset
  std::size_t at_ = 0;
  std::int64_t shown_ = std::numeric_limits<std::int64_t>::min();  // all before this, by the wall clock
};

OpenTable OpenHours::table(Interval part) const {
  // Whatever a clock that is set back shows again, it has shown within these days.
  const Instant begin = part.from - base::hours(24 * 3);
  const auto day = [](Instant at) { return std::chrono::floor<days>(at.sys()); };
  const std::vector<WallSpan> spans = wall(day(begin) - days(4), day(part.to) + days(4));
  Weaver weaver(week_, spans, part);
  const bool constant = week_.total() == 0 || week_.total() == kWeekSeconds;
  // Hours that never change do not ask what the clocks show.
  const auto changes =
      constant && spans.size() == 1 ? std::vector<Transition>{} : hours_.zone.transitions({begin, part.to});
  std::int64_t from = seconds(begin - Instant());
  std::int64_t offset = seconds(hours_.zone.offset_at(begin));
  for (const Transition& change : changes) {
    const std::int64_t to = seconds(change.at - Instant());
    if (change.after == change.before || to == from) continue;
    weaver.add(from, to, offset);
    from = to;
    offset = seconds(change.after);
  }
  weaver.add(from, seconds(part.to - Instant()), offset);
  return std::move(weaver).finish();
}

}  // namespace tandem::calendar
