// The API's description, as it is served and as the browser's client is generated from it: src/wire/openapi.json, put
// into the program when it is built.
#pragma once

#include <string_view>

namespace tandem::wire {

[[nodiscard]] std::string_view openapi_document();

}  // namespace tandem::wire
