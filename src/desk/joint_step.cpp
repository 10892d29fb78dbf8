#include "desk/joint_step.h"

#include <set>

#include "base/check.h"
#include "desk/confidential.h"
#include "desk/evolve.h"

namespace tandem::desk {
namespace {

constexpr std::size_t kMaxWay = 2'000;  // tickets on the way of a relation that are looked at

}  // namespace

base::Result<JointStep::Changed*> JointStep::touch(TicketId id) {
  const auto known = std::ranges::find_if(tickets_, [&](const Changed& one) { return one.ticket.id == id; });
  if (known != tickets_.end()) return &*known;
  TANDEM_TRY(auto stored, find_(id));
  if (!stored) return nullptr;
  return &tickets_.emplace_back(Changed{.ticket = *std::move(stored), .events = {}});
}

base::Result<const Ticket*> JointStep::ticket(TicketId id) {
  TANDEM_TRY(const Changed* found, touch(id));
  return found == nullptr ? nullptr : &found->ticket;
}

base::Result<bool> JointStep::leads_back(LinkKind kind, TicketId from, TicketId id) {
  if (kind == LinkKind::RelatesTo) return false;
  std::set<TicketId> seen{from};
  std::vector<TicketId> ahead{from};
  while (!ahead.empty()) {
    const TicketId at = ahead.back();
    ahead.pop_back();
    if (at == id) return true;
    TANDEM_TRY(const Changed* found, touch(at));
    if (found == nullptr) continue;
    for (const Link& link : found->ticket.links) {
      if (link.kind == kind && seen.insert(link.other).second) ahead.push_back(link.other);
    }
    // Nobody sees through so much, and everybody who writes waits for it: as if it did.
    if (seen.size() > kMaxWay) return true;
  }
  return false;
}

base::Result<std::vector<Related>> JointStep::facts_of(TicketId id, std::span<const LinkTicket> named) {
  std::vector<Related> facts;
  for (const LinkTicket& one : named) {
    TANDEM_TRY(const Changed* other, touch(one.other));
    if (other == nullptr) continue;
    TANDEM_TRY(const bool back, leads_back(one.kind, one.other, id));
    facts.push_back(related_of(other->ticket, back));
  }
  return facts;
}

Circumstances JointStep::circumstances_with(std::span<const Related> related) const {
  Circumstances with = circumstances_;
  with.related = related;
  return with;
}

base::Result<std::optional<Refusal>> JointStep::open(TicketId id, const OpenTicket& command) {
  TANDEM_TRY(const auto related, facts_of(id, command.links));
  auto decision = desk::open(command, circumstances_with(related));
  if (auto* refusal = std::get_if<Refusal>(&decision)) return std::optional(std::move(*refusal));
  auto events = std::get<Events>(std::move(decision));
  TANDEM_TRY(auto opened, begin(id, events.front()));
  Changed& changed = tickets_.emplace_back(Changed{.ticket = std::move(opened), .events = {events.front()}});
  events.erase(events.begin());
  TANDEM_TRY_DONE(add(changed, std::move(events)));
  TANDEM_TRY_DONE(spread());
  return std::optional<Refusal>();
}

base::Result<std::optional<Refusal>> JointStep::decide(TicketId id, const Command& command) {
  TANDEM_TRY(Changed* const changed, touch(id));
  TANDEM_CHECK(changed != nullptr);
  const auto named = named_by(changed->ticket, command);
  TANDEM_TRY(const auto related, facts_of(id, named));
  auto decision = desk::decide(changed->ticket, command, circumstances_with(related));
  if (auto* refusal = std::get_if<Refusal>(&decision)) return std::optional(std::move(*refusal));
  TANDEM_TRY_DONE(add(*changed, std::get<Events>(std::move(decision))));
  TANDEM_TRY_DONE(spread());
  return std::optional<Refusal>();
}

base::Result<void> JointStep::add(Changed& changed, Events events) {
  if (!events.empty() && changed.events.empty()) changed.before = changed.ticket;
  for (const Event& event : events) {
    const auto folded = evolve(changed.ticket, event);
    TANDEM_ENSURE(folded.has_value());
  }
  for (Ripple& ripple : ripples(changed.ticket, events)) {
    // Words of confidential work stay there: others learn that something happened to what they are linked with.
    if (is_confidential(changed.ticket.facts.category, circumstances_.policy)) ripple.news.text.clear();
    ripples_.push_back(std::move(ripple));
  }
  changed.events.insert(changed.events.end(), std::make_move_iterator(events.begin()),
                        std::make_move_iterator(events.end()));
  return {};
}

base::Result<void> JointStep::spread() {
  while (!ripples_.empty()) {
    const Ripple ripple = std::move(ripples_.front());
    ripples_.pop_front();
    TANDEM_TRY(Changed* const hearer, touch(ripple.to));
    TANDEM_ENSURE(hearer != nullptr);  // links name tickets that are there, and nothing deletes one
    TANDEM_TRY_DONE(add(*hearer, hear(hearer->ticket, ripple.news, circumstances_)));
  }
  return {};
}

std::vector<const JointStep::Changed*> JointStep::changed() const {
  std::vector<const Changed*> all;
  for (const Changed& one : tickets_) {
    if (!one.events.empty()) all.push_back(&one);
  }
  return all;
}

}  // namespace tandem::desk
