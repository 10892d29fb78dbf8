// What must hold of the proofs of any agreement: a repair takes its finding away and brings none, and an order that
// says nothing changes nothing.
#include <doctest/doctest.h>

#include <random>

#include "agreement/compile.h"
#include "agreement/repair.h"
#include "diag/render.h"

namespace tandem::agreement {
namespace {

constexpr std::string_view kTerms = R"(tandem: 1
engagement: acme
name: Acme and Helpco
time_zone: America/New_York
effective: 2026-10-01
review: {every: 3 months, by: [ann, pia]}
disputes: {decide_within: 1 business day, path: [[ann, pia], bob]}
)";

// The sections by their keys, each of them lines that may stand in any order.
struct Section {
  std::string key;
  std::vector<std::string> lines;
};

std::vector<Section> sections(std::string_view lab, std::string_view escalation) {
  return {
      {"parties", {"acme: {kind: client, name: Acme}", "helpco: {kind: provider, name: Helpco}"}},
      {"calendars",
       {"office: {mon-fri: \"08:00-17:00\"}", "late: {mon-fri: \"14:00-20:00\"}",
        "always: {mon-sun: \"00:00-24:00\"}"}},
      {"people",
       {"ann: {party: acme, name: Ann}", "bob: {party: acme, name: Bob}", "pia: {party: helpco, name: Pia}",
        "pat: {party: helpco, name: Pat}", "sam: {party: helpco, name: Sam}"}},
      {"teams",
       {"it: {party: acme, lead: ann, members: [ann, bob], hours: office, cover: [desk]}",
        "desk: {party: helpco, lead: pia, members: [pia, pat, sam], hours: always}",
        fmt::format("lab: {{party: helpco, lead: pat, {}}}", lab)}},
      {"functions",
       {"care: {activities: {routine: {responsible: it, accountable: ann, deputy: bob}, analysis: {responsible: lab, "
        "accountable: pia, deputy: pat}}}"}},
      {"categories", {"other: care.routine", "analysis: care.analysis", "sample: care.analysis"}},
      {"escalations", {fmt::format("critical: [{}]", escalation), "default: [{after: 1 business hour, tell: ann}]"}},
      {"leave", {"- {who: bob, from: 2026-11-02, to: 2026-11-06}", "- {who: sam, from: 2026-11-02, to: 2026-11-08}"}},
  };
}

// Priorities are in the order of their urgency, so they stay where they are.
constexpr std::string_view kTargets =
    "targets:\n  critical: {respond: 2 business hours, clock: office}\n  normal: {respond: 4 business hours, clock: "
    "office}\n";

std::string text_of(const std::vector<Section>& all) {
  std::string text(kTerms);
  text += kTargets;
  for (const Section& section : all) {
    text += section.key + ":\n";
    for (const std::string& line : section.lines) text += "  " + line + "\n";
  }
  return text;
}

Compiled compile_text(const std::string& text) {
  return compile_bundle({.root = "a.yaml", .files = {{"a.yaml", text}}}, {});
}

// Of several categories or people that a finding holds of alike, the one that is written first is its example.
bool tells_the_example(const Section& section) {
  return section.key == "categories" || section.key == "people";
}

// What it says, without where.
std::multiset<std::string> messages(const Compiled& compiled) {
  std::multiset<std::string> out;
  for (const diag::Finding& finding : compiled.findings.all()) {
    out.insert(fmt::format("{}: {}", diag::info(finding.kind).name, finding.message));
  }
  return out;
}

const std::vector<std::string> kLabs = {
    "members: [pat, sam], hours: office",
    "members: [pat, sam], hours: office, cover: []",
    "members: [pat, sam], hours: late, cover: [it]",
    "members: [sam], hours: always",
    "members: [pat], hours: always, minimum: 2",
    "members: [pat, sam], hours: always, minimum: 2, cover: [it]",
};
const std::vector<std::string> kEscalations = {
    "{after: 1 business hour, tell: lead}, {after: 90 business min, tell: ann}",
    "{after: 2 business hours, tell: bob}",
    "{after: 10 min, tell: [bob]}, {after: 1 hour, tell: ann}",
};

TEST_CASE("the order of keys that say nothing by it changes nothing") {
  std::mt19937 random(11);
  std::size_t told = 0;
  for (const std::string& lab : kLabs) {
    for (const std::string& escalation : kEscalations) {
      std::vector<Section> all = sections(lab, escalation);
      const std::string first = text_of(all);
      const Compiled compiled = compile_text(first);
      const auto expected = messages(compiled);
      told += expected.size();
      for (int i = 0; i < 5; ++i) {
        std::ranges::shuffle(all, random);
        for (Section& section : all) {
          if (!tells_the_example(section)) std::ranges::shuffle(section.lines, random);
        }
        const std::string text = text_of(all);
        CAPTURE(text);
        CHECK(messages(compile_text(text)) == expected);
      }
    }
  }
  CHECK(told > 40);
}

TEST_CASE("a repair of what is proved takes its finding away and brings none") {
  std::set<diag::Kind> repaired;
  for (const std::string& lab : kLabs) {
    for (const std::string& escalation : kEscalations) {
      const Compiled before = compile_text(text_of(sections(lab, escalation)));
      for (const diag::Finding& finding : before.findings.all()) {
        if (!finding.repair || finding.repair->edits.empty()) continue;
        std::string text = before.bundle.files.at("a.yaml");
        REQUIRE(finding.repair->edits.size() == 1);
        const diag::Edit& edit = finding.repair->edits.front();
        text.replace(edit.at.begin, edit.at.end - edit.at.begin, edit.text);
        CAPTURE(text);
        CAPTURE(finding.message);
        auto left = messages(before);
        left.erase(fmt::format("{}: {}", diag::info(finding.kind).name, finding.message));
        for (const std::string& message : messages(compile_text(text))) {
          CAPTURE(message);
          CHECK(left.contains(message));
        }
        repaired.insert(finding.kind);
      }
    }
  }
  CHECK(repaired.contains(diag::Kind::UncoveredHours));
  CHECK(repaired.contains(diag::Kind::AbsenceUncovers));
}

}  // namespace
}  // namespace tandem::agreement
