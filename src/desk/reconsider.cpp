// What becomes of a ticket when its circumstances change: hours begin or end, somebody's leave or shift does, another
// version of the agreement came into force. The agreement is asked again, and whoever is at work is left at it.
#include "desk/left_work.h"
#include "desk/resolution.h"
#include "desk/rules.h"
#include "policy/boundaries.h"

namespace tandem::desk {
namespace {

// Whether people, and not the agreement's own answer, brought the ticket to the team that has it.
bool was_brought_by_people(AssignmentCause cause) {
  switch (cause) {
    case AssignmentCause::HandoffAccepted:
    case AssignmentCause::Taken:
    case AssignmentCause::Assigned:
    case AssignmentCause::Released:
    case AssignmentCause::Strategic:
    case AssignmentCause::Ruled:
    case AssignmentCause::Recorded: return true;
    case AssignmentCause::Opened:
    case AssignmentCause::PriorityChanged:
    case AssignmentCause::CategoryChanged:
    case AssignmentCause::Reopened:
    case AssignmentCause::Reconsidered:
    case AssignmentCause::NewVersion: return false;
  }
  return false;
}

// Whether the team has it because that was decided, and not only because it was there. A change is its activity's
// team's at any hour. A vendor's cases are kept by who handles the vendor, whatever they are about.
bool is_settled_there(const Ticket& ticket) {
  return was_decided(ticket) || ticket.dispute.has_value() || ticket.change.has_value() ||
         ticket.vendor_case.has_value();
}

// Whether the person of the answer has the team's duty, and was not chosen for another reason.
bool names_duty(const policy::Trace& trace) {
  return std::ranges::any_of(trace.reasons(), [](const policy::Reason& reason) {
    return reason.kind == policy::ReasonKind::OnDuty || reason.kind == policy::ReasonKind::StandIn;
  });
}

bool is_about_accountable(const Reason& reason) {
  constexpr std::array kKinds{policy::ReasonKind::Accountable, policy::ReasonKind::AccountableAway,
                              policy::ReasonKind::Deputy, policy::ReasonKind::NoDeputyPresent};
  return std::ranges::any_of(kKinds, [&](policy::ReasonKind kind) { return reason.kind == policy::to_text(kind); });
}

bool is_same(const Ownership& a, const Ownership& b) {
  return a.owner == b.owner && a.accountable == b.accountable && a.gap == b.gap;
}

// Of confidential work: with people who may read it. Nothing where it is already.
std::optional<Ownership> with_readers(const Case& given) {
  const CategoryName& category = given.ticket.facts.category;
  if (!is_confidential(category, given.policy())) return std::nullopt;
  Ownership next = kept_with_readers(given.ticket.ownership, category, given.policy(), given.now());
  if (is_same(next, given.ticket.ownership)) return std::nullopt;
  next.agreement_version = given.policy().spec().version;
  return next;
}

class Reconsidering {
 public:
  explicit Reconsidering(const Case& given)
      : given_(given), owner_(given.ticket.ownership.owner), team_(given.policy().find_team(owner_.team.text())) {}

  // Nothing: the ticket stays as it is. Where the agreement does not have the team any more nobody is moved by itself:
  // a member of the team that it names takes the ticket (docs/desk.md). What only some may read is with them at once.
  [[nodiscard]] std::optional<Ownership> run() const {
    if (!team_) return with_readers(given_);
    if (given_.ticket.cover) return of_cover();
    policy::Trace trace;
    const policy::Answer answer = given_.policy().evaluate(facts(), given_.now(), &trace);
    const Ticket& ticket = given_.ticket;
    const bool at_home = answer.team == *team_ && !ticket.strategic && !ticket.change && !ticket.vendor_case;
    const bool on_duty = names_duty(trace);
    const auto next = [&](Reasons reasons) {
      return kept_with_readers(at_home ? in_team(answer, on_duty, reasons) : elsewhere(answer, reasons),
                               ticket.facts.category, given_.policy(), given_.now());
    };
    // Most looks change nothing, and what does not change needs no words.
    return is_as_now(next({})) ? std::nullopt : std::optional(next(trace.reasons()));
  }

