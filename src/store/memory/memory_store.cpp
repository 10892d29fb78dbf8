#include "store/memory/memory_store.h"

#include "desk/change_findings.h"
#include "desk/evolve.h"
#include "ledger/leaf.h"
#include "record/agreement_record.h"
#include "record/event_record.h"
#include "store/memory/memory_transaction.h"

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

namespace {

app::RecordedEvent recorded(const app::StoredEvent& event) {
  return {.ticket = event.ticket, .version = event.version, .record = record::encode(event.event)};
}
app::RecordedEvent recorded(const app::StoredAgreementEvent& event) {
  return {.ticket = app::kAgreementEvents, .version = event.version, .record = record::encode(event.event)};
}

}  // namespace

bool StoredEngagement::is_used(const desk::ContentHash& content) const {
  return std::ranges::any_of(tickets, [&](const auto& entry) {
    return std::ranges::any_of(entry.second.ticket.files,
                               [&](const desk::Attachment& one) { return !one.removed && one.file.hash == content; });
  });
}

void StoredEngagement::add_leaf(app::Position position, app::RecordedEvent event) {
  const std::uint64_t size = leaves.size();
  ledger::Frontier tail(size, nodes(ledger::subtrees_of(size)).value());
  auto hashes = tail.append(ledger::leaf_hash({.engagement = record.name.text(),
                                               .ticket = event.ticket.text(),
                                               .version = event.version,
                                               .record = event.record}));
  leaves.push_back({.leaf = size, .position = position, .hashes = std::move(hashes), .event = std::move(event)});
}

base::Result<void> StoredEngagement::make_ledger() {
  std::map<app::Position, app::RecordedEvent> events;
  for (const auto& [id, ticket] : tickets) {
    for (const app::StoredEvent& event : ticket.events) events.emplace(event.position, recorded(event));
  }
  for (const app::StoredAgreementEvent& event : life) events.emplace(event.position, recorded(event));
  const std::vector<app::LedgerRow> before = std::exchange(leaves, {});
  for (auto& [position, event] : events) add_leaf(position, std::move(event));
  if (std::ranges::equal(before, leaves, {}, &app::LedgerRow::hashes, &app::LedgerRow::hashes)) return {};
  return base::fail(base::ErrorCode::Corrupt, "the ledger says something else than the events");
}

base::Result<std::vector<ledger::Hash>> StoredEngagement::nodes(std::span<const ledger::NodeAt> wanted) const {
  std::vector<ledger::Hash> hashes;
  for (const ledger::NodeAt node : wanted) {
    if (ledger::last_leaf(node) >= leaves.size())
      return base::fail(base::ErrorCode::Corrupt, fmt::format("there is no leaf {}", ledger::last_leaf(node)));
    hashes.push_back(leaves[ledger::last_leaf(node)].hashes.at(node.level));
  }
  return hashes;
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

template <class Wanted>
std::vector<desk::ScheduledChange> MemoryStore::State::changes_of(const desk::EngagementName& engagement,
                                                                  Wanted wanted) const {
  std::vector<desk::ScheduledChange> changes;
  const auto found = engagements.find(engagement);
  if (found == engagements.end()) return changes;
  for (const auto& [id, stored] : found->second.tickets) {
    if (!stored.ticket.change) continue;
    if (auto change = desk::scheduled_change(stored.ticket); wanted(change)) changes.push_back(std::move(change));
  }
  std::ranges::sort(changes, {}, [](const desk::ScheduledChange& one) { return std::pair(one.from, one.number); });
  return changes;
}

std::vector<desk::ScheduledChange> MemoryStore::State::live_changes_of(const desk::EngagementName& engagement) const {
  return changes_of(engagement, [](const desk::ScheduledChange& one) { return desk::is_live(one.phase); });
}

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

base::Result<std::vector<desk::ScheduledChange>> MemoryStore::changes(const desk::EngagementName& engagement,
                                                                      base::Interval between) {
  const std::scoped_lock lock(mutex_);
  return state_->changes_of(
      engagement, [&](const desk::ScheduledChange& one) { return one.to > between.from && one.from < between.to; });
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

base::Result<std::vector<app::EngagementRecord>> MemoryStore::engagements() {
  const std::scoped_lock lock(mutex_);
  std::vector<app::EngagementRecord> records;
  for (const auto& [name, stored] : state_->engagements) records.push_back(stored.record);
  return records;
}

base::Result<std::vector<app::AgreementVersion>> MemoryStore::agreements(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return std::vector<app::AgreementVersion>();
  std::vector<app::AgreementVersion> all = found->second.earlier;
  all.push_back(found->second.record.agreement);
  return all;
}

base::Result<std::optional<app::AccountRecord>> MemoryStore::account(app::AccountId id) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->accounts.find(id);
  return found == state_->accounts.end() ? std::nullopt : std::optional(found->second);
}

base::Result<std::optional<app::AccountRecord>> MemoryStore::find_account(std::string_view email) {
  const std::scoped_lock lock(mutex_);
  for (const auto& [id, account] : state_->accounts) {
    if (account.email == email) return account;
  }
  return std::nullopt;
}

base::Result<std::vector<app::MembershipRecord>> MemoryStore::memberships(app::AccountId account) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::MembershipRecord> memberships;
  for (const auto& [key, membership] : state_->memberships) {
    if (key.first == account) memberships.push_back(membership);
  }
  return memberships;
}

