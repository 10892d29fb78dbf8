// The reference pages (docs/language) and the JSON Schema (schema/) against the language: every snippet compiles, and
// the keys they list are those that the readers know, both ways.
#include <doctest/doctest.h>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "agreement/compile.h"
#include "agreement/vocabulary.h"
#include "diag/render.h"
#include "json/json.h"

namespace tandem::agreement {
namespace {

namespace fs = std::filesystem;

const fs::path kPages = fs::path(TANDEM_ROOT) / "docs" / "language";

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> pages() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(kPages)) {
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> yaml_blocks(const fs::path& page) {
  std::vector<std::string> blocks;
  bool inside = false;
  for (const std::string& line : lines_of(text_of(page))) {
    if (line.starts_with("```")) {
      inside = line == "```yaml";
      if (inside) blocks.emplace_back();
    } else if (inside) {
      blocks.back() += line + "\n";
    }
  }
  return blocks;
}

// The agreement of the index page, without the sections that may stand once and that `block` has itself.
std::string reference_beside(const std::string& block) {
  static const std::set<std::string> kOnce = {"tandem",   "engagement", "name",  "time_zone",     "effective", "review",
                                              "handoffs", "disputes",   "scope", "communication", "cost",      "trial"};
  std::set<std::string> given;
  for (const std::string& line : lines_of(block)) {
    const std::string key = line.substr(0, line.find(':'));
    if (kOnce.contains(key)) given.insert(key);
  }
  const auto blocks = yaml_blocks(kPages / "README.md");
  std::string text;
  bool dropped = false;
  for (const std::string& line : lines_of(blocks.at(0) + blocks.at(1))) {
    if (!line.empty() && line.front() != ' ') dropped = given.contains(line.substr(0, line.find(':')));
    if (!dropped) text += line + "\n";
  }
  return text;
}

TEST_CASE("every snippet of the pages joins the agreement of the index page") {
  std::size_t blocks = 0;
  for (const fs::path& page : pages()) {
    if (page.filename() == "README.md") continue;
    for (const std::string& block : yaml_blocks(page)) {
      ++blocks;
      const Bundle bundle{
          .root = "agreement.yaml",
          .files = {{"agreement.yaml", reference_beside(block) + "include: [more.yaml]\n"}, {"more.yaml", block}}};
      const Compiled compiled = compile_bundle(bundle, {});
      CAPTURE(page.filename().string());
      CAPTURE(diag::render_text(compiled.findings, compiled.sources, diag::Colour::Off));
      CHECK(compiled.findings.count(diag::Level::Error) == 0);
      // Nothing is found in the text of the snippet itself. What is proved of both together is of their meeting.
      const Compiled text = compile_bundle(bundle, {.rehearsal = Rehearsal::Skip});
      for (const auto& finding : text.findings.all()) CHECK(finding.at.file == source::FileId{0});
    }
  }
  CHECK(blocks >= 25);
}

// "a team" and "`review`" as headings and definitions name them.
std::string bare(std::string_view what) {
  std::string name(what.starts_with("a ") ? what.substr(2) : what.starts_with("an ") ? what.substr(3) : what);
  std::erase(name, '`');
  std::ranges::replace(name, ' ', '-');
  return name;
}

using Keys = std::set<std::string>;

Keys keys_of(const Construct& construct) {
  return {construct.keys().begin(), construct.keys().end()};
}

TEST_CASE("the pages list the keys that the readers know") {
  std::map<std::string, Keys> listed;
  for (const fs::path& page : pages()) {
    std::string construct;
    for (const std::string& line : lines_of(text_of(page))) {
      constexpr std::string_view kHeading = "## Keys of ";
      if (line.starts_with('#')) {
        construct = line.starts_with(kHeading) ? bare(std::string_view(line).substr(kHeading.size())) : "";
        if (!construct.empty()) CHECK_MESSAGE(listed.emplace(construct, Keys{}).second, construct, " is listed twice");
      } else if (!construct.empty() && line.starts_with("| `")) {
        listed[construct].insert(line.substr(3, line.find('`', 3) - 3));
        CHECK_MESSAGE(std::ranges::count(line, '|') == 6, line);
      }
    }
  }
  for (const Construct* construct : vocabulary::kAll) {
    const auto found = listed.find(bare(construct->what));
    REQUIRE_MESSAGE(found != listed.end(), construct->what, " is on no page");
    CHECK_MESSAGE(found->second == keys_of(*construct), construct->what);
    listed.erase(found);
  }
  for (const auto& [name, keys] : listed) FAIL_CHECK(name << " is not of the language");
}

// The keys that a definition of the schema knows.
Keys properties_of(const json::Object& definition) {
  Keys keys;
  if (const auto* properties = definition.if_contains("properties")) {
    for (const auto& each : properties->as_object()) keys.emplace(each.key());
  }
  if (const auto* any = definition.if_contains("anyOf"); any != nullptr && keys.empty()) {
    for (const auto& each : any->as_array()) keys.merge(properties_of(each.as_object()));
  }
  return keys;
}

TEST_CASE("the schema knows the keys that the readers know") {
  const auto schema = json::parse(text_of(fs::path(TANDEM_ROOT) / "schema" / "agreement.schema.json"));
  REQUIRE(schema.has_value());
  CHECK(properties_of(schema->as_object()) == keys_of(vocabulary::kAgreement));
  std::map<std::string, Keys> defined;
  for (const auto& each : schema->at("$defs").as_object()) {
    if (Keys keys = properties_of(each.value().as_object()); !keys.empty())
      defined.emplace(each.key(), std::move(keys));
  }
  for (const Construct* construct : vocabulary::kAll) {
    if (construct == &vocabulary::kAgreement) continue;
    const auto found = defined.find(bare(construct->what));
    REQUIRE_MESSAGE(found != defined.end(), construct->what, " is not defined");
    CHECK_MESSAGE(found->second == keys_of(*construct), construct->what);
    defined.erase(found);
  }
  for (const auto& [name, keys] : defined) FAIL_CHECK(name << " is not of the language");
}

TEST_CASE("links between the pages lead somewhere") {
  for (const fs::path& page : pages()) {
    const std::string text = text_of(page);
    for (auto at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
      const std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
      if (target.starts_with("http")) continue;
      CHECK_MESSAGE(fs::exists(page.parent_path() / target.substr(0, target.find('#'))), page.filename().string(), ": ",
                    target);
    }
  }
}

TEST_CASE("the page about the check tells of every finding") {
  const std::string page = text_of(kPages / "check.md");
  for (const auto& info : diag::all_kinds()) CHECK_MESSAGE(page.contains(fmt::format("[`{}`]", info.name)), info.name);
}

}  // namespace
}  // namespace tandem::agreement
