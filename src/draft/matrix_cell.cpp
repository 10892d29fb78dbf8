#include "draft/matrix_cell.h"

#include <algorithm>
#include <array>

#include "draft/matrix_words.h"
#include "draft/plain_letters.h"

namespace tandem::draft {
namespace {

constexpr std::array<std::string_view, 11> kNone = {
    "x", "-", "n/a", "na", "none", "n.a.", ".", "0", "no", "not applicable", "nil"};
constexpr std::array<std::string_view, 7> kShared = {
    "shared", "both", "joint", "jointly", "shared responsibility", "shared*", "both parties"};
constexpr std::array<std::string_view, 6> kTicks = {"\u2713", "\u2714", "\u2705", "\u2611", "\u2714\ufe0f", "yes"};
constexpr std::array<std::string_view, 5> kUndecided = {"tbd", "tbc", "?", "??", "to be decided"};
constexpr std::array<std::string_view, 13> kFootnotes = {"\u00b9", "\u00b2", "\u00b3", "\u2070", "\u2074",
                                                         "\u2075", "\u2076", "\u2077", "\u2078", "\u2079",
                                                         "\u2020", "\u2021", "*"};
constexpr std::size_t kMostLettersInARow = 5;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::optional<Part> part_of(char c) {
  switch (c) {
    case 'R':
    case 'r': return Part::Responsible;
    case 'A':
    case 'a': return Part::Accountable;
    case 'C':
    case 'c': return Part::Consulted;
    case 'I':
    case 'i': return Part::Informed;
    default: return std::nullopt;
  }
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Reads the letters of a cell from left to right. Remarks in brackets belong to all letters since the last ones.
class CellReader {
 public:
  explicit CellReader(std::string_view text) : rest_(text) {}

  // Nothing when the cell is something else.
  std::optional<CellReading> read() {
    while (!rest_.empty()) {
      if (!read_next()) return std::nullopt;
    }
    if (reading_.parts.empty() && reading_.others.empty()) return std::nullopt;
    reading_.kind = reading_.parts.empty() ? CellKind::Other : CellKind::Letters;
    return std::move(reading_);
  }

 private:
  bool read_next() {
    if (pass_footnote()) return true;
    const char c = rest_.front();
    if (c == '(' || c == '[') return read_brackets(c == '(' ? ')' : ']');
    if (is_letter(c)) return read_run();
    const bool has_letters = !reading_.parts.empty() || !reading_.others.empty();
    if (has_letters && (c == ':' || (c == '-' && rest_.starts_with("- ")) || rest_.starts_with("\u2013 "))) {
      remark(trimmed(rest_.substr(rest_.find(' ') == std::string_view::npos ? 1 : rest_.find(' '))));
      rest_ = {};
      return true;
    }
    constexpr std::string_view kJoiners = " /,&+;|\\.\n\r\t-";
    if (kJoiners.find(c) == std::string_view::npos && !(has_letters && c >= '0' && c <= '9')) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool pass_footnote() {
    for (const std::string_view mark : kFootnotes) {
      if (!rest_.starts_with(mark)) continue;
      rest_.remove_prefix(mark.size());
      return true;
    }
    return false;
  }

  // To the bracket that closes this one; one that nothing closes goes to the end.
  bool read_brackets(char close) {
    const char open = rest_.front();
    std::size_t depth = 0;
    std::size_t end = 0;
    for (; end < rest_.size(); ++end) {
      if (rest_[end] == open) ++depth;
      if (rest_[end] == close && --depth == 0) break;
    }
    remark(trimmed(rest_.substr(1, end - 1)));
    rest_ = rest_.substr(std::min(end + 1, rest_.size()));
    return true;
  }

  void remark(std::string_view words) {
    const bool number = !words.empty() && words.find_first_not_of("0123456789*") == std::string_view::npos;
    if (number) return;  // a footnote: "R (1)"
    const Remark remark = read_remark(words);
    for (std::size_t i = unremarked_; i < reading_.parts.size(); ++i) reading_.parts[i].remark = remark;
    unremarked_ = reading_.parts.size();
  }

  bool read_run() {
    std::size_t end = 0;
    while (end < rest_.size() && is_letter(rest_[end])) ++end;
    const std::string_view run = rest_.substr(0, end);
    // A letter within other text (`Älg`) is not a run of letters.
    if (end < rest_.size() && static_cast<unsigned char>(rest_[end]) >= 0x80 && !footnote_at(end)) return false;
    rest_.remove_prefix(end);
    if (const auto part = part_named(run)) {
      add(*part);
      return true;
    }
    const std::string small = lower(run);
    if (small == "and" || small == "or") return true;
    if (run.size() > kMostLettersInARow) return false;
    // Other letters count only one by one, or `CIO` and `QA` would be rows of letters.
    const bool all_known = std::ranges::all_of(run, [](char c) { return part_of(c).has_value(); });
    if (!all_known && run.size() > 1) return false;
    for (const char c : run) {
      if (const auto part = part_of(c)) {
        add(*part);
      } else {
        reading_.others.emplace_back(1, c);
      }
    }
    return true;
  }

  [[nodiscard]] bool footnote_at(std::size_t at) const {
    return std::ranges::any_of(kFootnotes, [&](std::string_view mark) { return rest_.substr(at).starts_with(mark); }) ||
           rest_.substr(at).starts_with("\u2013");
  }

  void add(Part part) {
    // `A, A (Sev 1)` says it twice; with remarks both count.
    const bool twice = std::any_of(reading_.parts.begin() + static_cast<std::ptrdiff_t>(unremarked_),
                                   reading_.parts.end(), [&](const CellPart& p) { return p.part == part; });
    if (!twice) reading_.parts.push_back({part, {}});
  }

  std::string_view rest_;
  CellReading reading_;
  std::size_t unremarked_ = 0;  // the first part that no brackets have followed yet
};

bool is_drawn_line(std::string_view text) {
  return text.size() > 2 && text.find_first_not_of("-_=") == std::string_view::npos;
}

}  // namespace

char letter(Part part) {
  constexpr std::string_view kLetters = "RACI";
  return kLetters[static_cast<std::size_t>(part)];
}

std::optional<Part> part_named(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Part>, 12> kWords = {{{"responsible", Part::Responsible},
                                                                         {"accountable", Part::Accountable},
                                                                         {"consulted", Part::Consulted},
                                                                         {"informed", Part::Informed},
                                                                         {"consult", Part::Consulted},
                                                                         {"inform", Part::Informed},
                                                                         {"resp", Part::Responsible},
                                                                         {"acct", Part::Accountable},
                                                                         {"r", Part::Responsible},
                                                                         {"a", Part::Accountable},
                                                                         {"c", Part::Consulted},
                                                                         {"i", Part::Informed}}};
  const std::string small = lower(word);
  const auto found = std::ranges::find(kWords, small, &std::pair<std::string_view, Part>::first);
  return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

std::string_view usual_meaning(std::string_view letter) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kMeanings = {{{"s", "supports"},
                                                                                       {"v", "verifies"},
                                                                                       {"q", "reviews the quality"},
                                                                                       {"o", "is left out"},
                                                                                       {"p", "performs"},
                                                                                       {"d", "drives or decides"},
                                                                                       {"l", "leads"},
                                                                                       {"f", "facilitates"}}};
  const std::string small = lower(letter);
  const auto found = std::ranges::find(kMeanings, small, &std::pair<std::string_view, std::string_view>::first);
  return found == kMeanings.end() ? std::string_view() : found->second;
}

CellReading read_matrix_cell(std::string_view written) {
  const std::string usual = in_usual_width(written);
  const std::string_view text = trimmed(usual);
  CellReading reading;
  if (text.empty() || is_drawn_line(text)) return reading;
  const std::string small = lower(text);
  if (is_one_of(small, kNone) || text == "\u2013" || text == "\u2014" || text == "\u2717" || text == "\u2718" ||
      text == "\u274c") {
    reading.kind = CellKind::None;
    reading.is_x = small == "x";
    return reading;
  }
  if (is_one_of(small, kTicks)) {
    reading.kind = CellKind::Tick;
    return reading;
  }
  if (is_one_of(small, kUndecided)) {
    reading.kind = CellKind::Other;
    reading.others = {std::string(text)};
    return reading;
  }
  const std::size_t bracket = small.find_first_of("([");
  if (is_one_of(trimmed(std::string_view(small).substr(0, bracket)), kShared)) {
    reading.kind = CellKind::Shared;
    return reading;
  }
  if (auto letters = CellReader(text).read()) return *std::move(letters);
  reading.kind = CellKind::Text;
  return reading;
}

}  // namespace tandem::draft
