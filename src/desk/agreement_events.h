// What happens in the life of an agreement. Like a ticket's events these are the truth: the life is their fold
// (agreement_life.h), every one is a leaf of the engagement's ledger, and none is ever changed. Their durable form is
// record/; a member added there is optional and stands last.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "desk/actor.h"
#include "desk/agreement_text.h"
#include "desk/names.h"

namespace tandem::desk {

// How a proposal ended.
enum class ProposalEnd : std::uint8_t {
  Agreed,     // every party signed it
  Refused,    // a party said no
  Withdrawn,  // those who proposed it took it back
  Changed,    // its draft has another text now, and signatures were for the old one
  Overtaken,  // another version was agreed meanwhile, on which it does not stand
};
[[nodiscard]] std::string_view to_text(ProposalEnd end);  // "agreed"

// The ruling of a dispute that a draft makes a rule of.
struct RulingReference {
  std::uint64_t ticket = 0;  // its human number
  CategoryName category;
  TeamName team;  // whose it was ruled to be
  bool operator==(const RulingReference&) const = default;
};

struct DraftBegun {
  std::uint32_t draft = 0;  // its number, from 1
  std::string title;
  std::uint32_t based_on = 0;  // the version of the agreement that it changes
  AgreementText text;
  std::optional<RulingReference> ruling;
  bool operator==(const DraftBegun&) const = default;
};
struct DraftSaved {
  std::uint32_t draft = 0;
  std::string title;
  std::uint32_t based_on = 0;
  AgreementText text;
  bool operator==(const DraftSaved&) const = default;
};
struct DraftDropped {
  std::uint32_t draft = 0;
  bool operator==(const DraftDropped&) const = default;
};
struct DraftCommented {
  std::uint32_t draft = 0;
  std::uint32_t comment = 0;   // within the draft, from 1
  std::uint32_t revision = 0;  // of the draft that was read
  std::string file;            // empty: about the whole
  std::uint32_t line = 0;      // of that revision's file, from 1; 0: about the whole file
  std::string text;
  bool operator==(const DraftCommented&) const = default;
};
struct AgreementProposed {
  std::uint32_t proposal = 0;  // its number, from 1
  std::uint32_t draft = 0;
  TextHash text;                   // what is to be signed
  base::Instant effective;         // from when the text itself says that it holds
  std::vector<PartyName> parties;  // that sign, in the order of the agreement
  bool operator==(const AgreementProposed&) const = default;
};
struct AgreementSigned {
  std::uint32_t proposal = 0;
  PartyName party;
  TextHash text;  // what was signed: that of the proposal, and no other
  bool operator==(const AgreementSigned&) const = default;
};
struct ProposalEnded {
  std::uint32_t proposal = 0;
  ProposalEnd how = ProposalEnd::Agreed;
  PartyName party;     // Refused: whose
  std::string reason;  // Refused, Withdrawn
  bool operator==(const ProposalEnded&) const = default;
};
struct VersionAgreed {
  std::uint32_t version = 0;
  AgreementText text;
  base::Instant in_force_from;
  std::uint32_t proposal = 0;  // that was signed; 0: an administrator put the text in force, unsigned
  bool operator==(const VersionAgreed&) const = default;
};

using AgreementEventData = std::variant<DraftBegun, DraftSaved, DraftDropped, DraftCommented, AgreementProposed,
                                        AgreementSigned, ProposalEnded, VersionAgreed>;

struct AgreementEvent {
  base::Instant at;
  Actor actor;
  AgreementEventData data;
  bool operator==(const AgreementEvent&) const = default;
};
using AgreementEvents = std::vector<AgreementEvent>;

// The event's name in records and in the API: "draft-begun".
[[nodiscard]] std::string_view name_of(const AgreementEventData& data);
// The inverse: the kind with the name, its data empty; nothing for other words.
[[nodiscard]] std::optional<AgreementEventData> make_agreement_event_data(std::string_view name);

}  // namespace tandem::desk
