// What holds whatever people do: thousands of random commands, each step checked.
#include <doctest/doctest.h>

#include "desk/governed_agreement.h"
#include "desk/random_commands.h"

using namespace tandem::desk;

namespace {

// The hand-off protocol in the fewest words that say it, with membership written down a second time. It is told of the
// owner that other commands gave the ticket, and predicts everything about hand-offs.
class ProtocolModel {
 public:
  explicit ProtocolModel(const Ticket& ticket)
      : owner_(ticket.ownership.owner.team.text()), is_vendor_case_(ticket.vendor_case.has_value()) {}

  // Whether the desk should do it; nothing when the command is no business of the protocol.
  [[nodiscard]] std::optional<bool> allows(const Actor& actor, const Command& command,
                                           tandem::base::Instant now) const {
    if (const auto* offer = std::get_if<OfferHandoff>(&command)) return may_offer(actor, *offer, now);
    if (const auto* accept = std::get_if<AcceptHandoff>(&command))
      return is_pending(accept->epoch) && may_answer(actor, now);
    if (const auto* decline = std::get_if<DeclineHandoff>(&command)) {
      return is_pending(decline->epoch) && may_answer(actor, now) && !decline->reason.empty();
    }
    if (const auto* withdraw = std::get_if<WithdrawHandoff>(&command))
      return is_pending(withdraw->epoch) && is_in(actor, owner_);
    // Time may do other things as well, which are no business of the protocol.
    if (std::holds_alternative<PassTime>(command) && actor.kind == ActorKind::System && is_over(now)) return true;
    return std::nullopt;
  }

  void done(const Command& command, tandem::base::Instant now, const Ticket& after) {
    if (const auto* offer = std::get_if<OfferHandoff>(&command)) {
      const auto within = tandem::base::minutes(after.facts.priority == PriorityName("critical") ? 5 : 30);
      pending_ = Pending{.epoch = ++epochs_,
                         .team = offer->to_team.text(),
                         .person = offer->to_person.text(),
                         .expires_at = now + within};
    } else if (std::holds_alternative<AcceptHandoff>(command)) {
      owner_ = std::exchange(pending_, std::nullopt)->team;
    } else if (std::holds_alternative<DeclineHandoff>(command) || std::holds_alternative<WithdrawHandoff>(command)) {
      pending_.reset();
    } else if (std::holds_alternative<PassTime>(command) && is_over(now)) {
      pending_.reset();
      owner_ = after.ownership.owner.team.text();
    } else if (after.ownership.owner.team.text() != owner_ || !is_open(after.state)) {
      pending_.reset();
      owner_ = after.ownership.owner.team.text();
    }
    open_ = is_open(after.state);
    in_triage_ = after.dispute && after.dispute->raised.kind == DisputeKind::Bounced;
  }

  [[nodiscard]] bool agrees_with(const Ticket& ticket) const {
    if (ticket.ownership.owner.team.text() != owner_ || ticket.handoff.has_value() != pending_.has_value())
      return false;
    return ticket.last_epoch == epochs_ && (!pending_ || (ticket.handoff->offer.epoch == pending_->epoch &&
                                                          ticket.handoff->offer.expires_at == pending_->expires_at));
  }

 private:
  struct Pending {
    std::uint32_t epoch;
    std::string team;
    std::string person;
    tandem::base::Instant expires_at;
  };

  static bool is_in(std::string_view name, std::string_view team) {
    static const std::set<std::pair<std::string_view, std::string_view>> kMembers{
        {"dana", "harbor-it"},   {"luis", "harbor-it"}, {"nora", "harbor-apps"},
        {"luis", "harbor-apps"}, {"priya", "helpdesk"}, {"sam", "helpdesk"},
        {"otto", "helpdesk"},    {"mei", "soc"},        {"otto", "soc"}};
    return kMembers.contains({name, team});
  }
  static bool is_in(const Actor& actor, std::string_view team) {
    return actor.kind == ActorKind::Person && is_in(actor.person.text(), team);
  }
  static bool leads(std::string_view name, std::string_view team) {
    static const std::set<std::pair<std::string_view, std::string_view>> kLeads{
        {"dana", "harbor-it"}, {"nora", "harbor-apps"}, {"priya", "helpdesk"}, {"mei", "soc"}};
    return kLeads.contains({name, team});
  }
  static bool is_away(std::string_view name, tandem::base::Instant now) {
    const auto days = (now - kMonday) / tandem::base::hours(24);
    return (name == "sam" && days >= 7 && days < 14) || (name == "priya" && days >= 10 && days < 12);
  }

