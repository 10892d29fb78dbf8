#include "app/tickets.h"

#include "app/change_view.h"
#include "app/decision_steps.h"
#include "app/entry.h"
#include "app/major_narrative.h"
#include "app/narrative.h"
#include "app/recorded_clashes.h"
#include "app/ticket_scope.h"
#include "app/workload_table.h"
#include "base/check.h"
#include "base/log.h"
#include "desk/asked_readers.h"
#include "desk/due.h"
#include "desk/evolve.h"
#include "desk/notice.h"

namespace tandem::app {
namespace {

// Who is told of what was done, kept by the transaction that writes it.
base::Result<void> tell(WriteTransaction& tx, const desk::EngagementName& engagement, const desk::Ticket* before,
                        const desk::Ticket& after, std::span<const desk::Event> events, const policy::Policy& policy,
                        base::Instant now) {
  const auto told = desk::notices({.before = before, .after = after, .events = events, .policy = policy});
  return told.empty() ? base::Result<void>() : tx.add_notices(engagement, after.id, now, told);
}

// The other ticket that a command is about, and the field that names it.
struct Named {
  desk::TicketId ticket;
  std::string_view field;
};
std::optional<Named> named_in(const desk::Command& command) {
  if (const auto* link = std::get_if<desk::LinkTicket>(&command)) return Named{link->other, "ticket"};
  if (const auto* link = std::get_if<desk::UnlinkTicket>(&command)) return Named{link->other, "ticket"};
  if (const auto* merge = std::get_if<desk::MergeTicket>(&command)) return Named{merge->into, "into"};
  if (const auto* done = std::get_if<desk::RecordAction>(&command); done != nullptr && done->decided_by)
    return Named{*done->decided_by, "decided_by"};
  return std::nullopt;
}

Failure no_other(const Named& named) {
  return from_refusal({.kind = desk::RefusalKind::NoSuchTicket,
                       .field = std::string(named.field),
                       .message = "there is no such ticket"});
}

// What whoever asked for it does not read of their own: how the teams work on it.
void leave_out_inner_work(TicketView& view, const policy::Policy& policy) {
  std::erase_if(view.ticket.comments,
                [](const desk::Comment& c) { return c.visibility != desk::Visibility::Requester; });
  view.hidden_notes = 0;
  view.ticket.handoff.reset();
  view.ticket.dispute.reset();
  view.ticket.strategic.reset();
  view.ticket.change.reset();
  view.ticket.followers.clear();
  view.ticket.vendor_case.reset();
  view.ticket.problem.reset();
  view.ticket.major.reset();
  view.ticket.checklists.clear();
  view.ticket.not_needed.clear();
  view.ticket.due.reset();
  view.ticket.facts.vip_since.reset();
  view.ticket.facts.requester.vip = false;
  view.change_findings.clear();
  if (const auto category = policy.find_category(view.ticket.facts.category.text())) {
    const policy::ActivityIndex activity = policy.category(*category).activity;
    view.ticket.ownership.activity = desk::ActivityName(policy.activity(activity).name);
  }
  view.ticket.escalation.taken.clear();
  view.ticket.watchers.clear();
  view.ticket.tags.clear();
  view.ticket.ownership.reasons.clear();
  view.ticket.segments.clear();
  view.charges.clear();
  for (desk::TargetView& target : view.targets) {
    target.warnings.clear();
    target.reasons.clear();
  }
}

}  // namespace

base::Result<void> keep_step(WriteTransaction& tx, const desk::EngagementName& engagement, const desk::JointStep& step,
                             const desk::Circumstances& circumstances) {
  const policy::Policy& policy = circumstances.policy;
  for (const desk::JointStep::Changed* one : step.changed()) {
    const desk::Ticket& ticket = one->ticket;
    TANDEM_TRY_DONE(tx.append(engagement, ticket, rank_of(ticket.facts.priority, policy), one->events));
    TANDEM_TRY_DONE(tx.set_due(engagement, ticket.id, desk::next_due(ticket, circumstances)));
    TANDEM_TRY_DONE(
        tell(tx, engagement, one->before ? &*one->before : nullptr, ticket, one->events, policy, circumstances.now));
  }
  return {};
}

Outcome<Tickets::Scope> Tickets::enter(const Caller& caller, const desk::EngagementName& engagement) const {
  auto entry = enter_engagement(caller, *engagements_, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, found] = *entry;
  auto actor = actor_of(caller, *membership, *found->policy);
  return Scope{.caller = caller, .membership = *membership, .engagement = std::move(found), .actor = std::move(actor)};
}

Outcome<desk::TicketId> Tickets::find(const Scope& scope, std::string_view ticket) const {
  if (const auto id = desk::TicketId::parse(ticket)) return *id;
  const auto number = parse_number(ticket, scope.engagement->record.prefix);
  if (!number) return no_ticket();
  const auto found = store_->find_number(scope.name(), *number);
  if (!found) return failed(found.error());
  if (!*found) return no_ticket();
  return **found;
}

Outcome<TicketView> Tickets::view(const Scope& scope, desk::Ticket ticket) const {
  std::vector<desk::ScheduledChange> changes;
  if (ticket.change) {
    auto live = store_->live_changes(scope.name());
    if (!live) return failed(live.error());
    changes = *std::move(live);
  }
  return view(scope, std::move(ticket), changes);
}

Outcome<TicketView> Tickets::view(const Scope& caller_scope, desk::Ticket ticket,
                                  std::span<const desk::ScheduledChange> changes) const {
  const auto now = clock_->now();
  const auto reading = caller_scope.of(ticket);
  if (!reading) return std::unexpected(Failure{FailureKind::Hidden, "there is no such ticket", {}, {}});
  const Scope& scope = *reading;
  auto links = view_links(caller_scope, scope, ticket);
  if (!links) return std::unexpected(links.error());
  const auto related = facts_about(scope, ticket);
  if (!related) return std::unexpected(related.error());
  TicketView view{.engagement = scope.engagement,
                  .ticket = std::move(ticket),
                  .hidden_notes = 0,
                  .allowed = {},
                  .as_of = now,
                  .targets = {},
                  .charges = {},
                  .side = side_of(scope.membership, scope.policy()),
                  .links = *std::move(links)};
  view.allowed = allowed_now(scope.membership, view.ticket,
                             {.policy = scope.policy(),
                              .now = now,
                              .actor = scope.actor,
                              .workload = {},
                              .changes = changes,
                              .related = *related,
                              .prefix = scope.engagement->record.prefix});
  view.change_findings = findings_now(view.ticket, scope.policy(), now, changes, scope.engagement->record.prefix);
  if (const auto done =
          hide_clashes(*store_, {caller_scope.caller, caller_scope.membership, scope.policy()}, view.change_findings);
      !done) {
    return failed(done.error());
  }
  // Nobody is shown as waited for who may not know of it.
  const desk::AgreementHistory history = scope.engagement->history();
  if (auto asking = desk::asking_readers(view.ticket, scope.policy(), now, &history)) view.ticket = *std::move(asking);
  if (view.ticket.decision) view.ticket.decision->asked.sides = desk::sides_of(view.ticket, scope.policy());
  view.targets = desk::view_targets(view.ticket, history, now);
  view.charges = desk::charges(view.ticket, history, now);
  hide_sealed(view.ticket, scope.membership, scope.policy());
  for (LinkView& link : view.links) {
    if (!link.is_hidden) continue;
    hide_other(view.ticket, link.link.other);
    hide_other(link.link);
  }
  for (desk::Comment& comment : view.ticket.comments) {
    if (may_see(scope.membership, comment, scope.policy())) continue;
    comment.text.clear();
    ++view.hidden_notes;
  }
  if (const auto done = view_actions(caller_scope, scope, view); !done) return std::unexpected(done.error());
  view_files(view, scope.membership, {.policy = scope.policy(), .now = now, .actor = scope.actor, .workload = {}});
  if (scope.membership.role == Role::Requester) leave_out_inner_work(view, scope.policy());
  if (view.ticket.major && tells_parts(*view.ticket.major)) {
    const auto events = store_->history(scope.name(), view.ticket.id);
    if (!events) return failed(events.error());
    name_parts(*view.ticket.major, *events, scope.policy());
  }
  return view;
}

Outcome<TicketView> Tickets::open(const Caller& caller, const desk::EngagementName& engagement,
                                  desk::OpenTicket command, const CommandOptions& options) {
  return open(caller, engagement, std::move(command), ChecklistPlan{}, options);
}

Outcome<TicketView> Tickets::command(const Caller& caller, const desk::EngagementName& engagement,
                                     std::string_view ticket, const desk::Command& command,
                                     const CommandOptions& options) {
  return commands(caller, engagement, ticket, std::span(&command, 1), options);
}

Outcome<TicketView> Tickets::commands(const Caller& caller, const desk::EngagementName& engagement,
                                      std::string_view ticket, std::span<const desk::Command> commands,
                                      const CommandOptions& options) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto id = find(*scope, ticket);
  if (!id) return std::unexpected(id.error());
  return write(*scope, options, [&](Step& step) -> base::Result<Decided> {
    const auto may_do_all = [&](const MembershipRecord& who) {
      return std::ranges::all_of(commands, [&](const desk::Command& command) { return may_command(who, command); });
    };
    TANDEM_TRY(const auto begun, step.begin(*id, {.is_given_to = may_do_all}, options));
    if (!begun) return Decided(std::unexpected(begun.error()));
    if (begun->ticket->change) TANDEM_TRY_DONE(step.read_changes());
    for (const desk::Command& command : commands) {
      if (const auto other = named_in(command)) {
        TANDEM_TRY(const desk::Ticket* named, step.joint.ticket(other->ticket));
        // What the caller may not read is to them what is not there.
        if (named == nullptr || !scope->of(*named)) return Decided(std::unexpected(no_other(*other)));
      }
      TANDEM_TRY(const auto refusal, step.joint.decide(*id, salted(command)));
      if (refusal && refusal->kind == desk::RefusalKind::StepsOpen) {
        TANDEM_TRY(auto failure, name_open_steps(*scope, step, *id, *refusal));
        return Decided(std::unexpected(std::move(failure)));
      }
      if (refusal) return Decided(std::unexpected(from_refusal(*refusal)));
    }
    TANDEM_TRY_DONE(replace_renewed(step.joint, *id, step.circumstances));
    return *id;
  });
}

