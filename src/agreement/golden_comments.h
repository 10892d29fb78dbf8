// The comments of golden agreements that say what is expected there, for golden_test.cpp: read, and written anew.
//
//   deputy: sam        # expect-warning {{their own deputy}} [deputy-same-person]
//   # expect-error@+1 {{nobody is accountable}} [no-accountable]
//
// A comment speaks of its own line, or of the one `@+n`/`@-n` away.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/finding.h"
#include "source/source_map.h"

namespace tandem::agreement {

struct ExpectedFinding {
  std::string file;
  std::uint32_t line = 0;
  std::string level;  // "error", "warning", "note"
  std::string part;
  std::string kind;
  std::size_t begin = 0, end = 0;  // the comment, in the bytes of the file
};

constexpr std::string_view kExpect = "# expect-";
constexpr std::string_view kExpectNothing = "# expect-no-diagnostics";

// `text` stands behind `# expect-` on that line.
inline std::optional<ExpectedFinding> parse_expectation(std::string_view text, std::uint32_t line) {
  ExpectedFinding out;
  const auto space = text.find_first_of(" @");
  if (space == std::string_view::npos) return std::nullopt;
  out.level = std::string(text.substr(0, space));
  out.line = line;
  if (text[space] == '@') {
    const auto end = text.find(' ', space);
    const int offset = std::stoi(std::string(text.substr(space + 1, end - space - 1)));
    out.line = static_cast<std::uint32_t>(static_cast<int>(line) + offset);
  }
  const auto open = text.find("{{");
  const auto close = text.find("}} [");
  if (open == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
  const auto end = text.find(']', close);
  if (end == std::string_view::npos) return std::nullopt;
  out.part = std::string(text.substr(open + 2, close - open - 2));
  out.kind = std::string(text.substr(close + 4, end - close - 4));
  out.end = end + 1;
  return out;
}

// A finding that no comment expects, where it stands.
struct UnexpectedFinding {
  source::Place place;
  std::string level;
  std::string message;
  std::string kind;
  [[nodiscard]] std::string comment(std::string_view where = "") const {
    return fmt::format("{}{}{} {{{{{}}}}} [{}]", kExpect, level, where, message, kind);
  }
};

// The text of `file` as it would have to be: a comment whose words are others now gets them, one without a finding
// goes, and findings without a comment get one at the end of their line. Lines stay where they are.
inline std::string accepted(std::string_view file, std::string text, std::vector<ExpectedFinding> stale,
                            std::vector<UnexpectedFinding> fresh) {
  std::erase_if(stale, [&](const ExpectedFinding& each) { return each.file != file; });
  std::erase_if(fresh, [&](const UnexpectedFinding& each) { return each.place.file != file; });
  std::ranges::sort(stale, std::ranges::greater{}, &ExpectedFinding::begin);
  for (const ExpectedFinding& old : stale) {
    const auto same = std::ranges::find_if(
        fresh, [&](const UnexpectedFinding& each) { return each.place.line == old.line && each.kind == old.kind; });
    std::size_t begin = old.begin;
    std::string comment;
    if (same == fresh.end()) {
      while (begin > 0 && text[begin - 1] == ' ') --begin;
    } else {
      const std::size_t offset = text.find_first_of(" @", begin + kExpect.size());
      const std::size_t space = text.find(' ', offset);
      comment = same->comment(text.substr(offset, space - offset));
      fresh.erase(same);
    }
    text.replace(begin, old.end - begin, comment);
  }
  for (const UnexpectedFinding& each : fresh) {
    std::size_t at = 0;
    for (std::uint32_t line = 1; line < each.place.line && at != std::string::npos; ++line)
      at = text.find('\n', at) + 1;
    text.insert(std::min(text.find('\n', at), text.size()), fmt::format("  {}", each.comment()));
  }
  return text;
}

}  // namespace tandem::agreement
