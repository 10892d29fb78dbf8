// What a ticket's events say about time: stretches during which nothing that a clock cares about changes. A ticket
// keeps its segments as evolve() finds them; clocks (clock_reading.h) and charges (clock_charges.h) are folds over
// them.
//
//   for (std::size_t i = 0; i < ticket.segments.size(); ++i)
//     const base::Interval when = extent(ticket.segments, i, now);   // half-open; the last one still runs
//
// A segment says from when; it ends where the next begins. INVARIANT of a ticket's segments: the first begins when the
// ticket was opened, each begins later than the one before and differs from it, so no stretch is empty and none can be
// merged. The agreement version in force is not kept with a segment: it follows from the instants (clock_terms.h), and
// a segment may span several.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "desk/event.h"
#include "desk/names.h"
#include "desk/target_kind.h"

namespace tandem::desk {

enum class State : std::uint8_t { New, Active, Waiting, Resolved, Closed };
[[nodiscard]] constexpr bool is_open(State state) {
  return state != State::Resolved && state != State::Closed;
}

struct Segment {
  base::Instant from;
  PartyName party;  // who holds the ticket
  TeamName team;
  State state = State::New;
  std::optional<WaitingOn> waiting_on;  // exactly while state is Waiting
  PriorityName priority;
  bool operator==(const Segment&) const = default;
};

// Adds what is so from `now.from` on: merges it with the last segment when nothing differs, takes the place of a
// segment that would be empty. An instant before the last one counts as that one, because clocks of machines step back.
void add_segment(std::vector<Segment>& segments, Segment now);

// From the i-th segment's beginning to its end, which is `now` for the last one. Empty when it begins after `now`.
[[nodiscard]] base::Interval extent(std::span<const Segment> segments, std::size_t i, base::Instant now);

// Since when the ticket is resolved or closed; nothing while it is open.
[[nodiscard]] std::optional<base::Instant> finished_at(std::span<const Segment> segments);

// Who has to move next. While nobody waits it is the team that holds the ticket, also while a hand-off is offered.
enum class Ball : std::uint8_t { Holder, Requester, Vendor, Evidence, Nobody };
[[nodiscard]] Ball ball(const Segment& segment);
[[nodiscard]] std::string_view to_text(Ball ball);  // "holder", "requester" …

// Whether the target's clock runs during the segment. It runs while the ticket is open; what waiting does to it is
// decided here and nowhere else (docs/desk.md tells it as a table).
[[nodiscard]] bool runs(TargetKind target, const Segment& segment);

}  // namespace tandem::desk
