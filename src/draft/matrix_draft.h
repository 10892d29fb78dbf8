// Writes a draft agreement from the matrices of a workbook. It binds without structural errors, so that `tandem check`
// tells exactly what is left; what no matrix says (who people are, when teams are there, how quickly they answer) and
// what is a guess is marked `to be filled in` where it stands.
//
//   const MatrixDraft draft = *write_draft(reading.matrices, {.engagement = "raci", .from = "raci.xlsx", .effective =
//   today}); draft.text                                           // agreement.yaml agreement::compile_bundle({.files =
//   {{"agreement.yaml", draft.text}}}, {});
//
// The faults of the matrix stay in the draft as the faults they are in an agreement: two accountable as a list, none as
// none. Pure; fails (BadInput) when a matrix has more activities than an agreement can hold.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "draft/matrix.h"

namespace tandem::draft {

inline constexpr std::string_view kToFillIn = "to be filled in";
inline constexpr std::size_t kMostActivities = 5'000;  // with their categories and names this stays far below 4 MiB

struct DraftHeading {
  std::string engagement;                 // kebab-case is made of it
  std::string from;                       // the file's name, told in the first line
  std::chrono::year_month_day effective;  // a day must stand there; marked to be filled in
};

struct MatrixDraft {
  std::string text;
  std::size_t parties = 0;
  std::size_t teams = 0;
  std::size_t functions = 0;
  std::size_t activities = 0;
  std::size_t rules = 0;
  std::size_t marks = 0;             // places marked `to be filled in`
  std::vector<std::string> guesses;  // "`msp` is a provider: `msp` is a word for a provider"
};

[[nodiscard]] base::Result<MatrixDraft> write_draft(std::span<const Matrix> matrices, const DraftHeading& heading);

}  // namespace tandem::draft
