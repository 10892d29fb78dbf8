// The durable form of a request form of the catalogue: one canonical JSON text, as events have (event_record.h).
//
//   const std::string text = encode(form);
//   auto form = decode_form(text);           // Result: Corrupt names the member
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "desk/request_form.h"

namespace tandem::record {

// REQUIRES: well-formed UTF-8 in the form.
[[nodiscard]] std::string encode(const desk::RequestForm& form);
[[nodiscard]] base::Result<desk::RequestForm> decode_form(std::string_view text);

}  // namespace tandem::record
