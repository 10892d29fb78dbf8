// The words of the language for who asks and where work comes from. Pure.
#pragma once

#include <string_view>

#include "policy/spec.h"

namespace tandem::policy {

[[nodiscard]] std::string_view to_text(RequesterKind kind);  // "vip"
[[nodiscard]] std::string_view to_text(WorkSource source);   // "alert"

}  // namespace tandem::policy
