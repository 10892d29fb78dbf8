#include "protocol/mutants.h"

#include "protocol/alphabets.h"

namespace tandem::protocol {
namespace {

using namespace desk;

// What a decider is asked, to be made wrong.
struct Asked {
  Ticket& ticket;
  Command& command;
  Actor& actor;
  base::Instant& now;
};
using Forget = std::function<void(Asked)>;
using Miswrite = std::function<void(const Ticket&, const Command&, std::vector<Written>&)>;

Step forgetting(Forget forget) {
  return [forget = std::move(forget)](const std::vector<Ticket>& items, std::size_t item, const Command& command,
                                      const Circumstances& circumstances) {
    std::vector<Ticket> asked = items;
    Command wrong = command;
    Actor actor = circumstances.actor;
    base::Instant now = circumstances.now;
    forget({.ticket = asked[item], .command = wrong, .actor = actor, .now = now});
    auto written =
        real_step(asked, item, wrong,
                  {.policy = circumstances.policy, .now = now, .actor = actor, .workload = circumstances.workload});
    if (written) {
      for (Written& one : *written) one.left.reset();
    }
    return written;
  };
}

Step miswriting(Miswrite miswrite) {
  return [miswrite = std::move(miswrite)](const std::vector<Ticket>& items, std::size_t item, const Command& command,
                                          const Circumstances& circumstances) -> std::optional<std::vector<Written>> {
    auto written = real_step(items, item, command, circumstances);
    if (!written) return written;
    for (Written& one : *written) one.left.reset();
    miswrite(items[item], command, *written);
    std::erase_if(*written, [](const Written& one) { return one.events.empty(); });
    if (written->empty()) return std::nullopt;
    return written;
  };
}

template <class Kind>
bool is(const Event& event) {
  return std::holds_alternative<Kind>(event.data);
}
template <class Kind>
void drop(std::vector<Written>& written) {
  for (Written& one : written) std::erase_if(one.events, is<Kind>);
}
template <class Kind, class Change>
Miswrite changing(Change change) {
  return [change](const Ticket&, const Command&, std::vector<Written>& written) {
    for (Event& event : written.front().events) {
      if (auto* data = std::get_if<Kind>(&event.data)) change(*data, event);
    }
  };
}

// The ticket is the team's all of a sudden.
Event moves_to(const TeamName& team, const PartyName& party, const Ticket& ticket, const Event& like) {
  Ownership ownership = ticket.ownership;
  ownership.owner = {.party = party, .team = team, .person = {}};
  return {.at = like.at,
          .actor = like.actor,
          .data = OwnerAssigned{.cause = AssignmentCause::HandoffAccepted, .ownership = std::move(ownership)}};
}
// After an event of the kind the ticket goes to whom it was offered to.
template <class Kind>
Miswrite gives_after() {
  return [](const Ticket& ticket, const Command&, std::vector<Written>& written) {
    Events& events = written.front().events;
    const auto found = std::ranges::find_if(events, is<Kind>);
    if (found == events.end() || !ticket.handoff) return;
    const HandoffOffered& offer = ticket.handoff->offer;
    events.insert(found + 1, moves_to(offer.to_team, offer.to_party, ticket, *found));
  };
}

Actor member_of(const TeamName& team) {
  return actor(team == TeamName("client-it") ? kAnn : team == TeamName("soc") ? kCid : kBob);
}

template <class... Commands>
Step done_by_anybody() {
  return forgetting([](Asked asked) {
    if ((std::holds_alternative<Commands>(asked.command) || ...))
      asked.actor = member_of(asked.ticket.ownership.owner.team);
  });
}

constexpr std::string_view kFold = "the history of ticket";

Setup for_handoffs(Step step) {
  return {.items = {incident(1)}, .asks = together({handoffs(2), end()}), .step = std::move(step)};
}
Setup for_disputes(Step step) {
  return {.items = {incident(1)}, .asks = together({disputes(), handoffs(1), end()}), .step = std::move(step)};
}
// In which bob may leave the agreement.
Setup for_leavers(Step step) {
  Setup setup = for_disputes(std::move(step));
  setup.versions = 1;
  setup.texts = {kWithoutBob};
  return setup;
}
// In which the desk, which has it, may leave the agreement for good.
Setup for_gone_team(Step step) {
  return {.items = {incident(1)},
          .asks = together({work(), end()}),
          .versions = 1,
          .texts = {kWithoutDesk},
          .step = std::move(step)};
}
Setup for_teams(Step step) {
  return {.items = {incident(1)},
          .minutes = {0, 25, 40},
          .asks = together({team(), work(), end()}),
          .step = std::move(step)};
}
Setup for_two(Alphabet alphabet, Step step) {
  return {.items = {incident(1), incident(2)},
          .minutes = {0},
          .asks = together({std::move(alphabet), end()}),
          .step = std::move(step)};
}
Setup for_vendor_cases(Step step) {
  return {.items = {incident(1), vendor_case_for(0)},
          .minutes = {0, 20},
          .asks = together({vendor_case(), end()}),
          .step = std::move(step)};
}

void add_handoff_mutants(std::vector<Mutant>& all) {
  const std::string late = "an acceptance counts that is not for the pending offer, or too late";
  all.push_back({"any epoch counts", late, for_handoffs(forgetting([](Asked asked) {
                   if (auto* accept = std::get_if<AcceptHandoff>(&asked.command);
                       accept != nullptr && asked.ticket.handoff)
                     accept->epoch = asked.ticket.handoff->offer.epoch;
                 }))});
  all.push_back({"an answer counts after its time", late, for_handoffs(forgetting([](Asked asked) {
                   if (std::holds_alternative<AcceptHandoff>(asked.command) && asked.ticket.handoff)
                     asked.now = asked.ticket.handoff->offer.expires_at - base::Duration(1);
                 }))});
  all.push_back(
      {"declining gives it", "who declines has it", for_handoffs(miswriting(gives_after<HandoffDeclined>()))});
  all.push_back({"expiry gives it to the receiver", "the item goes to a team that neither",
                 for_handoffs(miswriting(gives_after<HandoffExpired>()))});
  all.push_back({"offering gives it away", "an offer is pending whose giver does not hold",
                 for_handoffs(miswriting([](const Ticket& ticket, const Command&, std::vector<Written>& written) {
                   Events& events = written.front().events;
                   if (is<HandoffOffered>(events.front()))
                     events.insert(events.begin(),
                                   moves_to(TeamName("soc"), PartyName("security"), ticket, events.front()));
                 }))});
  all.push_back({"what ends the work forgets the offer", std::string(kFold),
                 for_handoffs(miswriting([](const Ticket&, const Command& command, std::vector<Written>& written) {
                   if (!std::holds_alternative<WithdrawHandoff>(command)) drop<HandoffWithdrawn>(written);
                 }))});
  all.push_back(
      {"expiry is told to nobody", "a lead is not told",
       for_handoffs(miswriting(changing<HandoffExpired>([](HandoffExpired& e, Event&) { e.told.clear(); })))});
  all.push_back({"expiry is forgotten", "an offer that is over stays pending",
                 for_handoffs(miswriting([](const Ticket&, const Command&, std::vector<Written>& written) {
                   drop<HandoffExpired>(written);
                 }))});
  Setup absent{.items = {incident(1)},
               .asks = together({named_handoffs(1), end()}),
               .leavers = {kCid},
               .leaves = 1,
               .step = miswriting([](const Ticket&, const Command& command, std::vector<Written>& written) {
                 if (std::holds_alternative<PassTime>(command)) drop<HandoffDeclined>(written);
               })};
  all.push_back({"an offer waits for who is on leave", "an offer waits for somebody who is away", std::move(absent)});
  all.push_back({"a repeated offer takes the place of the first", "the same message changes something twice",
                 for_handoffs([](const std::vector<Ticket>& items, std::size_t item, const Command& command,
                                 const Circumstances& given) {
                   if (!std::holds_alternative<OfferHandoff>(command) || !items[item].handoff)
                     return real_step(items, item, command, given);
                   std::vector<Ticket> free = items;
                   free[item].handoff.reset();
                   auto written = real_step(free, item, command, given);
                   if (!written) return written;
                   Events& events = written->front().events;
                   events.insert(events.begin(),
                                 Event{.at = given.now,
                                       .actor = given.actor,
                                       .data = HandoffWithdrawn{.epoch = items[item].handoff->offer.epoch}});
                   return written;
                 })});
  all.push_back({"what was handed on cannot be finished", "no way leads from here",
                 for_handoffs([](const std::vector<Ticket>& items, std::size_t item, const Command& command,
                                 const Circumstances& given) {
                   const bool stops = items[item].handoffs_accepted > 0 && !std::holds_alternative<PassTime>(command);
                   return stops ? std::nullopt : real_step(items, item, command, given);
                 })});
}

void add_dispute_mutants(std::vector<Mutant>& all) {
  all.push_back({"anybody rules", "somebody rules who is not asked", for_disputes(forgetting([](Asked asked) {
                   if (!std::holds_alternative<GiveRuling>(asked.command) || !asked.ticket.dispute) return;
                   const auto& deciders = asked.ticket.dispute->deciders();
                   if (std::ranges::find(deciders, asked.actor.person) == deciders.end())
                     asked.actor = actor(asked.ticket.dispute->step == 1 ? kAnn : kDee);
                 }))});
  all.push_back({"a ruling counts for any question", "a ruling counts that is for another question",
                 for_disputes(forgetting([](Asked asked) {
                   if (auto* ruling = std::get_if<GiveRuling>(&asked.command)) ruling->question.reset();
                 }))});
  all.push_back({"one of two rules", "a ruling stands that not all", for_disputes(forgetting([](Asked asked) {
                   if (!std::holds_alternative<GiveRuling>(asked.command) || !asked.ticket.dispute) return;
                   auto& step = asked.ticket.dispute->raised.path[asked.ticket.dispute->step - 1];
                   std::erase_if(step, [&](const PersonName& one) { return one != asked.actor.person; });
                   if (step.empty()) step = {PersonName("nobody")};
                 }))});
  all.push_back({"a step's time is for ever", "a dispute stays with those whose time is over",
                 for_disputes(miswriting(
                     changing<DisputeMovedOn>([](DisputeMovedOn& moved, Event& event) { moved.due = event.at; })))});
  all.push_back({"a ruling is written and settles nothing", "a dispute goes on although all",
                 for_disputes(miswriting([](const Ticket&, const Command& command, std::vector<Written>& written) {
                   if (!std::holds_alternative<GiveRuling>(command)) return;
                   drop<DisputeSettled>(written);
                   drop<OwnerAssigned>(written);
                 }))});
  all.push_back({"what moves forgets the dispute", std::string(kFold),
                 for_disputes(miswriting([](const Ticket&, const Command&, std::vector<Written>& written) {
                   drop<DisputeSettled>(written);
                 }))});
  all.push_back({"saying \"not ours\" gives it away", "the item moves although nobody accepted it",
                 for_disputes(miswriting([](const Ticket& ticket, const Command&, std::vector<Written>& written) {
                   Events& events = written.front().events;
                   if (is<DisputeRaised>(events.front()))
                     events.insert(events.begin(),
                                   moves_to(TeamName("soc"), PartyName("security"), ticket, events.front()));
                 }))});
  all.push_back({"a ruling for one team gives it to another", "a ruling gives it to somebody else",
                 for_disputes(forgetting([](Asked asked) {
                   auto* ruling = std::get_if<GiveRuling>(&asked.command);
                   if (ruling != nullptr && ruling->team == TeamName("desk")) ruling->team = TeamName("client-it");
                 }))});
}

void add_leaver_mutants(std::vector<Mutant>& all) {
  all.push_back({"who has left is heard all the same", "a dispute goes on although all",
                 for_leavers([](const std::vector<Ticket>& items, std::size_t item, const Command& command,
                                const Circumstances& given) {
                   const bool rules = std::holds_alternative<GiveRuling>(command);
                   return real_step(items, item, command,
                                    {.policy = rules ? agreement({.text = kFirst, .away = 0}) : given.policy,
                                     .now = given.now,
                                     .actor = given.actor,
                                     .workload = given.workload});
                 })});
  all.push_back({"what is ruled to stay is kept by whoever had it", "a person has the item whose team does not",
                 for_leavers(miswriting([](const Ticket& ticket, const Command&, std::vector<Written>& written) {
                   for (Event& event : written.front().events) {
                     auto* assigned = std::get_if<OwnerAssigned>(&event.data);
                     if (assigned == nullptr || assigned->cause != AssignmentCause::Ruled) continue;
                     Owner& owner = assigned->ownership.owner;
                     if (owner.team == ticket.ownership.owner.team) owner.person = ticket.ownership.owner.person;
                   }
                 }))});
  all.push_back({"nobody takes note that somebody left", "a dispute goes on although all",
                 for_leavers(miswriting([](const Ticket&, const Command& command, std::vector<Written>& written) {
                   Events& events = written.front().events;
                   const auto settled = std::ranges::find_if(events, is<DisputeSettled>);
                   if (std::holds_alternative<PassTime>(command) && settled != events.end() &&
                       std::get<DisputeSettled>(settled->data).by == SettledBy::Ruling)
                     events.clear();
                 }))});
}

void add_gone_team_mutants(std::vector<Mutant>& all) {
  all.push_back({"nobody closes what was resolved by a team that is gone", "no way leads from here",
                 for_gone_team([](const std::vector<Ticket>& items, std::size_t item, const Command& command,
                                  const Circumstances& given) {
                   const bool is_gone = !given.policy.find_team(items[item].ownership.owner.team.text());
                   return is_gone && std::holds_alternative<Close>(command) ? std::nullopt
                                                                            : real_step(items, item, command, given);
                 })});
  all.push_back({"anybody closes what was resolved by a team that is gone",
                 "somebody takes, or closes, what is another", for_gone_team(forgetting([](Asked asked) {
                   if (std::holds_alternative<Close>(asked.command)) asked.actor = actor(kCid);
                 }))});
}

void add_ownership_mutants(std::vector<Mutant>& all) {
  all.push_back({"strangers work on it", "somebody works on what is another team's",
                 for_teams(done_by_anybody<Acknowledge, Wait, Resolve>())});
  all.push_back({"the shift takes what somebody is on", "the desk takes work from somebody",
                 for_teams(forgetting([](Asked asked) {
                   if (std::holds_alternative<PassTime>(asked.command) && is_open(asked.ticket.state)) {
                     asked.ticket.state = State::New;
                     asked.ticket.brought_by = AssignmentCause::Opened;
                   }
                 }))});
  all.push_back({"steps go on after somebody took notice", std::string(kFold), for_teams(forgetting([](Asked asked) {
                   if (std::holds_alternative<PassTime>(asked.command)) asked.ticket.escalation.acknowledged_at.reset();
                 }))});
  all.push_back({"a step reaches nobody", "a step of the escalation reaches nobody",
                 for_teams(miswriting(
                     changing<EscalationStepTaken>([](EscalationStepTaken& step, Event&) { step.told.clear(); })))});
  all.push_back({"the last step names nobody", "an escalation ends at nobody",
                 for_teams(miswriting(changing<EscalationStepTaken>([](EscalationStepTaken& step, Event&) {
                   for (Told& one : step.told) one.as = "lead";
                 })))});
  all.push_back({"whoever takes it answers for it, and is nobody", "nobody answers for the item",
                 for_teams(miswriting(changing<OwnerAssigned>([](OwnerAssigned& assigned, Event&) {
                   assigned.ownership.accountable = PersonName("nobody");
                 })))});
  all.push_back({"it is given to a person of another team", "a person has the item whose team does not",
                 for_teams(miswriting(changing<OwnerAssigned>(
                     [](OwnerAssigned& assigned, Event&) { assigned.ownership.owner.person = PersonName("cid"); })))});
  // A step is known by when it was due: where that is written wrong it is ahead again.
  all.push_back({"time tells the same twice", "time does twice what it does at one moment",
                 for_teams(miswriting(changing<EscalationStepTaken>(
                     [](EscalationStepTaken& step, Event&) { step.due = *step.due - base::minutes(1); })))});
}

void add_joint_mutants(std::vector<Mutant>& all) {
  const auto forget_the_other = [](const Ticket&, const Command&, std::vector<Written>& written) { written.resize(1); };
  all.push_back({"the other half of a link is not written", "there is half of a link",
                 for_two(links(LinkKind::RelatesTo), miswriting(forget_the_other))});
  all.push_back({"merging forgets the requester", "the requester of what was merged",
                 for_two(merging(), miswriting([](const Ticket&, const Command&, std::vector<Written>& written) {
                           drop<FollowerAdded>(written);
                         }))});
  all.push_back({"a vendor's answer is not heard of", "a ticket does not know what its vendor case",
                 for_vendor_cases(miswriting([](const Ticket& ticket, const Command&, std::vector<Written>& written) {
                   if (ticket.vendor_case) written.resize(1);
                 }))});
  all.push_back({"a step says otherwise than it writes", "a step says otherwise",
                 for_two(links(LinkKind::RelatesTo), [](const std::vector<Ticket>& items, std::size_t item,
                                                        const Command& command, const Circumstances& given) {
                   auto written = real_step(items, item, command, given);
                   if (written) ++written->front().left->reopened;
                   return written;
                 })});
  all.push_back({"what is done to one moves the other", "an item moves because of another one",
                 for_two(links(LinkKind::RelatesTo),
                         miswriting([](const Ticket& ticket, const Command&, std::vector<Written>& written) {
                           if (written.size() < 2) return;
                           Events& events = written.back().events;
                           events.push_back(moves_to(TeamName("soc"), PartyName("security"), ticket, events.front()));
                         }))});
}

void add_kind_mutants(std::vector<Mutant>& all) {
  all.push_back({"a major incident is resolved while it is on",
                 "a major incident is done",
                 {.items = {incident(1)},
                  .minutes = {0},
                  .asks = together({major(), end()}),
                  .step = forgetting([](Asked asked) {
                    if (std::holds_alternative<Resolve>(asked.command) && asked.ticket.major)
                      asked.ticket.major->stood_down_at = asked.now;
                  })}});
  all.push_back({"a major incident is closed without a review",
                 "a major incident is closed",
                 {.items = {incident(1)},
                  .minutes = {0},
                  .asks = together({major(), end()}),
                  .step = forgetting([](Asked asked) {
                    if (std::holds_alternative<Close>(asked.command) && asked.ticket.major)
                      asked.ticket.major->reviewed_at = asked.now;
                  })}});
  all.push_back({"it is decided before who must be heard was",
                 "it is decided before",
                 {.items = {question()},
                  .minutes = {0},
                  .asks = together({decision(), end()}),
                  .step = forgetting([](Asked asked) {
                    if (std::holds_alternative<TakeDecision>(asked.command)) asked.ticket.decision->overdue = true;
                  })}});
}

}  // namespace

std::vector<Mutant> mutants() {
  std::vector<Mutant> all;
  add_handoff_mutants(all);
  add_dispute_mutants(all);
  add_leaver_mutants(all);
  add_gone_team_mutants(all);
  add_ownership_mutants(all);
  add_joint_mutants(all);
  add_kind_mutants(all);
  // A store that is not atomic.
  Setup torn = for_handoffs(real_step);
  torn.crashes = 1;
  all.push_back({"the desk crashes between two writes of one ticket", "", std::move(torn)});
  Setup half = for_two(links(LinkKind::RelatesTo), real_step);
  half.crashes = 1;
  all.push_back({"the desk crashes between two tickets of a step", "there is half of a link", std::move(half)});
  return all;
}

}  // namespace tandem::protocol
