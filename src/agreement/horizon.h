// The time that an agreement is proved and compared for. It ends a length of time (12 months, or what is asked for)
// after the day of the check or after the day that the agreement takes effect, whichever is later. It begins with the
// agreement where that took effect at most 12 months before the day of the check, so that what went wrong since is
// found too; an older agreement is looked at from the day of the check.
//
//   const Horizon horizon = horizon_of(effective, today, *parse_horizon("12mo"), zone);
//   horizon.during;            // two midnights of the agreement's zone
//   horizon.words;             // "the 12 months from 2026-10-01", "the time from 2026-10-01 to 2027-11-25"
//
// Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "agreement/amounts.h"
#include "calendar/zone.h"

namespace tandem::agreement {

struct Horizon {
  base::Interval during;
  std::string words;  // its true dates, the last day included; a part of a sentence
};

inline constexpr Length kUsualHorizon{12, Unit::Month, false};

inline constexpr std::string_view kHorizonForm =
    "a length from 1 day to 10 years, such as `12mo`, `6 months`, `90 days` or `2y`";
// Days, weeks, months or years, also as `d`, `w`, `mo` and `y`.
[[nodiscard]] std::optional<Length> parse_horizon(std::string_view text);

// Without a day of the check it is counted from the agreement. REQUIRES: a length that parse_horizon gives.
[[nodiscard]] Horizon horizon_of(calendar::Date effective, const std::optional<calendar::Date>& today,
                                 const Length& length, const calendar::Zone& zone);

}  // namespace tandem::agreement
