#include "app/workload_table.h"

namespace tandem::app {

WorkloadTable::WorkloadTable(const policy::Policy& policy, const Load& load)
    : teams_(policy.spec().teams.size()), people_(policy.spec().people.size()) {
  for (const auto& [name, open] : load.open_by_team) {
    if (const auto team = policy.find_team(name.text())) teams_[team->value] = open;
  }
  for (const auto& [name, open] : load.open_by_person) {
    if (const auto person = policy.find_person(name.text())) people_[person->value] = open;
  }
}

}  // namespace tandem::app
