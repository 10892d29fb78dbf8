#include "desk/evolve.h"

#include "base/check.h"
#include "desk/change_rules.h"
#include "desk/decision_fold.h"
#include "desk/folds.h"

namespace tandem::desk {
namespace {

// Applies one event's data. Every function looks before it changes anything, so that a refused event leaves the ticket
// as it was; it returns what contradicts the ticket, or an empty text.
class Fold {
 public:
  Fold(Ticket& ticket, const Event& event) : ticket_(ticket), event_(event) {}

  std::string operator()(const TicketOpened&) { return "the ticket is already opened"; }

  std::string operator()(const OwnerAssigned& assigned) {
    const Owner& owner = assigned.ownership.owner;
    if (owner.team.empty()) return "no team owns the ticket";
    if (assigned.ownership.accountable.empty()) return "nobody answers for the ticket";
    if (ticket_.handoff && owner.team != ticket_.ownership.owner.team) {
      return fmt::format("the owner changes while the hand-off {} is pending", ticket_.handoff->offer.epoch);
    }
    const bool is_first = ticket_.ownership.owner.team.empty();
    const bool moves = !is_first && owner.team != ticket_.ownership.owner.team;
    if (moves) ticket_.declined_by.clear();
    if (moves && ticket_.dispute) return "the owner changes while whose it is is in dispute";
    ticket_.ownership = assigned.ownership;
    if (moves || is_first || says_whose_it_is(assigned.cause)) {
      ticket_.brought_by = assigned.cause;
      ticket_.brought_to = names_somebody(assigned.cause) ? owner.person : PersonName();
    } else if (owner.person != ticket_.brought_to) {
      ticket_.brought_to = PersonName();  // somebody stands in for whom it was brought to
    }
    // The team that noticed it has it no longer.
    if (moves && ticket_.escalation.acknowledged_at && !is_a_claim(assigned.cause)) escalate_anew();
    return {};
  }

  std::string operator()(const CommentAdded& added) {
    const auto next = next_comment(ticket_);
    if (added.comment != next) return fmt::format("comment {} stands where comment {} belongs", added.comment, next);
    ticket_.comments.push_back({.number = added.comment,
                                .at = event_.at,
                                .author = event_.actor,
                                .visibility = added.visibility,
                                .team = added.team,
                                .text = added.text});
    return {};
  }

  std::string operator()(const PriorityChanged& changed) {
    if (changed.from != ticket_.facts.priority)
      return differs("priority", ticket_.facts.priority.text(), changed.from.text());
    ticket_.facts.priority = changed.to;
    if (!ticket_.escalation.acknowledged_at) escalate_anew();
    ticket_.targets_told = {};
    return {};
  }

  std::string operator()(const CategoryChanged& changed) {
    if (changed.from != ticket_.facts.category)
      return differs("category", ticket_.facts.category.text(), changed.from.text());
    ticket_.facts.category = changed.to;
    ticket_.strategic.reset();
    return {};
  }

  std::string operator()(const HandoffOffered& offered) {
    if (!is_open(ticket_.state)) return not_open();
    if (ticket_.handoff) return fmt::format("the hand-off {} is still pending", ticket_.handoff->offer.epoch);
    if (offered.epoch != ticket_.last_epoch + 1) {
      return fmt::format("hand-off {} stands where hand-off {} belongs", offered.epoch, ticket_.last_epoch + 1);
    }
    ticket_.handoff = PendingHandoff{.offer = offered, .offered_at = event_.at, .offered_by = event_.actor};
    ticket_.last_epoch = offered.epoch;
    return {};
  }

