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
  // What the command names; null: there is no such ticket.
  [[nodiscard]] const Related* other(TicketId id) const {
    const auto found = std::ranges::find(circumstances.related, id, &Related::id);
    return found == circumstances.related.end() ? nullptr : &*found;
  }
  [[nodiscard]] Event event(EventData data) const { return {.at = now(), .actor = actor(), .data = std::move(data)}; }
};

// comment.cpp
[[nodiscard]] Decision decide_on(const AddComment& command, const Case& given);
// Whether the actor may write or attach what people of the visibility read: the team of a note, empty for the other
// visibilities, or why not. `doing` completes "only … may": "comment".
[[nodiscard]] std::variant<TeamName, Refusal> may_write(Visibility visibility, const TeamName& team,
                                                        std::string_view doing, const Case& given);
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

// link.cpp
[[nodiscard]] Decision decide_on(const LinkTicket& command, const Case& given);
[[nodiscard]] Decision decide_on(const UnlinkTicket& command, const Case& given);
[[nodiscard]] Decision decide_on(const MergeTicket& command, const Case& given);
// vendor_case.cpp
[[nodiscard]] Decision decide_on(const RecordChase& command, const Case& given);
[[nodiscard]] Decision decide_on(const RecordVendorAnswer& command, const Case& given);
// problem.cpp
[[nodiscard]] Decision decide_on(const RecordRootCause& command, const Case& given);
[[nodiscard]] Decision decide_on(const DeclareKnownError& command, const Case& given);
// major_incident.cpp
[[nodiscard]] Decision decide_on(const DeclareMajor& command, const Case& given);
[[nodiscard]] Decision decide_on(const GiveMajorRole& command, const Case& given);
[[nodiscard]] Decision decide_on(const NoteInTimeline& command, const Case& given);
[[nodiscard]] Decision decide_on(const SendMajorUpdate& command, const Case& given);
[[nodiscard]] Decision decide_on(const StandDown& command, const Case& given);
[[nodiscard]] Decision decide_on(const ReviewMajor& command, const Case& given);
// attachment.cpp
[[nodiscard]] Decision decide_on(const AttachFile& command, const Case& given);
[[nodiscard]] Decision decide_on(const RemoveFile& command, const Case& given);
// checklist.cpp
[[nodiscard]] Decision decide_on(const StartChecklist& command, const Case& given);
[[nodiscard]] Decision decide_on(const CloseNotNeeded& command, const Case& given);
// due_date.cpp
[[nodiscard]] Decision decide_on(const SetDueDate& command, const Case& given);
// done_action.cpp, action_answer.cpp
[[nodiscard]] Decision decide_on(const RecordAction& command, const Case& given);
[[nodiscard]] Decision decide_on(const AnswerAction& command, const Case& given);
// leave_cover.cpp
[[nodiscard]] Decision decide_on(const KeepCover& command, const Case& given);
[[nodiscard]] Decision decide_on(const ArrangeCover& command, const Case& given);

// What time does, by noun: no events when nothing is due.
[[nodiscard]] Events expire_handoff(const Case& given);       // handoff.cpp
[[nodiscard]] Events move_dispute_on(const Case& given);      // dispute.cpp
[[nodiscard]] Events reconsider(const Case& given);           // reconsider.cpp
[[nodiscard]] Events escalate(const Case& given);             // escalate.cpp
[[nodiscard]] Events pass_change_time(const Case& given);     // change_time.cpp
[[nodiscard]] Events warn_of_targets(const Case& given);      // target_watch.cpp
[[nodiscard]] Events keep_decision(const Case& given);        // decision_time.cpp
[[nodiscard]] Events remind_of_chase(const Case& given);      // vendor_case.cpp
[[nodiscard]] Events declare_by_rule(const Case& given);      // major_time.cpp
[[nodiscard]] Events miss_updates(const Case& given);         // major_time.cpp
[[nodiscard]] Events watch_due_date(const Case& given);       // due_date.cpp
[[nodiscard]] Events remind_of_cover(const Case& given);      // leave_cover.cpp
[[nodiscard]] Events close_settled_cover(const Case& given);  // leave_cover.cpp

// Whether the agreement makes the ticket a major incident, and it is none yet: the most urgent priority, in a category
// that has the name of a scenario.
[[nodiscard]] bool is_major_by_rule(const Ticket& ticket, const policy::Policy& policy);  // major_time.cpp

// Ends the ticket's open life: a pending offer and a dispute end in the same step. lifecycle.cpp
[[nodiscard]] Events leave(const Case& given, EventData last);

// A duplicate that is open again is merged no longer. link.cpp
void take_back_merging(const Case& given, Events& events);
// What `open` has to know besides: whether a ticket of the kind may be linked so with the other one. link.cpp
[[nodiscard]] std::optional<Refusal> check_link(LinkKind kind, TicketKind mine, const Related& other);
// How the other stands as a step of the checklist, where the link makes it one. link.cpp
[[nodiscard]] std::optional<StepState> step_in(LinkKind kind, const Related& other);
// vendor_case.cpp: whether the command is a whole vendor case, who keeps it, and what makes it one.
[[nodiscard]] std::optional<Refusal> check_vendor_case(const OpenTicket& command, const Circumstances& circumstances);
[[nodiscard]] Ownership vendor_case_ownership(const PartyName& vendor, const Owner& otherwise,
                                              const TicketOpened& facts, const Circumstances& circumstances);
