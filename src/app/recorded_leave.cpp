#include "app/recorded_leave.h"

#include <map>

#include "app/leave_period.h"
#include "base/check.h"
#include "calendar/leave.h"

namespace tandem::app {
namespace {

std::string words_of(const LeaveRecord& record) {
  return fmt::format("{} {}", record.feed ? "from the calendar" : "recorded by", record.recorded.display);
}

// The person's own leave and what was recorded for them. A source is a position in `sources`.
void add_leave(policy::Person& person, const std::vector<const LeaveRecord*>& records,
               const std::vector<base::Interval>& periods) {
  std::vector<policy::LeaveSource> sources(person.leave_at.begin(), person.leave_at.end());
  std::vector<calendar::Absence> absences;
  for (std::uint32_t i = 0; i < person.leave.size(); ++i) absences.push_back({person.leave[i], i});
  for (std::size_t i = 0; i < records.size(); ++i) {
    absences.push_back({periods[i], static_cast<std::uint32_t>(sources.size())});
    sources.emplace_back(policy::Recorded{.words = words_of(*records[i])});
  }
  person.leave.clear();
  person.leave_at.clear();
  for (const calendar::Absence& absence : calendar::normalised(std::move(absences))) {
    person.leave.push_back(absence.during);
    person.leave_at.push_back(sources[absence.source]);
  }
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
  struct OfPerson {
    std::vector<const LeaveRecord*> records;
    std::vector<base::Interval> periods;
  };
  std::map<std::string_view, OfPerson> by_person;
  for (const LeaveRecord& record : leave) {
    TANDEM_TRY(const auto period, period_of(record, spec));
    OfPerson& own = by_person[record.person.text()];
    own.records.push_back(&record);
    own.periods.push_back(period);
  }
  for (policy::Person& person : spec.people) {
    const auto found = by_person.find(person.name);
    if (found != by_person.end()) add_leave(person, found->second.records, found->second.periods);
  }
  return spec;
}

}  // namespace tandem::app
