// A store's Load (by name) as the policy wants it (by index). Names that the agreement in force no longer knows count
// for nobody.
#pragma once

#include <vector>

#include "app/store.h"
#include "policy/policy.h"

namespace tandem::app {

class WorkloadTable {
 public:
  WorkloadTable(const policy::Policy& policy, const Load& load);
  // Points into this object.
  [[nodiscard]] policy::Workload view() const { return {.open_by_team = teams_, .open_by_person = people_}; }

 private:
  std::vector<std::uint32_t> teams_;
  std::vector<std::uint32_t> people_;
};

}  // namespace tandem::app
