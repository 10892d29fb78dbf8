// Who used up a ticket's time: one row for each team that held it and for each that it waited on, counted on the row's
// own hours and on the clock of the promise.
//
//   for (const Charge& charge : charges(ticket, history, now))
//     // helpdesk of northbeam: 6 h of its own hours, 2 h 10 min on the clock, 40 % of it
//
// A hand-off that is offered charges the giver. While the ticket waits for something outside the teams, nobody's hours
// are charged: the row is that of the requester, the vendor or the evidence. Resolved and closed time is nobody's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/clock_reading.h"

namespace tandem::desk {

struct Charge {
  Ball ball = Ball::Holder;
  PartyName party;  // of the team; empty where somebody outside the teams is charged
  TeamName team;
  std::string calendar;                // the team's own hours, as the latest version that has the team calls them
  std::optional<base::Duration> open;  // on those hours, each piece in the version in force then; nothing without them
  base::Duration real{};               // all of the time
  base::Duration counted{};   // on the clock of the resolve target, pauses included; all time where there is none
  std::uint32_t percent = 0;  // of everybody's `counted`; the rows add up to 100, or to 0 when nothing counted
  bool operator==(const Charge&) const = default;
};

// The team's own hours in a version of the agreement; null when it does not have the team.
[[nodiscard]] const policy::NamedCalendar* hours_of(const TeamName& team, const policy::Policy& version);

// In the order in which they first had it. O(stretches × rows), two questions to calendars for each stretch.
// REQUIRES: a ticket with its first two events.
[[nodiscard]] std::vector<Charge> charges(const Ticket& ticket, const AgreementHistory& history, base::Instant now);

}  // namespace tandem::desk
