// The life of an agreement as people read it, as narrative.h has it for tickets; and what each event is about.
#pragma once

#include <string>

#include "app/notices.h"
#include "desk/agreement_life.h"
#include "policy/policy.h"

namespace tandem::app {

// What its actor did, to be read after their name; or a whole sentence.
[[nodiscard]] std::string narrate(const desk::AgreementEvent& event, const policy::Policy& policy);
[[nodiscard]] bool is_whole_sentence(const desk::AgreementEventData& data);

[[nodiscard]] AboutAgreement about_of(const desk::AgreementEventData& data, const desk::AgreementLife& life);
// The title of the draft, or "Version 3".
[[nodiscard]] std::string subject_of(const AboutAgreement& about, const desk::AgreementLife& life);

}  // namespace tandem::app
