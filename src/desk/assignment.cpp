#include "desk/resolution.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

// A reason that names the person: it does not hold where somebody else keeps the ticket.
bool chooses_person(policy::ReasonKind kind) {
  return kind == policy::ReasonKind::OnDuty || kind == policy::ReasonKind::DutyAway ||
         kind == policy::ReasonKind::StandIn || kind == policy::ReasonKind::NobodyOnDuty ||
         kind == policy::ReasonKind::LowestLoad || kind == policy::ReasonKind::NobodyPresent;
}

bool is_about_accountable(policy::ReasonKind kind) {
  return kind == policy::ReasonKind::Accountable || kind == policy::ReasonKind::AccountableAway ||
         kind == policy::ReasonKind::Deputy || kind == policy::ReasonKind::NoDeputyPresent;
}

Reason kept(std::string text) {
  return {.kind = "kept", .text = std::move(text), .file = {}, .line = 0};
}

// Who has the ticket once `taker` took it: the owning team, or the team in its place where the agreement has it no
// longer.
Owner owner_after_taking(const PersonName& taker, const Case& given) {
  const Owner& owner = given.ticket.ownership.owner;
  if (given.actor().kind == ActorKind::Import || given.policy().find_team(owner.team.text())) {
    return {.party = owner.party, .team = owner.team, .person = taker};
  }
  const policy::Team& team = given.policy().team(given.standing.taking_team());
  return {.party = PartyName(given.policy().party(team.party).name), .team = TeamName(team.name), .person = taker};
}

// The change makes no difference to the policy's team, and another team has the ticket by a hand-off or because it was
// their hour: it stays there.
Ownership stays_elsewhere(const policy::Answer& answer, const policy::Trace& trace, policy::TeamIndex team,
                          const Case& given) {
  const Owner& owner = given.ticket.ownership.owner;
  Ownership ownership = in_words(answer, {}, given.policy());
  ownership.owner = owner;
  ownership.gap = !given.policy().is_open(team, given.now());
  ownership.reasons.push_back(
      kept(fmt::format("`{}` has it and keeps it: before and after the change the agreement names `{}`",
                       owner.team.text(), given.policy().team(answer.team).name)));
  for (const policy::Reason& reason : trace.reasons()) {
    if (is_about_accountable(reason.kind)) ownership.reasons.push_back(in_words(reason, given.policy()));
  }
  return ownership;
}

void assign_after_change(const TicketOpened& changed, AssignmentCause cause, const Case& given, Events& events) {
  Ownership next = kept_with_readers(after_change(changed, given), changed.category, given.policy(), given.now());
  assign_anew(cause, std::move(next), changed.category, given, events);
}

// Whom the team puts on what `person` gives back: whoever has the duty, or else of the others who are there the one
// with the fewest open items. None when nobody else is there: then it is the team's.
policy::PersonIndex colleague_of(policy::TeamIndex team, const PersonName& person, const Case& given) {
  const policy::Policy& policy = given.policy();
  const policy::Workload& workload = given.circumstances.workload;
  const auto is_other = [&](policy::PersonIndex one) {
    return !one.is_none() && policy.person(one).name != person.text() &&
           may_read(given.ticket.facts.category, PersonName(policy.person(one).name), policy);
  };
  const auto usual = policy.person_for(team, given.now(), workload);
  if (is_other(usual)) return usual;
  const auto open = [&](policy::PersonIndex one) {
    return one.value < workload.open_by_person.size() ? workload.open_by_person[one.value] : 0;
  };
  policy::PersonIndex best;
  for (const policy::PersonIndex one : policy.team(team).members) {
    if (!is_other(one) || !policy.is_present(one, given.now())) continue;
    if (best.is_none() || open(one) < open(best)) best = one;
  }
  return best;
}

// With the team that has it: with its person, or in their absence with whoever the team puts on it.
Ownership stays(Reason reason, const Case& given) {
  Owner owner = given.ticket.ownership.owner;
  const auto team = given.policy().find_team(owner.team.text());
  if (team && !is_holder_there(*team, given)) {
    const auto person = given.policy().person_for(*team, given.now(), given.circumstances.workload);
    owner.person = person.is_none() ? PersonName() : PersonName(given.policy().person(person).name);
  }
  Ownership ownership = claimed_by(std::move(owner), std::move(reason), given);
  ownership.gap = ownership.owner.person.empty();
  return ownership;
}

std::optional<Refusal> may_take(const Case& given) {
  if (given.actor().person.empty() || given.actor().kind == ActorKind::Requester) {
    return refuse(RefusalKind::NotAMember, {}, "only a person of the owning team can take a ticket");
  }
  if (given.actor().kind == ActorKind::Import) return std::nullopt;
  const Owner& owner = given.ticket.ownership.owner;
  const auto team = given.policy().find_team(owner.team.text());
  if (given.standing.is_member(TeamName(given.policy().team(given.standing.taking_team()).name))) return std::nullopt;
  if (!team) return given.standing.must_own("take it");
  const auto person = given.policy().find_person(given.actor().person.text());
  const bool same_party = team && person && given.policy().team(*team).party == given.policy().person(*person).party;
  return refuse(RefusalKind::NotTheOwner, {},
                same_party ? fmt::format("`{}` owns this ticket: ask them to hand it to your team", owner.team.text())
                           : fmt::format("{} owns this ticket: only its members can take it, unless they hand it over",
                                         spoken_team(given.policy(), owner.team)));
}

}  // namespace

