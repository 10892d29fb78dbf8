// The numbers in the paths of the API: of hand-offs, files, actions, drafts.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

#include "http/request.h"

namespace tandem::http {

// A number from 1 that stands in the path under that name; nothing for anything else, which then is the number of
// nothing.
[[nodiscard]] inline std::optional<std::uint32_t> number_in(const Request& request, std::string_view name) {
  const std::string& text = request.param(name);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number == 0) return std::nullopt;
  return number;
}

}  // namespace tandem::http
