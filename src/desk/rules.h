// The rules by noun, as decide() calls them: one function for each command, in the file of its noun. Each answers with
// events or a refusal and has no other effect. Private to this folder.
#pragma once

#include "desk/confidential.h"
#include "desk/decide.h"
#include "desk/standing.h"

namespace tandem::desk {

// What a rule has before it.
struct Case {
  const Ticket& ticket;
  const Circumstances& circumstances;
  Standing standing;

  [[nodiscard]] const policy::Policy& policy() const { return circumstances.policy; }
  [[nodiscard]] base::Instant now() const { return circumstances.now; }
  [[nodiscard]] const Actor& actor() const { return circumstances.actor; }
  [[nodiscard]] Event event(EventData data) const { return {.at = now(), .actor = actor(), .data = std::move(data)}; }
};

// comment.cpp
[[nodiscard]] Decision decide_on(const AddComment& command, const Case& given);
// assignment.cpp
[[nodiscard]] Decision decide_on(const Take& command, const Case& given);
[[nodiscard]] Decision decide_on(const ChangePriority& command, const Case& given);
[[nodiscard]] Decision decide_on(const ChangeCategory& command, const Case& given);
[[nodiscard]] Decision decide_on(const Assign& command, const Case& given);
[[nodiscard]] Decision decide_on(const Release& command, const Case& given);
// escalate.cpp
[[nodiscard]] Decision decide_on(const Acknowledge& command, const Case& given);
[[nodiscard]] Decision decide_on(const FlagStrategic& command, const Case& given);
// dispute.cpp
[[nodiscard]] Decision decide_on(const RaiseDispute& command, const Case& given);
[[nodiscard]] Decision decide_on(const GiveRuling& command, const Case& given);
[[nodiscard]] Decision decide_on(const WithdrawDispute& command, const Case& given);
// handoff.cpp
[[nodiscard]] Decision decide_on(const OfferHandoff& command, const Case& given);
[[nodiscard]] Decision decide_on(const AcceptHandoff& command, const Case& given);
[[nodiscard]] Decision decide_on(const DeclineHandoff& command, const Case& given);
[[nodiscard]] Decision decide_on(const WithdrawHandoff& command, const Case& given);
// lifecycle.cpp
[[nodiscard]] Decision decide_on(const Wait& command, const Case& given);
[[nodiscard]] Decision decide_on(const Resume& command, const Case& given);
[[nodiscard]] Decision decide_on(const Resolve& command, const Case& given);
[[nodiscard]] Decision decide_on(const Reopen& command, const Case& given);
[[nodiscard]] Decision decide_on(const Close& command, const Case& given);
// watching.cpp
[[nodiscard]] Decision decide_on(const Watch& command, const Case& given);
[[nodiscard]] Decision decide_on(const Unwatch& command, const Case& given);
// tags.cpp
[[nodiscard]] Decision decide_on(const ChangeTags& command, const Case& given);
// satisfaction.cpp
[[nodiscard]] Decision decide_on(const RateService& command, const Case& given);
// decision_request.cpp
[[nodiscard]] Decision decide_on(const GiveAdvice& command, const Case& given);
[[nodiscard]] Decision decide_on(const Recommend& command, const Case& given);
[[nodiscard]] Decision decide_on(const ReplaceDecision& command, const Case& given);
// decision_taking.cpp
[[nodiscard]] Decision decide_on(const TakeDecision& command, const Case& given);
// pass_time.cpp
[[nodiscard]] Decision decide_on(const PassTime& command, const Case& given);
// planned_change.cpp
[[nodiscard]] Decision decide_on(const AnswerChange& command, const Case& given);
[[nodiscard]] Decision decide_on(const ApproveChange& command, const Case& given);
[[nodiscard]] Decision decide_on(const RescheduleChange& command, const Case& given);
[[nodiscard]] Decision decide_on(const StartChange& command, const Case& given);
[[nodiscard]] Decision decide_on(const FinishChange& command, const Case& given);
[[nodiscard]] Decision decide_on(const RollBackChange& command, const Case& given);
[[nodiscard]] Decision decide_on(const WithdrawChange& command, const Case& given);
// change_end.cpp
[[nodiscard]] Decision decide_on(const ReviewChange& command, const Case& given);

// What time does, by noun: no events when nothing is due.
[[nodiscard]] Events expire_handoff(const Case& given);    // handoff.cpp
[[nodiscard]] Events move_dispute_on(const Case& given);   // dispute.cpp
[[nodiscard]] Events reconsider(const Case& given);        // reconsider.cpp
[[nodiscard]] Events escalate(const Case& given);          // escalate.cpp
[[nodiscard]] Events pass_change_time(const Case& given);  // change_time.cpp
[[nodiscard]] Events warn_of_targets(const Case& given);   // target_watch.cpp
[[nodiscard]] Events keep_decision(const Case& given);     // decision_time.cpp

[[nodiscard]] Refusal refuse(RefusalKind kind, std::string_view field, std::string message);
[[nodiscard]] std::optional<Refusal> must_be_open(const Ticket& ticket);

// What a text must be: `what` is how the message calls it ("the reason").
enum class Emptiness : std::uint8_t { Allowed, Refused };
[[nodiscard]] std::optional<Refusal> check_text(std::string_view text, std::string_view field, std::string_view what,
                                                std::size_t limit, Emptiness emptiness);

// Asks the policy after a change of facts; see decide.h for who keeps the ticket.
[[nodiscard]] Ownership after_change(const TicketOpened& changed, const Case& given);
// The policy's answer, where it names the team that owns the ticket already: the person who has it keeps it, unless
// they are away or no longer of the team.
[[nodiscard]] Ownership same_team(const policy::Answer& answer, const policy::Trace& trace, const Case& given);

// Ends the pending hand-off, if there is one: the ticket leaves the giver's hands for another reason.
void withdraw_pending(const Case& given, Events& events);

// Whether the person who has the ticket is of the team and not on leave: somebody the team could have it with.
[[nodiscard]] bool is_holder_there(policy::TeamIndex team, const Case& given);

// Gives the ticket to whoever the ownership names. Where that is another team, a hand-off that is pending is withdrawn
// and a dispute settled in the same step; the same where they ask people who may not read work of the category, which
// the ticket has from now on.
void assign_anew(AssignmentCause cause, Ownership ownership, const CategoryName& category, const Case& given,
                 Events& events);

// Ends the dispute, if there is one, without a ruling.
void settle_dispute(SettledBy by, const TeamName& team, const Case& given, Events& events);
// A ticket that went back and forth is looked at by both leads: what opens that, when accepting this hand-off is one
// too many. REQUIRES: nothing is in dispute.
[[nodiscard]] std::optional<Event> open_triage(const HandoffOffered& accepted, const Case& given);

// confidential.cpp
// Ends what asks people who may not read tickets of the category: a hand-off that is pending, a dispute.
void close_to_others(const CategoryName& category, const Case& given, Events& events);
// Whether the ticket may go to the person, or where none is named to somebody of the team: they may read it.
[[nodiscard]] std::optional<Refusal> must_have_reader(const TeamName& team, const PersonName& person,
                                                      std::string_view field, const Case& given);

// The ownership of somebody who says they have it now (taken, accepted): the accountable person is asked of the policy,
// the rest is as given.
[[nodiscard]] Ownership claimed_by(Owner owner, Reason reason, const Case& given);

}  // namespace tandem::desk
