#include "draft/matrix_draft.h"

#include <doctest/doctest.h>

#include "agreement/compile.h"
#include "draft/matrix_reader.h"
#include "sheet/read.h"

using namespace tandem;
using namespace tandem::draft;
using namespace std::chrono_literals;

namespace {

MatrixDraft draft_of(std::string_view text, std::string_view file = "raci.csv") {
  const auto book = sheet::read_workbook(text, file);
  REQUIRE(book.has_value());
  const auto reading = read_matrices(*book, file, {});
  REQUIRE_MESSAGE(reading.has_value(), reading.error().message);
  auto draft =
      write_draft(reading->matrices,
                  {.engagement = "raci", .from = std::string(file), .effective = 2026y / std::chrono::October / 1});
  REQUIRE(draft.has_value());
  return *std::move(draft);
}

// "3 no-deputy, 1 two-accountable": what `tandem check` says of a draft.
std::string left(const MatrixDraft& draft) {
  const auto compiled = agreement::compile_bundle({.root = "agreement.yaml", .files = {{"agreement.yaml", draft.text}}},
                                                  {.today = 2026y / std::chrono::October / 1});
  std::map<std::string_view, int> counts;
  for (const diag::Finding& finding : compiled.findings.all()) ++counts[diag::info(finding.kind).name];
  std::string out;
  for (const auto& [name, count] : counts) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, name);
  return out;
}

std::string line_with(const MatrixDraft& draft, std::string_view words) {
  const std::size_t at = draft.text.find(words);
  if (at == std::string::npos) return {};
  const std::size_t begin = draft.text.rfind('\n', at) + 1;
  return draft.text.substr(begin, draft.text.find('\n', at) - begin);
}

}  // namespace

TEST_CASE("A draft is an agreement whose findings are what is left to fill in") {
  const MatrixDraft draft = draft_of("Activity,IT manager,MSP\nPatching,A,R\nBackup,C,A/R\n");
  CHECK(draft.text ==
        "# A draft, made from raci.csv.\n"
        "# What the matrix does not say, or only seems to, is marked \"to be filled in\": search for it.\n"
        "# `tandem check` lists what is left.\n"
        "tandem: 1\n"
        "engagement: raci\n"
        "name: \"Draft from raci.csv\"  # to be filled in\n"
        "time_zone: UTC               # to be filled in: the zone in which hours are meant\n"
        "effective: 2026-10-01        # to be filled in\n"
        "\n"
        "parties:\n"
        "  client: {kind: client, name: to be filled in}  # to be filled in: posts are the client's own people\n"
        "  msp: {kind: provider, name: \"MSP\"}             # to be filled in: `msp` is a word for a provider\n"
        "\n"
        "calendars:\n"
        "  office: {mon-fri: \"09:00-17:00\"}  # to be filled in: the matrix says nothing about hours\n"
        "\n"
        "people:  # to be filled in: the matrix names posts; an agreement names people, with deputies\n"
        "  it-manager: {party: client, name: to be filled in, title: \"IT manager\"}\n"
        "  msp-lead: {party: msp, name: to be filled in, title: \"answers for MSP\"}\n"
        "\n"
        "teams:  # to be filled in: members, hours, and who covers when a team is closed\n"
        "  it-manager-team: {party: client, lead: it-manager, members: [it-manager], hours: office}\n"
        "  msp: {party: msp, lead: msp-lead, members: [msp-lead], hours: office}\n"
        "\n"
        "functions:\n"
        "  work:  # work\n"
        "    kind: operational\n"
        "    activities:\n"
        "      # Patching\n"
        "      patching: {responsible: msp, accountable: it-manager}\n"
        "      # Backup\n"
        "      backup: {responsible: msp, accountable: msp-lead, consulted: [it-manager-team]}\n"
        "\n"
        "categories:  # to be filled in: one for each activity; rename them to what people ask for\n"
        "  patching: work.patching\n"
        "  backup: work.backup\n"
        "  other: work.patching  # to be filled in: who sorts out what nobody classified; the first activity is taken\n"
        "\n"
        "targets:  # to be filled in: respond and resolve, and the hours in which they are counted\n"
        "  normal: {clock: office}\n"
        "\n"
        "# to be filled in: review, escalations, handoffs, disputes, decisions and scenarios, which no matrix has.\n");
  CHECK(draft.activities == 2);
  CHECK(draft.marks == 15);
}

