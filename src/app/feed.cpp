#include "app/feed.h"

#include <unordered_map>

#include "app/entry.h"

namespace tandem::app {
namespace {

// Whether the event took a ticket out of the sight of a member or auditor who could read it before.
bool hides_ticket(const desk::Event& event, const MembershipRecord& membership, const policy::Policy& policy) {
  const auto* changed = std::get_if<desk::CategoryChanged>(&event.data);
  if (changed == nullptr) return false;
  const auto hidden = hidden_from(membership, policy);
  const auto is_hidden = [&](const desk::CategoryName& one) { return std::ranges::find(hidden, one) != hidden.end(); };
  return is_hidden(changed->to) && !is_hidden(changed->from);
}

}  // namespace

void Feed::committed(std::span<const Change> changes) {
  const std::scoped_lock lock(mutex_);
  for (const Change& each : changes) {
    if (each.ticket == kAgreementEvents) ++agreement_generations_[each.engagement];
  }
  for (const auto& [id, listener] : listeners_) {
    const bool concerned =
        std::ranges::any_of(changes, [&](const Change& c) { return c.engagement == listener.engagement; });
    if (concerned) listener.wake();
  }
}

void Feed::change(Generations& generations, const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  ++generations[engagement];
  for (const auto& [id, listener] : listeners_) {
    if (listener.engagement == engagement) listener.wake();
  }
}

std::uint64_t Feed::generation(const Generations& generations, const desk::EngagementName& engagement) const {
  const std::scoped_lock lock(mutex_);
  const auto found = generations.find(engagement);
  return found == generations.end() ? 0 : found->second;
}

void Feed::calendar_changed(const desk::EngagementName& engagement) {
  change(calendar_generations_, engagement);
}

std::uint64_t Feed::calendar_generation(const desk::EngagementName& engagement) const {
  return generation(calendar_generations_, engagement);
}

void Feed::agreement_changed(const desk::EngagementName& engagement) {
  change(agreement_generations_, engagement);
}

void Feed::presence_changed(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  for (const auto& [id, listener] : listeners_) {
    if (listener.engagement == engagement) listener.wake();
  }
}

std::uint64_t Feed::agreement_generation(const desk::EngagementName& engagement) const {
  return generation(agreement_generations_, engagement);
}

std::unique_ptr<Feed::Subscription> Feed::subscribe(desk::EngagementName engagement, std::function<void()> wake) {
  const std::scoped_lock lock(mutex_);
  const auto id = next_id_++;
  listeners_.emplace(id, Listener{.engagement = std::move(engagement), .wake = std::move(wake)});
  return std::make_unique<Subscription>(*this, id);
}

std::size_t Feed::subscribers() const {
  const std::scoped_lock lock(mutex_);
  return listeners_.size();
}

Feed::Subscription::~Subscription() {
  const std::scoped_lock lock(feed_->mutex_);
  feed_->listeners_.erase(id_);
}

Outcome<Feed::Batch> Feed::changes(const Caller& caller, const desk::EngagementName& engagement, Position after,
                                   std::size_t limit) {
  auto entry = enter_engagement(caller, *engagements_, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, known] = *entry;
  // Read first: what is committed in between is either among the events or behind this position.
  const auto last = store_->last_position();
  if (!last) return failed(last.error());
  auto events = store_->events_after(engagement, after, limit);
  if (!events) return failed(events.error());

  Batch batch{.changes = {}, .read_until = after, .more = events->size() == limit};
  struct Known {
    std::uint64_t number = 0;
    std::optional<MembershipRecord> reading;  // nothing: the ticket does not exist for the caller
  };
  std::unordered_map<desk::TicketId, Known> tickets;  // a burst is often about one ticket
  for (const StoredEvent& stored : *events) {
    batch.read_until = stored.position;
    auto found = tickets.find(stored.ticket);
    if (found == tickets.end()) {
      const auto ticket = store_->ticket(engagement, stored.ticket);
      if (!ticket) return failed(ticket.error());
      Known fresh;
      if (*ticket) {
        fresh = {.number = (*ticket)->facts.number, .reading = reads_as(caller, *membership, **ticket, *known->policy)};
      }
      found = tickets.emplace(stored.ticket, fresh).first;
    }
    const bool hides = !found->second.reading && hides_ticket(stored.event, *membership, *known->policy);
    const bool visible = found->second.reading && may_see(*found->second.reading, stored.event);
    if (!hides && !visible) continue;
    batch.changes.push_back({.position = stored.position,
                             .ticket = stored.ticket,
                             .number = found->second.number,
                             .version = stored.version,
                             .kind = std::string(hides ? kTicketHidden : desk::name_of(stored.event.data)),
                             .at = stored.event.at,
                             .actor = stored.event.actor.display});
  }
  // Nothing more of this engagement up to there: events of others need not be walked again.
  if (!batch.more) batch.read_until = std::max(batch.read_until, *last);
  return batch;
}

}  // namespace tandem::app
