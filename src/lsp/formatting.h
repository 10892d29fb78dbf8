// A text in the one style of agreements. LSP 3.17: textDocument/formatting.
#pragma once

#include "lsp/rpc.h"
#include "lsp/workspace.h"

namespace tandem::lsp {

// One edit of the lines that change, or none. A failure tells why the text cannot be read.
[[nodiscard]] Outcome formatting(const OpenDocument& document, Encoding encoding);

}  // namespace tandem::lsp
