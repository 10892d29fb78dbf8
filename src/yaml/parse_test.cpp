#include <doctest/doctest.h>

#include "yaml/node.h"

using namespace tandem;
using tandem::yaml::Style;

namespace {

struct Parsed {
  source::SourceMap sources;
  diag::Findings findings;
  std::optional<yaml::Node> root;

  explicit Parsed(std::string text, const yaml::Limits& limits = {}) {
    root = yaml::parse(sources, sources.add("t.yaml", std::move(text)), findings, limits);
  }
  [[nodiscard]] std::string text(source::Range range) const { return std::string(sources.text(range)); }
  // "line:column-text of the range kind: message", a line each; notes are indented.
  [[nodiscard]] std::string said() const {
    std::string all;
    const auto add = [&](source::Range at, std::string_view words) {
      const source::Place place = sources.place(at);
      all += fmt::format("{}:{} [{}] {}\n", place.line, place.column, sources.text(at), words);
    };
    for (const diag::Finding& finding : findings.all()) {
      add(finding.at, fmt::format("{}: {}", diag::info(finding.kind).name, finding.message));
      for (const diag::RelatedNote& note : finding.notes) add(note.at, "note: " + note.message);
    }
    return all;
  }
};

// The tree in one line: lists as [..], maps as {..}, every node followed by its text in the source.
std::string outline(const Parsed& parsed, const yaml::Node& node) {
  std::string shown;
  if (const auto* scalar = node.scalar()) {
    shown = scalar->text;
  } else if (const auto* list = node.list()) {
    for (const yaml::Node& item : list->items) shown += (shown.empty() ? "[" : " ") + outline(parsed, item);
    shown += "]";
  } else {
    for (const yaml::Entry& entry : node.map()->entries) {
      shown += (shown.empty() ? "{" : " ") + entry.key + ":" + outline(parsed, entry.value);
    }
    shown += "}";
  }
  return shown + "<" + parsed.text(node.range) + ">";
}

std::string outline(std::string text) {
  const Parsed parsed(std::move(text));
  return parsed.root ? outline(parsed, *parsed.root) : parsed.said();
}

std::string faults(std::string text) {
  const Parsed parsed(std::move(text));
  return parsed.said();
}

}  // namespace

TEST_CASE("ranges hold exactly the bytes of a value") {
  CHECK(outline("a: 1") == "{a:1<1>}<a: 1>");
  CHECK(outline("- x\n-  'y' # c\n\n# end\n") == "[x<x> y<'y'>]<x\n-  'y'>");
  CHECK(outline("k:\n  a: [1, \"2\" ]\n  b: {c: d}\n\nz: 0\n") ==
        "{k:{a:[1<1> 2<\"2\">]<[1, \"2\" ]> b:{c:d<d>}<{c: d}>}<a: [1, \"2\" ]\n  b: {c: d}> z:0<0>}"
        "<k:\n  a: [1, \"2\" ]\n  b: {c: d}\n\nz: 0>");
  CHECK(outline("a: |\n  one\n  two\n\n\nb: 1") ==
        "{a:one\ntwo\n<|\n  one\n  two> b:1<1>}<a: |\n  one\n  two\n\n\nb: 1>");
  CHECK(outline("[a: b, {}, []]") == "[{a:b<b>}<a: b> }<{}> ]<[]>]<[a: b, {}, []]>");
  CHECK(outline("- - a\n  - b\n- c") == "[[a<a> b<b>]<a\n  - b> c<c>]<a\n  - b\n- c>");
}

TEST_CASE("ranges are bytes although libyaml counts characters") {
  CHECK(outline("größe: \"naïve 😀\"\nz: é # ü\nlast: x") ==
        "{größe:naïve 😀<\"naïve 😀\"> z:é<é> last:x<x>}<größe: \"naïve 😀\"\nz: é # ü\nlast: x>");
  CHECK(outline("\ufeffa: b") == "{a:b<b>}<a: b>");
  CHECK(outline("a: b\r\nc: d\r\n") == "{a:b<b> c:d<d>}<a: b\r\nc: d>");
  std::string many;
  for (int i = 0; i < 300; ++i) many += "ü";
  CHECK(outline(many + ": x") == fmt::format("{{{}:x<x>}}<{}: x>", many, many));
}

