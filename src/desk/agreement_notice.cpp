#include "desk/agreement_notice.h"

#include <algorithm>

#include "desk/signatories.h"

namespace tandem::desk {
namespace {

// Walks the events of a step and gathers whom each tells.
class AgreementTeller {
 public:
  explicit AgreementTeller(const AgreementStep& step) : step_(step) {}

  [[nodiscard]] std::vector<Notice> run() && {
    version_ = step_.before.version;
    for (const AgreementEvent& event : step_.events) {
      ++version_;
      event_ = &event;
      std::visit(*this, event.data);
    }
    std::vector<Notice> notices;
    for (Told& one : told_) notices.push_back(std::move(one.notice));
    return notices;
  }

  // One line for each event that tells somebody ----------------------------------------------------------------------

  void operator()(const DraftBegun&) const {}
  void operator()(const DraftSaved&) const {}
  void operator()(const DraftDropped& e) { tell_writers(e.draft, NoticeKind::Agreement); }
  void operator()(const DraftCommented& e) {
    tell_writers(e.draft, NoticeKind::Answered);
    // Who is to sign it reads what is said about it meanwhile.
    if (step_.before.proposal_of(e.draft) != nullptr) tell_signatories(e.draft, NoticeKind::Answered);
  }
  void operator()(const AgreementProposed& e) {
    tell_signatories(e.draft, NoticeKind::SignatureAsked);
    tell_leads(e.draft, NoticeKind::Agreement);
    tell_writers(e.draft, NoticeKind::Agreement);
  }
  // The last one is told by what it makes: a version.
  void operator()(const AgreementSigned& e) {
    const bool is_last = std::ranges::any_of(
        step_.events, [](const AgreementEvent& event) { return std::holds_alternative<VersionAgreed>(event.data); });
    if (is_last) return;
    const AgreementProposal& proposal = *step_.after.proposal(e.proposal);
    tell_signatories(proposal.draft, NoticeKind::Agreement);
    tell(proposal.by.person, proposal.draft, NoticeKind::Agreement);
  }
  void operator()(const ProposalEnded& e) {
    if (e.how != ProposalEnd::Agreed) tell_concerned(step_.after.proposal(e.proposal)->draft);
  }
  void operator()(const VersionAgreed& e) {
    const AgreementProposal* proposal = step_.after.proposal(e.proposal);
    tell_concerned(proposal == nullptr ? 0 : proposal->draft);
  }

 private:
  struct Told {
    std::uint32_t draft = 0;  // 0: of none
    Notice notice;
  };

  // Who signs, who leads, and who wrote the draft or about it.
  void tell_concerned(std::uint32_t draft) {
    tell_signatories(draft, NoticeKind::Agreement);
    tell_leads(draft, NoticeKind::Agreement);
    tell_writers(draft, NoticeKind::Agreement);
    for (const AgreementProposal& one : step_.after.proposals) {
      if (draft != 0 && one.draft == draft) tell(one.by.person, draft, NoticeKind::Agreement);
    }
  }
  void tell_signatories(std::uint32_t draft, NoticeKind kind) {
    if (step_.policy == nullptr) return;
    for (const Signatories& each : signatories(*step_.policy)) {
      for (const PersonName& person : each.people) tell(person, draft, kind);
    }
  }
  void tell_leads(std::uint32_t draft, NoticeKind kind) {
    if (step_.policy == nullptr) return;
    const policy::Spec& spec = step_.policy->spec();
    for (const policy::Team& team : spec.teams) {
      const bool is_vendors = step_.policy->party(team.party).kind == policy::PartyKind::Vendor;
      if (!is_vendors && !team.lead.is_none()) tell(PersonName(step_.policy->person(team.lead).name), draft, kind);
    }
  }
  void tell_writers(std::uint32_t number, NoticeKind kind) {
    const AgreementDraft* draft = step_.after.draft(number);
    if (draft == nullptr) return;
    for (const PersonName& author : draft->authors) tell(author, number, kind);
    for (const DraftComment& comment : draft->comments) tell(comment.by.person, number, kind);
  }
  void tell(const PersonName& person, std::uint32_t draft, NoticeKind kind) {
    const bool is_known = step_.policy != nullptr && step_.policy->find_person(person.text());
    if (!is_known || person == event_->actor.person) return;
    const auto known = std::ranges::find_if(
        told_, [&](const Told& one) { return one.draft == draft && one.notice.to.person == person; });
    if (known == told_.end()) {
      told_.push_back(
          {.draft = draft, .notice = {.to = {.person = person, .email = {}}, .kind = kind, .version = version_}});
    } else if (kind < known->notice.kind) {
      known->notice.kind = kind;
      known->notice.version = version_;
    }
  }

  const AgreementStep& step_;
  const AgreementEvent* event_ = nullptr;
  std::uint32_t version_ = 0;
  std::vector<Told> told_;
};

}  // namespace

std::vector<Notice> notices(const AgreementStep& step) {
  return AgreementTeller(step).run();
}

}  // namespace tandem::desk
