// Changes of texts as clients carry them out: LSP 3.17, "WorkspaceEdit".
#pragma once

#include <span>

#include "json/json.h"
#include "lsp/client.h"
#include "lsp/view.h"

namespace tandem::lsp {

// With the versions of open documents where the client takes them, so that it refuses an edit of another text.
[[nodiscard]] json::Value workspace_edit(std::span<const diag::Edit> edits, const Locations& locations,
                                         const Client& client);

}  // namespace tandem::lsp
