// Queues and searches, made from the tickets whenever somebody asks.
#include <ranges>

#include "store/memory/memory_state.h"

namespace tandem::store::memory {
namespace {

template <class T>
bool holds(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

// What only some kinds of work have: whether the ticket is of the query's.
bool matches_kind(const desk::Ticket& ticket, const app::QueueQuery& query) {
  if (!holds(query.kinds, ticket.facts.kind)) return false;
  if (!query.vendors.empty() && !(ticket.vendor_case && holds(query.vendors, ticket.vendor_case->vendor))) return false;
  if (!query.chase_by) return true;
  const auto chase = app::chase_of(ticket);
  return chase && *chase <= *query.chase_by;
}

bool matches_major(const StoredEngagement& stored, const desk::Ticket& ticket, const app::QueueQuery& query) {
  if (query.major == app::MajorWork::Any || app::major_since(ticket)) return true;
  if (query.major == app::MajorWork::Declared) return false;
  const auto whole = app::parent_of(ticket);
  const auto found = whole ? stored.tickets.find(*whole) : stored.tickets.end();
  return found != stored.tickets.end() && app::major_since(found->second.ticket) &&
         is_in_sight(found->second.ticket, query.hidden_categories, {});
}

bool matches_filters(const desk::Ticket& ticket, const app::QueueQuery& query) {
  const desk::Owner& owner = ticket.ownership.owner;
  const auto is_wanted_team = [&](const desk::TeamName& team) {
    return std::ranges::find(query.teams, team) != query.teams.end();
  };
  if (!query.teams.empty() && !is_wanted_team(owner.team) &&
      !(ticket.handoff && is_wanted_team(ticket.handoff->offer.to_team)))
    return false;
  if (!query.person.empty() && owner.person != query.person &&
      !(ticket.handoff && ticket.handoff->offer.to_person == query.person))
    return false;
  if (query.number && ticket.facts.number != *query.number) return false;
  const auto has_tag = [&](const std::string& tag) { return std::ranges::find(ticket.tags, tag) != ticket.tags.end(); };
  if (!query.tags.empty() && std::ranges::none_of(query.tags, has_tag)) return false;
  if (!query.watcher.empty() && std::ranges::find(ticket.watchers, query.watcher) == ticket.watchers.end())
    return false;
  if (query.vip_only && !ticket.facts.requester.vip) return false;
  if (query.unanswered_only && !app::unanswered_of(ticket)) return false;
  if (!is_in_sight(ticket, query.hidden_categories, query.hidden_except_requester)) return false;
  return holds(query.states, ticket.state) && holds(query.priorities, ticket.facts.priority) &&
         holds(query.categories, ticket.facts.category) && holds(query.parties, owner.party) &&
         (query.requester_email.empty() || ticket.facts.requester.email == query.requester_email);
}

bool has_word(const std::string& column, const std::string& wanted, bool prefix) {
  for (const auto part : std::views::split(column, ' ')) {
    const std::string_view word(part.begin(), part.end());
    if (prefix ? word.starts_with(wanted) : word == wanted) return true;
  }
  return false;
}

// Smaller comes first.
auto key_of(const app::QueueCursor& at) {
  const auto newest_first = std::numeric_limits<std::uint64_t>::max() - at.number;
  switch (at.order) {
    case app::QueueOrder::Urgency: return std::tuple<std::int64_t, std::uint64_t>(at.priority_rank, newest_first);
    case app::QueueOrder::Newest: return std::tuple<std::int64_t, std::uint64_t>(0, newest_first);
    case app::QueueOrder::Updated: return std::tuple<std::int64_t, std::uint64_t>(-at.updated_us, newest_first);
  }
  return std::tuple<std::int64_t, std::uint64_t>();
}

}  // namespace

bool matches_search(const app::SearchText& text, const app::QueueQuery& query) {
  const auto words = app::search_words(query.search, app::kMaxQueryWords);
  if (words.empty()) return query.search.empty();
  if (query.known_errors && !has_word(text.internal, std::string(app::kKnownErrorWord), false)) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool prefix = i + 1 == words.size();
    bool found = has_word(text.shared, words[i], prefix);
    if (!query.search_team_notes_only_public) {
      found = found || has_word(text.internal, words[i], prefix);
      for (const desk::TeamName& team : query.search_teams)
        found = found || has_word(text.team, app::team_word(team, words[i]), prefix);
    }
    if (!found) return false;
  }
  return true;
}

base::Result<app::QueuePage> MemoryStore::queue(const app::QueueQuery& query) {
  const auto order = app::effective_order(query);
  std::optional<app::QueueCursor> after;
  if (!query.after.empty()) {
    TANDEM_TRY(after, app::parse_cursor(query.after, order));
  }
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(query.engagement);
  app::QueuePage page;
  if (found == state_->engagements.end()) return page;
  for (const auto& [id, stored] : found->second.tickets) {
    if (!matches_filters(stored.ticket, query) || !matches_search(stored.words, query)) continue;
    if (!matches_kind(stored.ticket, query) || !matches_major(found->second, stored.ticket, query)) continue;
    app::QueueRow row = app::queue_row(stored.ticket, stored.priority_rank);
    if (after && key_of(app::cursor_behind(row, order)) <= key_of(*after)) continue;
    page.rows.push_back(std::move(row));
  }
  std::ranges::sort(page.rows, {}, [&](const app::QueueRow& row) { return key_of(app::cursor_behind(row, order)); });
  if (page.rows.size() > query.limit) {
    page.rows.erase(page.rows.begin() + static_cast<std::ptrdiff_t>(query.limit), page.rows.end());
    page.next = app::to_text(app::cursor_behind(page.rows.back(), order));
  }
  return page;
}

}  // namespace tandem::store::memory