Ownership same_team(const policy::Answer& answer, std::span<const policy::Reason> reasons, const Case& given) {
  const Owner& owner = given.ticket.ownership.owner;
  Ownership ownership = in_words(answer, reasons, given.policy());
  if (ownership.owner.person == owner.person || !is_holder_there(answer.team, given)) return ownership;
  ownership.owner.person = owner.person;
  ownership.reasons.clear();
  for (const policy::Reason& reason : reasons) {
    if (!chooses_person(reason.kind)) ownership.reasons.push_back(in_words(reason, given.policy()));
  }
  ownership.reasons.push_back(
      kept(fmt::format("{} has it already and keeps it", spoken_person(given.policy(), owner.person))));
  return ownership;
}

Ownership after_change(const TicketOpened& changed, const Case& given) {
  const policy::Policy& policy = given.policy();
  const bool same_category = changed.category == given.ticket.facts.category;
  // Strategic work is the strategic owner's whatever its priority.
  if (given.ticket.strategic && same_category) {
    return stays(kept("it has strategic implications, whatever its priority"), given);
  }
  if (given.ticket.change) {
    return stays(kept("a change is its activity's, whatever its category"), given);
  }
  if (given.ticket.vendor_case) {
    return stays(kept("a vendor's case stays with who keeps it, whatever it is about"), given);
  }
  if (given.ticket.cover) {
    return claimed_by(given.ticket.ownership.owner,
                      kept("cover stays with whoever is to arrange it, whatever it is about"), given);
  }
  const auto& workload = given.circumstances.workload;
  policy::Trace trace;
  const policy::Answer answer = policy.evaluate(facts_in(changed, policy, workload), given.now(), &trace);
  const auto owning = policy.find_team(given.ticket.ownership.owner.team.text());
  if (owning && answer.team == *owning) return same_team(answer, trace.reasons(), given);
  // What was decided is decided no longer, and what was kept with its readers is everybody's.
  const bool opens_up =
      is_confidential(given.ticket.facts.category, policy) && !is_confidential(changed.category, policy);
  if (was_decided(given.ticket) || opens_up) return in_words(answer, trace.reasons(), policy);
  if (owning && policy.evaluate(facts_in(given.ticket.facts, policy, workload), given.now()).team == answer.team) {
    return stays_elsewhere(answer, trace, *owning, given);
  }
  return in_words(answer, trace.reasons(), policy);
}

Ownership claimed_by(Owner owner, Reason reason, const Case& given) {
  const policy::Policy& policy = given.policy();
  const auto activity = activity_of(given.ticket, policy);
  policy::Trace trace;
  const auto accountable = policy.accountable_for(activity, given.now(), &trace);
  Ownership ownership{.owner = std::move(owner),
                      .accountable = PersonName(policy.person(accountable).name),
                      .activity = ActivityName(policy.activity(activity).name),
                      .agreement_version = policy.spec().version,
                      .gap = false,
                      .reasons = {}};
  ownership.reasons.push_back(std::move(reason));
  for (const policy::Reason& why : trace.reasons()) ownership.reasons.push_back(in_words(why, policy));
  // Who arranges cover answers for it, whoever does it for them.
  const PersonName& arranges = given.ticket.ownership.accountable;
  if (given.ticket.cover && policy.find_person(arranges.text())) ownership.accountable = arranges;
  return kept_with_readers(std::move(ownership), given.ticket.facts.category, policy, given.now());
}

bool is_holder_there(policy::TeamIndex team, const Case& given) {
  const policy::Policy& policy = given.policy();
  const auto person = policy.find_person(given.ticket.ownership.owner.person.text());
  return person && policy.is_member(team, *person) && policy.is_present(*person, given.now());
}

void assign_anew(AssignmentCause cause, Ownership ownership, const CategoryName& category, const Case& given,
                 Events& events) {
  if (ownership.owner.team != given.ticket.ownership.owner.team) {
    withdraw_pending(given, events);
    settle_dispute(SettledBy::Change, ownership.owner.team, given, events);
  } else {
    close_to_others(category, given, events);
  }
  const PersonName accountable = ownership.accountable;
  events.push_back(given.event(OwnerAssigned{.cause = cause, .ownership = std::move(ownership)}));
  ask_readers_instead(category, accountable, given, events);
}

