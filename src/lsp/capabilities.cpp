#include "lsp/capabilities.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace tandem::lsp {
namespace {

std::string_view to_text(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8: return "utf-8";
    case Encoding::Utf16: return "utf-16";
    case Encoding::Utf32: return "utf-32";
  }
  return "utf-16";
}

constexpr int kIncremental = 2;

}  // namespace

json::Value capabilities(const Client& client, std::string_view version) {
  const json::Object sync{{"openClose", true}, {"change", kIncremental}, {"save", {{"includeText", false}}}};
  const json::Object offered{
      {"positionEncoding", to_text(client.encoding)},
      {"textDocumentSync", sync},
      {"hoverProvider", true},
      {"completionProvider", {{"triggerCharacters", json::Array{" ", "[", "{", ","}}, {"resolveProvider", false}}},
      {"definitionProvider", true},
      {"referencesProvider", true},
      {"documentHighlightProvider", true},
      {"documentSymbolProvider", true},
      {"documentLinkProvider", {{"resolveProvider", false}}},
      {"documentFormattingProvider", true},
      {"renameProvider", {{"prepareProvider", true}}},
      {"codeActionProvider", {{"codeActionKinds", json::Array{"quickfix", "source.fixAll.tandem"}}}}};
  return {{"capabilities", offered}, {"serverInfo", {{"name", "tandem"}, {"version", version}}}};
}

bool is_offered(std::string_view method) {
  constexpr std::array<std::string_view, 11> kMethods = {
      "textDocument/hover",        "textDocument/completion",        "textDocument/definition",
      "textDocument/references",   "textDocument/documentHighlight", "textDocument/documentSymbol",
      "textDocument/documentLink", "textDocument/formatting",        "textDocument/prepareRename",
      "textDocument/rename",       "textDocument/codeAction"};
  return std::ranges::find(kMethods, method) != kMethods.end();
}

}  // namespace tandem::lsp
