#include "calendar/presence.h"

#include <algorithm>

#include "base/check.h"

namespace tandem::calendar {

using base::Instant;
using base::Interval;

void Absences::add(std::span<const Interval> leave) {
  leave_.insert(leave_.end(), leave.begin(), leave.end());
  begins_.push_back(static_cast<std::uint32_t>(leave_.size()));
}

std::span<const Interval> Absences::of(std::uint32_t person) const {
  const std::uint32_t begin = begins_[person];
  return std::span(leave_).subspan(begin, begins_[person + 1] - begin);
}

std::optional<std::size_t> Absences::leave_at(std::uint32_t person, Instant at) const {
  const auto own = of(person);
  if (own.empty()) return std::nullopt;
  const auto next = std::ranges::upper_bound(own, at, {}, &Interval::to);
  if (next == own.end() || !next->contains(at)) return std::nullopt;
  return static_cast<std::size_t>(next - own.begin());
}

Instant Absences::back_at(std::uint32_t person, Instant at) const {
  const auto found = leave_at(person, at);
  if (!found) return at;
  const auto own = of(person);
  std::size_t last = *found;
  while (last + 1 < own.size() && own[last + 1].from == own[last].to) ++last;
  return own[last].to;
}

std::vector<Headcount> headcounts(const Absences& absences, std::span<const std::uint32_t> people, Interval between) {
  std::vector<Headcount> out;
  if (between.from >= between.to) return out;
  std::vector<std::pair<Instant, int>> steps;  // one more or one fewer from there on
  auto present = static_cast<int>(people.size());
  for (const std::uint32_t person : people) {
    for (const Interval& leave : absences.of(person)) {
      if (leave.to <= between.from || leave.from >= between.to) continue;
      if (leave.from <= between.from) {
        --present;
      } else {
        steps.emplace_back(leave.from, -1);
      }
      if (leave.to < between.to) steps.emplace_back(leave.to, +1);
    }
  }
  std::ranges::sort(steps);
  Instant from = between.from;
  const auto add = [&](Instant to) {
    if (from >= to) return;
    const auto count = static_cast<std::uint32_t>(present);
    if (!out.empty() && out.back().present == count) {
      out.back().during.to = to;
    } else {
      out.push_back({{from, to}, count});
    }
    from = to;
  };
  for (const auto& [at, change] : steps) {
    add(at);
    present += change;
  }
  add(between.to);
  return out;
}

std::optional<Instant> somebody_back_at(const Absences& absences, std::span<const std::uint32_t> people, Instant at) {
  std::optional<Instant> first;
  for (const std::uint32_t person : people) {
    const Instant back = absences.back_at(person, at);
    if (!first || back < *first) first = back;
  }
  return first;
}

namespace {

AttendedStretch stretch_at(const Rotation& rotation, const Absences& absences, std::span<const std::uint32_t> people,
                           Interval during) {
  AttendedStretch out{.during = during};
  DutyLine line = rotation.in_line(during.from);
  while (const auto place = line.next()) {
    if (absences.is_present(people[place->duty.person], during.from)) {
      out.place = place;
      break;
    }
    out.somebody_away = true;
  }
  return out;
}

}  // namespace

std::vector<AttendedStretch> attended(const Rotation& rotation, const Absences& absences,
                                      std::span<const std::uint32_t> people, Interval between) {
  TANDEM_ENSURE(people.size() == rotation.rule().people);
  std::vector<AttendedStretch> out;
  if (between.from >= between.to) return out;
  std::vector<Instant> edges = rotation.changes(between);
  const auto add_edge = [&](Instant at) {
    if (between.from < at && at < between.to) edges.push_back(at);
  };
  for (const std::uint32_t person : people) {
    for (const Interval& leave : absences.of(person)) {
      add_edge(leave.from);
      add_edge(leave.to);
    }
  }
  edges.push_back(between.to);
  std::ranges::sort(edges);
  Instant from = between.from;
  for (const Instant to : edges) {
    if (from >= to) continue;
    AttendedStretch next = stretch_at(rotation, absences, people, {from, to});
    from = to;
    if (!out.empty() && out.back().place == next.place && out.back().somebody_away == next.somebody_away) {
      out.back().during.to = to;
    } else {
      out.push_back(next);
    }
  }
  return out;
}

}  // namespace tandem::calendar
