// The use cases on the life of an agreement (desk/agreement_life.h): both parties write drafts, talk about them,
// propose, sign and refuse; whoever may read the agreement sees all of it.
//
//   auto draft = agreements.begin(caller, engagement, {.title = "Weekends", .based_on = 1, .text = …}, {});
//   auto proposed = agreements.propose(caller, engagement, 1, draft->draft().text.hash, {});
//   auto signed_by_us = agreements.sign(caller, engagement, 1, hash, {});
//
// A version that is signed by all is sealed, kept and taken up in the same call. Thread-safe.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agreement/diff/comparison.h"
#include "app/caller.h"
#include "app/compiled_texts.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/store.h"
#include "app/tickets.h"
#include "desk/agreement_life.h"
#include "desk/signatories.h"

namespace tandem::app {

// Limits on what is sent as a text.
inline constexpr std::size_t kMaxAgreementFiles = 256;
inline constexpr std::size_t kMaxAgreementFileName = 200;

struct DraftText {
  std::string title;
  std::uint32_t based_on = 0;
  std::string root;
  std::map<std::string, std::string> files;
};

// What a caller sees of it all.
struct AgreementView {
  std::shared_ptr<const Engagement> engagement;
  desk::AgreementLife life;
  std::vector<desk::Signatories> signatories;  // under the version in force
  std::optional<desk::PartyName> signs_for;    // the caller
  bool may_write = false;                      // the caller
  base::Instant now;
};

struct DraftView {
  AgreementView agreement;
  std::uint32_t number = 0;
  std::map<std::string, std::string> files;
  std::shared_ptr<const agreement::Compiled> compiled;  // with all findings
  std::optional<std::string> cannot_propose;            // why the caller cannot; nothing: they can
  [[nodiscard]] const desk::AgreementDraft& draft() const { return *agreement.life.draft(number); }
};

struct ProposalView {
  AgreementView agreement;
  std::uint32_t number = 0;
  bool may_sign = false, may_refuse = false, may_withdraw = false;
  [[nodiscard]] const desk::AgreementProposal& proposal() const { return *agreement.life.proposal(number); }
};

struct VersionView {
  AgreementView agreement;
  AgreementVersion version;
  [[nodiscard]] const desk::AgreedVersion& agreed() const;
};

// What a draft changes against the newest version that is agreed, over the usual horizon.
struct DraftDiff {
  std::uint32_t against = 0;  // the version
  std::shared_ptr<const agreement::Compiled> before, after;
  agreement::Horizon horizon;
  agreement::diff::Comparison comparison;
};

class Agreements {
 public:
  // All outlive this.
  Agreements(Store& store, Engagements& engagements, Tickets& tickets, const base::Clock& clock)
      : store_(&store), engagements_(&engagements), tickets_(&tickets), clock_(&clock) {}

  [[nodiscard]] Outcome<AgreementView> overview(const Caller& caller, const desk::EngagementName& engagement);
  [[nodiscard]] Outcome<VersionView> version(const Caller& caller, const desk::EngagementName& engagement,
                                             std::uint32_t version);
  [[nodiscard]] Outcome<DraftView> draft(const Caller& caller, const desk::EngagementName& engagement,
                                         std::uint32_t draft);
  [[nodiscard]] Outcome<ProposalView> proposal(const Caller& caller, const desk::EngagementName& engagement,
                                               std::uint32_t proposal);
  // Invalid where the draft has errors: there is nothing to compare.
  [[nodiscard]] Outcome<DraftDiff> diff(const Caller& caller, const desk::EngagementName& engagement,
                                        std::uint32_t draft);

