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

// Texts that make the compiler compare everything with everything, if it does: each takes minutes then, and less than
// a second otherwise (the test's time limit tells them apart).
class Crowd {
 public:
  // Adds one line for each number below `count`; `line` holds `{}` where the number goes.
  Crowd& add(std::string_view section, std::string_view line, int count) {
    text_ += section;
    for (int i = 0; i < count; ++i) text_ += fmt::format(fmt::runtime(line), i);
    text_ += '\n';
    return *this;
  }
  [[nodiscard]] Compiled compile() const {
    return compile_bundle({.root = "b.yaml", .files = {{"b.yaml", text_}}}, {});
  }

 private:
  std::string text_;
};

TEST_CASE("what makes everything meet everything compiles in time") {
  constexpr int kMany = 40'000;
  SUBCASE("one line with everybody, all of them wrong") {
    const auto compiled = Crowd().add("people: {", "p{}: {{party: a, nam: b}}, ", kMany).add("}", "", 0).compile();
    for (const auto& finding : compiled.findings.all()) CHECK(compiled.sources.place(finding.at).line <= 2);
  }
  SUBCASE("teams that are accountable") {
    CHECK(Crowd()
              .add("teams: ", "\n  t{}: {{}}", kMany)
              .add("functions:\n  f:\n    activities:", "\n      a{0}: {{accountable: t{0}}}", kMany)
              .compile()
              .findings.has_errors());
  }
  SUBCASE("names that are not declared") {
    CHECK(Crowd()
              .add("people: ", "\n  p{}: {{}}", kMany)
              .add("teams:\n  t:\n    members:", "\n    - q{}", kMany)
              .compile()
              .findings.has_errors());
  }
  SUBCASE("days in many spellings") {
    std::string keys;
    for (int i = 0; i < 20'000; ++i)
      keys += fmt::format("    \"mon{},tue{}\": x\n", std::string(static_cast<std::size_t>(i % 150), ' '),
                          std::string(static_cast<std::size_t>(i / 150), ' '));
    const std::string text = "calendars:\n  c:\n" + keys;
    CHECK(compile_bundle({.root = "a.yaml", .files = {{"a.yaml", text}}}, {}).findings.has_errors());
  }
  SUBCASE("exceptions for as many findings") {
    CHECK(Crowd()
              .add("functions:\n  f:\n    activities:", "\n      a{0}: {{accountable: p}}", kMany)
              .add("people: {p: {party: x, name: P}}\nexceptions:",
                   "\n- {{allow: no-deputy, at: f.a{}, because: x, until: 2027-01-01}}", kMany / 2)
              .compile()
              .findings.has_errors());
  }
}

TEST_CASE("expectations with absences are held at the cost of one agreement") {
  constexpr std::string_view kHead =
      "tandem: 1\nengagement: a\nname: A\ntime_zone: UTC\neffective: 2026-10-01\nparties: {a: {kind: client, name: "
      "A}}\n"
      "calendars: {always: {mon-sun: \"00:00-24:00\"}}\n"
      "teams: {t: {party: a, lead: p0, members: [p0, p1], hours: always}}\n"
      "functions: {f: {activities: {g: {responsible: t, accountable: p0, deputy: p1}}}}\ncategories: {other: f.g}\n"
      "targets: {normal: {clock: always}}\npeople:";
  std::string text(kHead);
  for (int i = 0; i < 10'000; ++i) text += fmt::format("\n  p{}: {{party: a, name: P}}", i);
  text += "\nexpect:";
  for (int i = 0; i < 10'000; ++i) {
    text += fmt::format("\n- {{given: {{at: \"2026-10-05 10:00\", away: [p{0}, p{0}]}}, accountable: p{1}}}", i,
                        i == 0 ? 1 : 0);
  }
  const Compiled compiled = compile_bundle({.root = "a.yaml", .files = {{"a.yaml", text}}}, {});
  CHECK_FALSE(compiled.findings.has_errors());
  CHECK(compiled.policy != nullptr);
}

TEST_CASE("opening hours have a limit, for each is worked out for years") {
  std::string windows = "calendars:\n  c: {mon-sun: [";
  for (int i = 0; i < 300; ++i) windows += "\"08:00-09:00\", ";
  const Compiled compiled = compile_bundle({.root = "a.yaml", .files = {{"a.yaml", windows + "]}"}}}, {});
  const auto is_limit = [](const diag::Finding& finding) { return finding.kind == diag::Kind::TooLarge; };
  CHECK(std::ranges::count_if(compiled.findings.all(), is_limit) == 1);
}

}  // namespace
}  // namespace tandem::agreement
