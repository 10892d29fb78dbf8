#include "desk/resolution.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

Refusal no_longer_pending(std::uint32_t epoch, const Ticket& ticket) {
  if (epoch == 0 || epoch > ticket.last_epoch) {
    return refuse(RefusalKind::NoSuchHandoff, "epoch", fmt::format("this ticket has no hand-off {}", epoch));
  }
  return refuse(RefusalKind::NoSuchHandoff, "epoch",
                ticket.handoff
                    ? fmt::format("hand-off {} is over: hand-off {} is the one that is pending now", epoch,
                                  ticket.handoff->offer.epoch)
                    : std::string("the hand-off is no longer pending: it was answered, withdrawn or has expired"));
}

std::optional<Refusal> must_be_pending(std::uint32_t epoch, const Ticket& ticket) {
  if (ticket.handoff && ticket.handoff->offer.epoch == epoch) return std::nullopt;
  return no_longer_pending(epoch, ticket);
}

// An answer counts only in time, even when the desk has not come round to recording the expiry.
std::optional<Refusal> must_be_in_time(const HandoffOffered& offer, const Case& given) {
  if (given.now() < offer.expires_at || given.actor().kind == ActorKind::Import) return std::nullopt;
  return refuse(RefusalKind::NoSuchHandoff, "epoch",
                fmt::format("the hand-off has expired: {} keeps the ticket and may offer it again",
                            spoken_team(given.policy(), given.ticket.ownership.owner.team)));
}

std::optional<Refusal> check_receiver(const OfferHandoff& command, const Case& given) {
  const policy::Policy& policy = given.policy();
  const auto team = policy.find_team(command.to_team.text());
  if (!team) {
    return refuse(RefusalKind::UnknownTeam, "to_team",
                  fmt::format("the agreement has no team `{}`", command.to_team.text()));
  }
  if (policy.party(policy.team(*team).party).kind == policy::PartyKind::Vendor) {
    return refuse(RefusalKind::UnknownTeam, "to_team",
                  fmt::format("`{}` is a vendor's team: a vendor cannot own a ticket, wait for the vendor instead",
                              command.to_team.text()));
  }
  if (command.to_team == given.ticket.ownership.owner.team) {
    return refuse(RefusalKind::AlreadyYours, "to_team",
                  fmt::format("`{}` has the ticket already", command.to_team.text()));
  }
  if (command.to_person.empty()) return must_have_reader(command.to_team, {}, "to_team", given);
  const auto person = policy.find_person(command.to_person.text());
  if (!person) {
    return refuse(RefusalKind::UnknownPerson, "to_person",
                  fmt::format("the agreement has no person `{}`", command.to_person.text()));
  }
  if (!policy.is_member(*team, *person)) {
    return refuse(RefusalKind::NotAMember, "to_person",
                  fmt::format("`{}` is not a member of `{}`", command.to_person.text(), command.to_team.text()));
  }
  if (!policy.is_present(*person, given.now())) {
    return refuse(
        RefusalKind::PersonAway, "to_person",
        fmt::format("{} is on leave: offer it to the whole team or to somebody else", policy.person(*person).display));
  }
  return must_have_reader(command.to_team, command.to_person, "to_person", given);
}

Reason accepted_reason(const HandoffOffered& offer, const PersonName& person, const policy::Policy& policy) {
  const std::string who = person.empty()
                              ? fmt::format("`{}`", offer.to_team.text())
                              : fmt::format("{} of `{}`", spoken_person(policy, person), offer.to_team.text());
  return {.kind = "hand-off",
          .text = fmt::format("`{}` offered it and {} accepted", offer.from.team.text(), who),
          .file = {},
          .line = 0};
}

}  // namespace

