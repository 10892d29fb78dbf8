#include "app/recorded_leave.h"

#include <map>

#include "app/leave_period.h"
#include "base/check.h"
#include "policy/recorded_leave.h"

namespace tandem::app {
namespace {

std::string words_of(const LeaveRecord& record) {
  return fmt::format("{} {}", record.feed ? "from the calendar" : "recorded by", record.recorded.display);
}

}  // namespace

calendar::Zone zone_of(std::string_view person, const policy::Spec& spec) {
  const auto found = std::ranges::find(spec.people, person, &policy::Person::name);
  const bool has_own = found != spec.people.end() && !found->time_zone.empty();
  auto zone = calendar::Zone::find(has_own ? found->time_zone : spec.time_zone);
  TANDEM_ENSURE(zone.has_value());
  return *zone;
}

base::Result<base::Interval> period_of(const LeaveRecord& leave, const policy::Spec& spec) {
  const auto period = parse_leave_period(leave.from, leave.to, zone_of(leave.person.text(), spec));
  if (period) return *period;
  return base::fail(base::ErrorCode::Corrupt,
                    fmt::format("leave {} of `{}` in `{}` goes from `{}` to `{}`, which is no period", leave.id.text(),
                                leave.person.text(), leave.engagement.text(), leave.from, leave.to));
}

base::Result<policy::Spec> with_recorded_leave(policy::Spec spec, std::span<const LeaveRecord> leave) {
  std::map<std::string_view, std::vector<policy::RecordedLeave>> by_person;
  for (const LeaveRecord& record : leave) {
    TANDEM_TRY(const auto period, period_of(record, spec));
    by_person[record.person.text()].push_back({period, {.words = words_of(record)}});
  }
  for (policy::Person& person : spec.people) {
    const auto found = by_person.find(person.name);
    if (found != by_person.end()) policy::add_recorded_leave(person, std::move(found->second));
  }
  return spec;
}

}  // namespace tandem::app
