#include "agreement/diff/describe.h"

namespace tandem::agreement::diff {
namespace {

std::vector<Described> names_only(const std::vector<Located<std::string>>& names) {
  std::vector<Described> out;
  for (const auto& name : names) out.push_back({name.value, name.at});
  return out;
}

}  // namespace

std::vector<Described> describe_sites(const Reading& text) {
  return names_only(text.agreement().sites);
}

std::vector<Described> describe_departments(const Reading& text) {
  return names_only(text.agreement().departments);
}

std::vector<Described> describe_asset_classes(const Reading& text) {
  std::vector<Described> out;
  for (const AssetClass& each : text.agreement().asset_classes) {
    out.push_back({text.name(Space::AssetClass, each.key.value),
                   each.key.at,
                   {{"requires", text.names(Space::Activity, each.requires_.value)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff
