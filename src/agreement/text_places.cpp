#include "agreement/text_places.h"

#include <algorithm>

namespace tandem::agreement {

policy::TextPlace TextPlaces::place(source::Range range) const {
  return {files_[static_cast<std::size_t>(range.file)], sources_->place(range).line};
}

source::Range TextPlaces::range(const policy::TextPlace& place) const {
  const auto found = std::ranges::find(files_, place.file);
  if (found == files_.end() || place.line == 0) return {};
  const auto file = static_cast<source::FileId>(found - files_.begin());
  auto line = sources_->line(file, place.line);
  while (line.starts_with(' ')) line.remove_prefix(1);
  const auto begin = static_cast<std::uint32_t>(line.data() - sources_->text(file).data());
  return {file, begin, begin + static_cast<std::uint32_t>(line.size())};
}

}  // namespace tandem::agreement
