// The life of an agreement: drafts that both parties write and talk about, proposals that each party signs or refuses,
// and the versions that came of them. Pure, as the rest of the desk: (life, command, circumstances) → events or a
// refusal, and the life is the fold of its events.
//
//   auto decision = decide(life, SignProposal{.proposal = 2, .text = hash}, {.policy = policy, .now = now,
//                                                                            .actor = actor});
//   for (const AgreementEvent& event : std::get<AgreementEvents>(decision)) TANDEM_TRY_DONE(evolve(life, event));
//
// Rules (docs/agreement-life.md tells them to people):
// - A signature is for one text. A draft that gets another text ends its proposal, and the signatures with it.
// - A version follows the newest one: what was begun from an older one cannot be proposed, and an open proposal is
//   overtaken as soon as another version is agreed. So nobody takes back by signing what others signed meanwhile.
// - A version comes into force when its text says so, but not before it is agreed, nor before the version that it
//   follows. It is in force until the next one is: at every instant there is at most one.
// - Who may sign for a party is asked of the agreement that is in force when they sign (signatories.h).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/error.h"
#include "desk/agreement_events.h"
#include "desk/refusal.h"
#include "policy/policy.h"

namespace tandem::desk {

// Commands ----------------------------------------------------------------------------------------------------------

struct BeginDraft {
  std::string title;
  std::uint32_t based_on = 0;
  AgreementText text;
  std::optional<RulingReference> ruling = {};
};
struct SaveDraft {
  std::uint32_t draft = 0;
  std::string title;
  std::uint32_t based_on = 0;  // naming a newer version than before says that its changes were taken over
  AgreementText text;
};
struct DropDraft {
  std::uint32_t draft = 0;
};
struct CommentOnDraft {
  std::uint32_t draft = 0;
  std::uint32_t revision = 0;
  std::string file;
  std::uint32_t line = 0;
  std::string text;
};
// What the compiler and the agreement in force say of the text, found out by whoever sends the command.
struct ProposeDraft {
  std::uint32_t draft = 0;
  TextHash text;  // the text that the proposer saw
  std::uint32_t errors = 0;
  base::Instant effective;
};
struct SignProposal {
  std::uint32_t proposal = 0;
  TextHash text;  // the text that the signatory saw
};
struct RefuseProposal {
  std::uint32_t proposal = 0;
  std::string reason;
};
struct WithdrawProposal {
  std::uint32_t proposal = 0;
  std::string reason;  // may be empty
};
// By an administrator, without signatures: the first version, and whatever the parties have not signed.
struct AdoptText {
  AgreementText text;
};
using AgreementCommand = std::variant<BeginDraft, SaveDraft, DropDraft, CommentOnDraft, ProposeDraft, SignProposal,
                                      RefuseProposal, WithdrawProposal, AdoptText>;

// State -------------------------------------------------------------------------------------------------------------

enum class DraftState : std::uint8_t { Open, Proposed, Agreed, Dropped };
[[nodiscard]] std::string_view to_text(DraftState state);  // "open"

struct DraftComment {
  std::uint32_t number = 0;
  std::uint32_t revision = 0;
  std::string file;
  std::uint32_t line = 0;
  std::string text;
  Actor by;
  base::Instant at;
  bool operator==(const DraftComment&) const = default;
};

struct AgreementDraft {
  std::uint32_t number = 0;
  DraftState state = DraftState::Open;
  std::string title;
  std::uint32_t based_on = 0;
  AgreementText text;
  // Counts what an editor must have seen before they save: every save, and every change of state.
  std::uint32_t revision = 1;
  std::optional<RulingReference> ruling;
  Actor begun_by;
  base::Instant begun_at;
  Actor saved_by;
  base::Instant saved_at;
  std::vector<PersonName> authors;  // who began or saved it, each once, the first first
  std::vector<DraftComment> comments;
  bool operator==(const AgreementDraft&) const = default;
};

struct AgreementSignature {
  PartyName party;
  Actor by;
  base::Instant at;
  bool operator==(const AgreementSignature&) const = default;
};

struct AgreementProposal {
  std::uint32_t number = 0;
  std::uint32_t draft = 0;
  std::uint32_t follows = 0;  // the version that was the newest
  AgreementText text;
  base::Instant effective;
  std::vector<PartyName> parties;
  Actor by;
  base::Instant at;
  std::vector<AgreementSignature> signatures;  // of this text, at most one a party
  struct End {
    ProposalEnd how = ProposalEnd::Agreed;
    PartyName party;
    std::string reason;
    Actor by;
    base::Instant at;
    bool operator==(const End&) const = default;
  };
  std::optional<End> end;  // nothing: it is open
  bool operator==(const AgreementProposal&) const = default;

  [[nodiscard]] bool is_signed_by(const PartyName& party) const;
};

struct AgreedVersion {
  std::uint32_t version = 0;
  AgreementText text;
  base::Instant in_force_from;
  std::uint32_t proposal = 0;  // 0: unsigned
  std::optional<Actor> by;     // whose act completed it; nothing: from before such acts were recorded
  base::Instant agreed_at;
  bool operator==(const AgreedVersion&) const = default;
};

struct AgreementLife {
  std::uint32_t version = 0;                 // how many events it is the fold of
  std::vector<AgreementDraft> drafts;        // the n-th has number n + 1
  std::vector<AgreementProposal> proposals;  // the n-th has number n + 1
  std::vector<AgreedVersion> versions;       // the oldest first; in_force_from never falls
  bool operator==(const AgreementLife&) const = default;

  // Null when there is none of the number.
  [[nodiscard]] const AgreementDraft* draft(std::uint32_t number) const;
  [[nodiscard]] const AgreementProposal* proposal(std::uint32_t number) const;
  // The open proposal of a draft; null when there is none.
  [[nodiscard]] const AgreementProposal* proposal_of(std::uint32_t draft) const;
  // Null before the first version.
  [[nodiscard]] const AgreedVersion* newest() const { return versions.empty() ? nullptr : &versions.back(); }
  [[nodiscard]] const AgreedVersion* in_force(base::Instant at) const;
};

struct AgreementCircumstances {
  const policy::Policy* policy = nullptr;  // of the version in force; null before the first
  base::Instant now;
  Actor actor;
};

// Limits on text, in code points.
inline constexpr std::size_t kMaxDraftTitle = 200;
inline constexpr std::size_t kMaxDraftComment = 10'000;

using AgreementDecision = std::variant<AgreementEvents, Refusal>;
[[nodiscard]] AgreementDecision decide(const AgreementLife& life, const AgreementCommand& command,
                                       const AgreementCircumstances& circumstances);

// Corrupt when the event cannot follow: the store was tampered with.
[[nodiscard]] base::Result<void> evolve(AgreementLife& life, const AgreementEvent& event);
[[nodiscard]] base::Result<AgreementLife> replay_agreement(const AgreementEvents& events);

}  // namespace tandem::desk
