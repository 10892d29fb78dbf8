// The whole escalation of a priority as the text has it: its own path, or else `default`, and those it goes on in.
//
//   for (const WayStep& step : escalation_way(agreement, "critical")) step.text->tell;
//
// A policy's Target::escalation has the same steps in the same order. Pure; linear in the steps on the way, times the
// paths.
#pragma once

#include <string_view>
#include <vector>

#include "agreement/model.h"

namespace tandem::agreement {

struct WayStep {
  const EscalationPath* path = nullptr;  // in which it stands
  const EscalationStep* text = nullptr;  // it tells somebody
  std::vector<const EscalationStep*>
      after;  // whose times run one behind the other: those that went on to a path, and its own
};

// Empty where there is no path for it. REQUIRES: good paths that do not lead back to one another.
[[nodiscard]] std::vector<WayStep> escalation_way(const Agreement& agreement, std::string_view priority);

}  // namespace tandem::agreement