[[nodiscard]] VendorCaseOpened open_vendor_case(const OpenVendorCase& command, const Owner& owner,
                                                const Circumstances& circumstances);

// What was decided, whether it holds now or not; nothing where nothing is. decision_use.cpp
[[nodiscard]] std::optional<DecidedOption> decided_in(const Ticket& ticket);

// Who arranges cover for somebody who goes on leave, and answers for it. leave_cover.cpp
[[nodiscard]] Ownership cover_ownership(const PersonName& goes, std::span<const Uncovered> uncovered,
                                        const TicketOpened& facts, const Circumstances& circumstances);
// Refuses what would take a vendor case from who keeps it: that follows from the agreement and from its ticket.
// vendor_case.cpp
[[nodiscard]] std::optional<Refusal> must_follow_its_ticket(const Case& given);

// A major incident is resolved after it was stood down, and closed after it was reviewed as well. major_incident.cpp
[[nodiscard]] std::optional<Refusal> must_be_stood_down(const Ticket& ticket);
[[nodiscard]] std::optional<Refusal> must_be_reviewed(const Ticket& ticket);

// Refuses what ends the ticket while steps of its checklist are to be done. checklist.cpp
[[nodiscard]] std::optional<Refusal> must_have_no_open_steps(const Ticket& ticket);
// A whole or a step of it, as far as it is asked who says what the checklist holds.
struct ChecklistSide {
  const TeamName& team;
  const PersonName& accountable;
  const CategoryName& category;
};
[[nodiscard]] ChecklistSide side_of(const Ticket& ticket);
[[nodiscard]] ChecklistSide side_of(const Related& other);
// The actor may say what the checklist holds: they are of the team that has the whole, or answer for it. Of a step that
// only some may read, those of its own team say it. `doing` completes "only … ": "says that a step is not needed".
[[nodiscard]] std::optional<Refusal> must_have_whole(const ChecklistSide& whole, const ChecklistSide& step,
                                                     std::string_view doing, const Case& given);
// The instants of a date that a ticket is opened with, by the hours of the team that has it. due_date.cpp
[[nodiscard]] DueDateSet new_due_date(const NewDueDate& date, const TeamName& team, const Circumstances& circumstances);

[[nodiscard]] Refusal refuse(RefusalKind kind, std::string_view field, std::string message);
[[nodiscard]] std::optional<Refusal> must_be_open(const Ticket& ticket);

// What a text must be: `what` is how the message calls it ("the reason").
enum class Emptiness : std::uint8_t { Allowed, Refused };
[[nodiscard]] std::optional<Refusal> check_text(std::string_view text, std::string_view field, std::string_view what,
                                                std::size_t limit, Emptiness emptiness);

// Asks the policy after a change of facts; see decide.h for who keeps the ticket.
[[nodiscard]] Ownership after_change(const TicketOpened& changed, const Case& given);
// The policy's answer, where it names the team that owns the ticket already: the person who has it keeps it, unless
// they are away or no longer of the team. `reasons` are the answer's.
[[nodiscard]] Ownership same_team(const policy::Answer& answer, std::span<const policy::Reason> reasons,
                                  const Case& given);

// Ends the pending hand-off, if there is one: the ticket leaves the giver's hands for another reason.
void withdraw_pending(const Case& given, Events& events);

// Whether the person who has the ticket is of the team and not on leave: somebody the team could have it with.
[[nodiscard]] bool is_holder_there(policy::TeamIndex team, const Case& given);

// Gives the ticket to whoever the ownership names. Where that is another team, a hand-off that is pending is withdrawn
// and a dispute settled in the same step; the same where they ask people who may not read work of the category, which
// the ticket has from now on. What such people have a say or a part in is somebody else's from now on.
void assign_anew(AssignmentCause cause, Ownership ownership, const CategoryName& category, const Case& given,
                 Events& events);

// Ends the dispute, if there is one, without a ruling.
void settle_dispute(SettledBy by, const TeamName& team, const Case& given, Events& events);
// A ticket that went back and forth is looked at by both leads: what opens that, when accepting this hand-off is one
// too many. REQUIRES: nothing is in dispute.
[[nodiscard]] std::optional<Event> open_triage(const HandoffOffered& accepted, const Case& given);
// The same when declining this one is one too many, whoever declined those before: nothing while something is in
// dispute, because it is ruled about already.
[[nodiscard]] std::optional<Event> open_triage_of_declined(const HandoffOffered& declined, const Case& given);

// confidential.cpp
// Ends what asks people who may not read tickets of the category: a hand-off that is pending, a dispute.
void close_to_others(const CategoryName& category, const Case& given, Events& events);
// Gives the say in what is to be decided, and each part in a major incident, that somebody has who may not read tickets
// of the category to `accountable`, who answers for the ticket from now on. asked_readers.cpp
void ask_readers_instead(const CategoryName& category, const PersonName& accountable, const Case& given,
                         Events& events);
// Whether the ticket may go to the person, or where none is named to somebody of the team: they may read it.
[[nodiscard]] std::optional<Refusal> must_have_reader(const TeamName& team, const PersonName& person,
                                                      std::string_view field, const Case& given);

// The ownership of somebody who says they have it now (taken, accepted): the accountable person is asked of the policy,
// the rest is as given.
[[nodiscard]] Ownership claimed_by(Owner owner, Reason reason, const Case& given);

}  // namespace tandem::desk
