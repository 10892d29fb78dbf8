// Overload before it is there: whether each team of an engagement keeps its targets if it goes on as it did in the last
// seven days ("at this rate `harbor-it` misses 4 targets by 16:00").
//
//   auto view = outlook.of(caller, engagement);
//   for (const TeamOutlook& team : view->teams) … team.misses …
//
// Worked out anew at each question from what is stored. Thread-safe. O(open tickets + tickets resolved in the seven
// days), some ten microseconds each; of more than kMostTickets of either only the most urgent or latest are looked at.
#pragma once

#include <vector>

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/store.h"
#include "base/time.h"
#include "desk/forecast.h"

namespace tandem::app {

struct TeamOutlook {
  desk::TeamName team;
  desk::PartyName party;
  std::uint32_t open = 0;      // tickets it has
  std::uint32_t overdue = 0;   // of them, with a missed `resolve`
  std::uint32_t resolved = 0;  // by it, in the seven days, of what has targets
  std::uint32_t present = 0;   // people who are not on leave now
  base::Duration worked{};     // of its open time in the seven days
  // What of its open time one ticket takes as things are. Nothing: nothing was resolved, or nobody is there.
  std::optional<base::Duration> each;
  // `resolve` targets due within the team's next eight open hours that it would miss, in the order of their due
  // instants; those that the caller may see.
  std::vector<desk::Miss> misses;
};

// Of the client's and the providers' teams, in the order of the agreement.
struct OutlookView {
  std::shared_ptr<const Engagement> engagement;
  std::vector<TeamOutlook> teams;
};

class Outlook {
 public:
  static constexpr base::Duration kLookBack = base::hours(24 * 7);
  static constexpr base::Duration kLookAhead = base::hours(8);  // of the team's open time
  static constexpr std::size_t kMostTickets = 5000;

  Outlook(Store& store, const Engagements& engagements, const base::Clock& clock)
      : store_(&store), engagements_(&engagements), clock_(&clock) {}

  // Forbidden: an end user. NotFound: nobody of the engagement.
  [[nodiscard]] Outcome<OutlookView> of(const Caller& caller, const desk::EngagementName& engagement);

 private:
  Store* store_;
  const Engagements* engagements_;
  const base::Clock* clock_;
};

}  // namespace tandem::app
