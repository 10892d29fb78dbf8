#include "calendar/recurrence_walk.h"

#include "calendar/recurrence_days.h"

namespace tandem::calendar {
namespace {

using std::chrono::sys_days;

constexpr WallSeconds kDay = 86'400;
constexpr int kLastYear = 9999;

WallSeconds floor_to(WallSeconds value, WallSeconds unit) {
  const WallSeconds rest = value % unit;
  return value - (rest < 0 ? rest + unit : rest);
}

// How many whole steps lead from `first` to `value` or beyond it.
std::int64_t steps_to(WallSeconds first, WallSeconds value, WallSeconds step) {
  return value <= first ? 0 : (value - first + step - 1) / step;
}

sys_days day_of(WallSeconds wall) {
  return sys_days(std::chrono::days(floor_to(wall, kDay) / kDay));
}

WallSeconds start_of(sys_days day) {
  return day.time_since_epoch().count() * kDay;
}

Date date_of(WallSeconds wall) {
  return Date(day_of(wall));
}

std::int64_t month_number(Date date) {
  return std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month()) - 1;
}

WallSeconds week_of(WallSeconds wall, std::chrono::weekday week_start) {
  const sys_days day = day_of(wall);
  return start_of(day - (std::chrono::weekday(day) - week_start));
}

int part_of_day(WallSeconds wall, WallSeconds unit, int modulus) {
  return static_cast<int>((wall - floor_to(wall, kDay)) / unit % modulus);
}

bool allows(const std::vector<int>& values, int value) {
  return values.empty() || std::ranges::binary_search(values, value);
}

}  // namespace

WallSeconds wall_seconds(const LocalTime& local) {
  return std::chrono::floor<std::chrono::seconds>(local_moment(local)).count();
}

LocalTime local_time(WallSeconds wall) {
  return local_time(LocalMoment(base::seconds(wall)));
}

RecurrenceWalk::RecurrenceWalk(const RecurrenceRule& rule, const Range& range, bool whole_day)
    : rule_(rule), range_(range), remaining_(rule.count.value_or(std::numeric_limits<std::int64_t>::max())) {
  range_.end = std::min(range_.end, start_of(sys_days(std::chrono::year(kLastYear + 1) / 1 / 1)));
  const auto multiply_with = [&](const std::vector<int>& listed, Frequency shorter_than, int of_start) {
    if (rule.frequency <= shorter_than || whole_day) return std::vector<int>{0};
    return listed.empty() ? std::vector<int>{of_start} : listed;
  };
  hours_ = multiply_with(rule.by_hour, Frequency::Hourly, part_of_day(range.start, 3600, 24));
  minutes_ = multiply_with(rule.by_minute, Frequency::Minutely, part_of_day(range.start, 60, 60));
  seconds_ = multiply_with(rule.by_second, Frequency::Secondly, part_of_day(range.start, 1, 60));
  if (rule.frequency == Frequency::Hourly) unit_ = 3600;
  if (rule.frequency == Frequency::Minutely) unit_ = 60;
  if (rule.frequency == Frequency::Secondly) unit_ = 1;
}

std::optional<WallSeconds> RecurrenceWalk::next(StepBudget& budget) {
  if (!loaded_) {
    loaded_ = true;
    skip_ahead(budget);
  }
  while (!ended_ && remaining_ > 0 && !budget.exhausted()) {
    budget.spend(1);
    if (cursor_ == size()) {
      ++period_;
      if (!load(budget)) return std::nullopt;
      continue;
    }
    const WallSeconds found = candidate(cursor_++);
    if (found >= range_.end) break;
    if (found <= last_) continue;  // a day moved forward that the following month has as well
    last_ = found;
    --remaining_;
    return found;
  }
  return std::nullopt;
}

