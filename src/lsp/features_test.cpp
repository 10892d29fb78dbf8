// What the server says about a place, which is written `<|>` in the text.
#include <doctest/doctest.h>

#include "lsp/test_client.h"

namespace tandem::lsp {
namespace {

// The small agreement with one piece replaced, in which the cursor is.
std::string with(std::string_view piece, std::string_view instead) {
  std::string text = small_agreement();
  const auto at = text.find(piece);
  REQUIRE_MESSAGE(at != std::string::npos, piece);
  return text.replace(at, piece.size(), instead);
}

std::string hover_at(std::string_view piece, std::string_view instead) {
  TestClient client;
  const json::Value answer = client.at(with(piece, instead), "textDocument/hover");
  if (answer.is_null()) return "nothing";
  return std::string(answer.as_object().at("contents").as_object().at("value").as_string());
}

// Labels, with what is written where that is more than the label.
std::vector<std::string> completions(const std::string& marked) {
  TestClient client;
  const json::Value answer = client.at(marked, "textDocument/completion");
  std::vector<std::string> all;
  if (answer.is_null()) return all;
  for (const auto& item : answer.as_object().at("items").as_array()) {
    const std::string label(item.as_object().at("label").as_string());
    const std::string written(item.as_object().at("textEdit").as_object().at("newText").as_string());
    all.push_back(label == written ? label : label + "=" + written);
  }
  return all;
}
std::vector<std::string> completions(std::string_view piece, std::string_view instead) {
  return completions(with(piece, instead));
}
bool has(const std::vector<std::string>& all, std::string_view wanted) {
  return std::ranges::find(all, wanted) != all.end();
}

TEST_CASE("hover over a category tells who owns it now, and why") {
  const std::string words = hover_at("hardware.laptop, requester", "hardware.lap<|>top, requester");
  CHECK(words.contains("**hardware.laptop** (category)"));
  CHECK(words.contains("`desk` of Northbeam IT owns it"));
  CHECK(words.contains("Ann Lee"));
  CHECK(words.contains("Sun 2026-11-01 02:00 America/New\\_York") == false);
  CHECK(words.contains("now (Sun 2026-11-01 0"));
  CHECK(words.contains("1. "));
  CHECK(words.contains("`acme-it` is responsible for `help.special`"));
}

TEST_CASE("hover over names tells what they are") {
  const std::string person = hover_at("lead: ann", "lead: a<|>nn");
  CHECK(person.contains("- name: Ann Lee"));
  CHECK(person.contains("- title: IT manager"));
  CHECK(person.contains("- teams: `acme-it`"));
  CHECK(person.contains("- answers for: `help.special`"));
  const std::string team = hover_at("cover: [desk]", "cover: [de<|>sk]");
  CHECK(team.contains("- members: `priya`, `sam`"));
  CHECK(team.contains("- covers for: `acme-it`"));
  CHECK(team.contains("there, new work goes to Priya Raman"));
  const std::string calendar = hover_at("  office: {mon", "  off<|>ice: {mon");
  CHECK(calendar.contains("- hours of: `acme-it`"));
  CHECK(calendar.contains("closed until Mon 2026-11-02 08:00"));
  const std::string activity = hover_at("other: help.routine", "other: help.<|>routine");
  CHECK(activity.contains("- responsible: `desk`"));
  CHECK(activity.contains("- categories: `other`"));
  const std::string priority = hover_at("  high: {respond", "  hi<|>gh: {respond");
  CHECK(priority.contains("- respond within: 15 min"));
  CHECK(priority.contains("- after 10 min: tell `ann`, `priya`"));
  CHECK(hover_at("name: Ann Lee", "name: An<|>n Lee") == "nothing");
}

TEST_CASE("hover over keys and words of the language tells what they are for") {
  CHECK(hover_at("hours: always}", "ho<|>urs: always}").contains("the calendar of its hours"));
  CHECK(hover_at("teams:", "tea<|>ms:").contains("**teams** (of an agreement)"));
  CHECK(hover_at("holidays: us-federal", "holidays: us-fed<|>eral").contains("Veterans Day"));
  CHECK(hover_at("America/New_York", "America/New_<|>York").contains("(time zone)"));
  CHECK(hover_at("respond: 15 min", "respond: 15 m<|>in").contains("a whole number and a unit"));
  const std::string exception =
      small_agreement() + "exceptions: [{allow: no-dep<|>uty, at: help.special, because: x, until: 2027-01-01}]\n";
  TestClient client;
  const json::Value answer = client.at(exception, "textDocument/hover");
  CHECK(json::to_text(answer).contains("nobody answers while the accountable person is away"));
}

TEST_CASE("a client without Markdown gets plain words") {
  TestClient client({}, json::Object());
  const json::Value answer = client.at(with("lead: ann", "lead: a<|>nn"), "textDocument/hover");
  const auto& contents = answer.as_object().at("contents").as_object();
  CHECK(contents.at("kind") == "plaintext");
  CHECK(std::string_view(contents.at("value").as_string()).starts_with("ann (person)"));
}

TEST_CASE("completion offers the keys that a map does not have yet") {
  const auto in_braces = completions("hours: always}", "hours: always, <|>}");
  CHECK(in_braces == std::vector<std::string>{"minimum=minimum: ", "cover=cover: "});
  CHECK(completions("hours: always}", "hours: always, <|>: 1}") == std::vector<std::string>{"minimum", "cover"});
  CHECK(has(completions(small_agreement() + "\n<|>"), "leave=leave: "));
  CHECK_FALSE(has(completions(small_agreement() + "\n<|>"), "teams=teams: "));
  CHECK(has(completions("  high: [{after: 5 min, tell: lead},", "  high: [{<|>, tell: lead},"), "after=after: "));
  CHECK(has(completions(small_agreement() + "rotations:\n  r:\n    te<|>\n    turn: 1 week\n"), "team=team: "));
  CHECK(has(completions(small_agreement() + "leave:\n  - wh<|>\n"), "who=who: "));
}

TEST_CASE("completion offers the names that the language takes at the place") {
  CHECK(completions("lead: ann", "lead: <|>") == std::vector<std::string>{"ann", "bob", "priya", "sam"});
  CHECK(completions("cover: [desk]", "cover: [<|>]") == std::vector<std::string>{"acme-it", "desk"});
  CHECK(completions("tell: lead}", "tell: <|>}") ==
        std::vector<std::string>{"on-duty", "lead", "acme-it", "desk", "ann", "bob", "priya", "sam"});
  CHECK(completions("hours: not office", "hours: not o<|>") == std::vector<std::string>{"not", "office", "always"});
  CHECK(completions("laptop: help.special", "laptop: help.<|>") ==
        std::vector<std::string>{"help.routine", "help.special"});
  CHECK(completions("kind: client", "kind: <|>") == std::vector<std::string>{"client", "provider", "vendor"});
  CHECK(has(completions("holidays: us-federal", "holidays: <|>"), "de-by"));
  CHECK(has(completions("America/New_York", "Eur<|>"), "Europe/Berlin"));
  const std::string exception = small_agreement() + "exceptions:\n  - {allow: <|>";
  CHECK(has(completions(exception), "no-deputy"));
  CHECK_FALSE(has(completions(exception), "syntax"));
}

TEST_CASE("completion writes brackets where a list is taken") {
  CHECK(has(completions("members: [priya, sam]", "members: <|>"), "sam=[sam]"));
  CHECK(has(completions("hours: always}", "hours: always, cover: <|>}"), "desk=[desk]"));
  CHECK(has(completions("{respond: 4 hours, clock: always}", "<|>"), "clock={clock: }"));
}

TEST_CASE("completion works in a text that is not YAML at the cursor or elsewhere") {
  CHECK(has(completions("cover: [desk]}", "cover: [de<|>"), "desk"));
  CHECK(has(
      completions(
          "- {name: laptops at night, when: {category: hardware.laptop, requester: vip, hours: not office}, to: desk}",
          "- {name: x, when: {pri<|>"),
      "priority=priority: "));
  // The names are those of the last text that could be read.
  TestClient client;
  client.open("agreement.yaml", small_agreement());
  const auto [text, position] = TestClient::cursor(with("lead: priya", "lead: <|>") + "\nbroken: [\n");
  client.change("agreement.yaml", text);
  const json::Value answer = client.ask("agreement.yaml", position, "textDocument/completion");
  CHECK(answer.as_object().at("items").as_array().size() == 4);
}

TEST_CASE("completion offers the files that can be included and are not yet") {
  const auto offered = [](const std::string& name, const std::string& marked) {
    TestClient client({{"people.yaml", "people: {}\n"},
                       {"work/routing.yml", "routing: []\n"},
                       {"work/more.yaml", "sites: []\n"},
                       {"notes.txt", "no text of an agreement"}});
    client.open("agreement.yaml", "include: [people.yaml, work/more.yaml]\n" + small_agreement());
    const auto [text, position] = TestClient::cursor(marked);
    if (name == "agreement.yaml") {
      client.change(name, text);
    } else {
      client.open(name, text);
    }
    client.prove();
    std::string words;
    const json::Value answer = client.ask(name, position, "textDocument/completion");
    for (const auto& item : answer.as_object().at("items").as_array())
      words += TestClient::words(item.as_object().at("textEdit").as_object().at("newText")) + " ";
    return words;
  };
  const std::string rest = "\n" + small_agreement();
  CHECK(offered("agreement.yaml", "include: [people.yaml, <|>]" + rest) == "work/more.yaml work/routing.yml ");
  CHECK(offered("agreement.yaml", "include: [people.yaml, wo<|>" + rest) == "work/routing.yml ");
  CHECK(offered("agreement.yaml", "include:\n  - people.yaml\n  - <|>" + rest) == "work/more.yaml work/routing.yml ");
  CHECK(offered("agreement.yaml", "include: <|>" + rest) == "[people.yaml] [work/more.yaml] [work/routing.yml] ");
  CHECK(offered("work/more.yaml", "include: [<|>]\n") == "routing.yml ");
  CHECK(offered("people.yaml", "include: [<|>]\n") == "work/routing.yml ");
}

TEST_CASE("completion offers nothing in comments and free texts") {
  CHECK(completions("name: Ann Lee", "name: An<|>").empty());
  CHECK(completions("functions:", "# some <|>\nfunctions:").empty());
}

TEST_CASE("from a name to its declaration, and from an include to its file") {
  TestClient client(
      {{"agreement.yaml", "include: [more.yaml]\n" + small_agreement()}, {"more.yaml", "sites: [north]\n"}});
  client.open("agreement.yaml");
  const auto place = [&](std::string_view piece, std::uint32_t into) {
    const std::string text = client.disk().at("agreement.yaml");
    const auto at = text.find(piece);
    REQUIRE(at != std::string::npos);
    const Position position = LineIndex(text).position(at + into, Encoding::Utf16);
    const json::Value answer = client.ask("agreement.yaml", position, "textDocument/definition");
    if (answer.is_null()) return std::string("nothing");
    const std::string uri(answer.as_object().at("uri").as_string());
    return fmt::format("{} {}", uri.substr(uri.rfind('/') + 1), TestClient::place(answer.as_object().at("range")));
  };
  CHECK(place("cover: [desk]", 9) == "agreement.yaml 22:3-22:7");
  CHECK(place("other: help.routine", 15) == "agreement.yaml 26:7-26:14");
  CHECK(place("more.yaml", 2) == "more.yaml 1:1-1:1");
  CHECK(place("name: Ann", 7) == "nothing");
}

TEST_CASE("every use of a name is found, with or without its declaration") {
  TestClient client;
  const auto count = [&](bool with_declaration) {
    const json::Value answer = client.at(with("lead: ann", "lead: a<|>nn"), "textDocument/references",
                                         {{"context", {{"includeDeclaration", with_declaration}}}});
    return answer.as_array().size();
  };
  CHECK(count(true) == 8);
  CHECK(count(false) == 7);
  const json::Value marked = client.at(with("lead: ann", "lead: a<|>nn"), "textDocument/documentHighlight");
  CHECK(marked.as_array().size() == 8);
}

// The text after the edits of the answer, which are of one file.
std::string edited(const std::string& text, const json::Value& answer) {
  REQUIRE_MESSAGE(answer.as_object().contains("documentChanges"), json::to_text(answer));
  const auto& changes = answer.as_object().at("documentChanges").as_array();
  REQUIRE(changes.size() == 1);
  TextDocument document(text, 1);
  auto edits = changes.front().as_object().at("edits").as_array();
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    const auto span = span_in(&edit->as_object().at("range"));
    document.replace(*span, std::string_view(edit->as_object().at("newText").as_string()), Encoding::Utf16);
  }
  return document.text();
}

std::string renamed(std::string_view piece, std::string_view instead, std::string_view name) {
  TestClient client;
  const std::string marked = with(piece, instead);
  const json::Value answer = client.at(marked, "textDocument/rename", {{"newName", name}});
  if (answer.as_object().contains("message")) return std::string(answer.as_object().at("message").as_string());
  return edited(TestClient::cursor(marked).first, answer);
}
std::size_t count_of(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++count;
  return count;
}

TEST_CASE("a name is changed wherever it is written, and the agreement still holds") {
  const std::string team = renamed("lead: priya", "lead: pri<|>ya", "mei");
  CHECK(count_of(team, "priya") == 0);
  CHECK(count_of(team, "mei") == 8);
  const std::string activity = renamed("other: help.routine", "other: help.rou<|>tine", "usual");
  CHECK(activity.contains("      usual: {responsible"));
  CHECK(activity.contains("other: help.usual"));
  const std::string function = renamed("  help:\n", "  he<|>lp:\n", "desk-work");
  CHECK(function.contains("  desk-work:\n"));
  CHECK(function.contains("laptop: desk-work.special"));
  CHECK(function.contains("other: desk-work.routine"));
  const std::string group = renamed("  hardware:\n", "  hard<|>ware:\n", "things");
  CHECK(group.contains("category: things.laptop"));
  const std::string leaf = renamed("category: hardware.laptop", "category: hardware.lap<|>top", "notebook");
  CHECK(leaf.contains("    notebook: help.special"));
  CHECK(leaf.contains("category: hardware.notebook"));
  // A priority and the path named after it are one name.
  const std::string priority = renamed("  high: {respond", "  hi<|>gh: {respond", "urgent");
  CHECK(count_of(priority, "urgent:") == 2);
  CHECK(count_of(priority, "high") == 0);
}

TEST_CASE("a name that cannot be is refused") {
  CHECK(renamed("lead: ann", "lead: a<|>nn", "Ann") ==
        "`Ann` is not a name: names are lower-case letters, digits and single hyphens, at most 64");
  CHECK(renamed("lead: ann", "lead: a<|>nn", "bob") == "there is a person `bob` already");
  CHECK(renamed("lead: ann", "lead: a<|>nn", "desk") == "there is a team `desk` already");
  CHECK(renamed("lead: ann", "lead: a<|>nn", "nobody").starts_with("the agreement would not hold together"));
  CHECK(renamed("  default: [", "  def<|>ault: [", "rest").starts_with("`default` means something by its name"));
  CHECK(renamed("  normal: {", "  nor<|>mal: {", "usual").starts_with("`normal` means something by its name"));
  CHECK(renamed("  other: help", "  oth<|>er: help", "rest").starts_with("`other` means something by its name"));
  CHECK(
      renamed("  high: {respond", "  hi<|>gh: {respond", "normal").starts_with("`normal` means something by its name"));
  CHECK(renamed("name: Ann Lee", "name: An<|>n Lee", "x") == "there is no name here that could be changed");
}

TEST_CASE("before a rename the letters are shown that would change") {
  TestClient client;
  const json::Value answer =
      client.at(with("other: help.routine", "other: help.rou<|>tine"), "textDocument/prepareRename");
  CHECK(answer.as_object().at("placeholder") == "routine");
  CHECK(TestClient::place(answer.as_object().at("range")) == "30:15-30:22");
  CHECK(client.at(with("name: Ann", "na<|>me: Ann"), "textDocument/prepareRename").is_null());
}

TEST_CASE("a name is changed in all files of the agreement") {
  TestClient client({{"agreement.yaml", "include: [more.yaml]\n" + small_agreement()},
                     {"more.yaml", "leave: [{who: ann, from: 2026-12-01, to: 2026-12-02}]\n"}});
  client.open("more.yaml");
  const json::Value answer = client.ask("more.yaml", {0, 16}, "textDocument/rename", {{"newName", "eve"}});
  const auto& changes = answer.as_object().at("documentChanges").as_array();
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].as_object().at("textDocument").as_object().at("version").is_null());
  CHECK(TestClient::words(changes[1].as_object().at("textDocument").as_object().at("uri")) ==
        TestClient::uri("more.yaml"));
  CHECK(changes[1].as_object().at("textDocument").as_object().at("version").is_int64());
  CHECK(changes[0].as_object().at("edits").as_array().size() == 8);
}

