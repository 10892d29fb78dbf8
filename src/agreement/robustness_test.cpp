// Whatever the text, compiling it ends, and every place it speaks of lies in its file.
#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "agreement/amounts.h"
#include "agreement/compile.h"

namespace tandem::agreement {
namespace {

std::string reference() {
  std::ifstream file(std::filesystem::path(TANDEM_ROOT) / "examples" / "harbor-cu" / "agreement.yaml",
                     std::ios::binary);
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  std::string agreement = text.str();
  const auto insert_after = [&](std::string_view line, std::string_view more) {
    const auto at = agreement.find(line);
    REQUIRE(at != std::string::npos);
    agreement.insert(at + line.size(), more);
  };
  insert_after("calendars:\n", R"(  shop: {mon: ["08:00-09:00"], closed: 2026-12-28..2027-01-01, holidays: own,
         open: {2026-12-19: "09:00-13:00"}, breaks: {2026-12-31: "12:00-24:00"}}
  night: {any_of: always, without: [shop, office]}
)");
  insert_after("# who answers while a deputy is away: both sides know it\n",
               "  - {allow: no-deputy, at: backup.monitoring, because: Sam starts in December, until: 2027-01-01}\n");
  insert_after("rotations:\n", R"(  it-duty:
    {team: harbor-it, order: [dana, luis], turn: 1 month, starts: "2026-10-05 09:00", time_zone: America/Denver,
     overrides: [{who: nobody, from: 2026-11-26, to: 2026-11-28}],
     swaps: [{between: [dana, luis], from: 2026-11-02, to: 2026-11-08}],
     temporary: [{from: 2026-12-24, to: 2026-12-26, shifts: [{who: luis, from: 2026-12-24, to: 2026-12-24}]}]}
)");
  return agreement + R"(holiday_sets:
  own: {based_on: us-federal, days: {Day: 2nd fri may}, without: Columbus Day, observed: nearest weekday}
)";
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

TEST_CASE("the agreement to be spoilt has no error") {
  const Compiled compiled = compile_bundle({.root = "a.yaml", .files = {{"a.yaml", reference()}}}, {});
  CHECK(compiled.policy != nullptr);
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
  const auto too_large = [](const std::string& text) {
    const Compiled compiled = compile_bundle({.root = "a.yaml", .files = {{"a.yaml", text}}}, {});
    std::vector<std::string> messages;
    for (const auto& finding : compiled.findings.all()) {
      if (finding.kind == diag::Kind::TooLarge) messages.push_back(finding.message);
    }
    return messages;
  };
  using Messages = std::vector<std::string>;
  const auto many = [](int count, std::string_view item) {
    std::string text;
    for (int i = 0; i < count; ++i) text += fmt::format(fmt::runtime(item), i);
    return text;
  };
  CHECK(too_large("calendars:\n  c: {mon-sun: [" + many(49, "\"08:00-09:00\", ") + "]}") ==
        Messages{"`mon-sun` has 49 hours: a day has at most 48"});
  CHECK(too_large("calendars:\n" + many(286, "  c{}: {{mon-sun: \"08:00-09:00\"}}\n")) ==
        Messages{"`calendars` has more than 2000 opening hours a week"});
  CHECK(too_large("calendars:\n" + many(285, "  c{}: {{mon-sun: \"08:00-09:00\"}}\n")).empty());
  // Each pair combines the pair before, so that the last is made of 2^60 windows.
  std::string pairs = "calendars:\n  c0: {mon: \"08:00-09:00\"}\n  d0: {tue: \"08:00-09:00\"}\n";
  for (int i = 1; i < 60; ++i) {
    pairs += fmt::format("  c{0}: {{any_of: [c{1}, d{1}]}}\n  d{0}: {{any_of: [c{1}, d{1}]}}\n", i, i - 1);
  }
  CHECK(too_large(pairs) == Messages{"`calendars` has more than 2000 opening hours a week, counting what combined "
                                     "calendars take from others"});
  CHECK(too_large("calendars:\n  c: {closed: 0001-01-01..9999-12-31}") ==
        Messages{"`calendars` has more than 10000 closed days and hours of certain dates"});
  CHECK(too_large("calendars:\n  c: {open: {2026-01-01..2046-01-01: [\"08:00-09:00\", \"10:00-11:00\"]}}") ==
        Messages{"`calendars` has more than 10000 closed days and hours of certain dates"});
  CHECK(too_large("calendars:\n" + many(1001, "  c{}: {{mon: \"08:00-09:00\", holidays: us-federal}}\n")) ==
        Messages{"`calendars` has more than 1000 names under `holidays`"});
  CHECK(too_large("holiday_sets:\n  s0: {days: {D: jan 2}}\n" + [] {
          std::string text;
          for (int i = 1; i < 200; ++i)
            text += fmt::format("  s{}: {{based_on: s{}, days: {{E{}: jan 3}}}}\n", i, i - 1, i);
          return text;
        }()) == Messages{"`holiday_sets` has more than 10000 rules, counting what sets take from others"});
}

TEST_CASE("rotations have limits") {
  const auto compiled_with = [](const std::string& rotation) {
    const std::string text = "people: {p: {}}\nteams: {t: {members: [p]}}\nrotations:\n  r:\n    team: t\n" + rotation;
    const Compiled compiled = compile_bundle({.root = "a.yaml", .files = {{"a.yaml", text}}}, {});
    std::vector<std::string> messages;
    for (const auto& finding : compiled.findings.all()) {
      if (finding.kind == diag::Kind::TooLarge) messages.push_back(finding.message);
    }
    return messages;
  };
  using Messages = std::vector<std::string>;
  std::string layers = "    layers:\n";
  for (int i = 0; i < 33; ++i) {
    layers += fmt::format("      - {{name: l{}, order: [p], turn: 1 day, starts: \"2026-10-05 09:00\"}}\n", i);
  }
  CHECK(compiled_with(layers) == Messages{"a rotation has at most 32 layers"});
  const std::string turns = "    turn: 1 day\n    starts: \"2026-10-05 09:00\"\n";
  std::string order = "    order: [";
  for (int i = 0; i < 1001; ++i) order += "p, ";
  CHECK(compiled_with(order + "]\n" + turns) == Messages{"`order` has more than 1000 turns"});
  std::string overrides = "    order: [p]\n" + turns + "    overrides:\n";
  for (int i = 0; i < 1001; ++i) overrides += "      - {who: p, from: 2026-11-26, to: 2026-11-28}\n";
  CHECK(compiled_with(overrides) ==
        Messages{"`r` has 1001 overrides, swaps and temporary shifts: a rotation has at most 1000"});
}

TEST_CASE("calendars at their limits compile in time") {
  constexpr std::string_view kHead =
      "tandem: 1\nengagement: a\nname: A\ntime_zone: Europe/Berlin\neffective: 2026-10-01\n"
      "parties: {a: {kind: client, name: A}}\npeople: {p: {party: a, name: P}, q: {party: a, name: Q}}\n"
      "teams: {t: {party: a, lead: p, members: [p, q], hours: c0}}\n"
      "functions: {f: {activities: {g: {responsible: t, accountable: p, deputy: q}}}}\ncategories: {other: f.g}\n"
      "targets: {normal: {resolve: 1 business day, clock: c0}}\n";
  const auto compiles = [&](const std::string& text) {
    return compile_bundle({.root = "a.yaml", .files = {{"a.yaml", std::string(kHead) + text}}},
                          {.rehearsal = Rehearsal::Skip})
               .policy != nullptr;
  };
  SUBCASE("windows") {
    std::string text = "calendars:\n";
    for (int i = 0; i < 285; ++i) text += fmt::format("  c{}: {{mon-sun: \"08:00-09:{:02}\"}}\n", i, i % 60);
    CHECK(compiles(text));
  }
  SUBCASE("dates") {
    std::string text = "calendars:\n  c0: {mon-fri: \"08:00-09:00\", closed: 2026-01-01..2034-01-01, open: {\n";
    for (int i = 0; i < 5000; ++i) {
      const calendar::Date date(std::chrono::sys_days(std::chrono::year(2040) / 1 / 1) + std::chrono::days(i));
      text += fmt::format("    {}: \"08:00-12:{:02}\",\n", to_text(date), i % 60);
    }
    CHECK(compiles(text + "  }}\n"));
  }
  SUBCASE("holidays") {
    std::string text = "calendars:\n";
    for (int i = 0; i < 285; ++i) {
      text += fmt::format("  c{}: {{mon-fri: \"08:00-09:00\", holidays: [us-federal, de-by, gb-england]}}\n", i);
    }
    CHECK(compiles(text));
  }
  SUBCASE("a chain of combinations") {
    std::string text = "calendars:\n  c0: {mon: \"08:00-09:00\", holidays: us-federal}\n";
    for (int i = 1; i < 44; ++i) text += fmt::format("  c{}: {{any_of: c{}}}\n", i, i - 1);
    CHECK(compiles(text));
  }
  SUBCASE("rings") {
    std::string text = "calendars:\n";
    for (int i = 0; i < 40'000; ++i) text += fmt::format("  c{}: {{any_of: [c0, c{}]}}\n", i, (i + 1) % 40'000);
    CHECK_FALSE(compiles(text));
  }
  SUBCASE("dates that are named again and again") {
    std::string text = "calendars:\n  c0: {closed: [";
    for (int i = 0; i < 100'000; ++i) text += "0001-01-01..9999-12-31,\n";
    text += "], open: {\n";
    for (int i = 0; i < 40'000; ++i) text += fmt::format("{:04}-01-01..9999-12-31: [],\n", i % 9'999 + 1);
    CHECK_FALSE(compiles(text + "}}\n"));
  }
}

}  // namespace
}  // namespace tandem::agreement
