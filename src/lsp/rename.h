// Another name for what an agreement declares, everywhere it is written. LSP 3.17: textDocument/prepareRename, rename.
//
// A name that is written at one place for two things (an escalation path and its priority) is changed for both. Of
// `backup.monitoring` the function and the activity have names of their own. The new name must be one, must not be
// taken, and must not be a word that the language uses there; the result is compiled before it is offered, so that a
// rename never breaks an agreement.
#pragma once

#include "lsp/client.h"
#include "lsp/rpc.h"
#include "lsp/view.h"

namespace tandem::lsp {

// The letters that would be changed, and the name as it is; null where nothing can be renamed.
[[nodiscard]] json::Value prepare_rename(const View& view);
[[nodiscard]] Outcome rename(const View& view, const std::string& new_name, const Client& client);

}  // namespace tandem::lsp
