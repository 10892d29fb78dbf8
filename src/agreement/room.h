// Where another key can be written into a map of the text, in the map's own form: between braces, or on a line of its
// own.
//
//   if (activity.room) finding.suggest({.words = "…", .edits = {activity.room->write(activity.deputy, "deputy",
//   "sam")}});
//
// Plain values; they say where and how, and check nothing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "agreement/located.h"
#include "diag/finding.h"
#include "source/source_map.h"
#include "yaml/node.h"

namespace tandem::agreement {

struct Room {
  source::Range at{};  // empty: behind the last entry
  std::string before;  // what parts two entries: a comma, or a line break and the indentation
  bool is_empty = false;

  // The edit that gives a key its value: behind the key where that stands in the text already, else as the last entry.
  // REQUIRES: the field is absent.
  template <class T>
  [[nodiscard]] diag::Edit write(const Field<T>& field, std::string_view key, std::string_view value) const {
    if (field.is_left_empty()) return {field.at, " " + std::string(value)};
    return {at, (is_empty ? "" : before) + std::string(key) + ": " + std::string(value)};
  }
};

// Nothing when the node is no map, or is one without braces that has nothing in it.
[[nodiscard]] std::optional<Room> room_in(const yaml::Node& node);

// What to take out so that the i-th item of a list goes, with what parts it from its neighbour; nothing where that
// cannot be told: of the only item of a list, or between two files.
[[nodiscard]] std::optional<source::Range> without_item(std::span<const source::Range> items, std::size_t i);

}  // namespace tandem::agreement
