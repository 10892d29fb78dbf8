#include "agreement/escalation_times.h"

#include <algorithm>

#include "agreement/lower_calendars.h"
#include "base/check.h"

namespace tandem::agreement {
namespace {

using base::Instant;

class Schedule {
 public:
  Schedule(const Agreement& agreement, const policy::Policy& policy, policy::PriorityIndex priority)
      : agreement_(agreement), policy_(policy) {
    if (!priority.is_none()) clock_ = policy.priority(priority).clock;
  }

  std::vector<TimedStep> run(const EscalationPath* first, Instant opened) {
    walk(first, opened, 0);
    return std::move(steps_);
  }

 private:
  void walk(const EscalationPath* path, std::optional<Instant> from, std::size_t depth) {
    TANDEM_ENSURE(depth <= agreement_.escalations.size());  // a longer way would be a loop
    for (const EscalationStep& step : path->steps.value) {
      const auto at = from ? after(*from, step.after.value) : std::nullopt;
      steps_.push_back({path, &step, at});
      if (step.then.good()) walk(&agreement_.escalations[step.then.value.index.value], at, depth + 1);
    }
  }

  std::optional<Instant> after(Instant from, const Length& length) {
    if (length.business && !clock_.is_none()) {
      const auto unit = length.unit == Unit::Day ? business_day() : *real_time({1, length.unit, false});
      return policy_.calendar(clock_).open.after(from, {unit * length.count});
    }
    if (const auto real = real_time({length.count, length.unit, false})) return from + *real;
    return after_months(from, length.count * (length.unit == Unit::Year ? 12 : 1));
  }

  // The same day and time of a later month, or its last day where it has no such day.
  Instant after_months(Instant from, std::int64_t months) const {
    const calendar::LocalTime local = policy_.zone().to_local(from);
    calendar::Date date = local.date + std::chrono::months(months);
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return policy_.zone().to_instant(date, local.time_of_day);
  }

  base::Duration business_day() {
    if (!business_day_) {
      const auto calendars = lower_calendars(agreement_);
      business_day_ = agreement::business_day(calendars[clock_.value], agreement_.effective.value);
    }
    return *business_day_;
  }

  const Agreement& agreement_;
  const policy::Policy& policy_;
  policy::CalendarIndex clock_;
  std::optional<base::Duration> business_day_;
  std::vector<TimedStep> steps_;
};

}  // namespace

const EscalationPath* escalation_path(const Agreement& agreement, policy::PriorityIndex priority) {
  const auto named = [&](std::string_view name) -> const EscalationPath* {
    const auto found =
        std::ranges::find(agreement.escalations, name, [](const EscalationPath& path) { return path.key.value; });
    return found == agreement.escalations.end() ? nullptr : &*found;
  };
  if (!priority.is_none()) {
    if (const auto* own = named(agreement.targets[priority.value].key.value)) return own;
  }
  return named("default");
}

std::vector<TimedStep> escalation_times(const Agreement& agreement, const policy::Policy& policy,
                                        policy::PriorityIndex priority, base::Instant opened) {
  const EscalationPath* path = escalation_path(agreement, priority);
  return path == nullptr ? std::vector<TimedStep>{} : Schedule(agreement, policy, priority).run(path, opened);
}

}  // namespace tandem::agreement
