// Formatting says the same, keeps every comment and is done after one time, whatever space and comments a text has. The
// formatter reads its own result and stops the request when that is not so; this drives it to where it would.
#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "yaml/comments.h"
#include "yaml/format.h"

namespace tandem::yaml {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> agreements() {
  std::vector<fs::path> paths;
  for (const char* folder : {"examples", "tests/golden"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(TANDEM_ROOT) / folder)) {
      if (entry.path().extension() == ".yaml" && entry.file_size() < 100'000) paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    texts.push_back(std::move(text).str());
  }
  return texts;
}

// A fault, or nothing. What the formatter itself ensures would be thrown.
std::optional<std::string> fault_in(const std::string& text, std::size_t width) {
  source::SourceMap sources;
  diag::Findings findings;
  const auto once = format(sources, sources.add("t", text), findings, {.width = width});
  if (!once) return std::nullopt;
  const auto twice = format(sources, sources.add("t", *once), findings, {.width = width});
  if (!twice || *twice != *once) return "formatting again changes\n" + *once;
  return std::nullopt;
}

class Spoiler {
 public:
  explicit Spoiler(std::uint32_t seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return random_() % n; }

  // Changes space and comments at places where a text has some already.
  std::string shaken(std::string text) {
    static constexpr std::array<std::string_view, 12> kInserts = {
        " ",    "  ",   "\n", "\n\n", " # note\n",        "\n# own\n", "\n    # deep\n",
        "\n  ", " #\n", "\t", "\r\n", "\n\n\n  # far\n\n"};
    for (std::size_t i = 1 + below(12); i > 0 && !text.empty(); --i) {
      const auto at = text.find_first_of(" \n,{[", below(text.size()));
      if (at == std::string::npos) continue;
      switch (below(3)) {
        case 0: text.insert(at + 1, kInserts[below(kInserts.size())]); break;
        case 1: text.replace(at, 1, kInserts[below(kInserts.size())]); break;
        case 2:
          if (text[at] == ' ' || text[at] == '\n') text.erase(at, 1);
          break;
      }
    }
    return text;
  }

  // A value in any of the forms there are, of no meaning at all.
  std::string value(std::size_t depth, const std::string& indent) {
    static constexpr std::array<std::string_view, 8> kWords = {"x",   "two words", "\"quo # ted\"", "'it''s'",
                                                               "a#b", "",          "12:30",         "größe 日本"};
    const std::size_t form = depth == 0 ? below(3) : below(8);
    const std::string comment = below(4) == 0 ? " # c" + std::to_string(below(100)) : "";
    const std::string deeper = indent + std::string(1 + below(4), ' ');
    if (form < 2) return " " + std::string(kWords[below(kWords.size())]) + comment + "\n";
    if (form == 2) {
      static constexpr std::array<std::string_view, 6> kSigns = {"|", ">", "|-", ">+", "|+", ">-"};
      std::string text = " " + std::string(kSigns[below(kSigns.size())]) + comment + "\n";
      for (std::size_t i = below(4); i > 0; --i) {
        text += below(3) == 0 ? std::string(below(3), ' ') + "\n" : deeper + "line # not\n";
      }
      return text;
    }
    if (form == 3) return " " + flow(depth, deeper) + comment + "\n";
    if (form == 4) return " plain\n" + deeper + "goes on" + comment + "\n";
    std::string text = comment + "\n";
    for (std::size_t i = 1 + below(3); i > 0; --i) {
      if (below(5) == 0) text += "\n";
      if (below(5) == 0) text += std::string(below(8), ' ') + "# own" + std::to_string(below(100)) + "\n";
      const std::string key =
          form == 5 ? deeper + "-" : deeper + "k" + std::to_string(i) + (below(3) == 0 ? ":  " : ":");
      text += key + value(depth - 1, deeper);
    }
    return text;
  }

  std::string flow(std::size_t depth, const std::string& indent) {
    const bool map = below(2) == 0;
    std::string text = map ? "{" : "[";
    for (std::size_t i = below(4); i > 0; --i) {
      const std::size_t gap = below(6);
      text += gap == 0 ? "\n" + indent : gap == 1 ? " # in\n" + indent : std::string(gap / 2, ' ');
      if (map) text += "k" + std::to_string(i) + ": ";
      text += depth > 0 && below(3) == 0 ? flow(depth - 1, indent) : std::string("v") + std::to_string(below(9));
      if (i > 1 || below(8) == 0) text += ",";
    }
    if (below(8) == 0) text += " # out\n" + indent;
    return text + (map ? "}" : "]");
  }

 private:
  std::mt19937 random_;
};

TEST_CASE("agreements are formatted to what is formatted already") {
  const auto texts = agreements();
  REQUIRE(texts.size() > 20);
  for (const std::string& text : texts) {
    const auto fault = fault_in(text, 120);
    CHECK_MESSAGE(!fault, fault.value_or(""));
  }
}

TEST_CASE("agreements with other space and other comments say the same when they are formatted") {
  const auto texts = agreements();
  Spoiler spoiler(20261001);
  std::size_t read = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = spoiler.shaken(texts[spoiler.below(texts.size())]);
    CAPTURE(text);
    const auto fault = fault_in(text, 20 + spoiler.below(120));
    REQUIRE_MESSAGE(!fault, fault.value_or(""));
    source::SourceMap sources;
    diag::Findings findings;
    read += parse(sources, sources.add("t", text), findings) && findings.all().empty() ? 1U : 0U;
  }
  CHECK(read > 300);
}

TEST_CASE("texts of every form say the same when they are formatted") {
  Spoiler spoiler(7);
  std::size_t read = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = 1 + spoiler.below(3); i > 0; --i) {
      text += "key" + std::to_string(i) + ":" + spoiler.value(1 + spoiler.below(3), "");
    }
    if (spoiler.below(6) == 0) text.pop_back();
    CAPTURE(text);
    const auto fault = fault_in(text, 10 + spoiler.below(60));
    REQUIRE_MESSAGE(!fault, fault.value_or(""));
    source::SourceMap sources;
    diag::Findings findings;
    read += parse(sources, sources.add("t", text), findings) && findings.all().empty() ? 1U : 0U;
  }
  CHECK(read > 10'000);
}

}  // namespace
}  // namespace tandem::yaml
