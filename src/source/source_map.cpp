#include "source/source_map.h"

#include <algorithm>
#include <limits>

#include "base/check.h"

namespace tandem::source {
namespace {

constexpr std::size_t kBlock = 256;  // bytes; a column costs counting at most one block

// Counts the bytes that begin a code point, so that ill-formed text has columns too.
std::uint32_t count_leads(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

FileId SourceMap::add(std::string name, std::string text) {
  TANDEM_CHECK(text.size() < std::numeric_limits<std::uint32_t>::max());
  File added{.name = std::move(name), .text = std::move(text), .line_starts = {0}, .leads_before = {}, .cells = {}};
  for (std::size_t at = added.text.find('\n'); at != std::string::npos; at = added.text.find('\n', at + 1)) {
    added.line_starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  std::uint32_t leads = 0;
  for (std::size_t at = 0; at <= added.text.size(); at += kBlock) {
    added.leads_before.push_back(leads);
    leads += count_leads(std::string_view(added.text).substr(at, kBlock));
  }
  files_.push_back(std::move(added));
  return FileId{static_cast<std::uint32_t>(files_.size() - 1)};
}

FileId SourceMap::add_sheet(std::string name, std::string text, std::vector<CellRange> cells) {
  TANDEM_CHECK(std::ranges::is_sorted(cells, {}, &CellRange::begin));
  const FileId id = add(std::move(name), std::move(text));
  files_.back().cells = std::move(cells);
  return id;
}

const SourceMap::File& SourceMap::file(FileId id) const {
  const auto index = static_cast<std::size_t>(id);
  TANDEM_CHECK(index < files_.size());
  return files_[index];
}

std::string_view SourceMap::name(FileId id) const {
  return file(id).name;
}

std::string_view SourceMap::text(FileId id) const {
  return file(id).text;
}

std::string_view SourceMap::text(Range range) const {
  const std::string_view whole = file(range.file).text;
  const std::size_t begin = std::min<std::size_t>(range.begin, whole.size());
  const std::size_t end = std::clamp<std::size_t>(range.end, begin, whole.size());
  return whole.substr(begin, end - begin);
}

std::uint32_t SourceMap::leads_before(const File& in, std::uint32_t offset) {
  const std::size_t block = offset / kBlock;
  const std::size_t begin = block * kBlock;
  return in.leads_before[block] + count_leads(std::string_view(in.text).substr(begin, offset - begin));
}

std::string_view SourceMap::cell_at(const File& in, std::uint32_t offset) {
  const auto after = std::ranges::upper_bound(in.cells, offset, {}, &CellRange::begin);
  return after == in.cells.begin() ? std::string_view() : std::string_view(std::prev(after)->name);
}

Place SourceMap::place(FileId id, std::uint32_t offset) const {
  const File& in = file(id);
  offset = std::min(offset, static_cast<std::uint32_t>(in.text.size()));
  const auto after = std::ranges::upper_bound(in.line_starts, offset);
  const std::uint32_t start = *std::prev(after);
  return {.file = in.name,
          .line = static_cast<std::uint32_t>(after - in.line_starts.begin()),
          .column = 1 + leads_before(in, offset) - leads_before(in, start),
          .cell = cell_at(in, offset)};
}

std::string_view SourceMap::line(FileId id, std::uint32_t number) const {
  const File& in = file(id);
  if (number == 0 || number > in.line_starts.size()) return {};
  const std::uint32_t begin = in.line_starts[number - 1];
  const std::size_t end = number < in.line_starts.size() ? in.line_starts[number] - 1 : in.text.size();
  std::string_view found = std::string_view(in.text).substr(begin, end - begin);
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

}  // namespace tandem::source
