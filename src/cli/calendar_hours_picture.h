// A month of a calendar as a picture of 80 columns: each day has its number, its open hours and a bar of eight blocks
// from midnight to midnight, higher the more of its three hours is open. Days that have something to say carry a `*`
// and are told below.
//
//   Mon       Tue
//   2   9h30  3   9h30
//   ··▃██▇··  ··▃██▇··
//
// Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/calendar_month_frame.h"

namespace tandem::cli {

struct DayNote {
  calendar::Date date;
  std::string text;  // "Thanksgiving Day"
};

struct HoursPicture {
  std::string subject;               // "office"
  std::vector<base::Interval> open;  // sorted and disjoint; at least those of the month
  std::vector<DayNote> notes;        // by date; several of a day are allowed
  std::optional<calendar::Date> today;
};

[[nodiscard]] std::string draw(const HoursPicture& picture, const MonthFrame& frame, const Palette& palette);

}  // namespace tandem::cli
