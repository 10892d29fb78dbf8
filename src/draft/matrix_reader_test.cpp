#include "draft/matrix_reader.h"

#include <doctest/doctest.h>

#include "sheet/read.h"

using namespace tandem;
using namespace tandem::draft;

namespace {

MatrixReading read(std::string_view text, std::string_view file = "raci.csv") {
  const auto book = sheet::read_workbook(text, file);
  REQUIRE(book.has_value());
  auto reading = read_matrices(*book, file, {});
  REQUIRE_MESSAGE(reading.has_value(), reading.error().message);
  return *std::move(reading);
}

// One line for each activity: "Section > Activity: CIO=A, MSP=R(Sev 1)".
std::string drawn(const Matrix& matrix) {
  std::string out;
  for (const MatrixActivity& activity : matrix.activities) {
    out += activity.section.empty() ? activity.name : fmt::format("{} > {}", activity.section, activity.name);
    out += ':';
    std::string_view mark;
    for (const MatrixPart& part : activity.parts) {
      const MatrixRole& role = matrix.roles[part.role];
      const std::string group = role.group.empty() ? "" : role.group + "/";
      const std::string words = part.remark.words.empty() ? "" : fmt::format("({})", part.remark.words);
      out += fmt::format("{} {}{}={}{}", mark, group, role.name, letter(part.part), words);
      mark = ",";
    }
    for (const MatrixOther& other : activity.others)
      out += fmt::format(" {}?{}", matrix.roles[other.role].name, other.words);
    for (std::size_t i = 0; i < activity.shared.size(); ++i) out += " shared";
    out += '\n';
  }
  return out;
}

std::string drawn(std::string_view text, std::string_view file = "raci.csv") {
  const MatrixReading reading = read(text, file);
  REQUIRE(reading.matrices.size() == 1);
  return drawn(reading.matrices.front());
}

}  // namespace

TEST_CASE("The plain matrix: roles over columns, activities in rows") {
  const MatrixReading reading = read("Activity,CIO,MSP\nPatching,A,R\nBackup,I,A/R (Ops)\n");
  CHECK(drawn(reading.matrices.front()) == "Patching: CIO=A, MSP=R\nBackup: CIO=I, MSP=A(Ops), MSP=R(Ops)\n");
  const source::Place place = reading.sources.place(reading.matrices.front().activities[1].parts[1].at);
  CHECK(place.cell == "C3");
  CHECK(place.line == 3);
}

TEST_CASE("In Markdown a matrix of one row is judged by itself, whatever tables stand beside it") {
  CHECK(drawn("| Post | Name | Phone |\n|---|---|---|\n| Lead | Ann | 1 |\n| Desk | Sam | 2 |\n\n"
              "## Servers\n\n| Activity | CIO | MSP |\n|---|---|---|\n| Patching | A | R |\n\n"
              "| Term | Meaning | Where |\n|---|---|---|\n| SLA | how fast | here |\n| P1 | all stands | there |\n"
              "| P2 | some stands | there |\n\n"
              "## Backup\n\n| Activity | CIO | MSP |\n|---|---|---|\n| Restoring | I | A/R |\n",
              "raci.md") == "Servers > Patching: CIO=A, MSP=R\nBackup > Restoring: CIO=I, MSP=A, MSP=R\n");
}

TEST_CASE("Titles above, blank rows and notes below are passed over") {
  CHECK(drawn("RACI Matrix,,\n,,\nTask,CIO,MSP\nPatching,A,R\n,,\nBackup,I,A\n,,\nLast changed in May,,\n") ==
        "Patching: CIO=A, MSP=R\nBackup: CIO=I, MSP=A\n");
}

TEST_CASE("Sections stand in rows or in a column of their own") {
  constexpr std::string_view kExpected = "Ops > Patching: CIO=A, MSP=R\nOps > Backup: MSP=A\nSecurity > SIEM: MSP=A\n";
  CHECK(drawn("Activity,CIO,MSP\nOps,,\nPatching,A,R\nBackup,,A\nSecurity,,\nSIEM,,A\n") == kExpected);
  CHECK(drawn("Area,Activity,CIO,MSP\nOps,Patching,A,R\n,Backup,,A\nSecurity,SIEM,,A\n") == kExpected);
  CHECK(drawn("Activity,CIO,MSP\nOps,---,---\nPatching,A,R\nBackup,,A\nSecurity,---,---\nSIEM,,A\n") == kExpected);
  CHECK(drawn("#,Activity,CIO,MSP\nOps,,,\n1,Patching,A,R\n2,Backup,,A\nSecurity,,,\n3,SIEM,,A\n") == kExpected);
}

