// Live changes, in the form of text/event-stream.
#pragma once

#include <string>
#include <string_view>

#include "app/feed.h"
#include "app/presence.h"

namespace tandem::wire {

struct EngagementLabel {
  std::string_view name;
  std::string_view prefix;
};
[[nodiscard]] std::string encode(const app::LiveChange& change, const EngagementLabel& engagement);

// One server-sent event named `change`, whose id is its position.
void append_event(std::string& stream, const app::LiveChange& change, const EngagementLabel& engagement);
// Moves the client's Last-Event-ID on without an event.
void append_position(std::string& stream, app::Position position);
// Tells the client that who is there when has changed: what it shows of the calendar, of teams and people is old.
void append_calendar_changed(std::string& stream);
// How much of what they were told the reader has not read.
void append_unread(std::string& stream, std::uint64_t unread);
// The same of the agreement: a draft, a comment, a signature, a version.
void append_agreement_changed(std::string& stream);
// Who has a ticket before them now; nobody, when the last one has left.
void append_presence(std::string& stream, const app::TicketPresence& presence);
[[nodiscard]] std::string encode(std::span<const app::PresentPerson> people);
// Tells the client that it missed too much and must load everything again.
void append_reset(std::string& stream, app::Position position);

}  // namespace tandem::wire
