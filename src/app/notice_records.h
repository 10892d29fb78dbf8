// Who was told of what, as a store keeps it. A notice is no read table: whom an event concerned was decided with the
// agreement of that moment (desk/notice.h), and whether somebody has read it stands nowhere else. So it is written with
// the events and stands through rebuild(). What it says is read from the event when it is shown, by the walls of then.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/ledger_records.h"
#include "base/time.h"
#include "desk/notice.h"

namespace tandem::app {

struct NoticeRecord {
  std::uint64_t id = 0;  // counts up within the store; given by it
  desk::EngagementName engagement;
  desk::TicketId ticket;  // or kAgreementEvents: of what happens to the agreement
  desk::Notice notice;
  base::Instant at;
  std::optional<base::Instant> read_at;
  bool operator==(const NoticeRecord&) const = default;
};

struct NoticeQuery {
  desk::EngagementName engagement;
  std::vector<desk::Reader> readers;  // whoever the caller is: a person, an address; nobody asks for nothing
  bool unread_only = false;
  // Tickets of these categories are left out, but for those that the address asked for.
  std::vector<desk::CategoryName> hidden_categories{};
  std::string hidden_except_requester{};
  bool hides_agreement = false;  // from whoever may not read it
  std::size_t limit = 50;        // REQUIRES 1 … 200
  std::uint64_t before = 0;      // the id behind which a page begins; 0: the newest
};

// Older ones are forgotten (WriteTransaction::forget_expired), read or not.
inline constexpr base::Duration kKeepNoticesFor = base::hours(24 * 180);

}  // namespace tandem::app
