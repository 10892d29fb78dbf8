// What the words along the edges of a matrix sound like. Guesses from words alone, in one place; whoever asks weighs
// them. Internal to draft/'s matrices.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "draft/matrix_grid.h"

namespace tandem::draft {

// From 0 to 1: how much a label sounds like somebody ("Cloud adoption team", "CIO") and not like something to do. The
// last word decides: "Vendor support coordination" is nobody.
[[nodiscard]] double sounds_like_somebody(std::string_view label);

// "1", "2a", "3.1.4", "IV.", "#7": what numbers rows.
[[nodiscard]] bool is_item_number(std::string_view text);
// How many levels a number at the beginning of a label has: "1.2 Servers" has 2, "Servers" 0.
[[nodiscard]] std::size_t number_depth(std::string_view label);

enum class HeadingSort : std::uint8_t { Activity, Section, Number, Somebody, Remark, Unknown };
// What a heading says its column or row holds: "Task", "Phase", "#", "Role", "Comments".
[[nodiscard]] HeadingSort heading_sort(std::string_view heading);

// A row that explains letters: "R = Responsible", the cells `R` and `Responsible`, "Legend".
[[nodiscard]] bool is_legend_row(const Grid& grid, std::size_t row);

}  // namespace tandem::draft
