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

bool has_targets(TicketKind kind) {
  switch (kind) {
    case TicketKind::Incident:
    case TicketKind::Request: return true;
    case TicketKind::Change:
    case TicketKind::Decision:
    case TicketKind::Problem:
    case TicketKind::Task:
    case TicketKind::VendorCase: return false;
  }
  base::check_failed("a ticket is of one of the kinds");
}

std::optional<Promise> promised(TargetKind target, TicketKind kind, const PriorityName& priority,
                                const policy::Policy& newest) {
  if (!has_targets(kind)) return std::nullopt;
  const auto index = newest.find_priority(priority.text());
  if (!index) return std::nullopt;
  const policy::Target& written = newest.priority(*index);
  const auto& time = target == TargetKind::Respond ? written.respond : written.resolve;
  if (!time) return std::nullopt;
  Promise promise{
      .target = &written, .time = &*time, .goal = base::minutes(time->minutes), .measure = Measure(), .calendar = {}};
  if (time->unit == policy::TargetTime::Unit::Business) {
    TANDEM_ENSURE(!written.clock.is_none());
    promise.calendar = written.clock;
    promise.measure = Measure(newest.calendar(written.clock).open);
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
