#include "diag/render.h"

#include <doctest/doctest.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "diag/visible.h"
#include "support/accept.h"

using namespace tandem;
using namespace tandem::diag;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// Compares with testdata/<name>, or writes it.
void check_golden(const std::string& name, const std::string& drawn) {
  const std::filesystem::path path = std::filesystem::path(TANDEM_ROOT) / "src/diag/testdata" / name;
  if (is_accepting()) return write_golden(path, drawn);
  CHECK_MESSAGE(drawn == read_file(path), name, ": set TANDEM_ACCEPT=1 to accept what is drawn now:\n", drawn);
}

struct Desk {
  source::SourceMap sources;
  Findings findings;

  source::FileId add(std::string name, std::string text) { return sources.add(std::move(name), std::move(text)); }
  // The `nth` place (from 0) where `piece` stands.
  [[nodiscard]] source::Range find(source::FileId file, std::string_view piece, int nth = 0) const {
    std::size_t at = sources.text(file).find(piece);
    while (nth-- > 0) at = sources.text(file).find(piece, at + 1);
    REQUIRE(at != std::string_view::npos);
    return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + piece.size())};
  }
  [[nodiscard]] std::string text(Colour colour = Colour::Off) const { return render_text(findings, sources, colour); }
};

// A finding with everything: notes in two files, a counterexample, a repair.
Desk full_desk() {
  Desk desk;
  const auto agreement = desk.add("agreement.yaml",
                                  "name: harbour\n"
                                  "teams:\n"
                                  "  - id: desk\n"
                                  "    membrs: [anna, ben]\n"
                                  "\n"
                                  "activities:\n"
                                  "  backup:\n"
                                  "    accountable: anna\n"
                                  "    accountable: ben\n");
  const auto people = desk.add("people.yaml", "people:\n  anna: {name: Anna, party: client}\n");
  desk.findings.add(Kind::UnknownKey, desk.find(agreement, "membrs"), "unknown key `membrs` in a team")
      .note(desk.find(agreement, "desk"), "in this team")
      .suggest({.words = "did you mean `members`?",
                .edits = {{desk.find(agreement, "membrs"), "members"}},
                .confidence = Confidence::Sure});
  Finding& two =
      desk.findings.add(Kind::TwoAccountable, desk.find(agreement, "ben", 1), "two people answer for `backup`");
  two.note(desk.find(agreement, "anna", 1), "the first is named here").note(desk.find(people, "anna"), "declared here");
  two.counterexample = {{"category", "backup"}, {"received", "Saturday 08:00 (Europe/Zurich)"}, {"größe", "klein"}};
  desk.findings.add(Kind::NoDeputy, desk.find(agreement, "backup:\n    accountable: anna\n    accountable: ben"),
                    "nobody answers for `backup` while `anna` is away");
  return desk;
}

}  // namespace

TEST_CASE("findings are drawn with their lines, notes, counterexample and help") {
  const Desk desk = full_desk();
  check_golden("full.txt", desk.text());
  check_golden("full_colour.txt", desk.text(Colour::On));
}

TEST_CASE("findings are written as JSON") {
  Desk desk = full_desk();
  check_golden("full_json.txt",
               render_json(desk.findings, desk.sources, {.file = "agreement.yaml", .agreement = "harbour"}) + "\n");
  desk.findings.arrange(1);
  desk.findings.remove_if([](const Finding&) { return true; });
  CHECK(
      render_json(desk.findings, desk.sources, {.file = "x\xff.yaml", .agreement = std::nullopt}) ==
      R"({"file":"x<FF>.yaml","agreement":null,"findings":[],"summary":{"errors":0,"warnings":0,"notes":0,"left_out":0}})");
}

