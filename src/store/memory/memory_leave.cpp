// Leave, where it comes from, and the keys of calendars.
#include "store/memory/memory_transaction.h"

namespace tandem::store::memory {
namespace {

std::unexpected<base::Error> no_feed() {
  return base::fail(base::ErrorCode::NotFound, "there is no such feed");
}

}  // namespace

std::vector<app::LeaveRecord> MemoryStore::State::leave_of(const desk::EngagementName& engagement,
                                                           app::LeaveHistory history) const {
  std::vector<app::LeaveRecord> found;
  for (const auto& [id, record] : leave) {
    if (record.engagement != engagement) continue;
    if (history == app::LeaveHistory::Whole || !record.removed) found.push_back(record);
  }
  return found;
}

std::vector<app::LeaveFeedRecord> MemoryStore::State::feeds_of(const desk::EngagementName& engagement) const {
  std::vector<app::LeaveFeedRecord> found;
  for (const auto& [id, feed] : leave_feeds) {
    if (feed.engagement == engagement) found.push_back(feed);
  }
  return found;
}

base::Result<std::vector<app::LeaveRecord>> MemoryStore::leave(const desk::EngagementName& engagement,
                                                               app::LeaveHistory history) {
  const std::scoped_lock lock(mutex_);
  return state_->leave_of(engagement, history);
}

base::Result<std::vector<app::LeaveRecord>> MemoryStore::leave_to_cover(const desk::EngagementName& engagement,
                                                                        std::string_view since) {
  const std::scoped_lock lock(mutex_);
  auto found = state_->leave_of(engagement, app::LeaveHistory::Whole);
  std::erase_if(found, [&](const app::LeaveRecord& leave) {
    const StoredTicket* task = leave.cover ? state_->find(engagement, *leave.cover) : nullptr;
    const bool is_ahead = !leave.removed && leave.to >= since;
    return !is_ahead && !(task != nullptr && desk::is_open(task->ticket.state));
  });
  return found;
}

base::Result<std::uint64_t> MemoryStore::leave_changes() {
  const std::scoped_lock lock(mutex_);
  std::uint64_t count = state_->leave.size();
  for (const auto& [id, leave] : state_->leave) count += leave.removed ? 1U : 0U;
  return count;
}

base::Result<std::vector<app::LeaveFeedRecord>> MemoryStore::leave_feeds(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  return state_->feeds_of(engagement);
}

base::Result<std::optional<app::CalendarKeyRecord>> MemoryStore::calendar_key(const app::SecretHash& secret) {
  const std::scoped_lock lock(mutex_);
  for (const auto& [id, key] : state_->calendar_keys) {
    if (key.secret == secret) return key;
  }
  return std::nullopt;
}

base::Result<std::vector<app::CalendarKeyRecord>> MemoryStore::calendar_keys(app::AccountId account) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::CalendarKeyRecord> keys;
  for (const auto& [id, key] : state_->calendar_keys) {
    if (key.account == account) keys.push_back(key);
  }
  return keys;
}

base::Result<std::vector<app::LeaveRecord>> MemoryStore::Transaction::leave(const desk::EngagementName& engagement,
                                                                            app::LeaveHistory history) {
  return state_->leave_of(engagement, history);
}

base::Result<std::optional<app::LeaveRecord>> MemoryStore::Transaction::find_leave(
    const desk::EngagementName& engagement, app::LeaveId leave) {
  const auto found = state_->leave.find(leave);
  const bool is_there = found != state_->leave.end() && found->second.engagement == engagement;
  return is_there ? std::optional(found->second) : std::nullopt;
}

base::Result<void> MemoryStore::Transaction::add_leave(const app::LeaveRecord& leave) {
  if (!state_->engagements.contains(leave.engagement)) return no_engagement(leave.engagement);
  if (leave.feed) {
    const auto feed = state_->leave_feeds.find(leave.feed->feed);
    if (feed == state_->leave_feeds.end() || feed->second.engagement != leave.engagement) return no_feed();
  }
  if (state_->leave.contains(leave.id)) return base::fail(base::ErrorCode::Conflict, "there is already such a leave");
  set(state_->leave, leave.id, leave);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_leave(const desk::EngagementName& engagement, app::LeaveId leave,
                                                          const app::Signature& removed) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  const auto found = state_->leave.find(leave);
  if (found == state_->leave.end() || found->second.engagement != engagement)
    return base::fail(base::ErrorCode::NotFound, "there is no such leave");
  if (found->second.removed) return base::fail(base::ErrorCode::Conflict, "the leave is removed already");
  assign(found->second.removed, std::optional(removed));
  return {};
}

base::Result<void> MemoryStore::Transaction::set_leave_cover(const desk::EngagementName& engagement, app::LeaveId leave,
                                                             desk::TicketId cover) {
  const auto found = state_->leave.find(leave);
  if (found == state_->leave.end() || found->second.engagement != engagement)
    return base::fail(base::ErrorCode::NotFound, "there is no such leave");
  if (state_->find(engagement, cover) == nullptr)
    return base::fail(base::ErrorCode::NotFound, "there is no such ticket");
  if (found->second.cover) return base::fail(base::ErrorCode::Conflict, "the leave has a task for its cover already");
  app::LeaveRecord with_cover = found->second;
  with_cover.cover = cover;
  set(state_->leave, leave, std::move(with_cover));
  return {};
}

base::Result<void> MemoryStore::Transaction::add_leave_feed(const app::LeaveFeedRecord& feed) {
  if (!state_->engagements.contains(feed.engagement)) return no_engagement(feed.engagement);
  if (state_->leave_feeds.contains(feed.id))
    return base::fail(base::ErrorCode::Conflict, "there is already such a feed");
  set(state_->leave_feeds, feed.id, feed);
  return {};
}

base::Result<void> MemoryStore::Transaction::update_leave_feed(const app::LeaveFeedRecord& feed) {
  if (!state_->engagements.contains(feed.engagement)) return no_engagement(feed.engagement);
  const auto found = state_->leave_feeds.find(feed.id);
  if (found == state_->leave_feeds.end() || found->second.engagement != feed.engagement) return no_feed();
  app::LeaveFeedRecord next = found->second;
  next.removed = feed.removed;
  next.fetched_at = feed.fetched_at;
  next.etag = feed.etag;
  next.last_modified = feed.last_modified;
  next.error = feed.error;
  next.error_since = feed.error_since;
  assign(found->second, std::move(next));
  return {};
}

base::Result<std::vector<app::LeaveFeedRecord>> MemoryStore::Transaction::leave_feeds(
    const desk::EngagementName& engagement) {
  return state_->feeds_of(engagement);
}

base::Result<void> MemoryStore::Transaction::add_calendar_key(const app::CalendarKeyRecord& key) {
  if (!state_->accounts.contains(key.account)) return no_account();
  if (!state_->engagements.contains(key.engagement)) return no_engagement(key.engagement);
  for (const auto& [id, other] : state_->calendar_keys) {
    if (id == key.id || other.secret == key.secret)
      return base::fail(base::ErrorCode::Conflict, "there is already such a calendar key");
  }
  set(state_->calendar_keys, key.id, key);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_calendar_key(app::CalendarKeyId key) {
  set(state_->calendar_keys, key, std::nullopt);
  return {};
}

}  // namespace tandem::store::memory
