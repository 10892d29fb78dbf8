#include "draft/layer.h"

#include <ranges>

#include "base/check.h"
#include "base/plain_text.h"
#include "draft/built_in.h"
#include "draft/words.h"

namespace tandem::draft {
namespace {

std::pair<std::string, std::string> name_and_rest(std::string_view text) {
  const auto space = std::min(text.find(' '), text.size());
  return {std::string(text.substr(0, space)), std::string(base::trimmed(text.substr(space)))};
}

}  // namespace

Layer built_in_layer(std::string_view name) {
  Layer layer{.name = std::string(name), .provides = {}, .requires_ = {}, .values = {}, .items = {}, .slots = {}};
  std::string* open_slot = nullptr;
  bool is_prose = true;  // until the first mark
  for (const auto part : std::views::split(built_in_text(name), '\n')) {
    const std::string_view line(part.begin(), part.end());
    if (!line.starts_with('@')) {
      if (open_slot != nullptr && !line.empty()) *open_slot += std::string(line) + '\n';
      TANDEM_CHECK(open_slot != nullptr || is_prose || line.empty());
      continue;
    }
    is_prose = false;
    open_slot = nullptr;
    const auto [mark, rest] = name_and_rest(line.substr(1));
    if (mark == "provides") {
      layer.provides.push_back(rest);
    } else if (mark == "requires") {
      layer.requires_.push_back(rest);
    } else if (mark == "set") {
      layer.values.push_back(name_and_rest(rest));
    } else if (mark == "item") {
      layer.items.push_back(name_and_rest(rest));
    } else {
      TANDEM_CHECK(mark == "slot");
      open_slot = &layer.slots.emplace_back(rest, "").second;
    }
  }
  return layer;
}

}  // namespace tandem::draft
