#include "calendar/rotation_layer.h"

#include <algorithm>

#include "calendar/merged.h"

namespace tandem::calendar {

using base::Duration;
using base::Instant;
using base::Interval;
using std::chrono::days;

namespace {

constexpr Duration kDay = base::hours(24);
// Clocks have been set back by at most a day (where the date line moved).
constexpr Duration kFarthestSetBack = base::hours(25);

std::size_t weekday_of(days day) {
  return std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding() - 1;
}

// Whether the windows leave no moment of the week out; each day's are united.
bool cover_week(const WeekWindows& windows) {
  for (std::size_t day = 0; day < windows.size(); ++day) {
    const auto& next = windows[(day + 1) % windows.size()];
    if (windows[day].size() != 1 || next.size() != 1) return false;
    if (windows[day].front().to < kDay + next.front().from) return false;
  }
  return true;
}

}  // namespace

LayerTurns::LayerTurns(const DutyLayer& layer, const Zone& zone)
    : zone_(zone),
      count_(layer),
      order_(layer.order),
      windows_(layer.only),
      restricted_(!std::ranges::all_of(layer.only, [](const auto& day) { return day.empty(); })),
      hourly_(layer.turn.unit == Turn::Unit::Hour) {
  for (auto& day : windows_) day = merged(std::move(day));
  if (std::ranges::all_of(order_, [&](std::uint32_t each) { return each == order_.front(); })) order_.resize(1);
  constant_ = order_.size() == 1 && (!restricted_ || cover_week(windows_));
  life_.from = instant(local_moment(layer.starts));
  life_.to = layer.ends ? instant(local_moment(*layer.ends)) : kLastInstant;
}

Instant LayerTurns::instant(LocalMoment local) const {
  return local < kLastInstant.sys().time_since_epoch() ? zone_.to_instant(local) : kLastInstant;
}

std::int64_t LayerTurns::turn_by_hand_over(Instant at, LocalMoment local) const {
  std::int64_t turn = count_.turn_at(local);
  // A clock that was set back shows again what it showed before; hand-overs it passed then do not happen again.
  for (LocalMoment next = count_.hand_over(turn + 1); next - local < kFarthestSetBack && instant(next) <= at;
       next = count_.hand_over(turn + 1)) {
    ++turn;
  }
  return turn;
}

std::optional<LayerTurns::Opening> LayerTurns::opening_at(Instant at, LocalMoment local) const {
  // A window reaches into the day after its own; a clock set back at midnight shows the day before its own again.
  const days today = std::chrono::floor<days>(local);
  for (days day = today + days(1); day >= today - days(1); day -= days(1)) {
    for (const DayWindow& window : windows_[weekday_of(day)]) {
      if (day + window.to <= local) continue;  // it ended when the clock first showed `local`, or before
      const bool begun = day + window.from <= local ||
                         (day + window.from - local < kFarthestSetBack && instant(day + window.from) <= at);
      if (begun && at < instant(day + window.to)) return Opening{day, window};
    }
  }
  return std::nullopt;
}

std::optional<std::int64_t> LayerTurns::turn_at(Instant at) const {
  if (!life_.contains(at)) return std::nullopt;
  if (constant_) return 0;
  const LocalMoment local = local_moment(zone_.to_local(at));
  if (!restricted_) return turn_by_hand_over(at, local);
  const auto opening = opening_at(at, local);
  if (!opening) return std::nullopt;
  if (hourly_) return turn_by_hand_over(at, local);
  const LocalMoment from = opening->day + opening->window.from;
  const LocalMoment to = opening->day + opening->window.to;
  const LocalMoment cut = count_.next_cut(opening->day, from, to);
  return count_.turn_at(cut < to && instant(cut) <= at ? cut : from);
}

LayerStretches::LayerStretches(const LayerTurns& turns, Instant from)
    : turns_(&turns),
      from_(std::max(from, turns.life_.from)),
      stretch_{.during = {from, from}},
      last_instant_(turns.instant(LocalMoment{})) {
  if (turns.constant_ || from_ >= turns.life_.to) return;
  const LocalMoment local = local_moment(turns.zone_.to_local(from_));
  if (!turns.restricted_) {
    turn_ = turns.turn_by_hand_over(from_, local);
    return;
  }
  day_ = std::chrono::floor<days>(local) - days(2);
  window_ = turns.windows_[weekday_of(day_)].size();
  next_window();
}

Instant LayerStretches::instant(LocalMoment local) {
  if (local != last_local_) {
    last_instant_ = turns_->instant(local);
    last_local_ = local;
  }
  return last_instant_;
}

void LayerStretches::next_window() {
  ++window_;
  while (window_ >= turns_->windows_[weekday_of(day_)].size()) {
    day_ += days(1);
    window_ = 0;
  }
  at_ = day_ + turns_->windows_[weekday_of(day_)][window_].from;
}

bool LayerStretches::advance(Instant limit) {
  if (!found_next_) {
    const Instant end = turns_->life_.to;
    if (turns_->constant_) {
      found_next_ = from_ < end;
      next_.during = turns_->life_;
    } else {
      found_next_ = turns_->restricted_ ? find_part(std::min(limit, end)) : find_turn(std::min(limit, end));
    }
    if (!found_next_) return false;
    from_ = next_.during.to;
  }
  if (next_.during.from >= limit) return false;
  stretch_ = next_;
  found_next_ = false;
  return true;
}

bool LayerStretches::find_turn(Instant limit) {
  while (from_ < limit) {
    next_.turn = turn_++;
    const Instant begin = next_.turn == 0 ? turns_->life_.from : instant(turns_->count_.hand_over(next_.turn));
    next_.during.from = std::max(begin, turns_->life_.from);
    next_.during.to = std::min(instant(turns_->count_.hand_over(turn_)), turns_->life_.to);
    // A turn of hours that the clock skipped is empty.
    if (next_.during.to > from_ && next_.during.from < next_.during.to) return true;
  }
  return false;
}

bool LayerStretches::find_part(Instant limit) {
  while (from_ < limit) {
    const LocalMoment from = at_;
    const LocalMoment end = day_ + turns_->windows_[weekday_of(day_)][window_].to;
    next_.during.from = std::max(instant(from), turns_->life_.from);
    if (next_.during.from >= limit) return false;
    next_.turn = turns_->count_.turn_at(from);
    at_ = turns_->count_.next_cut(day_, from, end);
    next_.during.to = std::min(instant(at_), turns_->life_.to);
    if (at_ == end) next_window();
    if (next_.during.to > from_ && next_.during.from < next_.during.to) return true;
  }
  return false;
}

}  // namespace tandem::calendar
