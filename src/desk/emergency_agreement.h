// The governed agreement, with what it says about emergencies and a second vendor.
#pragma once

#include "desk/governed_agreement.h"

namespace tandem::desk {

// malware: soc contains, dana communicates, helpdesk recovers, nora decides whether to pay.
// Critical news: harbor-it and nora. netco is a vendor, whose cases sam keeps; helpdesk is open day and night.
inline std::shared_ptr<const policy::Policy> emergency_agreement() {
  policy::Spec spec = governed_agreement()->spec();
  const auto person = [&](std::string_view name) {
    const auto found = std::ranges::find(spec.people, name, &policy::Person::name);
    return policy::PersonIndex{static_cast<std::uint32_t>(found - spec.people.begin())};
  };
  const auto team = [](std::uint32_t index) {
    return policy::Post{.team = {index}, .person = policy::PersonIndex::none()};
  };
  policy::Scenario malware;
  malware.name = "malware";
  malware.contain = team(3);
  malware.communicate = policy::Post{.team = policy::TeamIndex::none(), .person = person("dana")};
  malware.recover = team(2);
  malware.decide = {{.what = "pay", .who = person("nora")}};
  malware.at = {"agreement.yaml", 100};
  spec.governance.scenarios = {std::move(malware)};
  spec.governance.critical_news = policy::Audience{.teams = {{0}}, .people = {person("nora")}};
  spec.parties.push_back({.name = "netco",
                          .display = "NetCo",
                          .kind = policy::PartyKind::Vendor,
                          .handled_by = person("sam"),
                          .at = {"agreement.yaml", 13}});
  return policy::Policy::make(std::move(spec));
}

}  // namespace tandem::desk
