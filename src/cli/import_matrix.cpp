#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "agreement/compile.h"
#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "cli/counted.h"
#include "cli/finding_pages.h"
#include "cli/new_file.h"
#include "cli/questioning.h"
#include "cli/replace_file.h"
#include "diag/render.h"
#include "draft/matrix_draft.h"
#include "draft/matrix_faults.h"
#include "draft/matrix_reader.h"
#include "sheet/read.h"

namespace tandem::cli {
namespace {

namespace fs = std::filesystem;

std::string_view shape_of(draft::MatrixLayout layout) {
  switch (layout) {
    case draft::MatrixLayout::Letters: return "letters, roles over columns";
    case draft::MatrixLayout::Turned: return "letters, activities over columns";
    case draft::MatrixLayout::Names: return "names under the letters";
    case draft::MatrixLayout::Owners: return "an owner in each cell";
    case draft::MatrixLayout::Ticks: return "ticks, read as R";
  }
  return "letters";
}

// What was recognised, so that a person sees at once when a table was taken for something else.
void print_matrix(const draft::Matrix& matrix, std::string_view file, std::FILE* out) {
  std::vector<std::string_view> sections;
  for (const draft::MatrixActivity& activity : matrix.activities) {
    if (!activity.section.empty() && std::ranges::find(sections, activity.section) == sections.end())
      sections.push_back(activity.section);
  }
  fmt::print(out, "{}{}: {}, {}{} ({})\n", file, matrix.sheet.empty() ? "" : fmt::format(", sheet `{}`", matrix.sheet),
             counted(matrix.roles.size(), "role", "roles"), counted(matrix.activities.size(), "activity", "activities"),
             sections.empty() ? "" : " in " + counted(sections.size(), "section", "sections"), shape_of(matrix.layout));
  const auto print_list = [&](std::string_view what, const auto& names) {
    fmt::print(out, "  {}: {}\n", what, fmt::join(names, "; "));
  };
  std::vector<std::string> roles;
  for (const draft::MatrixRole& role : matrix.roles)
    roles.push_back(role.group.empty() ? role.name : fmt::format("{} ({})", role.name, role.group));
  print_list("roles", roles);
  if (!sections.empty()) print_list("sections", sections);
}

void print_verdict(const diag::Findings& findings, std::FILE* out) {
  const auto errors = findings.count(diag::Level::Error);
  const auto warnings = findings.count(diag::Level::Warning);
  if (errors + warnings == 0) {
    fmt::print(out, "the matrix holds: nothing found\n");
  } else {
    fmt::print(out, "the matrix {}: {}, {}\n", errors == 0 ? "holds" : "does not hold",
               counted(errors, "error", "errors"), counted(warnings, "warning", "warnings"));
  }
}

// Where `-o` puts the draft: a file when it is named like one, else `agreement.yaml` in a folder.
std::string place_of_draft(const std::string& output) {
  const fs::path path(output);
  if (path.extension() == ".yaml" || path.extension() == ".yml") return output;
  return (path / "agreement.yaml").string();
}

// "45 no-deputy, 2 uncovered-hours": what the check says of the draft.
std::string what_is_left(const std::string& text, const calendar::Date& today) {
  const agreement::Bundle bundle{.root = "agreement.yaml", .files = {{"agreement.yaml", text}}};
  const auto compiled = agreement::compile_bundle(bundle, {.today = today});
  std::map<std::pair<diag::Level, std::string_view>, std::size_t> counts;
  for (const diag::Finding& finding : compiled.findings.all())
    ++counts[{finding.level(), diag::info(finding.kind).name}];
  std::vector<std::string> words;
  for (const auto& [kind, count] : counts) words.push_back(fmt::format("{} {}", count, kind.second));
  if (compiled.findings.left_out() > 0) words.push_back(fmt::format("{} more", compiled.findings.left_out()));
  return words.empty() ? "nothing" : fmt::format("{}", fmt::join(words, ", "));
}

void print_draft(const draft::MatrixDraft& draft, const std::string& place, const calendar::Date& today,
                 std::FILE* out) {
  fmt::print(out, "the draft: {}, {}, {}, {}, {}\n", counted(draft.parties, "party", "parties"),
             counted(draft.teams, "team", "teams"), counted(draft.functions, "function", "functions"),
             counted(draft.activities, "activity", "activities"),
             counted(draft.rules, "routing rule", "routing rules"));
  for (const std::string& guess : draft.guesses) fmt::print(out, "  {}\n", guess);
  fmt::print(out, "  {} marked `{}`\n", counted(draft.marks, "place is", "places are"), draft::kToFillIn);
  if (place.empty()) {
    fmt::print(out, "nothing was written: `-o FOLDER` writes the draft\n");
    return;
  }
  fmt::print(out, "  `tandem check {}` finds what is left: {}\n", place, what_is_left(draft.text, today));
  fmt::print(out, "written: {}\n", place);
}

base::Result<> write_draft_to(const std::string& place, const std::string& text, bool force) {
  auto written = write_new_file(place, text);
  if (written || !std::filesystem::is_regular_file(place)) return written;
  if (!force) {
    return base::fail(base::ErrorCode::Conflict,
                      fmt::format("{} is there already: `--force` puts the draft in its place", place));
  }
  TANDEM_TRY(const std::string before, read_small_file(place));
  const std::filesystem::path path(place);
  return replace_file(path.parent_path(), path.filename().string(), before, text);
}

struct Imported {
  draft::MatrixReading reading;
  diag::Findings findings;
  draft::MatrixDraft draft;
};

base::Result<Imported> read(const ImportMatrix& command, const calendar::Date& today, std::FILE* err) {
  TANDEM_TRY(const sheet::Workbook book, sheet::read_workbook_file(command.file));
  for (const std::string& remark : book.remarks) fmt::print(err, "note: {}\n", remark);
  Imported imported;
  TANDEM_TRY(imported.reading, draft::read_matrices(book, command.file, command.sheet));
  for (const draft::Matrix& matrix : imported.reading.matrices) draft::find_faults(matrix, imported.findings);
  imported.findings.arrange(0);
  const draft::DraftHeading heading{.engagement = fs::path(command.file).stem().string(),
                                    .from = fs::path(command.file).filename().string(),
                                    .effective = today};
  TANDEM_TRY(imported.draft, draft::write_draft(imported.reading.matrices, heading));
  return imported;
}

void print_findings(const ImportMatrix& command, const Imported& imported, const Environment& environment,
                    std::FILE* out) {
  const auto& [reading, findings, draft] = imported;
  switch (command.format) {
    case Format::Json:
      fmt::print(out, "{}\n",
                 diag::render_json(findings, reading.sources, {.file = command.file, .agreement = std::nullopt}));
      return;
    case Format::Sarif:
      fmt::print(out, "{}\n",
                 diag::render_sarif(findings, reading.sources, {.version = TANDEM_VERSION, .page = page_of}));
      return;
    case Format::Text: fmt::print(out, "{}", diag::render_text(findings, reading.sources, text_style(environment)));
  }
}

}  // namespace

int run(const ImportMatrix& command, const Environment& environment) {
  const bool draft_on_output = command.output == "-";
  if (draft_on_output && command.format != Format::Text)
    return could_not_run(environment, "standard output takes the draft or the findings, not both: give -o a folder");
  const calendar::Date today = *day_of("", environment.clock);
  const auto imported = read(command, today, environment.err);
  if (!imported) return could_not_run(environment, imported.error().message);

  std::FILE* const out = draft_on_output ? environment.err : environment.out;
  print_findings(command, *imported, environment, out);
  const std::string place = command.output.empty() || draft_on_output ? "" : place_of_draft(command.output);
  if (!place.empty()) {
    const auto written = write_draft_to(place, imported->draft.text, command.force);
    if (!written) return could_not_run(environment, written.error().message);
  }
  if (command.format == Format::Text && !command.findings_only) {
    if (!imported->findings.all().empty()) fmt::print(out, "\n");
    for (const draft::Matrix& matrix : imported->reading.matrices) print_matrix(matrix, command.file, out);
    print_verdict(imported->findings, out);
    if (!draft_on_output) print_draft(imported->draft, place, today, out);
  }
  if (draft_on_output) fmt::print(environment.out, "{}", imported->draft.text);
  return imported->findings.has_errors() ? kFaultsFound : kDone;
}

}  // namespace tandem::cli
