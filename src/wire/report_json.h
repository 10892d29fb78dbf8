// The service report as JSON and as comma-separated values.
#pragma once

#include <string>

#include "app/service_reports.h"

namespace tandem::wire {

[[nodiscard]] std::string encode(const app::ReportView& view);
[[nodiscard]] std::string encode(const app::TicketsBehind& behind);
// One line for each of the report's, the columns named as in the JSON; without the total, which the lines add up to.
// Times are in whole seconds, rounded down after they were added up, as in the JSON.
[[nodiscard]] std::string encode_csv(const app::ReportView& view);
// "service-harbor-cu-2026-10-01-2026-11-01-team.csv"
[[nodiscard]] std::string csv_file_name(const app::ReportView& view);

}  // namespace tandem::wire
