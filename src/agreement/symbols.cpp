#include "agreement/symbols.h"

#include <algorithm>

namespace tandem::agreement {

std::optional<source::Range> letters_of(std::string_view name, source::Range at) {
  const std::size_t size = at.end - at.begin;
  if (size == name.size()) return at;
  // A name has no character that quotes would need an escape for, so two more are the quotes.
  if (size == name.size() + 2) return source::Range{at.file, at.begin + 1, at.end - 1};
  return std::nullopt;
}

void Symbols::declare(Space space, std::string_view name, source::Range at) {
  const auto id = static_cast<SymbolId>(symbols_.size());
  if (!ids_[static_cast<std::size_t>(space)].emplace(std::string(name), id).second) return;
  symbols_.push_back({space, std::string(name), at});
  const auto dot = name.rfind('.');
  const std::string_view key = dot == std::string_view::npos ? name : name.substr(dot + 1);
  occurrences_.push_back({letters_of(key, at).value_or(at), id, true});
}

void Symbols::refer(Space space, std::string_view name, source::Range at) {
  const auto id = find(space, name);
  if (id) occurrences_.push_back({letters_of(name, at).value_or(at), *id, false});
}

void Symbols::settle() {
  std::ranges::stable_sort(occurrences_, {}, &Occurrence::at);
  of_.assign(symbols_.size(), {});
  for (std::uint32_t i = 0; i < occurrences_.size(); ++i) {
    of_[static_cast<std::size_t>(occurrences_[i].symbol)].push_back(i);
  }
}

std::optional<SymbolId> Symbols::find(Space space, std::string_view name) const {
  const auto& ids = ids_[static_cast<std::size_t>(space)];
  const auto found = ids.find(std::string(name));
  return found == ids.end() ? std::nullopt : std::optional(found->second);
}

std::vector<const Occurrence*> Symbols::at(source::FileId file, std::uint32_t offset) const {
  std::vector<const Occurrence*> found;
  // Names do not overlap unless they are the same letters, so the last that begins at or before the offset tells.
  auto end = std::ranges::upper_bound(occurrences_, std::pair(file, offset), {}, [](const Occurrence& occurrence) {
    return std::pair(occurrence.at.file, occurrence.at.begin);
  });
  while (end != occurrences_.begin()) {
    --end;
    if (end->at.file != file || end->at.end < offset) break;
    found.push_back(&*end);
  }
  std::ranges::reverse(found);
  return found;
}

std::vector<const Occurrence*> Symbols::occurrences(SymbolId id) const {
  std::vector<const Occurrence*> found;
  for (const std::uint32_t position : of_[static_cast<std::size_t>(id)]) found.push_back(&occurrences_[position]);
  return found;
}

}  // namespace tandem::agreement
