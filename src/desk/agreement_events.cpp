#include "desk/agreement_events.h"

#include <algorithm>
#include <array>

namespace tandem::desk {
namespace {

// In the order of the variant.
constexpr std::array<std::string_view, std::variant_size_v<AgreementEventData>> kNames{
    "draft-begun",        "draft-saved",      "draft-dropped",  "draft-commented",
    "agreement-proposed", "agreement-signed", "proposal-ended", "version-agreed"};

template <std::size_t... kIndexes>
AgreementEventData make(std::size_t index, std::index_sequence<kIndexes...>) {
  AgreementEventData data;
  ((index == kIndexes ? static_cast<void>(data.emplace<kIndexes>()) : static_cast<void>(0)), ...);
  return data;
}

}  // namespace

std::string_view name_of(const AgreementEventData& data) {
  return kNames.at(data.index());
}

std::optional<AgreementEventData> make_agreement_event_data(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return make(static_cast<std::size_t>(found - kNames.begin()), std::make_index_sequence<kNames.size()>{});
}

}  // namespace tandem::desk
