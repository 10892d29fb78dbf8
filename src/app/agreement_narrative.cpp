#include "app/agreement_narrative.h"

#include "app/narrative_words.h"

namespace tandem::app {
namespace {

struct AgreementNarrator {
  const policy::Policy& policy;

  std::string operator()(const desk::DraftBegun&) const { return "began the draft"; }
  std::string operator()(const desk::DraftSaved&) const { return "saved the draft"; }
  std::string operator()(const desk::DraftDropped&) const { return "dropped the draft"; }
  std::string operator()(const desk::DraftCommented& e) const {
    if (e.file.empty()) return "commented on the draft";
    if (e.line == 0) return fmt::format("commented on `{}` of the draft", e.file);
    return fmt::format("commented on line {} of `{}` of the draft", e.line, e.file);
  }
  std::string operator()(const desk::AgreementProposed& e) const {
    return fmt::format("proposed it: {} sign{}; it holds from {} at the earliest", names_of(e.parties),
                       e.parties.size() == 1 ? "s" : "", time_words(e.effective, policy));
  }
  std::string operator()(const desk::AgreementSigned& e) const {
    return fmt::format("signed it for `{}`", e.party.text());
  }
  std::string operator()(const desk::ProposalEnded& e) const {
    switch (e.how) {
      case desk::ProposalEnd::Agreed: return "every party has signed it";
      case desk::ProposalEnd::Refused:
        return fmt::format("refused it for `{}`{}", e.party.text(), after_colon(e.reason));
      case desk::ProposalEnd::Withdrawn: return fmt::format("withdrew the proposal{}", after_colon(e.reason));
      case desk::ProposalEnd::Changed: return "changed the text: the proposal has ended, and every signature with it";
      case desk::ProposalEnd::Overtaken: return "another version was agreed meanwhile: the proposal has ended";
    }
    return "";
  }
  std::string operator()(const desk::VersionAgreed& e) const {
    const std::string when = time_words(e.in_force_from, policy);
    return e.proposal == 0
               ? fmt::format("version {} is in force from {}: an administrator put it there, and nobody signed it",
                             e.version, when)
               : fmt::format("every party has signed: version {} is in force from {}", e.version, when);
  }
  static std::string names_of(const std::vector<desk::PartyName>& parties) {
    std::string text;
    for (std::size_t i = 0; i < parties.size(); ++i) {
      const std::string_view before = i == 0 ? "" : i + 1 == parties.size() ? " and " : ", ";
      text += fmt::format("{}`{}`", before, parties[i].text());
    }
    return text;
  }
};

struct AgreementIsWhole {
  bool operator()(const desk::ProposalEnded& e) const {
    return e.how == desk::ProposalEnd::Agreed || e.how == desk::ProposalEnd::Overtaken;
  }
  bool operator()(const desk::VersionAgreed&) const { return true; }
  bool operator()(const auto&) const { return false; }
};

struct About {
  const desk::AgreementLife& life;

  AboutAgreement operator()(const desk::AgreementProposed& e) const { return of_proposal(e.proposal); }
  AboutAgreement operator()(const desk::AgreementSigned& e) const { return of_proposal(e.proposal); }
  AboutAgreement operator()(const desk::ProposalEnded& e) const { return of_proposal(e.proposal); }
  AboutAgreement operator()(const desk::VersionAgreed& e) const {
    AboutAgreement about = of_proposal(e.proposal);
    about.version = e.version;
    return about;
  }
  AboutAgreement operator()(const auto& e) const { return {.draft = e.draft}; }

 private:
  [[nodiscard]] AboutAgreement of_proposal(std::uint32_t number) const {
    const desk::AgreementProposal* proposal = life.proposal(number);
    return proposal == nullptr ? AboutAgreement() : AboutAgreement{.draft = proposal->draft, .proposal = number};
  }
};

}  // namespace

std::string narrate(const desk::AgreementEvent& event, const policy::Policy& policy) {
  return std::visit(AgreementNarrator{policy}, event.data);
}

bool is_whole_sentence(const desk::AgreementEventData& data) {
  return std::visit(AgreementIsWhole{}, data);
}

AboutAgreement about_of(const desk::AgreementEventData& data, const desk::AgreementLife& life) {
  return std::visit(About{life}, data);
}

std::string subject_of(const AboutAgreement& about, const desk::AgreementLife& life) {
  const desk::AgreementDraft* draft = life.draft(about.draft);
  return draft == nullptr ? fmt::format("Version {}", about.version) : draft->title;
}

}  // namespace tandem::app
