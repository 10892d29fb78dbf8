// The durable form of events: JSON text with a version, the same for every store, so that a ledger, an export and a
// database dump read alike. Old versions are brought up to date on reading; unknown kinds are Unsupported ("made by a
// newer Tandem"), never skipped.
//
//   const std::string text = encode(event);                 // {"v":1,"at":…,"actor":{…},"kind":"ticket-opened",…}
//   auto event = decode(text);                              // Result: Corrupt names the field
//
// Canonical: equal events give equal bytes, and decode() takes those bytes only, so that encode(*decode(text)) == text;
// a record that somebody touched is refused with the member's name. Pure; no allocation beyond the result's.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "desk/event.h"

namespace tandem::record {

// REQUIRES: well-formed UTF-8 and years 0 to 9999 in the event; the former is checked (InternalError).
[[nodiscard]] std::string encode(const desk::Event& event);
[[nodiscard]] base::Result<desk::Event> decode(std::string_view text);

}  // namespace tandem::record
