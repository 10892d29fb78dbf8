#include "desk/tags.h"

#include "desk/rules.h"

namespace tandem::desk {
namespace {

std::vector<std::string> sorted(std::vector<std::string> words) {
  std::ranges::sort(words);
  const auto doubles = std::ranges::unique(words);
  words.erase(doubles.begin(), doubles.end());
  return words;
}

}  // namespace

bool is_tag(std::string_view word) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  };
  if (word.empty() || word.size() > kMaxTagLength || !is_letter(word.front()) || !is_letter(word.back())) return false;
  return std::ranges::all_of(word, [&](char c) { return is_letter(c) || c == '-'; });
}

Decision decide_on(const ChangeTags& command, const Case& given) {
  if (auto no = given.standing.must_belong("change its tags")) return *std::move(no);
  const std::vector<std::string>& tags = given.ticket.tags;
  const auto is_there = [&](const std::string& word) { return std::ranges::binary_search(tags, word); };
  TagsChanged changed{.added = sorted(command.add), .removed = sorted(command.remove)};
  for (const std::string& word : changed.added) {
    if (is_tag(word)) continue;
    return refuse(RefusalKind::BadTag, "add",
                  fmt::format("`{}` is no tag: a word in lower case, of letters, digits and hyphens, at most {} long",
                              word, kMaxTagLength));
  }
  std::erase_if(changed.added, is_there);
  std::erase_if(changed.removed, [&](const std::string& word) {
    return !is_there(word) || std::ranges::find(command.add, word) != command.add.end();
  });
  if (changed.added.empty() && changed.removed.empty())
    return refuse(RefusalKind::NoChange, {}, "the tags are so already");
  if (tags.size() + changed.added.size() - changed.removed.size() > kMaxTags)
    return refuse(RefusalKind::BadTag, "add", fmt::format("a ticket has at most {} tags", kMaxTags));
  return Events{given.event(std::move(changed))};
}

}  // namespace tandem::desk
