#include "agreement/names.h"

namespace tandem::agreement {

std::string_view noun(Space space) {
  switch (space) {
    case Space::Party: return "party";
    case Space::Person: return "person";
    case Space::Team: return "team";
    case Space::Calendar: return "calendar";
    case Space::Activity: return "activity";
    case Space::Category: return "category";
    case Space::Site: return "site";
    case Space::Department: return "department";
    case Space::AssetClass: return "asset class";
    case Space::Priority: return "priority";
    case Space::EscalationPath: return "escalation path";
    case Space::Decision: return "decision";
    case Space::HolidaySet: return "holiday set";
    case Space::Rotation: return "rotation";
    case Space::Function: return "function";
    case Space::CategoryGroup: return "group of categories";
  }
  return "";
}

std::string with_article(Space space) {
  const auto word = noun(space);
  return fmt::format("{} {}", std::string_view("aeiou").contains(word.front()) ? "an" : "a", word);
}

bool Names::declare(Space space, std::string_view name, source::Range at) {
  Declared& declared = of(space);
  const auto position = static_cast<std::uint32_t>(declared.names.size());
  if (!declared.positions.emplace(std::string(name), position).second) return false;
  declared.names.push_back({std::string(name), at});
  return true;
}

std::optional<std::uint32_t> Names::find(Space space, std::string_view name) const {
  const auto& positions = of(space).positions;
  const auto found = positions.find(std::string(name));
  return found == positions.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Names::Elsewhere> Names::find_elsewhere(Space wanted, std::string_view name) const {
  for (std::size_t i = 0; i < kSpaces; ++i) {
    const auto space = static_cast<Space>(i);
    // A path is named after its priority, so that it tells nothing about a priority that is not there.
    if (space == wanted || (wanted == Space::Priority && space == Space::EscalationPath)) continue;
    if (const auto position = find(space, name)) return Elsewhere{space, all(space)[*position].at};
  }
  return std::nullopt;
}

}  // namespace tandem::agreement
