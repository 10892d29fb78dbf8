#include "desk/agreement_life.h"

#include <algorithm>

#include "desk/agreement_rules.h"

namespace tandem::desk {
namespace {

std::unexpected<base::Error> corrupt(std::string_view event, std::string_view why) {
  return base::fail(base::ErrorCode::Corrupt, fmt::format("the agreement's `{}` cannot follow: {}", event, why));
}

// Puts one event into the life, or says why it cannot have happened.
class Evolution {
 public:
  Evolution(AgreementLife& life, const AgreementEvent& event) : life_(&life), event_(&event) {}

  base::Result<void> operator()(const DraftBegun& e) {
    if (e.draft != life_->drafts.size() + 1) return no("drafts are numbered one after another");
    life_->drafts.push_back({.number = e.draft,
                             .state = DraftState::Open,
                             .title = e.title,
                             .based_on = e.based_on,
                             .text = e.text,
                             .revision = 1,
                             .ruling = e.ruling,
                             .begun_by = event_->actor,
                             .begun_at = event_->at,
                             .saved_by = event_->actor,
                             .saved_at = event_->at,
                             .authors = {},
                             .comments = {}});
    add_author(life_->drafts.back());
    return {};
  }
  base::Result<void> operator()(const DraftSaved& e) {
    AgreementDraft* draft = editable(e.draft);
    if (draft == nullptr) return no("there is no such draft");
    draft->title = e.title;
    draft->based_on = e.based_on;
    draft->text = e.text;
    draft->saved_by = event_->actor;
    draft->saved_at = event_->at;
    add_author(*draft);
    ++draft->revision;
    return {};
  }
  base::Result<void> operator()(const DraftDropped& e) {
    AgreementDraft* draft = editable(e.draft);
    if (draft == nullptr || draft->state != DraftState::Open) return no("there is no such draft, or it is proposed");
    draft->state = DraftState::Dropped;
    ++draft->revision;
    return {};
  }
  base::Result<void> operator()(const DraftCommented& e) {
    AgreementDraft* draft = editable(e.draft);
    if (draft == nullptr) return no("there is no such draft");
    if (e.comment != draft->comments.size() + 1) return no("comments are numbered one after another");
    draft->comments.push_back({.number = e.comment,
                               .revision = e.revision,
                               .file = e.file,
                               .line = e.line,
                               .text = e.text,
                               .by = event_->actor,
                               .at = event_->at});
    return {};
  }
  base::Result<void> operator()(const AgreementProposed& e) {
    AgreementDraft* draft = editable(e.draft);
    if (draft == nullptr || draft->state != DraftState::Open) return no("there is no such draft, or it is proposed");
    if (e.proposal != life_->proposals.size() + 1) return no("proposals are numbered one after another");
    if (e.text != draft->text.hash) return no("the draft has another text");
    if (life_->newest() == nullptr || life_->newest()->version != draft->based_on)
      return no("it does not follow the newest version");
    life_->proposals.push_back({.number = e.proposal,
                                .draft = e.draft,
                                .follows = draft->based_on,
                                .text = draft->text,
                                .effective = e.effective,
                                .parties = e.parties,
                                .by = event_->actor,
                                .at = event_->at,
                                .signatures = {},
                                .end = std::nullopt});
    draft->state = DraftState::Proposed;
    ++draft->revision;
    return {};
  }
  base::Result<void> operator()(const AgreementSigned& e) {
    AgreementProposal* proposal = open(e.proposal);
    if (proposal == nullptr) return no("there is no such open proposal");
    if (e.text != proposal->text.hash) return no("it signs another text than the proposed one");
    if (std::ranges::find(proposal->parties, e.party) == proposal->parties.end()) return no("the party does not sign");
    if (proposal->is_signed_by(e.party)) return no("the party has signed");
    proposal->signatures.push_back({.party = e.party, .by = event_->actor, .at = event_->at});
    return {};
  }
  base::Result<void> operator()(const ProposalEnded& e) {
    AgreementProposal* proposal = open(e.proposal);
    if (proposal == nullptr) return no("there is no such open proposal");
    const bool is_agreed = e.how == ProposalEnd::Agreed;
    if (is_agreed && proposal->signatures.size() != proposal->parties.size()) return no("not every party has signed");
    proposal->end = {.how = e.how, .party = e.party, .reason = e.reason, .by = event_->actor, .at = event_->at};
    AgreementDraft& draft = life_->drafts[proposal->draft - 1];
    draft.state = is_agreed ? DraftState::Agreed : DraftState::Open;
    ++draft.revision;
    return {};
  }
  base::Result<void> operator()(const VersionAgreed& e) {
    const AgreedVersion* newest = life_->newest();
    if (newest != nullptr && e.version != newest->version + 1) return no("versions are numbered one after another");
    if (newest != nullptr && e.in_force_from < newest->in_force_from) return no("it is in force before the last one");
    if (e.proposal != 0) {
      const AgreementProposal* proposal = life_->proposal(e.proposal);
      const bool is_agreed = proposal != nullptr && proposal->end && proposal->end->how == ProposalEnd::Agreed;
      if (!is_agreed || proposal->text != e.text) return no("it is not the text that was signed");
    }
    life_->versions.push_back({.version = e.version,
                               .text = e.text,
                               .in_force_from = e.in_force_from,
                               .proposal = e.proposal,
                               .by = event_->actor,
                               .agreed_at = event_->at});
    return {};
  }

