// One cell of a responsibility matrix: which letters stand in it, for which part, and what else is said.
//
//   read_matrix_cell("A & R (Config, Ops)")          // A and R, with the note "Config, Ops"
//   read_matrix_cell("R (Sev 1-2), C")               // R for severities 1 and 2, C for all
//   read_matrix_cell("–").kind                       // CellKind::None: nothing on purpose
//
// Letters may stand alone, in a row ("RA"), joined by anything, in small or full-width letters, or be written out
// ("Responsible"); marks of footnotes are passed over. A cell that says something else is a text, and the matrix around
// it decides what it means. Pure; linear.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "draft/matrix_scope.h"

namespace tandem::draft {

enum class Part : std::uint8_t { Responsible, Accountable, Consulted, Informed };
[[nodiscard]] char letter(Part part);

enum class CellKind : std::uint8_t {
  Blank,    // nothing, or only dashes drawn over the whole width
  None,     // said to be nobody: `X`, `-`, `N/A`
  Letters,  // some of R, A, C, I, perhaps with others
  Other,    // other letters only: `S`, `V`, `Q`
  Tick,     // ✓
  Shared,   // `Shared`, `Both`, `Joint`
  Text,     // words
};

struct CellPart {
  Part part;
  Remark remark;
};

struct CellReading {
  CellKind kind = CellKind::Blank;
  std::vector<CellPart> parts;
  std::vector<std::string> others;  // letters that are none of the four, and `TBD`, as written
  bool is_x = false;                // `X`: nobody in a matrix of letters, a tick in one without
};
[[nodiscard]] CellReading read_matrix_cell(std::string_view text);

// The part a word names: "Responsible", "accountable", "R"; nothing for another word.
[[nodiscard]] std::optional<Part> part_named(std::string_view word);
// What people mean by another letter: `S` is "supports"; empty when it is not known.
[[nodiscard]] std::string_view usual_meaning(std::string_view letter);

}  // namespace tandem::draft