 private:
  using Reasons = std::span<const policy::Reason>;

  [[nodiscard]] bool is_as_now(const Ownership& next) const { return is_same(next, given_.ticket.ownership); }
  [[nodiscard]] policy::Facts facts() const {
    return facts_in(given_.ticket.facts, given_.policy(), given_.circumstances.workload);
  }
  // A person of the owning team who is not on leave has it.
  [[nodiscard]] bool has_holder() const { return is_holder_there(*team_, given_); }

  // Whoever arranges cover does so at any hour; when they go themselves, somebody else is asked. Who answers for it is
  // whoever would be asked now, also while a colleague has it.
  [[nodiscard]] std::optional<Ownership> of_cover() const {
    Ownership next = ownership_anew(given_.ticket, given_.circumstances);
    if (has_holder()) {
      next.owner = owner_;
      next.gap = false;
      next.reasons.insert(next.reasons.begin(),
                          {.kind = "kept",
                           .text = fmt::format("{} has it and keeps it: cover is nobody else's by the hour",
                                               spoken_person(given_.policy(), owner_.person)),
                           .file = {},
                           .line = 0});
    }
    return is_as_now(next) ? std::nullopt : std::optional(std::move(next));
  }
  // The agreement names the team that has it. Work nobody has begun follows the duty, while somebody has it; all other
  // work stays with its person while they are there.
  [[nodiscard]] Ownership in_team(const policy::Answer& answer, bool on_duty, Reasons reasons) const {
    if (given_.ticket.state == State::New && on_duty && !was_given_to_holder())
      return in_words(answer, reasons, given_.policy());
    return same_team(answer, reasons, given_);
  }

  // People, and not the hour, chose who has it. Whoever stands in for somebody who took it was chosen by nobody.
  [[nodiscard]] bool was_given_to_holder() const {
    const Ticket& ticket = given_.ticket;
    if (!was_brought_by_people(ticket.brought_by)) return false;
    return !names_somebody(ticket.brought_by) || !ticket.brought_to.empty();
  }

  // The agreement names another team now. Work that somebody is on is not taken from them, and a team that has it from
  // people keeps it while it is there, or the one of them whom it was brought to.
  [[nodiscard]] Ownership elsewhere(const policy::Answer& answer, Reasons reasons) const {
    const bool worked_on = given_.ticket.state != State::New && has_holder();
    const bool with_whom_it_was_brought_to = !given_.ticket.brought_to.empty() && has_holder();
    const bool kept = was_brought_by_people(given_.ticket.brought_by) &&
                      (with_whom_it_was_brought_to || given_.policy().is_open(*team_, given_.now()));
    if (worked_on || kept || is_settled_there(given_.ticket)) return stays(answer);
    Ownership moved = in_words(answer, reasons, given_.policy());
    // Who answers for strategic work does so wherever it goes.
    if (given_.ticket.strategic) {
      std::erase_if(moved.reasons, is_about_accountable);
      name_accountable(moved);
    }
    return moved;
  }

  // With the team that has it: with its person, or in their absence with whoever the team puts on it.
  [[nodiscard]] Ownership stays(const policy::Answer& answer) const {
    const policy::Policy& policy = given_.policy();
    Ownership ownership = given_.ticket.ownership;
    if (!has_holder()) {
      const auto person = policy.person_for(*team_, given_.now(), given_.circumstances.workload);
      ownership.owner.person = person.is_none() ? PersonName() : PersonName(policy.person(person).name);
    }
    ownership.gap = ownership.owner.person.empty();
    ownership.agreement_version = policy.spec().version;
    ownership.reasons = {{.kind = "kept", .text = why_it_stays(answer), .file = {}, .line = 0}};
    name_accountable(ownership);
    return ownership;
  }

