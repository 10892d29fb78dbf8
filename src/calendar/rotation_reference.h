// The meaning of a rotation written down a second time, slowly and plainly, for tests to compare with: every hand-over
// since the start is walked, every window of the days around is looked at. No table, no arithmetic over turns.
//
//   CHECK(rotation.on_duty(at) == on_duty_plainly(rotation.rule(), at));
#pragma once

#include "calendar/rotation_rule.h"

namespace tandem::calendar {

class PlainLayer {
 public:
  PlainLayer(const DutyLayer& layer, const Zone& zone) : layer_(layer), zone_(zone) {}

  [[nodiscard]] std::optional<std::uint32_t> person(base::Instant at) const {
    if (at < first() || (layer_.ends && at >= instant(*layer_.ends))) return std::nullopt;
    const bool restricted = std::ranges::any_of(layer_.only, [](const auto& day) { return !day.empty(); });
    if (!restricted) return layer_.order[turns_until(at, std::nullopt) % layer_.order.size()];
    const Days today(zone_.to_local(at).date);
    for (Days day = today - std::chrono::days(3); day <= today + std::chrono::days(3); day += std::chrono::days(1)) {
      for (const DayWindow& window : windows(day)) {
        if (zone_.to_instant(Date(day), window.from) > at || zone_.to_instant(Date(day), window.to) <= at) continue;
        return layer_.order[turns_until(at, day) % layer_.order.size()];
      }
    }
    return std::nullopt;
  }

 private:
  using Days = std::chrono::sys_days;

  [[nodiscard]] base::Instant instant(const LocalTime& time) const {
    return zone_.to_instant(time.date, time.time_of_day);
  }
  [[nodiscard]] base::Instant first() const { return instant(layer_.starts); }
  [[nodiscard]] const std::vector<DayWindow>& windows(Days day) const {
    return layer_.only[std::chrono::weekday(day).iso_encoding() - 1];
  }

  // How many turns ended by `at`: the hand-overs that have happened, without those on days after the window's.
  [[nodiscard]] std::size_t turns_until(base::Instant at, std::optional<Days> window_day) const {
    switch (layer_.turn.unit) {
      case Turn::Unit::Hour: {
        std::size_t turns = 0;
        while (zone_.to_instant(layer_.starts.date,
                                layer_.starts.time_of_day + base::hours(1) * layer_.turn.count * (turns + 1)) <= at) {
          ++turns;
        }
        return turns;
      }
      case Turn::Unit::Day:
        return window_day ? worked_days_until(at, *window_day) / layer_.turn.count
                          : days_until(at, window_day) / layer_.turn.count;
      case Turn::Unit::Week: return days_until(at, window_day) / (7 * layer_.turn.count);
      case Turn::Unit::Month: return months_until(at, window_day) / layer_.turn.count;
    }
    return 0;
  }

  [[nodiscard]] std::size_t days_until(base::Instant at, std::optional<Days> window_day) const {
    std::size_t days = 0;
    for (Days day = Days(layer_.starts.date) + std::chrono::days(1);
         (!window_day || day <= *window_day) && zone_.to_instant(Date(day), layer_.starts.time_of_day) <= at;
         day += std::chrono::days(1)) {
      ++days;
    }
    return days;
  }

  [[nodiscard]] std::size_t months_until(base::Instant at, std::optional<Days> window_day) const {
    std::size_t months = 0;
    auto month = layer_.starts.date.year() / layer_.starts.date.month();
    while (true) {
      month += std::chrono::months(1);
      Date date = month / layer_.starts.date.day();
      if (!date.ok()) date = Days(month / std::chrono::last);
      if (window_day && Days(date) > *window_day) return months;
      if (zone_.to_instant(date, layer_.starts.time_of_day) > at) return months;
      ++months;
    }
  }

  // Each day with windows hands over at the time of the start, or before its windows when they are over by then; the
  // first such day of all is the first person's first.
  [[nodiscard]] std::size_t worked_days_until(base::Instant at, Days window_day) const {
    std::size_t hand_overs = 0;
    for (Days day(layer_.starts.date); day <= window_day; day += std::chrono::days(1)) {
      if (windows(day).empty()) continue;
      const bool goes_on = std::ranges::any_of(
          windows(day), [&](const DayWindow& window) { return window.to > layer_.starts.time_of_day; });
      if (!goes_on && day == Days(layer_.starts.date)) continue;
      const base::Duration time = goes_on ? layer_.starts.time_of_day : base::Duration{};
      if (zone_.to_instant(Date(day), time) <= at) ++hand_overs;
    }
    return hand_overs == 0 ? 0 : hand_overs - 1;
  }

  const DutyLayer& layer_;
  Zone zone_;
};

inline std::uint32_t swapped_plainly(const RotationRule& rule, std::uint32_t person, base::Instant at) {
  for (const DutySwap& swap : rule.swaps) {
    if (!swap.during.contains(at)) continue;
    if (person == swap.one) {
      person = swap.other;
    } else if (person == swap.other) {
      person = swap.one;
    }
  }
  return person;
}

// Who has the duty while those for whom `is_away` holds are away.
template <class IsAway>
std::optional<std::uint32_t> on_duty_plainly(const RotationRule& rule, base::Instant at, IsAway is_away) {
  for (const DutyOverride& each : std::views::reverse(rule.overrides)) {
    if (!each.during.contains(at)) continue;
    if (!each.person) return std::nullopt;
    if (!is_away(*each.person)) return each.person;
    break;
  }
  for (const TemporarySchedule& each : std::views::reverse(rule.temporary)) {
    if (!each.span.contains(at)) continue;
    bool somebody = false;
    for (const auto& shift : each.shifts) {
      if (!shift.during.contains(at)) continue;
      somebody = true;
      const std::uint32_t person = swapped_plainly(rule, shift.person, at);
      if (!is_away(person)) return person;
    }
    if (!somebody) return std::nullopt;
    break;
  }
  for (const DutyLayer& layer : rule.layers) {
    const auto turn = PlainLayer(layer, rule.zone).person(at);
    if (!turn) continue;
    const std::uint32_t person = swapped_plainly(rule, *turn, at);
    if (!is_away(person)) return person;
    // Those behind the turn's own place: the place is found by asking a layer whose order is the places themselves.
    DutyLayer places = layer;
    for (std::uint32_t i = 0; i < places.order.size(); ++i) places.order[i] = i;
    const std::size_t place = *PlainLayer(places, rule.zone).person(at);
    for (std::size_t behind = 1; behind <= layer.order.size(); ++behind) {
      const std::uint32_t next = layer.order[(place + behind) % layer.order.size()];
      if (!is_away(next)) return next;
    }
  }
  return std::nullopt;
}

inline std::optional<std::uint32_t> on_duty_plainly(const RotationRule& rule, base::Instant at) {
  return on_duty_plainly(rule, at, [](std::uint32_t) { return false; });
}

}  // namespace tandem::calendar
