#include "draft/cast.h"

#include <algorithm>

#include "base/check.h"
#include "draft/built_in.h"

namespace tandem::draft {

Cast invented_cast() {
  const yaml::Map* groups = built_in_tree("cast").root.map();
  TANDEM_CHECK(groups != nullptr);
  Cast cast;
  for (const yaml::Entry& entry : groups->entries) {
    CastGroup group{.name = entry.key,
                    .side = word_under(entry.value, "side") == "client" ? Side::Client : Side::Provider,
                    .what = word_under(entry.value, "what"),
                    .deputy_from = word_under(entry.value, "deputy_from"),
                    .people = {}};
    const yaml::Entry* people = entry.value.find("people");
    TANDEM_CHECK(people != nullptr && people->value.map() != nullptr);
    for (const yaml::Entry& one : people->value.map()->entries) {
      group.people.push_back({.key = one.key,
                              .name = word_under(one.value, "name"),
                              .title = word_under(one.value, "title"),
                              .invented = true});
    }
    cast.push_back(std::move(group));
  }
  return cast;
}

CastGroup& group_of(Cast& cast, std::string_view name) {
  const auto found = std::ranges::find(cast, name, &CastGroup::name);
  TANDEM_CHECK(found != cast.end());
  return *found;
}

const CastGroup& group_of(const Cast& cast, std::string_view name) {
  const auto found = std::ranges::find(cast, name, &CastGroup::name);
  TANDEM_CHECK(found != cast.end());
  return *found;
}

const CastMember& deputy_of(const Cast& cast, const CastGroup& group) {
  if (group.people.size() > 1) return group.people[1];
  TANDEM_CHECK(!group.people.empty());
  if (group.deputy_from.empty()) return group.people.front();
  const CastGroup& other = group_of(cast, group.deputy_from);
  TANDEM_CHECK(!other.people.empty());
  return other.people.front();
}

}  // namespace tandem::draft
