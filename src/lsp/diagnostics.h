// Findings as an editor shows them. Severity, message with the counterexample and the repair's words, related places,
// the finding's name as the code and a link to its page; what is not needed (a rule that never decides) is tagged so.
#pragma once

#include <map>
#include <string>

#include "json/json.h"
#include "lsp/client.h"
#include "lsp/view.h"

namespace tandem::lsp {

[[nodiscard]] json::Value to_json(const diag::Finding& finding, const Locations& locations, const Client& client);

// All findings of an agreement that stand in its texts as they are: those of the text, and those of the policy that
// were kept.
[[nodiscard]] std::vector<const diag::Finding*> findings_of(const Studied& studied);

// For each of its files, by path, the parameters of `textDocument/publishDiagnostics`; also for files without any.
[[nodiscard]] std::map<std::string, json::Value> diagnostics_of(const Studied& studied, const Locations& locations,
                                                                const Client& client);

}  // namespace tandem::lsp
