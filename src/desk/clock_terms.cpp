#include "desk/clock_terms.h"

#include "base/check.h"

namespace tandem::desk {
namespace {

// The calendar that the version counts on for the priority; null when it does not know the priority or names none.
const policy::NamedCalendar* clock_calendar(const policy::Policy& version, std::string_view priority) {
  const auto index = version.find_priority(priority);
  if (!index || version.priority(*index).clock.is_none()) return nullptr;
  return &version.calendar(version.priority(*index).clock);
}

}  // namespace

AgreementHistory::AgreementHistory(std::span<const AgreementInForce> versions) : versions_(versions) {
  TANDEM_ENSURE(!versions.empty());
}

std::size_t AgreementHistory::position_at(base::Instant at) const {
  std::size_t i = versions_.size() - 1;
  while (i > 0 && versions_[i].from > at) --i;
  return i;
}

std::optional<base::Instant> AgreementHistory::until(std::size_t position) const {
  return position + 1 < versions_.size() ? std::optional(versions_[position + 1].from) : std::nullopt;
}

std::optional<Promise> promised(TargetKind kind, const PriorityName& priority, const policy::Policy& newest) {
  const auto index = newest.find_priority(priority.text());
  if (!index) return std::nullopt;
  const policy::Target& target = newest.priority(*index);
  const auto& time = kind == TargetKind::Respond ? target.respond : target.resolve;
  if (!time) return std::nullopt;
  Promise promise{
      .target = &target, .time = &*time, .goal = base::minutes(time->minutes), .measure = Measure(), .calendar = {}};
  if (time->unit == policy::TargetTime::Unit::Business) {
    TANDEM_ENSURE(!target.clock.is_none());
    promise.calendar = target.clock;
    promise.measure = Measure(newest.calendar(target.clock).open);
  }
  return promise;
}

Counting counting(const Promise& promise, const policy::Policy& newest, const policy::Policy& version,
                  const PriorityName& then) {
  if (promise.measure.is_real_time()) return {};
  const policy::NamedCalendar* calendar = &newest.calendar(promise.calendar);
  if (&version == &newest) return {.measure = promise.measure, .calendar = calendar};
  if (const auto* own = clock_calendar(version, promise.target->priority)) {
    return {.measure = Measure(own->open), .calendar = own};
  }
  if (const auto* own = clock_calendar(version, then.text())) calendar = own;
  return {.measure = Measure(calendar->open), .calendar = calendar, .stands_in = true};
}

}  // namespace tandem::desk
