// What is decided about proposals, and how a text becomes a version. See agreement_life.h.
#include <fmt/ranges.h>

#include <algorithm>

#include "desk/agreement_rules.h"
#include "desk/signatories.h"

namespace tandem::desk {
namespace {

// A version from a text: the event itself, and the end of every proposal that it overtakes.
void agree(const AgreementText& text, base::Instant effective, std::uint32_t proposal, const AgreementCase& given,
           AgreementEvents& events) {
  const AgreedVersion* newest = given.life.newest();
  base::Instant from = std::max(effective, given.now());
  if (newest != nullptr) from = std::max(from, newest->in_force_from);
  events.push_back(given.event(VersionAgreed{.version = newest == nullptr ? 1U : newest->version + 1,
                                             .text = text,
                                             .in_force_from = from,
                                             .proposal = proposal}));
  for (const AgreementProposal& other : given.life.proposals) {
    if (other.end || other.number == proposal) continue;
    events.push_back(
        given.event(ProposalEnded{.proposal = other.number, .how = ProposalEnd::Overtaken, .party = {}, .reason = {}}));
  }
}

std::variant<const AgreementProposal*, Refusal> open_proposal(const AgreementLife& life, std::uint32_t number) {
  const AgreementProposal* proposal = life.proposal(number);
  if (proposal == nullptr)
    return refuse(RefusalKind::NoSuchProposal, "", fmt::format("there is no proposal {}", number));
  if (proposal->end) {
    return refuse(RefusalKind::NoSuchProposal, "",
                  fmt::format("proposal {} is no longer open: it was {}", number, to_text(proposal->end->how)));
  }
  return proposal;
}

// The party of the proposal that the actor may sign for.
std::variant<PartyName, Refusal> party_of_signatory(const AgreementProposal& proposal, const AgreementCase& given) {
  const policy::Policy* policy = given.circumstances.policy;
  const bool is_person = policy != nullptr && given.actor().kind == ActorKind::Person;
  if (is_person) {
    const auto party = signs_for(*policy, given.actor().person);
    if (party && std::ranges::find(proposal.parties, *party) != proposal.parties.end()) return *party;
  }
  std::vector<std::string> names;
  for (const Signatories& each : policy == nullptr ? std::vector<Signatories>() : signatories(*policy)) {
    for (const PersonName& person : each.people)
      names.push_back(policy->person(*policy->find_person(person.text())).display);
  }
  return refuse(RefusalKind::NotASignatory, "",
                fmt::format("the agreement in force names others who sign: {}", fmt::join(names, ", ")));
}

std::optional<Refusal> check_signatories(const policy::Policy& policy) {
  for (const Signatories& each : signatories(policy)) {
    if (!each.people.empty()) continue;
    return refuse(RefusalKind::NotASignatory, "",
                  fmt::format("nobody can sign for `{}`: none of its teams has a lead in the agreement in force",
                              each.party.text()));
  }
  return std::nullopt;
}

}  // namespace

AgreementDecision decide_on(const ProposeDraft& command, const AgreementCase& given) {
  if (auto no = must_be_a_party(given)) return *std::move(no);
  const auto found = editable_draft(given.life, command.draft);
  if (const auto* no = std::get_if<Refusal>(&found)) return *no;
  const AgreementDraft& draft = *std::get<const AgreementDraft*>(found);
  if (draft.state == DraftState::Proposed)
    return refuse(RefusalKind::ProposalOpen, "", fmt::format("draft {} is proposed already", draft.number));
  if (command.text != draft.text.hash) {
    return refuse(RefusalKind::AnotherText, "text",
                  "the draft has another text now than the one you saw: look at it again");
  }
  const AgreedVersion* newest = given.life.newest();
  if (newest == nullptr || draft.based_on != newest->version) {
    return refuse(
        RefusalKind::DraftOutdated, "",
        fmt::format("version {} was agreed since the draft was begun from version {}: take over what changed, "
                    "and save the draft as based on it",
                    newest == nullptr ? 0 : newest->version, draft.based_on));
  }
  if (draft.text.hash == newest->text.hash)
    return refuse(RefusalKind::NoChange, "", fmt::format("the text is that of version {}", newest->version));
  if (command.errors > 0) {
    return refuse(RefusalKind::TextHasErrors, "",
                  fmt::format("the text has {} {}: an agreement with errors cannot be signed", command.errors,
                              command.errors == 1 ? "error" : "errors"));
  }
  const policy::Policy& policy = *given.circumstances.policy;
  if (auto no = check_signatories(policy)) return *std::move(no);
  std::vector<PartyName> parties;
  for (const Signatories& each : signatories(policy)) parties.push_back(each.party);
  return AgreementEvents{
      given.event(AgreementProposed{.proposal = static_cast<std::uint32_t>(given.life.proposals.size() + 1),
                                    .draft = draft.number,
                                    .text = draft.text.hash,
                                    .effective = command.effective,
                                    .parties = std::move(parties)})};
}

AgreementDecision decide_on(const SignProposal& command, const AgreementCase& given) {
  const auto found = open_proposal(given.life, command.proposal);
  if (const auto* no = std::get_if<Refusal>(&found)) return *no;
  const AgreementProposal& proposal = *std::get<const AgreementProposal*>(found);
  const auto signatory = party_of_signatory(proposal, given);
  if (const auto* no = std::get_if<Refusal>(&signatory)) return *no;
  const PartyName& party = std::get<PartyName>(signatory);
  if (command.text != proposal.text.hash) {
    return refuse(RefusalKind::AnotherText, "text",
                  "what is proposed is another text than the one you saw: look at it again");
  }
  if (proposal.is_signed_by(party)) {
    return refuse(RefusalKind::AlreadySigned, "",
                  fmt::format("proposal {} is signed for `{}` already", proposal.number, party.text()));
  }
  AgreementEvents events{
      given.event(AgreementSigned{.proposal = proposal.number, .party = party, .text = proposal.text.hash})};
  const bool is_last = std::ranges::all_of(
      proposal.parties, [&](const PartyName& each) { return each == party || proposal.is_signed_by(each); });
  if (!is_last) return events;
  events.push_back(
      given.event(ProposalEnded{.proposal = proposal.number, .how = ProposalEnd::Agreed, .party = {}, .reason = {}}));
  agree(proposal.text, proposal.effective, proposal.number, given, events);
  return events;
}

AgreementDecision decide_on(const RefuseProposal& command, const AgreementCase& given) {
  const auto found = open_proposal(given.life, command.proposal);
  if (const auto* no = std::get_if<Refusal>(&found)) return *no;
  const AgreementProposal& proposal = *std::get<const AgreementProposal*>(found);
  const auto signatory = party_of_signatory(proposal, given);
  if (const auto* no = std::get_if<Refusal>(&signatory)) return *no;
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  return AgreementEvents{given.event(ProposalEnded{.proposal = proposal.number,
                                                   .how = ProposalEnd::Refused,
                                                   .party = std::get<PartyName>(signatory),
                                                   .reason = command.reason})};
}

AgreementDecision decide_on(const WithdrawProposal& command, const AgreementCase& given) {
  if (auto no = must_be_a_party(given)) return *std::move(no);
  const auto found = open_proposal(given.life, command.proposal);
  if (const auto* no = std::get_if<Refusal>(&found)) return *no;
  const AgreementProposal& proposal = *std::get<const AgreementProposal*>(found);
  if (given.actor().party != proposal.by.party) {
    return refuse(RefusalKind::NotAMember, "",
                  fmt::format("`{}` proposed it: its people withdraw it, others refuse it", proposal.by.party.text()));
  }
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Allowed)) return *std::move(no);
  return AgreementEvents{given.event(ProposalEnded{.proposal = proposal.number,
                                                   .how = ProposalEnd::Withdrawn,
                                                   .party = given.actor().party,
                                                   .reason = command.reason})};
}

// What an administrator puts in force holds at once: whoever does it has a reason to, and their text's date is of the
// day on which the parties began.
AgreementDecision decide_on(const AdoptText& command, const AgreementCase& given) {
  if (given.actor().kind != ActorKind::System)
    return refuse(RefusalKind::NotASignatory, "", "only an administrator puts a text in force without signatures");
  const AgreedVersion* newest = given.life.newest();
  if (newest != nullptr && newest->text.hash == command.text.hash)
    return refuse(RefusalKind::NoChange, "", fmt::format("the text is that of version {}", newest->version));
  AgreementEvents events;
  agree(command.text, given.now(), 0, given, events);
  return events;
}

}  // namespace tandem::desk