TEST_CASE("repairs are offered where their finding is, and all sure ones at once") {
  TestClient client;
  const auto [text, position] = TestClient::cursor(with("members: [ann, bob]", "mem<|>brs: [ann, bob]"));
  client.open("agreement.yaml", text);
  const auto ask = [&](Position at, json::Object context) {
    const json::Value range = {{"start", {{"line", at.line}, {"character", at.character}}},
                               {"end", {{"line", at.line}, {"character", at.character}}}};
    context["diagnostics"] = json::Array();
    return client.request("textDocument/codeAction", {{"textDocument", {{"uri", TestClient::uri("agreement.yaml")}}},
                                                      {"range", range},
                                                      {"context", std::move(context)}});
  };
  const json::Value actions = ask(position, {});
  REQUIRE(actions.as_array().size() == 2);
  const auto& fix = actions.as_array().front().as_object();
  CHECK(fix.at("title") == "did you mean `members`?");
  CHECK(fix.at("kind") == "quickfix");
  CHECK(fix.at("isPreferred") == true);
  CHECK(fix.at("diagnostics").as_array().front().as_object().at("code") == "unknown-key");
  CHECK(edited(text, fix.at("edit")) == small_agreement());
  const auto& all = actions.as_array().back().as_object();
  CHECK(all.at("kind") == "source.fixAll.tandem");
  CHECK(edited(text, all.at("edit")) == small_agreement());
  CHECK(ask({0, 0}, {{"only", json::Array{"quickfix"}}}).as_array().empty());
  CHECK(ask(position, {{"only", json::Array{"source"}}}).as_array().size() == 1);
  CHECK(ask(position, {{"only", json::Array{"refactor"}}}).as_array().empty());
}

