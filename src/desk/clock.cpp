#include "desk/clock.h"

#include "base/check.h"

namespace tandem::desk {

base::Duration Measure::between(base::Instant from, base::Instant to) const {
  if (to <= from) return {};
  return calendar_ == nullptr ? to - from : calendar_->elapsed(from, to).open;
}

std::optional<base::Instant> Measure::after(base::Instant from, base::Duration amount) const {
  if (amount <= base::Duration::zero()) return from;
  return calendar_ == nullptr ? from + amount : calendar_->after(from, {amount});
}

void Clock::run(const Measure& measure, base::Instant from, base::Instant to) {
  const base::Duration used = measure.between(from, to);
  if (!reached_ && used >= remaining()) {
    reached_ = measure.after(from, remaining());
    TANDEM_ENSURE(reached_.has_value());
  }
  elapsed_ += used;
}

}  // namespace tandem::desk
