#include "record/event_record.h"

#include "record/envelope.h"

namespace tandem::record {

std::string encode(const desk::Event& event) {
  return encode_event(event);
}

base::Result<desk::Event> decode(std::string_view text) {
  return decode_event<desk::Event>(text, desk::make_event_data);
}

}  // namespace tandem::record
