#include "calendar/schedule.h"

#include <algorithm>

namespace tandem::calendar {

using base::Interval;
using Stint = TemporarySchedule::Stint;

namespace {

Interval common(Interval a, Interval b) {
  return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

// One stint for each uninterrupted presence of a person, sorted by time.
std::vector<Stint> united(std::vector<Stint> stints) {
  std::ranges::sort(stints, {}, [](const Stint& each) { return std::pair(each.person, each.during); });
  std::vector<Stint> out;
  for (const Stint& each : stints) {
    if (!out.empty() && out.back().person == each.person && each.during.from <= out.back().during.to) {
      out.back().during.to = std::max(out.back().during.to, each.during.to);
    } else {
      out.push_back(each);
    }
  }
  std::ranges::sort(out, {}, [](const Stint& each) { return std::pair(each.during, each.person); });
  return out;
}

}  // namespace

std::optional<TemporarySchedule> trimmed(TemporarySchedule schedule, Interval window) {
  schedule.span = common(schedule.span, window);
  if (schedule.span.from >= schedule.span.to) return std::nullopt;
  for (Stint& each : schedule.stints) each.during = common(each.during, schedule.span);
  std::erase_if(schedule.stints, [](const Stint& each) { return each.during.from >= each.during.to; });
  return schedule;
}

std::vector<TemporarySchedule> merged(std::vector<TemporarySchedule> schedules) {
  std::vector<TemporarySchedule> out;
  std::ranges::stable_sort(schedules, {}, &TemporarySchedule::span);
  for (const TemporarySchedule& given : schedules) {
    auto each = trimmed(given, given.span);
    if (!each) continue;
    if (out.empty() || out.back().span.to < each->span.from) {
      out.push_back(*std::move(each));
      continue;
    }
    TemporarySchedule& last = out.back();
    last.span.to = std::max(last.span.to, each->span.to);
    last.stints.insert(last.stints.end(), each->stints.begin(), each->stints.end());
  }
  for (TemporarySchedule& each : out) each.stints = united(std::move(each.stints));
  return out;
}

}  // namespace tandem::calendar
