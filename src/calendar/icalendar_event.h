// One VEVENT as it is written: its properties read, its times not yet resolved to a zone. Part of reading feeds; see
// icalendar.h.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "calendar/icalendar.h"
#include "calendar/icalendar_scan.h"
#include "calendar/recurrence.h"

namespace tandem::calendar {

// A value of DTSTART, EXDATE and so on.
struct WrittenTime {
  CivilTime time{};
  std::string zone_id{};  // TZID; empty where there is none
  std::size_t line = 0;
};

// A value of RDATE; an end only when it is a PERIOD.
struct WrittenAddition {
  WrittenTime start;
  std::optional<WrittenTime> end{};
  std::optional<EventLength> length{};
};

inline constexpr std::int64_t kMostEventDays = 36'525;  // a hundred years

struct WrittenEvent {
  FeedEvent said;  // without spans
  std::optional<WrittenTime> start{};
  std::optional<WrittenTime> end{};
  std::optional<EventLength> length{};
  std::vector<RecurrenceRule> rules{};
  std::vector<RecurrenceRule> exception_rules{};
  std::vector<WrittenAddition> additions{};
  std::vector<WrittenTime> exceptions{};
  std::optional<WrittenTime> recurrence_id{};
  bool and_future = false;  // RANGE=THISANDFUTURE
  bool cancelled = false;
  bool marked_whole_day = false;  // Outlook's, beside times at midnight
  std::int64_t sequence = 0;
};

[[nodiscard]] std::expected<WrittenEvent, FeedFault> read_event(const FeedPart& part, const FeedLimits& limits);

// DURATION (RFC 5545, 3.3.6): weeks and days are counted on the calendar. Nothing when it is negative, longer than
// kMostEventDays, or no duration.
[[nodiscard]] std::optional<EventLength> parse_event_length(std::string_view text);

}  // namespace tandem::calendar
