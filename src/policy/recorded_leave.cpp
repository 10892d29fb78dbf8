#include "policy/recorded_leave.h"

#include "calendar/leave.h"

namespace tandem::policy {

void add_recorded_leave(Person& person, std::vector<RecordedLeave> leave) {
  std::vector<LeaveSource> sources(person.leave_at.begin(), person.leave_at.end());
  std::vector<calendar::Absence> absences;  // whose source is a position in `sources`
  for (std::uint32_t i = 0; i < person.leave.size(); ++i) absences.push_back({person.leave[i], i});
  for (RecordedLeave& each : leave) {
    absences.push_back({each.first, static_cast<std::uint32_t>(sources.size())});
    sources.emplace_back(std::move(each.second));
  }
  person.leave.clear();
  person.leave_at.clear();
  for (const calendar::Absence& absence : calendar::normalised(std::move(absences))) {
    person.leave.push_back(absence.during);
    person.leave_at.push_back(sources[absence.source]);
  }
}

}  // namespace tandem::policy
