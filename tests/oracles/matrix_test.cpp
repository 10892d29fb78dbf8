// Answers of others: responsibility matrices that were published with their faults. Each is written as CSV, as XLSX by
// another library and as Markdown, read back, and must have exactly the faults that are listed.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <boost/json.hpp>
#include <filesystem>

#include "draft/matrix_faults.h"
#include "draft/matrix_reader.h"
#include "oracle_file.h"
#include "sheet/read.h"

using namespace tandem;

namespace {

using Rows = std::vector<std::vector<std::string>>;
using Faults = std::multiset<std::string>;  // "two-accountable: Backup"

std::string text_of(const json::Value& value) {
  return std::string(value.as_string());
}

// ---- writers ----

std::string as_csv(const Rows& rows) {
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string quoted;
      for (const char c : row[i]) quoted += c == '"' ? "\"\"" : std::string(1, c);
      out += fmt::format("{}\"{}\"", i == 0 ? "" : ",", quoted);
    }
    out += "\r\n";
  }
  return out;
}

std::string as_markdown(const Rows& rows) {
  std::string out = "# Matrix\n\n";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (const std::string& cell : rows[r]) out += fmt::format("| {} ", cell.empty() && r > 0 ? " " : cell);
    out += "|\n";
    if (r > 0) continue;
    for (std::size_t i = 0; i < rows[r].size(); ++i) out += "|---";
    out += "|\n";
  }
  return out;
}

std::string as_xlsx(const Rows& rows) {
  const auto path = std::filesystem::temp_directory_path() / fmt::format("tandem-oracle-{}.xlsx", ::getpid());
  lxw_workbook* book = workbook_new(path.c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(book, "RACI");
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c].empty()) continue;
      worksheet_write_string(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c), rows[r][c].c_str(), nullptr);
    }
  }
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::remove(path);
  return bytes;
}

// ---- what we find ----

struct Found {
  Faults faults;
  std::vector<draft::Matrix> matrices;
  std::vector<std::string> places;
};

Found find(const std::string& bytes, const std::string& file) {
  const auto book = sheet::read_workbook(bytes, file);
  REQUIRE_MESSAGE(book.has_value(), book.error().message);
  auto reading = draft::read_matrices(*book, file, {});
  REQUIRE_MESSAGE(reading.has_value(), reading.error().message);
  Found found;
  for (const draft::Matrix& matrix : reading->matrices) {
    diag::Findings findings;
    draft::find_faults(matrix, findings);
    for (const diag::Finding& finding : findings.all()) {
      const std::size_t begin = finding.message.find('`') + 1;
      found.faults.insert(fmt::format("{}: {}", diag::info(finding.kind).name,
                                      finding.message.substr(begin, finding.message.find('`', begin) - begin)));
      found.places.emplace_back(reading->sources.place(finding.at).cell);
      const bool warning = finding.kind == diag::Kind::NoResponsible;
      CHECK(finding.level() == (warning ? diag::Level::Warning : diag::Level::Error));
    }
  }
  found.matrices = std::move(reading->matrices);
  return found;
}

// Reads the table in all three forms; they must agree with what is expected, and with each other.
void expect_faults(const Rows& rows, const Faults& expected) {
  for (const auto& [bytes, file] : {std::pair{as_csv(rows), "raci.csv"}, std::pair{as_xlsx(rows), "raci.xlsx"},
                                    std::pair{as_markdown(rows), "raci.md"}}) {
    CAPTURE(file);
    const Found found = find(bytes, file);
    Faults missing;
    Faults surplus;
    std::ranges::set_difference(expected, found.faults, std::inserter(missing, missing.end()));
    std::ranges::set_difference(found.faults, expected, std::inserter(surplus, surplus.end()));
    CHECK_MESSAGE(missing.empty(), fmt::format("not found: {}", fmt::join(missing, "; ")));
    CHECK_MESSAGE(surplus.empty(), fmt::format("not expected: {}", fmt::join(surplus, "; ")));
  }
}

// ---- the published matrices ----

enum class Sections { None, InRows, Column };

