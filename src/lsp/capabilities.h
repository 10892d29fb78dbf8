// What the server offers. LSP 3.17, "InitializeResult".
#pragma once

#include <string_view>

#include "json/json.h"
#include "lsp/client.h"

namespace tandem::lsp {

[[nodiscard]] json::Value capabilities(const Client& client, std::string_view version);

// Whether it is one of the requests about a document that the capabilities name.
[[nodiscard]] bool is_offered(std::string_view method);

}  // namespace tandem::lsp
