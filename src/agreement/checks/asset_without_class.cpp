#include <fmt/format.h>

#include <map>

#include "agreement/checks/checks.h"

namespace tandem::agreement {
namespace {

// As names are written in an agreement: "Teller station" is `teller-station`.
std::string as_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const bool parts = c == ' ' || c == '_' || c == '-';
    if (parts && (name.empty() || name.back() == '-')) continue;
    name += parts ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return name;
}

std::string others_text(std::size_t others) {
  if (others == 0) return "";
  return fmt::format(" and {} other {}", others, others == 1 ? "asset" : "assets");
}

}  // namespace

// Assets of one unknown class are one finding, at the first of them, and so are those that have none.
void check_asset_without_class(const Agreement& agreement, const AssetList& assets, source::FileId file,
                               Reports& reports) {
  if (agreement.section("asset_classes").presence == Presence::Wrong) return;
  std::vector<std::string_view> declared;
  for (const AssetClass& each : agreement.asset_classes) declared.push_back(each.key.value);
  std::map<std::string, std::vector<const AssetRow*>> by_class;
  for (const AssetRow& row : assets.rows) {
    const std::string name = as_name(row.asset_class.text);
    if (std::ranges::find(declared, name) == declared.end()) by_class[name].push_back(&row);
  }
  for (const auto& [name, rows] : by_class) {
    const AssetRow& first = *rows.front();
    const std::string which = fmt::format("`{}`{}", first.name.text, others_text(rows.size() - 1));
    if (name.empty()) {
      reports
          .add(diag::Kind::AssetWithoutClass, {"assets", first.name.text}, {file, first.name.begin, first.name.end},
               fmt::format("{} no class: nothing says who looks after {}",
                           rows.size() == 1 ? which + " has" : which + " have", rows.size() == 1 ? "it" : "them"))
          .suggest("give it one of the classes under `asset_classes`");
      continue;
    }
    auto& finding = reports.add(
        diag::Kind::AssetWithoutClass, {"assets", name}, {file, first.asset_class.begin, first.asset_class.end},
        fmt::format("the agreement has no class `{}`: nothing says who looks after {}", name, which));
    if (const auto near = diag::did_you_mean(name, declared)) {
      finding.suggest(fmt::format("did you mean `{}`?", *near));
    } else {
      finding.suggest(fmt::format("declare it: `asset_classes: {{{}: {{requires: [FUNCTION.ACTIVITY]}}}}`", name));
    }
  }
}

}  // namespace tandem::agreement