base::Result<std::vector<app::MembershipRecord>> MemoryStore::members(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::MembershipRecord> memberships;
  for (const auto& [key, membership] : state_->memberships) {
    if (key.second == engagement) memberships.push_back(membership);
  }
  return memberships;
}

base::Result<std::optional<app::SessionRecord>> MemoryStore::session(const app::SecretHash& secret) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->sessions.find(secret);
  return found == state_->sessions.end() ? std::nullopt : std::optional(found->second);
}

base::Result<std::optional<app::TokenRecord>> MemoryStore::token(const app::SecretHash& secret) {
  const std::scoped_lock lock(mutex_);
  for (const auto& [id, token] : state_->tokens) {
    if (token.secret == secret) return token;
  }
  return std::nullopt;
}

base::Result<std::vector<app::TokenRecord>> MemoryStore::tokens(app::AccountId account) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::TokenRecord> tokens;
  for (const auto& [id, token] : state_->tokens) {
    if (token.account == account) tokens.push_back(token);
  }
  return tokens;
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

base::Result<std::uint64_t> MemoryStore::ledger_size(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  return found == state_->engagements.end() ? 0 : found->second.leaves.size();
}

base::Result<std::vector<ledger::Hash>> MemoryStore::ledger_nodes(const desk::EngagementName& engagement,
                                                                  std::span<const ledger::NodeAt> nodes) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  return found == state_->engagements.end() ? StoredEngagement().nodes(nodes) : found->second.nodes(nodes);
}

base::Result<std::optional<app::LedgerRow>> MemoryStore::ledger_leaf(const desk::EngagementName& engagement,
                                                                     desk::TicketId ticket, std::uint32_t version) {
  TANDEM_TRY(const auto rows, ledger_rows(engagement, 0, std::numeric_limits<std::size_t>::max()));
  for (const app::LedgerRow& row : rows) {
    if (row.event->ticket == ticket && row.event->version == version) return row;
  }
  return std::nullopt;
}

base::Result<std::vector<app::LedgerRow>> MemoryStore::ledger_rows(const desk::EngagementName& engagement,
                                                                   std::uint64_t from, std::size_t limit) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::LedgerRow> rows;
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return rows;
  const auto& all = found->second.leaves;
  for (std::uint64_t leaf = from; leaf < all.size() && rows.size() < limit; ++leaf) rows.push_back(all[leaf]);
  return rows;
}

