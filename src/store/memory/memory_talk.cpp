// What people are told, what requesters said, and the lives of tickets, as the store in memory answers it.
#include <ranges>

#include "store/memory/memory_transaction.h"

namespace tandem::store::memory {

bool is_in_sight(const desk::Ticket& ticket, const std::vector<desk::CategoryName>& hidden,
                 const std::string& except_requester) {
  if (std::ranges::find(hidden, ticket.facts.category) == hidden.end()) return true;
  return !except_requester.empty() && ticket.facts.requester.email == except_requester;
}

std::vector<app::RatingRow> StoredTicket::ratings() const {
  std::vector<app::RatingRow> rows;
  for (const app::StoredEvent& event : events) {
    const auto* rated = std::get_if<desk::ServiceRated>(&event.event.data);
    if (rated == nullptr) continue;
    rows.push_back({.ticket = ticket.id,
                    .number = ticket.facts.number,
                    .version = event.version,
                    .at = event.event.at,
                    .rated = *rated});
  }
  return rows;
}

bool MemoryStore::State::is_told(const app::NoticeRecord& notice, const app::NoticeQuery& query) const {
  if (notice.engagement != query.engagement) return false;
  if (std::ranges::find(query.readers, notice.notice.to) == query.readers.end()) return false;
  if (notice.ticket == app::kAgreementEvents) return !query.hides_agreement;
  const StoredTicket* ticket = find(notice.engagement, notice.ticket);
  return ticket != nullptr && is_in_sight(ticket->ticket, query.hidden_categories, query.hidden_except_requester);
}

base::Result<std::vector<app::NoticeRecord>> MemoryStore::notices(const app::NoticeQuery& query) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::NoticeRecord> found;
  for (const auto& [id, notice] : state_->notices | std::views::reverse) {
    if (found.size() == query.limit) break;
    if ((query.before > 0 && id >= query.before) || (query.unread_only && notice.read_at)) continue;
    if (state_->is_told(notice, query)) found.push_back(notice);
  }
  return found;
}

base::Result<std::vector<app::NoticeRecord>> MemoryStore::notices_of(const desk::EngagementName& engagement,
                                                                     desk::TicketId ticket, std::uint32_t version) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::NoticeRecord> found;
  for (const auto& [id, notice] : state_->notices) {
    if (notice.engagement == engagement && notice.ticket == ticket && notice.notice.version == version)
      found.push_back(notice);
  }
  return found;
}

base::Result<std::uint64_t> MemoryStore::count_unread(const app::NoticeQuery& query) {
  const std::scoped_lock lock(mutex_);
  return static_cast<std::uint64_t>(std::ranges::count_if(state_->notices, [&](const auto& entry) {
    return !entry.second.read_at && state_->is_told(entry.second, query);
  }));
}

base::Result<void> MemoryStore::Transaction::add_notices(const desk::EngagementName& engagement, desk::TicketId ticket,
                                                         base::Instant at, std::span<const desk::Notice> notices) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  if (ticket != app::kAgreementEvents && state_->find(engagement, ticket) == nullptr)
    return base::fail(base::ErrorCode::NotFound, "there is no such ticket");
  for (const desk::Notice& notice : notices) {
    assign(state_->last_notice, state_->last_notice + 1);
    set(state_->notices, state_->last_notice,
        app::NoticeRecord{.id = state_->last_notice,
                          .engagement = engagement,
                          .ticket = ticket,
                          .notice = notice,
                          .at = at,
                          .read_at = std::nullopt});
  }
  return {};
}

base::Result<void> MemoryStore::Transaction::read_notices(const desk::EngagementName& engagement,
                                                          std::span<const desk::Reader> readers, std::uint64_t first,
                                                          std::uint64_t last, base::Instant at) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  for (auto& [id, record] : state_->notices) {
    const bool is_theirs = std::ranges::find(readers, record.notice.to) != readers.end();
    if (record.engagement != engagement || !is_theirs || record.read_at || id < first || id > last) continue;
    assign(record.read_at, std::optional(at));
  }
  return {};
}

base::Result<std::vector<app::RatingRow>> MemoryStore::ratings(const app::RatingQuery& query) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::RatingRow> rows;
  const auto found = state_->engagements.find(query.engagement);
  if (found == state_->engagements.end()) return rows;
  for (const auto& [id, stored] : found->second.tickets) {
    if (!is_in_sight(stored.ticket, query.hidden_categories, {})) continue;
    std::ranges::copy_if(stored.ratings(), std::back_inserter(rows),
                         [&](const app::RatingRow& row) { return row.at >= query.from; });
  }
  std::ranges::sort(rows, {}, [](const app::RatingRow& row) { return std::tuple(row.at, row.number, row.version); });
  return rows;
}

base::Result<void> MemoryStore::lives(const app::LivesQuery& query, const app::TakeLife& take) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(query.engagement);
  if (found == state_->engagements.end()) return {};
  for (const auto& [id, stored] : found->second.tickets) {
    const desk::Ticket& ticket = stored.ticket;
    const bool lived =
        ticket.opened_at < query.between.to && (desk::is_open(ticket.state) || ticket.updated_at >= query.between.from);
    if (!lived || !is_in_sight(ticket, query.hidden_categories, {})) continue;
    std::vector<desk::Event> events;
    for (const app::StoredEvent& event : stored.events) events.push_back(event.event);
    if (!take(id, events)) return {};
  }
  return {};
}

}  // namespace tandem::store::memory
