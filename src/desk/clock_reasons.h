// Everything that people are told of a ticket's targets: the reading with its words, its warnings and its reasons. The
// reasons are made from the trace of the reading itself; there is no second way to the numbers.
//
//   for (const TargetView& target : view_targets(ticket, history, now))
//     // resolve, 3 business days on `office`: paused; "paused 2 h 10 min while waiting on the requester"
//
// One to two orders of magnitude dearer than read_clock(): for one ticket that somebody looks at, not for queues.
#pragma once

#include <string>
#include <vector>

#include "desk/clock_reading.h"

namespace tandem::desk {

struct TargetView {
  Reading reading;
  std::string text;   // as the agreement has it: "3 business days"
  std::string clock;  // the calendar it counts on; "always" when all time counts
  std::vector<Warning> warnings;
  std::vector<Reason> reasons;  // what is promised first, then what happened in the order of time
  bool operator==(const TargetView&) const = default;
};

// Of the targets that are promised for the ticket's kind and priority, respond before resolve.
[[nodiscard]] std::vector<TargetView> view_targets(const Ticket& ticket, const AgreementHistory& history,
                                                   base::Instant now);

// The reasons of one reading. REQUIRES: the trace was made by read_clock() with these arguments, and it read something.
[[nodiscard]] std::vector<Reason> explain_clock(TargetKind kind, const Ticket& ticket, const AgreementHistory& history,
                                                const ClockTrace& trace);

// "40 s", "25 min", "2 h 10 min", "3 d 4 h": at most two units, the rest left out.
[[nodiscard]] std::string spoken_length(base::Duration length);

}  // namespace tandem::desk
