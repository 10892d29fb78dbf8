// The places that a compiled policy remembers (file and line), found again in the texts it was compiled from.
//
//   const TextPlaces places(compiled.sources, compiled.files);
//   places.line({"agreement.yaml", 46});          // "business-app: {responsible: harbor-it, …}"
//   finding.note(places.range(reason.at), …);
//
// A view: sources and files outlive it. Thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "policy/spec.h"
#include "source/source_map.h"

namespace tandem::agreement {

class TextPlaces {
 public:
  // `files`, by FileId: the names relative to the agreement's folder.
  TextPlaces(const source::SourceMap& sources, std::span<const std::string> files)
      : sources_(&sources), files_(files) {}

  [[nodiscard]] policy::TextPlace place(source::Range range) const;
  // The words of the line, without the spaces before them; an empty range of the first file where no line is meant.
  [[nodiscard]] source::Range range(const policy::TextPlace& place) const;
  [[nodiscard]] std::string_view line(const policy::TextPlace& place) const { return sources_->text(range(place)); }

 private:
  const source::SourceMap* sources_;
  std::span<const std::string> files_;
};

}  // namespace tandem::agreement
