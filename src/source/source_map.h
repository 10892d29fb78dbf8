// The texts a compilation has read and where in them a thing stands. A Range is a pair of byte offsets in one file;
// lines and columns are computed only when somebody looks.
//
//   SourceMap sources;
//   const FileId file = sources.add("agreement.yaml", text);
//   const Place place = sources.place({file, 12, 17});      // {"agreement.yaml", 2, 5, ""}
//
// A text may stand for a sheet of a spreadsheet, whose readers know cells and not lines: it is added with its cells,
// and a place in one carries the cell's name.
//
// Single-threaded while files are added; const use is safe from many threads afterwards.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::source {

enum class FileId : std::uint32_t {};

// Half-open byte range. An empty range (begin == end) is a point.
struct Range {
  FileId file{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Range&) const = default;
};

// Lines and columns count from 1; a column counts code points, as editors show them.
struct Place {
  std::string_view file;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::string_view cell = {};  // `RACI!C7`; empty where the text has no cells
};

// A cell's name and its bytes in the text.
struct CellRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string name;
};

class SourceMap {
 public:
  // `name` is what people see: a path relative to the agreement's folder. REQUIRES: text is under 4 GiB.
  FileId add(std::string name, std::string text);
  // The same for a sheet. REQUIRES: the cells are in the order of the text and do not overlap.
  FileId add_sheet(std::string name, std::string text, std::vector<CellRange> cells);

  [[nodiscard]] std::size_t size() const { return files_.size(); }
  [[nodiscard]] std::string_view name(FileId file) const;
  [[nodiscard]] std::string_view text(FileId file) const;
  [[nodiscard]] std::string_view text(Range range) const;

  // Offsets beyond the end are taken as the end. In a sheet what lies between two cells is the first of them. O(log
  // lines), however long the line.
  [[nodiscard]] Place place(FileId file, std::uint32_t offset) const;
  [[nodiscard]] Place place(Range range) const { return place(range.file, range.begin); }
  // Line `line` (from 1) without its line break; empty beyond the last.
  [[nodiscard]] std::string_view line(FileId file, std::uint32_t line) const;

 private:
  struct File {
    std::string name;
    std::string text;
    std::vector<std::uint32_t> line_starts;
    std::vector<std::uint32_t> leads_before;  // code points before each block of the text
    std::vector<CellRange> cells;
  };
  [[nodiscard]] const File& file(FileId id) const;
  [[nodiscard]] static std::uint32_t leads_before(const File& in, std::uint32_t offset);
  [[nodiscard]] static std::string_view cell_at(const File& in, std::uint32_t offset);
  std::vector<File> files_;
};

}  // namespace tandem::source
