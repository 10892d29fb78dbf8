// The log of decisions, made from the tickets whenever somebody asks.
#include "store/memory/memory_state.h"

namespace tandem::store::memory {
namespace {

template <class T>
bool holds(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

bool matches_filters(const app::DecisionRow& row, const app::DecisionQuery& query) {
  const base::Instant moment = app::moment_of(row);
  if (query.from && moment < *query.from) return false;
  if (query.to && moment >= *query.to) return false;
  if (query.lapses_before && (!row.lapses_at || *row.lapses_at >= *query.lapses_before)) return false;
  if (query.order == app::DecisionOrder::Lapse && !row.lapses_at) return false;
  if (query.holds == app::DecisionHolds::Risk && row.risk.empty()) return false;
  if (query.holds == app::DecisionHolds::Exception && row.exempt_from.empty()) return false;
  return holds(query.kinds, row.kind) && holds(query.standings, row.standing) &&
         (query.decider.empty() || row.decider == query.decider) && (query.owner.empty() || row.owner == query.owner);
}

// Smaller comes first.
std::tuple<std::int64_t, std::uint64_t> key_of(const app::DecisionCursor& at) {
  const auto newest_first = std::numeric_limits<std::uint64_t>::max() - at.number;
  return {at.order == app::DecisionOrder::Lapse ? at.lapses_us : 0, newest_first};
}
}  // namespace

base::Result<app::DecisionPage> MemoryStore::decisions(const app::DecisionQuery& query) {
  std::optional<app::DecisionCursor> after;
  if (!query.after.empty()) {
    TANDEM_TRY(after, app::parse_cursor(query.after, query.order));
  }
  app::QueueQuery words;
  words.search = query.search;
  words.search_teams = query.search_teams;
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(query.engagement);
  app::DecisionPage page;
  if (found == state_->engagements.end()) return page;
  for (const auto& [id, stored] : found->second.tickets) {
    auto row = app::decision_row(stored.ticket);
    if (!row || !is_in_sight(stored.ticket, query.hidden_categories, {})) continue;
    if (!matches_filters(*row, query) || !matches_search(stored.words, words)) continue;
    if (after && key_of(app::cursor_behind(*row, query.order)) <= key_of(*after)) continue;
    page.rows.push_back(*std::move(row));
  }
  const auto key = [&](const app::DecisionRow& row) { return key_of(app::cursor_behind(row, query.order)); };
  std::ranges::sort(page.rows, {}, key);
  if (page.rows.size() > query.limit) {
    page.rows.erase(page.rows.begin() + static_cast<std::ptrdiff_t>(query.limit), page.rows.end());
    page.next = app::to_text(app::cursor_behind(page.rows.back(), query.order));
  }
  return page;
}

}  // namespace tandem::store::memory
