// Where another key can be written into a map of the text, in the map's own form: between braces, or on a line of its
// own.
//
//   finding.suggest({.words = "…", .edits = {activity.room->write("deputy: sam")}});
//
// Plain values; they say where and how, and check nothing.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diag/finding.h"
#include "source/source_map.h"
#include "yaml/node.h"

namespace tandem::agreement {

struct Room {
  source::Range at{};  // empty: behind the last entry
  std::string before;  // what parts two entries: a comma, or a line break and the indentation
  bool is_empty = false;

  // The edit that writes `entry` ("deputy: sam") as the last one.
  [[nodiscard]] diag::Edit write(std::string_view entry) const {
    return {at, (is_empty ? "" : before) + std::string(entry)};
  }
  // The same behind the entry whose value is at `value`.
  [[nodiscard]] diag::Edit write_behind(source::Range value, std::string_view entry) const {
    return {{value.file, value.end, value.end}, before + std::string(entry)};
  }
};

// REQUIRES: the node is a map.
[[nodiscard]] Room room_in(const yaml::Node& node);

// What to take out so that the i-th item of a list goes, with what parts it from its neighbour; an empty range where
// that cannot be told: of the only item of a list, or between two files.
[[nodiscard]] source::Range without_item(std::span<const source::Range> items, std::size_t i);

}  // namespace tandem::agreement
