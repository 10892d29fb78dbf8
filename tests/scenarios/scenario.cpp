#include "scenario.h"

#include <fmt/format.h>

#include "base/check.h"

namespace tandem::scenarios {
namespace {
constexpr std::string_view kIndent = "  ";
}

std::vector<Line> read_scenario(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    TANDEM_CHECK(end != std::string_view::npos);
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (line.starts_with(kIndent)) {
      TANDEM_CHECK(!lines.empty());
      lines.back().answers.emplace_back(line.substr(kIndent.size()));
    } else {
      lines.push_back({.text = std::string(line)});
    }
  }
  return lines;
}

std::string write_scenario(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    text += fmt::format("{}\n", line.text);
    for (const std::string& answer : line.answers) text += fmt::format("{}{}\n", kIndent, answer);
  }
  return text;
}

}  // namespace tandem::scenarios
