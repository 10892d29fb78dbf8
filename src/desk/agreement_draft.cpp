// What is decided about drafts. See agreement_life.h.
#include <algorithm>

#include "desk/agreement_rules.h"

namespace tandem::desk {
namespace {

AgreementDecision title_or(std::string_view title, AgreementEvents events) {
  if (auto no = check_text(title, "title", "the title", kMaxDraftTitle, Emptiness::Refused)) return *std::move(no);
  return events;
}

std::optional<Refusal> check_base(const AgreementLife& life, std::uint32_t based_on) {
  const bool is_known = std::ranges::find(life.versions, based_on, &AgreedVersion::version) != life.versions.end();
  if (is_known) return std::nullopt;
  return refuse(RefusalKind::NoSuchVersion, "based_on", fmt::format("there is no version {}", based_on));
}

}  // namespace

std::optional<Refusal> must_be_a_party(const AgreementCase& given) {
  const policy::Policy* policy = given.circumstances.policy;
  if (policy != nullptr && given.actor().kind == ActorKind::Person) {
    const auto party = policy->find_party(given.actor().party.text());
    if (party && policy->party(*party).kind != policy::PartyKind::Vendor) return std::nullopt;
  }
  return refuse(RefusalKind::NotAMember, "",
                "an agreement is between the client and its providers: their people write it");
}

std::variant<const AgreementDraft*, Refusal> editable_draft(const AgreementLife& life, std::uint32_t number) {
  const AgreementDraft* draft = life.draft(number);
  if (draft == nullptr) return refuse(RefusalKind::NoSuchDraft, "", fmt::format("there is no draft {}", number));
  switch (draft->state) {
    case DraftState::Open:
    case DraftState::Proposed: return draft;
    case DraftState::Agreed:
      return refuse(RefusalKind::NoSuchDraft, "", fmt::format("draft {} was agreed: begin another one", number));
    case DraftState::Dropped: return refuse(RefusalKind::NoSuchDraft, "", fmt::format("draft {} was dropped", number));
  }
  return draft;
}

AgreementDecision decide_on(const BeginDraft& command, const AgreementCase& given) {
  if (auto no = must_be_a_party(given)) return *std::move(no);
  if (auto no = check_base(given.life, command.based_on)) return *std::move(no);
  return title_or(command.title,
                  {given.event(DraftBegun{.draft = static_cast<std::uint32_t>(given.life.drafts.size() + 1),
                                          .title = command.title,
                                          .based_on = command.based_on,
                                          .text = command.text,
                                          .ruling = command.ruling})});
}

AgreementDecision decide_on(const SaveDraft& command, const AgreementCase& given) {
  if (auto no = must_be_a_party(given)) return *std::move(no);
  const auto found = editable_draft(given.life, command.draft);
  if (const auto* no = std::get_if<Refusal>(&found)) return *no;
  const AgreementDraft& draft = *std::get<const AgreementDraft*>(found);
  if (auto no = check_base(given.life, command.based_on)) return *std::move(no);
  if (command.based_on < draft.based_on) {
    return refuse(RefusalKind::DraftOutdated, "based_on",
                  fmt::format("the draft stands on version {} already", draft.based_on));
  }
  const bool is_same_text = command.text == draft.text;
  if (is_same_text && command.title == draft.title && command.based_on == draft.based_on)
    return refuse(RefusalKind::NoChange, "", "the draft is like that already");
  AgreementEvents events{given.event(
      DraftSaved{.draft = draft.number, .title = command.title, .based_on = command.based_on, .text = command.text})};
  if (const AgreementProposal* open = given.life.proposal_of(draft.number); open != nullptr && !is_same_text)
    events.push_back(
        given.event(ProposalEnded{.proposal = open->number, .how = ProposalEnd::Changed, .party = {}, .reason = {}}));
  return title_or(command.title, std::move(events));
}

AgreementDecision decide_on(const DropDraft& command, const AgreementCase& given) {
  if (auto no = must_be_a_party(given)) return *std::move(no);
  const auto found = editable_draft(given.life, command.draft);
  if (const auto* no = std::get_if<Refusal>(&found)) return *no;
  if (given.life.proposal_of(command.draft) != nullptr) {
    return refuse(RefusalKind::ProposalOpen, "",
                  fmt::format("draft {} is proposed: withdraw the proposal first", command.draft));
  }
  return AgreementEvents{given.event(DraftDropped{command.draft})};
}

AgreementDecision decide_on(const CommentOnDraft& command, const AgreementCase& given) {
  if (auto no = must_be_a_party(given)) return *std::move(no);
  const auto found = editable_draft(given.life, command.draft);
  if (const auto* no = std::get_if<Refusal>(&found)) return *no;
  const AgreementDraft& draft = *std::get<const AgreementDraft*>(found);
  if (auto no = check_text(command.text, "text", "the comment", kMaxDraftComment, Emptiness::Refused))
    return *std::move(no);
  if (command.revision == 0 || command.revision > draft.revision)
    return refuse(RefusalKind::NoSuchDraft, "revision", fmt::format("there is no revision {}", command.revision));
  const bool is_current = command.revision == draft.revision;
  const bool has_file =
      std::ranges::find(draft.text.files, command.file, &AgreementFile::name) != draft.text.files.end();
  if (is_current && !command.file.empty() && !has_file)
    return refuse(RefusalKind::NoSuchDraft, "file", fmt::format("the draft has no file `{}`", command.file));
  return AgreementEvents{given.event(DraftCommented{.draft = draft.number,
                                                    .comment = static_cast<std::uint32_t>(draft.comments.size() + 1),
                                                    .revision = command.revision,
                                                    .file = command.file,
                                                    .line = command.file.empty() ? 0U : command.line,
                                                    .text = command.text})};
}

}  // namespace tandem::desk