std::vector<BulkLine> Tickets::bulk(const Caller& caller, const desk::EngagementName& engagement,
                                    std::span<const std::string> tickets, std::span<const desk::Command> commands,
                                    const std::optional<Idempotency>& idempotency) {
  TANDEM_ENSURE(tickets.size() <= kMaxBulk);
  std::vector<BulkLine> lines;
  for (const std::string& ticket : tickets) {
    CommandOptions options;
    if (idempotency)
      options.idempotency =
          Idempotency{.key = fmt::format("{}/{}", idempotency->key, ticket), .request = idempotency->request};
    lines.push_back({.asked = ticket, .outcome = this->commands(caller, engagement, ticket, commands, options)});
  }
  return lines;
}

Outcome<TicketView> Tickets::write(const Scope& scope, const CommandOptions& options, const Decide& decide) {
  Outcome<desk::Ticket> outcome = no_ticket();
  std::vector<desk::ScheduledChange> changes;
  std::optional<RememberedAnswer> repeated;
  const auto written = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    repeated.reset();
    changes.clear();
    if (options.idempotency) {
      TANDEM_TRY(repeated, tx.remembered(scope.caller.account, options.idempotency->key));
      if (repeated) return {};
    }
    TANDEM_TRY(const auto load, tx.load(scope.name()));
    const WorkloadTable workload(scope.policy(), load);
    const desk::AgreementHistory history = scope.engagement->history();
    Step step(tx, scope,
              {.policy = scope.policy(),
               .now = clock_->now(),
               .actor = scope.actor,
               .workload = workload.view(),
               .history = &history});
    TANDEM_TRY(const auto decided, decide(step));
    if (!decided) {
      outcome = std::unexpected(decided.error());
      return {};
    }
    TANDEM_TRY(const desk::Ticket* ticket, step.joint.ticket(*decided));
    TANDEM_ENSURE(ticket != nullptr);
    TANDEM_TRY_DONE(keep_step(tx, scope.name(), step.joint, step.circumstances));
    if (options.idempotency) {
      TANDEM_TRY_DONE(tx.remember(scope.caller.account, options.idempotency->key,
                                  {.request = options.idempotency->request,
                                   .engagement = scope.name(),
                                   .made = ticket->id.bits(),
                                   .version = ticket->version,
                                   .at = step.circumstances.now}));
    }
    if (ticket->change) {
      TANDEM_TRY(changes, tx.live_changes(scope.name()));
    }
    outcome = *ticket;
    return {};
  });
  if (!written) return failed(written.error());
  if (repeated) return repeat(scope, *repeated, options.idempotency->request);
  if (!outcome) return std::unexpected(std::move(outcome).error());
  return view(scope, *std::move(outcome), changes);
}

