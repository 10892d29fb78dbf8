// Agreements and tickets for the tests of clocks: versions made from the example agreement by changing it, and tickets
// that are nothing but their segments.
//
//   const Versions versions{{kMonday, agreement({.normal = {.resolve = business(minutes)}})}};
//   const Ticket ticket = timed({{.from = kMonday}, {.from = noon, .state = State::Waiting, .on = WaitingOn::Vendor}});
#pragma once

#include "desk/clock_reading.h"
#include "desk/evolve.h"
#include "desk/example_agreement.h"

namespace tandem::desk {

inline base::Instant instant(std::string_view text) {
  return *base::parse_rfc3339(text);
}

inline policy::TargetTime business(std::int64_t minutes) {
  return {.minutes = minutes,
          .unit = policy::TargetTime::Unit::Business,
          .text = fmt::format("{} business minutes", minutes)};
}
inline policy::TargetTime real(std::int64_t minutes) {
  return {.minutes = minutes, .unit = policy::TargetTime::Unit::Real, .text = fmt::format("{} min", minutes)};
}

// Monday to Friday in a zone; the calendar's line is 10 + its place.
inline policy::NamedCalendar weekdays(std::string name, const char* zone, std::int64_t from, std::int64_t to,
                                      std::size_t days = 5) {
  calendar::BusinessHours hours{.zone = *calendar::Zone::find(zone), .windows = {}, .closed = {}, .holidays = {}};
  for (std::size_t day = 0; day < days; ++day) hours.windows[day] = {{base::hours(from), base::hours(to)}};
  return {.name = std::move(name),
          .open = *calendar::BusinessCalendar::make(std::move(hours)),
          .at = {"agreement.yaml", 11}};
}

// The example agreement (calendars: 0 `office`, New York 08:00 to 18:00; 1 `always`; priorities critical, high, normal)
// with a change of one's own.
inline std::shared_ptr<const policy::Policy> agreement(std::uint32_t version,
                                                       const std::function<void(policy::Spec&)>& change) {
  policy::Spec spec = example_agreement()->spec();
  spec.version = version;
  change(spec);
  return policy::Policy::make(std::move(spec));
}

// `normal` is promised an answer within 2 business hours and an end within 10, both on `office`; `high` within 30 real
// minutes and 4 business hours; `critical` nothing.
inline void usual_targets(policy::Spec& spec) {
  spec.targets[1].respond = real(30);
  spec.targets[1].resolve = business(240);
  spec.targets[1].clock = {0};
  spec.targets[1].at = {"agreement.yaml", 61};
  spec.targets[2].respond = business(120);
  spec.targets[2].resolve = business(600);
  spec.targets[2].clock = {0};
  spec.targets[2].at = {"agreement.yaml", 62};
}

using Versions = std::vector<AgreementInForce>;

inline Versions usual_agreement() {
  return {{.from = kMonday - base::hours(24 * 30), .version = 1, .policy = agreement(1, usual_targets)}};
}

struct Part {
  base::Instant from;
  State state = State::Active;
  std::optional<WaitingOn> on = std::nullopt;
  const char* priority = "normal";
  const char* party = "northbeam";
  const char* team = "helpdesk";
};

// Closed under add_segment, like a ticket's own.
inline Ticket timed(const std::vector<Part>& parts) {
  Ticket ticket = *begin(TicketId(base::IdBits{.high = 1, .low = 3}),
                         {.at = parts.front().from, .actor = requester("ann@harbor.example"), .data = TicketOpened{}});
  for (const Part& part : parts) {
    add_segment(ticket.segments, {.from = part.from,
                                  .party = PartyName(part.party),
                                  .team = TeamName(part.team),
                                  .state = part.state,
                                  .waiting_on = part.on,
                                  .priority = PriorityName(part.priority)});
  }
  return ticket;
}

}  // namespace tandem::desk