  bool is_pending(std::uint32_t epoch) const { return pending_ && pending_->epoch == epoch; }
  bool is_over(tandem::base::Instant now) const { return pending_ && now >= pending_->expires_at; }
  bool may_answer(const Actor& actor, tandem::base::Instant now) const {
    const bool called = pending_->person.empty() || pending_->person == actor.person.text() ||
                        leads(actor.person.text(), pending_->team);
    return is_in(actor, pending_->team) && called && now < pending_->expires_at;
  }
  bool may_offer(const Actor& actor, const OfferHandoff& offer, tandem::base::Instant now) const {
    const std::string& team = offer.to_team.text();
    const bool is_real = team != "moon" && team != "corebank-support" && team != owner_;
    const std::string& named = offer.to_person.text();
    const bool named_fits = named.empty() || (is_in(named, team) && !is_away(named, now));
    return open_ && !in_triage_ && !is_vendor_case_ && is_in(actor, owner_) && !pending_ && is_real && named_fits &&
           !offer.note.empty();
  }

  std::string owner_;
  bool is_vendor_case_;  // which is handed to nobody
  bool open_ = true;
  bool in_triage_ = false;
  std::optional<Pending> pending_;
  std::uint32_t epochs_ = 0;
};

bool has_owner(const Ticket& ticket, const tandem::policy::Policy& policy) {
  const Ownership& ownership = ticket.ownership;
  const auto team = policy.find_team(ownership.owner.team.text());
  return team && ownership.owner.party.text() == policy.party(policy.team(*team).party).name &&
         policy.find_person(ownership.accountable.text()) && !ownership.reasons.empty() && !ownership.activity.empty();
}

// A person holds a ticket only as a member of the team that owns it, and a hand-off never points at the owner.
bool is_coherent(const Ticket& ticket, const tandem::policy::Policy& policy) {
  const Owner& owner = ticket.ownership.owner;
  const auto holder = policy.find_person(owner.person.text());
  if (!owner.person.empty() && (!holder || !policy.is_member(*policy.find_team(owner.team.text()), *holder)))
    return false;
  if (ticket.handoff && (ticket.handoff->offer.to_team == owner.team || !is_open(ticket.state))) return false;
  return (ticket.state == State::Waiting) == ticket.waiting_on.has_value();
}

// What was done leaves no step behind, and only what is not needed says so; a due date's instants stand in their order.
bool has_coherent_steps(const Ticket& before, const Ticket& ticket) {
  const bool has_open_step =
      std::ranges::find(ticket.links, std::optional(StepState::Open), &Link::step) != ticket.links.end();
  // A decision ends by being taken, and what follows from a major incident outlasts it.
  const bool ended = is_open(before.state) && !is_open(ticket.state) && !ticket.decision && !ticket.major;
  if (ended && has_open_step) return false;
  if (!ticket.not_needed.empty() && (ticket.facts.kind != TicketKind::Task || ticket.state != State::Closed))
    return false;
  return !ticket.due || (ticket.due->soon < ticket.due->today && ticket.due->today < ticket.due->at);
}

// What an event says whom it tells; nothing for events that tell nobody by themselves.
struct TellsPerson {
  const PersonName& person;

  template <class Data>
    requires requires(const Data& e) { e.told.begin(); }
  bool operator()(const Data& e) const {
    return std::ranges::any_of(e.told, [&](const auto& one) { return name_of_told(one) == person; });
  }
  bool operator()(const auto&) const { return false; }

  static const PersonName& name_of_told(const Told& one) { return one.person; }
  static const PersonName& name_of_told(const PersonName& one) { return one; }
};

bool tells_nobody_of_their_own_deed(const Events& events) {
  return std::ranges::none_of(events, [](const Event& event) {
    return !event.actor.person.empty() && std::visit(TellsPerson{event.actor.person}, event.data);
  });
}

}  // namespace