TEST_CASE("a value that is left out is a point") {
  const Parsed parsed("a:\nb: # c\nc:   \nd: ''\n");
  CHECK(parsed.said() == "");
  for (const char* key : {"a", "b", "c"}) {
    const yaml::Entry* entry = parsed.root->find(key);
    REQUIRE(entry != nullptr);
    CHECK(entry->value.scalar()->style == Style::Absent);
    CHECK(entry->value.range.begin == entry->key_range.end + 1);
    CHECK(entry->value.range.end == entry->value.range.begin);
  }
  CHECK(parsed.root->find("d")->value.scalar()->style == Style::Quoted);
  CHECK(parsed.root->find("e") == nullptr);
  CHECK(outline("{a, b: }") == "{a:<> b:<>}<{a, b: }>");
  CHECK(outline("") == "<>");
  CHECK(outline("# nothing\n") == "<>");
  CHECK(outline("---\n...\n") == "<>");
}

TEST_CASE("a scalar is text whatever it looks like, and its style is known") {
  const Parsed parsed("a: no\nb: 012\nc: \"x\"\nd: |\n  t\ne: >-\n  f\n  g\n");
  const auto scalar = [&](std::string_view key) { return *parsed.root->find(key)->value.scalar(); };
  CHECK(scalar("a").text == "no");
  CHECK(scalar("b").text == "012");
  CHECK(scalar("b").style == Style::Plain);
  CHECK(scalar("c").style == Style::Quoted);
  CHECK(scalar("d").style == Style::Block);
  CHECK(scalar("e").text == "f g");
}

TEST_CASE("a duplicate key keeps the first and reading goes on") {
  const Parsed parsed("x: 1\ny: 2\nx: {deep: 3}\n'y': 4\nz: 5\n");
  CHECK(parsed.said() ==
        "3:1 [x] duplicate-key: `x` is given twice in one map\n1:1 [x] note: first given here\n"
        "4:1 ['y'] duplicate-key: `y` is given twice in one map\n2:1 [y] note: first given here\n");
  REQUIRE(parsed.root);
  CHECK(outline(parsed, *parsed.root) == "{x:1<1> y:2<2> z:5<5>}<x: 1\ny: 2\nx: {deep: 3}\n'y': 4\nz: 5>");
}

