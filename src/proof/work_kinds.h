// In which kinds of moment there is work of one priority for one team. Each kind is asked of once, however many
// stretches of the horizon are of it.
//
//   WorkKinds of(named, soc, critical, moments);
//   of.has_work(stretch.kind)
//
// Borrows the NamedWork. Not thread-safe: answers are remembered.
#pragma once

#include "proof/named_work.h"

namespace tandem::proof {

class WorkKinds {
 public:
  WorkKinds(const NamedWork& named, policy::TeamIndex team, policy::PriorityIndex priority, const Moments& moments)
      : named_(&named),
        team_(team),
        priority_(priority),
        asked_(moments.kinds().size()),
        with_work_(moments.kinds().size()) {}

  [[nodiscard]] bool has_work(std::uint32_t kind) {
    if (!asked_.has(kind)) {
      asked_.add(kind);
      if (named_->has_work(team_, {kind}, priority_)) with_work_.add(kind);
    }
    return with_work_.has(kind);
  }

 private:
  const NamedWork* named_;
  policy::TeamIndex team_;
  policy::PriorityIndex priority_;
  Bits asked_;
  Bits with_work_;
};

}  // namespace tandem::proof
