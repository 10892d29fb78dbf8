#include "agreement/room.h"

namespace tandem::agreement {

Room room_in(const yaml::Node& node) {
  const yaml::Map& map = *node.map();
  const std::string before = map.bracketed ? ", " : "\n" + std::string(map.indent, ' ');
  if (map.entries.empty()) {
    const std::uint32_t inside = node.range.begin + 1;
    return {.at = {node.range.file, inside, inside}, .before = before, .is_empty = true};
  }
  const yaml::Entry& last = map.entries.back();
  const std::uint32_t end = std::max(last.key_range.end, last.value.range.end);
  return {.at = {last.key_range.file, end, end}, .before = before};
}

source::Range without_item(std::span<const source::Range> items, std::size_t i) {
  const source::Range& item = items[i];
  const source::Range nothing{item.file, item.begin, item.begin};
  if (i > 0) return items[i - 1].file == item.file ? source::Range{item.file, items[i - 1].end, item.end} : nothing;
  if (items.size() == 1 || items[1].file != item.file) return nothing;
  return {item.file, item.begin, items[1].begin};
}

}  // namespace tandem::agreement
