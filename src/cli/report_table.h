// The service report as tables for a terminal: one for each topic, a row for each line and one for all of them. Topics
// of which there is nothing are left out. Pure.
#pragma once

#include <string>

#include "app/service_reports.h"
#include "cli/ink.h"

namespace tandem::cli {

[[nodiscard]] std::string report_text(const app::ReportView& view, const Palette& palette);

}  // namespace tandem::cli
