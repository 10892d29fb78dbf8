// Work that belongs together. Two tickets stand in one of a few relations, and each says so in its own words: what one
// calls `duplicate-of` the other calls `has-duplicate`. Both are written in one transaction, so that there is never one
// half of a link (ripple.h).
//
// Merging closes a duplicate into its survivor: comments stay where they are, and the duplicate's requester hears on
// their own ticket what becomes of the survivor. Reopening takes the merging back.
//
// INVARIANT of what was merged, of parts and of what follows what: following one such relation never leads back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "desk/checklist.h"
#include "desk/names.h"

namespace tandem::desk {

enum class LinkKind : std::uint8_t {
  RelatesTo,
  DuplicateOf,
  HasDuplicate,
  PartOf,
  HasPart,
  CausedBy,  // by a problem
  CauseOf,
  VendorCaseFor,
  HasVendorCase,
  Follows,  // it came out of the other
  FollowedBy,
};
[[nodiscard]] std::string_view to_text(LinkKind kind);  // "duplicate-of"
// How the other ticket says it. Its own inverse.
[[nodiscard]] LinkKind inverse(LinkKind kind);

// What happened to a ticket that matters to one linked with it.
enum class LinkedMove : std::uint8_t {
  Resolved,
  Closed,
  Reopened,
  Answered,    // the vendor did
  Awaited,     // the vendor is asked again
  Workaround,  // the problem is a known error now
  NotNeeded,   // a step of a checklist is closed because of that
  Overdue,     // a step of a checklist missed its due date
};
[[nodiscard]] std::string_view to_text(LinkedMove move);  // "resolved"

inline constexpr std::size_t kMaxLinks = 500;  // of one ticket

// Commands ----------------------------------------------------------------------------------------------------------

struct LinkTicket {
  LinkKind kind = LinkKind::RelatesTo;
  TicketId other{base::IdBits{}};
};
struct UnlinkTicket {
  LinkKind kind = LinkKind::RelatesTo;
  TicketId other{base::IdBits{}};
  std::string reason{};  // may be empty, but for a step of a checklist
};
struct MergeTicket {  // closes this one
  TicketId into{base::IdBits{}};
  std::string reason;  // may be empty
};

// Events ------------------------------------------------------------------------------------------------------------

struct TicketLinked {
  LinkKind kind = LinkKind::RelatesTo;
  TicketId other{base::IdBits{}};
  std::uint64_t number = 0;         // of the other
  std::uint32_t comment = 0;        // of the other, which this ticket came out of; 0: none
  std::optional<StepState> step{};  // of a part that is a task: how it stands, for it is a step of a checklist
  bool operator==(const TicketLinked&) const = default;
};
struct TicketUnlinked {
  LinkKind kind = LinkKind::RelatesTo;
  TicketId other{base::IdBits{}};
  std::uint64_t number = 0;
  std::string reason{};
  bool operator==(const TicketUnlinked&) const = default;
};
struct TicketMerged {  // and closed
  TicketId into{base::IdBits{}};
  std::uint64_t number = 0;
  std::string reason;
  bool operator==(const TicketMerged&) const = default;
};
// The requester of a duplicate hears of this ticket from now on.
struct FollowerAdded {
  TicketId from{base::IdBits{}};
  std::uint64_t number = 0;
  std::string name;
  bool operator==(const FollowerAdded&) const = default;
};
struct LinkedTicketMoved {
  LinkKind kind = LinkKind::RelatesTo;  // how this ticket stands to it
  TicketId other{base::IdBits{}};
  std::uint64_t number = 0;
  LinkedMove move = LinkedMove::Resolved;
  std::string text;  // what solved it, what the vendor said, how to work around it; may be empty
  bool operator==(const LinkedTicketMoved&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct Link {
  LinkKind kind = LinkKind::RelatesTo;
  TicketId other{base::IdBits{}};
  std::uint64_t number = 0;
  std::uint32_t comment = 0;
  bool awaited = false;             // a vendor case that has no answer yet
  std::optional<StepState> step{};  // of a step of the checklist that the ticket has
  base::Instant at;
  bool operator==(const Link&) const = default;
};
struct Follower {
  TicketId from{base::IdBits{}};  // the duplicate
  std::string name;
  bool operator==(const Follower&) const = default;
};

}  // namespace tandem::desk
