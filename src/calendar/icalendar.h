// iCalendar feeds (RFC 5545, as Outlook, Exchange, Google, Apple and others write it): bytes to what people have in
// their calendars within a window of time. Writing feeds is icalendar_document.h.
//
//   const auto feed = read_icalendar(bytes, {.window = {from, to}, .zone = *Zone::find("Europe/Berlin")});
//   for (const FeedEvent& event : feed->events) {
//     if (!event.is_away()) continue;
//     for (const EventSpan& span : event.spans) add_leave(person, interval_of(span, zone));
//   }
//
// What is read: events, what repeats (RRULE, RDATE, EXDATE, EXRULE), instances that were moved, changed or cancelled
// (RECURRENCE-ID, also with RANGE=THISANDFUTURE, also without their series), whether they make busy, and time zones by
// IANA's, Windows' or other vendors' names, or by the feed's own VTIMEZONE. Tasks, journals and alarms are passed over.
// Cancelled events are left out.
//
// A mistake within one event is a fault with its line and UID, and the other events are used. The whole is refused with
// an error when it is no iCalendar, is not UTF-8, is cut off, or is beyond a limit. Lines that are no properties are
// passed over, as others do.
//
// Pure; any number of threads. Linear in the bytes plus the occurrences in the window; the limits bound both.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "calendar/zone.h"

namespace tandem::calendar {

// Whole local days, the same days in every zone. Half-open: the day `end` is not one of them.
struct WholeDays {
  Date first{};
  Date end{};
  auto operator<=>(const WholeDays&) const = default;
};

using EventSpan = std::variant<WholeDays, base::Interval>;

// Whole days are those of `zone`: from the beginning of the first to the beginning of the day that is no longer one.
[[nodiscard]] base::Interval interval_of(const EventSpan& span, const Zone& zone);

// What an event says of its owner's time. iCalendar itself knows Busy and Free; the rest is Outlook's.
enum class BusyStatus { Busy, Free, Tentative, OutOfOffice, WorkingElsewhere };

enum class Participation { NeedsAction, Accepted, Declined, Tentative, Delegated };

struct Attendee {
  std::string mail;
  Participation participation = Participation::NeedsAction;
  bool operator==(const Attendee&) const = default;
};

// An event of its own, or those instances of a series that were not changed, or one that was.
struct FeedEvent {
  std::size_t line = 0;  // of its BEGIN:VEVENT
  std::string uid{};     // empty where the feed has none; the changed instances of a series have their series' UID
  std::string summary{};
  BusyStatus busy = BusyStatus::Busy;
  bool tentative = false;   // STATUS:TENTATIVE, what the event itself is; see busy for its owner's time
  std::string organizer{};  // mail addresses, without `mailto:`
  std::vector<Attendee> attendees{};
  std::vector<std::string> categories{};
  std::vector<EventSpan> spans{};  // by start; at least one

  // Whether its owner cannot be reckoned with meanwhile.
  [[nodiscard]] bool is_away() const { return busy == BusyStatus::Busy || busy == BusyStatus::OutOfOffice; }
};

// Whether it is leave of the calendar's owner: they are out of office, or busy for whole days with what is certain.
[[nodiscard]] bool is_leave(const FeedEvent& event, const EventSpan& span);

struct FeedFault {
  std::size_t line = 0;
  std::string uid{};
  std::string message{};
};

struct Feed {
  std::string name;
  std::vector<FeedEvent> events;  // by first start, then by line
  std::vector<FeedFault> faults;  // by line; the first FeedLimits::faults of them
  std::size_t fault_count = 0;
};

struct FeedLimits {
  std::size_t bytes = std::size_t{10} << 20;
  std::size_t events = 100'000;
  std::size_t line_bytes = std::size_t{1} << 20;
  std::size_t occurrences = 200'000;       // of the feed: the whole is refused
  std::size_t event_occurrences = 10'000;  // of one event: it is a fault
  std::size_t steps = 50'000'000;          // to expand all recurrence rules: about a second
  std::size_t event_steps = 1'000'000;
  std::size_t faults = 100;
};

struct FeedOptions {
  base::Interval window;  // what shares no time with it is left out
  Zone zone;              // of the feed's owner: whole days and times without a zone are in it
  FeedLimits limits{};
};

// BadInput with the line where there is one. `bytes` are decompressed already.
[[nodiscard]] base::Result<Feed> read_icalendar(std::string_view bytes, const FeedOptions& options);

}  // namespace tandem::calendar
