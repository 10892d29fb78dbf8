// The names an agreement declares, by what they name. Filled before anything is bound, so that a reference may stand
// before what it refers to.
//
//   names.declare(Space::Team, "desk", range);
//   names.find(Space::Team, "desk");            // 0: the position in declaration order
//
// A space is incomplete when its section could not be read: then a missing name is not the author's mistake, and
// nobody reports it. Single-threaded while filled; const use is safe from many threads.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "agreement/located.h"

namespace tandem::agreement {

enum class Space : std::uint8_t {
  Party,
  Person,
  Team,
  Calendar,
  Activity,
  Category,
  Site,
  Department,
  AssetClass,
  Priority,
  EscalationPath,
  Decision,
  HolidaySet,
  Rotation,
  Function,
  CategoryGroup,
};
inline constexpr std::size_t kSpaces = 16;

[[nodiscard]] std::string_view noun(Space space);     // "asset class"
[[nodiscard]] std::string with_article(Space space);  // "an asset class"

class Names {
 public:
  // False, and nothing is changed, when the space has the name already.
  bool declare(Space space, std::string_view name, source::Range at);
  [[nodiscard]] std::optional<std::uint32_t> find(Space space, std::string_view name) const;
  [[nodiscard]] std::span<const Located<std::string>> all(Space space) const { return of(space).names; }

  void set_incomplete(Space space) { of(space).complete = false; }
  [[nodiscard]] bool is_complete(Space space) const { return of(space).complete; }

  // What else the name names, when it is declared in another space than `wanted`.
  struct Elsewhere {
    Space space;
    source::Range at;
  };
  [[nodiscard]] std::optional<Elsewhere> find_elsewhere(Space wanted, std::string_view name) const;

 private:
  struct Declared {
    std::vector<Located<std::string>> names;
    std::unordered_map<std::string, std::uint32_t> positions;
    bool complete = true;
  };
  [[nodiscard]] const Declared& of(Space space) const { return spaces_[static_cast<std::size_t>(space)]; }
  [[nodiscard]] Declared& of(Space space) { return spaces_[static_cast<std::size_t>(space)]; }
  std::array<Declared, kSpaces> spaces_;
};

}  // namespace tandem::agreement