Rows rows_of(const json::Object& matrix, Sections sections, bool with_notes) {
  std::vector<std::string> heading;
  if (sections == Sections::Column) heading.emplace_back("Section");
  heading.emplace_back("Activity");
  for (const auto& party : matrix.at("parties").as_array()) heading.push_back(text_of(party));
  const std::size_t width = heading.size();
  Rows rows{std::move(heading)};
  std::string last;
  for (const auto& value : matrix.at("rows").as_array()) {
    const json::Object& row = value.as_object();
    const std::string section = row.at("section").is_string() ? text_of(row.at("section")) : "";
    if (sections == Sections::InRows && !section.empty() && section != last) {
      rows.push_back({section});
      rows.back().resize(width);
    }
    last = section;
    auto& cells = rows.emplace_back();
    if (sections == Sections::Column) cells.push_back(section);
    cells.push_back(text_of(row.at("activity")));
    for (const auto& party : matrix.at("parties").as_array()) {
      std::string cell = text_of(row.at("cells").at(party.as_string()));
      const auto* notes = with_notes ? row.if_contains("notes") : nullptr;
      if (const auto* note = notes == nullptr ? nullptr : notes->as_object().if_contains(party.as_string()))
        cell += fmt::format(" ({})", text_of(*note));
      cells.push_back(std::move(cell));
    }
  }
  return rows;
}

Faults published_faults(const json::Object& matrix) {
  static const std::map<std::string, std::string> kNames = {{"no_accountable", "no-accountable"},
                                                            {"several_accountable", "two-accountable"},
                                                            {"no_responsible", "no-responsible"}};
  Faults faults;
  for (const auto& value : matrix.at("expected").as_array()) {
    faults.insert(fmt::format("{}: {}", kNames.at(text_of(value.at("kind"))), text_of(value.at("activity"))));
  }
  return faults;
}

bool has_sections(const json::Object& matrix) {
  return std::ranges::all_of(matrix.at("rows").as_array(), [](const json::Value& row) {
    return row.at("section").is_string() && !row.at("section").as_string().empty();
  });
}

}  // namespace

TEST_CASE("published matrices have exactly the faults that are listed, by their letters") {
  const auto data = oracles::oracle("grc/published_raci.json");
  if (!data) return;
  for (const auto& value : data->at("matrices").as_array()) {
    const json::Object& matrix = value.as_object();
    CAPTURE(text_of(matrix.at("id")));
    const Faults faults = published_faults(matrix);
    expect_faults(rows_of(matrix, Sections::None, false), faults);
    if (!has_sections(matrix)) continue;
    expect_faults(rows_of(matrix, Sections::InRows, false), faults);
    expect_faults(rows_of(matrix, Sections::Column, false), faults);
  }
}

// The list counts letters. Read with its brackets, one row is in order: `A (Sev 3-4 Triage)` and `A (Forensics, Sev
// 1-2)`.
TEST_CASE("published matrices with their brackets differ where a scope tells two names apart") {
  const auto data = oracles::oracle("grc/published_raci.json");
  if (!data) return;
  for (const auto& value : data->at("matrices").as_array()) {
    const json::Object& matrix = value.as_object();
    CAPTURE(text_of(matrix.at("id")));
    Faults faults = published_faults(matrix);
    faults.erase("two-accountable: 18 Incident Response (Triage & Remediation)");
    expect_faults(rows_of(matrix, has_sections(matrix) ? Sections::InRows : Sections::None, true), faults);
  }
}

TEST_CASE("published sections and roles are recognised") {
  const auto data = oracles::oracle("grc/published_raci.json");
  if (!data) return;
  for (const auto& value : data->at("matrices").as_array()) {
    const json::Object& matrix = value.as_object();
    CAPTURE(text_of(matrix.at("id")));
    if (!has_sections(matrix)) continue;
    for (const Sections sections : {Sections::InRows, Sections::Column}) {
      const Found found = find(as_csv(rows_of(matrix, sections, true)), "raci.csv");
      REQUIRE(found.matrices.size() == 1);
      const draft::Matrix& read = found.matrices.front();
      REQUIRE(read.activities.size() == matrix.at("rows").as_array().size());
      for (std::size_t i = 0; i < read.activities.size(); ++i) {
        const auto& row = matrix.at("rows").as_array()[i];
        CHECK(read.activities[i].name == text_of(row.at("activity")));
        CHECK(read.activities[i].section == text_of(row.at("section")));
      }
      REQUIRE(read.roles.size() == matrix.at("parties").as_array().size());
      for (std::size_t i = 0; i < read.roles.size(); ++i)
        CHECK(read.roles[i].name == text_of(matrix.at("parties").as_array()[i]));
    }
  }
}

