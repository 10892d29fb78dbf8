#include "store/memory/memory_store.h"

#include "desk/change_findings.h"
#include "store/memory/memory_transaction.h"

namespace tandem::store::memory {

bool StoredEngagement::is_used(const desk::ContentHash& content) const {
  return std::ranges::any_of(tickets, [&](const auto& entry) {
    return std::ranges::any_of(entry.second.ticket.files,
                               [&](const desk::Attachment& one) { return !one.removed && one.file.hash == content; });
  });
}

const StoredTicket* MemoryStore::State::find(const desk::EngagementName& engagement, desk::TicketId id) const {
  const auto found = engagements.find(engagement);
  if (found == engagements.end()) return nullptr;
  const auto ticket = found->second.tickets.find(id);
  return ticket == found->second.tickets.end() ? nullptr : &ticket->second;
}

void count_open(app::Load& load, const desk::Ticket& ticket) {
  if (!desk::is_open(ticket.state)) return;
  const desk::Owner& owner = ticket.ownership.owner;
  ++load.open_by_team[owner.team];
  if (!owner.person.empty()) ++load.open_by_person[owner.person];
}

void count_no_more(app::Load& load, const desk::Ticket& ticket) {
  if (!desk::is_open(ticket.state)) return;
  const auto one_less = [](auto& open, const auto& name) {
    if (const auto found = open.find(name); found != open.end() && --found->second == 0) open.erase(found);
  };
  const desk::Owner& owner = ticket.ownership.owner;
  one_less(load.open_by_team, owner.team);
  if (!owner.person.empty()) one_less(load.open_by_person, owner.person);
}

app::Load StoredEngagement::load_of(std::span<const desk::CategoryName> categories) const {
  app::Load load;
  for (const auto& [id, stored] : tickets) {
    if (std::ranges::find(categories, stored.ticket.facts.category) != categories.end())
      count_open(load, stored.ticket);
  }
  return load;
}

app::Load MemoryStore::State::load(const desk::EngagementName& engagement) const {
  const auto found = engagements.find(engagement);
  return found == engagements.end() ? app::Load() : found->second.in_work;
}

std::vector<desk::ScheduledChange> MemoryStore::State::changes_of(const desk::EngagementName& engagement) const {
  std::vector<desk::ScheduledChange> changes;
  const auto found = engagements.find(engagement);
  if (found == engagements.end()) return changes;
  for (const auto& [id, stored] : found->second.tickets) {
    if (stored.ticket.change) changes.push_back(desk::scheduled_change(stored.ticket));
  }
  std::ranges::sort(changes, {}, [](const desk::ScheduledChange& one) { return std::pair(one.from, one.number); });
  return changes;
}

std::vector<desk::ScheduledChange> MemoryStore::State::live_changes_of(const desk::EngagementName& engagement) const {
  auto changes = changes_of(engagement);
  std::erase_if(changes, [](const desk::ScheduledChange& one) { return !desk::is_live(one.phase); });
  return changes;
}

MemoryStore::MemoryStore() : state_(std::make_unique<State>()) {}

MemoryStore::~MemoryStore() = default;

base::Result<void> MemoryStore::write(const Work& work) {
  std::vector<app::Change> changes;
  std::unique_lock<std::mutex> telling;
  {
    const std::scoped_lock lock(mutex_);
    Transaction transaction(*state_);
    try {
      if (auto done = work(transaction); !done) {
        transaction.roll_back();
        return done;
      }
    } catch (...) {
      transaction.roll_back();
      throw;
    }
    changes.assign(transaction.changes().begin(), transaction.changes().end());
    telling = std::unique_lock(telling_);  // before others may write: who commits first tells first
  }
  if (observer_ && !changes.empty()) observer_(changes);
  return {};
}

base::Result<std::optional<desk::Ticket>> MemoryStore::ticket(const desk::EngagementName& engagement,
                                                              desk::TicketId id) {
  const std::scoped_lock lock(mutex_);
  const StoredTicket* found = state_->find(engagement, id);
  return found == nullptr ? std::nullopt : std::optional(found->ticket);
}

base::Result<std::optional<desk::TicketId>> MemoryStore::find_number(const desk::EngagementName& engagement,
                                                                     std::uint64_t number) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return std::nullopt;
  const auto id = found->second.by_number.find(number);
  return id == found->second.by_number.end() ? std::nullopt : std::optional(id->second);
}