TEST_CASE("what the language leaves out is refused by name and place") {
  CHECK(faults("a: &x 1") == "1:4 [&x] syntax: anchors (`&`) are not part of the language; write the value out\n");
  CHECK(
      faults("a: 1\nb: *x\n") ==
      "2:4 [*x] syntax: aliases (`*`) are not part of the language; write the value out, or put the text in quotes\n");
  CHECK(faults("&a k: v").starts_with("1:1 [&a] syntax: anchors"));
  CHECK(faults("- &a [1]").starts_with("1:3 [&a] syntax: anchors"));
  CHECK(faults("a: &x\nb: 1").starts_with("1:4 [&x] syntax: anchors"));
  CHECK(faults("a: !!str 1") ==
        "1:4 [!!str] syntax: tags (`!`) are not part of the language; put the text in quotes\n");
  CHECK(faults("a: ! x").starts_with("1:4 [!] syntax: tags"));
  CHECK(faults("a: !e!x y").starts_with("1:4 [!] syntax: tags"));
  CHECK(faults("<<: {a: 1}") ==
        "1:1 [<<] syntax: merge keys (`<<`) are not part of the language; write the keys out\n");
  CHECK(outline("'<<': a") == "{<<:a<a>}<'<<': a>");
  CHECK(faults("%YAML 1.2\n---\na: 1") == "1:1 [%YAML 1.2] syntax: directives (`%`) are not part of the language\n");
  CHECK(faults("%TAG ! tag:x.example,2000:\n---\na: 1")
            .starts_with("1:1 [%TAG ! tag:x.example,2000:] syntax: directives"));
  CHECK(faults("%FOO bar\n---\na: 1").contains("syntax: directives (`%`) are not part of the language"));
  CHECK(faults("a: 1\n---\nb: 2\n") == "2:1 [---] syntax: a second document begins here; a file holds one\n");
  CHECK(faults("? [a]\n: b") == "1:3 [[] syntax: a key is a word, not a list or a map\n");
  CHECK(faults("{a: b}: c") == "1:1 [{] syntax: a key is a word, not a list or a map\n");
  CHECK(faults("ok: 1\nbad: \xff\n") == "2:6 [\xff] syntax: the text is not UTF-8 here\n");
  CHECK(faults("a: \x01") == "1:4 [\x01] syntax: a control character or unusual line break is not allowed here\n");
  CHECK(faults("a: x\u2028y").starts_with("1:5 [\u2028] syntax: a control character"));
  CHECK(faults("a: x\u0085y").starts_with("1:5 [\u0085] syntax: a control character"));
}

TEST_CASE("what makes people read another text than the program is refused") {
  const std::string_view why = " is not allowed: it makes people read letters in another order than they stand in\n";
  CHECK(faults("a: x\u202ey") == fmt::format("1:5 [\u202e] syntax: U+202E{}", why));
  CHECK(faults("a: x  # \u2066") == fmt::format("1:9 [\u2066] syntax: U+2066{}", why));
  CHECK(faults("a: \"x\\u202Ey\"") == fmt::format("1:4 [\"x\\u202Ey\"] syntax: U+202E{}", why));
  CHECK(faults("\"a\\u2069\": 1").starts_with("1:1 [\"a\\u2069\"] syntax: U+2069"));
  for (const std::string mark : {"\u202a", "\u202b", "\u202c", "\u202d", "\u2067", "\u2068"})
    CHECK(faults("a: " + mark).contains("is not allowed"));
  // Their neighbours, and the marks that only say in which direction something is written.
  for (const std::string mark : {"\u2027", "\u202f", "\u2065", "\u206a", "\u200e", "\u200f", "שלום"})
    CHECK(faults("a: x" + mark).empty());
}

TEST_CASE("broken text is told in the words of its author") {
  struct Case {
    const char* text;
    const char* said;
  };
  const Case cases[] = {
      {"a: b: c",
       "1:5 [:] syntax: a `: ` is not expected here; check the indentation, or put the text in quotes if it belongs to "
       "it\n"},
      {"a: 1\n b: 2\n",
       "2:3 [:] syntax: a `: ` is not expected here; check the indentation, or put the text in quotes if it belongs to "
       "it\n"},
      {"a:\n\tb: 1", "2:1 [\t] syntax: a tab cannot indent; use spaces\n"},
      {"a: @x", "1:4 [@] syntax: a plain text cannot begin with `@`; put it in quotes\n"},
      {"a: [1, 2\nb: 3\n", "2:2 [:] syntax: expected `,` or `]` here\n1:4 [] note: in the list that begins here\n"},
      {"größe: [ü, é", "1:13 [] syntax: expected `,` or `]` here\n1:8 [] note: in the list that begins here\n"},
      {"a: {b: 1", "1:9 [] syntax: expected `,` or `}` here\n1:4 [] note: in the map that begins here\n"},
      {"a: \"x\nb: 3\n", "1:4 [\"x] syntax: this quoted text has no closing quote\n"},
      {"a: 1\nb\nc: 2\n", "2:1 [b] syntax: a `:` is missing after this key\n"},
      {"- a\nb: 2\n",
       "2:1 [b] syntax: expected `- ` and the next item of the list here\n1:1 [] note: in the list that begins here\n"},
      {"a:\n  - x\n y\n",
       "3:2 [y] syntax: expected a key here; the line does not fit what stands above it\n"
       "1:1 [] note: in the map that begins here\n"},
      {"a: 'x' y",
       "1:8 [y] syntax: something follows the value on its line; if it belongs to the text, put all of it in quotes\n"},
      {"a: \"\\q\"",
       "1:5 [\\] syntax: no such escape after `\\` in a double-quoted text\n1:4 [] note: the quoted text begins "
       "here\n"},
      {"a: 1\n: 2\n", "2:1 [:] syntax: a key is missing before this `:`\n1:1 [] note: in the map that begins here\n"},
      {"{?a: b}", "1:2 [?a] syntax: a key cannot begin with `?`; put it in quotes\n"},
      {"a: ]", "1:4 []] syntax: expected a value here\n"},
  };
  for (const Case& example : cases) CHECK(faults(example.text) == example.said);
}

