#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_never_open(const Agreement& agreement, const policy::Policy& policy, Reports& reports) {
  const base::Instant begins = policy.zone().to_instant(agreement.effective.value, {});
  const base::Instant ends = begins + base::hours(24 * 3653);
  for (std::size_t i = 0; i < agreement.calendars.size(); ++i) {
    const CalendarText& calendar = agreement.calendars[i];
    if (policy.spec().calendars[i].open.elapsed(begins, ends).open > base::Duration{}) continue;
    const bool takes = calendar.combines() || !calendar.without.absent();
    reports
        .add(diag::Kind::NeverOpen, {"calendars", calendar.key.value}, calendar.key.at,
             fmt::format("`{}` is never open in the ten years from {}{}", calendar.key.value,
                         to_text(agreement.effective.value), takes ? ": what it combines leaves no time" : ""))
        .suggest(takes ? "look at the calendars that it names" : "give it hours, such as `mon-fri: \"08:00-17:30\"`");
  }
}

}  // namespace tandem::agreement
