// Every scenario of this folder, on every store: what the desk says is compared word for word.
#include "scenario.h"

#include <fstream>
#include <sstream>

#include "conformance/places.h"
#include "player.h"
#include "support/accept.h"

using namespace tandem;
using namespace tandem::scenarios;

namespace {

const std::filesystem::path kFolder = std::filesystem::path(TANDEM_ROOT) / "tests" / "scenarios";

std::vector<std::filesystem::path> scenario_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".scenario") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string read_text(const std::filesystem::path& path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// The place's store; asked again, the store that a new process finds.
std::function<app::Store&()> opener(MemoryPlace& place) {
  return [&place]() -> app::Store& { return place.store(); };
}
std::function<app::Store&()> opener(SqlitePlace& place) {
  return [&place]() -> app::Store& {
    place.close();
    place.open({});
    return place.store();
  };
}

}  // namespace

TEST_CASE_TEMPLATE("scenarios go as they are written", Place, TANDEM_EVERY_STORE) {
  const auto files = scenario_files();
  REQUIRE_FALSE(files.empty());
  for (const std::filesystem::path& file : files) {
    CAPTURE(file.filename().string());
    const std::string written = read_text(file);
    std::vector<Line> lines = read_scenario(written);
    Place place;
    Player player(opener(place), TANDEM_ROOT);
    for (Line& line : lines) {
      if (line.is_step()) line.answers = player.play(line.text);
    }
    const std::string played = write_scenario(lines);
    if (is_accepting() && played != written) {
      write_golden(file, played);
    } else {
      CHECK(played == written);
    }
  }
}

TEST_CASE("a scenario is read and written without loss") {
  const std::string text =
      "# What it shows\n\nat 2026-10-05T10:00:00-04:00\nann opens A {}\n  10:00 A: opened\n    because\n";
  const auto lines = read_scenario(text);
  REQUIRE(lines.size() == 4);
  CHECK(lines[3] == Line{.text = "ann opens A {}", .answers = {"10:00 A: opened", "  because"}});
  CHECK_FALSE(lines[0].is_step());
  CHECK_FALSE(lines[1].is_step());
  CHECK(write_scenario(lines) == text);
}