  [[nodiscard]] Outcome<DraftView> begin(const Caller& caller, const desk::EngagementName& engagement,
                                         const DraftText& text, const std::optional<Idempotency>& idempotency);
  // A draft that makes the ruling of a ticket's last dispute a rule of the agreement (agreement/amendment.h).
  [[nodiscard]] Outcome<DraftView> begin_from_ruling(const Caller& caller, const desk::EngagementName& engagement,
                                                     std::string_view ticket,
                                                     const std::optional<Idempotency>& idempotency);
  // Stale unless the draft is at `if_revision`, where it is given.
  [[nodiscard]] Outcome<DraftView> save(const Caller& caller, const desk::EngagementName& engagement,
                                        std::uint32_t draft, const DraftText& text,
                                        std::optional<std::uint32_t> if_revision);
  [[nodiscard]] Outcome<DraftView> drop(const Caller& caller, const desk::EngagementName& engagement,
                                        std::uint32_t draft);
  // Of command: draft and text; a revision of 0 is the one that there is.
  [[nodiscard]] Outcome<DraftView> comment(const Caller& caller, const desk::EngagementName& engagement,
                                           const desk::CommentOnDraft& command,
                                           const std::optional<Idempotency>& idempotency);
  [[nodiscard]] Outcome<ProposalView> propose(const Caller& caller, const desk::EngagementName& engagement,
                                              std::uint32_t draft, const desk::TextHash& text,
                                              const std::optional<Idempotency>& idempotency);
  [[nodiscard]] Outcome<ProposalView> sign(const Caller& caller, const desk::EngagementName& engagement,
                                           std::uint32_t proposal, const desk::TextHash& text,
                                           const std::optional<Idempotency>& idempotency);
  [[nodiscard]] Outcome<ProposalView> refuse(const Caller& caller, const desk::EngagementName& engagement,
                                             std::uint32_t proposal, const std::string& reason,
                                             const std::optional<Idempotency>& idempotency);
  [[nodiscard]] Outcome<ProposalView> withdraw(const Caller& caller, const desk::EngagementName& engagement,
                                               std::uint32_t proposal, const std::string& reason,
                                               const std::optional<Idempotency>& idempotency);

 private:
  struct Scope;  // the caller inside one engagement
  // What a write is given: what may be decided only where nothing else happens meanwhile.
  struct Change {
    std::function<Outcome<desk::AgreementCommand>(const desk::AgreementLife&)> command;
    std::map<std::string, std::string> texts = {};  // that its events name
    std::optional<Idempotency> idempotency = {};
    // What the answer is about, from the events: a draft's or a proposal's number.
    std::function<std::uint32_t(const desk::AgreementEvents&)> number;
  };
  struct Written {
    desk::AgreementLife life;
    std::uint32_t number = 0;
  };

  [[nodiscard]] Outcome<Scope> enter(const Caller& caller, const desk::EngagementName& engagement) const;
  [[nodiscard]] Outcome<Scope> enter_to_write(const Caller& caller, const desk::EngagementName& engagement) const;
  [[nodiscard]] Outcome<desk::AgreementLife> read_life(const Scope& scope) const;
  [[nodiscard]] base::Result<std::map<std::string, std::string>> read_texts(const Scope& scope,
                                                                            const desk::AgreementText& text) const;
  // Of a version, whether its texts are kept with the life or only in the registry.
  [[nodiscard]] base::Result<AgreementVersion> read_version(const Scope& scope, std::uint32_t version) const;
  [[nodiscard]] std::shared_ptr<const agreement::Compiled> compile(const desk::AgreementText& text,
                                                                   std::map<std::string, std::string> files);
  [[nodiscard]] AgreementView view(const Scope& scope, desk::AgreementLife life) const;
  [[nodiscard]] Outcome<DraftView> draft_view(const Scope& scope, desk::AgreementLife life, std::uint32_t number);
  [[nodiscard]] Outcome<ProposalView> proposal_view(const Scope& scope, desk::AgreementLife life,
                                                    std::uint32_t number) const;
  [[nodiscard]] Outcome<Written> write(const Scope& scope, const Change& change);
  [[nodiscard]] base::Result<Outcome<Written>> write_in(WriteTransaction& tx, const Scope& scope, const Change& change,
                                                        const std::vector<AgreementVersion>& versions) const;
  [[nodiscard]] Outcome<DraftView> begin_with(const Scope& scope, const DraftText& text,
                                              std::optional<desk::RulingReference> ruling,
                                              const std::optional<Idempotency>& idempotency);
  [[nodiscard]] Outcome<ProposalView> change_proposal(const Scope& scope, desk::AgreementCommand command,
                                                      std::uint32_t proposal,
                                                      const std::optional<Idempotency>& idempotency);

  Store* store_;
  Engagements* engagements_;
  Tickets* tickets_;
  const base::Clock* clock_;
  CompiledTexts compiled_;
};

}  // namespace tandem::app