  std::string operator()(const HandoffAccepted& accepted) {
    const auto giver = ticket_.handoff ? std::optional(ticket_.handoff->offer.from.team) : std::nullopt;
    if (auto wrong = end_handoff(accepted.epoch); !wrong.empty()) return wrong;
    ticket_.trail.push_back(*giver);
    ++ticket_.handoffs_accepted;
    return {};
  }
  std::string operator()(const HandoffDeclined& declined) {
    const TeamName team = ticket_.handoff ? ticket_.handoff->offer.to_team : TeamName();
    if (auto wrong = end_handoff(declined.epoch); !wrong.empty()) return wrong;
    // The desk declines for somebody on leave: that is no answer of the team's.
    if (event_.actor.kind == ActorKind::Person) ticket_.declined_by.push_back(team);
    return {};
  }
  std::string operator()(const HandoffWithdrawn& withdrawn) { return end_handoff(withdrawn.epoch); }
  std::string operator()(const HandoffExpired& expired) { return end_handoff(expired.epoch); }

  std::string operator()(const WorkStarted&) {
    if (!is_open(ticket_.state)) return not_open();
    enter(State::Active);
    return {};
  }

  std::string operator()(const WaitStarted& wait) {
    if (!is_open(ticket_.state)) return not_open();
    enter(State::Waiting);
    ticket_.waiting_on = wait.on;
    return {};
  }

  std::string operator()(const TicketResolved&) {
    if (!is_open(ticket_.state)) return not_open();
    if (ticket_.handoff) return left_pending();
    if (ticket_.dispute) return left_in_dispute();
    if (auto left = left_of_change(ticket_, Leaving::Resolve); !left.empty()) return left;
    enter(State::Resolved);
    ticket_.resolved_at = event_.at;
    return {};
  }

  std::string operator()(const TicketReopened&) {
    if (is_open(ticket_.state)) return "the ticket is open already";
    enter(State::New);
    ticket_.resolved_at.reset();
    ticket_.trail.clear();
    ticket_.declined_by.clear();
    ticket_.strategic.reset();
    ticket_.targets_told = {};
    ticket_.satisfaction.reset();
    ticket_.merged_into.reset();
    ticket_.not_needed.clear();
    if (ticket_.vendor_case) ask_vendor_again();
    if (ticket_.cover) reopen_cover(*ticket_.cover);
    escalate_anew();
    ++ticket_.reopened;
    return {};
  }

  std::string operator()(const WorkReleased&) {
    if (!is_open(ticket_.state)) return not_open();
    if (ticket_.state == State::Active) enter(State::New);
    escalate_anew();
    return {};
  }

  std::string operator()(const Acknowledged&) { return is_open(ticket_.state) ? std::string() : not_open(); }

  std::string operator()(const EscalationStepTaken& taken) {
    if (!is_open(ticket_.state)) return not_open();
    if (ticket_.escalation.acknowledged_at) return "the ticket was acknowledged before the step";
    ticket_.escalation.taken.push_back({.step = taken.step, .due = taken.due});
    return {};
  }

  std::string operator()(const TargetWarned& warned) {
    if (!is_open(ticket_.state)) return not_open();
    std::uint32_t& told = ticket_.targets_told[static_cast<std::size_t>(warned.target)];
    if (warned.percent <= told) return fmt::format("{} % of `{}` were told before", told, to_text(warned.target));
    told = warned.percent;
    return {};
  }

  std::string operator()(const StrategicFlagged& flagged) {
    if (!is_open(ticket_.state)) return not_open();
    ticket_.strategic = flagged.activity;
    return {};
  }

  std::string operator()(const DisputeRaised& raised) {
    if (!is_open(ticket_.state)) return not_open();
    if (ticket_.dispute) return "whose ticket it is is in dispute already";
    const bool somebody_decides =
        !raised.path.empty() && std::ranges::none_of(raised.path, &std::vector<PersonName>::empty);
    if (!somebody_decides) return "nobody decides the dispute";
    ticket_.dispute = Dispute{.raised = raised,
                              .raised_at = event_.at,
                              .raised_by = event_.actor,
                              .step = 1,
                              .due = raised.due,
                              .rulings = {}};
    ++ticket_.last_question;
    return {};
  }

  std::string operator()(const RulingGiven& given) {
    if (!ticket_.dispute) return "nothing is in dispute";
    auto& rulings = ticket_.dispute->rulings;
    std::erase_if(rulings, [&](const Dispute::Ruling& one) { return one.person == event_.actor.person; });
    rulings.push_back({.person = event_.actor.person, .team = given.team, .reason = given.reason});
    return {};
  }

