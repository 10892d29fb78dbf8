#include "draft/matrix_cell.h"

#include <doctest/doctest.h>

using namespace tandem::draft;

namespace {

// "A R(Config) ?S": the letters with their remarks, then others; or the kind of cell.
std::string drawn(std::string_view text) {
  const CellReading reading = read_matrix_cell(text);
  switch (reading.kind) {
    case CellKind::Blank: return "blank";
    case CellKind::None: return "none";
    case CellKind::Tick: return "tick";
    case CellKind::Shared: return "shared";
    case CellKind::Text: return "text";
    case CellKind::Letters:
    case CellKind::Other: break;
  }
  std::string out;
  for (const CellPart& part : reading.parts) {
    out += fmt::format("{}{}", out.empty() ? "" : " ", letter(part.part));
    if (!part.remark.words.empty()) out += fmt::format("({})", part.remark.words);
  }
  for (const std::string& other : reading.others) out += fmt::format("{}?{}", out.empty() ? "" : " ", other);
  return out;
}

}  // namespace

TEST_CASE("Letters stand alone, in a row, or joined by anything") {
  CHECK(drawn("A") == "A");
  CHECK(drawn("r") == "R");
  CHECK(drawn("AR") == "A R");
  CHECK(drawn("RA") == "R A");
  CHECK(drawn("ci") == "C I");
  CHECK(drawn("RACI") == "R A C I");
  for (const char* text : {"A/R", "A, R", "A & R", "A + R", "A;R", "A | R", "A and R", "A\nR", "A.R", "A-R", "A R"}) {
    CAPTURE(text);
    CHECK(drawn(text) == "A R");
  }
  CHECK(drawn("A/A") == "A");
}

TEST_CASE("Words stand for letters") {
  CHECK(drawn("Responsible") == "R");
  CHECK(drawn("accountable / consulted") == "A C");
  CHECK(drawn("INFORM") == "I");
}

TEST_CASE("Brackets belong to the letters before them") {
  CHECK(drawn("C (Technical Input)") == "C(Technical Input)");
  CHECK(drawn("A(Sev 3)") == "A(Sev 3)");
  CHECK(drawn("A & R (Config, Ops)") == "A(Config, Ops) R(Config, Ops)");
  CHECK(drawn("R (OT) & C (Reviews)") == "R(OT) C(Reviews)");
  CHECK(drawn("R (Sev 1-2), R (Sev 3)") == "R(Sev 1-2) R(Sev 3)");
  CHECK(drawn("R [day]") == "R(day)");
  CHECK(drawn("R (a (b) c)") == "R(a (b) c)");
  CHECK(drawn("R (never closed") == "R(never closed)");
  CHECK(drawn("R: does it") == "R(does it)");
  CHECK(drawn("R - does it") == "R(does it)");
}

TEST_CASE("Footnotes are passed over") {
  CHECK(drawn("A*") == "A");
  CHECK(drawn("A¹") == "A");
  CHECK(drawn("R2") == "R");
  CHECK(drawn("R (1)") == "R");
}

TEST_CASE("Nobody on purpose is told from nothing at all") {
  CHECK(drawn("") == "blank");
  CHECK(drawn("---") == "blank");
  for (const char* text : {"x", "X", "-", "–", "—", "n/a", "N/A", "none"}) {
    CAPTURE(text);
    CHECK(drawn(text) == "none");
  }
  CHECK(read_matrix_cell("X").is_x);
}

TEST_CASE("Other letters are kept, and words are words") {
  CHECK(drawn("S") == "?S");
  CHECK(drawn("R/S") == "R ?S");
  CHECK(drawn("Z") == "?Z");
  CHECK(drawn("TBD") == "?TBD");
  CHECK(drawn("?") == "??");
  CHECK(drawn("CIO") == "text");
  CHECK(drawn("QA") == "text");
  CHECK(drawn("Microsoft") == "text");
  CHECK(drawn("Älg") == "text");
  CHECK(drawn("1.2") == "text");
  CHECK(drawn("Approves") == "text");
}

TEST_CASE("Ticks and shared cells are known") {
  CHECK(drawn("✓") == "tick");
  CHECK(drawn("✅") == "tick");
  CHECK(drawn("Shared") == "shared");
  CHECK(drawn("shared (see note)") == "shared");
  CHECK(drawn("Both") == "shared");
}
