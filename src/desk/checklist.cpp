#include "desk/checklist.h"

#include "base/check.h"
#include "desk/folds.h"
#include "desk/rules.h"

namespace tandem::desk {

std::optional<StepState> step_of(const Ticket& ticket) {
  if (ticket.facts.kind != TicketKind::Task) return std::nullopt;
  if (is_open(ticket.state)) return StepState::Open;
  return ticket.not_needed.empty() ? StepState::Done : StepState::NotNeeded;
}

std::optional<TicketId> whole_of(const Ticket& ticket) {
  if (ticket.facts.kind != TicketKind::Task) return std::nullopt;
  const auto found = std::ranges::find(ticket.links, LinkKind::PartOf, &Link::kind);
  return found == ticket.links.end() ? std::nullopt : std::optional(found->other);
}

bool takes_steps(const Ticket& ticket) {
  return is_open(ticket.state) || ticket.major || ticket.decision;
}

ChecklistSide side_of(const Ticket& ticket) {
  return {.team = ticket.ownership.owner.team,
          .accountable = ticket.ownership.accountable,
          .category = ticket.facts.category};
}

ChecklistSide side_of(const Related& other) {
  return {.team = other.owner.team, .accountable = other.accountable, .category = other.category};
}

std::optional<Refusal> must_have_whole(const ChecklistSide& whole, const ChecklistSide& step, std::string_view doing,
                                       const Case& given) {
  if (given.actor().kind == ActorKind::Import || given.standing.is_member(whole.team)) return std::nullopt;
  const bool answers = given.actor().kind == ActorKind::Person && given.actor().person == whole.accountable;
  if (answers && !given.standing.must_belong(doing)) return std::nullopt;
  if (is_confidential(step.category, given.policy()) && given.standing.is_member(step.team)) return std::nullopt;
  // Whose confidential work is, is its readers' to know.
  if (is_confidential(whole.category, given.policy())) {
    return refuse(RefusalKind::NotTheOwner, {},
                  fmt::format("only who has what it is a step of, or answers for that, {}", doing));
  }
  return refuse(
      RefusalKind::NotTheOwner, {},
      fmt::format("only {}, which has what it is a step of, or {}, who answers for that, {}",
                  spoken_team(given.policy(), whole.team), spoken_person(given.policy(), whole.accountable), doing));
}

std::optional<Refusal> must_have_no_open_steps(const Ticket& ticket) {
  if (ticket.major) return std::nullopt;  // what follows from a major incident outlasts it
  const auto open = std::ranges::count(ticket.links, std::optional(StepState::Open), &Link::step);
  if (open == 0) return std::nullopt;
  return refuse(RefusalKind::StepsOpen, {},
                open == 1 ? std::string("a step of its checklist is open")
                          : fmt::format("{} steps of its checklist are open", open));
}

Decision decide_on(const StartChecklist& command, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  // What was asked for by a form begins by itself, whoever asked.
  const bool is_forms = given.ticket.form && given.ticket.form->form == command.form;
  const bool by_the_desk = given.actor().kind == ActorKind::System && is_forms;
  if (!by_the_desk) {
    if (auto no = given.standing.must_own("start a checklist on it")) return *std::move(no);
  }
  const auto& started = given.ticket.checklists;
  if (std::ranges::find(started, command.form, &StartedChecklist::form) != started.end())
    return refuse(RefusalKind::NoChange, "form", "that checklist is started already");
  if (given.ticket.checklists.size() >= kMaxChecklists)
    return refuse(RefusalKind::CannotLink, "form", fmt::format("a ticket has at most {} checklists", kMaxChecklists));
  return Events{given.event(ChecklistStarted{.form = command.form, .title = command.title})};
}

Decision decide_on(const CloseNotNeeded& command, const Case& given) {
  if (given.ticket.facts.kind != TicketKind::Task)
    return refuse(RefusalKind::WrongKind, {}, "only a task is closed because it is not needed");
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  const auto whole_id = whole_of(given.ticket);
  const Related* whole = whole_id ? given.other(*whole_id) : nullptr;
  auto not_theirs = whole == nullptr ? given.standing.must_own("say that it is not needed")
                                     : must_have_whole(side_of(*whole), side_of(given.ticket),
                                                       "says that a step is not needed", given);
  if (not_theirs) return *std::move(not_theirs);
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  if (auto no = must_have_no_open_steps(given.ticket)) return *std::move(no);
  if (auto no = must_be_reviewed(given.ticket)) return *std::move(no);
  Events events{given.event(FoundNotNeeded{.reason = command.reason})};
  std::ranges::move(leave(given, TicketClosed{}), std::back_inserter(events));
  return events;
}

std::string fold(Ticket& ticket, const Event& event, const ChecklistStarted& started) {
  if (std::ranges::find(ticket.checklists, started.form, &StartedChecklist::form) != ticket.checklists.end())
    return "the checklist is started already";
  ticket.checklists.push_back({.form = started.form, .title = started.title, .at = event.at});
  return {};
}

std::string fold(Ticket& ticket, const Event&, const FoundNotNeeded& found) {
  if (ticket.facts.kind != TicketKind::Task) return "the ticket is no task";
  if (!is_open(ticket.state)) return fmt::format("the ticket is {}", to_text(ticket.state));
  if (found.reason.empty()) return "nobody says why it is not needed";
  ticket.not_needed = found.reason;
  return {};
}

}  // namespace tandem::desk
