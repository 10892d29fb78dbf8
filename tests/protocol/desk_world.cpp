#include "protocol/desk_world.h"

#include "base/check.h"
#include "desk/due.h"
#include "desk/joint_step.h"
#include "protocol/promises.h"
#include "protocol/ticket_key.h"

namespace tandem::protocol {
namespace {

using namespace desk;

std::string label_of(std::uint32_t person, std::size_t item, const Ask& ask) {
  return fmt::format("{} of item {}: {}{}{}", kPeople[person], item + 1, name_of(ask.command),
                     ask.what.empty() ? "" : " ", ask.what);
}

std::size_t item_of(const std::vector<Ticket>& items, TicketId id) {
  return static_cast<std::size_t>(std::ranges::find(items, id, &Ticket::id) - items.begin());
}

// One by itself is decided on without copying it.
std::optional<std::vector<Written>> step_alone(const Ticket& ticket, const Command& command,
                                               const Circumstances& circumstances) {
  Decision decision = decide(ticket, command, circumstances);
  if (std::holds_alternative<Refusal>(decision)) return std::nullopt;
  return std::vector{Written{.item = 0, .events = std::get<Events>(std::move(decision)), .left = {}}};
}

// Those who are asked, first who has spoken already: they come round to the others' view before the others speak.
std::vector<PersonName> in_turn(const Ticket& ticket, const policy::Policy& policy) {
  std::vector<PersonName> asked = asked_to_rule(ticket, policy);
  std::ranges::stable_partition(asked, [&](const PersonName& one) {
    return std::ranges::find(ticket.dispute->rulings, one, &Dispute::Ruling::person) != ticket.dispute->rulings.end();
  });
  return asked;
}

}  // namespace

TicketId id_of(std::size_t item) {
  return TicketId(base::IdBits{.high = 1, .low = item});
}

std::optional<std::vector<Written>> real_step(const std::vector<Ticket>& items, std::size_t item,
                                              const Command& command, const Circumstances& circumstances) {
  if (items.size() == 1) return step_alone(items[0], command, circumstances);
  JointStep step(
      [&](TicketId id) -> base::Result<std::optional<Ticket>> {
        const std::size_t at = item_of(items, id);
        return at < items.size() ? std::optional(items[at]) : std::nullopt;
      },
      circumstances);
  const auto refusal = step.decide(items[item].id, command);
  TANDEM_CHECK(refusal.has_value());
  if (*refusal) return std::nullopt;
  std::vector<Written> written;
  for (const JointStep::Changed* one : step.changed()) {
    const std::size_t at = item_of(items, one->ticket.id);
    written.push_back({.item = at, .events = one->events, .left = one->ticket});
  }
  return written;
}

DeskWorld::DeskWorld(Setup setup)
    : setup_(std::make_shared<const Setup>(std::move(setup))),
      leaves_(setup_->leaves),
      versions_(setup_->versions),
      crashes_(setup_->crashes) {
  for (const OpenTicket& opening : setup_->items) {
    const Circumstances given = circumstances(actor(kBen));
    JointStep step(
        [&](TicketId id) -> base::Result<std::optional<Ticket>> {
          const std::size_t at = item_of(items_, id);
          return at < items_.size() ? std::optional(items_[at]) : std::nullopt;
        },
        given);
    const auto refusal = step.open(id_of(items_.size()), opening);
    TANDEM_CHECK(refusal && !*refusal);
    const auto changed = step.changed();
    const JointStep::Changed& opened = **std::ranges::find(
        changed, id_of(items_.size()), [](const JointStep::Changed* one) { return one->ticket.id; });
    items_.push_back(*replay(opened.ticket.id, opened.events));
    if (items_.back() != opened.ticket) wrong_ = "a step says otherwise than its events";
    forget_past(items_.back());
    for (const JointStep::Changed* one : changed) {
      if (one->ticket.id != opened.ticket.id)
        write({{.item = item_of(items_, one->ticket.id), .events = one->events, .left = one->ticket}});
    }
  }
  if (wrong_.empty()) wrong_ = broken_links(items_);
}

base::Instant DeskWorld::now() const {
  return kStart + base::minutes(setup_->minutes[moment_]);
}

Circumstances DeskWorld::circumstances(Actor actor) const {
  return {.policy = agreement(terms_), .now = now(), .actor = std::move(actor), .workload = {}};
}

bool DeskWorld::is_over() const {
  return std::ranges::all_of(items_, [](const Ticket& one) { return one.state == State::Closed; });
}

std::string DeskWorld::key() const {
  std::string key = fmt::format("{} {}.{} {} {} {}|", moment_, terms_.text, terms_.away, leaves_, versions_, crashes_);
  for (const Ticket& item : items_) key += key_of(item) + "|";
  return key + wrong_;
}

std::vector<std::pair<std::string, DeskWorld>> DeskWorld::moves() const {
  Moves moves;
  append_probes(moves);
  append_commands(moves);
  append_time(moves);
  append_circumstances(moves);
  return moves;
}

void DeskWorld::append_commands(Moves& moves) const {
  for (std::size_t item = 0; item < items_.size(); ++item) {
    for (const Ask& ask : setup_->asks(items_[item], item)) {
      for (std::uint32_t person = 0; person < kPeople.size(); ++person) arrive(item, person, ask, moves);
    }
  }
}

void DeskWorld::append_time(Moves& moves) const {
  if (moment_ + 1 < setup_->minutes.size()) {
    DeskWorld later = *this;
    ++later.moment_;
    moves.emplace_back("time passes", std::move(later));
  }
  for (std::size_t item = 0; item < items_.size(); ++item) look(item, moves);
}

void DeskWorld::append_circumstances(Moves& moves) const {
  for (const Person leaver : setup_->leavers) {
    if (leaves_ == 0) break;
    DeskWorld other = *this;
    --other.leaves_;
    other.terms_.away ^= 1U << leaver;
    const bool goes = (other.terms_.away >> leaver) % 2 == 1;
    moves.emplace_back(fmt::format("{} {}", kPeople[leaver], goes ? "goes on leave" : "comes back"), std::move(other));
  }
  for (const std::uint32_t text : setup_->texts) {
    if (versions_ == 0) break;
    if (text == terms_.text) continue;
    DeskWorld other = *this;
    --other.versions_;
    other.terms_.text = text;
    moves.emplace_back(fmt::format("version {} comes into force", text + 1), std::move(other));
  }
}

void DeskWorld::append_probes(Moves& moves) const {
  const auto tell = [&](std::string wrong) {
    if (wrong.empty()) return;
    DeskWorld broken = *this;
    broken.wrong_ = std::move(wrong);
    moves.emplace_back("and there it is seen", std::move(broken));
  };
  for (std::size_t item = 0; item < items_.size(); ++item) tell(ends_otherwise(item));
}

void DeskWorld::arrive(std::size_t item, std::uint32_t person, const Ask& ask, Moves& moves) const {
  const Actor who = actor(person);
  const auto written = setup_->step(items_, item, ask.command, circumstances(who));
  if (!written) return;
  const Happened what{.item = item, .command = ask.command, .actor = who, .label = label_of(person, item, ask)};
  DeskWorld next = *this;
  next.write(*written);
  if (next.wrong_.empty()) next.judge(*this, what, *written);
  // The same message once more, as after an answer that was lost: refused, or without effect.
  if (next.wrong_.empty() && !ask.counts_again) {
    if (const auto again = setup_->step(next.items_, item, ask.command, next.circumstances(who))) {
      DeskWorld repeated = next;
      repeated.write(*again);
      if (repeated.key() != next.key()) next.wrong_ = "the same message changes something twice";
    }
  }
  crash(*written, what, moves);
  moves.emplace_back(what.label, std::move(next));
}

void DeskWorld::look(std::size_t item, Moves& moves) const {
  const Circumstances given = circumstances(system_actor());
  const Happened what{.item = item,
                      .command = PassTime{},
                      .actor = given.actor,
                      .label = fmt::format("the desk looks at item {}", item + 1)};
  const auto written = setup_->step(items_, item, PassTime{}, given);
  const auto due = next_due(items_[item], given);
  DeskWorld next = *this;
  if (written) {
    next.write(*written);
    if (next.wrong_.empty()) next.judge(*this, what, *written);
    if (next.wrong_.empty() && setup_->step(next.items_, item, PassTime{}, given))
      next.wrong_ = "time does twice what it does at one moment";
    crash(*written, what, moves);
  } else if (due && *due <= now()) {
    next.wrong_ = "the desk is woken for nothing, again and again";
  }
  if (written || !next.wrong_.empty()) moves.emplace_back(what.label, std::move(next));
}

void DeskWorld::crash(const std::vector<Written>& written, const Happened& what, Moves& moves) const {
  if (crashes_ == 0) return;
  std::size_t all = 0;
  for (const Written& one : written) all += one.events.size();
  for (std::size_t writes = 1; writes < all; ++writes) {
    std::vector<Written> part;
    std::size_t left = writes;
    for (const Written& one : written) {
      const std::size_t count = std::min(left, one.events.size());
      left -= count;
      const auto end = one.events.begin() + static_cast<std::ptrdiff_t>(count);
      part.push_back({.item = one.item, .events = {one.events.begin(), end}, .left = {}});
    }
    DeskWorld torn = *this;
    --torn.crashes_;
    torn.write(part);
    if (torn.wrong_.empty()) torn.judge(*this, what, part);
    moves.emplace_back(fmt::format("{}, and the desk crashes after {} of {} writes", what.label, writes, all),
                       std::move(torn));
  }
}

void DeskWorld::write(const std::vector<Written>& written) {
  for (const Written& one : written) {
    Ticket& ticket = items_[one.item];
    for (const Event& event : one.events) {
      if (const auto folded = evolve(ticket, event); !folded) {
        wrong_ = folded.error().message;
        return;
      }
    }
    if (one.left && *one.left != ticket) {
      wrong_ = "a step says otherwise than its events";
      return;
    }
    forget_past(ticket);
    wrong_ = broken_record(ticket, agreement({.text = ticket.ownership.agreement_version - 1, .away = 0}));
    if (!wrong_.empty()) return;
  }
  wrong_ = broken_links(items_);
}

void DeskWorld::judge(const DeskWorld& before, const Happened& what, const std::vector<Written>& written) {
  for (const Written& one : written) {
    if (!wrong_.empty()) return;
    const Ticket& was = before.items_[one.item];
    const Ticket& is = items_[one.item];
    wrong_ = one.item == what.item ? broken_promise({.before = was,
                                                     .after = is,
                                                     .command = what.command,
                                                     .actor = what.actor,
                                                     .events = one.events,
                                                     .policy = agreement(terms_),
                                                     .now = now()})
                                   : broken_hearing(was, is);
  }
}

std::string DeskWorld::ends_otherwise(std::size_t item) const {
  if (!items_[item].dispute && !items_[item].handoff) return {};
  DeskWorld world = *this;
  if (const auto written = setup_->step(items_, item, PassTime{}, circumstances(system_actor()))) world.write(*written);
  if (!world.wrong_.empty()) return {};
  if (auto undone = left_undone(world.items_[item], agreement(terms_), now()); !undone.empty()) return undone;
  if (!world.items_[item].dispute) return {};
  const TeamName team("soc");
  for (const PersonName& one : in_turn(world.items_[item], agreement(terms_))) {
    const auto person = std::ranges::find(kPeople, std::string_view(one.text())) - kPeople.begin();
    const auto written = setup_->step(world.items_, item, GiveRuling{team, "it is theirs"},
                                      world.circumstances(actor(static_cast<std::uint32_t>(person))));
    if (!written) return "somebody who is asked cannot rule";
    world.write(*written);
    if (!world.wrong_.empty()) return world.wrong_;
    if (!world.items_[item].dispute) break;
  }
  const Ticket& after = world.items_[item];
  return after.dispute || after.ownership.owner.team != team ? "a dispute goes on although all who are asked agree"
                                                             : "";
}

}  // namespace tandem::protocol
