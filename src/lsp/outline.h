// The sections of a text and what they declare, as a tree. LSP 3.17: textDocument/documentSymbol.
#pragma once

#include "json/json.h"
#include "lsp/client.h"
#include "lsp/workspace.h"

namespace tandem::lsp {

// Empty for a text that is not YAML.
[[nodiscard]] json::Value outline(const OpenDocument& document, const Client& client);

}  // namespace tandem::lsp