TEST_CASE("findings are written as SARIF") {
  Desk desk = full_desk();
  const auto odd = desk.add("a folder/100% mine?.yaml", "k: v\n");
  desk.findings.add(Kind::BadValue, desk.find(odd, "v"), "first");
  desk.findings.add(Kind::BadValue, desk.find(odd, "k"), "first");
  desk.findings.add(Kind::BadValue, {source::FileId{77}, 0, 5}, "nowhere").suggest("look elsewhere");
  const auto page = [](Kind kind) { return kind == Kind::BadValue ? std::string_view("# bad-value\n") : ""; };
  const std::string sarif = render_sarif(desk.findings, desk.sources, {.version = "1.2.3", .page = page});
  // The list of rules is the registry, which grows.
  const std::string results =
      std::regex_replace(sarif.substr(sarif.find(R"("columnKind")")), std::regex(R"("ruleIndex":\d+,)"), "");
  check_golden("full_sarif.txt", results + "\n");
  CHECK(sarif.contains(R"({"id":"unknown-key","shortDescription":{"text":"a key that the language does not have"},)"
                       R"("defaultConfiguration":{"level":"error"}})"));
  CHECK(sarif.contains(R"("help":{"text":"# bad-value\n","markdown":"# bad-value\n"})"));
  CHECK(sarif.contains(R"("driver":{"name":"tandem","version":"1.2.3")"));
}

TEST_CASE("a repair is drawn as the text would look") {
  Desk desk;
  const auto file = desk.add("agreement.yaml",
                             "teams:\n"
                             "  desk: {party: helpko, members: [ann, ann], hours: always}\n"
                             "functions:\n"
                             "  care:\n"
                             "    activities:\n"
                             "      routine:\n"
                             "        responsible: desk\n"
                             "        accountable: ann\n"
                             "      extra: {}\n"
                             "exceptions:\n"
                             "  - {allow: a}\n"
                             "  - {allow: b}\n");
  const auto other = desk.add("more.yaml", "sites: [north]\n");
  const auto repair = [&](std::string words, std::vector<Edit> edits) {
    desk.findings.add(Kind::BadValue, desk.find(file, "teams"), words)
        .suggest({.words = words, .edits = std::move(edits)});
  };
  const auto behind = [&](source::FileId in, std::string_view piece) {
    const auto at = desk.find(in, piece);
    return source::Range{in, at.end, at.end};
  };
  repair("one word becomes another", {{desk.find(file, "helpko"), "helpco"}});
  repair("something is put in", {{behind(file, "[ann, ann]"), ", minimum: 2"}});
  repair("something goes", {{desk.find(file, ", ann"), ""}});
  repair("a line comes", {{behind(file, "accountable: ann"), "\n        deputy: bob"}});
  repair("a line goes", {{desk.find(file, "\n  - {allow: b}"), ""}});
  repair("two lines far apart",
         {{desk.find(file, "helpko"), "helpco\n  x"}, {desk.find(file, "extra: {}"), "other: {}"}});
  repair("in another file", {{desk.find(other, "north"), "south"}});
  repair("many lines come", {{behind(file, "{allow: b}"), "\n1\n2\n3\n4\n5\n6\n7\n8"}});
  repair("bad edits are not drawn", {{{file, 900, 901}, "x"}});
  repair("nor colliding ones", {{{file, 1, 3}, "x"}, {{file, 2, 4}, "y"}});
  check_golden("repairs.txt", desk.text());
  check_golden("repairs_colour.txt", desk.text(Colour::On));
}

TEST_CASE("a range over several lines is drawn from its first character to its last") {
  Desk desk;
  const auto file = desk.add("agreement.yaml",
                             "routing:\n"
                             "  - name: night\n"
                             "    when:\n"
                             "      category: malware\n"
                             "    to: desk\n"
                             "targets: {critical: {respond: 15 min,\n"
                             "  resolve: 4 hours, clock: always}}\n");
  desk.findings.add(Kind::BadValue, desk.find(file, "when:\n      category: malware\n"), "two lines");
  desk.findings.add(Kind::BadValue, desk.find(file, "name: night\n    when:\n      category: malware\n    to: desk"),
                    "a rule");
  desk.findings.add(Kind::BadValue, desk.find(file, "{respond: 15 min,\n  resolve: 4 hours, clock: always}"), "a map");
  source::Range whole = desk.find(file, "routing");
  whole.end = static_cast<std::uint32_t>(desk.sources.text(file).size());
  Finding& all = desk.findings.add(Kind::BadValue, whole, "everything");
  all.note(desk.find(file, "category: malware\n    to"), "and here");
  check_golden("several_lines.txt", desk.text());
}

TEST_CASE("findings about one place show it once") {
  Desk desk;
  const auto file = desk.add("agreement.yaml", "engagement: acme\n");
  const auto at = desk.find(file, "engagement");
  desk.findings.add(Kind::MissingKey, at, "an agreement lacks the key `people`");
  desk.findings.add(Kind::MissingKey, at, "an agreement lacks the key `teams`");
  desk.findings.add(Kind::MissingKey, at, "an agreement lacks the key `targets`").suggest("write it");
  desk.findings.add(Kind::MissingKey, at, "an agreement lacks the key `functions`");
  desk.findings.add(Kind::ReviewMissing, at, "there is no `review`");
  check_golden("same_place.txt", desk.text());
}

TEST_CASE("of many findings of a kind some are drawn, and the rest are counted") {
  Desk desk;
  const auto file = desk.add("agreement.yaml", "sites: [A, B, C]\n");
  for (const char* site : {"A", "B", "C"}) desk.findings.add(Kind::BadValue, desk.find(file, site), "not a name");
  desk.findings.add(Kind::NoDeputy, desk.find(file, "sites"), "nobody answers");
  TextStyle style;
  style.most_of_a_kind = 1;
  style.how_to_see_all = "`--all-findings` shows them";
  check_golden("many.txt", render_text(desk.findings, desk.sources, style));
  style.most_of_a_kind = 3;
  CHECK(render_text(desk.findings, desk.sources, style) == desk.text());
}

TEST_CASE("a fact that is told twice keeps both values") {
  Desk desk;
  const auto file = desk.add("agreement.yaml", "a: b\n");
  desk.findings.add(Kind::BadValue, desk.find(file, "b"), "here").counterexample = {
      {"away", "ann"}, {"category", "other"}, {"away", "bob"}};
  const std::string expected = R"("counterexample":{"away":"ann, bob","category":"other"})";
  CHECK(render_json(desk.findings, desk.sources, {.file = "agreement.yaml", .agreement = {}}).contains(expected));
  CHECK(render_sarif(desk.findings, desk.sources, {.version = "0"}).contains(expected));
}

TEST_CASE("excerpts keep within the terminal") {
  Desk desk = full_desk();
  for (const std::size_t width : {std::size_t{1}, std::size_t{40}, std::size_t{60}}) {
    const std::string drawn = render_text(desk.findings, desk.sources, {Colour::Off, width});
    for (const auto part : std::views::split(drawn, '\n')) {
      const std::string_view line(part.begin(), part.end());
      if (line.contains(" | ")) CHECK(columns(line) <= std::max<std::size_t>(width, 28));
    }
  }
}

TEST_CASE("carets stand under tabs, wide, combining and invisible characters") {
  Desk desk;
  const auto file = desk.add("wide.yaml",
                             "\tkey:\tvalue\n"
                             "größe: naïve x\n"
                             "名前: 田中 x\n"
                             "emoji: 😀😀 x\n"
                             "e\u0301te\u0301: x\n"
                             "esc: \x1b[31m red\n"
                             "bidi: \u202e x\n"
                             "crlf: y\r\n"
                             "bad: \xff\xc3 z\n");
  const auto mark = [&](std::string_view piece, int nth = 0) {
    desk.findings.add(Kind::BadValue, desk.find(file, piece, nth), fmt::format("here is `{}`", piece));
  };
  mark("value");
  mark("naïve");
  mark("x", 0);
  mark("田中");
  mark("x", 1);
  mark("😀", 1);
  mark("x", 2);
  mark("te\u0301");
  mark("\x1b");
  mark("red");
  mark("\u202e");
  mark("y\r\n");
  mark("z");
  check_golden("wide.txt", desk.text());
}

TEST_CASE("a range at a border, over lines or out of the file is drawn all the same") {
  Desk desk;
  const auto file = desk.add("edge.yaml", "a: b\n\n  c:\n    d: e   \n    f\n");
  const auto empty = desk.add("empty.yaml", "");
  const auto mark = [&](source::FileId in, std::uint32_t begin, std::uint32_t end, std::string words) {
    desk.findings.add(Kind::BadValue, {in, begin, end}, std::move(words));
  };
  mark(file, 0, 0, "a point at the beginning");
  mark(file, 4, 4, "a point at the end of a line");
  mark(file, 5, 5, "a point in an empty line");
  mark(file, 15, 28, "several lines");
  mark(file, 28, 28, "the end of the file");
  mark(file, 900, 950, "behind the end");
  mark(file, 3, 1, "upside down");
  mark(empty, 0, 0, "an empty file");
  mark(source::FileId{77}, 0, 5, "no such file");
  check_golden("edge.txt", desk.text());
  CHECK(render_json(desk.findings, desk.sources, {.file = "edge.yaml", .agreement = {}}).contains(R"("at":null)"));
}

TEST_CASE("a long line is shown around the mark") {
  Desk desk;
  std::string line = "list: [";
  for (int i = 0; i < 400; ++i) line += fmt::format("item{}, ", i);
  const auto file = desk.add("long.yaml", "first: 1\n" + line + "]\n");
  for (const char* piece : {"list", "item5,", "item12", "item200", "item399, ]"}) {
    desk.findings.add(Kind::BadValue, desk.find(file, piece), fmt::format("here is `{}`", piece));
  }
  const source::Range whole = desk.find(file, std::string_view(line).substr(6));
  desk.findings.add(Kind::BadValue, whole, "the whole list");
  std::string wide;
  for (int i = 0; i < 500; ++i) wide += "田";
  const auto other = desk.add("cjk.yaml", wide + "x" + wide);
  desk.findings.add(Kind::BadValue, desk.find(other, "x"), "between wide ones");
  check_golden("long.txt", desk.text());
  for (const std::string_view shown : std::views::split(desk.text(), '\n') | std::views::transform([](auto part) {
                                        return std::string_view(part.begin(), part.end());
                                      })) {
    CHECK(columns(shown) <= 110);
  }
}

TEST_CASE("control characters in words never reach the terminal") {
  Desk desk;
  const auto file = desk.add("a\x1b[2J.yaml", "k: v\n");
  Finding& finding =
      desk.findings.add(Kind::BadValue, desk.find(file, "v"), "cannot read `\x1b]0;x\x07`\nerror: made up");
  finding.suggest("write `\u202e` out").note(desk.find(file, "k"), "line\rbreak");
  finding.counterexample = {{"a\x9b", "\xff"}};
  desk.findings.add(Kind::BadValue, desk.find(file, "v"), "second");
  desk.findings.add(Kind::BadValue, desk.find(file, "v"), "third");
  desk.findings.arrange(1);
  check_golden("control.txt", desk.text());
  for (const char c : desk.text()) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
}

TEST_CASE("what stands in a spreadsheet is drawn with the name of its cell") {
  source::SourceMap sources;
  const auto file =
      sources.add_sheet("raci.xlsx", "Task | CIO | MSP\nPatching | A | A\n",
                        {{0, 4, "RACI!A1"}, {17, 25, "RACI!A2"}, {28, 29, "RACI!B2"}, {32, 33, "RACI!C2"}});
  Findings findings;
  findings.add(Kind::TwoAccountable, {file, 32, 33}, "`Patching` has two accountable: `CIO` and `MSP`")
      .note({file, 28, 29}, "here as well");
  CHECK(render_text(findings, sources, Colour::Off) ==
        "raci.xlsx:RACI!C2: error: `Patching` has two accountable: `CIO` and `MSP` [two-accountable]\n"
        "   2 | Patching | A | A\n"
        "     |                ^\n"
        "raci.xlsx:RACI!B2: note: here as well\n"
        "   2 | Patching | A | A\n"
        "     |            -\n");
  CHECK(render_json(findings, sources, {.file = "raci.xlsx", .agreement = {}}).find(R"("cell":"RACI!C2")") !=
        std::string::npos);
}
