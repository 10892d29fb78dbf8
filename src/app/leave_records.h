// Leave as a store keeps it: what people recorded, the calendars it is read from, and the keys of calendars that go
// out. Leave is never deleted: removing it adds who did so and when, so that neither party can rewrite who was away.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/registry_records.h"
#include "base/id.h"
#include "base/time.h"
#include "desk/names.h"

namespace tandem::app {

using LeaveId = desk::LeaveId;
using LeaveFeedId = base::Id<struct LeaveFeedTag>;
using CalendarKeyId = base::Id<struct CalendarKeyTag>;

// Who did something, and when. Without an account: an administrator at the command line, or a feed.
struct Signature {
  std::optional<AccountId> account;
  desk::PersonName person;  // empty: nobody of the agreement
  std::string display;      // "Dana Whitfield", "command line", "feed `holidays`"
  base::Instant at;
  bool operator==(const Signature&) const = default;
};

// An event of a feed: its UID and, of an event that repeats, which repetition it is.
struct FeedEvent {
  LeaveFeedId feed;
  std::string event;
  bool operator==(const FeedEvent&) const = default;
};

// `from` and `to` as leave_period.h reads them: days, both included, or times, in the person's own zone.
struct LeaveRecord {
  LeaveId id;
  desk::EngagementName engagement;
  desk::PersonName person;
  std::string from;  // "2026-12-21" or "2026-12-21 13:00"
  std::string to;
  std::string note;               // one line that both teams read; may be empty
  std::optional<FeedEvent> feed;  // nothing: recorded in the application
  Signature recorded;
  std::optional<Signature> removed;       // nothing: in force
  std::optional<desk::TicketId> cover{};  // the task to arrange cover for it; once there is one, it stays
  bool operator==(const LeaveRecord&) const = default;
};

// A person's calendar elsewhere, whose events are leave. `url` may hold a password: it is shown to nobody and stands in
// no log; people see its host.
struct LeaveFeedRecord {
  LeaveFeedId id;
  desk::EngagementName engagement;
  desk::PersonName person;
  std::string url;
  std::string label;
  Signature added;
  std::optional<Signature> removed;
  std::optional<base::Instant> fetched_at;   // the last time its text was read, or known to be the same
  std::string etag;                          // of that answer, for the next request
  std::string last_modified;                 // the same
  std::string error;                         // of the last try; empty: it went well
  std::optional<base::Instant> error_since;  // of the first try that failed since it went well
  bool operator==(const LeaveFeedRecord&) const = default;
};

// Lets a program that can only fetch an address (a calendar on a phone) read one engagement's calendar as one account.
struct CalendarKeyRecord {
  CalendarKeyId id;
  SecretHash secret{};
  AccountId account;
  desk::EngagementName engagement;
  std::string label;
  base::Instant created_at;
  bool operator==(const CalendarKeyRecord&) const = default;
};

// Which leave a store is asked for.
enum class LeaveHistory : std::uint8_t { InForce, Whole };

}  // namespace tandem::app