// Loads the first period of interest.
void RecurrenceWalk::skip_ahead(StepBudget& budget) {
  const bool counted = rule_.count.has_value();
  const WallSeconds from = std::min(std::max(range_.start, range_.from), range_.end);
  std::int64_t whole_periods = 0;
  if (rule_.frequency == Frequency::Yearly) {
    whole_periods = static_cast<int>(date_of(from).year()) - static_cast<int>(date_of(range_.start).year());
  } else if (rule_.frequency == Frequency::Monthly) {
    whole_periods = month_number(date_of(from)) - month_number(date_of(range_.start));
  } else if (rule_.frequency == Frequency::Weekly) {
    whole_periods = (from - week_of(range_.start, rule_.week_start)) / (7 * kDay);
  } else {
    const WallSeconds unit = rule_.frequency == Frequency::Daily ? kDay : unit_;
    whole_periods = (from - floor_to(range_.start, unit)) / unit;
  }
  // One less, because SKIP=FORWARD lets a month reach into the following one.
  const std::int64_t ahead = std::max<std::int64_t>(whole_periods / rule_.interval - 1, 0);
  if (!counted) {
    period_ = ahead;
    if (load(budget)) cursor_ = first_at_or_after(from);
    return;
  }
  if (!load(budget)) return;
  if (ahead == 0 || !period_yields_always_the_same()) return;
  const auto in_first = static_cast<std::int64_t>(size() - cursor_);
  const auto in_each = static_cast<std::int64_t>(size());
  if (in_first >= remaining_ || (ahead - 1) >= (remaining_ - in_first) / std::max<std::int64_t>(in_each, 1)) return;
  remaining_ -= in_first + (ahead - 1) * in_each;
  period_ = ahead;
  static_cast<void>(load(budget));
}

bool RecurrenceWalk::period_yields_always_the_same() const {
  const bool days_differ = !rule_.by_month.empty() || !rule_.by_month_day.empty() || !rule_.by_year_day.empty();
  if (rule_.frequency >= Frequency::Monthly || days_differ) return false;
  if (rule_.frequency == Frequency::Weekly) return true;
  if (!rule_.by_day.empty()) return false;
  const bool hours_limit = rule_.frequency <= Frequency::Hourly && !rule_.by_hour.empty();
  const bool minutes_limit = rule_.frequency <= Frequency::Minutely && !rule_.by_minute.empty();
  const bool seconds_limit = rule_.frequency == Frequency::Secondly && !rule_.by_second.empty();
  return !hours_limit && !minutes_limit && !seconds_limit;
}

// Finds the next period, from `period_` on, that has candidates; false at the end.
bool RecurrenceWalk::load(StepBudget& budget) {
  bases_.clear();
  chosen_.clear();
  cursor_ = 0;
  while (!budget.exhausted()) {
    std::optional<WallSeconds> begin;
    if (unit_ != 0) {
      begin = load_times(budget);
    } else if (rule_.frequency == Frequency::Daily) {
      begin = load_days(budget);
    } else if (rule_.frequency == Frequency::Weekly) {
      begin = load_weeks(budget);
    } else if (rule_.frequency == Frequency::Monthly) {
      begin = load_months(budget);
    } else {
      begin = load_years(budget);
    }
    if (!begin || *begin >= range_.end) break;
    if (!bases_.empty()) {
      choose_positions();
      cursor_ = first_at_or_after(range_.start);
      return true;
    }
    ++period_;
  }
  ended_ = true;
  return false;
}

std::optional<WallSeconds> RecurrenceWalk::load_years(StepBudget& budget) {
  const Date start = date_of(range_.start);
  const std::int64_t number = static_cast<int>(start.year()) + period_ * rule_.interval;
  if (number > kLastYear) return std::nullopt;
  const std::chrono::year year(static_cast<int>(number));
  std::vector<sys_days> days;
  append_year(rule_, start, year, days);
  const bool day_by_day = !rule_.by_year_day.empty() || !rule_.by_week.empty() || !rule_.by_day.empty();
  budget.spend(!day_by_day ? 12 : rule_.by_month.empty() ? 366 : 31 * rule_.by_month.size());
  for (const sys_days day : days) bases_.push_back(start_of(day));
  return start_of(sys_days(year / 1 / 1));
}

std::optional<WallSeconds> RecurrenceWalk::load_months(StepBudget& budget) {
  const Date start = date_of(range_.start);
  const std::int64_t number = month_number(start) + period_ * rule_.interval;
  if (number / 12 > kLastYear) return std::nullopt;
  const std::chrono::year_month month(std::chrono::year(static_cast<int>(number / 12)),
                                      std::chrono::month(static_cast<unsigned>(number % 12) + 1));
  budget.spend(1);
  if (allows(rule_.by_month, static_cast<int>(static_cast<unsigned>(month.month())))) {
    std::vector<sys_days> days;
    append_month(rule_, start, month, days);
    budget.spend(rule_.by_day.empty() ? 4 : 31);
    for (const sys_days day : days) bases_.push_back(start_of(day));
  }
  return start_of(sys_days(month / 1));
}

