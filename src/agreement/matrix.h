// The responsibility matrix: functions with their activities, the categories of work and the classes of things, as
// the text says it. Plain values.
#pragma once

#include "agreement/amounts.h"
#include "agreement/located.h"
#include "agreement/room.h"

namespace tandem::agreement {

enum class FunctionKind : std::uint8_t { Operational, Strategic };
enum class Role : std::uint8_t { Decide, Monitor, Remediate };
using policy::Risk;

// What a word under `accountable` means. Only a person can answer for an activity; the checks say so.
struct AccountableWord {
  std::string name;
  source::Range at{};
  policy::PersonIndex person{};  // none: it names a team or a party, or nothing at all (which has been reported)
  std::optional<std::string> other_kind;  // "a team", "a party"
  source::Range other_at{};               // where that is declared
  policy::TeamIndex team{};               // when it is a team
  bool in_list = false;                   // written as an item of a list, be it the only one
};

struct Limits {
  Field<Money> spend;
  Field<Risk> risk;
};

// Work that recurs, for each asset of a class or for the engagement as a whole.
struct Duty {
  Field<Length> every;
  Field<AssetClassRef> asset_class;
  Field<std::string> evidence;
  Field<Length> grace;
  std::optional<Room> room;
};

struct Activity {
  Located<std::string> key;  // "restart"
  std::string name;          // "servers.restart"
  std::size_t function = 0;  // position in Agreement::functions
  Field<TeamRef> responsible;
  Field<std::vector<AccountableWord>> accountable;
  Field<PersonRef> deputy;
  Field<std::vector<TeamOrPerson>> consulted;
  Field<std::vector<TeamOrPerson>> informed;
  Field<Role> role;
  Field<std::vector<Located<std::string>>> may;
  Field<Limits> limits;
  Field<Duty> duty;
  std::optional<Room> room;
};

struct Function {
  Located<std::string> key;
  Field<FunctionKind> kind;
  Field<bool> security;
  std::vector<std::size_t> activities;  // positions in Agreement::activities
};

struct Category {
  Located<std::string> name;  // nested maps are joined by dots
  Field<ActivityRef> activity;
};

struct AssetClass {
  Located<std::string> key;
  Field<std::vector<ActivityRef>> requires_;
};

}  // namespace tandem::agreement