// Every event gets its leaf where it is added.
base::Result<std::vector<app::StrayEvent>> MemoryStore::events_outside_ledger(const desk::EngagementName&,
                                                                              std::size_t) {
  return std::vector<app::StrayEvent>();
}

void MemoryStore::observe(std::function<void(std::span<const app::Change>)> observer) {
  observer_ = std::move(observer);
}

base::Result<std::uint64_t> MemoryStore::rebuild() {
  const std::scoped_lock lock(mutex_);
  std::uint64_t count = 0;
  for (auto& [name, stored] : state_->engagements) {
    stored.by_number.clear();
    stored.by_external_key.clear();
    stored.in_work = {};
    for (auto& [id, ticket] : stored.tickets) {
      std::vector<desk::Event> events;
      ticket.words = {};
      for (const app::StoredEvent& event : ticket.events) {
        events.push_back(event.event);
        add_words(ticket.words, event.event);
        ++count;
      }
      TANDEM_TRY(ticket.ticket, desk::replay(id, events));
      stored.by_number.emplace(ticket.ticket.facts.number, id);
      count_open(stored.in_work, ticket.ticket);
      if (const auto& external = ticket.ticket.facts.external)
        stored.by_external_key.emplace(std::pair(external->system, external->key), id);
    }
    count += stored.life.size();
    TANDEM_TRY_DONE(stored.make_ledger());
  }
  return count;
}

base::Result<std::string> MemoryStore::dump_read_tables() {
  const std::scoped_lock lock(mutex_);
  std::string dump;
  for (const auto& [name, stored] : state_->engagements) {
    for (const auto& [number, id] : stored.by_number) {
      const StoredTicket& ticket = stored.tickets.at(id);
      dump += app::dump_line(name, app::queue_row(ticket.ticket, ticket.priority_rank));
      dump += fmt::format("{}|{}|words|{}|{}|{}\n", name.text(), number, ticket.words.shared, ticket.words.internal,
                          ticket.words.team);
      if (const auto decision = app::decision_row(ticket.ticket)) dump += app::dump_line(name, *decision);
    }
    for (const auto& [key, id] : stored.by_external_key)
      dump += fmt::format("{}|external|{}|{}|{}\n", name.text(), key.first, key.second, id.text());
    for (const auto& [number, id] : stored.by_number) {
      for (const desk::Attachment& one : stored.tickets.at(id).ticket.files) {
        if (!one.removed) dump += app::dump_line(name, number, one.file.file, one.file.hash);
      }
    }
    for (const desk::ScheduledChange& change : state_->changes_of(name, [](const auto&) { return true; }))
      dump += app::dump_line(name, change);
    for (const auto& [team, open] : stored.in_work.open_by_team)
      dump += fmt::format("{}|load|team|{}|{}\n", name.text(), team.text(), open);
    for (const auto& [person, open] : stored.in_work.open_by_person)
      dump += fmt::format("{}|load|person|{}|{}\n", name.text(), person.text(), open);
    std::vector<app::RatingRow> ratings;
    for (const auto& [id, ticket] : stored.tickets) std::ranges::copy(ticket.ratings(), std::back_inserter(ratings));
    std::ranges::sort(ratings, {},
                      [](const app::RatingRow& row) { return std::tuple(row.at, row.number, row.version); });
    for (const app::RatingRow& rating : ratings) dump += app::dump_line(name, rating);
    for (const auto& [id, notice] : state_->notices) {
      if (notice.engagement == name) dump += app::dump_line(notice);
    }
    if (const std::uint64_t size = stored.leaves.size(); size > 0) {
      const auto reader = [&](std::span<const ledger::NodeAt> nodes) { return stored.nodes(nodes); };
      TANDEM_TRY(const auto root, ledger::root_at(size, reader));
      dump += fmt::format("{}|ledger|{}|{}\n", name.text(), size, ledger::to_text(root));
    }
  }
  return dump;
}

}  // namespace tandem::store::memory
