// The API's words for enumerations that their own layer has no words for.
#pragma once

#include <string_view>

#include "app/registry_records.h"
#include "policy/spec.h"

namespace tandem::wire {

[[nodiscard]] std::string_view to_text(app::Role role);          // "member"
[[nodiscard]] std::string_view to_text(policy::PartyKind kind);  // "provider"

}  // namespace tandem::wire
