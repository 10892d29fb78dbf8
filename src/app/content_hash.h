// What a file's content is known by: its SHA-256, as events and stores have it.
#pragma once

#include <string_view>

#include "desk/attachment.h"

namespace tandem::app {

// O(size).
[[nodiscard]] desk::ContentHash hash_of(std::string_view content);

}  // namespace tandem::app
