// Time zones as Windows and Outlook name them, in IANA's words.
//
//   find_windows_zone("W. Europe Standard Time");                    // "Europe/Berlin"
//   find_windows_zone("(UTC-05:00) Eastern Time (US & Canada)");     // "America/New_York"
//
// The names are those of Unicode CLDR's windowsZones.xml for territory 001 (the whole world), with the IANA names that
// are current. Thread-safe.
#pragma once

#include <optional>
#include <string_view>

namespace tandem::calendar {

// Nothing when Windows has no such zone. Names on display are understood where they tell the zone: "… Time (US &
// Canada)" and lists of cities ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna") with one in the table.
[[nodiscard]] std::optional<std::string_view> find_windows_zone(std::string_view name);

}  // namespace tandem::calendar