TEST_CASE("The faults of the matrix are faults of the draft, at their places") {
  const MatrixDraft draft = draft_of("Activity,CIO,MSP\nPatching,A,AR\nBackup,C,R\nRestore,I,C\nReview,A,I\n");
  CHECK(line_with(draft, "      patching:") == "      patching: {responsible: msp, accountable: [cio, msp-lead]}");
  CHECK(line_with(draft, "      backup:") == "      backup: {responsible: msp, consulted: [cio-team]}");
  CHECK(line_with(draft, "      restore:") == "      restore: {consulted: [msp], informed: [cio-team]}");
  CHECK(line_with(draft, "      review:") ==
        "      review: {responsible: cio-team, accountable: cio, informed: [msp]}");
  const std::string found = left(draft);
  CHECK(found.contains("2 no-accountable"));
  CHECK(found.contains("1 two-accountable"));
  CHECK(found.contains("1 no-responsible"));
  CHECK_FALSE(found.contains("bad-value"));
  CHECK_FALSE(found.contains("missing-key"));
}

TEST_CASE("Scopes of A become activities, scopes of R become rules") {
  const MatrixDraft draft = draft_of(
      "Activity,CIO,MSP,MSSP\nTriage,I,A/R (Sev 3-4),A/R (Sev 1-2)\nMonitoring,A,R,R (Sev 1)\nReports,A (Sev "
      "1-2),R,C\n");
  CHECK(line_with(draft, "triage-sev-3-4: {") ==
        "      triage-sev-3-4: {responsible: msp, accountable: msp-lead, informed: [cio-team]}");
  CHECK(line_with(draft, "triage-sev-1-2: {") ==
        "      triage-sev-1-2: {responsible: mssp, accountable: mssp-lead, informed: [cio-team]}");
  CHECK(line_with(draft, "reports-sev-3-4: {") == "      reports-sev-3-4: {responsible: msp, consulted: [mssp]}");
  CHECK(line_with(draft, "- {name") ==
        "  - {name: \"Monitoring: Sev 1\", when: {category: monitoring, priority: [sev-1]}, to: mssp}");
  CHECK(draft.text.contains(
      "  sev-1: {clock: office}\n  sev-2: {clock: office}\n  sev-3: {clock: office}\n  sev-4: {clock: office}\n"));
  CHECK(left(draft).contains("1 no-accountable"));
  CHECK_FALSE(left(draft).contains("unknown-reference"));
}

TEST_CASE("Hours and sites become conditions of rules") {
  const MatrixDraft draft =
      draft_of("Activity,CIO,MSP,Desk\nCalls,A,R,R (after hours)\nVisits,A,R,R (site Harbor East)\n");
  CHECK(draft.text.contains("when: {category: calls, hours: not office}, to: desk}"));
  CHECK(draft.text.contains("when: {category: visits, site: [site-harbor-east]}, to: desk}"));
  CHECK(draft.text.contains("sites: [site-harbor-east]\n"));
  CHECK_FALSE(left(draft).contains("unknown-reference"));
}

TEST_CASE("Whatever words a matrix has, the draft is YAML that binds") {
  const MatrixDraft draft = draft_of(
      "Activity,lead,\"O'Neil: \"\"X\"\" # y\",東京,lead!\n\"- {a: [b]} # c\",A,R,I,C\n\"on-duty, "
      "\"\"q\"\"\",A,R,I,C\n東京,A,R,I,C\n"
      "other,A,R,I,C\nother,A,R,I,C\n");
  const std::string found = left(draft);
  CAPTURE(draft.text);
  for (const char* structural : {"syntax", "unknown-key", "duplicate-key", "missing-key", "wrong-type", "bad-value",
                                 "unknown-reference", "too-large"}) {
    CAPTURE(structural);
    CHECK_FALSE(found.contains(structural));
  }
}

TEST_CASE("A service desk takes what nobody classified") {
  const MatrixDraft draft = draft_of("Activity,CIO,MSP\nPatching,A,R\nService desk,I,A/R\n");
  CHECK(line_with(draft, "  other:").starts_with("  other: work.service-desk  # to be filled in"));
}

TEST_CASE("Parties are guessed from words, and the reason is told") {
  const auto guesses = [](std::string_view text) { return draft_of(text).guesses; };
  CHECK(guesses("Activity,Client,Cloud Temple\nPatching,A,R\n") ==
        std::vector<std::string>{
            "`client` is a client: `client` is a word for the client",
            "`cloud-temple` is a provider: the matrix names the client, so `Cloud Temple` is somebody else"});
  CHECK(guesses("Activity,MSP,ISP\nPatching,A,R\n") ==
        std::vector<std::string>{"`msp` is a provider: `msp` is a word for a provider",
                                 "`isp` is a vendor: `isp` is a vendor",
                                 "`client` is a client: an agreement has a client, and the matrix names none"});
}
