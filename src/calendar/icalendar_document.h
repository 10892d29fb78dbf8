// Writing iCalendar (RFC 5545, RFC 7986) as Outlook, Google and Apple accept it for feeds that people subscribe to.
//
//   CalendarDocument document{.name = "On call", .zone = berlin, .stamp = now};
//   document.entries.push_back({.uid = "shift-7@desk.example", .span = shift});
//   const std::string bytes = write_icalendar(document);
//
// Times are written in the document's zone, with a VTIMEZONE that says exactly what the zone does while the entries
// last; whole days as dates with an exclusive end. The second pass of an hour that occurs twice has no local name in
// iCalendar (RFC 5545, 3.3.5), so such entries are written in UTC. Seconds are the finest unit: a start is rounded down
// and an end up. What is written is read back the same by read_icalendar.
//
// Pure; any number of threads; linear in the entries. The same document gives the same bytes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "calendar/icalendar.h"
#include "calendar/zone.h"

namespace tandem::calendar {

// REQUIRES of all texts: well-formed UTF-8. Control characters other than line breaks are left out.
struct CalendarEntry {
  std::string uid;  // the same at every writing; see stable_uid for one that says nothing
  EventSpan span;   // REQUIRES: the end is not before the start, and there is at least one whole day
  std::string summary{};
  std::string description{};
  std::vector<std::string> categories{};
  BusyStatus busy = BusyStatus::Busy;
  bool tentative = false;
  bool cancelled = false;
  bool is_private = false;  // CLASS:PRIVATE, which programs of others honour or not; see Detail for what is sure
  std::optional<base::Instant> changed{};
  std::optional<std::uint32_t> sequence{};  // increases with every change of the time
};

enum class Detail {
  Full,
  BusyOnly  // when and how busy, and nothing else: no text of an entry is written, and its UID is replaced
};

// What UIDs are made with, so that nobody without it finds out by trying names. Keep it for as long as the feed exists.
using UidKey = std::array<std::uint8_t, 16>;

struct CalendarDocument {
  std::string name;  // what the calendar is called where it is subscribed to; written with every Detail
  std::string description{};
  Zone zone;
  base::Instant stamp;  // when this was known; the bytes change with it
  std::chrono::minutes refresh{15};
  Detail detail = Detail::Full;
  // With BusyOnly. For a feed that strangers get it has to be secret and random, or they find out by trying what a UID
  // was made from; where whoever reads the feed may read the agreement as well, any key does.
  UidKey uid_key{};
  std::vector<CalendarEntry> entries{};
};

[[nodiscard]] std::string write_icalendar(const CalendarDocument& document);

// A UID that is always the same for the same identity and key, and tells nothing of the identity (SipHash-2-4).
[[nodiscard]] std::string stable_uid(const UidKey& key, std::string_view identity);

}  // namespace tandem::calendar
