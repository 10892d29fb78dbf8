// What can be written at a place: keys of its map that are not there yet, names of what the language takes there, fixed
// words, names of findings, holiday sets and time zones, files to include. LSP 3.17: textDocument/completion.
//
// A text is hardly ever YAML while somebody is writing it. So a word is put in the place of the cursor, the section is
// read and bound by itself, and what the binder asked for at that word is offered; the names come from the last text
// that could be read as a whole.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "json/json.h"
#include "lsp/view.h"

namespace tandem::lsp {

// `text` is what the editor has, which `studied` need not be. `files` names what could be included; it is asked only
// where a file can stand.
[[nodiscard]] json::Value completion(const Studied& studied, std::string_view text, std::uint32_t offset,
                                     Encoding encoding, const std::function<std::vector<std::string>()>& files);

}  // namespace tandem::lsp
