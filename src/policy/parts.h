// What every part of a Spec is made of: indices into its vectors and places in the signed text.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace tandem::policy {

// An index into one of the vectors of a Spec. `none()` where the text leaves it open.
template <class Tag>
struct Index {
  static constexpr std::uint32_t kNone = 0xffff'ffff;
  std::uint32_t value = kNone;
  [[nodiscard]] static constexpr Index none() { return {}; }
  [[nodiscard]] constexpr bool is_none() const { return value == kNone; }
  auto operator<=>(const Index&) const = default;
};
using PartyIndex = Index<struct PartyTag>;
using PersonIndex = Index<struct PersonTag>;
using TeamIndex = Index<struct TeamTag>;
using CalendarIndex = Index<struct CalendarTag>;
using ActivityIndex = Index<struct ActivityTag>;
using CategoryIndex = Index<struct CategoryTag>;
using PriorityIndex = Index<struct PriorityTag>;
using SiteIndex = Index<struct SiteTag>;
using DepartmentIndex = Index<struct DepartmentTag>;
using AssetClassIndex = Index<struct AssetClassTag>;
using RuleIndex = Index<struct RuleTag>;
using DecisionIndex = Index<struct DecisionTag>;

// Where in the signed text something stands: a file of the agreement and a line from 1.
struct TextPlace {
  std::string file{};
  std::uint32_t line = 0;
  auto operator<=>(const TextPlace&) const = default;
};

}  // namespace tandem::policy