Decision decide_on(const OfferHandoff& command, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (auto no = given.standing.must_own("hand it over")) return *std::move(no);
  if (auto no = must_follow_its_ticket(given)) return *std::move(no);
  if (given.ticket.dispute && given.ticket.dispute->raised.kind == DisputeKind::Bounced) {
    return refuse(RefusalKind::DisputeOpen, {},
                  "the ticket went back and forth: those who lead both teams say whose it is before it is handed on");
  }
  if (given.ticket.handoff) {
    return refuse(RefusalKind::HandoffPending, {},
                  fmt::format("the ticket is already offered to {}: one hand-off at a time",
                              spoken_team(given.policy(), given.ticket.handoff->offer.to_team)));
  }
  if (auto no = check_receiver(command, given)) return *std::move(no);
  if (auto no = check_text(command.note, "note", "the note", kMaxText, Emptiness::Refused)) return *std::move(no);
  const policy::Policy& policy = given.policy();
  const policy::Team& team = policy.team(*policy.find_team(command.to_team.text()));
  return Events{given.event(HandoffOffered{
      .epoch = given.ticket.last_epoch + 1,
      .from = given.ticket.ownership.owner,
      .to_team = command.to_team,
      .to_party = PartyName(policy.party(team.party).name),
      .to_person = command.to_person,
      .note = command.note,
      .expires_at = given.now() + policy.accept_within(priority_in(given.ticket.facts.priority, policy))})};
}

Decision decide_on(const AcceptHandoff& command, const Case& given) {
  if (auto no = must_be_pending(command.epoch, given.ticket)) return *std::move(no);
  const HandoffOffered& offer = given.ticket.handoff->offer;
  if (auto no = given.standing.must_receive(offer)) return *std::move(no);
  if (auto no = must_be_in_time(offer, given)) return *std::move(no);
  const PersonName& person = given.actor().person;
  Ownership ownership = claimed_by({.party = offer.to_party, .team = offer.to_team, .person = person},
                                   accepted_reason(offer, person, given.policy()), given);
  Events events{given.event(HandoffAccepted{.epoch = command.epoch})};
  settle_dispute(SettledBy::Handoff, offer.to_team, given, events);
  events.push_back(
      given.event(OwnerAssigned{.cause = AssignmentCause::HandoffAccepted, .ownership = std::move(ownership)}));
  // An import repeats what happened where nobody had agreed on bounces.
  if (given.actor().kind != ActorKind::Import) {
    if (auto triage = open_triage(offer, given)) events.push_back(*std::move(triage));
  }
  return events;
}

Decision decide_on(const DeclineHandoff& command, const Case& given) {
  if (auto no = must_be_pending(command.epoch, given.ticket)) return *std::move(no);
  const HandoffOffered& offer = given.ticket.handoff->offer;
  if (auto no = given.standing.must_receive(offer)) return *std::move(no);
  if (auto no = must_be_in_time(offer, given)) return *std::move(no);
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  Events events{given.event(HandoffDeclined{.epoch = command.epoch, .reason = command.reason})};
  if (given.actor().kind != ActorKind::Import) {
    if (auto triage = open_triage_of_declined(offer, given)) events.push_back(*std::move(triage));
  }
  return events;
}

Decision decide_on(const WithdrawHandoff& command, const Case& given) {
  if (auto no = must_be_pending(command.epoch, given.ticket)) return *std::move(no);
  if (auto no = given.standing.must_own("withdraw the hand-off")) return *std::move(no);
  return Events{given.event(HandoffWithdrawn{.epoch = command.epoch})};
}

// Whoever it names has gone on leave: nobody waits for their answer.
Events decline_for_the_absent(const HandoffOffered& offer, const Case& given) {
  const policy::Policy& policy = given.policy();
  const auto person = policy.find_person(offer.to_person.text());
  if (!person || policy.is_present(*person, given.now())) return {};
  return {given.event(
      HandoffDeclined{.epoch = offer.epoch, .reason = fmt::format("{} is on leave", policy.person(*person).display)})};
}

Events expire_handoff(const Case& given) {
  const auto& pending = given.ticket.handoff;
  if (!pending) return {};
  if (given.now() < pending->offer.expires_at) return decline_for_the_absent(pending->offer, given);
  HandoffExpired expired{.epoch = pending->offer.epoch, .told = {}};
  for (const TeamName& name : {pending->offer.from.team, pending->offer.to_team}) {
    const auto team = given.policy().find_team(name.text());
    if (!team || given.policy().team(*team).lead.is_none()) continue;
    const PersonName lead(given.policy().person(given.policy().team(*team).lead).name);
    if (!may_read(given.ticket.facts.category, lead, given.policy())) continue;
    if (std::ranges::find(expired.told, lead) == expired.told.end()) expired.told.push_back(lead);
  }
  return {given.event(std::move(expired))};
}

}  // namespace tandem::desk
