// What the forms for programs share. Internal to diag/.
#pragma once

#include <string>
#include <string_view>

#include "diag/finding.h"
#include "json/json.h"

namespace tandem::diag {

// JSON is UTF-8; a file name, and what is quoted of a text, may be any bytes, which are spelled out.
[[nodiscard]] std::string well_formed(std::string_view text);

// An object of the facts in their order. A fact that is told several times has all its values, joined by `, `.
[[nodiscard]] json::Object facts_json(const Counterexample& facts);

}  // namespace tandem::diag
