// What findings suggest, as things to click on: a quick fix for each repair that has edits, and all sure ones at once.
// LSP 3.17: textDocument/codeAction.
#pragma once

#include "json/json.h"
#include "lsp/client.h"
#include "lsp/view.h"

namespace tandem::lsp {

// `params` are those of the request: the range that is asked about and the kinds that are wanted.
[[nodiscard]] json::Value code_actions(const View& view, const json::Value& params, const Client& client);

}  // namespace tandem::lsp
