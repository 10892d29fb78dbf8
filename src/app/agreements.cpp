#include "app/agreements.h"

#include "app/agreement_record.h"
#include "app/agreement_scope.h"
#include "app/agreement_seal.h"
#include "app/leave_scope.h"

namespace tandem::app {
namespace {

std::unexpected<Failure> missing(std::string_view what) {
  return not_found(fmt::format("there is no such {}", what));
}

// Why the caller could not propose the draft as it is; nothing: they can.
std::optional<std::string> why_not_propose(const desk::AgreementLife& life, const desk::AgreementDraft& draft,
                                           const agreement::Compiled& compiled,
                                           const desk::AgreementCircumstances& circumstances) {
  const auto errors = static_cast<std::uint32_t>(compiled.findings.count(diag::Level::Error));
  const auto decision = desk::decide(
      life,
      desk::ProposeDraft{
          .draft = draft.number, .text = draft.text.hash, .errors = errors, .effective = circumstances.now},
      circumstances);
  const auto* refusal = std::get_if<desk::Refusal>(&decision);
  return refusal == nullptr ? std::nullopt : std::optional(refusal->message);
}

}  // namespace

const desk::AgreedVersion& VersionView::agreed() const {
  return *std::ranges::find(agreement.life.versions, version.version, &desk::AgreedVersion::version);
}

Outcome<Agreements::Scope> Agreements::enter(const Caller& caller, const desk::EngagementName& engagement) const {
  const auto* membership = caller.membership(engagement);
  auto found = engagements_->find(engagement);
  if (membership == nullptr || !found) return missing("engagement");
  if (!may_read_agreement(*membership)) return forbidden("the agreement is for the two teams");
  desk::Actor actor = actor_of(caller, *membership, *found->policy);
  return Scope{.caller = caller,
               .membership = *membership,
               .engagement = std::move(found),
               .actor = std::move(actor),
               .now = clock_->now()};
}

Outcome<Agreements::Scope> Agreements::enter_to_write(const Caller& caller,
                                                      const desk::EngagementName& engagement) const {
  auto scope = enter(caller, engagement);
  if (scope && !may_write_agreement(scope->membership)) return forbidden("an auditor reads and does not write");
  return scope;
}

Outcome<desk::AgreementLife> Agreements::read_life(const Scope& scope) const {
  // Versions first: one that is agreed in between has its event, and then is not needed.
  const auto versions = store_->agreements(scope.name());
  if (!versions) return failed(versions.error());
  const auto events = store_->agreement_events(scope.name());
  if (!events) return failed(events.error());
  auto life = read_agreement_life(*events, *versions);
  if (!life) return failed(life.error());
  return *std::move(life);
}

base::Result<std::map<std::string, std::string>> Agreements::read_texts(const Scope& scope,
                                                                        const desk::AgreementText& text) const {
  std::map<std::string, std::string> files;
  for (const desk::AgreementFile& file : text.files) {
    TANDEM_TRY(auto kept, store_->agreement_text(scope.name(), file.hash));
    if (!kept) {
      return base::fail(base::ErrorCode::Corrupt, fmt::format("the text of `{}` with the hash {} is not in the store",
                                                              file.name, file.hash.text()));
    }
    files.emplace(file.name, *std::move(kept));
  }
  return files;
}

base::Result<AgreementVersion> Agreements::read_version(const Scope& scope, std::uint32_t version) const {
  TANDEM_TRY(auto versions, store_->agreements(scope.name()));
  const auto found = std::ranges::find(versions, version, &AgreementVersion::version);
  if (found == versions.end())
    return base::fail(base::ErrorCode::NotFound, fmt::format("there is no version {}", version));
  return std::move(*found);
}

std::shared_ptr<const agreement::Compiled> Agreements::compile(const desk::AgreementText& text,
                                                               std::map<std::string, std::string> files) {
  const calendar::Date today(std::chrono::floor<std::chrono::days>(clock_->now().sys()));
  return compiled_.compile({.root = text.root, .files = std::move(files)}, text.hash, today);
}

AgreementView Agreements::view(const Scope& scope, desk::AgreementLife life) const {
  std::optional<desk::PartyName> signs_for;
  if (scope.actor.kind == desk::ActorKind::Person) signs_for = desk::signs_for(scope.policy(), scope.actor.person);
  return {.engagement = scope.engagement,
          .life = std::move(life),
          .signatories = desk::signatories(scope.policy()),
          .signs_for = std::move(signs_for),
          .may_write = may_write_agreement(scope.membership) && scope.actor.kind == desk::ActorKind::Person,
          .now = scope.now};
}

Outcome<DraftView> Agreements::draft_view(const Scope& scope, desk::AgreementLife life, std::uint32_t number) {
  const desk::AgreementDraft* draft = life.draft(number);
  if (draft == nullptr) return missing("draft");
  auto files = read_texts(scope, draft->text);
  if (!files) return failed(files.error());
  auto compiled = compile(draft->text, *files);
  auto cannot_propose = why_not_propose(life, *draft, *compiled, scope.circumstances());
  return DraftView{.agreement = view(scope, std::move(life)),
                   .number = number,
                   .files = *std::move(files),
                   .compiled = std::move(compiled),
                   .cannot_propose = std::move(cannot_propose)};
}

// The buttons ask the desk: what it would refuse is not offered.
Outcome<ProposalView> Agreements::proposal_view(const Scope& scope, desk::AgreementLife life,
                                                std::uint32_t number) const {
  const desk::AgreementProposal* proposal = life.proposal(number);
  if (proposal == nullptr) return missing("proposal");
  const auto is_allowed = [&](const desk::AgreementCommand& command) {
    return may_write_agreement(scope.membership) &&
           std::holds_alternative<desk::AgreementEvents>(desk::decide(life, command, scope.circumstances()));
  };
  const bool may_sign = is_allowed(desk::SignProposal{.proposal = number, .text = proposal->text.hash});
  const bool may_refuse = is_allowed(desk::RefuseProposal{.proposal = number, .reason = "so"});
  const bool may_withdraw = is_allowed(desk::WithdrawProposal{.proposal = number, .reason = {}});
  return ProposalView{.agreement = view(scope, std::move(life)),
                      .number = number,
                      .may_sign = may_sign,
                      .may_refuse = may_refuse,
                      .may_withdraw = may_withdraw};
}

Outcome<AgreementView> Agreements::overview(const Caller& caller, const desk::EngagementName& engagement) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto life = read_life(*scope);
  if (!life) return std::unexpected(life.error());
  return view(*scope, *std::move(life));
}

