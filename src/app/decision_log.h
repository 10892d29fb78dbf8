// The log of decisions and the register of what was accepted for a time, for both teams and the auditor.
//
//   auto page = decisions.list(caller, engagement, {.holds = DecisionHolds::Risk, .order = DecisionOrder::Lapse});
//
// Thread-safe.
#pragma once

#include "app/caller.h"
#include "app/decision_records.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/store.h"

namespace tandem::app {

class DecisionLog {
 public:
  // Both outlive this.
  DecisionLog(Store& store, const Engagements& engagements) : store_(&store), engagements_(&engagements) {}

  // `query.engagement`, `search_teams` and `hidden_categories` are set here from the caller; the rest is theirs.
  // Forbidden for end users; Invalid when the cursor is none.
  [[nodiscard]] Outcome<DecisionPage> list(const Caller& caller, const desk::EngagementName& engagement,
                                           DecisionQuery query) const;

 private:
  Store* store_;
  const Engagements* engagements_;
};

}  // namespace tandem::app
