#include "agreement/load.h"

#include <doctest/doctest.h>

#include <fstream>

namespace tandem::agreement {
namespace {

namespace fs = std::filesystem;

struct Attempt {
  diag::Findings findings;
  Loaded loaded;
  [[nodiscard]] std::vector<std::string> kinds() const {
    std::vector<std::string> out;
    for (const auto& finding : findings.all()) out.emplace_back(diag::info(finding.kind).name);
    return out;
  }
};

Attempt attempt(const std::map<std::string, std::string>& files) {
  Attempt out;
  MemoryReader reader(files);
  auto loaded = load(reader, "agreement.yaml", "", out.findings);
  REQUIRE(loaded.has_value());
  out.loaded = *std::move(loaded);
  return out;
}

using Kinds = std::vector<std::string>;

TEST_CASE("sections of included files are joined") {
  const auto a = attempt({{"agreement.yaml", "include: [parts/people.yaml]\npeople: {ann: x}\nsites: [north]\n"},
                          {"parts/people.yaml", "include: [more.yaml]\npeople: {bob: y}\n"},
                          {"parts/more.yaml", "sites: [south]\n"}});
  CHECK(a.findings.all().empty());
  REQUIRE(a.loaded.root);
  CHECK(a.loaded.files == std::vector<std::string>{"agreement.yaml", "parts/people.yaml", "parts/more.yaml"});
  const auto* people = a.loaded.root->find("people");
  REQUIRE(people != nullptr);
  CHECK(people->value.map()->entries.size() == 2);
  CHECK(people->value.map()->entries[1].key_range.file == source::FileId{1});
  CHECK(a.loaded.root->find("sites")->value.list()->items.size() == 2);
  CHECK(a.loaded.root->find("include") == nullptr);
}

TEST_CASE("calendars and the sets of holidays they keep may stand in files of their own") {
  const auto a = attempt({{"agreement.yaml", "include: [days.yaml, hours.yaml]\nholiday_sets: {a: {}}\n"},
                          {"days.yaml", "holiday_sets: {b: {}}\ncalendars: {c: {}}\nrotations: {r: {}}\n"},
                          {"hours.yaml", "holiday_sets: {a: {}}\ncalendars: {d: {}}\nrotations: {s: {}}\n"}});
  CHECK(a.kinds() == Kinds{"duplicate-key"});
  REQUIRE(a.loaded.root);
  for (const auto section : {"holiday_sets", "calendars", "rotations"}) {
    CHECK(a.loaded.root->find(section)->value.map()->entries.size() == 2);
  }
}

TEST_CASE("what may stand once stands once") {
  const auto a = attempt({{"agreement.yaml", "include: [b.yaml]\nname: A\npeople: {ann: x}\n"},
                          {"b.yaml", "name: B\npeople: {ann: y}\n"}});
  CHECK(a.kinds() == Kinds{"duplicate-key", "duplicate-key"});
  CHECK(a.findings.all()[0].notes.size() == 1);
  CHECK(a.loaded.complete);
}

TEST_CASE("rings of files are found") {
  const auto a = attempt({{"agreement.yaml", "include: [b.yaml]\n"},
                          {"b.yaml", "include: [c.yaml]\n"},
                          {"c.yaml", "include: [b.yaml]\n"}});
  CHECK(a.kinds() == Kinds{"include-loop"});
  CHECK(a.findings.all()[0].message.contains("`b.yaml` → `c.yaml` → `b.yaml`"));
  CHECK_FALSE(a.loaded.complete);
  CHECK(attempt({{"agreement.yaml", "include: [./agreement.yaml]\n"}}).kinds() == Kinds{"include-loop"});
}

TEST_CASE("a file that is included twice is read once") {
  const auto a = attempt({{"agreement.yaml", "include: [b.yaml, b.yaml]\n"}, {"b.yaml", "sites: [north]\n"}});
  CHECK(a.kinds() == Kinds{"duplicate-key"});
  CHECK(a.loaded.complete);
}

TEST_CASE("what leads out of the folder is not read") {
  for (const auto name : {"../secret.yaml", "/etc/passwd", "parts/../../secret.yaml", "..", "."}) {
    CAPTURE(name);
    CHECK(attempt({{"agreement.yaml", fmt::format("include: ['{}']\n", name)}}).kinds() == Kinds{"bad-value"});
  }
  CHECK(attempt({{"agreement.yaml", "include: [nowhere.yaml]\n"}}).kinds() == Kinds{"unknown-reference"});
  CHECK(attempt({{"agreement.yaml", "include: people.yaml\n"}}).kinds() == Kinds{"wrong-type"});
  CHECK(attempt({{"agreement.yaml", "include: [[people.yaml]]\n"}}).kinds() == Kinds{"wrong-type"});
}

TEST_CASE("links out of the folder are not followed") {
  const fs::path folder = fs::temp_directory_path() / "tandem-load-test";
  fs::remove_all(folder);
  fs::create_directories(folder / "inside" / "parts");
  std::ofstream(folder / "outside.yaml") << "sites: [north]\n";
  std::ofstream(folder / "inside" / "here.yaml") << "sites: [south]\n";
  fs::create_symlink(folder / "outside.yaml", folder / "inside" / "link.yaml");
  fs::create_symlink(folder / "inside" / "here.yaml", folder / "inside" / "good-link.yaml");
  fs::create_symlink(folder, folder / "inside" / "up");
  fs::create_symlink("itself.yaml", folder / "inside" / "itself.yaml");
  FolderReader reader(folder / "inside");
  const auto problem = [&](const std::string& name) {
    auto read = reader.read(name);
    REQUIRE(read.has_value());
    const auto* found = std::get_if<FileProblem>(&*read);
    return found == nullptr ? std::nullopt : std::optional(*found);
  };
  CHECK(problem("link.yaml") == FileProblem::Outside);
  CHECK(problem("up/outside.yaml") == FileProblem::Outside);
  CHECK(problem("parts") == FileProblem::NotAFile);
  CHECK(problem("nowhere.yaml") == FileProblem::Missing);
  CHECK(problem("itself.yaml") == FileProblem::NotAFile);
  CHECK(problem("itself.yaml/more.yaml") == FileProblem::NotAFile);
  CHECK(problem(std::string(5000, 'x')) == FileProblem::Missing);
  CHECK_FALSE(problem("good-link.yaml"));
  CHECK_FALSE(problem("here.yaml"));
  // What may be read is what is offered.
  std::ofstream(folder / "inside" / "parts" / "sites.yml") << "sites: [west]\n";
  std::ofstream(folder / "inside" / ".hidden.yaml") << "sites: [east]\n";
  std::ofstream(folder / "inside" / "notes.txt") << "no agreement\n";
  CHECK(reader.names() == std::vector<std::string>{"good-link.yaml", "here.yaml", "parts/sites.yml"});
  CHECK(FolderReader(folder / "nowhere").names().empty());
  fs::remove_all(folder);
}

TEST_CASE("too many files are refused") {
  std::map<std::string, std::string> files;
  std::string names;
  for (std::size_t i = 0; i < kFiles; ++i) {
    files.emplace(fmt::format("f{}.yaml", i), "");
    names += fmt::format("f{}.yaml, ", i);
    files[fmt::format("f{}.yaml", i)] = "sites: []\n";
  }
  files.emplace("agreement.yaml", fmt::format("include: [{}]\n", names.substr(0, names.size() - 2)));
  CHECK(attempt(files).kinds() == Kinds{"too-large"});
}

}  // namespace
}  // namespace tandem::agreement
