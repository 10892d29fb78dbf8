#include "lsp/edits.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "lsp/rpc.h"

namespace tandem::lsp {

json::Value workspace_edit(std::span<const diag::Edit> edits, const Locations& locations, const Client& client) {
  std::map<source::FileId, json::Array> by_file;
  for (const diag::Edit& edit : edits) {
    by_file[edit.at.file].push_back(json::Object{{"range", to_json(locations.span(edit.at))}, {"newText", edit.text}});
  }
  if (!client.document_changes) {
    json::Object changes;
    for (auto& [file, list] : by_file) changes[locations.uri(file)] = std::move(list);
    return {{"changes", std::move(changes)}};
  }
  json::Array changes;
  for (auto& [file, list] : by_file) {
    json::Value version;
    if (const OpenDocument* open = locations.document(file)) version = open->document.version();
    changes.push_back(json::Object{{"textDocument", {{"uri", locations.uri(file)}, {"version", version}}},
                                   {"edits", std::move(list)}});
  }
  return {{"documentChanges", std::move(changes)}};
}

}  // namespace tandem::lsp
