#include "agreement/expected.h"

#include <algorithm>

namespace tandem::agreement {
namespace {

// Places of one kind do not overlap, except that a value may have been asked for twice; the later one counts.
template <class Place>
const Place* find_at(const std::vector<Place>& places, source::FileId file, std::uint32_t offset) {
  const auto after = std::ranges::upper_bound(
      places, std::pair(file, offset), {}, [](const Place& place) { return std::pair(place.at.file, place.at.begin); });
  if (after == places.begin()) return nullptr;
  const Place& place = *std::prev(after);
  return place.at.file == file && offset <= place.at.end ? &place : nullptr;
}

}  // namespace

void Places::settle() {
  std::ranges::stable_sort(values_, {}, &ValuePlace::at);
  std::ranges::stable_sort(keys_, {}, &KeyPlace::at);
}

const ValuePlace* Places::value_at(source::FileId file, std::uint32_t offset) const {
  return find_at(values_, file, offset);
}

const KeyPlace* Places::key_at(source::FileId file, std::uint32_t offset) const {
  return find_at(keys_, file, offset);
}

}  // namespace tandem::agreement
