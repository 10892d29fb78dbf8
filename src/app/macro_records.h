// Replies and steps that a team does again and again, under a name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/leave_records.h"
#include "desk/ticket.h"

namespace tandem::app {

using MacroId = base::Id<struct MacroTag>;

// What follows the reply.
enum class MacroEnd : std::uint8_t { Nothing, Wait, Resolve, Close };

struct MacroRecord {
  MacroId id{base::IdBits{}};  // given when it is kept
  desk::EngagementName engagement;
  desk::TeamName team;  // whose it is; empty: everybody's of both teams
  std::string title;
  std::string text;                                           // of the reply, with placeholders; empty: none is written
  desk::Visibility visibility = desk::Visibility::Requester;  // of the reply: to the requester or to both teams
  bool take = false;                                          // the ticket, first
  desk::PriorityName priority;                                // empty: as it is
  std::vector<std::string> tags;                              // added
  MacroEnd end = MacroEnd::Nothing;
  desk::WaitingOn waiting_on = desk::WaitingOn::Requester;  // with MacroEnd::Wait
  Signature changed;                                        // the last time
  bool operator==(const MacroRecord&) const = default;
};

}  // namespace tandem::app
