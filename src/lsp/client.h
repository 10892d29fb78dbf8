// What the client said it can do and wants, when it introduced itself. LSP 3.17, "initialize".
#pragma once

#include <string>

#include "json/json.h"
#include "lsp/text_document.h"

namespace tandem::lsp {

struct Client {
  Encoding encoding = Encoding::Utf16;
  bool related_information = false;
  bool code_description = false;
  bool tags = false;              // of diagnostics
  bool markdown = false;          // in hovers
  bool document_changes = false;  // edits with versions
  bool watches_files = false;     // takes up registrations for changes on disk
  bool hierarchical_symbols = false;
  bool action_literals = false;  // code actions as objects, not commands
  std::string documentation;     // where the pages about findings are; ends in `/`; empty: nowhere
};

// `params` are those of `initialize`. The option `documentation` of the client's initialization options says where
// findings are explained; an empty one means nowhere.
[[nodiscard]] Client client_of(const json::Value& params);

}  // namespace tandem::lsp
