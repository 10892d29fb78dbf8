// Effects told together when they are too many to be read one by one: those that come to the same, with a count and the
// largest of them.
//
//   for (const EffectGroup& each : grouped(comparison.effects(), chosen, Apart::Holders, 20))
//     print(each.what);              // "37 kinds of work while `office` is closed"
//
// As long as they are few, each is a group of its own. Else those with the same time are one group, and where that is
// still too many, those with any time. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "agreement/diff/comparison.h"

namespace tandem::agreement::diff {

// What groups tell apart besides the kind of effect.
enum class Apart : std::uint8_t {
  Holders,  // who it goes from and to
  Nothing,  // for one party's sum of it
};

struct EffectGroup {
  std::vector<std::size_t> effects{};  // positions, the heaviest first; at least one
  std::string what{};                  // of one alone what it is
  std::string hours{};                 // "4.8 hours a week", "up to 4.8 hours a week"
  std::vector<std::string> largest{};  // three of more
};

// The heaviest group first; more than `most` where even the last resort gives more. `chosen` are positions in
// `effects`, ascending; effects are sorted by weight. O(chosen × log chosen).
[[nodiscard]] std::vector<EffectGroup> grouped(std::span<const Effect> effects, std::span<const std::size_t> chosen,
                                               Apart apart, std::size_t most, base::Interval horizon);

}  // namespace tandem::agreement::diff
