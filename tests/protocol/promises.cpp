#include "protocol/promises.h"

#include "desk/due.h"
#include "protocol/three_parties.h"

namespace tandem::protocol {
namespace {

using namespace desk;

template <class... Kinds>
bool is_any(const auto& variant) {
  return (std::holds_alternative<Kinds>(variant) || ...);
}

template <class Kind>
const Kind* find(const Events& events) {
  for (const Event& event : events) {
    if (const auto* data = std::get_if<Kind>(&event.data)) return data;
  }
  return nullptr;
}

// By a command, or by time, where those who had not agreed have left: what the others ruled stands.
bool is_ruled(const Seen& seen) {
  const auto* settled = find<DisputeSettled>(seen.events);
  return settled != nullptr && settled->by == SettledBy::Ruling;
}

bool is_member(const PersonName& person, const TeamName& team, const policy::Policy& policy) {
  const auto found = policy.find_team(team.text());
  const auto index = policy.find_person(person.text());
  return found && index && policy.is_member(*found, *index);
}

// Whom the agreement names for the item as it is after the step.
TeamName named_by_agreement(const Seen& seen) {
  const policy::Policy& policy = seen.policy;
  const TicketOpened& facts = seen.after.facts;
  const policy::Facts asked{
      .category = policy.find_category(facts.category.text()).value_or(policy.other()),
      .priority = policy.find_priority(facts.priority.text()).value_or(policy.default_priority())};
  return TeamName(policy.team(policy.evaluate(asked, seen.now).team).name);
}

std::string only_whoever_owns_it_works_on_it(const Seen& seen) {
  const bool takes_over =
      is_any<Take, Close>(seen.command) && !seen.policy.find_team(seen.before.ownership.owner.team.text());
  if (takes_over && !is_member(seen.actor.person, named_by_agreement(seen), seen.policy))
    return "somebody takes, or closes, what is another team's";
  if (takes_over) return {};
  if (!is_any<Take, Acknowledge, Assign, Release, OfferHandoff, WithdrawHandoff, Wait, Resume, Resolve, Close,
              RaiseDispute, WithdrawDispute, MergeTicket, RecordChase, RecordVendorAnswer>(seen.command))
    return {};
  return is_member(seen.actor.person, seen.before.ownership.owner.team, seen.policy)
             ? ""
             : "somebody works on what is another team's";
}

// An answer is for the offer that is pending, in time, and by whom it was offered to.
bool counts(std::uint32_t epoch, const Seen& seen) {
  if (!seen.before.handoff) return false;
  const HandoffOffered& offer = seen.before.handoff->offer;
  const auto team = seen.policy.find_team(offer.to_team.text());
  const bool is_lead =
      team && seen.policy.find_person(seen.actor.person.text()) == std::optional(seen.policy.team(*team).lead);
  const bool is_called = offer.to_person.empty() || offer.to_person == seen.actor.person || is_lead;
  return offer.epoch == epoch && seen.now < offer.expires_at && is_called &&
         is_member(seen.actor.person, offer.to_team, seen.policy);
}

std::string only_the_pending_offer_is_answered(const Seen& seen) {
  if (const auto* accept = std::get_if<AcceptHandoff>(&seen.command)) {
    if (!counts(accept->epoch, seen)) return "an acceptance counts that is not for the pending offer, or too late";
    const Owner& owner = seen.after.ownership.owner;
    const bool has_it = owner.team == seen.before.handoff->offer.to_team && owner.person == seen.actor.person;
    return has_it ? "" : "an acceptance does not give the item to whoever accepted it";
  }
  if (const auto* decline = std::get_if<DeclineHandoff>(&seen.command)) {
    if (!counts(decline->epoch, seen)) return "an answer counts that is not for the pending offer, or too late";
    return seen.before.ownership == seen.after.ownership ? "" : "who declines has it all the same";
  }
  return {};
}

std::string nothing_moves_by_itself(const Seen& seen) {
  if (!seen.moved()) return {};
  const TeamName& team = seen.after.ownership.owner.team;
  if (is_any<AcceptHandoff>(seen.command)) return {};
  if (const auto* ruling = std::get_if<GiveRuling>(&seen.command))
    return team == ruling->team ? "" : "a ruling gives it to somebody else";
  if (seen.is_time() && is_ruled(seen))
    return team == find<DisputeSettled>(seen.events)->team ? "" : "a ruling gives it to somebody else";
  if (is_any<FlagStrategic>(seen.command))
    return seen.after.strategic ? "" : "it moves for a strategic reason that it does not have";
  if (is_any<Reopen>(seen.command) && (seen.after.change || seen.after.vendor_case)) return {};
  if (is_any<Take, ChangePriority, ChangeCategory, PassTime, Reopen>(seen.command)) {
    return team == named_by_agreement(seen) ? "" : "the item goes to a team that neither people nor the agreement name";
  }
  return "the item moves although nobody accepted it";
}

std::string work_is_not_taken_from_people(const Seen& seen) {
  const Owner& owner = seen.before.ownership.owner;
  const bool is_begun = seen.before.state == State::Active || seen.before.state == State::Waiting;
  const auto person = seen.policy.find_person(owner.person.text());
  const bool is_there =
      person && seen.policy.is_present(*person, seen.now) && is_member(owner.person, owner.team, seen.policy);
  if (!seen.is_time() || !is_begun || !is_there || is_ruled(seen)) return {};
  return owner == seen.after.ownership.owner ? "" : "the desk takes work from somebody who is on it";
}

std::string leaves_with_everything(const Seen& seen) {
  const bool ends = seen.moved() || !is_open(seen.after.state);
  if (ends && seen.after.handoff) return "an offer outlives what it was about";
  const bool is_new = find<DisputeRaised>(seen.events) != nullptr;  // it bounced
  if (ends && seen.after.dispute && !is_new) return "a dispute outlives what it was about";
  if (seen.before.dispute && (is_new || !seen.after.dispute) && find<DisputeSettled>(seen.events) == nullptr)
    return "a dispute ends without a word";
  return {};
}

std::string expiry_is_told(const Seen& seen) {
  if (!seen.is_time() || !seen.before.handoff || seen.now < seen.before.handoff->offer.expires_at) return {};
  const HandoffOffered& offer = seen.before.handoff->offer;
  const auto* expired = find<HandoffExpired>(seen.events);
  if (expired == nullptr || expired->epoch != offer.epoch) return "an offer that is over stays pending";
  for (const TeamName& name : {offer.from.team, offer.to_team}) {
    const auto team = seen.policy.find_team(name.text());
    if (!team) continue;
    const PersonName lead(seen.policy.person(seen.policy.team(*team).lead).name);
    if (std::ranges::find(expired->told, lead) == expired->told.end())
      return "a lead is not told that an offer is over";
  }
  return {};
}

std::string disputes_go_on(const Seen& seen) {
  if (!seen.is_time() || !seen.after.dispute) return {};
  if (seen.after.dispute->due && *seen.after.dispute->due <= seen.now)
    return "a dispute stays with those whose time is over";
  return asked_to_rule(seen.after, seen.policy).empty() ? "nobody is left who rules" : "";
}

// For which team somebody has ruled by the end of the step.
TeamName ruled_by(const PersonName& person, const Seen& seen) {
  const auto* ruling = std::get_if<GiveRuling>(&seen.command);
  if (ruling != nullptr && person == seen.actor.person) return ruling->team;
  const auto& rulings = seen.before.dispute->rulings;
  const auto said = std::ranges::find(rulings, person, &Dispute::Ruling::person);
  return said == rulings.end() ? TeamName() : said->team;
}

std::string all_who_are_asked_rule(const Seen& seen) {
  const auto asked = asked_to_rule(seen.before, seen.policy);
  if (const auto* ruling = std::get_if<GiveRuling>(&seen.command)) {
    if (ruling->question && *ruling->question != seen.before.last_question)
      return "a ruling counts that is for another question";
    if (std::ranges::find(asked, seen.actor.person) == asked.end()) return "somebody rules who is not asked";
  }
  if (!is_ruled(seen)) return {};
  const auto* settled = find<DisputeSettled>(seen.events);
  const bool all = !asked.empty() && std::ranges::all_of(asked, [&](const PersonName& one) {
    return ruled_by(one, seen) == settled->team;
  });
  return all ? "" : "a ruling stands that not all who are asked gave";
}

std::string raising_moves_nothing(const Seen& seen) {
  if (!is_any<RaiseDispute, WithdrawDispute, OfferHandoff, WithdrawHandoff>(seen.command)) return {};
  return seen.before.ownership == seen.after.ownership ? "" : "the holder changes by words alone";
}

std::string escalation_reaches_somebody(const Seen& seen) {
  const auto* step = find<EscalationStepTaken>(seen.events);
  if (step == nullptr) return {};
  if (seen.before.escalation.acknowledged_at && !seen.moved()) return "a step is taken after somebody took notice";
  if (step->told.empty()) return "a step of the escalation reaches nobody";
  const bool is_last = step->step == step->steps;
  const bool is_named = std::ranges::any_of(step->told, [](const Told& one) { return one.as == "named"; });
  return is_last && !is_named ? "an escalation ends at nobody in particular" : "";
}

std::string time_is_announced(const Seen& seen) {
  if (!seen.is_time()) return {};
  const bool waited = std::ranges::any_of(seen.events, [](const Event& event) {
    return is_any<HandoffExpired, EscalationStepTaken, VendorChaseDue, MajorUpdateOverdue, ChangeLapsed, ChangeNoticed,
                  DecisionPassedOn, LapseReminded>(event.data);
  });
  if (!waited) return {};
  const auto due = next_due(seen.before, {.policy = seen.policy, .now = seen.now, .actor = seen.actor, .workload = {}});
  return due && *due <= seen.now ? "" : "time does something that nobody would have woken the desk for";
}

std::string decided_after_who_must_be_heard(const Seen& seen) {
  if (!seen.after.decision) return {};
  const DecisionRequest& decision = *seen.after.decision;
  if (find<RecommendationsOpened>(seen.events) != nullptr) {
    const bool all_wrote =
        std::ranges::all_of(decision.asked.sides, [&](const PartyName& side) { return decision.is_written_by(side); });
    if (!all_wrote) return "recommendations open before all sides have written";
  }
  if (find<DecisionTaken>(seen.events) == nullptr || decision.overdue) return {};
  for (const PersonName& one : decision.asked.heard) {
    const bool advised =
        std::ranges::find(decision.advice, one, &DecisionRequest::Advice::person) != decision.advice.end();
    const bool wrote = std::ranges::any_of(decision.recommendations, [&](const DecisionRequest::Sealed& sealed) {
      return sealed.recommendation.person == one;
    });
    if (!advised && !wrote && one != seen.actor.person) return "it is decided before who must be heard was";
  }
  return {};
}

constexpr std::array kPromises{only_whoever_owns_it_works_on_it,
                               only_the_pending_offer_is_answered,
                               nothing_moves_by_itself,
                               work_is_not_taken_from_people,
                               leaves_with_everything,
                               expiry_is_told,
                               disputes_go_on,
                               all_who_are_asked_rule,
                               raising_moves_nothing,
                               escalation_reaches_somebody,
                               time_is_announced,
                               decided_after_who_must_be_heard};

std::string broken_end(const Ticket& ticket) {
  if (is_open(ticket.state)) return {};
  if (ticket.handoff || ticket.dispute) return "an offer or a dispute outlives the work";
  if (ticket.major && ticket.major->is_on()) return "a major incident is done that is not stood down";
  if (ticket.change && ticket.change->phase == ChangePhase::Running) return "a change is done that is still running";
  if (ticket.state != State::Closed) return {};
  if (ticket.major && !ticket.major->reviewed_at) return "a major incident is closed without a review";
  if (ticket.change && ticket.change->owes_review()) return "an emergency is closed without its review";
  return {};
}

std::string broken_offer(const Ticket& ticket) {
  if (!ticket.handoff) return {};
  const HandoffOffered& offer = ticket.handoff->offer;
  if (offer.epoch != ticket.last_epoch) return "the pending offer is not the latest";
  if (offer.from.team != ticket.ownership.owner.team) return "an offer is pending whose giver does not hold the item";
  if (offer.to_team == ticket.ownership.owner.team) return "an offer points at the team that has the item";
  return {};
}

bool has_link(const Ticket& ticket, LinkKind kind, TicketId other) {
  return std::ranges::any_of(ticket.links, [&](const Link& link) { return link.kind == kind && link.other == other; });
}

// Whether all who are asked have ruled for one team, which the agreement has. REQUIRES ticket.dispute.
bool is_agreed(const Ticket& ticket, const policy::Policy& policy) {
  const auto& rulings = ticket.dispute->rulings;
  const auto asked = asked_to_rule(ticket, policy);
  if (asked.empty() || rulings.empty() || !policy.find_team(rulings.back().team.text())) return false;
  return std::ranges::all_of(asked, [&](const PersonName& one) {
    const auto said = std::ranges::find(rulings, one, &Dispute::Ruling::person);
    return said != rulings.end() && said->team == rulings.back().team;
  });
}

}  // namespace

std::vector<PersonName> asked_to_rule(const Ticket& ticket, const policy::Policy& policy) {
  if (!ticket.dispute) return {};
  std::vector<PersonName> asked = ticket.dispute->deciders();
  std::erase_if(asked, [&](const PersonName& one) { return !policy.find_person(one.text()).has_value(); });
  return asked;
}

std::string left_undone(const Ticket& ticket, const policy::Policy& policy, base::Instant now) {
  if (ticket.handoff) {
    const HandoffOffered& offer = ticket.handoff->offer;
    if (offer.expires_at <= now) return "an offer that is over stays pending";
    const auto person = policy.find_person(offer.to_person.text());
    if (person && !policy.is_present(*person, now)) return "an offer waits for somebody who is away";
  }
  return ticket.dispute && is_agreed(ticket, policy) ? "a dispute goes on although all who are asked agree" : "";
}

std::string broken_record(const Ticket& ticket, const policy::Policy& given) {
  const Owner& owner = ticket.ownership.owner;
  const auto team = given.find_team(owner.team.text());
  if (!team) return "nobody has the item";
  const policy::Party& party = given.party(given.team(*team).party);
  if (owner.party.text() != party.name || party.kind == policy::PartyKind::Vendor)
    return "a party has the item that cannot";
  if (!given.find_person(ticket.ownership.accountable.text())) return "nobody answers for the item";
  if (!owner.person.empty() && !is_member(owner.person, owner.team, given))
    return "a person has the item whose team does not";
  if ((ticket.state == State::Waiting) != ticket.waiting_on.has_value()) return "it waits for nothing";
  if (ticket.dispute && ticket.dispute->deciders().empty()) return "nobody decides the dispute";
  if (auto wrong = broken_offer(ticket); !wrong.empty()) return wrong;
  return broken_end(ticket);
}

std::string broken_links(std::span<const Ticket> items) {
  for (const Ticket& one : items) {
    for (const Link& link : one.links) {
      const auto other = std::ranges::find(items, link.other, &Ticket::id);
      if (other == items.end() || !has_link(*other, inverse(link.kind), one.id)) return "there is half of a link";
      if (link.kind != LinkKind::HasVendorCase) continue;
      const bool is_awaited = is_open(other->state) && !other->vendor_case->answered_at;
      if (link.awaited != is_awaited) return "a ticket does not know what its vendor case waits for";
      if (one.merged_into && is_open(other->state)) return "a vendor is asked for a ticket that is merged away";
    }
    if (!one.merged_into) continue;
    const auto survivor = std::ranges::find(items, *one.merged_into, &Ticket::id);
    if (one.state != State::Closed || !has_link(one, LinkKind::DuplicateOf, survivor->id))
      return "a merged ticket is not closed into the other";
    if (survivor->merged_into == one.id) return "two tickets are merged into one another";
    if (std::ranges::find(survivor->followers, one.id, &Follower::from) == survivor->followers.end())
      return "the requester of what was merged is forgotten";
  }
  return {};
}

std::string broken_promise(const Seen& seen) {
  for (const auto promise : kPromises) {
    if (std::string wrong = promise(seen); !wrong.empty()) return wrong;
  }
  return {};
}

std::string broken_hearing(const Ticket& before, const Ticket& after) {
  if (before.ownership != after.ownership) return "an item moves because of another one";
  if (before.last_epoch != after.last_epoch) return "an item is offered because of another one";
  const bool is_linked = !before.links.empty() || !after.links.empty();
  return before == after || is_linked ? "" : "items disturb one another";
}

}  // namespace tandem::protocol
