// File addresses as editors write them (RFC 8089, RFC 3986): "file:///srv/harbor%20cu/agreement.yaml".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tandem::lsp {

// The absolute path, without `.` and `..`; nothing for other schemes, other hosts, and what is badly escaped.
[[nodiscard]] std::optional<std::string> path_of(std::string_view uri);
// REQUIRES: an absolute path.
[[nodiscard]] std::string uri_of(std::string_view path);

}  // namespace tandem::lsp
