// A time zone's recorded clock changes as they lie on disk: TZif, versions 1 to 4 (RFC 9636).
//
//   auto record = parse_zone_file(bytes);    // Result: Corrupt, or Unsupported for files that count leap seconds
//
// Takes bytes and trusts none of them: every length is held against what is there before it is used. Pure;
// thread-safe. Private to calendar/.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "calendar/posix_rule.h"

namespace tandem::calendar {

struct ZoneRecord {
  struct Change {
    std::int64_t at = 0;   // seconds since 1970 in UTC
    std::size_t type = 0;  // position in `types`, from then on
    bool operator==(const Change&) const = default;
  };
  std::vector<LocalTimeType> types;  // never empty; the first one holds before the first change
  std::vector<Change> changes;       // strictly ascending
  std::optional<PosixRule> rule;     // after the last change; always, where there is none
};

[[nodiscard]] base::Result<ZoneRecord> parse_zone_file(std::string_view bytes);

}  // namespace tandem::calendar