TEST_CASE("An activity that nobody has is no section") {
  CHECK(drawn("Activity,CIO,MSP\nPatching,A,R\nRestore tests,,\nBackup,,A\n") ==
        "Patching: CIO=A, MSP=R\nRestore tests:\nBackup: MSP=A\n");
  CHECK(drawn("Activity,CIO,MSP\nOps,,\nPatching,A,R\nRestore tests,,\nSecurity,,\nSIEM,,A\n") ==
        "Ops > Patching: CIO=A, MSP=R\nOps > Restore tests:\nSecurity > SIEM: MSP=A\n");
  CHECK(drawn("#,Activity,CIO,MSP\n1,Ops,,\n1.1,Patching,A,R\n1.2,Restore tests,,\n1.3,Backup,,A\n") ==
        "Ops > Patching: CIO=A, MSP=R\nOps > Restore tests:\nOps > Backup: MSP=A\n");
  CHECK(drawn("Activity,CIO,MSP\n1 Ops,,\n1.1 Patching,A,R\n1.2 Restore tests,,\n1.3 Backup,,A\n") ==
        "1 Ops > 1.1 Patching: CIO=A, MSP=R\n1 Ops > 1.2 Restore tests:\n1 Ops > 1.3 Backup: MSP=A\n");
  CHECK(drawn("Activity,CIO,MSP\nOps,,\nPatching,A,R\nDecommissioning,-,-\n") ==
        "Ops > Patching: CIO=A, MSP=R\nOps > Decommissioning:\n");
  CHECK(drawn("Activity,CIO,MSP\nOps,,\nPatching,A,R\nRestore tests,,\n") ==
        "Ops > Patching: CIO=A, MSP=R\nOps > Restore tests:\n");
}

TEST_CASE("A turned matrix is turned back") {
  constexpr std::string_view kExpected = "Solution delivery: Cloud team=A, MSP=C\nGovernance: Cloud team=R, MSP=A\n";
  CHECK(drawn(",Solution delivery,Governance\nCloud team,A,R\nMSP,C,A\n") == kExpected);
  CHECK(drawn("Role,Solution delivery,Governance\nCloud team,A,R\nMSP,C,A\n") == kExpected);
  CHECK(read(",Solution delivery,Governance\nCloud team,A,A\n").matrices.front().layout == MatrixLayout::Turned);
  CHECK(read("Function,MSP\nSolution delivery,A\nGovernance,A\n").matrices.front().layout == MatrixLayout::Letters);
}

TEST_CASE("Legends are no activities") {
  CHECK(drawn("Activity,CIO,MSP\nPatching,A,R\n\nR = Responsible,,\nA = Accountable,,\nS = Support,,\n") ==
        "Patching: CIO=A, MSP=R\n");
  CHECK(drawn("R,Responsible,\nA,Accountable,\nC,Consulted,\nActivity,CIO,MSP\nPatching,A,R\n") ==
        "Patching: CIO=A, MSP=R\n");
  CHECK(drawn("\"R: Responsible, A: Accountable\",,\nActivity,CIO,MSP\nPatching,A,R\n") == "Patching: CIO=A, MSP=R\n");
}

TEST_CASE("Two rows of headings are parties and their posts") {
  CHECK(drawn(",Client,,Provider,\nActivity,CIO,IT,Desk,SOC\nPatching,A,I,R,C\n") ==
        "Patching: Client/CIO=A, Client/IT=I, Provider/Desk=R, Provider/SOC=C\n");
}

TEST_CASE("Names under the letters are roles") {
  CHECK(drawn("Task,Responsible,Accountable,Consulted,Informed\nPatching,\"Desk, "
              "SOC\",CIO,,Board\nBackup,Desk,Desk,CIO (Sev 1),-\n") ==
        "Patching: Desk=R, SOC=R, CIO=A, Board=I\nBackup: Desk=R, Desk=A, CIO=C(Sev 1)\n");
}

TEST_CASE("A row that has each letter once is no row of headings") {
  CHECK(drawn("Task,CIO,IT,Desk\nPatching,C (Sev 1-2),A (Sev 1-4),R (Sev 1-4)\nBackup,I,A,R\n") ==
        "Patching: CIO=C(Sev 1-2), IT=A(Sev 1-4), Desk=R(Sev 1-4)\nBackup: CIO=I, IT=A, Desk=R\n");
  CHECK(drawn(",R,A,C\nPatching,Desk,CIO,SOC\nBackup,Desk,CIO,\n") ==
        "Patching: Desk=R, CIO=A, SOC=C\nBackup: Desk=R, CIO=A\n");
}

