// What stands at a place: a declared thing and what holds of it now, a key and what it is for, the name of a finding, a
// holiday set or a time zone. LSP 3.17: textDocument/hover.
#pragma once

#include "json/json.h"
#include "lsp/client.h"
#include "lsp/view.h"

namespace tandem::lsp {

[[nodiscard]] json::Value hover(const View& view, const Client& client);

}  // namespace tandem::lsp
