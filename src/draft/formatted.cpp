#include "draft/formatted.h"

#include "yaml/format.h"

namespace tandem::draft {

std::string formatted(std::string text) {
  source::SourceMap sources;
  diag::Findings ignored;
  const auto file = sources.add("draft", text);
  return yaml::format(sources, file, ignored).value_or(std::move(text));
}

}  // namespace tandem::draft
