#include "protocol/desk_world.h"

#include "base/check.h"

namespace tandem::protocol {
namespace {

using namespace desk;

constexpr base::Instant kStart = base::Instant::from_unix_s(1'791'208'800);
constexpr std::uint32_t kTicks = 3;
constexpr base::Duration kTick = base::minutes(20);  // an offer is over in the second one
constexpr std::array<std::string_view, 4> kPeople{"ann", "bob", "ben", "cid"};
constexpr std::array<std::uint32_t, 4> kTeamOf{0, 1, 1, 2};
constexpr std::array<std::string_view, 3> kTeams{"client-it", "desk", "soc"};
constexpr std::array<std::string_view, 3> kParties{"client", "provider", "security"};
constexpr std::uint32_t kLeaver = 1;  // bob

std::shared_ptr<const policy::Policy> make_policy(bool away) {
  policy::Spec spec;
  spec.engagement = "three";
  spec.name = "Three parties";
  spec.time_zone = "UTC";
  for (std::uint32_t i = 0; i < 3; ++i) {
    policy::Party party;
    party.name = party.display = kParties[i];
    party.kind = i == 0 ? policy::PartyKind::Client : policy::PartyKind::Provider;
    spec.parties.push_back(std::move(party));
  }
  calendar::BusinessHours always{.zone = *calendar::Zone::find("UTC"), .windows = {}, .closed = {}, .holidays = {}};
  always.windows.fill({{base::hours(0), base::hours(24)}});
  spec.calendars = {{.name = "always", .open = *calendar::BusinessCalendar::make(std::move(always)), .at = {}}};
  for (std::uint32_t i = 0; i < kPeople.size(); ++i) {
    policy::Person person;
    person.name = person.display = kPeople[i];
    person.party = {kTeamOf[i]};
    if (away && i == kLeaver) {
      person.leave = {{kStart - base::hours(24), kStart + base::hours(24)}};
      person.leave_at = {policy::TextPlace{}};
    }
    spec.people.push_back(std::move(person));
  }
  for (std::uint32_t i = 0; i < 3; ++i) {
    policy::Team team;
    team.name = kTeams[i];
    team.party = {i};
    team.hours = {0};
    for (std::uint32_t p = 0; p < kPeople.size(); ++p) {
      if (kTeamOf[p] == i) team.members.push_back({p});
    }
    team.lead = team.members.front();
    // With bob gone the desk is short, and the client's own people have its work.
    if (i == 1) {
      team.minimum = 2;
      team.cover = {{0}};
    }
    spec.teams.push_back(std::move(team));
  }
  policy::Activity activity;
  activity.name = "work.everything";
  activity.responsible = {1};
  activity.accountable = {2};
  spec.activities = {std::move(activity)};
  spec.categories = {{.name = "other", .activity = {0}, .at = {}}};
  return policy::Policy::make(std::move(spec));
}

Actor actor(std::size_t person) {
  return {.kind = ActorKind::Person,
          .person = PersonName(kPeople[person]),
          .party = PartyName(kParties[kTeamOf[person]]),
          .display = std::string(kPeople[person]),
          .email = {}};
}

Actor system_actor() {
  return {.kind = ActorKind::System, .person = {}, .party = {}, .display = "Tandem", .email = {}};
}

// What decides nothing any more.
void forget_the_past(Ticket& ticket) {
  ticket.segments.clear();
  ticket.comments.clear();
  ticket.ownership.reasons.clear();
  ticket.version = 2;
  ticket.updated_at = ticket.opened_at;
  ticket.responded_at.reset();
  ticket.handoffs_accepted = 0;
}

std::string key_of(const Ticket& ticket) {
  std::string key =
      fmt::format("{}/{}/{} {} {} ", ticket.ownership.owner.team.text(), ticket.ownership.owner.person.text(),
                  ticket.ownership.accountable.text(), to_text(ticket.state), to_text(ticket.brought_by));
  if (ticket.handoff) {
    key += fmt::format("{}>{}:{} ", ticket.handoff->offer.epoch, ticket.handoff->offer.to_team.text(),
                       ticket.handoff->offer.expires_at.unix_us());
  }
  key += fmt::format("e{} n{} ", ticket.last_epoch, ticket.escalation.acknowledged_at.has_value());
  for (const TeamName& team : ticket.trail) key += team.text() + ",";
  key += fmt::format(" x{}", ticket.declined_by.size());
  if (ticket.dispute) key += fmt::format(" d{}:{}", ticket.dispute->step, ticket.dispute->rulings.size());
  return key;
}

std::string broken_record(const Ticket& ticket) {
  const Owner& owner = ticket.ownership.owner;
  const auto team = std::ranges::find(kTeams, std::string_view(owner.team.text()));
  if (team == kTeams.end() || ticket.ownership.accountable.empty()) return "nobody has the item";
  if (!owner.person.empty()) {
    const auto person = std::ranges::find(kPeople, std::string_view(owner.person.text()));
    if (person == kPeople.end() || kTeamOf[static_cast<std::size_t>(person - kPeople.begin())] !=
                                       static_cast<std::uint32_t>(team - kTeams.begin()))
      return "a person has the item whose team does not";
  }
  if (!ticket.handoff) return {};
  const HandoffOffered& offer = ticket.handoff->offer;
  if (!is_open(ticket.state)) return "an offer outlives the work";
  if (offer.from.team != owner.team) return "an offer is pending whose giver does not hold the item";
  if (offer.to_team == owner.team) return "an offer points at the team that has the item";
  return {};
}

}  // namespace

const policy::Policy& DeskWorld::policy() const {
  static const auto kPresent = make_policy(false);
  static const auto kAway = make_policy(true);
  return away_ ? *kAway : *kPresent;
}

base::Instant DeskWorld::now() const {
  return kStart + kTick * tick_;
}

DeskWorld::DeskWorld(Bounds bounds, Decider decider)
    : decider_(std::make_shared<const Decider>(std::move(decider))), left_(bounds) {
  for (std::size_t item = 0; item < bounds.items; ++item) {
    OpenTicket command;
    command.number = item + 1;
    command.subject = "an item";
    const auto decision = open(command, {.policy = policy(), .now = now(), .actor = system_actor(), .workload = {}});
    Ticket ticket = *replay(TicketId(base::IdBits{.high = 1, .low = item}), std::get<Events>(decision));
    forget_the_past(ticket);
    items_.push_back(std::move(ticket));
  }
}

std::string DeskWorld::key() const {
  std::string key =
      fmt::format("{} {} {} {} {} {}|", tick_, away_, left_.sends, left_.repeats, left_.crashes, left_.leaves);
  for (const Ticket& item : items_) key += key_of(item) + "|";
  std::vector<std::string> labels;
  for (const Message& message : network_) labels.push_back(message.label);
  std::ranges::sort(labels);
  for (const std::string& label : labels) key += label + "|";
  return key + wrong_;
}

void DeskWorld::send(std::vector<std::pair<std::string, DeskWorld>>& moves, Message message) const {
  DeskWorld next = *this;
  --next.left_.sends;
  const std::string label = message.label;
  next.network_.push_back(std::move(message));
  moves.emplace_back("sends: " + label, std::move(next));
}

void DeskWorld::append_sends(std::vector<std::pair<std::string, DeskWorld>>& moves) const {
  if (left_.sends == 0) return;
  for (std::size_t item = 0; item < items_.size(); ++item) {
    const std::uint32_t epoch = items_[item].last_epoch;
    for (std::size_t person = 0; person < kPeople.size(); ++person) {
      const auto offer = [&](Command command, std::string_view what) {
        send(moves, {.item = item,
                     .person = person,
                     .command = std::move(command),
                     .label = fmt::format("{} of item {}: {}", kPeople[person], item + 1, what)});
      };
      for (std::uint32_t team = 0; team < kTeams.size(); ++team) {
        if (team == kTeamOf[person]) continue;
        offer(OfferHandoff{TeamName(kTeams[team]), {}, "yours"}, fmt::format("offer to {}", kTeams[team]));
      }
      offer(Take{}, "take");
      offer(Resolve{"done"}, "resolve");
      if (epoch == 0) continue;
      offer(AcceptHandoff{epoch}, fmt::format("accept {}", epoch));
      offer(DeclineHandoff{epoch, "no"}, fmt::format("decline {}", epoch));
      offer(WithdrawHandoff{epoch}, fmt::format("withdraw {}", epoch));
    }
  }
}

void DeskWorld::append_arrivals(std::vector<std::pair<std::string, DeskWorld>>& moves) const {
  for (std::size_t i = 0; i < network_.size(); ++i) {
    const Message& message = network_[i];
    const auto without = [&] {
      DeskWorld next = *this;
      next.network_.erase(next.network_.begin() + static_cast<std::ptrdiff_t>(i));
      return next;
    };
    moves.emplace_back("is lost: " + message.label, without());
    DeskWorld arrived = without();
    arrived.arrive(message, SIZE_MAX);
    moves.emplace_back("arrives: " + message.label, std::move(arrived));
    if (left_.repeats > 0) {
      DeskWorld repeated = *this;
      --repeated.left_.repeats;
      repeated.arrive(message, SIZE_MAX);
      moves.emplace_back("arrives, and will again: " + message.label, std::move(repeated));
    }
    if (left_.crashes > 0) {
      for (const std::size_t writes : {std::size_t{1}, std::size_t{2}}) {
        DeskWorld torn = without();
        --torn.left_.crashes;
        torn.arrive(message, writes);
        moves.emplace_back(fmt::format("arrives, and the desk crashes after {} writes: {}", writes, message.label),
                           std::move(torn));
      }
    }
  }
}

void DeskWorld::append_time(std::vector<std::pair<std::string, DeskWorld>>& moves) const {
  if (tick_ < kTicks) {
    DeskWorld later = *this;
    ++later.tick_;
    moves.emplace_back("time passes", std::move(later));
  }
  if (left_.leaves > 0) {
    DeskWorld other = *this;
    --other.left_.leaves;
    other.away_ = !away_;
    moves.emplace_back(away_ ? "bob comes back" : "bob goes on leave", std::move(other));
  }
  for (std::size_t item = 0; item < items_.size(); ++item) {
    DeskWorld next = *this;
    next.pass_time(item);
    if (next.key() != key()) moves.emplace_back(fmt::format("the desk looks at item {}", item + 1), std::move(next));
  }
}

std::vector<std::pair<std::string, DeskWorld>> DeskWorld::moves() const {
  std::vector<std::pair<std::string, DeskWorld>> moves;
  append_sends(moves);
  append_arrivals(moves);
  append_time(moves);
  return moves;
}

void DeskWorld::arrive(const Message& message, std::size_t writes) {
  const Ticket before = items_[message.item];
  const auto decision = (*decider_)(before, message.command,
                                    {.policy = policy(), .now = now(), .actor = actor(message.person), .workload = {}});
  if (const auto* events = std::get_if<Events>(&decision)) {
    write(message.item, *events, writes);
    if (wrong_.empty()) judge(before, message.command, items_[message.item]);
  }
}

void DeskWorld::pass_time(std::size_t item) {
  const auto decision = (*decider_)(items_[item], PassTime{},
                                    {.policy = policy(), .now = now(), .actor = system_actor(), .workload = {}});
  if (const auto* events = std::get_if<Events>(&decision)) write(item, *events, SIZE_MAX);
}

void DeskWorld::write(std::size_t item, const Events& events, std::size_t writes) {
  Ticket& ticket = items_[item];
  for (std::size_t i = 0; i < std::min(writes, events.size()); ++i) {
    if (const auto folded = evolve(ticket, events[i]); !folded) {
      wrong_ = folded.error().message;
      return;
    }
  }
  wrong_ = broken_record(ticket);
  forget_the_past(ticket);
}

// What the protocol promises of one step.
void DeskWorld::judge(const Ticket& before, const Command& command, const Ticket& after) {
  const bool moved = before.ownership.owner.team != after.ownership.owner.team;
  if (const auto* accept = std::get_if<AcceptHandoff>(&command)) {
    const bool counts =
        before.handoff && before.handoff->offer.epoch == accept->epoch && now() < before.handoff->offer.expires_at;
    if (!counts) wrong_ = "an acceptance counts that is not for the pending offer, or too late";
    if (counts && (!moved || after.ownership.owner.team != before.handoff->offer.to_team))
      wrong_ = "an acceptance does not give the item to the team that it was offered to";
  } else if (moved && !std::holds_alternative<Take>(command)) {
    wrong_ = "the item moves although nobody accepted it";
  }
}

}  // namespace tandem::protocol
