// What each party takes over and gives away: work, answering for it, decisions and steps of scenarios. Pure.
//
//   for (const Stake& each : stakes_of(before, after, naming, effects, words_of)) …
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "agreement/diff/comparison.h"

namespace tandem::agreement::diff {

// `hours` says how much an effect is: "118 hours a week".
[[nodiscard]] std::vector<Stake> stakes_of(const Agreement& before, const Agreement& after, const Naming& naming,
                                           std::span<const Effect> effects,
                                           const std::function<std::string(const Effect&)>& hours);

}  // namespace tandem::agreement::diff
