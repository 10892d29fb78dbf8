// Content lines out: folded at 75 octets between characters, ended with CRLF (RFC 5545, 3.1). Part of writing feeds;
// see icalendar_document.h.
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "calendar/zone.h"

namespace tandem::calendar {

class LineWriter {
 public:
  void line(std::string_view text);
  // A TEXT value: backslashes, semicolons, commas and line breaks are escaped, control characters left out.
  void text(std::string_view name, std::string_view value);
  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

[[nodiscard]] std::string escape_text(std::string_view value);
// "20261005", "20261005T090000", "20261005T070000Z", "+0530". Fractions of a second are dropped.
[[nodiscard]] std::string written_date(Date date);
[[nodiscard]] std::string written_local(const LocalTime& local);
[[nodiscard]] std::string written_utc(base::Instant at);
[[nodiscard]] std::string written_offset(base::Duration offset);

}  // namespace tandem::calendar