  std::string operator()(const DisputeMovedOn& moved) {
    if (!ticket_.dispute) return "nothing is in dispute";
    Dispute& dispute = *ticket_.dispute;
    if (!moved.path.empty()) dispute.raised.path = moved.path;
    if (moved.step == 0 || moved.step > dispute.raised.path.size() || dispute.raised.path[moved.step - 1].empty())
      return fmt::format("the dispute has no step {}", moved.step);
    // The last step stays asked when its time is over: what was said to it counts.
    if (moved.step != dispute.step || !moved.path.empty()) {
      dispute.rulings.clear();
      ++ticket_.last_question;
    }
    dispute.step = moved.step;
    dispute.due = moved.due;
    return {};
  }

  std::string operator()(const DisputeSettled& settled) {
    if (!ticket_.dispute) return "nothing is in dispute";
    if (settled.by == SettledBy::Ruling) {
      ticket_.trail.clear();
      ticket_.declined_by.clear();
    }
    ticket_.dispute.reset();
    return {};
  }

  std::string operator()(const TicketClosed&) {
    if (ticket_.state == State::Closed) return not_open();
    if (ticket_.handoff) return left_pending();
    if (ticket_.dispute) return left_in_dispute();
    if (auto left = left_of_change(ticket_, Leaving::Close); !left.empty()) return left;
    enter(State::Closed);
    return {};
  }

  template <class ChangeEvent>
    requires requires(Ticket& ticket, const Event& event, const ChangeEvent& data) { fold_change(ticket, event, data); }
  std::string operator()(const ChangeEvent& data) {
    return fold_change(ticket_, event_, data);
  }

  std::string operator()(const WatchStarted& started) {
    auto& watchers = ticket_.watchers;
    const auto place = std::ranges::lower_bound(watchers, started.person);
    if (place != watchers.end() && *place == started.person)
      return fmt::format("`{}` watches it already", started.person.text());
    watchers.insert(place, started.person);
    return {};
  }

  std::string operator()(const WatchEnded& ended) {
    const auto place = std::ranges::find(ticket_.watchers, ended.person);
    if (place == ticket_.watchers.end()) return fmt::format("`{}` does not watch it", ended.person.text());
    ticket_.watchers.erase(place);
    return {};
  }

  std::string operator()(const TagsChanged& changed) {
    auto& tags = ticket_.tags;
    for (const std::string& tag : changed.added) {
      if (std::ranges::binary_search(tags, tag)) return fmt::format("it has the tag `{}` already", tag);
    }
    for (const std::string& tag : changed.removed) {
      if (!std::ranges::binary_search(tags, tag)) return fmt::format("it does not have the tag `{}`", tag);
    }
    std::erase_if(
        tags, [&](const std::string& tag) { return std::ranges::find(changed.removed, tag) != changed.removed.end(); });
    tags.insert(tags.end(), changed.added.begin(), changed.added.end());
    std::ranges::sort(tags);
    return {};
  }

  std::string operator()(const ServiceRated& rated) {
    if (is_open(ticket_.state)) return still_open();
    if (ticket_.satisfaction) return "it was said already how it was";
    ticket_.satisfaction = Satisfaction{.verdict = rated.verdict, .words = rated.words, .at = event_.at};
    return {};
  }

  std::string operator()(const DecisionAsked& asked) { return fold_decision(ticket_, event_, asked); }
  std::string operator()(const AdviceGiven& given) { return fold_decision(ticket_, event_, given); }
  std::string operator()(const RecommendationSealed& written) { return fold_decision(ticket_, event_, written); }
  std::string operator()(const RecommendationsOpened& opened) { return fold_decision(ticket_, event_, opened); }
  std::string operator()(const DecisionPassedOn& passed) { return fold_decision(ticket_, event_, passed); }
  std::string operator()(const DecisionTaken& taken) { return fold_decision(ticket_, event_, taken); }
  std::string operator()(const LapseReminded& reminded) { return fold_decision(ticket_, event_, reminded); }
  std::string operator()(const DecisionLapsed& lapsed) { return fold_decision(ticket_, event_, lapsed); }
  std::string operator()(const DecisionReplaced& replaced) { return fold_decision(ticket_, event_, replaced); }
  // A noun with a file of its own (folds.h).
  std::string operator()(const auto& data) { return fold(ticket_, event_, data); }

