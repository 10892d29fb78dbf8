#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {
namespace {

// The vendor whose team it is; null for everybody else's.
const Party* vendor_of(const Agreement& agreement, policy::TeamIndex index) {
  const Team& team = agreement.teams[index.value];
  if (!team.party.good()) return nullptr;
  const Party& party = agreement.parties[team.party.value.index.value];
  return party.kind.good() && party.kind.value == policy::PartyKind::Vendor ? &party : nullptr;
}

// The team that keeps the vendor's cases: whoever handles them leads it, or else is in it.
const Team* keeper_of(const Agreement& agreement, const Party& vendor) {
  if (!vendor.handled_by.good()) return nullptr;
  const policy::PersonIndex handler = vendor.handled_by.value.index;
  const Team* has_them = nullptr;
  for (std::uint32_t i = 0; i < agreement.teams.size(); ++i) {
    const Team& team = agreement.teams[i];
    if (!team.party.good() || vendor_of(agreement, {i}) != nullptr) continue;
    if (team.lead.good() && team.lead.value.index == handler) return &team;
    const bool is_member =
        std::ranges::find(team.members.value, handler, &PersonRef::index) != team.members.value.end();
    if (has_them == nullptr && is_member) has_them = &team;
  }
  return has_them;
}

class VendorSearch {
 public:
  VendorSearch(const Agreement& agreement, Reports& reports) : agreement_(agreement), reports_(reports) {}

  void look_at_matrix() {
    for (const Activity& activity : agreement_.activities) {
      if (!activity.responsible.good()) continue;
      look_at_owner({"functions", activity.name}, activity.responsible.value,
                    fmt::format("be responsible for `{}`", activity.name));
    }
  }

  void look_at_rules() {
    for (std::size_t i = 0; i < agreement_.routing.size(); ++i) {
      const RoutingRule& rule = agreement_.routing[i];
      if (!rule.to.good()) continue;
      const std::string position = fmt::format("{}", i + 1);
      const std::string name = rule.name.good() ? rule.name.value : fmt::format("rule {}", position);
      look_at_owner({"routing", name, position}, rule.to.value,
                    rule.name.good() ? fmt::format("own what rule `{}` sends", name) : "own what a rule sends");
    }
  }

  void look_at_covers() {
    for (const Team& team : agreement_.teams) {
      for (std::size_t i = 0; i < team.cover.value.size(); ++i) look_at_cover(team, i);
    }
  }

 private:
  diag::Finding* add(ReportPlace place, const TeamRef& named, const std::string& to_do) {
    const Party* vendor = named.index.is_none() ? nullptr : vendor_of(agreement_, named.index);
    if (vendor == nullptr) return nullptr;
    auto& finding =
        reports_.insist(diag::Kind::NoOwner, std::move(place), named.at,
                        fmt::format("`{}` is a team of the vendor `{}`, and nobody of it works at this desk: "
                                    "it cannot {}",
                                    named.name, vendor->key.value, to_do));
    finding.note(vendor->kind.at, fmt::format("`{}` is a vendor", vendor->key.value));
    return &finding;
  }

  void look_at_owner(ReportPlace place, const TeamRef& named, const std::string& to_do) {
    diag::Finding* finding = add(std::move(place), named, to_do);
    if (finding == nullptr) return;
    const Team* keeper = keeper_of(agreement_, *vendor_of(agreement_, named.index));
    if (keeper == nullptr) {
      finding->suggest("name a team of the client or of a provider, which keeps the case while the vendor works on it");
      return;
    }
    finding->suggest(
        {.words = fmt::format("name `{}`, which keeps the case while the vendor works on it", keeper->key.value),
         .edits = {{named.at, keeper->key.value}}});
  }

  void look_at_cover(const Team& team, std::size_t position) {
    const auto& cover = team.cover.value;
    diag::Finding* finding =
        add({"teams", team.key.value}, cover[position], fmt::format("cover for `{}`", team.key.value));
    if (finding == nullptr) return;
    std::vector<source::Range> items;
    for (const TeamRef& each : cover) items.push_back(each.at);
    diag::Repair repair{.words = "take it out, and name a team of the client or of a provider that is there then"};
    if (const auto gone = without_item(items, position)) repair.edits = {{*gone, ""}};
    finding->suggest(std::move(repair));
  }

  const Agreement& agreement_;
  Reports& reports_;
};

}  // namespace

// A vendor's people are not at this desk: its cases are kept by a team of those who are. Nothing can be proved of an
// owner that can never act, so it is refused where it is named and the proof knows none.
void check_vendor_as_owner(const Agreement& agreement, Reports& reports) {
  VendorSearch search(agreement, reports);
  search.look_at_matrix();
  search.look_at_rules();
  search.look_at_covers();
}

}  // namespace tandem::agreement
