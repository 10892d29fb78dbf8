// What the clocks of a ticket show at an instant: the fold of its segments under the versions of the agreement.
//
//   const auto reading = read_clock(TargetKind::Resolve, ticket, history, now);
//   if (reading && reading->state == ClockState::Missed) … -reading->remaining() …
//
// Pure: the same ticket, versions and instant give the same reading, whenever and however often it is asked for.
// A reading allocates nothing; O(segments + versions since the ticket was opened), one question to a calendar for each
// stretch that runs and one for the due instant. A trace collects what the reading was made of, for explain_clock().
//
// What is met is judged by the terms that were in force at that instant and does not change any more. A ticket is
// answered at the latest when it is resolved or closed; a reopened one goes on where its clock stood.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "desk/clock_terms.h"
#include "desk/ticket.h"

namespace tandem::desk {

// Missed: the due instant is over and the target not met, whether its clock runs or not. At the due instant itself it
// can still be met.
enum class ClockState : std::uint8_t { Running, Paused, Missed, Met, MetLate };
[[nodiscard]] std::string_view to_text(ClockState state);  // "met-late"
[[nodiscard]] constexpr bool is_met(ClockState state) {
  return state == ClockState::Met || state == ClockState::MetLate;
}

struct Reading {
  TargetKind kind = TargetKind::Respond;
  ClockState state = ClockState::Running;
  base::Duration goal{};
  base::Duration elapsed{};  // what counts of the time until now, or until it was met
  base::Duration paused{};   // real time in which the open ticket's clock stood still
  // The earliest instant at which elapsed is the goal, if nothing else happens; in the past when it was missed. Nothing
  // once met, while paused, and when the clock calendar never opens for so long.
  std::optional<base::Instant> due;
  std::optional<base::Instant> due_if_resumed;  // while paused: what `due` would be if it went on now
  std::optional<base::Instant> paused_since;    // exactly while its clock stands still and it is not met
  std::optional<base::Instant> met_at;
  [[nodiscard]] base::Duration remaining() const { return goal - elapsed; }  // negative when late
  bool operator==(const Reading&) const = default;
};

// A stretch of the ticket's time as the clock took it: one segment, one version.
struct ClockStretch {
  base::Interval when;
  std::size_t segment = 0;  // of the ticket
  std::size_t version = 0;  // position in the history
  bool runs = false;
  Counting counting;
};

// What a reading was made of: every stretch of the open ticket in the order of time, also where nothing is promised
// (all time counts then). Positions and pointers are those of the ticket and the history that were read.
struct ClockTrace {
  std::optional<Promise> promise;
  std::size_t newest = 0;        // position of the version that promises
  std::size_t last_segment = 0;  // the one whose priority it is
  base::Instant until;           // now, or when it was met
  std::vector<ClockStretch> stretches;
};

// Nothing when nothing is promised for the ticket's kind and priority. `now` before the opening counts as the opening;
// what happened to the ticket after `now` changes nothing. REQUIRES: a ticket with its first two events.
[[nodiscard]] std::optional<Reading> read_clock(TargetKind kind, const Ticket& ticket, const AgreementHistory& history,
                                                base::Instant now, ClockTrace* trace = nullptr);

// When the target was met, as far as was known at `now`: nothing while it is not.
[[nodiscard]] std::optional<base::Instant> met_at(TargetKind kind, const Ticket& ticket, base::Instant now);

// How much of the goal is used up when people are warned.
inline constexpr std::array<std::uint32_t, 3> kWarnAtPercent{50, 75, 90};

struct Warning {
  std::uint32_t percent = 0;
  base::Instant at;
  bool operator==(const Warning&) const = default;
};

// The instants at which so much of the goal is used up, in the order of `percents`; as with `due`, those that were
// reached stay, and those that are not and will not be by themselves are left out.
[[nodiscard]] std::vector<Warning> warnings(TargetKind kind, const Ticket& ticket, const AgreementHistory& history,
                                            base::Instant now,
                                            std::span<const std::uint32_t> percents = kWarnAtPercent);

}  // namespace tandem::desk
