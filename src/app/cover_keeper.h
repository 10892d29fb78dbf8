// Sees to it that cover is arranged before somebody goes: whenever leave or the agreement change, works out what each
// recorded leave leaves uncovered (leave_consequences.h) and keeps the task for it (desk/leave_cover.h). Doing it again
// changes nothing.
//
//   CoverKeeper keeper(store, tickets);
//   timekeeper.after_changes([&](const Engagement& one, base::Instant now) { return keeper.keep(one, now); });
//
// Only leave that was recorded since has a task: what leave in the agreement's text uncovers is told by its check, and
// where it leaves work with nobody, refused (docs/leave-cover.md). Where two are away at once, the one whose leave was
// recorded later is missed.
// Of one thread. O(leave that is not over, or has a task that is open × the agreement); writes only what differs.
#pragma once

#include "app/engagements.h"
#include "app/store.h"
#include "app/tickets.h"
#include "base/time.h"

namespace tandem::app {

class CoverKeeper {
 public:
  // Both outlive this.
  CoverKeeper(Store& store, Tickets& tickets) : store_(&store), tickets_(&tickets) {}

  // What fails is told at the end, and holds up nothing else.
  [[nodiscard]] base::Result<void> keep(const Engagement& engagement, base::Instant now);

 private:
  [[nodiscard]] base::Result<void> keep(const Engagement& engagement, const LeaveRecord& leave, base::Instant now);

  Store* store_;
  Tickets* tickets_;
};

}  // namespace tandem::app
