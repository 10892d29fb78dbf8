// What the features of the server look at: one agreement as it is in the editor, and one place in it. Made for one
// request; borrows the workspace.
//
//   const View view = …;
//   view.locations.location(range);      // {"uri": …, "range": …}
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/json.h"
#include "lsp/text_document.h"
#include "lsp/workspace.h"

namespace tandem::lsp {

// Ranges of a compilation as clients want them. REQUIRES: the compilation outlives it.
class Locations {
 public:
  Locations(const source::SourceMap& sources, std::string folder, const Workspace& workspace, Encoding encoding);
  [[nodiscard]] std::string path(source::FileId file) const;
  [[nodiscard]] std::string uri(source::FileId file) const;  // as the client spells it, when it has the file open
  // Null when the file is not open.
  [[nodiscard]] const OpenDocument* document(source::FileId file) const;
  [[nodiscard]] Span span(source::Range range) const;
  [[nodiscard]] json::Value location(source::Range range) const;
  [[nodiscard]] std::uint32_t offset(source::FileId file, Position position) const;

 private:
  [[nodiscard]] const LineIndex& lines(source::FileId file) const;
  const source::SourceMap* sources_;
  std::string folder_;
  const Workspace* workspace_;
  Encoding encoding_;
  mutable std::vector<std::optional<LineIndex>> lines_;  // made when they are first asked for
};

struct View {
  const Studied& studied;
  const agreement::Compiled& compiled;  // of the texts as they are
  Locations locations;
  source::FileId file{};
  std::uint32_t offset = 0;
  base::Instant now{};

  [[nodiscard]] const agreement::TextIndex* index() const { return compiled.index ? &*compiled.index : nullptr; }
};

}  // namespace tandem::lsp
