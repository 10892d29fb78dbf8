// A repair as the text would look: the line as it becomes, with marks under what is new, or lines that go and come.
// Internal to diag/.
//
//   draw_repair(sources, finding.repair->edits, 100)
//   //  4 |     members: [anna]          9 + deputy: pat
//   //    |     ~~~~~~~
//
// Edits that do not lie in the sources, or collide, draw nothing: the words remain.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "diag/finding.h"
#include "source/source_map.h"

namespace tandem::diag {

struct RepairRow {
  enum class Kind : std::uint8_t {
    Becomes,  // a line in which something is replaced or put in
    Marks,    // under it: `~` what is replaced, `+` what is put in
    Goes,
    Comes,
    Cut,  // more lines of the kind before
  };
  Kind kind;
  std::uint32_t number = 0;  // of the line: in the text as it is for Goes, else in the text as it becomes
  std::string text;
};

struct RepairPart {
  source::FileId file;
  std::vector<RepairRow> rows;
};

[[nodiscard]] std::vector<RepairPart> draw_repair(const source::SourceMap& sources, std::span<const Edit> edits,
                                                  std::size_t width);

}  // namespace tandem::diag
