#include "lsp/view.h"

#include <boost/json/object.hpp>

#include "lsp/rpc.h"
#include "lsp/uri.h"

namespace tandem::lsp {

Locations::Locations(const source::SourceMap& sources, std::string folder, const Workspace& workspace,
                     Encoding encoding)
    : sources_(&sources),
      folder_(std::move(folder)),
      workspace_(&workspace),
      encoding_(encoding),
      lines_(sources.size()) {}

std::string Locations::path(source::FileId file) const {
  return folder_ + std::string(sources_->name(file));
}

const OpenDocument* Locations::document(source::FileId file) const {
  return workspace_->document(path(file));
}

std::string Locations::uri(source::FileId file) const {
  const OpenDocument* open = document(file);
  return open == nullptr ? uri_of(path(file)) : open->uri;
}

const LineIndex& Locations::lines(source::FileId file) const {
  auto& lines = lines_[static_cast<std::size_t>(file)];
  if (!lines) lines.emplace(sources_->text(file));
  return *lines;
}

Span Locations::span(source::Range range) const {
  const LineIndex& in = lines(range.file);
  return {in.position(range.begin, encoding_), in.position(std::max(range.begin, range.end), encoding_)};
}

json::Value Locations::location(source::Range range) const {
  return {{"uri", uri(range.file)}, {"range", to_json(span(range))}};
}

std::uint32_t Locations::offset(source::FileId file, Position position) const {
  return static_cast<std::uint32_t>(lines(file).offset(position, encoding_));
}

}  // namespace tandem::lsp
