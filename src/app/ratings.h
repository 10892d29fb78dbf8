// What requesters said of how it went, month by month, for both parties and the auditor. What is confidential to the
// reader is not counted.
#pragma once

#include <string>
#include <vector>

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/store.h"

namespace tandem::app {

struct TeamRatings {
  desk::PartyName party;
  desk::TeamName team;
  std::uint32_t good = 0;
  std::uint32_t bad = 0;
};

struct MonthOfRatings {
  std::string month;  // "2026-10", in the engagement's time zone
  std::uint32_t good = 0;
  std::uint32_t bad = 0;
  std::vector<TeamRatings> teams;  // that had the work, by name
};

inline constexpr std::uint32_t kMaxRatedMonths = 36;

class Ratings {
 public:
  // All outlive this.
  Ratings(Store& store, const Engagements& engagements, const base::Clock& clock)
      : store_(&store), engagements_(&engagements), clock_(&clock) {}

  // This month and those before it, the newest first; months in which nobody said anything as well. REQUIRES: 1 …
  // kMaxRatedMonths. O(what was said in them).
  [[nodiscard]] Outcome<std::vector<MonthOfRatings>> by_month(const Caller& caller,
                                                              const desk::EngagementName& engagement,
                                                              std::uint32_t months) const;

 private:
  Store* store_;
  const Engagements* engagements_;
  const base::Clock* clock_;
};

}  // namespace tandem::app