std::optional<WallSeconds> RecurrenceWalk::load_weeks(StepBudget& budget) {
  const std::chrono::weekday of_start(day_of(range_.start));
  const WallSeconds begin = week_of(range_.start, rule_.week_start) + period_ * rule_.interval * 7 * kDay;
  if (begin >= range_.end) return begin;
  budget.spend(7);
  for (int i = 0; i < 7; ++i) {
    const sys_days day = day_of(begin) + std::chrono::days(i);
    const bool wanted = rule_.by_day.empty() ? std::chrono::weekday(day) == of_start : true;
    if (wanted && day_matches(rule_, day)) bases_.push_back(start_of(day));
  }
  return begin;
}

std::optional<WallSeconds> RecurrenceWalk::load_days(StepBudget& budget) {
  const WallSeconds begin = floor_to(range_.start, kDay) + period_ * rule_.interval * kDay;
  if (begin >= range_.end) return begin;
  budget.spend(1);
  if (day_matches(rule_, day_of(begin))) bases_.push_back(begin);
  return begin;
}

// Hours, minutes and seconds: what BYMONTH … BYSECOND rule out is leapt over by the day, hour or minute.
std::optional<WallSeconds> RecurrenceWalk::load_times(StepBudget& budget) {
  const WallSeconds first = floor_to(range_.start, unit_);
  const WallSeconds step = unit_ * rule_.interval;
  const WallSeconds begin = first + period_ * step;
  if (begin >= range_.end) return begin;
  budget.spend(1);
  const bool by_minute = rule_.frequency <= Frequency::Minutely;
  const bool by_second = rule_.frequency == Frequency::Secondly;
  WallSeconds leap_to = begin;
  if (!day_matches(rule_, day_of(begin))) {
    leap_to = floor_to(begin, kDay) + kDay;
  } else if (!allows(rule_.by_hour, part_of_day(begin, 3600, 24))) {
    leap_to = floor_to(begin, 3600) + 3600;
  } else if (by_minute && !allows(rule_.by_minute, part_of_day(begin, 60, 60))) {
    leap_to = floor_to(begin, 60) + 60;
  } else if (by_second && !allows(rule_.by_second, part_of_day(begin, 1, 60))) {
    leap_to = begin + 1;
  } else {
    bases_.push_back(begin);
    return begin;
  }
  period_ = std::max(period_, steps_to(first, leap_to, step) - 1);  // the caller goes on by one
  return begin;
}

void RecurrenceWalk::choose_positions() {
  if (rule_.by_position.empty()) return;
  const auto all = static_cast<std::int64_t>(bases_.size() * hours_.size() * minutes_.size() * seconds_.size());
  for (const int position : rule_.by_position) {
    const std::int64_t index = position > 0 ? position - 1 : all + position;
    if (index >= 0 && index < all) chosen_.push_back(static_cast<std::size_t>(index));
  }
  std::ranges::sort(chosen_);
  chosen_.erase(std::ranges::unique(chosen_).begin(), chosen_.end());
}

std::size_t RecurrenceWalk::size() const {
  if (!rule_.by_position.empty()) return chosen_.size();
  return bases_.size() * hours_.size() * minutes_.size() * seconds_.size();
}

WallSeconds RecurrenceWalk::candidate(std::size_t index) const {
  if (!rule_.by_position.empty()) index = chosen_[index];
  const std::size_t second = index % seconds_.size();
  index /= seconds_.size();
  const std::size_t minute = index % minutes_.size();
  index /= minutes_.size();
  const std::size_t hour = index % hours_.size();
  return bases_[index / hours_.size()] + hours_[hour] * 3600 + minutes_[minute] * 60 + seconds_[second];
}

std::size_t RecurrenceWalk::first_at_or_after(WallSeconds wall) const {
  const auto all = std::views::iota(std::size_t{0}, size());
  const auto found = std::ranges::lower_bound(all, wall, {}, [this](std::size_t i) { return candidate(i); });
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace tandem::calendar
