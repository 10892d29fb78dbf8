#include "agreement/diff/comparison.h"

#include <fmt/format.h>

#include <cmath>

#include "agreement/diff/effects.h"
#include "agreement/diff/history.h"
#include "agreement/diff/stakes.h"
#include "agreement/diff/text_changes.h"
#include "base/check.h"

namespace tandem::agreement::diff {

struct Comparison::Parts {
  Parts(const Compiled& before, const Compiled& after, base::Interval horizon)
      : naming(*before.agreement, *after.agreement),
        sides(*before.policy, *after.policy, naming, horizon),
        work(sides) {}
  Naming naming;
  Sides sides;
  JointWork work;
  std::vector<FoundEffect> found;
};

Comparison::Comparison(const Compiled& before, const Compiled& after, base::Interval horizon) {
  TANDEM_ENSURE(before.policy && after.policy && before.agreement && after.agreement);
  auto parts = std::make_unique<Parts>(before, after, horizon);
  parts->found = find_effects(parts->work);
  for (const FoundEffect& each : parts->found) effects_.push_back(each.effect);
  texts_ = text_changes(*before.agreement, *after.agreement, parts->naming);
  parts_ = std::move(parts);
  stakes_ = stakes_of(*before.agreement, *after.agreement, parts_->naming, effects_,
                      [&](const Effect& effect) { return hours_words(effect, this->horizon()); });
}

Comparison::~Comparison() = default;
Comparison::Comparison(Comparison&&) noexcept = default;
Comparison& Comparison::operator=(Comparison&&) noexcept = default;

base::Interval Comparison::horizon() const {
  return parts_->sides.moments().horizon();
}

PastWorkMoved Comparison::history(std::span<const policy::PastWork> items) const {
  return diff::history(parts_->work, parts_->found, items);
}

std::string_view to_text(EffectKind kind) {
  switch (kind) {
    case EffectKind::Owner: return "owner";
    case EffectKind::Accountable: return "accountable";
    case EffectKind::Duty: return "duty";
  }
  base::check_failed("an effect is of one of the kinds");
}

double hours_a_week(const Effect& effect, base::Interval horizon) {
  const auto length = static_cast<double>((horizon.to - horizon.from).count());
  return 168.0 * static_cast<double>(effect.total.count()) / length;
}

std::string hours_words(const Effect& effect, base::Interval horizon) {
  const double week = hours_a_week(effect, horizon);
  const auto told = [](double hours, std::string_view per) {
    const double tenths = std::round(hours * 10) / 10;
    return fmt::format("{} {}{}", tenths, tenths == 1 ? "hour" : "hours", per);
  };
  // What is rare says nothing as a share of a week.
  if (week >= 1) return told(week, " a week");
  return told(static_cast<double>(effect.total.count()) / static_cast<double>(base::hours(1).count()), " in all");
}

}  // namespace tandem::agreement::diff