Outcome<TicketView> Tickets::repeat(const Scope& scope, const RememberedAnswer& answer,
                                    const SecretHash& request) const {
  if (answer.request != request) {
    return std::unexpected(
        Failure{FailureKind::IdempotencyMismatch, "this Idempotency-Key was used for another request", {}, {}});
  }
  const desk::TicketId id(answer.made);
  const auto events = store_->history(scope.name(), id);
  if (!events) return failed(events.error());
  desk::Events then;
  for (const StoredEvent& stored : *events) {
    if (stored.version <= answer.version) then.push_back(stored.event);
  }
  if (then.empty()) return no_ticket();
  // What may be read is asked of the ticket as it is: it may have become confidential since.
  const auto now = store_->ticket(scope.name(), id);
  if (!now) return failed(now.error());
  if (!*now) return no_ticket();
  if (!scope.of(**now)) return view(scope, **now);
  auto ticket = desk::replay(id, then);
  if (!ticket) return failed(ticket.error());
  if (!scope.of(*ticket)) return no_ticket();
  return view(scope, *std::move(ticket));
}

Outcome<desk::Ticket> Tickets::read(const Scope& scope, std::string_view ticket) const {
  const auto id = find(scope, ticket);
  if (!id) return std::unexpected(id.error());
  auto stored = store_->ticket(scope.name(), *id);
  if (!stored) return failed(stored.error());
  if (!*stored || !scope.of(**stored)) return no_ticket();
  return **std::move(stored);
}

