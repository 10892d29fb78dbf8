#include "agreement/room.h"

namespace tandem::agreement {

std::optional<Room> room_in(const yaml::Node& node) {
  const yaml::Map* map = node.map();
  if (map == nullptr) return std::nullopt;
  const std::string before = map->bracketed ? ", " : "\n" + std::string(map->indent, ' ');
  // A section may be joined from several files; its form is that of the first.
  const auto is_here = [&](const yaml::Entry& entry) { return entry.key_range.file == node.range.file; };
  const auto last = std::find_if(map->entries.rbegin(), map->entries.rend(), is_here);
  if (last != map->entries.rend()) {
    const std::uint32_t end = std::max(last->key_range.end, last->value.range.end);
    return Room{.at = {node.range.file, end, end}, .before = before};
  }
  if (!map->bracketed) return std::nullopt;
  const std::uint32_t inside = node.range.begin + 1;
  return Room{.at = {node.range.file, inside, inside}, .before = before, .is_empty = true};
}

std::optional<source::Range> without_item(std::span<const source::Range> items, std::size_t i) {
  const source::Range& item = items[i];
  if (i > 0) {
    const source::Range& before = items[i - 1];
    return before.file == item.file ? std::optional(source::Range{item.file, before.end, item.end}) : std::nullopt;
  }
  if (items.size() == 1 || items[1].file != item.file) return std::nullopt;
  return source::Range{item.file, item.begin, items[1].begin};
}

}  // namespace tandem::agreement
