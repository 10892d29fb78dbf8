// Writing tickets, the life of the agreement, and what is remembered of answers.
#include "store/memory/memory_transaction.h"

#include "record/agreement_record.h"
#include "record/event_record.h"

namespace tandem::store::memory {

std::unexpected<base::Error> no_engagement(const desk::EngagementName& name) {
  return base::fail(base::ErrorCode::NotFound, fmt::format("there is no engagement `{}`", name.text()));
}

std::unexpected<base::Error> no_account() {
  return base::fail(base::ErrorCode::NotFound, "there is no such account");
}

void MemoryStore::Transaction::insert(std::set<State::Timer>& timers, const State::Timer& timer) {
  if (timers.insert(timer).second) undo_.push_back([&timers, timer] { timers.erase(timer); });
}

void MemoryStore::Transaction::remove(std::set<State::Timer>& timers, const State::Timer& timer) {
  if (timers.erase(timer) > 0) undo_.push_back([&timers, timer] { timers.insert(timer); });
}

void MemoryStore::Transaction::roll_back() {
  for (const auto& step : undo_ | std::views::reverse) step();
  undo_.clear();
  changes_.clear();
}

base::Result<std::optional<desk::Ticket>> MemoryStore::Transaction::ticket(const desk::EngagementName& engagement,
                                                                           desk::TicketId id) {
  const StoredTicket* found = state_->find(engagement, id);
  return found == nullptr ? std::nullopt : std::optional(found->ticket);
}

base::Result<std::uint64_t> MemoryStore::Transaction::next_number(const desk::EngagementName& engagement) {
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return no_engagement(engagement);
  const auto& taken = found->second.by_number;
  std::uint64_t& given = numbers_given_[engagement];
  given = std::max(given, taken.empty() ? 0 : taken.rbegin()->first) + 1;
  return given;
}

base::Result<app::Load> MemoryStore::Transaction::load(const desk::EngagementName& engagement) {
  return state_->load(engagement);
}

base::Result<std::vector<desk::ScheduledChange>> MemoryStore::Transaction::live_changes(
    const desk::EngagementName& engagement) {
  return state_->live_changes_of(engagement);
}

base::Result<std::optional<desk::TicketId>> MemoryStore::Transaction::find_external(
    const desk::EngagementName& engagement, const desk::ExternalKey& key) {
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return std::nullopt;
  const auto entry = found->second.by_external_key.find({key.system, key.key});
  return entry == found->second.by_external_key.end() ? std::nullopt : std::optional(entry->second);
}

// Its events and words are added behind those that are there, and are taken away with the rest when it is undone.
StoredTicket& MemoryStore::Transaction::put(StoredEngagement& stored, const desk::Ticket& ticket,
                                            std::uint32_t priority_rank) {
  const auto known = stored.tickets.find(ticket.id);
  count_open(stored.in_work, ticket);
  if (known == stored.tickets.end()) {
    StoredTicket made{.ticket = ticket, .priority_rank = priority_rank, .words = {}, .events = {}};
    undo_.push_back([&stored, id = ticket.id] {
      count_no_more(stored.in_work, stored.tickets.at(id).ticket);
      stored.tickets.erase(id);
    });
    return stored.tickets.emplace(ticket.id, std::move(made)).first->second;
  }
  StoredTicket& place = known->second;
  count_no_more(stored.in_work, place.ticket);
  undo_.push_back([&stored, &place, before = std::exchange(place.ticket, ticket), rank = place.priority_rank,
                   words = place.words, events = static_cast<std::ptrdiff_t>(place.events.size())] {
    count_no_more(stored.in_work, place.ticket);
    count_open(stored.in_work, before);
    place.ticket = before;
    place.priority_rank = rank;
    place.words = words;
    place.events.erase(place.events.begin() + events, place.events.end());
  });
  place.priority_rank = priority_rank;
  return place;
}

base::Result<app::Position> MemoryStore::Transaction::append(const desk::EngagementName& engagement,
                                                             const desk::Ticket& after, std::uint32_t priority_rank,
                                                             std::span<const desk::Event> events) {
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return no_engagement(engagement);
  StoredEngagement& stored = found->second;
  const auto known = stored.tickets.find(after.id);
  const std::uint32_t version = known == stored.tickets.end() ? 0 : known->second.ticket.version;
  if (version + events.size() != after.version) {
    return base::fail(base::ErrorCode::Conflict,
                      fmt::format("ticket {} has moved on: it is at version {}", after.id.text(), version));
  }
  const auto same_number = stored.by_number.find(after.facts.number);
  if (version == 0 && same_number != stored.by_number.end()) {
    return base::fail(base::ErrorCode::Conflict, fmt::format("number {} is taken", after.facts.number));
  }
  if (version == 0 && after.facts.external) {
    const std::pair key{after.facts.external->system, after.facts.external->key};
    if (stored.by_external_key.contains(key)) {
      return base::fail(base::ErrorCode::Conflict, fmt::format("{} {} is here already", key.first, key.second));
    }
    set(stored.by_external_key, key, after.id);
  }
  if (version == 0) set(stored.by_number, after.facts.number, after.id);

  StoredTicket& place = put(stored, after, priority_rank);
  std::uint32_t at_version = version;
  for (const desk::Event& event : events) {
    assign(state_->last_position, state_->last_position + 1);
    place.events.push_back({.position = state_->last_position,
                            .engagement = engagement,
                            .ticket = after.id,
                            .version = ++at_version,
                            .event = event});
    undo_.push_back([&stored] { stored.leaves.pop_back(); });
    stored.add_leaf(state_->last_position,
                    {.ticket = after.id, .version = at_version, .record = record::encode(event)});
    add_words(place.words, event);
    changes_.push_back({.position = state_->last_position, .engagement = engagement, .ticket = after.id});
  }
  for (const desk::Event& event : events) {
    const auto* removed = std::get_if<desk::FileRemoved>(&event.data);
    if (removed == nullptr) continue;
    const desk::ContentHash& hash = after.files.at(removed->file - 1).file.hash;
    if (!stored.is_used(hash)) set(stored.contents, hash, std::nullopt);
  }
  return state_->last_position;
}

base::Result<std::vector<app::StoredAgreementEvent>> MemoryStore::Transaction::agreement_events(
    const desk::EngagementName& engagement) {
  const auto found = state_->engagements.find(engagement);
  return found == state_->engagements.end() ? std::vector<app::StoredAgreementEvent>() : found->second.life;
}

base::Result<app::Position> MemoryStore::Transaction::append_agreement(const desk::EngagementName& engagement,
                                                                       std::uint32_t known,
                                                                       std::span<const desk::AgreementEvent> events) {
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return no_engagement(engagement);
  StoredEngagement& stored = found->second;
  if (stored.life.size() != known)
    return base::fail(base::ErrorCode::Conflict,
                      fmt::format("the agreement has moved on: {} things have happened to it", stored.life.size()));
  std::uint32_t version = known;
  for (const desk::AgreementEvent& event : events) {
    assign(state_->last_position, state_->last_position + 1);
    const app::Position position = state_->last_position;
    stored.life.push_back({.position = position, .version = ++version, .event = event});
    stored.add_leaf(position, {.ticket = app::kAgreementEvents, .version = version, .record = record::encode(event)});
    undo_.push_back([&stored] {
      stored.life.pop_back();
      stored.leaves.pop_back();
    });
    changes_.push_back({.position = position, .engagement = engagement, .ticket = app::kAgreementEvents});
  }
  return state_->last_position;
}

base::Result<void> MemoryStore::Transaction::keep_agreement_text(const desk::EngagementName& engagement,
                                                                 const desk::TextHash& hash, std::string_view text) {
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return no_engagement(engagement);
  set(found->second.texts, hash, std::string(text));
  return {};
}

base::Result<void> MemoryStore::Transaction::keep_content(const desk::EngagementName& engagement,
                                                          const desk::ContentHash& hash, std::string_view content) {
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return no_engagement(engagement);
  set(found->second.contents, hash, std::string(content));
  return {};
}

base::Result<void> MemoryStore::Transaction::set_due(const desk::EngagementName& engagement, desk::TicketId id,
                                                     std::optional<base::Instant> due) {
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return no_engagement(engagement);
  std::map<desk::TicketId, base::Instant>& dues = found->second.due;
  const auto before = dues.find(id);
  const auto timer = [&](base::Instant at) { return State::Timer{at, engagement, id}; };
  if (before != dues.end()) remove(state_->timers, timer(before->second));
  if (due) insert(state_->timers, timer(*due));
  set(dues, id, due);
  return {};
}

base::Result<std::optional<app::RememberedAnswer>> MemoryStore::Transaction::remembered(app::AccountId account,
                                                                                        std::string_view key) {
  const auto found = state_->remembered.find({account, std::string(key)});
  return found == state_->remembered.end() ? std::nullopt : std::optional(found->second);
}

base::Result<void> MemoryStore::Transaction::remember(app::AccountId account, std::string_view key,
                                                      const app::RememberedAnswer& answer) {
  if (!state_->engagements.contains(answer.engagement)) return no_engagement(answer.engagement);
  set(state_->remembered, {account, std::string(key)}, answer);
  return {};
}

base::Result<void> MemoryStore::Transaction::forget_expired(base::Instant now) {
  const auto sessions = state_->sessions;
  for (const auto& [secret, session] : sessions) {
    if (session.expires_at <= now) set(state_->sessions, secret, std::nullopt);
  }
  const auto remembered = state_->remembered;
  for (const auto& [key, answer] : remembered) {
    if (answer.at + app::kRememberAnswersFor <= now) set(state_->remembered, key, std::nullopt);
  }
  const auto notices = state_->notices;
  for (const auto& [id, notice] : notices) {
    if (notice.at + app::kKeepNoticesFor <= now) set(state_->notices, id, std::nullopt);
  }
  return {};
}

}  // namespace tandem::store::memory
