// A value of the agreement together with where it stands in the text.
//
//   Located<std::string> name;         // always there
//   Field<std::string> title;          // the text may leave it out, or get it wrong
//   if (title.good()) greet(title.value);
//
// A Field that is Wrong has been reported already: whoever meets one says nothing more, so that one mistake yields
// one message. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "policy/spec.h"
#include "source/source_map.h"

namespace tandem::agreement {

template <class T>
struct Located {
  T value{};
  source::Range at{};
};

enum class Presence : std::uint8_t { Absent, Wrong, Good };

template <class T>
struct Field {
  Presence presence = Presence::Absent;
  T value{};  // of a Wrong list: the items that could be read
  source::Range
      at{};  // the value's range; of an Absent field: empty, and where the value belongs if the key stands there

  // Whether the key stands in the text, with nothing behind it. A value is never the first thing of a text.
  [[nodiscard]] bool is_left_empty() const { return absent() && at.end > 0; }

  [[nodiscard]] bool absent() const { return presence == Presence::Absent; }
  [[nodiscard]] bool good() const { return presence == Presence::Good; }
};

// A name written in the text and the declared thing it means: a position in the Agreement's vector of that thing.
template <class Index>
struct Ref {
  std::string name;
  source::Range at{};
  Index index{};  // none: the name is declared nowhere, which has been reported
};

using policy::DecisionIndex;
using PathIndex = policy::Index<struct PathTag>;
using HolidaySetIndex = policy::Index<struct HolidaySetTag>;

using PartyRef = Ref<policy::PartyIndex>;
using PersonRef = Ref<policy::PersonIndex>;
using TeamRef = Ref<policy::TeamIndex>;
using CalendarRef = Ref<policy::CalendarIndex>;
using ActivityRef = Ref<policy::ActivityIndex>;
using CategoryRef = Ref<policy::CategoryIndex>;
using PriorityRef = Ref<policy::PriorityIndex>;
using SiteRef = Ref<policy::SiteIndex>;
using DepartmentRef = Ref<policy::DepartmentIndex>;
using AssetClassRef = Ref<policy::AssetClassIndex>;
using DecisionRef = Ref<DecisionIndex>;
using PathRef = Ref<PathIndex>;

// Where the language takes a team as well as a person. Exactly one index is set.
struct TeamOrPerson {
  std::string name;
  source::Range at{};
  policy::TeamIndex team{};
  policy::PersonIndex person{};
};

}  // namespace tandem::agreement
