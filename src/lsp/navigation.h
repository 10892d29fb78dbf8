// From a name to where it is declared and to everywhere it is used; from an `include` to its file. LSP 3.17:
// textDocument/definition, references, documentHighlight, documentLink.
#pragma once

#include "json/json.h"
#include "lsp/view.h"

namespace tandem::lsp {

// The symbols at the place, those that are used there before those that are declared there.
[[nodiscard]] std::vector<agreement::SymbolId> symbols_at(const View& view);

[[nodiscard]] json::Value definition(const View& view);
enum class Declarations : std::uint8_t { Include, LeaveOut };
[[nodiscard]] json::Value references(const View& view, Declarations declarations);
[[nodiscard]] json::Value highlights(const View& view);  // in the place's own file
[[nodiscard]] json::Value links(const View& view);       // of the place's own file

}  // namespace tandem::lsp