 private:
  [[nodiscard]] std::unexpected<base::Error> no(std::string_view why) const {
    return corrupt(name_of(event_->data), why);
  }
  void add_author(AgreementDraft& draft) const {
    const PersonName& person = event_->actor.person;
    if (!person.empty() && std::ranges::find(draft.authors, person) == draft.authors.end())
      draft.authors.push_back(person);
  }
  [[nodiscard]] AgreementDraft* editable(std::uint32_t number) {
    if (number == 0 || number > life_->drafts.size()) return nullptr;
    AgreementDraft& draft = life_->drafts[number - 1];
    return draft.state == DraftState::Open || draft.state == DraftState::Proposed ? &draft : nullptr;
  }
  [[nodiscard]] AgreementProposal* open(std::uint32_t number) {
    if (number == 0 || number > life_->proposals.size()) return nullptr;
    AgreementProposal& proposal = life_->proposals[number - 1];
    return proposal.end ? nullptr : &proposal;
  }

  AgreementLife* life_;
  const AgreementEvent* event_;
};

}  // namespace

bool AgreementProposal::is_signed_by(const PartyName& party) const {
  return std::ranges::find(signatures, party, &AgreementSignature::party) != signatures.end();
}

const AgreementDraft* AgreementLife::draft(std::uint32_t number) const {
  return number == 0 || number > drafts.size() ? nullptr : &drafts[number - 1];
}

const AgreementProposal* AgreementLife::proposal(std::uint32_t number) const {
  return number == 0 || number > proposals.size() ? nullptr : &proposals[number - 1];
}

const AgreementProposal* AgreementLife::proposal_of(std::uint32_t draft) const {
  const auto found =
      std::ranges::find_if(proposals, [&](const AgreementProposal& each) { return each.draft == draft && !each.end; });
  return found == proposals.end() ? nullptr : &*found;
}

const AgreedVersion* AgreementLife::in_force(base::Instant at) const {
  const AgreedVersion* found = nullptr;
  for (const AgreedVersion& each : versions) {
    if (each.in_force_from <= at) found = &each;
  }
  return found;
}

AgreementDecision decide(const AgreementLife& life, const AgreementCommand& command,
                         const AgreementCircumstances& circumstances) {
  const AgreementCase given{.life = life, .circumstances = circumstances};
  return std::visit([&](const auto& one) { return decide_on(one, given); }, command);
}

base::Result<void> evolve(AgreementLife& life, const AgreementEvent& event) {
  TANDEM_TRY_DONE(std::visit(Evolution(life, event), event.data));
  ++life.version;
  return {};
}

base::Result<AgreementLife> replay_agreement(const AgreementEvents& events) {
  AgreementLife life;
  for (const AgreementEvent& event : events) TANDEM_TRY_DONE(evolve(life, event));
  return life;
}

}  // namespace tandem::desk