base::Result<std::vector<app::StoredEvent>> MemoryStore::history(const desk::EngagementName& engagement,
                                                                 desk::TicketId id) {
  const std::scoped_lock lock(mutex_);
  const StoredTicket* found = state_->find(engagement, id);
  return found == nullptr ? std::vector<app::StoredEvent>() : found->events;
}

base::Result<std::vector<desk::TicketId>> MemoryStore::open_tickets(const desk::EngagementName& engagement,
                                                                    std::optional<desk::TicketId> after,
                                                                    std::size_t limit) {
  const std::scoped_lock lock(mutex_);
  std::vector<desk::TicketId> open;
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return open;
  const auto& tickets = found->second.tickets;
  for (auto at = after ? tickets.upper_bound(*after) : tickets.begin(); at != tickets.end() && open.size() < limit;
       ++at) {
    if (desk::is_open(at->second.ticket.state)) open.push_back(at->first);
  }
  return open;
}

base::Result<app::Load> MemoryStore::load(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  return state_->load(engagement);
}

base::Result<std::vector<desk::ScheduledChange>> MemoryStore::live_changes(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  return state_->live_changes_of(engagement);
}

base::Result<std::vector<desk::ScheduledChange>> MemoryStore::changes(
    const desk::EngagementName& engagement, base::Interval between,
    std::span<const desk::CategoryName> hidden_categories) {
  const std::scoped_lock lock(mutex_);
  auto changes = state_->changes_of(engagement);
  std::erase_if(changes, [&](const desk::ScheduledChange& one) {
    const bool is_hidden = std::ranges::find(hidden_categories, one.category) != hidden_categories.end();
    return is_hidden || one.to <= between.from || one.from >= between.to;
  });
  return changes;
}

base::Result<app::Load> MemoryStore::load_of(const desk::EngagementName& engagement,
                                             std::span<const desk::CategoryName> categories) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  return found == state_->engagements.end() ? app::Load() : found->second.load_of(categories);
}

base::Result<std::vector<app::StoredEvent>> MemoryStore::events_after(const desk::EngagementName& engagement,
                                                                      app::Position after, std::size_t limit) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::StoredEvent> events;
  for (const auto& [name, stored] : state_->engagements) {
    if (!engagement.empty() && name != engagement) continue;
    for (const auto& [id, ticket] : stored.tickets) {
      std::ranges::copy_if(ticket.events, std::back_inserter(events),
                           [&](const app::StoredEvent& e) { return e.position > after; });
    }
  }
  std::ranges::sort(events, {}, &app::StoredEvent::position);
  if (events.size() > limit) events.erase(events.begin() + static_cast<std::ptrdiff_t>(limit), events.end());
  return events;
}

base::Result<app::Position> MemoryStore::last_position() {
  const std::scoped_lock lock(mutex_);
  return state_->last_position;
}

base::Result<std::vector<app::DueTicket>> MemoryStore::due_until(base::Instant until, std::size_t limit) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::DueTicket> due;
  for (const auto& [at, engagement, ticket] : state_->timers) {
    if (at > until || due.size() == limit) break;
    due.push_back({.engagement = engagement, .ticket = ticket, .at = at});
  }
  return due;
}

base::Result<std::optional<base::Instant>> MemoryStore::next_due() {
  const std::scoped_lock lock(mutex_);
  if (state_->timers.empty()) return std::nullopt;
  return std::get<base::Instant>(*state_->timers.begin());
}

base::Result<std::vector<app::StoredAgreementEvent>> MemoryStore::agreement_events(
    const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  return found == state_->engagements.end() ? std::vector<app::StoredAgreementEvent>() : found->second.life;
}

base::Result<std::optional<std::string>> MemoryStore::agreement_text(const desk::EngagementName& engagement,
                                                                     const desk::TextHash& hash) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return std::nullopt;
  const auto text = found->second.texts.find(hash);
  return text == found->second.texts.end() ? std::nullopt : std::optional(text->second);
}

base::Result<std::optional<std::string>> MemoryStore::content(const desk::EngagementName& engagement,
                                                              const desk::ContentHash& hash) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return std::nullopt;
  const auto content = found->second.contents.find(hash);
  return content == found->second.contents.end() ? std::nullopt : std::optional(content->second);
}

void MemoryStore::observe(std::function<void(std::span<const app::Change>)> observer) {
  observer_ = std::move(observer);
}

}  // namespace tandem::store::memory
