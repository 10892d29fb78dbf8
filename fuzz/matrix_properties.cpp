#include "matrix_properties.h"

#include <algorithm>

#include "agreement/compile.h"
#include "base/check.h"
#include "base/utf8.h"
#include "draft/matrix_draft.h"
#include "draft/matrix_faults.h"
#include "draft/matrix_reader.h"
#include "sheet/read.h"

namespace tandem::fuzz {
namespace {

using diag::Kind;

void hold_sheet(const sheet::Sheet& sheet) {
  TANDEM_ENSURE(!base::find_bad_utf8(sheet.source));
  TANDEM_ENSURE(std::ranges::is_sorted(sheet.cells, {}, &sheet::Cell::at));
  for (const sheet::Cell& cell : sheet.cells) {
    TANDEM_ENSURE(cell.begin <= cell.end && cell.end <= sheet.source.size());
    TANDEM_ENSURE(!cell.text.empty() && !base::find_bad_utf8(cell.text));
    TANDEM_ENSURE(cell.at.row < sheet::kMostRows && cell.at.column < sheet::kMostColumns);
  }
}

void hold_range(const source::SourceMap& sources, source::Range at) {
  TANDEM_ENSURE(static_cast<std::size_t>(at.file) < sources.size());
  TANDEM_ENSURE(at.begin <= at.end && at.end <= sources.text(at.file).size());
}

void hold_activities(const draft::MatrixReading& reading) {
  for (const draft::Matrix& matrix : reading.matrices) {
    for (const draft::MatrixRole& role : matrix.roles) hold_range(reading.sources, role.at);
    diag::Findings findings;
    draft::find_faults(matrix, findings);
    for (const diag::Finding& finding : findings.all()) hold_range(reading.sources, finding.at);
    for (const draft::MatrixActivity& activity : matrix.activities) {
      TANDEM_ENSURE(!activity.name.empty());
      hold_range(reading.sources, activity.at);
      for (const draft::MatrixPart& part : activity.parts) TANDEM_ENSURE(part.role < matrix.roles.size());
    }
  }
}

// What a draft may not have: the faults of a matrix are none of these.
void hold_draft(const std::string& text) {
  const auto compiled = agreement::compile_bundle({.root = "agreement.yaml", .files = {{"agreement.yaml", text}}}, {});
  for (const diag::Finding& finding : compiled.findings.all()) {
    const bool structural = finding.kind == Kind::Syntax || finding.kind == Kind::UnknownKey ||
                            finding.kind == Kind::DuplicateKey || finding.kind == Kind::MissingKey ||
                            finding.kind == Kind::WrongType || finding.kind == Kind::BadValue ||
                            finding.kind == Kind::UnknownReference;
    TANDEM_ENSURE(!structural);
  }
}

void hold_named(std::string_view input, std::string_view file) {
  const auto book = sheet::read_workbook(input, file);
  if (!book) {
    TANDEM_ENSURE(!book.error().message.empty());
    return;
  }
  TANDEM_ENSURE(!book->sheets.empty());
  for (const sheet::Sheet& sheet : book->sheets) hold_sheet(sheet);
  const auto reading = draft::read_matrices(*book, file, {});
  if (!reading) return;
  hold_activities(*reading);
  const auto draft =
      draft::write_draft(reading->matrices, {.engagement = "fuzz",
                                             .from = std::string(file),
                                             .effective = std::chrono::year(2026) / std::chrono::October / 1});
  if (draft) hold_draft(draft->text);
}

}  // namespace

void hold_matrix(std::string_view input) {
  hold_named(input, "matrix.csv");
  if (!input.starts_with("PK")) hold_named(input, "matrix.md");
}

}  // namespace tandem::fuzz
