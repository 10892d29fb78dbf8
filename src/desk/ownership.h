// Who owns an item and why, as it was decided at one moment. Kept in events, so that history stays explained by the
// text that was in force then.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "desk/names.h"

namespace tandem::desk {

struct Owner {
  PartyName party;
  TeamName team;
  PersonName person;  // empty: the team has it, nobody in particular
  bool operator==(const Owner&) const = default;
};

struct Reason {
  std::string kind;  // policy::to_text(ReasonKind), or `hand-off`, `taken`, `kept`, `recorded`
  std::string text;  // one sentence
  std::string file;  // of the agreement; empty when no line of it is the reason
  std::uint32_t line = 0;
  bool operator==(const Reason&) const = default;
};

struct Ownership {
  Owner owner;
  PersonName accountable;
  ActivityName activity;
  std::uint32_t agreement_version = 0;
  bool gap = false;  // nobody of the owner is there now
  std::vector<Reason> reasons;
  bool operator==(const Ownership&) const = default;
};

}  // namespace tandem::desk
