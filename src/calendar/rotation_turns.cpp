#include "calendar/rotation_turns.h"

#include <algorithm>

#include "base/check.h"

namespace tandem::calendar {

using base::Duration;
using std::chrono::days;

namespace {

constexpr Duration kDay = base::hours(24);

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

days day_of(LocalMoment at) {
  return std::chrono::floor<days>(at);
}

std::size_t weekday_of(days day) {
  return std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding() - 1;
}

std::int64_t month_number(Date date) {
  return std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month()) - 1;
}

std::chrono::year_month month_of(std::int64_t number) {
  return std::chrono::year(static_cast<int>(floor_div(number, 12))) /
         std::chrono::month(static_cast<unsigned>(number - floor_div(number, 12) * 12) + 1);
}

// The day of the month, or its last where the month is shorter.
days day_in(std::chrono::year_month month, std::chrono::day day) {
  const Date last(std::chrono::sys_days(month / std::chrono::last));
  return std::chrono::sys_days(month / std::min(day, last.day())).time_since_epoch();
}

bool has_windows(const DutyLayer& layer) {
  return !std::ranges::all_of(layer.only, [](const auto& day) { return day.empty(); });
}

}  // namespace

TurnCount::TurnCount(const DutyLayer& layer)
    : way_(Way::Steps),
      hourly_(layer.turn.unit == Turn::Unit::Hour),
      start_(local_moment(layer.starts)),
      count_(layer.turn.count),
      start_date_(layer.starts.date) {
  switch (layer.turn.unit) {
    case Turn::Unit::Hour: step_ = count_ * base::hours(1); break;
    case Turn::Unit::Day: step_ = count_ * kDay; break;
    case Turn::Unit::Week: step_ = count_ * 7 * kDay; break;
    case Turn::Unit::Month: way_ = Way::Months; break;
  }
  if (layer.turn.unit == Turn::Unit::Day && has_windows(layer)) {
    way_ = Way::WorkedDays;
    count_worked_days(layer);
  }
}

void TurnCount::count_worked_days(const DutyLayer& layer) {
  const auto reaches_beyond = [&](days day) {
    const auto& windows = layer.only[weekday_of(day)];
    return std::ranges::any_of(windows, [&](const DayWindow& each) { return each.to > layer.starts.time_of_day; });
  };
  // The day of the start counts when there is something left of it.
  first_counted_ = day_of(start_);
  if (!reaches_beyond(first_counted_)) first_counted_ += days(1);
  std::uint8_t sum = 0;
  for (std::uint8_t offset = 0; offset < 7; ++offset) {
    const days day = first_counted_ + days(offset);
    worked_in_first_[offset] = sum;
    worked_[offset] = !layer.only[weekday_of(day)].empty();
    over_before_hand_over_[offset] = worked_[offset] && !reaches_beyond(day);
    if (!worked_[offset]) continue;
    offset_of_[sum] = offset;
    ++sum;
  }
  worked_in_first_[7] = sum;
}

std::int64_t TurnCount::worked_before(days day) const {
  const std::int64_t all = std::max<std::int64_t>((day - first_counted_).count(), 0);
  return all / 7 * worked_in_first_[7] + worked_in_first_[static_cast<std::size_t>(all % 7)];
}

days TurnCount::worked_day(std::int64_t number) const {
  const std::int64_t a_week = worked_in_first_[7];
  return first_counted_ + days(number / a_week * 7 + offset_of_[static_cast<std::size_t>(number % a_week)]);
}

Duration TurnCount::hand_over_time(days day) const {
  if (way_ == Way::WorkedDays && day >= first_counted_ &&
      over_before_hand_over_[static_cast<std::size_t>((day - first_counted_).count() % 7)]) {
    return Duration::zero();
  }
  return start_ - day_of(start_);
}

std::int64_t TurnCount::months_at(LocalMoment at) const {
  const days day = day_of(at);
  const std::int64_t number = month_number(Date(std::chrono::sys_days(day)));
  const LocalMoment hand_over = day_in(month_of(number), start_date_.day()) + hand_over_time(day);
  return number - month_number(start_date_) - (at < hand_over ? 1 : 0);
}

std::int64_t TurnCount::turn_at(LocalMoment at) const {
  if (at <= start_) return 0;
  switch (way_) {
    case Way::Steps: return (at - start_) / step_;
    case Way::Months: return std::max<std::int64_t>(months_at(at), 0) / count_;
    case Way::WorkedDays: {
      const days day = day_of(at);
      const days counted = at - day >= hand_over_time(day) ? day + days(1) : day;
      return std::max<std::int64_t>(worked_before(counted) - 1, 0) / count_;
    }
  }
  base::check_failed("turns are counted in one of the ways");
}

LocalMoment TurnCount::hand_over(std::int64_t turn) const {
  if (turn == 0) return start_;
  switch (way_) {
    case Way::Steps: return start_ + turn * step_;
    case Way::Months: {
      const days day = day_in(month_of(month_number(start_date_) + turn * count_), start_date_.day());
      return day + hand_over_time(day);
    }
    case Way::WorkedDays: {
      const days day = worked_day(turn * count_);
      return day + hand_over_time(day);
    }
  }
  base::check_failed("turns are counted in one of the ways");
}

LocalMoment TurnCount::next_cut(days day, LocalMoment from, LocalMoment to) const {
  if (hourly_) return std::min(hand_over(turn_at(from) + 1), to);
  const LocalMoment cut = day + hand_over_time(day);
  if (cut <= from || cut >= to || turn_at(from) == turn_at(cut)) return to;
  return cut;
}

}  // namespace tandem::calendar
