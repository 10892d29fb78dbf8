// The people of a draft, in the groups its layers speak of: the client's IT people, the provider's desk, its security
// team and so on. Until real people are named, a group has invented ones with real roles.
//
//   Cast cast = invented_cast();
//   *find_group(cast, "it") …           // {key: it-manager, name: Dana Whitfield, …}, …
//
// Plain values, pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::draft {

enum class Side : std::uint8_t { Client, Provider };

struct CastMember {
  std::string key;    // the name the agreement's text has for them
  std::string name;   // the name people have for them
  std::string title;  // may be empty
  bool invented = false;
};

// The first of the people leads, the second is the deputy.
struct CastGroup {
  std::string name;
  Side side = Side::Client;
  std::string what;         // "the service desk"
  std::string deputy_from;  // the group whose first is the deputy where there is no second; may be empty
  std::vector<CastMember> people;
};
using Cast = std::vector<CastGroup>;

[[nodiscard]] Cast invented_cast();
// REQUIRES: the group is there.
[[nodiscard]] CastGroup& group_of(Cast& cast, std::string_view name);
[[nodiscard]] const CastGroup& group_of(const Cast& cast, std::string_view name);
// The second of the group, else who stands in for a second. Never empty in a cast whose groups have people.
[[nodiscard]] const CastMember& deputy_of(const Cast& cast, const CastGroup& group);

}  // namespace tandem::draft
