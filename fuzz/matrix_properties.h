// What must hold of every spreadsheet, whatever its bytes; see properties.h.
#pragma once

#include <string_view>

namespace tandem::fuzz {

// Reading a workbook and the matrices in it: every cell's range lies in its sheet's source, cells are in order, every
// place of a matrix and of a finding lies in its text; a draft is written of whatever matrix there is, and it binds
// without structural errors.
void hold_matrix(std::string_view input);

}  // namespace tandem::fuzz
