#include "diag/repair_view.h"

#include <algorithm>

#include "diag/edits.h"
#include "diag/excerpt.h"

namespace tandem::diag {
namespace {

constexpr std::size_t kMostLines = 6;  // that go, and that come

// The edits of neighbouring lines, and the lines they touch.
struct Group {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<Edit> edits;
};

bool can_be_drawn(const source::SourceMap& sources, std::span<const Edit> edits) {
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const source::Range at = edits[i].at;
    if (static_cast<std::size_t>(at.file) >= sources.size()) return false;
    if (at.begin > at.end || at.end > sources.text(at.file).size()) return false;
    for (std::size_t j = 0; j < i; ++j) {
      if (collide(edits[i], edits[j])) return false;
    }
  }
  return true;
}

std::vector<Group> groups_of(const source::SourceMap& sources, std::span<const Edit> sorted) {
  std::vector<Group> groups;
  for (const Edit& edit : sorted) {
    const std::uint32_t first = sources.place(edit.at).line;
    const std::uint32_t last = sources.place(edit.at.file, edit.at.end).line;
    const bool joins =
        !groups.empty() && groups.back().edits.back().at.file == edit.at.file && first <= groups.back().last + 1;
    if (!joins) groups.push_back({.first = first, .last = last, .edits = {}});
    groups.back().last = std::max(groups.back().last, last);
    groups.back().edits.push_back(edit);
  }
  return groups;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

// Where the new text of the edits stands in what becomes of one line.
void add_becoming(std::string_view line, const std::vector<Edit>& edits, std::uint32_t line_begin, std::size_t width,
                  std::uint32_t number, std::vector<RepairRow>& rows) {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
  std::ptrdiff_t shift = -static_cast<std::ptrdiff_t>(line_begin);
  bool replaces = false;
  for (const Edit& edit : edits) {
    const auto at = static_cast<std::size_t>(edit.at.begin + shift);
    begin = std::min(begin, at);
    end = at + edit.text.size();
    replaces = replaces || edit.at.begin < edit.at.end;
    shift += static_cast<std::ptrdiff_t>(edit.text.size()) - (edit.at.end - edit.at.begin);
  }
  const auto drawn = draw_line(line, begin, end, replaces ? '~' : '+', width);
  rows.push_back({RepairRow::Kind::Becomes, number, drawn.source});
  rows.push_back({RepairRow::Kind::Marks, number, drawn.marks});
}

void add_lines(RepairRow::Kind kind, std::uint32_t number, std::span<const std::string_view> lines, std::size_t width,
               std::vector<RepairRow>& rows) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == kMostLines) {
      rows.push_back({RepairRow::Kind::Cut, number, ""});
      return;
    }
    rows.push_back({kind, number++, draw_line(lines[i], width)});
  }
}

void draw_group(const source::SourceMap& sources, const Group& group, std::size_t width, std::int64_t lines_before,
                std::vector<RepairRow>& rows) {
  const source::FileId file = group.edits.front().at.file;
  const std::string_view text = sources.text(file);
  const auto offset = [&](std::string_view part) { return static_cast<std::uint32_t>(part.data() - text.data()); };
  const std::uint32_t begin = offset(sources.line(file, group.first));
  const std::string_view last_line = sources.line(file, group.last);
  const std::uint32_t end = offset(last_line) + static_cast<std::uint32_t>(last_line.size());

  std::vector<Edit> shifted = group.edits;
  for (Edit& edit : shifted) {
    edit.at.begin -= begin;
    edit.at.end = std::min(edit.at.end, end) - begin;
    edit.at.begin = std::min(edit.at.begin, edit.at.end);
  }
  const std::string_view region = text.substr(begin, end - begin);
  const std::string becomes = with_edits(region, shifted);
  std::vector<std::string_view> old_lines = lines_of(region);
  std::vector<std::string_view> new_lines = lines_of(becomes);
  const bool takes_only = std::ranges::all_of(group.edits, [](const Edit& edit) { return edit.text.empty(); });
  if (old_lines.size() == 1 && new_lines.size() == 1 && !takes_only) {
    add_becoming(new_lines.front(), group.edits, begin, width, static_cast<std::uint32_t>(group.first + lines_before),
                 rows);
    return;
  }
  std::size_t same = 0;
  const std::size_t fewer = std::min(old_lines.size(), new_lines.size());
  while (same < fewer && old_lines[same] == new_lines[same]) ++same;
  std::size_t same_behind = 0;
  while (same_behind < fewer - same &&
         old_lines[old_lines.size() - 1 - same_behind] == new_lines[new_lines.size() - 1 - same_behind]) {
    ++same_behind;
  }
  const auto middle = [&](const std::vector<std::string_view>& lines) {
    return std::span(lines).subspan(same, lines.size() - same - same_behind);
  };
  const auto number = static_cast<std::uint32_t>(group.first + same);
  add_lines(RepairRow::Kind::Goes, number, middle(old_lines), width, rows);
  add_lines(RepairRow::Kind::Comes, static_cast<std::uint32_t>(number + lines_before), middle(new_lines), width, rows);
}

std::int64_t breaks_in(std::string_view text) {
  return std::ranges::count(text, '\n');
}

}  // namespace

std::vector<RepairPart> draw_repair(const source::SourceMap& sources, std::span<const Edit> edits, std::size_t width) {
  if (!can_be_drawn(sources, edits)) return {};
  std::vector<Edit> sorted(edits.begin(), edits.end());
  std::ranges::sort(sorted, {}, &Edit::at);
  std::vector<RepairPart> parts;
  std::int64_t lines_before = 0;  // how many lines more there are above, in the text as it becomes
  for (const Group& group : groups_of(sources, sorted)) {
    const source::FileId file = group.edits.front().at.file;
    if (parts.empty() || parts.back().file != file) {
      parts.push_back({file, {}});
      lines_before = 0;
    }
    draw_group(sources, group, width, lines_before, parts.back().rows);
    for (const Edit& edit : group.edits) lines_before += breaks_in(edit.text) - breaks_in(sources.text(edit.at));
  }
  return parts;
}

}  // namespace tandem::diag
