// Whatever the text, compiling it ends, and every place it speaks of lies in its file.
#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "agreement/compile.h"

namespace tandem::agreement {
namespace {

std::string reference() {
  std::ifstream file(std::filesystem::path(TANDEM_ROOT) / "examples" / "harbor-cu" / "agreement.yaml",
                     std::ios::binary);
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str() +
         "rotations:  {soc-duty: {team: soc, order: [mei, otto], turn: 1 week, starts: \"2026-10-05 09:00\"}}\n"
         "leave: [{who: dana, from: 2026-12-21, to: 2027-01-02}]\n"
         "exceptions: [{allow: no-deputy, at: backup.monitoring, because: Sam starts in December, until: "
         "2027-01-01}]\n";
}

bool lies_within(const source::SourceMap& sources, source::Range range) {
  const auto file = static_cast<std::size_t>(range.file);
  return file < sources.size() && range.begin <= range.end && range.end <= sources.text(range.file).size();
}

// Counts what breaks the promises, so that a failure is told once and not a thousand times.
std::size_t broken_promises(const std::string& text) {
  const Compiled compiled = compile_bundle({.root = "a.yaml", .files = {{"a.yaml", text}}}, {});
  std::size_t broken = (compiled.policy == nullptr) == compiled.findings.has_errors() ? 0 : 1;
  for (const diag::Finding& finding : compiled.findings.all()) {
    if (!lies_within(compiled.sources, finding.at) || finding.message.empty()) ++broken;
    for (const auto& note : finding.notes) {
      if (!lies_within(compiled.sources, note.at)) ++broken;
    }
  }
  return broken;
}

TEST_CASE("every beginning of an agreement compiles to findings") {
  const std::string text = reference();
  std::size_t broken = 0;
  for (std::size_t length = 0; length <= text.size(); ++length) broken += broken_promises(text.substr(0, length));
  CHECK(broken == 0);
}

TEST_CASE("an agreement with a byte changed, lost or added compiles") {
  const std::string text = reference();
  std::mt19937 random(20261001);
  const auto below = [&](std::size_t n) { return random() % n; };
  constexpr std::string_view kTelling = "{}[]:,-#\"'&*!|>%@ \n\t0a.";
  std::size_t broken = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string changed = text;
    const auto at = below(changed.size());
    const char byte = below(2) == 0 ? static_cast<char>(below(256)) : kTelling[below(kTelling.size())];
    switch (below(3)) {
      case 0: changed[at] = byte; break;
      case 1: changed.erase(at, 1); break;
      case 2: changed.insert(at, 1, byte); break;
    }
    broken += broken_promises(changed);
  }
  CHECK(broken == 0);
}

TEST_CASE("limits are kept, and answer in time") {
  const auto only_kind = [](const std::string& text) {
    const Compiled compiled = compile_bundle({.root = "a.yaml", .files = {{"a.yaml", text}}}, {});
    REQUIRE_FALSE(compiled.findings.all().empty());
    return diag::info(compiled.findings.all().front().kind).name;
  };
  CHECK(only_kind(std::string(5 * 1024 * 1024, '#')) == "too-large");
  CHECK(only_kind("engagement: " + std::string(100, '[') + std::string(100, ']')) == "too-large");

  std::string rules = reference();
  const auto at = rules.find("  - {name: executives");
  std::string many;
  for (int i = 0; i < 10'001; ++i) many += "  - {when: {}, to: desk}\n";
  rules.insert(at, many);
  CHECK(only_kind(rules) == "too-large");

  // Mistakes by the thousand, each of which would like to be compared with every name.
  std::string slips = reference();
  std::string wrong;
  for (int i = 0; i < 9'000; ++i) wrong += fmt::format("  - {{when: {{category: malwar{}}}, to: dsk{}}}\n", i, i);
  slips.insert(slips.find("  - {name: executives"), wrong);
  CHECK(only_kind(slips) == "unknown-reference");
}

}  // namespace
}  // namespace tandem::agreement
