#include "app/recorded_leave.h"

#include <map>

#include "app/leave_period.h"
#include "base/check.h"

namespace tandem::app {
namespace {

struct Stretch {
  base::Interval during;
  policy::TextPlace at;
};

void put_leave(policy::Person& person, std::vector<Stretch> stretches) {
  for (std::size_t i = 0; i < person.leave.size(); ++i)
    stretches.push_back({.during = person.leave[i], .at = person.leave_at[i]});
  std::ranges::stable_sort(stretches, {}, [](const Stretch& s) { return s.during.from; });
  person.leave.clear();
  person.leave_at.clear();
  for (Stretch& stretch : stretches) {
    if (!person.leave.empty() && stretch.during.from < person.leave.back().to) {
      person.leave.back().to = std::max(person.leave.back().to, stretch.during.to);
      continue;
    }
    person.leave.push_back(stretch.during);
    person.leave_at.push_back(std::move(stretch.at));
  }
}

}  // namespace

calendar::Zone zone_of(std::string_view, const policy::Spec& spec) {
  auto zone = calendar::Zone::find(spec.time_zone);
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
  std::map<std::string_view, std::vector<Stretch>> by_person;
  for (const LeaveRecord& record : leave) {
    TANDEM_TRY(const auto during, period_of(record, spec));
    by_person[record.person.text()].push_back({.during = during, .at = {}});
  }
  for (policy::Person& person : spec.people) {
    const auto found = by_person.find(person.name);
    if (found != by_person.end()) put_leave(person, std::move(found->second));
  }
  return spec;
}

}  // namespace tandem::app
