// Keys of calendars that go out: a phone or a mail program that can only fetch an address gets one, for one engagement
// and one account. It reads that calendar and nothing else, as long as the account may; revoking it ends it at once.
//
//   auto made = keys.create(caller, engagement, "phone");          // made->key is shown once
//   auto opened = keys.open(engagement, key);                      // whose it is
//
// Thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/accounts.h"
#include "app/leave_records.h"

namespace tandem::app {

inline constexpr std::size_t kMaxCalendarKeys = 20;  // of one account
inline constexpr std::size_t kMaxCalendarKeyLabel = 100;

struct MadeCalendarKey {
  base::Secret key;  // shown once; the store keeps its SHA-256
  CalendarKeyRecord record;
};

struct OpenedCalendarKey {
  CalendarKeyRecord record;
  Caller caller;  // whose key it is, with what they may do today
};

class CalendarKeys {
 public:
  CalendarKeys(Store& store, Accounts& accounts, const base::Clock& clock, base::IdSource& ids)
      : store_(&store), accounts_(&accounts), clock_(&clock), ids_(&ids) {}

  // Members and auditors; Forbidden for end users, Invalid for a label that is empty or too long or one key too many.
  [[nodiscard]] Outcome<MadeCalendarKey> create(const Caller& caller, const desk::EngagementName& engagement,
                                                std::string_view label);
  // The caller's own, of that engagement.
  [[nodiscard]] Outcome<std::vector<CalendarKeyRecord>> list(const Caller& caller,
                                                             const desk::EngagementName& engagement);
  // NotFound when it is not the caller's own.
  [[nodiscard]] Outcome<> revoke(const Caller& caller, const desk::EngagementName& engagement, CalendarKeyId key);
  // Unauthenticated for what is no key of that engagement; whether the account may still read is asked where it reads.
  [[nodiscard]] Outcome<OpenedCalendarKey> open(const desk::EngagementName& engagement, std::string_view key);

 private:
  Store* store_;
  Accounts* accounts_;
  const base::Clock* clock_;
  base::IdSource* ids_;
};

}  // namespace tandem::app