TEST_CASE("whatever people do, a ticket has one owner, its events say how it came so, and refusals change nothing") {
  const auto policy = governed_agreement();
  std::map<std::string_view, std::size_t> done;
  std::map<std::string_view, std::size_t> refused;
  bool all_hold = true;
  for (std::uint32_t seed = 0; seed < 11'000 && all_hold; ++seed) {
    RandomCommands random(seed);
    Scene scene{policy, random.chance(4) ? random.planning() : random.opening(), random.instant()};
    ProtocolModel model(scene.ticket);
    for (int step = 0; step < 60 && all_hold; ++step) {
      CAPTURE(seed);
      CAPTURE(step);
      scene.now = scene.now + random.pause();
      const Actor actor = random.actor(scene.ticket);
      const Command command = random.command(scene.ticket);
      CAPTURE(name_of(command));
      const Ticket before = scene.ticket;
      const auto expected = model.allows(actor, command, scene.now);
      const auto refusal = scene.does(actor, command);
      ++(refusal ? refused : done)[name_of(command)];
      if (refusal) {
        all_hold = scene.ticket == before && !scene.said.empty();
      } else {
        model.done(command, scene.now, scene.ticket);
        all_hold = scene.ticket.version > before.version && tells_nobody_of_their_own_deed(scene.latest);
      }
      if (expected) all_hold = all_hold && *expected == !refusal;
      all_hold = all_hold && model.agrees_with(scene.ticket) && has_owner(scene.ticket, *policy) &&
                 is_coherent(scene.ticket, *policy) && has_coherent_steps(before, scene.ticket) &&
                 scene.ticket.last_epoch >= before.last_epoch;
      REQUIRE(all_hold);
    }
    REQUIRE(*replay(kTicketId, scene.events) == scene.ticket);
  }
  // The mix is worth its name: everything was done and everything was refused.
  CHECK(done.size() == std::variant_size_v<CommandAlternatives>);
  CHECK(refused.size() == std::variant_size_v<CommandAlternatives>);
  for (const auto& [name, times] : done) CHECK_MESSAGE(times >= 200, name);
}

TEST_CASE("an answer decided twice at the same moment is done once") {
  const auto policy = governed_agreement();
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    RandomCommands random(1000 + seed);
    Scene scene{policy, random.opening(), random.instant()};
    for (int step = 0; step < 40; ++step) {
      const Actor actor = random.actor(scene.ticket);
      const Command command = random.command(scene.ticket);
      const bool answers = std::holds_alternative<AcceptHandoff>(command) ||
                           std::holds_alternative<DeclineHandoff>(command) ||
                           std::holds_alternative<WithdrawHandoff>(command);
      if (scene.does(actor, command) || !answers) continue;
      const auto again = scene.does(actor, command);
      REQUIRE(again == RefusalKind::NoSuchHandoff);
    }
  }
}

TEST_CASE("imports and everybody else get an answer to everything, and it folds") {
  const auto policy = governed_agreement();
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    RandomCommands random(5000 + seed);
    Scene scene{policy, random.chance(4) ? random.planning() : random.opening(), random.instant()};
    for (int step = 0; step < 60; ++step) {
      scene.now = scene.now + random.pause();
      const Actor actor = random.chance(2) ? import_actor(random.chance(2) ? "mei" : "") : random.actor(scene.ticket);
      scene.does(actor, random.command(scene.ticket));  // a decision that does not fold aborts
      REQUIRE(has_owner(scene.ticket, *policy));
    }
    REQUIRE(*replay(kTicketId, scene.events) == scene.ticket);
  }
}

TEST_CASE("a history that lost or repeats an event is noticed or is another history, never a ticket without owner") {
  const auto policy = governed_agreement();
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    RandomCommands random(9000 + seed);
    Scene scene{policy, random.chance(4) ? random.planning() : random.opening(), random.instant()};
    for (int step = 0; step < 40; ++step) {
      const Actor actor = random.actor(scene.ticket);
      scene.does(actor, random.command(scene.ticket));
    }
    for (std::size_t lost = 0; lost < scene.events.size(); ++lost) {
      Events events = scene.events;
      events.erase(events.begin() + static_cast<std::ptrdiff_t>(lost));
      const auto ticket = replay(kTicketId, events);
      if (ticket) REQUIRE((has_owner(*ticket, *policy) || ticket->version == 1));
      if (lost < 2 && scene.events.size() > 2 && !std::holds_alternative<OwnerAssigned>(scene.events[2].data))
        REQUIRE_FALSE(ticket.has_value());
    }
  }
}
