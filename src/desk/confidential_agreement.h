// The governed agreement with work that only some may read.
#pragma once

#include "desk/governed_agreement.h"

namespace tandem::desk {

// Named: malware is luis's and mei's; `inquiry`, which is no category besides, tess's and dana's.
// Luis is of harbor-it and harbor-apps, mei of soc, dana leads harbor-it, tess is of no team.
inline std::shared_ptr<const policy::Policy> confidential_agreement() {
  policy::Spec spec = governed_agreement()->spec();
  const auto person = [&](std::string_view name) {
    const auto found = std::ranges::find(spec.people, name, &policy::Person::name);
    return policy::PersonIndex{static_cast<std::uint32_t>(found - spec.people.begin())};
  };
  spec.governance.confidential = {
      {.name = "malware", .read = {person("luis"), person("mei")}, .at = {"agreement.yaml", 95}},
      {.name = "inquiry", .read = {person("tess"), person("dana")}, .at = {"agreement.yaml", 96}}};
  return policy::Policy::make(std::move(spec));
}

}  // namespace tandem::desk