TEST_CASE("the outline has the sections, what they declare, and activities below functions") {
  TestClient client({{"agreement.yaml", small_agreement()}});
  client.open("agreement.yaml");
  const json::Value answer =
      client.request("textDocument/documentSymbol", {{"textDocument", {{"uri", TestClient::uri("agreement.yaml")}}}});
  std::string shown;
  const std::function<void(const json::Value&, int)> show = [&](const json::Value& symbols, int depth) {
    for (const auto& symbol : symbols.as_array()) {
      shown += fmt::format("{:{}}{}\n", "", depth, std::string_view(symbol.as_object().at("name").as_string()));
      show(symbol.as_object().at("children"), depth + 1);
    }
  };
  show(answer, 0);
  CHECK(shown.contains("teams\n acme-it\n desk\nfunctions\n help\n  routine\n  special\ncategories\n"));
  CHECK(shown.contains("routing\n laptops at night\n"));
  client.change("agreement.yaml", "a: [\n");
  CHECK(client.request("textDocument/documentSymbol", {{"textDocument", {{"uri", TestClient::uri("agreement.yaml")}}}})
            .as_array()
            .empty());

  TestClient flat({{"agreement.yaml", small_agreement()}}, json::Object());
  flat.open("agreement.yaml");
  const json::Value list =
      flat.request("textDocument/documentSymbol", {{"textDocument", {{"uri", TestClient::uri("agreement.yaml")}}}});
  CHECK(list.as_array().front().as_object().contains("location"));
}

