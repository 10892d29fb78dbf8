// A responsibility matrix as it was found in a spreadsheet: who is what for which activity, and where it says so. The
// model between recognising a table (matrix_reader.h), finding its faults (matrix_faults.h) and writing a draft
// agreement from it (matrix_draft.h). Values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "draft/matrix_cell.h"
#include "source/source_map.h"

namespace tandem::draft {

// A column of the usual matrix: a party, a team or a person's post.
struct MatrixRole {
  std::string name;
  std::string group;  // what a second row of headings puts it under; may be empty
  source::Range at;
};

struct MatrixPart {
  std::size_t role = 0;  // position in Matrix::roles
  Part part = Part::Responsible;
  Remark remark;
  source::Range at;  // the cell
};

// A cell that says something, but none of the four letters.
struct MatrixOther {
  std::size_t role = 0;
  std::string words;
  source::Range at;
};

struct MatrixActivity {
  std::string name;     // as written, with its number when that stands in the same cell
  std::string section;  // may be empty
  source::Range at;
  std::vector<MatrixPart> parts;
  std::vector<MatrixOther> others;
  std::vector<source::Range> shared;  // cells that say `Shared`
};

// A name that stands twice in one table where it may stand once. Both places are read as one: what they say is put
// together.
struct MatrixRepeat {
  enum class Of : std::uint8_t { Role, Activity };
  Of of = Of::Role;
  std::string name;
  source::Range at;
  source::Range first;
};

enum class MatrixLayout : std::uint8_t {
  Letters,  // roles over columns, activities in rows, letters in cells
  Turned,   // activities over columns, roles in rows
  Names,    // the four letters over columns, names in cells
  Owners,   // each cell names who owns a row's matter in a column's setting
  Ticks,    // marks instead of letters: who does what
};

struct Matrix {
  std::string sheet;  // empty where sheets have no names
  std::string title;  // of the sheet, or the heading over the table; may be empty
  MatrixLayout layout = MatrixLayout::Letters;
  source::Range at;  // the first heading
  std::vector<MatrixRole> roles;
  std::vector<MatrixActivity> activities;  // different ones
  std::vector<MatrixRepeat> repeated;
  ScopeSpace scopes;
};

}  // namespace tandem::draft
