// What a store tells of the ledger of an engagement: a Merkle log in which leaf n is the n-th event (ledger/tree.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "desk/names.h"
#include "ledger/tree.h"

namespace tandem::app {

// Where an event stands in the one order of all events of the store; grows, with gaps.
using Position = std::uint64_t;

// Events belong to a ticket, or to the agreement of the engagement: those have this id in a ticket's place, which no
// ticket has, because a ticket's says when it was made.
inline constexpr desk::TicketId kAgreementEvents{base::IdBits{.high = 0, .low = 0}};

// An event as it is stored, before anybody has read it.
struct RecordedEvent {
  desk::TicketId ticket;      // or kAgreementEvents
  std::uint32_t version = 0;  // within the ticket, or the life of the agreement, from 1
  std::string record;         // its durable text (record/event_record.h), byte for byte
  bool operator==(const RecordedEvent&) const = default;
};

// A leaf as it is stored. In a whole ledger there is one for each number from 0, each has its event, and the hashes are
// those that ledger::Frontier gave; an audit (ledger_audit.h) looks whether it is so.
struct LedgerRow {
  std::uint64_t leaf = 0;
  Position position = 0;  // of its event
  std::vector<ledger::Hash> hashes;
  std::optional<RecordedEvent> event;  // nothing: there is none of this engagement at that position
};

// An event that no leaf stands for. In a whole ledger there is none.
struct StrayEvent {
  Position position = 0;
  desk::TicketId ticket;
  std::uint32_t version = 0;
};

}  // namespace tandem::app
