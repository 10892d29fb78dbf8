// Which names of two agreements mean the same thing. Names that both have are the same; of the others, what has the
// same content under another name was renamed, where only one thing on either side can be meant: a party of the same
// name in full, a person with the same address or full name, a calendar with the same hours, a team with the same
// people, an activity with the same parts, a category of the same activity, a priority with the same targets.
//
//   const Naming naming(before, after);
//   naming.after_of(Space::Team, 3);             // the position of the same team afterwards; nothing when it is gone
//   naming.name_after(Space::Team, "desk");      // "service-desk"
//   naming.renames();                            // desk → service-desk
//
// Sites, departments and asset classes are nothing but names, so none of them is ever renamed. Immutable.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "agreement/model.h"
#include "agreement/names.h"

namespace tandem::agreement::diff {

struct Rename {
  Space space{};
  std::string before;
  std::string after;
  source::Range before_at{};
  source::Range after_at{};
};

class Naming {
 public:
  // REQUIRES: nothing in them is Wrong.
  Naming(const Agreement& before, const Agreement& after);

  [[nodiscard]] std::optional<std::uint32_t> after_of(Space space, std::uint32_t before) const;
  [[nodiscard]] std::optional<std::uint32_t> before_of(Space space, std::uint32_t after) const;
  // What the text calls the thing afterwards; the name itself where it is gone.
  [[nodiscard]] const std::string& name_after(Space space, const std::string& before) const;
  // Only what was renamed, in the order of Space and of the old text.
  [[nodiscard]] std::span<const Rename> renames() const { return renames_; }

 private:
  class Matching;
  struct Pairs {
    std::vector<std::optional<std::uint32_t>> after{};   // by position before
    std::vector<std::optional<std::uint32_t>> before{};  // by position afterwards
    std::map<std::string, std::string> names{};          // only of what was renamed
  };
  [[nodiscard]] const Pairs& of(Space space) const { return pairs_[static_cast<std::size_t>(space)]; }
  std::array<Pairs, kSpaces> pairs_;
  std::vector<Rename> renames_;
};

}  // namespace tandem::agreement::diff