Outcome<TicketView> Tickets::get(const Caller& caller, const desk::EngagementName& engagement,
                                 std::string_view ticket) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto stored = read(*scope, ticket);
  if (!stored) return std::unexpected(stored.error());
  return view(*scope, *std::move(stored));
}

Outcome<WhyNow> Tickets::why(const Caller& caller, const desk::EngagementName& engagement, std::string_view ticket) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto only_for_teams = [] { return forbidden("the reasons are for the two teams"); };
  if (scope->membership.role == Role::Requester) return only_for_teams();
  auto stored = read(*scope, ticket);
  if (!stored) return std::unexpected(stored.error());
  if (scope->of(*stored)->membership.role == Role::Requester) return only_for_teams();
  const auto events = store_->history(scope->name(), stored->id);
  if (!events) return failed(events.error());
  const auto load = store_->load(scope->name());
  if (!load) return failed(load.error());

  auto seen = view(*scope, *stored);
  if (!seen) return std::unexpected(seen.error());
  WhyNow why{
      .view = *std::move(seen), .decided_at = stored->opened_at, .cause = desk::AssignmentCause::Opened, .now = {}};
  for (const StoredEvent& event : *events) {
    if (const auto* assigned = std::get_if<desk::OwnerAssigned>(&event.event.data)) {
      why.decided_at = event.event.at;
      why.cause = assigned->cause;
    }
  }
  const WorkloadTable workload(scope->policy(), *load);
  why.now = desk::ownership_anew(
      *stored, {.policy = scope->policy(), .now = clock_->now(), .actor = scope->actor, .workload = workload.view()});
  return why;
}