TEST_CASE("published matrices with activities over columns are turned, and those with roles are not") {
  const auto data = oracles::oracle("grc/microsoft_raci.json");
  if (!data) return;
  for (const auto& value : data->at("raci").as_array()) {
    const json::Object& matrix = value.as_object();
    CAPTURE(text_of(matrix.at("matrix")));
    const auto& functions = matrix.at("functions").as_array();
    Rows turned{{""}};
    for (const auto& function : functions) turned.front().push_back(text_of(function));
    Rows upright(functions.size() + 1);
    upright.front().emplace_back("");
    for (std::size_t i = 0; i < functions.size(); ++i) upright[i + 1].push_back(text_of(functions[i]));
    for (const auto& team : matrix.at("teams").as_object()) {
      turned.push_back({std::string(team.key())});
      upright.front().emplace_back(team.key());
      for (std::size_t i = 0; i < functions.size(); ++i) {
        turned.back().push_back(text_of(team.value()).substr(i, 1));
        upright[i + 1].push_back(text_of(team.value()).substr(i, 1));
      }
    }
    const auto& expected = matrix.at("expected").as_object();
    CHECK(expected.at("not_exactly_one_accountable").as_array().empty());
    Faults faults;
    for (const auto& name : expected.at("no_responsible").as_array())
      faults.insert(fmt::format("no-responsible: {}", text_of(name)));
    expect_faults(turned, faults);
    expect_faults(upright, faults);

    const Found found = find(as_csv(turned), "raci.csv");
    CHECK(found.matrices.front().layout == draft::MatrixLayout::Turned);
    for (const draft::MatrixActivity& activity : found.matrices.front().activities) {
      CAPTURE(activity.name);
      std::map<draft::Part, std::set<std::string>> by_part;
      for (const draft::MatrixPart& part : activity.parts)
        by_part[part.part].insert(found.matrices.front().roles[part.role].name);
      const auto& wanted = expected.at("per_function").at(activity.name).as_object();
      for (const auto& [part, key] :
           {std::pair{draft::Part::Accountable, "accountable"}, std::pair{draft::Part::Responsible, "responsible"}}) {
        std::set<std::string> names;
        for (const auto& name : wanted.at(key).as_array()) names.insert(text_of(name));
        CHECK(by_part[part] == names);
      }
    }
  }
}

TEST_CASE("a table of shared responsibility is reported where it is shared, and nowhere else") {
  const auto data = oracles::oracle("grc/microsoft_raci.json");
  if (!data) return;
  const auto& table = data->at("shared_responsibility").as_object();
  Rows rows{{"Responsibility"}};
  for (const auto& column : table.at("columns").as_array()) rows.front().push_back(text_of(column));
  Faults faults;
  std::set<std::string> cells;
  for (const auto& row : table.at("rows").as_object()) {
    rows.push_back({std::string(row.key())});
    for (const auto& owner : row.value().as_array()) {
      rows.back().push_back(text_of(owner));
      if (rows.back().back() != "Shared") continue;
      const std::size_t column = rows.back().size() - 1;
      faults.insert(fmt::format("shared-unsplit: {}, {}", std::string(row.key()), rows.front()[column]));
      cells.insert(fmt::format("{}{}", static_cast<char>('A' + column), rows.size()));
    }
  }
  CHECK(faults.size() == 4);
  expect_faults(rows, faults);
  const Found found = find(as_csv(rows), "shared.csv");
  CHECK(std::set<std::string>(found.places.begin(), found.places.end()) == cells);
}
