// What a Policy relies on in its Spec. A Spec comes from the compiler, which has told the author about every fault, or
// from a test: what is wrong there is our bug. One that was read back from bytes may have been made by anybody.
//
//   ensure_sound(spec);                                   // throws InternalError that names the condition
//   if (const auto fault = find_fault(spec)) refuse(*fault);
#pragma once

#include <optional>
#include <string_view>

#include "policy/spec.h"

namespace tandem::policy {

// The first thing that is wrong, in a few words: "a team has a member that is not there". Nothing when it is sound.
[[nodiscard]] std::optional<std::string_view> find_fault(const Spec& spec);
void ensure_sound(const Spec& spec);

}  // namespace tandem::policy
