// Work that only the named may read (`confidential` in the agreement), and what follows for who has it.
//
// A ticket is confidential while its category is one that the agreement in force names so; the category need not be one
// of its `categories`. Who may read it are the named and, by app/'s walls, whoever asked for it. The desk keeps such
// work with people who may read it: nobody owns, is offered, rules on or is told of what they must not see. So that no
// ticket is without a holder, the desk decides where readers are:
// - The team that the agreement's other rules name keeps it if one of the named is a member: the person they name, if
//   that one may read it, else the first named of the team who is there, else nobody in particular (a gap).
// - Where no member of that team may read it, it goes to the team of the first named who is there; where none is there,
//   of the first named.
// - The accountable person is one of the named as well: the activity's, if named, else the first who is there.
// - Where none of the named is of a client's or provider's team, it stays where it was and nobody in particular has it.
//
//   ownership = kept_with_readers(std::move(ownership), category, {policy, now});
//
// Pure; O(named × teams).
#pragma once

#include "desk/names.h"
#include "desk/ownership.h"
#include "policy/policy.h"

namespace tandem::desk {

[[nodiscard]] bool is_confidential(const CategoryName& category, const policy::Policy& policy);
// Whether the person may read work of the category: everybody, or one of the named. Says nothing about other walls.
[[nodiscard]] bool may_read(const CategoryName& category, const PersonName& person, const policy::Policy& policy);
[[nodiscard]] bool has_reader(const CategoryName& category, policy::TeamIndex team, const policy::Policy& policy);
[[nodiscard]] bool has_reader(const CategoryName& category, policy::PartyIndex party, const policy::Policy& policy);
// Whether everybody who may read work of the first category may read work of the second.
[[nodiscard]] bool is_read_by_readers_of(const CategoryName& category, const CategoryName& other,
                                         const policy::Policy& policy);
// The person, where they may read it; else the one in their place: `accountable`, where that one may, else the first of
// the named who is there. The person, where nobody may read it. Empty for an empty name.
[[nodiscard]] PersonName reader_for(const PersonName& person, const PersonName& accountable,
                                    const CategoryName& category, const policy::Policy& policy, base::Instant now);
// Whether the word can be a ticket's category: one of the agreement's, or one that is confidential and nothing else.
[[nodiscard]] bool is_category(const CategoryName& category, const policy::Policy& policy);

[[nodiscard]] Ownership kept_with_readers(Ownership ownership, const CategoryName& category,
                                          const policy::Policy& policy, base::Instant now);

}  // namespace tandem::desk
