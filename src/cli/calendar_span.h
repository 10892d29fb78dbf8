// A part of time as people write it on the command line.
//
//   span_of({.from = "2026-11-23", .to = "2026-12-06"}, zone, clock)     // from midnight to midnight, both days in it
//
// Pure but for the clock, which is asked when `from` is empty.
#pragma once

#include <expected>
#include <string>

#include "base/time.h"
#include "calendar/zone.h"
#include "cli/commands.h"

namespace tandem::cli {

// The part of time, or what is wrong with the words: no times, the end not behind the beginning, or longer than ten
// years.
[[nodiscard]] std::expected<base::Interval, std::string> span_of(const SpanWords& words, const calendar::Zone& zone,
                                                                 const base::Clock& clock);

// "Mon 2026-11-23 to Sun 2026-12-06"; with times of the day where it does not begin or end at midnight.
[[nodiscard]] std::string span_text(base::Interval span, const calendar::Zone& zone);

// The instant in the words, or now when there are none; else what is wrong with them.
[[nodiscard]] std::expected<base::Instant, std::string> instant_or_now(std::string_view words,
                                                                       const calendar::Zone& zone,
                                                                       const base::Clock& clock);

}  // namespace tandem::cli
