// Reading the cursors that clients hand back, part by part from the front; what is read is taken off. Private to this
// folder.
#pragma once

#include <charconv>
#include <string_view>

namespace tandem::app {

template <class Number>
[[nodiscard]] bool take_number(std::string_view& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

[[nodiscard]] inline bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace tandem::app
