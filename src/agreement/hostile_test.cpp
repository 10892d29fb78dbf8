// Texts as large as they may be, made to be slow: each of these takes minutes or gigabytes where anything is compared
// with everything, and about a second otherwise. The test's time limit, and the measure of memory, tell them apart.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include "agreement/compile.h"
#include "agreement/repair.h"
#include "diag/render.h"

namespace tandem::agreement {
namespace {

constexpr std::size_t kMost = 4 * 1024 * 1024;

// Repeats `line` (with its number for `{}`) behind `head`, as often as fits.
std::string filled(std::string head, std::string_view line, std::string_view tail = "") {
  for (std::size_t i = 0;; ++i) {
    std::string next = fmt::format(fmt::runtime(line), i);
    if (head.size() + next.size() + tail.size() > kMost) break;
    head += next;
  }
  return head.append(tail);
}

std::size_t peak_megabytes() {
  rusage usage{};
  REQUIRE(getrusage(RUSAGE_SELF, &usage) == 0);
  return static_cast<std::size_t>(usage.ru_maxrss) / 1024;
}

// Compiles and draws; answers the names of what is found.
std::set<std::string_view> found_in(const std::string& text) {
  REQUIRE(text.size() <= kMost);
  const Compiled compiled = compile_bundle({.root = "a.yaml", .files = {{"a.yaml", text}}}, {});
  std::set<std::string_view> names;
  for (const diag::Finding& finding : compiled.findings.all()) {
    names.insert(diag::info(finding.kind).name);
    REQUIRE(finding.at.end <= text.size());
  }
  CHECK((compiled.policy == nullptr) == compiled.findings.has_errors());
  diag::TextStyle style(diag::Colour::On);
  style.most_of_a_kind = 20;  // as people see them
  static_cast<void>(diag::render_text(compiled.findings, compiled.sources, style));
  static_cast<void>(diag::render_json(compiled.findings, compiled.sources, {.file = "a.yaml", .agreement = {}}));
  static_cast<void>(diag::render_sarif(compiled.findings, compiled.sources, {.version = "0"}));
  // The whole of it, trees and findings and what is drawn, in a few hundred bytes for each byte of text.
  CHECK(peak_megabytes() < 3000);
  return names;
}

using Names = std::set<std::string_view>;

constexpr std::string_view kHead =
    "tandem: 1\nengagement: a\nname: A\ntime_zone: UTC\neffective: 2026-10-01\n"
    "review: {every: 3 months, by: p}\ndisputes: {decide_within: 1 day, path: [p]}\n"
    "parties: {c: {kind: client, name: C}, v: {kind: provider, name: V}}\n"
    "people: {p: {party: c, name: P}, q: {party: c, name: Q}, r: {party: v, name: R}, s: {party: v, name: S}}\n"
    "calendars: {always: {mon-sun: \"00:00-24:00\"}}\n"
    "teams: {t: {party: c, lead: p, members: [p, q], hours: always, cover: [u]}, "
    "u: {party: v, lead: r, members: [r, s], hours: always}}\n"
    "functions: {f: {activities: {g: {responsible: t, accountable: p, deputy: q}, "
    "h: {responsible: u, accountable: r, deputy: s}}}}\n"
    "categories: {other: f.g, more: f.h}\ntargets: {normal: {clock: always}}\n";

std::string under_head(std::string_view text) {
  return std::string(kHead).append(text);
}

TEST_CASE("deep nesting") {
  CHECK(found_in("a: " + std::string(kMost - 10, '[')) == Names{"too-large"});
  CHECK(found_in("a: " + std::string(kMost - 10, '{')) == Names{"syntax"});  // a map as a key
  CHECK(found_in(filled("a:\n", "- ")) == Names{"too-large"});
  std::string stairs;
  for (std::size_t depth = 0; stairs.size() + depth + 4 < kMost; ++depth) stairs += std::string(depth, ' ') + "a:\n";
  CHECK(found_in(stairs) == Names{"too-large"});
}

TEST_CASE("one line") {
  CHECK(found_in("name: " + std::string(kMost - 10, 'x')).contains("missing-key"));
  CHECK(found_in("name: \"" + std::string(kMost - 10, 'x')) == Names{"syntax"});
  CHECK(found_in(std::string(kMost, 'x')) == Names{"wrong-type"});
  CHECK(found_in(std::string(kMost, ' ')) == Names{"wrong-type"});
  CHECK(found_in("# " + std::string(kMost - 10, '#')) == Names{"wrong-type"});
  CHECK(found_in(filled("{", "k{}: v, ", "}")).contains("unknown-key"));
  CHECK(found_in(filled("sites: [", "s{}, ", "]")).contains("missing-key"));
  CHECK(found_in(filled("sites: [", "S{}, ", "]")).contains("bad-value"));
  CHECK(found_in(filled(under_head("sites: ["), "north, ", "]")) == Names{"duplicate-key"});
}

TEST_CASE("a million keys") {
  CHECK(found_in(filled("", "{:x}:\n")) == Names{"too-large"});
  CHECK(found_in(filled("", "{:07x}:\n")).contains("unknown-key"));
  CHECK(found_in(filled("people:\n", " p{}:\n")).contains("wrong-type"));
  CHECK(found_in(filled("categories:\n", " c{}: x.y\n")).contains("missing-key"));
  CHECK(found_in(filled("frameworks:\n f:\n", "  {}:\n")).contains("control-unowned"));
  CHECK(found_in(filled("asset_classes:\n", " a{}:\n")).contains("asset-class-uncovered"));
  CHECK(found_in(filled("tandem: 1\n", "tandem: {}\n")).contains("duplicate-key"));
}

TEST_CASE("keys that are nearly right") {
  // Each would like to be compared with every key, and with every other.
  CHECK(found_in(filled("teams: {t: {", "membrs{}: x, ", "}}")).contains("unknown-key"));
  CHECK(found_in(filled("teams:\n", " t{}: {{membrs: [a], huors: b}}\n")).contains("unknown-key"));
}

TEST_CASE("ten thousand rules") {
  std::string rules(kHead);
  rules += "routing:\n";
  for (int i = 0; i < 10'000; ++i)
    rules += fmt::format("- {{name: r{0}, when: {{category: other, site: s{0}}}, to: u}}\n", i);
  rules += "sites:\n";
  for (int i = 0; i < 10'000; ++i) rules += fmt::format("- s{}\n", i);
  CHECK_FALSE(found_in(rules).contains("too-large"));
  CHECK(found_in(rules + "exceptions: [" +
                 [] {
                   std::string all;
                   for (int i = 1; i <= 10'000; ++i)
                     all +=
                         fmt::format("{{allow: redundant-rule, at: routing.{}, because: x, until: 2027-01-01}}, ", i);
                   return all;
                 }() +
                 "]")
            .contains("too-large") == false);
  CHECK(found_in(filled(under_head("routing:\n"), "- {{when: {{}}, to: u}}\n")) == Names{"too-large"});
}

TEST_CASE("names that are all unknown, and all alike") {
  const std::string names = std::string(60, 'a');
  std::string people("people:\n");
  for (int i = 0; i < 20'000; ++i) people += fmt::format(" {}{}: {{party: v, name: X}}\n", names, i);
  CHECK(found_in(filled(people.append("teams: {t: {members: ["), fmt::format("{}x{{}}, ", names), "]}}"))
            .contains("unknown-reference"));
  CHECK(found_in(filled(under_head("leave:\n"), "- {{who: p{}, from: 2026-12-01, to: 2026-12-02}}\n")) ==
        Names{"unknown-reference"});
  CHECK(found_in(filled(under_head("confidential: {c: {read: ["), "nobody-at-all, ", "]}}"))
            .contains("unknown-reference"));
  CHECK(found_in(filled(under_head("expect:\n"), "- {{given: {{at: \"2026-10-05 10:00\"}}, owner: tt}}\n"))
            .contains("unknown-reference"));
}

TEST_CASE("lists in which everything stands twice") {
  CHECK(
      found_in(filled(under_head("holiday_sets: {h: {based_on: ["), "us-federal, ", "]}}")).contains("duplicate-key"));
  CHECK(found_in(filled(under_head("include: ["), "a.yaml, ", "]")).contains("include-loop"));
}

TEST_CASE("findings by the hundred thousand are drawn in time") {
  CHECK(found_in(filled(under_head("exceptions:\n"),
                        "- {{allow: no-deputy, at: f.x{}, because: x, until: 2027-01-01}}\n")) ==
        Names{"exception-unused"});
  // On one line, and each with its own place.
  CHECK(found_in(filled(under_head("exceptions: ["), "{{allow: no-deputy, at: x{}, because: x, until: 2027-01-01}}, ",
                        "]")) == Names{"exception-unused"});
}

TEST_CASE("slips by the thousand are repaired in time") {
  std::string text(kHead);
  text += "leave:\n";
  for (int i = 0; i < 3'000; ++i) text += "- {who: p, form: 2026-12-01, to: 2026-12-02}\n";
  const Repaired repaired = repair({.root = "a.yaml", .files = {{"a.yaml", text}}}, {}, diag::Confidence::Sure);
  CHECK(repaired.done.size() == 3'000);
  CHECK(repaired.taken_back.empty());
}

}  // namespace
}  // namespace tandem::agreement