  // By the activity that the ticket belongs to, whatever its category's is.
  void name_accountable(Ownership& ownership) const {
    const policy::Policy& policy = given_.policy();
    const policy::ActivityIndex activity = activity_of(given_.ticket, policy);
    policy::Trace trace;
    ownership.accountable = PersonName(policy.person(policy.accountable_for(activity, given_.now(), &trace)).name);
    ownership.activity = ActivityName(policy.activity(activity).name);
    for (const policy::Reason& reason : trace.reasons()) ownership.reasons.push_back(in_words(reason, policy));
  }

  [[nodiscard]] std::string why_it_stays(const policy::Answer& answer) const {
    const std::string& team = owner_.team.text();
    if (given_.ticket.change)
      return fmt::format("`{}` has it and keeps it: a change is nobody else's by the hour", team);
    if (given_.ticket.vendor_case)
      return fmt::format("`{}` has it and keeps it: a vendor's case is nobody else's by the hour", team);
    return fmt::format("`{}` has it and keeps it, although the agreement names `{}` now", team,
                       given_.policy().team(answer.team).name);
  }

  const Case& given_;
  const Owner& owner_;
  std::optional<policy::TeamIndex> team_;
};

// Whom a text of the agreement names, by itself: without leave that was recorded since, and with nobody loaded.
Ownership named_by(const policy::Policy& text, const Case& given) {
  Ownership ownership = resolve_ownership(given.ticket.facts, text, given.now(), {});
  ownership.accountable =
      PersonName(text.person(text.accountable_for(activity_of(given.ticket, text), given.now())).name);
  return ownership;
}

// Whether it is the newest text that names others: the one before it would name somebody else at this moment, and since
// it came into force nobody's hours, leave or duty have changed.
AssignmentCause cause_of_change(const Case& given) {
  const AgreementHistory* history = given.circumstances.history;
  const std::size_t newest = history == nullptr ? 0 : history->position_at(given.now());
  if (newest == 0) return AssignmentCause::Reconsidered;
  const AgreementInForce& version = (*history)[newest];
  if (given.ticket.ownership.agreement_version >= version.version) return AssignmentCause::Reconsidered;
  const auto boundary = policy::next_boundary(*version.policy, version.from);
  if (boundary && *boundary <= given.now()) return AssignmentCause::Reconsidered;
  const Ownership before = named_by(*(*history)[newest - 1].policy, given);
  const Ownership after = named_by(*version.policy, given);
  const bool names_others = before.owner != after.owner || before.accountable != after.accountable;
  return names_others ? AssignmentCause::NewVersion : AssignmentCause::Reconsidered;
}

}  // namespace

std::optional<Event> leave_behind(const Ownership& next, const Case& given) {
  const Owner& owner = given.ticket.ownership.owner;
  if (given.ticket.state != State::Active || owner.person.empty() || next.owner.person == owner.person)
    return std::nullopt;
  const policy::Policy& policy = given.policy();
  const auto person = policy.find_person(owner.person.text());
  const std::string name = person ? policy.person(*person).display : owner.person.text();
  if (!may_read(given.ticket.facts.category, owner.person, policy))
    return given.event(WorkReleased{.reason = fmt::format("{} may not read it any more", name)});
  const bool is_away = person && !policy.is_present(*person, given.now());
  return given.event(WorkReleased{
      .reason = fmt::format("{} is {}", name,
                            is_away ? "on leave" : fmt::format("not of `{}` any more", owner.team.text()))});
}

Events reconsider(const Case& given) {
  if (!is_open(given.ticket.state)) return {};
  const CategoryName& category = given.ticket.facts.category;
  // What lapsed is its owner's, whatever its category says, while they may read it.
  const bool has_lapsed = given.ticket.decision && given.ticket.decision->lapsed_at;
  auto next = has_lapsed ? with_readers(given) : Reconsidering(given).run();
  Events events;
  if (next) {
    if (auto released = leave_behind(*next, given)) events.push_back(*std::move(released));
    assign_anew(cause_of_change(given), *std::move(next), category, given, events);
  } else {
    // Another version may have named the readers.
    close_to_others(category, given, events);
    ask_readers_instead(category, given.ticket.ownership.accountable, given, events);
  }
  return events;
}

}  // namespace tandem::desk
