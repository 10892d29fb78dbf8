#include "sheet/place.h"

#include <algorithm>

namespace tandem::sheet {
namespace {

constexpr std::uint32_t kLetters = 26;

// The number a letter stands for, from 1; 0 for what is none.
std::uint32_t letter_value(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<std::uint32_t>(c - 'A') + 1;
  if (c >= 'a' && c <= 'z') return static_cast<std::uint32_t>(c - 'a') + 1;
  return 0;
}

}  // namespace

std::string column_text(std::uint32_t column) {
  std::string text;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / kLetters) {
    text.insert(text.begin(), static_cast<char>('A' + (rest - 1) % kLetters));
  }
  return text;
}

std::string to_text(Place place) {
  return fmt::format("{}{}", column_text(place.column), place.row + 1);
}

std::optional<Place> parse_place(std::string_view text) {
  if (text.starts_with('$')) text.remove_prefix(1);
  std::uint32_t column = 0;
  while (!text.empty() && letter_value(text.front()) > 0) {
    column = column * kLetters + letter_value(text.front());
    if (column > kMostColumns) return std::nullopt;
    text.remove_prefix(1);
  }
  if (text.starts_with('$')) text.remove_prefix(1);
  std::uint32_t row = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), row);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || column == 0 || row == 0 || row > kMostRows) return std::nullopt;
  return Place{.row = row - 1, .column = column - 1};
}

std::optional<Area> parse_area(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto one = parse_place(text.substr(0, colon));
  const auto other = colon == std::string_view::npos ? one : parse_place(text.substr(colon + 1));
  if (!one || !other) return std::nullopt;
  return Area{.first = {std::min(one->row, other->row), std::min(one->column, other->column)},
              .last = {std::max(one->row, other->row), std::max(one->column, other->column)}};
}

}  // namespace tandem::sheet
