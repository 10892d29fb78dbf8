// The life of an agreement as the store has it: its events, and the versions that were put in force before such events
// were recorded; and how a text that is agreed gets into the store.
//
//   TANDEM_TRY(const auto life, read_agreement_life(tx, engagement, versions));
//   TANDEM_TRY_DONE(record_agreement(tx, engagement, life, events, texts));
//
// Not thread-safe: inside one transaction.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/store.h"
#include "desk/agreement_life.h"
#include "desk/agreement_notice.h"
#include "policy/policy.h"

namespace tandem::app {

// `versions`: of the registry, the oldest first; those that no event tells of are part of the life without an act of
// anybody's. Corrupt when the events do not follow each other.
[[nodiscard]] base::Result<desk::AgreementLife> read_agreement_life(const std::vector<StoredAgreementEvent>& events,
                                                                    const std::vector<AgreementVersion>& versions);

// What an event agrees as the registry keeps it, sealed. BadInput when it does not compile.
[[nodiscard]] base::Result<AgreementVersion> compose_version(const desk::VersionAgreed& agreed,
                                                             std::map<std::string, std::string> files);

// Keeps the texts and adds the events. The version that they agree, if any, must have been added before: an engagement
// is there from its first version on.
[[nodiscard]] base::Result<void> record_agreement(WriteTransaction& tx, const desk::EngagementName& engagement,
                                                  const desk::AgreementLife& life, const desk::AgreementEvents& events,
                                                  const std::map<std::string, std::string>& texts);

// Keeps who is told of the step, which is recorded in the same transaction.
[[nodiscard]] base::Result<void> tell_of_agreement(WriteTransaction& tx, const desk::EngagementName& engagement,
                                                   base::Instant now, const desk::AgreementStep& step);

// The version that the events agree; null when they agree none.
[[nodiscard]] const desk::VersionAgreed* version_in(const desk::AgreementEvents& events);

}  // namespace tandem::app
