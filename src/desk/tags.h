// Words that people stick on tickets to find them again. They decide nothing: the agreement knows categories, not tags.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tandem::desk {

inline constexpr std::size_t kMaxTags = 20;       // of a ticket
inline constexpr std::size_t kMaxTagLength = 40;  // in bytes

// Whether it is a tag: letters in lower case, digits and hyphens within; other letters than ASCII's as they are.
[[nodiscard]] bool is_tag(std::string_view word);

// Commands ----------------------------------------------------------------------------------------------------------

struct ChangeTags {  // what is there already is not added, and what is not there not removed
  std::vector<std::string> add;
  std::vector<std::string> remove;
};

// Events ------------------------------------------------------------------------------------------------------------

struct TagsChanged {  // each sorted, without doubles; not both empty
  std::vector<std::string> added;
  std::vector<std::string> removed;
  bool operator==(const TagsChanged&) const = default;
};

}  // namespace tandem::desk
