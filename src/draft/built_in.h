// The data of drafts that is built into the program: the texts of agreements in layers, questions, weights and red
// flags. They are files beside the code, for they are read, argued about and changed as texts.
//
//   built_in_text("night-desk");              // the file's text
//   const yaml::Node& tree = built_in_tree("cast").root;
//
// A file that is missing or cannot be read is a bug of ours and stops the program; the tests read every one of them.
// The trees live as long as the program. Thread-safe.
#pragma once

#include <string_view>

#include "source/source_map.h"
#include "yaml/node.h"

namespace tandem::draft {

// `name` is the file's, without folder and ending.
[[nodiscard]] std::string_view built_in_text(std::string_view name);

struct BuiltInTree {
  source::SourceMap sources;
  yaml::Node root;
};
[[nodiscard]] const BuiltInTree& built_in_tree(std::string_view name);

// What stands under `key` of a map, as one word or as several. REQUIRES: they are words; a missing key is empty.
[[nodiscard]] std::string word_under(const yaml::Node& map, std::string_view key);
[[nodiscard]] std::vector<std::string> words_under(const yaml::Node& map, std::string_view key);

}  // namespace tandem::draft