TEST_CASE("a byte order mark indents nothing") {
  const Parsed parsed(
      "\xef\xbb\xbf"
      "a: 1\na: 2\n");
  CHECK(parsed.said().starts_with("2:1 [a] duplicate-key"));
  const Parsed whole(
      "\xef\xbb\xbf"
      "a: 1\nb: 2\n");
  CHECK(whole.said().empty());
  REQUIRE(whole.root);
  const auto* map = whole.root->map();
  REQUIRE(map != nullptr);
  REQUIRE(map->entries.size() == 2);
  CHECK(whole.text(map->entries[0].key_range) == "a");
  CHECK(whole.text(map->entries[1].value.range) == "2");
}

TEST_CASE("limits end the reading with a finding") {
  CHECK(Parsed("[[1]]", {.depth = 2}).said() == "");
  CHECK(Parsed("[[[1]]]", {.depth = 2}).said() == "1:3 [] too-large: nested deeper than 2 levels\n");
  CHECK(Parsed("[1, 2]", {.nodes = 2}).said() == "1:5 [] too-large: more than 2 values in one file\n");
  CHECK(Parsed("abc", {.bytes = 2}).said() == "1:1 [] too-large: the file is longer than 2 bytes\n");
}

TEST_CASE("hostile text ends soon and is refused") {
  constexpr std::size_t kSize = 4 * 1024 * 1024;
  const auto repeated = [](std::string_view piece) {
    std::string text;
    while (text.size() + piece.size() <= kSize) text += piece;
    return text;
  };
  for (const char* piece : {"[",   "{",   "- ",  "? ",    "a: ",   "[{",  "{a: [", "{? ",  "&a ", "!!", "\"", "'",
                            "|\n", ">\n", "%\n", "---\n", "- -\n", "*a ", "a:\n ", "k:\n", ", ",  ": ", "\t", "[a: "}) {
    CAPTURE(piece);
    const Parsed parsed(repeated(piece));
    CHECK(parsed.findings.has_errors() == (piece != std::string_view("'")));  // an even number of ' is one quoted text
    CHECK(parsed.findings.all().size() <= 101);
  }
  std::string deep;
  for (std::size_t i = 0; i < 2000; ++i) deep += std::string(i, ' ') + "a:\n";
  CHECK(Parsed(deep).said().contains("nested deeper"));
}

TEST_CASE("a large honest text is read") {
  constexpr std::size_t kSize = 4 * 1024 * 1024;
  std::string map;
  std::string list = "[";
  for (int i = 0; map.size() < kSize - 32; ++i) map += fmt::format("k{}: v\n", i);
  while (list.size() < kSize - 32) list += "aaaaaaaa,";
  CHECK(Parsed(map).root.has_value());
  CHECK(Parsed(list + "]").root.has_value());
  CHECK(Parsed("'" + std::string(kSize - 2, 'x') + "'").root.has_value());
}
