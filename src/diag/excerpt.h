// The line of the source a finding is about, with a mark under the range. Internal to diag/.
//
//   const Excerpt drawn = draw_excerpt(sources, finding.at, '^');
//   drawn.line   // "    membrs: [anna]"
//   drawn.mark   // "    ^^^^^^"
//
// A range over several lines is marked to the end of its first. A line wider than a terminal is shown in part, around
// the mark.
#pragma once

#include <cstdint>
#include <string>

#include "source/source_map.h"

namespace tandem::diag {

struct Excerpt {
  std::uint32_t number = 1;  // of the line
  std::string line;
  std::string mark;
};

// A range outside its file is moved into it. REQUIRES: the file is in `sources`.
[[nodiscard]] Excerpt draw_excerpt(const source::SourceMap& sources, source::Range at, char mark);

}  // namespace tandem::diag