Decision decide_on(const Take&, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (auto no = may_take(given)) return *std::move(no);
  const Owner owner = owner_after_taking(given.actor().person, given);
  // Taking what the policy gave to oneself is how work on a new ticket begins.
  if (owner == given.ticket.ownership.owner && given.ticket.state != State::New) {
    return refuse(RefusalKind::AlreadyYours, {}, "the ticket is yours already");
  }
  Ownership ownership = claimed_by(owner,
                                   {.kind = "taken",
                                    .text = fmt::format("{} of `{}` took it", given.actor().display, owner.team.text()),
                                    .file = {},
                                    .line = 0},
                                   given);
  Events events;
  assign_anew(AssignmentCause::Taken, std::move(ownership), given.ticket.facts.category, given, events);
  if (given.ticket.state == State::New) events.push_back(given.event(WorkStarted{}));
  return events;
}

Decision decide_on(const Assign& command, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (auto no = given.standing.must_own("give it to a colleague")) return *std::move(no);
  const Owner& owner = given.ticket.ownership.owner;
  const policy::Policy& policy = given.policy();
  const auto team = policy.find_team(owner.team.text());
  const auto person = policy.find_person(command.to.text());
  if (!person) {
    return refuse(RefusalKind::UnknownPerson, "to", fmt::format("the agreement has no person `{}`", command.to.text()));
  }
  if (!team || !policy.is_member(*team, *person)) {
    return refuse(RefusalKind::NotAMember, "to",
                  fmt::format("{} is not a member of `{}`: offer a hand-off to their team",
                              policy.person(*person).display, owner.team.text()));
  }
  if (!policy.is_present(*person, given.now())) {
    return refuse(RefusalKind::PersonAway, "to", fmt::format("{} is on leave", policy.person(*person).display));
  }
  if (auto no = must_have_reader(owner.team, command.to, "to", given)) return *std::move(no);
  if (command.to == owner.person) {
    return refuse(RefusalKind::NoChange, "to", fmt::format("{} has it already", policy.person(*person).display));
  }
  Ownership ownership = claimed_by({.party = owner.party, .team = owner.team, .person = command.to},
                                   {.kind = "assigned",
                                    .text = fmt::format("{} gave it to {} of `{}`", given.actor().display,
                                                        policy.person(*person).display, owner.team.text()),
                                    .file = {},
                                    .line = 0},
                                   given);
  return Events{given.event(OwnerAssigned{.cause = AssignmentCause::Assigned, .ownership = std::move(ownership)})};
}

Decision decide_on(const Release& command, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  const Owner& owner = given.ticket.ownership.owner;
  if (owner.person.empty() || given.actor().person != owner.person) {
    return refuse(RefusalKind::NotTheOwner, {}, "only the person who has it can give it back to the team");
  }
  if (auto no = given.standing.must_own("give it back to the team")) return *std::move(no);
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  const policy::Policy& policy = given.policy();
  const auto team = policy.find_team(owner.team.text());
  const auto next = team ? colleague_of(*team, owner.person, given) : policy::PersonIndex::none();
  Ownership ownership =
      claimed_by({.party = owner.party,
                  .team = owner.team,
                  .person = next.is_none() ? PersonName() : PersonName(policy.person(next).name)},
                 {.kind = "released",
                  .text = fmt::format("{} gave it back to `{}`", given.actor().display, owner.team.text()),
                  .file = {},
                  .line = 0},
                 given);
  return Events{given.event(WorkReleased{.reason = command.reason}),
                given.event(OwnerAssigned{.cause = AssignmentCause::Released, .ownership = std::move(ownership)})};
}

Decision decide_on(const ChangePriority& command, const Case& given) {
  if (auto no = given.standing.must_belong("change the priority")) return *std::move(no);
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (!given.policy().find_priority(command.to.text())) {
    return refuse(RefusalKind::UnknownPriority, "priority",
                  fmt::format("the agreement has no priority `{}`", command.to.text()));
  }
  const PriorityName& from = given.ticket.facts.priority;
  if (command.to == from) {
    return refuse(RefusalKind::NoChange, "priority", fmt::format("the priority is `{}` already", from.text()));
  }
  Events events{given.event(PriorityChanged{.from = from, .to = command.to})};
  TicketOpened changed = given.ticket.facts;
  changed.priority = command.to;
  assign_after_change(changed, AssignmentCause::PriorityChanged, given, events);
  return events;
}

Decision decide_on(const ChangeCategory& command, const Case& given) {
  if (auto no = given.standing.must_belong("change the category")) return *std::move(no);
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (!is_category(command.to, given.policy())) {
    return refuse(RefusalKind::UnknownCategory, "category",
                  fmt::format("the agreement has no category `{}`", command.to.text()));
  }
  const CategoryName& from = given.ticket.facts.category;
  if (command.to == from) {
    return refuse(RefusalKind::NoChange, "category", fmt::format("the category is `{}` already", from.text()));
  }
  Events events{given.event(CategoryChanged{.from = from, .to = command.to})};
  TicketOpened changed = given.ticket.facts;
  changed.category = command.to;
  assign_after_change(changed, AssignmentCause::CategoryChanged, given, events);
  return events;
}

}  // namespace tandem::desk
