// The durable form of what happens in the life of an agreement, as event_record.h has it for tickets: the same text
// form, canonical, refused when somebody touched it.
//
//   const std::string text = encode(event);        // {"v":1,"at":…,"actor":{…},"kind":"agreement-signed",…}
//   auto event = decode_agreement_event(text);
//
// Pure; no allocation beyond the result's.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "desk/agreement_events.h"

namespace tandem::record {

// REQUIRES: well-formed UTF-8 and years 0 to 9999 in the event; the former is checked (InternalError).
[[nodiscard]] std::string encode(const desk::AgreementEvent& event);
[[nodiscard]] base::Result<desk::AgreementEvent> decode_agreement_event(std::string_view text);

}  // namespace tandem::record
