// The ledger for those who may see it: members of both parties and auditors get the signed head and proofs, so that
// each keeps for themselves what was promised.
//
//   auto head = ledgers.head(caller, engagement);            // head->text is what to keep
//
// Thread-safe.
#pragma once

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/ledger_proofs.h"

namespace tandem::app {

struct SignedHead {
  ledger::Head head;
  std::string text;           // the signed note
  ledger::Verifier verifier;  // whose signature it has
};

struct SignedEventProof {
  EventProof proof;
  // The event's record when the caller may read it: a note of another team's is proved to be there and is not shown.
  std::optional<std::string> record;
  std::string number;  // of the ticket: "HCU-12"; or "agreement"
  SignedHead head;
};

struct SignedGrowthProof {
  GrowthProof proof;
  SignedHead head;  // of the longer log
};

class Ledgers {
 public:
  // All outlive this.
  Ledgers(Store& store, const Engagements& engagements, const crypto::SigningKey& key)
      : store_(&store), engagements_(&engagements), key_(&key) {}

  [[nodiscard]] Outcome<SignedHead> head(const Caller& caller, const desk::EngagementName& engagement) const;
  // `ticket`: the id, or the human number with or without its prefix; or `agreement`.
  [[nodiscard]] Outcome<SignedEventProof> event(const Caller& caller, const desk::EngagementName& engagement,
                                                std::string_view ticket, std::uint32_t version,
                                                std::optional<std::uint64_t> size) const;
  [[nodiscard]] Outcome<SignedGrowthProof> growth(const Caller& caller, const desk::EngagementName& engagement,
                                                  std::uint64_t first, std::optional<std::uint64_t> second) const;

 private:
  struct Scope;
  // Nothing: the caller may not read it.
  [[nodiscard]] base::Result<std::optional<std::string>> readable_record(const Scope& scope, const Caller& caller,
                                                                         const std::optional<desk::Ticket>& ticket,
                                                                         const EventProof& proof) const;
  [[nodiscard]] Outcome<Scope> enter(const Caller& caller, const desk::EngagementName& engagement) const;

  Store* store_;
  const Engagements* engagements_;
  const crypto::SigningKey* key_;
};

// Whether the event is what one side recommends and is not open yet (desk/decision_request.h): an export, and a proof
// for everybody, has the hash of its leaf and not its text. Looks at a ticket only for such events.
[[nodiscard]] base::Result<bool> is_withheld(Store& store, const desk::EngagementName& engagement,
                                             const RecordedEvent& event);

[[nodiscard]] SignedHead sign_head(ledger::Head head, const crypto::SigningKey& key);
// What people call the agreement where events are of a ticket or of it.
inline constexpr std::string_view kAgreementSubject = "agreement";
// Whose events they are: a ticket's id, of an id's text or a human number, or kAgreementEvents for `agreement`.
// NotFound when there is none.
[[nodiscard]] base::Result<desk::TicketId> find_subject(Store& store, const EngagementRecord& engagement,
                                                        std::string_view ticket);
// The inverse, for people: "HCU-12", "agreement".
[[nodiscard]] base::Result<std::string> number_of(Store& store, const EngagementRecord& engagement, desk::TicketId id);

}  // namespace tandem::app
