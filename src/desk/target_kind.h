// The two things that the agreement promises for a priority: an answer, and an end.
#pragma once

#include <cstdint>
#include <string_view>

namespace tandem::desk {

enum class TargetKind : std::uint8_t { Respond, Resolve };
[[nodiscard]] std::string_view to_text(TargetKind kind);  // "respond", "resolve"

}  // namespace tandem::desk
