#include "lsp/client.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "lsp/rpc.h"

namespace tandem::lsp {
namespace {

// Where the program's own pages are. The same host stands in the types of problems that the server tells.
constexpr std::string_view kDocumentation = "https://tandem.example/diagnostics/";

// The first that we know, as the client prefers; UTF-16 when it names none.
Encoding encoding_of(const json::Value& params) {
  const json::Value* offered = at(params, {"capabilities", "general", "positionEncodings"});
  if (offered == nullptr || !offered->is_array()) return Encoding::Utf16;
  for (const json::Value& word : offered->get_array()) {
    if (!word.is_string()) continue;
    if (word.get_string() == "utf-8") return Encoding::Utf8;
    if (word.get_string() == "utf-16") return Encoding::Utf16;
    if (word.get_string() == "utf-32") return Encoding::Utf32;
  }
  return Encoding::Utf16;
}

}  // namespace

Client client_of(const json::Value& params) {
  Client client;
  client.encoding = encoding_of(params);
  const json::Value nothing;
  const json::Value* said = at(params, {"capabilities", "textDocument"});
  const json::Value& text = said == nullptr ? nothing : *said;
  client.related_information = is_true_at(text, {"publishDiagnostics", "relatedInformation"});
  client.code_description = is_true_at(text, {"publishDiagnostics", "codeDescriptionSupport"});
  client.tags = at(text, {"publishDiagnostics", "tagSupport"}) != nullptr;
  client.markdown = has_word_at(text, {"hover", "contentFormat"}, "markdown");
  client.hierarchical_symbols = is_true_at(text, {"documentSymbol", "hierarchicalDocumentSymbolSupport"});
  client.action_literals = at(text, {"codeAction", "codeActionLiteralSupport"}) != nullptr;
  client.document_changes = is_true_at(params, {"capabilities", "workspace", "workspaceEdit", "documentChanges"});
  client.watches_files =
      is_true_at(params, {"capabilities", "workspace", "didChangeWatchedFiles", "dynamicRegistration"});
  const auto wanted = text_at(params, {"initializationOptions", "documentation"});
  client.documentation = wanted.value_or(kDocumentation);
  if (!client.documentation.empty() && !client.documentation.ends_with('/')) client.documentation += '/';
  return client;
}

}  // namespace tandem::lsp