TEST_CASE("Ticks say who does what") {
  CHECK(drawn("Task,CIO,MSP\nPatching,,X\nBackup,✓,✓\n") == "Patching: MSP=R\nBackup: CIO=R, MSP=R\n");
}

TEST_CASE("X is nobody where there are letters") {
  CHECK(drawn("Task,CIO,MSP\nPatching,X,A\nBackup,R,X\n") == "Patching: MSP=A\nBackup: CIO=R\n");
}

TEST_CASE("Owners in cells own what they stand for") {
  CHECK(drawn("Matter,On-premises,SaaS\nData,Customer,Customer\nDevices,Customer,Shared\nHosts,Customer,"
              "Microsoft\nNetwork,N/A,Microsoft\n") ==
        "On-premises > Data: Customer=A, Customer=R\nOn-premises > Devices: Customer=A, Customer=R\n"
        "On-premises > Hosts: Customer=A, Customer=R\nSaaS > Data: Customer=A, Customer=R\nSaaS > Devices: shared\n"
        "SaaS > Hosts: Microsoft=A, Microsoft=R\nSaaS > Network: Microsoft=A, Microsoft=R\n");
}

TEST_CASE("Other letters and words are kept for their report") {
  CHECK(drawn("Task,CIO,MSP\nPatching,A,S\nBackup,R,to be agreed\nRestore,A,Shared\n") ==
        "Patching: CIO=A MSP?S\nBackup: CIO=R MSP?to be agreed\nRestore: CIO=A shared\n");
}

TEST_CASE("Several tables of one sheet are one matrix, each under its heading") {
  CHECK(drawn("# RACI\n\n## Ops\n\n| Task | CIO | MSP |\n|---|---|---|\n| **Patching** | A | R |\n\n## Security\n\n"
              "| Task | MSP | CIO |\n|---|---|---|\n| SIEM | A | I |\n\n## Levels\n\nProse.\n",
              "raci.md") == "Ops > Patching: CIO=A, MSP=R\nSecurity > SIEM: MSP=A, CIO=I\n");
  CHECK(drawn("Task,CIO,MSP\nPatching,A,R\nTask,CIO,MSP\nSIEM,I,A\n") ==
        "Patching: CIO=A, MSP=R\nSIEM: CIO=I, MSP=A\n");
}

TEST_CASE("Sections whose other cells are drawn through stand in the column of numbers") {
  CHECK(
      drawn("| # | Activity | CIO | MSP |\n|---|---|---|---|\n| **Ops** | --- | --- | --- |\n| 1 | Patching | A | R |\n"
            "| **Security** | --- | --- | --- |\n| 2 | SIEM | A | R |\n",
            "raci.md") == "Ops > Patching: CIO=A, MSP=R\nSecurity > SIEM: CIO=A, MSP=R\n");
}

TEST_CASE("Other tables of a text are no part of a matrix") {
  CHECK(drawn("| Letter | Role | Description |\n|---|---|---|\n| R | Responsible | does it |\n| A | Accountable | "
              "answers |\n\n"
              "| Short | Name |\n|---|---|\n| CIO | the head of IT |\n\n"
              "| Task | CIO | MSP |\n|---|---|---|\n| **Ops** |\n| Patching | A | R |\n| Backup | R | A |\n\n"
              "| Date | Author | Change |\n|---|---|---|\n| May | Ann | first |\n",
              "raci.md") == "Ops > Patching: CIO=A, MSP=R\nOps > Backup: CIO=R, MSP=A\n");
}

TEST_CASE("Markdown places are lines of the file") {
  const MatrixReading reading = read("# RACI\n\n| Task | CIO |\n|---|---|\n| Patching | A |\n", "raci.md");
  const source::Place place = reading.sources.place(reading.matrices.front().activities[0].parts[0].at);
  CHECK(place.cell.empty());
  CHECK(place.line == 5);
  CHECK(place.column == 14);
}

TEST_CASE("What holds no matrix says so") {
  const auto message = [](std::string_view text, std::string_view only = {}) {
    const auto book = sheet::read_workbook(text, "raci.csv");
    REQUIRE(book.has_value());
    const auto reading = read_matrices(*book, "raci.csv", only);
    return reading ? std::string("a matrix") : reading.error().message;
  };
  CHECK(message("name,amount\nrent,100\nheat,20\n").starts_with("found no matrix in raci.csv: looked for"));
  CHECK(message("").starts_with("found no matrix"));
  CHECK(message("Task,CIO\nPatching,A\n", "Other") == "raci.csv has no sheet `Other`; it has ``");
}
