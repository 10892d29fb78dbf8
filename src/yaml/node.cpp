#include "yaml/node.h"

#include <algorithm>

namespace tandem::yaml {

const Entry* Node::find(std::string_view key) const {
  const Map* in = map();
  if (in == nullptr) return nullptr;
  const auto found = std::ranges::find(in->entries, key, &Entry::key);
  return found == in->entries.end() ? nullptr : &*found;
}

}  // namespace tandem::yaml
