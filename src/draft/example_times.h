// Times for the expectations of a draft: days that exist, are no holidays, and on which people work or sleep.
// Pure.
#pragma once

#include <string>

#include "draft/arrangement.h"

namespace tandem::draft {

struct ExampleTimes {
  calendar::Date first_monday;  // on or before the agreement takes effect
  std::string in_office_hours;  // "2026-10-13 10:00"
  std::string at_night;         // a time at which the office is closed, and so are shops: "2026-10-17 03:00"
  calendar::Date trial_end;
};

[[nodiscard]] ExampleTimes example_times(const DraftRequest& request);

}  // namespace tandem::draft
