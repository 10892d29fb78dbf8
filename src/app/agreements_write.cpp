// What people do to an agreement: each is one command, decided inside the transaction that writes its events.
#include "agreement/amendment.h"
#include "app/agreement_record.h"
#include "app/agreement_scope.h"
#include "app/agreement_seal.h"
#include "app/agreements.h"
#include "app/leave_scope.h"
#include "base/utf8.h"

namespace tandem::app {
namespace {

// A name that means the same in every folder: relative, with `/`, and never upwards.
bool is_file_name(std::string_view name) {
  if (name.empty() || base::count_code_points(name) > kMaxAgreementFileName || !is_one_line(name)) return false;
  return std::ranges::all_of(std::views::split(name, '/'), [](const auto& part) {
    const std::string_view word(part.begin(), part.end());
    return !word.empty() && word != "." && word != ".." && !word.contains('\\');
  });
}

std::vector<FieldProblem> problems_of(const DraftText& text) {
  std::vector<FieldProblem> problems;
  if (text.files.size() > kMaxAgreementFiles)
    problems.push_back({"/files", fmt::format("are at most {}", kMaxAgreementFiles)});
  for (const auto& [name, content] : text.files) {
    if (!is_file_name(name))
      problems.push_back({"/files", fmt::format("`{}` is no name of a file within the agreement's folder", name)});
  }
  if (!text.files.contains(text.root)) problems.push_back({"/root", fmt::format("names no file: `{}`", text.root)});
  return problems;
}

std::uint32_t number_in(const desk::AgreementEvents& events) {
  struct Number {
    std::uint32_t operator()(const desk::DraftBegun& e) const { return e.draft; }
    std::uint32_t operator()(const desk::DraftSaved& e) const { return e.draft; }
    std::uint32_t operator()(const desk::DraftDropped& e) const { return e.draft; }
    std::uint32_t operator()(const desk::DraftCommented& e) const { return e.draft; }
    std::uint32_t operator()(const desk::AgreementProposed& e) const { return e.proposal; }
    std::uint32_t operator()(const desk::AgreementSigned& e) const { return e.proposal; }
    std::uint32_t operator()(const desk::ProposalEnded& e) const { return e.proposal; }
    std::uint32_t operator()(const desk::VersionAgreed& e) const { return e.proposal; }
  };
  return std::visit(Number{}, events.front().data);
}

// The team that those who decide gave the ticket to, the last time they did.
std::optional<desk::TeamName> last_ruling(const std::vector<HistoryLine>& history) {
  std::optional<desk::TeamName> team;
  for (const HistoryLine& line : history) {
    const auto* settled = std::get_if<desk::DisputeSettled>(&line.event.data);
    if (settled != nullptr && settled->by == desk::SettledBy::Ruling) team = settled->team;
  }
  return team;
}

}  // namespace

// Inside a transaction: what comes of the command, or why nothing does. The outer Result is the store's.
base::Result<Outcome<Agreements::Written>> Agreements::write_in(WriteTransaction& tx, const Scope& scope,
                                                                const Change& change,
                                                                const std::vector<AgreementVersion>& versions) const {
  TANDEM_TRY(const auto stored, tx.agreement_events(scope.name()));
  TANDEM_TRY(auto life, read_agreement_life(stored, versions));
  const auto command = change.command(life);
  if (!command) return Outcome<Written>(std::unexpected(command.error()));
  // The time of the transaction: what is agreed now is not in force before those who were first.
  desk::AgreementCircumstances circumstances = scope.circumstances();
  circumstances.now = clock_->now();
  const auto decision = desk::decide(life, *command, circumstances);
  if (const auto* refusal = std::get_if<desk::Refusal>(&decision))
    return Outcome<Written>(std::unexpected(from_refusal(*refusal)));
  const auto& events = std::get<desk::AgreementEvents>(decision);
  if (const desk::VersionAgreed* agreed = version_in(events)) {
    TANDEM_TRY(const auto version, compose_version(*agreed, change.texts));
    TANDEM_TRY_DONE(tx.add_agreement(scope.name(), version));
  }
  TANDEM_TRY_DONE(record_agreement(tx, scope.name(), life, events, change.texts));
  const desk::AgreementLife before = life;
  for (const desk::AgreementEvent& event : events) TANDEM_TRY_DONE(desk::evolve(life, event));
  TANDEM_TRY_DONE(tell_of_agreement(tx, scope.name(), circumstances.now,
                                    {.before = before, .after = life, .events = events, .policy = &scope.policy()}));
  const std::uint32_t number = change.number(events);
  if (change.idempotency) {
    TANDEM_TRY_DONE(tx.remember(scope.caller.account, change.idempotency->key,
                                {.request = change.idempotency->request,
                                 .engagement = scope.name(),
                                 .made = {.high = 0, .low = number},
                                 .version = 0,
                                 .at = circumstances.now}));
  }
  return Outcome<Written>(Written{.life = std::move(life), .number = number});
}

Outcome<Agreements::Written> Agreements::write(const Scope& scope, const Change& change) {
  const auto versions = store_->agreements(scope.name());
  if (!versions) return failed(versions.error());
  Outcome<Written> outcome = std::unexpected(Failure{FailureKind::Internal, {}, {}, {}});
  std::optional<RememberedAnswer> repeated;
  const auto done = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    repeated.reset();
    if (change.idempotency) {
      TANDEM_TRY(repeated, tx.remembered(scope.caller.account, change.idempotency->key));
      if (repeated) return {};
    }
    TANDEM_TRY(outcome, write_in(tx, scope, change, *versions));
    return {};
  });
  if (!done) return failed(done.error());
  if (repeated) {
    if (repeated->request != change.idempotency->request) {
      return std::unexpected(
          Failure{FailureKind::IdempotencyMismatch, "this Idempotency-Key was used for another request", {}, {}});
    }
    auto life = read_life(scope);
    if (!life) return std::unexpected(life.error());
    return Written{.life = *std::move(life), .number = static_cast<std::uint32_t>(repeated->made.low)};
  }
  const std::uint32_t known = versions->empty() ? 0 : versions->back().version;
  if (outcome && outcome->life.newest()->version > known) {
    if (const auto taken = engagements_->take_up_agreement(scope.name()); !taken) return failed(taken.error());
  }
  return outcome;
}

