// A month for programs: the same days that the pictures draw (docs/calendar.md has the form). Pure.
#pragma once

#include <span>

#include "cli/calendar_month_frame.h"
#include "json/json.h"
#include "policy/policy.h"

namespace tandem::cli {

// {"month","zone","calendar","days":[…]} with days as `tandem calendar hours` has them.
[[nodiscard]] json::Object month_json(const policy::NamedCalendar& calendar, const MonthFrame& frame);
// {"month","zone","teams":[{"team","days":[{"date","on_duty":[…],"present":[…],"gaps":[…]}]}]}
[[nodiscard]] json::Object month_json(const policy::Policy& policy, std::span<const policy::TeamIndex> teams,
                                      const MonthFrame& frame);

}  // namespace tandem::cli
