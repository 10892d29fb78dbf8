#include "desk/target_watch.h"

#include "desk/audience.h"
#include "desk/rules.h"
#include "desk/targets_ahead.h"

namespace tandem::desk {
namespace {

// At the due instant itself the target can still be met.
constexpr base::Duration kAfterDue{1};

std::vector<Told> audience_of(const TargetDue& due, const Case& given) {
  Audience audience(given);
  audience.add_holder();
  if (due.percent == kMissedAtPercent) {
    audience.add_lead();
    audience.add(given.ticket.ownership.accountable, "accountable");
  }
  return std::move(audience).take();
}

}  // namespace

std::vector<TargetDue> targets_ahead(const Ticket& ticket, const AgreementHistory& history, base::Instant now) {
  std::vector<TargetDue> ahead;
  if (!is_open(ticket.state) || !has_targets(ticket.facts.kind)) return ahead;
  constexpr std::array kPercents{kWarnedAtPercent};
  for (const TargetKind target : {TargetKind::Respond, TargetKind::Resolve}) {
    const std::uint32_t told = ticket.targets_told[static_cast<std::size_t>(target)];
    if (told >= kMissedAtPercent) continue;
    const auto reading = read_clock(target, ticket, history, now);
    if (!reading || is_met(reading->state) || !reading->due) continue;
    if (told < kWarnedAtPercent) {
      for (const Warning& warning : warnings(target, ticket, history, now, kPercents))
        ahead.push_back({.target = target, .percent = warning.percent, .at = warning.at, .due = *reading->due});
    }
    ahead.push_back(
        {.target = target, .percent = kMissedAtPercent, .at = *reading->due + kAfterDue, .due = *reading->due});
  }
  return ahead;
}

// Where both are due, only the graver is told.
Events warn_of_targets(const Case& given) {
  Events events;
  if (given.circumstances.history == nullptr) return events;
  const auto ahead = targets_ahead(given.ticket, *given.circumstances.history, given.now());
  for (auto due = ahead.begin(); due != ahead.end(); ++due) {
    const auto graver = std::next(due);
    const bool is_graver_due = graver != ahead.end() && graver->target == due->target && graver->at <= given.now();
    if (due->at > given.now() || is_graver_due) continue;
    events.push_back(given.event(TargetWarned{
        .target = due->target, .percent = due->percent, .due = due->due, .told = audience_of(*due, given)}));
  }
  return events;
}

}  // namespace tandem::desk
