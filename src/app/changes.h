// The changes of an engagement in a part of time, for both parties: what is planned, when nothing may be changed, and
// what stands in what's way.
#pragma once

#include <vector>

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/store.h"
#include "calendar/zone.h"
#include "desk/planned_change.h"

namespace tandem::app {

inline constexpr int kMaxChangeDays = 100;

struct ChangeSchedule {
  struct Clash {
    desk::TicketId first;  // in the order of `changes`
    desk::TicketId second;
    std::string both_touch;  // "`core-switch`"
  };
  struct Freeze {
    std::string name;  // may be empty
    base::Interval during;
    std::vector<desk::DecisionKindName> except;
    policy::TextPlace at;
  };
  std::shared_ptr<const Engagement> engagement;
  base::Interval part;
  std::vector<desk::ScheduledChange> changes;  // in the order of their windows, then numbers
  std::vector<Freeze> freezes;                 // in the order of the agreement's text
  std::vector<Clash> clashes;                  // each pair once
};

// Whole days in the agreement's zone, both included. Invalid when `to` is before `from` or the two are more than
// kMaxChangeDays apart. A change is part of it when its window touches one of the days. O(changes²) for the clashes.
[[nodiscard]] Outcome<ChangeSchedule> read_changes(const Caller& caller, Store& store, const Engagements& engagements,
                                                   const desk::EngagementName& engagement, calendar::Date from,
                                                   calendar::Date to, base::Instant now);

}  // namespace tandem::app