Outcome<VersionView> Agreements::version(const Caller& caller, const desk::EngagementName& engagement,
                                         std::uint32_t version) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto life = read_life(*scope);
  if (!life) return std::unexpected(life.error());
  if (std::ranges::find(life->versions, version, &desk::AgreedVersion::version) == life->versions.end())
    return missing("version");
  auto stored = read_version(*scope, version);
  if (!stored) return failed(stored.error());
  return VersionView{.agreement = view(*scope, *std::move(life)), .version = *std::move(stored)};
}

Outcome<DraftView> Agreements::draft(const Caller& caller, const desk::EngagementName& engagement,
                                     std::uint32_t draft) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto life = read_life(*scope);
  if (!life) return std::unexpected(life.error());
  return draft_view(*scope, *std::move(life), draft);
}

Outcome<ProposalView> Agreements::proposal(const Caller& caller, const desk::EngagementName& engagement,
                                           std::uint32_t proposal) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto life = read_life(*scope);
  if (!life) return std::unexpected(life.error());
  return proposal_view(*scope, *std::move(life), proposal);
}

Outcome<DraftDiff> Agreements::diff(const Caller& caller, const desk::EngagementName& engagement, std::uint32_t draft) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto life = read_life(*scope);
  if (!life) return std::unexpected(life.error());
  const desk::AgreementDraft* found = life->draft(draft);
  if (found == nullptr) return missing("draft");
  // Of a draft that was agreed, what it changed then.
  const std::uint32_t against = found->state == desk::DraftState::Agreed ? found->based_on : life->newest()->version;
  auto files = read_texts(*scope, found->text);
  if (!files) return failed(files.error());
  auto stored = read_version(*scope, against);
  if (!stored) return failed(stored.error());
  auto after = compile(found->text, *std::move(files));
  const auto identity = identify(stored->root, stored->files);
  auto before = compile(identity, std::move(stored->files));
  if (!after->policy) {
    return std::unexpected(
        Failure{FailureKind::Invalid, "the text has errors: what it changes can be told when it has none", {}, {}});
  }
  if (!before->policy) {
    return std::unexpected(
        Failure{FailureKind::Invalid, fmt::format("version {} does not compile with this Tandem", against), {}, {}});
  }
  const calendar::Date today(std::chrono::floor<std::chrono::days>(scope->now.sys()));
  agreement::Horizon horizon =
      agreement::horizon_of(after->agreement->effective.value, today, agreement::kUsualHorizon, after->policy->zone());
  agreement::diff::Comparison comparison(*before, *after, horizon.during);
  return DraftDiff{.against = against,
                   .before = std::move(before),
                   .after = std::move(after),
                   .horizon = std::move(horizon),
                   .comparison = std::move(comparison)};
}

}  // namespace tandem::app
