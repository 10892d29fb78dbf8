// Cover that is to be arranged before somebody goes: a task that the desk opens when recorded leave leaves hours that
// nobody serves, a duty that nobody has or an activity that nobody answers for. Whoever leads the person's team has it
// and answers for it: of several, the first in which something is uncovered. Where the lead is the one who goes,
// whoever else the agreement names. There is one for each leave, and each knows the other: the leave its ticket
// (app/leave_records.h), the ticket its leave.
//
// What is uncovered is worked out by app/ (app/leave_consequences.h) whenever leave or the agreement change, and put to
// the ticket as KeepCover: a list that is empty closes it, another list is kept, and one that says more than was
// arranged for opens it again. So it settles by itself, however often the question is put. What cannot be closed yet,
// because steps of it are open or it is a major incident that is not reviewed, shows that nothing is uncovered, and the
// desk closes it when it can (PassTime).
//
// It is no incident: what is promised for priorities is not about it, and it does not escalate.
// A week before the leave begins, and once, those who have it are reminded; its due date is the day before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "desk/actor.h"
#include "desk/escalation.h"
#include "desk/names.h"

namespace tandem::desk {

struct Ticket;

inline constexpr base::Duration kCoverReminder = base::hours(24 * 7);
inline constexpr std::size_t kMaxUncovered = 100;

// Something that nobody does while the person is away. Two are the same where kind and subject are.
struct Uncovered {
  std::string kind;     // as app/leave_consequences.h calls it: "nobody-there"
  std::string subject;  // the team or the activity
  std::string text;     // one sentence, with the times
  bool operator==(const Uncovered&) const = default;
};

// The person's leave as the ticket knows it.
struct LeaveInSight {
  LeaveId leave{base::IdBits{}};
  PersonName person;
  std::string from;  // as it was recorded: "2026-12-21"
  std::string to;
  base::Instant begins;
  bool operator==(const LeaveInSight&) const = default;
};

// Commands ----------------------------------------------------------------------------------------------------------

// The optional part of OpenTicket that makes a task one. REQUIRES: `uncovered` is not empty.
struct NewCover {
  LeaveInSight leave;
  std::vector<Uncovered> uncovered;
};
// The system's: what is uncovered now, nothing where the leave is removed or over. `why` says why it is nothing.
struct KeepCover {
  std::vector<Uncovered> uncovered;
  std::string why;
};
// Says what was arranged; that ends the task.
struct ArrangeCover {
  std::string text;
  PersonName by;  // who covers; may be empty
};

// Events ------------------------------------------------------------------------------------------------------------

// The first makes the task one; the others change what is uncovered.
struct CoverWanted {
  LeaveInSight leave;
  std::vector<Uncovered> uncovered;
  std::string why{};  // nothing is uncovered; empty before that was kept
  bool operator==(const CoverWanted&) const = default;
};
struct CoverReminded {
  std::vector<Told> told;
  bool operator==(const CoverReminded&) const = default;
};
struct CoverArranged {
  std::string text;
  PersonName by;
  bool operator==(const CoverArranged&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct LeaveCover {
  CoverWanted wanted;                      // the latest
  std::optional<base::Instant> remind_at;  // nothing: it was reminded, or the leave was near when it was recorded
  struct Arranged {
    std::string text;
    PersonName by;
    base::Instant at;
    Actor who;
    bool operator==(const Arranged&) const = default;
  };
  std::optional<Arranged> arranged;  // nothing again when more is uncovered than it was for
  // Why the desk closes it as soon as it can; empty: it does not. Whoever opens it again wants it open.
  std::string settled{};
  bool operator==(const LeaveCover&) const = default;
};

// When time next does something to the task; nothing where the ticket is none. leave_cover.cpp
[[nodiscard]] std::optional<base::Instant> cover_due(const Ticket& ticket);

}  // namespace tandem::desk
