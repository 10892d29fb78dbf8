// A ticket's whole life as its events tell it: what read tables and the ticket itself have forgotten, because they keep
// only how things stand now. For reports (service_report.h), not for queues.
//
//   const auto life = read_life(id, events);                    // every event of the ticket, the first one first
//   for (std::size_t i = 0; i < life->holdings.size(); ++i) …   // who had it then, at which priority, waiting on whom
//
// A holding is a segment (segment.h) that also says which person had it, in which category, and whether a hand-off was
// on offer; the two cut time alike: segments are what is left of holdings when the finer things are forgotten.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/error.h"
#include "desk/ticket.h"

namespace tandem::desk {

// Where something belongs: whose it was, and under which words of the agreement, at that moment.
struct Belonging {
  Owner owner;
  CategoryName category;
  PriorityName priority;
  bool operator==(const Belonging&) const = default;
};

// From `from` to where the next one begins; the last one still holds. INVARIANT of a life's holdings: the first begins
// when the ticket was opened, each begins later than the one before and differs from it.
struct Holding {
  base::Instant from;
  Belonging belongs;
  State state = State::New;
  std::optional<WaitingOn> waiting_on;
  bool is_offered = false;  // somebody was asked to take it over, and had not answered
  bool operator==(const Holding&) const = default;
};

enum class HandoffStep : std::uint8_t { Offered, Accepted, Declined, Expired, Withdrawn };

struct HandoffMoment {
  HandoffStep step = HandoffStep::Offered;
  base::Instant at;
  Belonging belongs;             // an offer and its withdrawal to the giver, an answer to who was asked
  base::Duration after_offer{};  // nothing of an offer itself
  bool operator==(const HandoffMoment&) const = default;
};

struct RatingMoment {
  Verdict verdict = Verdict::Good;
  base::Instant at;
  Belonging belongs;
  bool operator==(const RatingMoment&) const = default;
};

struct TicketLife {
  Ticket ticket;  // as it is after all of it
  std::vector<Holding> holdings;
  std::vector<HandoffMoment> handoffs;
  std::vector<RatingMoment> ratings;
};

// Corrupt as replay() is; also where there are not the two events that give a ticket its owner. O(events), each folded
// once.
[[nodiscard]] base::Result<TicketLife> read_life(TicketId id, std::span<const Event> events);

}  // namespace tandem::desk