 private:
  // Whether it says why the team has it from now on, also where the team stays the same. A change of the category ends
  // what was decided about it.
  [[nodiscard]] bool says_whose_it_is(AssignmentCause cause) const {
    switch (cause) {
      case AssignmentCause::Assigned:
      case AssignmentCause::Released:
      case AssignmentCause::Taken:
      case AssignmentCause::Strategic:
      case AssignmentCause::Ruled:
      case AssignmentCause::Reopened: return true;
      case AssignmentCause::CategoryChanged:
      case AssignmentCause::PriorityChanged: return was_decided(ticket_) && !ticket_.strategic;
      case AssignmentCause::Opened:
      case AssignmentCause::HandoffAccepted:
      case AssignmentCause::Reconsidered:
      case AssignmentCause::NewVersion:
      case AssignmentCause::Recorded: return false;
    }
    return false;
  }
  static bool is_a_claim(AssignmentCause cause) {
    return cause == AssignmentCause::HandoffAccepted || cause == AssignmentCause::Taken;
  }
  void escalate_anew() {
    ticket_.escalation = {.since = event_.at, .taken = {}, .acknowledged_at = {}, .acknowledged_by = {}};
  }

  // It has no answer after all: who keeps it is reminded at once.
  void ask_vendor_again() {
    ticket_.vendor_case->answered_at.reset();
    ticket_.vendor_case->reminders = 0;
    ticket_.vendor_case->due_since.reset();
    ticket_.vendor_case->chase_at = event_.at;
  }

  void enter(State state) {
    ticket_.state = state;
    ticket_.waiting_on.reset();
  }

  std::string end_handoff(std::uint32_t epoch) {
    if (!ticket_.handoff || ticket_.handoff->offer.epoch != epoch)
      return fmt::format("the hand-off {} is not pending", epoch);
    ticket_.handoff.reset();
    return {};
  }

  std::string not_open() const { return fmt::format("the ticket is {}", to_text(ticket_.state)); }
  std::string left_pending() const {
    return fmt::format("the hand-off {} would be left pending", ticket_.handoff->offer.epoch);
  }
  static std::string still_open() { return "the ticket is still open"; }
  static std::string left_in_dispute() { return "whose ticket it is would be left in dispute"; }
  static std::string differs(std::string_view what, std::string_view is, std::string_view said) {
    return fmt::format("the {} was `{}`, not `{}`", what, is, said);
  }

