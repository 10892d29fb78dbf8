// The rules of the life of an agreement by noun, as decide() calls them. Each answers with events or a refusal and has
// no other effect. Private to this folder.
#pragma once

#include "desk/agreement_life.h"
#include "desk/rules.h"

namespace tandem::desk {

// What a rule has before it.
struct AgreementCase {
  const AgreementLife& life;
  const AgreementCircumstances& circumstances;

  [[nodiscard]] base::Instant now() const { return circumstances.now; }
  [[nodiscard]] const Actor& actor() const { return circumstances.actor; }
  [[nodiscard]] AgreementEvent event(AgreementEventData data) const {
    return {.at = now(), .actor = actor(), .data = std::move(data)};
  }
};

// agreement_draft.cpp
[[nodiscard]] AgreementDecision decide_on(const BeginDraft& command, const AgreementCase& given);
[[nodiscard]] AgreementDecision decide_on(const SaveDraft& command, const AgreementCase& given);
[[nodiscard]] AgreementDecision decide_on(const DropDraft& command, const AgreementCase& given);
[[nodiscard]] AgreementDecision decide_on(const CommentOnDraft& command, const AgreementCase& given);
// agreement_proposal.cpp
[[nodiscard]] AgreementDecision decide_on(const ProposeDraft& command, const AgreementCase& given);
[[nodiscard]] AgreementDecision decide_on(const SignProposal& command, const AgreementCase& given);
[[nodiscard]] AgreementDecision decide_on(const RefuseProposal& command, const AgreementCase& given);
[[nodiscard]] AgreementDecision decide_on(const WithdrawProposal& command, const AgreementCase& given);
[[nodiscard]] AgreementDecision decide_on(const AdoptText& command, const AgreementCase& given);

// People of the client and of the providers.
[[nodiscard]] std::optional<Refusal> must_be_a_party(const AgreementCase& given);
// The draft, when it can still be changed.
[[nodiscard]] std::variant<const AgreementDraft*, Refusal> editable_draft(const AgreementLife& life,
                                                                          std::uint32_t number);

}  // namespace tandem::desk
