// What the language takes at a place of the text, as the binder asked for it: which names, which words, which keys.
// Editors offer it. Filled while binding, where each value is read, so that nothing is offered that would be refused.
//
//   if (const ValuePlace* value = places.value_at(file, offset)) value->expected.spaces;     // Team, Person
//   if (const KeyPlace* key = places.key_at(file, offset)) key->construct->keys();           // "party", "lead" …
//
// Single-threaded while it is filled; const use is safe from many threads afterwards.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/names.h"
#include "agreement/vocabulary.h"

namespace tandem::agreement {

// Lists that are too long to be noted at each place.
enum class KnownNames : std::uint8_t { None, HolidaySets, TimeZones };

struct Expected {
  std::vector<Space> spaces{};            // a name of one of these
  std::vector<std::string_view> words{};  // or one of these, which live as long as the program
  KnownNames known = KnownNames::None;    // or one of those
  std::string_view form{};                // what it must look like, when no list can tell: "a date that exists, …"
};

struct ValuePlace {
  source::Range at{};
  Expected expected;
};

struct KeyPlace {
  source::Range at{};
  std::string key;
  const Construct* construct = nullptr;  // the keys the map takes; null: its author chooses, perhaps from `expected`
  Expected expected{};
};

class Places {
 public:
  void add(ValuePlace place) { values_.push_back(std::move(place)); }
  void add(KeyPlace place) { keys_.push_back(std::move(place)); }
  void settle();

  // The one that holds the offset, or ends there; null: none does.
  [[nodiscard]] const ValuePlace* value_at(source::FileId file, std::uint32_t offset) const;
  [[nodiscard]] const KeyPlace* key_at(source::FileId file, std::uint32_t offset) const;
  [[nodiscard]] std::span<const KeyPlace> keys() const { return keys_; }

 private:
  std::vector<ValuePlace> values_;
  std::vector<KeyPlace> keys_;
};

}  // namespace tandem::agreement