TEST_CASE("formatting is one edit of the lines that change") {
  TestClient client;
  client.open("agreement.yaml", "a: 1\nb:   [x,\n  y]\nc: 3\n");
  const json::Value params = {{"textDocument", {{"uri", TestClient::uri("agreement.yaml")}}},
                              {"options", {{"tabSize", 8}, {"insertSpaces", true}}}};
  const json::Value edits = client.request("textDocument/formatting", params);
  REQUIRE(edits.as_array().size() == 1);
  const auto& edit = edits.as_array().front().as_object();
  CHECK(TestClient::place(edit.at("range")) == "2:1-4:1");
  client.change("agreement.yaml", "a: 1\n");
  CHECK(client.request("textDocument/formatting", params).as_array().empty());
  client.change("agreement.yaml", "a: [\n");
  CHECK(client.request("textDocument/formatting", params).as_object().at("code") == -32803);
}

TEST_CASE("links lead from an include to its file") {
  TestClient client({{"agreement.yaml", "include: [more.yaml]\n" + small_agreement()}, {"more.yaml", "sites: [n]\n"}});
  client.open("agreement.yaml");
  const json::Value answer =
      client.request("textDocument/documentLink", {{"textDocument", {{"uri", TestClient::uri("agreement.yaml")}}}});
  REQUIRE(answer.as_array().size() == 1);
  CHECK(TestClient::words(answer.as_array().front().as_object().at("target")) == TestClient::uri("more.yaml"));
}

TEST_CASE("whatever is typed, every feature answers at every place") {
  TestClient client;
  client.open("agreement.yaml", small_agreement());
  std::string text = small_agreement(", cover: [acme-it]");
  for (std::size_t length = 0; length <= text.size(); length += 7) {
    client.change("agreement.yaml", text.substr(0, length));
    const Position end = LineIndex(std::string_view(text).substr(0, length)).position(length, Encoding::Utf16);
    for (const std::string_view method :
         {"textDocument/completion", "textDocument/hover", "textDocument/definition", "textDocument/references",
          "textDocument/prepareRename", "textDocument/documentHighlight"}) {
      const json::Value answer = client.ask("agreement.yaml", end, method);
      CHECK_FALSE((answer.is_object() && answer.as_object().contains("code")));
    }
  }
}

}  // namespace
}  // namespace tandem::lsp
