// Which side somebody is of, and which side did something: the client's, or else a provider's. Private to this folder.
#pragma once

#include "desk/clock_terms.h"
#include "desk/done_action.h"
#include "policy/policy.h"

namespace tandem::desk {

[[nodiscard]] bool is_the_clients(policy::PartyIndex party, const policy::Policy& policy);
[[nodiscard]] bool is_the_clients(policy::PersonIndex person, const policy::Policy& policy);
[[nodiscard]] bool is_the_clients(const PersonName& person,
                                  const policy::Policy& policy);  // no: also who is not in it any more

// Whether the client's people did it, whatever the party is called now: by the agreement of that time, else by the one
// in force, else by where the person is now. Without a history (null) by the last two.
[[nodiscard]] bool was_done_by_client(const DoneAction& done, const policy::Policy& policy,
                                      const AgreementHistory* history);

}  // namespace tandem::desk
