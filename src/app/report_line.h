// Whether there can be such a line in a service report, so that a line that nobody has is told and not answered with
// nothing. Private to this folder.
#pragma once

#include <span>

#include "app/engagements.h"
#include "app/failure.h"
#include "desk/service_report.h"

namespace tandem::app {

// A line is named whole, by what its grouping asks for and nothing else; a person may be left out (service_report.h).
// Invalid otherwise, of each part that is wrong.
[[nodiscard]] Outcome<> check_line_parts(const desk::ReportLine& line, desk::Grouping grouping);

// Whether a version of the agreement has the line's words. Invalid otherwise, of the first part that none has, with
// those of the version in force. A category that is confidential and nothing else is one where it is not among
// `hidden`, those that the reader may not read. REQUIRES: its parts are those of the grouping.
[[nodiscard]] Outcome<> check_line_words(const desk::ReportLine& line, desk::Grouping grouping,
                                         const Engagement& engagement, std::span<const desk::CategoryName> hidden);

}  // namespace tandem::app
