#include "policy/term.h"

namespace tandem::policy {

using base::Instant;

namespace {

Instant months_later(std::int64_t months, const calendar::Zone& zone, Instant from) {
  const calendar::LocalTime local = zone.to_local(from);
  calendar::Date date = local.date + std::chrono::months(months);
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return zone.to_instant(date, local.time_of_day);
}

}  // namespace

std::optional<Instant> end_of(const Term& term, const Policy& policy, Instant from) {
  const auto real_end = [&] { return from + base::minutes(term.count); };
  switch (term.unit) {
    case Term::Unit::Minute: return real_end();
    case Term::Unit::Month: return months_later(term.count, policy.zone(), from);
    case Term::Unit::BusinessMinute: break;
  }
  const CalendarIndex clock = policy.spec().governance.clock;
  if (clock.is_none()) return real_end();
  return policy.calendar(clock).open.after(from, {base::minutes(term.count)});
}

}  // namespace tandem::policy
