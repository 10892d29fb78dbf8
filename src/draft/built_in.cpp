#include "draft/built_in.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "base/check.h"
#include "draft_texts.h"

namespace tandem::draft {
namespace {

// A key without a value is how a comma inside a sentence shows that nobody has put in quotes.
bool is_whole(const yaml::Node& node) {
  if (const auto* scalar = node.scalar()) return scalar->style != yaml::Style::Absent;
  if (const auto* list = node.list()) return std::ranges::all_of(list->items, is_whole);
  return std::ranges::all_of(node.map()->entries, [](const yaml::Entry& entry) { return is_whole(entry.value); });
}

}  // namespace

std::string_view built_in_text(std::string_view name) {
  for (const auto& [stem, text] : embedded::draft_texts_h_files) {
    if (stem == name) return text();
  }
  TANDEM_CHECK(false);
  return {};
}

const BuiltInTree& built_in_tree(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, BuiltInTree, std::less<>> trees;
  const std::lock_guard lock(mutex);
  if (const auto found = trees.find(name); found != trees.end()) return found->second;
  BuiltInTree tree;
  diag::Findings findings;
  const auto file = tree.sources.add(std::string(name), std::string(built_in_text(name)));
  auto root = yaml::parse(tree.sources, file, findings);
  TANDEM_CHECK(root.has_value() && findings.all().empty() && is_whole(*root));
  tree.root = *std::move(root);
  return trees.emplace(name, std::move(tree)).first->second;
}

std::string word_under(const yaml::Node& map, std::string_view key) {
  const yaml::Entry* entry = map.find(key);
  if (entry == nullptr) return {};
  TANDEM_CHECK(entry->value.scalar() != nullptr);
  return entry->value.scalar()->text;
}

std::vector<std::string> words_under(const yaml::Node& map, std::string_view key) {
  const yaml::Entry* entry = map.find(key);
  if (entry == nullptr) return {};
  if (entry->value.scalar() != nullptr) return {entry->value.scalar()->text};
  TANDEM_CHECK(entry->value.list() != nullptr);
  std::vector<std::string> words;
  for (const yaml::Node& item : entry->value.list()->items) {
    TANDEM_CHECK(item.scalar() != nullptr);
    words.push_back(item.scalar()->text);
  }
  return words;
}

}  // namespace tandem::draft