Outcome<DraftView> Agreements::begin_with(const Scope& scope, const DraftText& text,
                                          std::optional<desk::RulingReference> ruling,
                                          const std::optional<Idempotency>& idempotency) {
  if (auto problems = problems_of(text); !problems.empty()) return invalid(std::move(problems));
  const desk::BeginDraft command{.title = text.title,
                                 .based_on = text.based_on,
                                 .text = identify(text.root, text.files),
                                 .ruling = std::move(ruling)};
  const auto written =
      write(scope, {.command = [&](const desk::AgreementLife&) { return desk::AgreementCommand(command); },
                    .texts = text.files,
                    .idempotency = idempotency,
                    .number = number_in});
  if (!written) return std::unexpected(written.error());
  return draft_view(scope, written->life, written->number);
}

Outcome<DraftView> Agreements::begin(const Caller& caller, const desk::EngagementName& engagement,
                                     const DraftText& text, const std::optional<Idempotency>& idempotency) {
  const auto scope = enter_to_write(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  return begin_with(*scope, text, std::nullopt, idempotency);
}

Outcome<DraftView> Agreements::begin_from_ruling(const Caller& caller, const desk::EngagementName& engagement,
                                                 std::string_view ticket,
                                                 const std::optional<Idempotency>& idempotency) {
  const auto scope = enter_to_write(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto known = tickets_->get(caller, engagement, ticket);
  if (!known) return std::unexpected(known.error());
  const auto history = tickets_->history(caller, engagement, ticket);
  if (!history) return std::unexpected(history.error());
  const auto team = last_ruling(*history);
  const std::string number = format_number(scope->engagement->record.prefix, known->ticket.facts.number);
  if (!team) {
    return std::unexpected(from_refusal({.kind = desk::RefusalKind::NoSuchDispute,
                                         .field = {},
                                         .message = fmt::format("nothing was ruled about {}", number)}));
  }
  auto life = read_life(*scope);
  if (!life) return std::unexpected(life.error());
  auto newest = read_version(*scope, life->newest()->version);
  if (!newest) return failed(newest.error());
  const auto compiled = compile(identify(newest->root, newest->files), newest->files);
  const desk::CategoryName& category = known->ticket.facts.category;
  const auto amended = compiled->policy ? agreement::give_category(*compiled, category.text(), team->text(),
                                                                   fmt::format("ruling on {}", number))
                                        : std::nullopt;
  if (!amended) {
    return std::unexpected(
        from_refusal({.kind = desk::RefusalKind::NoChange,
                      .field = {},
                      .message = fmt::format(
                          "the text gives `{}` to `{}` already, or cannot be changed for it: begin a draft by hand",
                          category.text(), team->text())}));
  }
  return begin_with(*scope,
                    {.title = fmt::format("Ruling on {}: {}", number, amended->words),
                     .based_on = newest->version,
                     .root = amended->bundle.root,
                     .files = amended->bundle.files},
                    desk::RulingReference{.ticket = known->ticket.facts.number, .category = category, .team = *team},
                    idempotency);
}

Outcome<DraftView> Agreements::save(const Caller& caller, const desk::EngagementName& engagement, std::uint32_t draft,
                                    const DraftText& text, std::optional<std::uint32_t> if_revision) {
  const auto scope = enter_to_write(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  if (auto problems = problems_of(text); !problems.empty()) return invalid(std::move(problems));
  const desk::SaveDraft command{
      .draft = draft, .title = text.title, .based_on = text.based_on, .text = identify(text.root, text.files)};
  const auto decide = [&](const desk::AgreementLife& life) -> Outcome<desk::AgreementCommand> {
    const desk::AgreementDraft* known = life.draft(draft);
    if (known != nullptr && if_revision && known->revision != *if_revision) {
      return std::unexpected(Failure{FailureKind::Stale,
                                     fmt::format("the draft has changed since: {} saved it, and it is at revision {}",
                                                 known->saved_by.display, known->revision),
                                     {},
                                     {}});
    }
    return desk::AgreementCommand(command);
  };
  const auto written = write(*scope, {.command = decide, .texts = text.files, .number = number_in});
  if (!written) return std::unexpected(written.error());
  return draft_view(*scope, written->life, draft);
}

Outcome<DraftView> Agreements::drop(const Caller& caller, const desk::EngagementName& engagement, std::uint32_t draft) {
  const auto scope = enter_to_write(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto written = write(
      *scope, {.command = [&](const desk::AgreementLife&) { return desk::AgreementCommand(desk::DropDraft{draft}); },
               .number = number_in});
  if (!written) return std::unexpected(written.error());
  return draft_view(*scope, written->life, draft);
}

Outcome<DraftView> Agreements::comment(const Caller& caller, const desk::EngagementName& engagement,
                                       const desk::CommentOnDraft& command,
                                       const std::optional<Idempotency>& idempotency) {
  const auto scope = enter_to_write(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto decide = [&](const desk::AgreementLife& life) -> Outcome<desk::AgreementCommand> {
    desk::CommentOnDraft on_revision = command;
    const desk::AgreementDraft* known = life.draft(command.draft);
    if (on_revision.revision == 0 && known != nullptr) on_revision.revision = known->revision;
    return desk::AgreementCommand(std::move(on_revision));
  };
  const auto written = write(*scope, {.command = decide, .idempotency = idempotency, .number = number_in});
  if (!written) return std::unexpected(written.error());
  return draft_view(*scope, written->life, command.draft);
}

Outcome<ProposalView> Agreements::propose(const Caller& caller, const desk::EngagementName& engagement,
                                          std::uint32_t draft, const desk::TextHash& text,
                                          const std::optional<Idempotency>& idempotency) {
  const auto scope = enter_to_write(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto life = read_life(*scope);
  if (!life) return std::unexpected(life.error());
  // Compiled before the transaction, which others wait for; the hash says that it is still this text.
  desk::ProposeDraft command{.draft = draft, .text = text, .errors = 0, .effective = scope->now};
  if (const desk::AgreementDraft* found = life->draft(draft); found != nullptr && found->text.hash == text) {
    auto files = read_texts(*scope, found->text);
    if (!files) return failed(files.error());
    const auto compiled = compile(found->text, *std::move(files));
    command.errors = static_cast<std::uint32_t>(compiled->findings.count(diag::Level::Error));
    if (!compiled->engagement.empty() && compiled->engagement != scope->name().text()) {
      return invalid({{"/text", fmt::format("is the agreement of another engagement: `{}`", compiled->engagement)}});
    }
    if (compiled->policy)
      command.effective = compiled->policy->zone().to_instant(compiled->agreement->effective.value, {});
  }
  const auto written =
      write(*scope, {.command = [&](const desk::AgreementLife&) { return desk::AgreementCommand(command); },
                     .idempotency = idempotency,
                     .number = number_in});
  if (!written) return std::unexpected(written.error());
  return proposal_view(*scope, written->life, written->number);
}

Outcome<ProposalView> Agreements::change_proposal(const Scope& scope, desk::AgreementCommand command,
                                                  std::uint32_t proposal,
                                                  const std::optional<Idempotency>& idempotency) {
  // The texts, should this signature be the last one: they are kept already and never change.
  auto life = read_life(scope);
  if (!life) return std::unexpected(life.error());
  std::map<std::string, std::string> texts;
  if (const desk::AgreementProposal* known = life->proposal(proposal); known != nullptr) {
    auto files = read_texts(scope, known->text);
    if (!files) return failed(files.error());
    texts = *std::move(files);
  }
  const auto written = write(scope, {.command = [&](const desk::AgreementLife&) { return command; },
                                     .texts = std::move(texts),
                                     .idempotency = idempotency,
                                     .number = number_in});
  if (!written) return std::unexpected(written.error());
  // What became of it may have changed who signs.
  auto now = enter(scope.caller, scope.name());
  if (!now) return std::unexpected(now.error());
  return proposal_view(*now, written->life, proposal);
}

Outcome<ProposalView> Agreements::sign(const Caller& caller, const desk::EngagementName& engagement,
                                       std::uint32_t proposal, const desk::TextHash& text,
                                       const std::optional<Idempotency>& idempotency) {
  const auto scope = enter_to_write(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  return change_proposal(*scope, desk::SignProposal{.proposal = proposal, .text = text}, proposal, idempotency);
}

Outcome<ProposalView> Agreements::refuse(const Caller& caller, const desk::EngagementName& engagement,
                                         std::uint32_t proposal, const std::string& reason,
                                         const std::optional<Idempotency>& idempotency) {
  const auto scope = enter_to_write(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  return change_proposal(*scope, desk::RefuseProposal{.proposal = proposal, .reason = reason}, proposal, idempotency);
}

Outcome<ProposalView> Agreements::withdraw(const Caller& caller, const desk::EngagementName& engagement,
                                           std::uint32_t proposal, const std::string& reason,
                                           const std::optional<Idempotency>& idempotency) {
  const auto scope = enter_to_write(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  return change_proposal(*scope, desk::WithdrawProposal{.proposal = proposal, .reason = reason}, proposal, idempotency);
}

}  // namespace tandem::app
