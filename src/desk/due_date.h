// By when a ticket is to be done: a day that people set, the end of the owning team's working day by its hours. Unlike
// a target it is about this one piece of work, and no clock pauses it.
//
// Who has the ticket is told a day before and on the day; when it is missed, who leads the team and who answers for the
// work are told as well. Each is told once and recorded; what was reached already when the date was set is not told.
//
//   decide(ticket, SetDueDate{.date = date, .reason = "the contract ends earlier"}, …)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "calendar/zone.h"
#include "desk/escalation.h"

namespace tandem::desk {

inline constexpr base::Duration kToldBefore = base::hours(24);
inline constexpr base::Duration kLatestDue = base::hours(24 * 366 * 10);

// In the order of time.
enum class DueNotice : std::uint8_t { Soon, Today, Missed };
[[nodiscard]] std::string_view to_text(DueNotice notice);  // "soon"

// Commands ----------------------------------------------------------------------------------------------------------

// By people of the two parties. A reason is needed to change one that is there.
struct SetDueDate {
  std::optional<calendar::Date> date;  // in the zone of the owning team's hours; nothing: no date any more
  std::string reason;
};
// The part of OpenTicket that sets one: days are counted from the date, or from the day of the opening. A day that is
// over by then is that of the opening.
struct NewDueDate {
  std::optional<calendar::Date> from;
  std::int32_t days = 0;
};

// Events ------------------------------------------------------------------------------------------------------------

// The instants are kept as they were worked out: hours that change later do not move a date that people agreed on.
struct DueDateSet {
  std::optional<base::Instant> at;     // nothing, and then the next two as well: it has none from now on
  std::optional<base::Instant> today;  // when the team's day begins on which it is due
  std::optional<base::Instant> soon;   // a day before that, or where nobody works then the last beginning of work
  std::string reason;
  bool operator==(const DueDateSet&) const = default;
};
struct DueDateNoticed {
  DueNotice notice = DueNotice::Soon;
  std::vector<Told> told;
  bool operator==(const DueDateNoticed&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct DueDate {
  base::Instant at;
  base::Instant today;
  base::Instant soon;
  std::string reason;             // of the latest change; may be empty
  std::optional<DueNotice> told;  // the last that was told or needs no telling
  bool operator==(const DueDate&) const = default;

  // When the next notice is due; nothing: all are told.
  [[nodiscard]] std::optional<base::Instant> next() const;
};

}  // namespace tandem::desk
