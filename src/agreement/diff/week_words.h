// Times of a year told as hours of the week where most weeks are alike, else as dates.
//
//   week_words(intervals, year, zone);       // "mon-fri 17:30-24:00, with other hours on 11 days"
//                                            // "on Thu 2026-12-24 08:00-17:30"
//                                            // "on 14 days from 2026-11-26 to 2027-09-06"
//
// The hours of a weekday are those of most of its days in the horizon; where more than a quarter of all days have other
// ones, there is no usual week. Local times. Pure.
// REQUIRES: sorted, disjoint intervals within the horizon; at least one.
#pragma once

#include <span>
#include <string>

#include "base/time.h"
#include "calendar/zone.h"

namespace tandem::agreement::diff {

[[nodiscard]] std::string week_words(std::span<const base::Interval> intervals, base::Interval horizon,
                                     const calendar::Zone& zone);

}  // namespace tandem::agreement::diff
