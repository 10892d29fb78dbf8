#include "draft/matrix_faults.h"

#include <doctest/doctest.h>

#include "draft/matrix_reader.h"
#include "sheet/read.h"

using namespace tandem;
using namespace tandem::draft;

namespace {

// "C2 error two-accountable: message" for each, in the order of a report.
std::string faults(std::string_view text) {
  const auto book = sheet::read_workbook(text, "raci.csv");
  REQUIRE(book.has_value());
  const auto reading = read_matrices(*book, "raci.csv", {});
  REQUIRE_MESSAGE(reading.has_value(), reading.error().message);
  diag::Findings findings;
  for (const Matrix& matrix : reading->matrices) find_faults(matrix, findings);
  findings.arrange(0);
  std::string out;
  for (const diag::Finding& finding : findings.all()) {
    out += fmt::format("{} {} {}: {}\n", reading->sources.place(finding.at).cell, diag::to_text(finding.level()),
                       diag::info(finding.kind).name, finding.message);
  }
  return out;
}

}  // namespace

TEST_CASE("A matrix without faults has no findings") {
  CHECK(faults("Task,CIO,MSP\nPatching,A,R\nBackup,I,A/R\n").empty());
}

TEST_CASE("Nobody, or two, accountable") {
  CHECK(faults("Task,CIO,MSP\nPatching,C,R\nBackup,A,AR\n") ==
        "A2 error no-accountable: nobody is accountable for `Patching`\n"
        "C3 error two-accountable: `Backup` has two accountable: `CIO` and `MSP`\n");
  CHECK(faults("Task,CIO,IT,MSP\nPatching,A,A,AR\n") ==
        "D2 error two-accountable: `Patching` has three accountable: `CIO`, `IT` and `MSP`\n");
}

TEST_CASE("An activity that stands twice is one, and its rows may contradict each other") {
  CHECK(faults("Task,IT,MSP\nBackups,A,R\nPatching,R,A\nHelp desk,I,A/R\nBackups,R,A\n") ==
        "C5 error two-accountable: `Backups` has two accountable: `IT` and `MSP`\n"
        "A5 warning duplicate-key: `Backups` stands twice, and both are read as one activity\n");
  CHECK(faults("Task,IT,MSP\nBackups,A,R\nPatching,R,A\nbackups,C,\n") ==
        "A4 error no-accountable: nobody is accountable for `backups`\n"
        "A4 warning no-responsible: nobody is responsible for `backups`\n");
  // Matrices repeat themselves, which contradicts nothing.
  CHECK(faults("Task,IT,MSP\nBackups,A,R\nPatching,R,A\nBackups,A,R\n").empty());
}

TEST_CASE("The same words in other sections, under other numbers or beside other words are another activity") {
  CHECK(faults("Phase,Task,IT,MSP\nPlan,Review,A,R\nPlan,Draft,R,A\nBuild,Review,R,A\nBuild,Test,A,R\n").empty());
  CHECK(faults("#,Task,IT,MSP\n1.1,Review,A,R\n1.2,Draft,R,A\n2.1,Review,R,A\n2.2,Test,A,R\n").empty());
}

TEST_CASE("Of two columns with one heading nobody can tell who is meant") {
  CHECK(faults("Activity,IT,IT\nBackups,A,A\nPatching,R,A\nHelp desk,A,R\n") ==
        "C1 error duplicate-key: `IT` stands twice: who is meant by which cannot be told, and both are read as one\n"
        "A2 warning no-responsible: nobody is responsible for `Backups`\n");
}

TEST_CASE("Full-width letters are letters") {
  CHECK(faults("Activity,IT,MSP\nBackups,Ａ,Ｒ\nPatching,R,A\n").empty());
  CHECK(faults("Activity,IT,MSP\nBackups,Ａ,Ａ／Ｒ\nPatching,R,A\n") ==
        "C2 error two-accountable: `Backups` has two accountable: `IT` and `MSP`\n");
}

TEST_CASE("Nobody responsible is a warning") {
  CHECK(faults("Task,CIO,MSP\nPatching,A,C\n") == "A2 warning no-responsible: nobody is responsible for `Patching`\n");
}

TEST_CASE("An activity that nobody has lacks both") {
  CHECK(faults("Task,CIO,MSP\nPatching,A,R\nRestore tests,,\nBackup,A,R\n") ==
        "A3 error no-accountable: nobody is accountable for `Restore tests`\n"
        "A3 warning no-responsible: nobody is responsible for `Restore tests`\n");
}

TEST_CASE("A scope is part of the cell") {
  CHECK(faults("Task,MSP,MSSP\nTriage,A/R (Sev 3-4 Triage),\"A (Forensics, Sev 1-2), R\"\n").empty());
  CHECK(faults("Task,MSP,MSSP\nTriage,A/R (Sev 2-4),\"A (Sev 1-2), R\"\n") ==
        "C2 error two-accountable: `Triage` of Sev 2 has two accountable: `MSP` and `MSSP`\n");
  CHECK(faults("Task,MSP,MSSP\nTriage,R (Sev 3-4 Triage),\"A/R (Forensics, Sev 1-2)\"\n") ==
        "C2 error no-accountable: nobody is accountable for `Triage` of Sev 3-4\n");
  CHECK(faults("Task,MSP,MSSP\nTriage,A (Sev 1-2),R\n") ==
        "B2 error no-accountable: nobody is accountable for `Triage` of other severities\n");
  CHECK(faults("Task,MSP,MSSP\nTriage,A,R (Sev 1-2)\nReports,A,C (Sev 3)\n") ==
        "C2 warning no-responsible: nobody is responsible for `Triage` of Sev 3\n"
        "A3 warning no-responsible: nobody is responsible for `Reports`\n");
  CHECK(faults("Task,MSP,MSSP\nReports,A/R (Ops Reports),A (Security Reports)\n") ==
        "C2 error two-accountable: `Reports` has two accountable: `MSP` and `MSSP`\n");
}

TEST_CASE("Two letters of one role for the same part are no two accountable") {
  CHECK(faults("Task,MSP,MSSP\nTriage,\"A/R (Sev 1-2), A/R (Sev 3)\",C\n").empty());
}

TEST_CASE("Shared is reported until it is split, and nothing else of that cell is") {
  CHECK(faults("Matter,On-premises,SaaS\nData,Customer,Customer\nDevices,Customer,Shared\nHosts,Customer,"
               "Microsoft\nNet,N/A,Microsoft\n") ==
        "C3 error shared-unsplit: `Devices, SaaS` is shared: nobody is named who answers for it\n");
  CHECK(faults("Task,CIO,MSP\nPatching,A,R\nBackup,Shared,R\n") ==
        "B3 error shared-unsplit: `Backup` is shared: nobody is named who answers for it\n");
}

TEST_CASE("Other letters are reported with what they mean elsewhere") {
  CHECK(faults("Task,CIO,MSP\nPatching,A/R,S\nBackup,A/R,TBD\n") ==
        "C2 warning unknown-letter: `S` for `Patching` is none of R, A, C and I; where it is used, `MSP` supports it\n"
        "C3 warning unknown-letter: `TBD` for `Backup` is none of R, A, C and I\n");
}
