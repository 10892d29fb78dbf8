#include "policy/escalation.h"

namespace tandem::policy {

using base::Instant;

std::optional<Instant> run_out(const Spec& spec, const Target& priority, const TargetTime& time, Instant from) {
  const base::Duration length = base::minutes(time.minutes);
  if (time.unit == TargetTime::Unit::Real) return from + length;
  return spec.calendars[priority.clock.value].open.after(from, {length});
}

std::optional<Instant> respond_by(const Spec& spec, const Target& priority, Instant opened) {
  return priority.respond ? run_out(spec, priority, *priority.respond, opened) : std::nullopt;
}

std::optional<Instant> takes_place(const Spec& spec, const Target& priority, const EscalationStep& step,
                                   Instant opened) {
  std::optional<Instant> at = opened;
  for (const TargetTime& time : step.after) {
    if (at) at = run_out(spec, priority, time, *at);
  }
  return at;
}

}  // namespace tandem::policy
