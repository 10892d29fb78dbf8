#include "record/agreement_record.h"

#include "record/agreement_members.h"
#include "record/envelope.h"

namespace tandem::record {

std::string encode(const desk::AgreementEvent& event) {
  return encode_event(event);
}

base::Result<desk::AgreementEvent> decode_agreement_event(std::string_view text) {
  return decode_event<desk::AgreementEvent>(text, desk::make_agreement_event_data);
}

}  // namespace tandem::record
