// Who signs for a party. The language has no word of its own for it; these are the rules, in this order:
//
// 1. Where the agreement has a decision kind `agreement`, its `by` and its `with` sign for the parties they belong to.
// 2. For a party of which that names nobody: whoever leads one of its teams.
//
// One signature a party is enough. Vendors do not sign: neither team can be theirs. A function of the agreement in
// force, never of the text that is to be signed, which could otherwise name its own signatories. Pure.
#pragma once

#include <optional>
#include <vector>

#include "desk/names.h"
#include "policy/policy.h"

namespace tandem::desk {

inline constexpr std::string_view kAgreementDecision = "agreement";

struct Signatories {
  PartyName party;
  std::vector<PersonName> people;  // may be empty: the agreement gives nobody the say
  bool operator==(const Signatories&) const = default;
};

// The client and the providers, in the order of the agreement.
[[nodiscard]] std::vector<Signatories> signatories(const policy::Policy& policy);
// The party that the person may sign for; nothing when there is none.
[[nodiscard]] std::optional<PartyName> signs_for(const policy::Policy& policy, const PersonName& person);

}  // namespace tandem::desk