  Ticket& ticket_;
  const Event& event_;
};

// Somebody writes to the requester who is not the requester themselves, whatever they are besides.
bool answers_the_requester(const Ticket& ticket, const Actor& writer, const CommentAdded& comment) {
  return comment.visibility == Visibility::Requester &&
         (writer.email.empty() || !same_address(writer.email, ticket.facts.requester.email));
}

// Whether the event is the teams' first sign to the requester: an answer where they can read it, or work begun or done.
// Who asks for themselves is the requester whatever they are besides, and what the desk does by itself is no answer.
bool is_response(const Ticket& ticket, const Event& event) {
  if (event.actor.kind == ActorKind::Requester || event.actor.kind == ActorKind::System) return false;
  if (const auto* comment = std::get_if<CommentAdded>(&event.data))
    return answers_the_requester(ticket, event.actor, *comment);
  return std::holds_alternative<WorkStarted>(event.data) || std::holds_alternative<TicketResolved>(event.data);
}

// Whether what a person did shows that somebody of the owning team has taken notice. The rules let only members of it
// do these things, but for an answer to the requester.
struct ShowsNotice {
  const Ticket& ticket;
  const Event& event;
  bool operator()(const Acknowledged&) const { return true; }
  bool operator()(const WorkStarted&) const { return true; }
  bool operator()(const WaitStarted&) const { return true; }
  bool operator()(const HandoffOffered&) const { return true; }
  bool operator()(const HandoffAccepted&) const { return true; }
  bool operator()(const DisputeRaised& raised) const { return raised.kind == DisputeKind::NotOurs; }
  bool operator()(const TicketResolved&) const { return true; }
  bool operator()(const TicketClosed&) const { return true; }
  bool operator()(const TicketMerged&) const { return true; }
  bool operator()(const VendorChased&) const { return true; }
  bool operator()(const VendorAnswered&) const { return true; }
  bool operator()(const ActionRecorded& recorded) const { return recorded.team == ticket.ownership.owner.team; }
  bool operator()(const OwnerAssigned& assigned) const {
    return assigned.cause == AssignmentCause::Taken || assigned.cause == AssignmentCause::Assigned;
  }
  bool operator()(const CommentAdded& comment) const {
    return answers_the_requester(ticket, event.actor, comment) && event.actor.party == ticket.ownership.owner.party;
  }
  bool operator()(const auto&) const { return false; }
};

void keep_notice(Ticket& ticket, const Event& event) {
  const bool by_a_person = event.actor.kind == ActorKind::Person || event.actor.kind == ActorKind::Import;
  if (!by_a_person || ticket.escalation.acknowledged_at) return;
  if (!std::visit(ShowsNotice{ticket, event}, event.data)) return;
  ticket.escalation.acknowledged_at = event.at;
  ticket.escalation.acknowledged_by = event.actor.display;
}

// Notes what the event means for the clocks. The ticket is already as the event left it.
void keep_time(Ticket& ticket, const Event& event) {
  add_segment(ticket.segments, {.from = ticket.segments.empty() ? ticket.opened_at : event.at,
                                .party = ticket.ownership.owner.party,
                                .team = ticket.ownership.owner.team,
                                .state = ticket.state,
                                .waiting_on = ticket.waiting_on,
                                .priority = ticket.facts.priority});
  if (!ticket.responded_at && is_response(ticket, event)) ticket.responded_at = std::max(event.at, ticket.opened_at);
}

std::unexpected<base::Error> corrupt(TicketId id, std::size_t position, const Event& event, std::string_view wrong) {
  return base::fail(base::ErrorCode::Corrupt,
                    fmt::format("the history of ticket {} contradicts itself at its event {} (`{}`): {}", id.text(),
                                position, name_of(event.data), wrong));
}

}  // namespace

base::Result<Ticket> begin(TicketId id, const Event& first) {
  const auto* opened = std::get_if<TicketOpened>(&first.data);
  if (opened == nullptr) return corrupt(id, 1, first, "a history begins with `ticket-opened`");
  Ticket ticket(id);
  ticket.version = 1;
  ticket.facts = *opened;
  ticket.opened_at = first.at;
  ticket.updated_at = first.at;
  ticket.escalation.since = first.at;
  if (opened->kind == TicketKind::Problem) ticket.problem.emplace();
  return ticket;
}

base::Result<void> evolve(Ticket& ticket, const Event& event) {
  const bool unowned = ticket.version == 1;
  auto wrong = unowned && !std::holds_alternative<OwnerAssigned>(event.data)
                   ? std::string("`owner-assigned` belongs here: no ticket is without an owner")
                   : std::visit(Fold(ticket, event), event.data);
  if (!wrong.empty()) return corrupt(ticket.id, std::size_t{ticket.version} + 1, event, wrong);
  ++ticket.version;
  ticket.updated_at = event.at;
  keep_time(ticket, event);
  keep_notice(ticket, event);
  return {};
}

base::Result<Ticket> replay(TicketId id, std::span<const Event> events) {
  TANDEM_CHECK(!events.empty());
  TANDEM_TRY(Ticket ticket, begin(id, events.front()));
  for (const Event& event : events.subspan(1)) TANDEM_TRY_DONE(evolve(ticket, event));
  return ticket;
}

}  // namespace tandem::desk