Outcome<std::vector<HistoryLine>> Tickets::history(const Caller& caller, const desk::EngagementName& engagement,
                                                   std::string_view ticket) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto stored = read(*scope, ticket);
  if (!stored) return std::unexpected(stored.error());
  const MembershipRecord reading = scope->of(*stored)->membership;
  auto events = store_->history(scope->name(), stored->id);
  if (!events) return failed(events.error());

  std::vector<HistoryLine> lines;
  std::map<desk::TicketId, bool> hidden;  // whether the caller may not read what it is linked with, or was
  const auto is_hidden = [&](desk::TicketId other) -> Outcome<bool> {
    if (const auto known = hidden.find(other); known != hidden.end()) return known->second;
    const auto there = store_->ticket(scope->name(), other);
    if (!there) return failed(there.error());
    return hidden[other] = *there && scope->hides(**there);
  };
  for (StoredEvent& event : *events) {
    if (!may_see(reading, event.event)) continue;
    hide_sealed(event.event, *stored, scope->membership, scope->policy());
    if (is_hidden_file(event.event, *stored, reading, scope->policy())) hide_file(event.event);
    if (const auto other = other_in(event.event)) {
      const auto is_other_hidden = is_hidden(*other);
      if (!is_other_hidden) return std::unexpected(is_other_hidden.error());
      if (*is_other_hidden) hide_other(event.event);
    }
    if (const auto done = hide_clashes(*store_, {caller, scope->membership, scope->policy()}, event.event); !done)
      return failed(done.error());
    // Who is in the register of VIPs is the teams' to know.
    if (auto* opened = std::get_if<desk::TicketOpened>(&event.event.data);
        opened != nullptr && reading.role == Role::Requester) {
      opened->vip_since.reset();
      opened->requester.vip = false;
    }
    HistoryLine line{.version = event.version, .event = std::move(event.event), .text = {}};
    line.text = narrate(line.event, *stored, scope->policy());
    if (auto* comment = std::get_if<desk::CommentAdded>(&line.event.data))
      comment->text.clear();  // the conversation shows it
    if (auto* assigned = std::get_if<desk::OwnerAssigned>(&line.event.data);
        assigned != nullptr && reading.role == Role::Requester) {
      assigned->ownership.reasons.clear();
      line.text = narrate_owner(assigned->ownership, scope->policy());
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

base::Result<void> Tickets::pass_time(const desk::EngagementName& engagement, std::span<const desk::TicketId> tickets,
                                      base::Instant now) {
  const auto found = engagements_->find(engagement);
  if (!found)
    return base::fail(base::ErrorCode::NotFound, fmt::format("engagement `{}` is not loaded", engagement.text()));
  const policy::Policy& policy = *found->policy;
  const desk::AgreementHistory history = found->history();
  const desk::Actor system = desk::system_actor();
  return store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    std::optional<WorkloadTable> workload;  // read anew where a ticket may have moved
    for (const desk::TicketId id : tickets) {
      if (!workload) {
        TANDEM_TRY(const auto load, tx.load(engagement));
        workload.emplace(policy, load);
      }
      const desk::Circumstances circumstances{
          .policy = policy, .now = now, .actor = system, .workload = workload->view(), .history = &history};
      desk::JointStep step([&](desk::TicketId one) { return tx.ticket(engagement, one); }, circumstances);
      TANDEM_TRY(const desk::Ticket* ticket, step.ticket(id));
      if (ticket == nullptr) continue;
      TANDEM_TRY(const auto nothing_due, step.decide(id, desk::PassTime{}));
      if (!nothing_due) TANDEM_TRY_DONE(keep_step(tx, engagement, step, circumstances));
      const auto due = desk::next_due(*ticket, circumstances);
      TANDEM_ENSURE(!due || *due > circumstances.now);  // or it would be due for ever
      if (nothing_due) {
        TANDEM_TRY_DONE(tx.set_due(engagement, id, due));
      } else {
        workload.reset();  // and keep_step() has set it
      }
    }
    return {};
  });
}

}  // namespace tandem::app
