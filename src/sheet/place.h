// Where a cell stands in a spreadsheet, as people and programs write it: letters for the column, a number for the row.
//
//   to_text({.row = 6, .column = 2})     // "C7"
//   parse_place("C7")                    // {6, 2}
//
// The bounds are those of the format itself (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4; Excel's own limits): 1,048,576
// rows and 16,384 columns, the last cell being XFD1048576. What lies beyond is no place. Pure.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tandem::sheet {

inline constexpr std::uint32_t kMostRows = 1'048'576;
inline constexpr std::uint32_t kMostColumns = 16'384;

// Rows and columns count from 0 here and from 1 and A in text.
struct Place {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  auto operator<=>(const Place&) const = default;
};

// Both corners belong to it. `first` is above and left of `last`, or the same.
struct Area {
  Place first;
  Place last;
  auto operator<=>(const Area&) const = default;
};

[[nodiscard]] std::string to_text(Place place);
[[nodiscard]] std::string column_text(std::uint32_t column);  // 2 is "C"

// "C7", also "$C$7" and "c7"; nothing for anything else.
[[nodiscard]] std::optional<Place> parse_place(std::string_view text);
// "A1:D4", in either order of its corners, or one cell.
[[nodiscard]] std::optional<Area> parse_area(std::string_view text);

}  // namespace tandem::sheet
