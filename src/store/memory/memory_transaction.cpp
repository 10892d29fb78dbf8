#include "store/memory/memory_transaction.h"

#include "record/agreement_record.h"
#include "record/event_record.h"

namespace tandem::store::memory {
namespace {

std::unexpected<base::Error> no_engagement(const desk::EngagementName& name) {
  return base::fail(base::ErrorCode::NotFound, fmt::format("there is no engagement `{}`", name.text()));
}
std::unexpected<base::Error> no_account() {
  return base::fail(base::ErrorCode::NotFound, "there is no such account");
}
std::unexpected<base::Error> no_feed() {
  return base::fail(base::ErrorCode::NotFound, "there is no such feed");
}

}  // namespace

template <class Map>
void MemoryStore::Transaction::set(Map& map, const typename Map::key_type& key,
                                   std::optional<typename Map::mapped_type> value) {
  const auto found = map.find(key);
  std::optional<typename Map::mapped_type> before;
  if (found != map.end()) before = found->second;
  undo_.push_back([&map, key, before = std::move(before)] {
    map.erase(key);
    if (before) map.emplace(key, *before);
  });
  map.erase(key);
  if (value) map.emplace(key, *std::move(value));
}

void MemoryStore::Transaction::insert(std::set<State::Timer>& timers, const State::Timer& timer) {
  if (timers.insert(timer).second) undo_.push_back([&timers, timer] { timers.erase(timer); });
}

void MemoryStore::Transaction::remove(std::set<State::Timer>& timers, const State::Timer& timer) {
  if (timers.erase(timer) > 0) undo_.push_back([&timers, timer] { timers.insert(timer); });
}

template <class T>
void MemoryStore::Transaction::assign(T& place, T value) {
  undo_.push_back([&place, before = place] { place = before; });
  place = std::move(value);
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

base::Result<void> MemoryStore::Transaction::put_macro(const app::MacroRecord& macro) {
  if (!state_->engagements.contains(macro.engagement)) return no_engagement(macro.engagement);
  const auto found = state_->macros.find(macro.id);
  if (found != state_->macros.end() && found->second.engagement != macro.engagement)
    return base::fail(base::ErrorCode::NotFound, "there is no such macro");
  set(state_->macros, macro.id, macro);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_macro(const desk::EngagementName& engagement, app::MacroId macro) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  const auto found = state_->macros.find(macro);
  if (found != state_->macros.end() && found->second.engagement == engagement) set(state_->macros, macro, std::nullopt);
  return {};
}

base::Result<std::vector<app::MacroRecord>> MemoryStore::Transaction::macros(const desk::EngagementName& engagement) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  return state_->macros_of(engagement);
}

base::Result<void> MemoryStore::Transaction::put_form(const app::FormRecord& form) {
  if (!state_->engagements.contains(form.engagement)) return no_engagement(form.engagement);
  const auto found = state_->forms.find(form.form.id);
  if (found != state_->forms.end() && found->second.engagement != form.engagement)
    return base::fail(base::ErrorCode::NotFound, "there is no such form");
  set(state_->forms, form.form.id, form);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_form(const desk::EngagementName& engagement, desk::FormId form) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  const auto found = state_->forms.find(form);
  if (found != state_->forms.end() && found->second.engagement == engagement) set(state_->forms, form, std::nullopt);
  return {};
}

base::Result<std::vector<app::FormRecord>> MemoryStore::Transaction::forms(const desk::EngagementName& engagement) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  return state_->forms_of(engagement);
}

base::Result<void> MemoryStore::Transaction::add_vip(const app::VipRecord& vip) {
  if (!state_->engagements.contains(vip.engagement)) return no_engagement(vip.engagement);
  TANDEM_TRY(const auto there, find_vip(vip.engagement, vip.email));
  if (state_->vips.contains(vip.id) || (there && !vip.removed))
    return base::fail(base::ErrorCode::Conflict, "the address is in the register already");
  set(state_->vips, vip.id, vip);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_vip(const desk::EngagementName& engagement, app::VipId vip,
                                                        const app::Signature& removed) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  const auto found = state_->vips.find(vip);
  if (found == state_->vips.end() || found->second.engagement != engagement)
    return base::fail(base::ErrorCode::NotFound, "there is no such VIP");
  if (found->second.removed) return base::fail(base::ErrorCode::Conflict, "the VIP is removed already");
  app::VipRecord changed = found->second;
  changed.removed = removed;
  set(state_->vips, vip, std::move(changed));
  return {};
}

base::Result<std::optional<app::VipRecord>> MemoryStore::Transaction::find_vip(const desk::EngagementName& engagement,
                                                                               std::string_view email) {
  for (const auto& [id, vip] : state_->vips) {
    if (vip.engagement == engagement && vip.email == email && !vip.removed) return vip;
  }
  return std::nullopt;
}

base::Result<std::vector<app::VipRecord>> MemoryStore::Transaction::vips(const desk::EngagementName& engagement) {
  return state_->vips_of(engagement, app::VipHistory::InForce);
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

base::Result<void> MemoryStore::Transaction::add_engagement(const app::EngagementRecord& engagement) {
  for (const auto& [name, other] : state_->engagements) {
    if (name == engagement.name)
      return base::fail(base::ErrorCode::Conflict, fmt::format("there is already an engagement `{}`", name.text()));
    if (other.record.prefix == engagement.prefix) {
      return base::fail(base::ErrorCode::Conflict,
                        fmt::format("the prefix {} is taken by `{}`", engagement.prefix, name.text()));
    }
  }
  set(state_->engagements, engagement.name,
      StoredEngagement{.record = engagement,
                       .earlier = {},
                       .tickets = {},
                       .by_number = {},
                       .by_external_key = {},
                       .due = {},
                       .life = {},
                       .texts = {},
                       .contents = {},
                       .leaves = {},
                       .in_work = {}});
  return {};
}

base::Result<void> MemoryStore::Transaction::add_agreement(const desk::EngagementName& engagement,
                                                           const app::AgreementVersion& agreement) {
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return no_engagement(engagement);
  app::EngagementRecord record = found->second.record;
  if (agreement.version != record.agreement.version + 1) {
    return base::fail(base::ErrorCode::Conflict, fmt::format("`{}` is at version {} of its agreement",
                                                             engagement.text(), record.agreement.version));
  }
  auto earlier = found->second.earlier;
  earlier.push_back(std::exchange(record.agreement, agreement));
  assign(found->second.earlier, std::move(earlier));
  assign(found->second.record, std::move(record));
  return {};
}

base::Result<void> MemoryStore::Transaction::add_account(const app::AccountRecord& account) {
  for (const auto& [id, other] : state_->accounts) {
    if (id == account.id || other.email == account.email) {
      return base::fail(base::ErrorCode::Conflict, fmt::format("there is already an account for {}", account.email));
    }
  }
  set(state_->accounts, account.id, account);
  return {};
}

base::Result<void> MemoryStore::Transaction::set_password(app::AccountId account, std::string_view password_hash) {
  const auto found = state_->accounts.find(account);
  if (found == state_->accounts.end()) return no_account();
  assign(found->second.password_hash, std::string(password_hash));
  const auto sessions = state_->sessions;
  for (const auto& [secret, session] : sessions) {
    if (session.account == account) set(state_->sessions, secret, std::nullopt);
  }
  return {};
}

base::Result<void> MemoryStore::Transaction::put_membership(const app::MembershipRecord& membership) {
  if (!state_->accounts.contains(membership.account)) return no_account();
  if (!state_->engagements.contains(membership.engagement)) return no_engagement(membership.engagement);
  set(state_->memberships, {membership.account, membership.engagement}, membership);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_membership(app::AccountId account,
                                                               const desk::EngagementName& engagement) {
  set(state_->memberships, {account, engagement}, std::nullopt);
  return {};
}

base::Result<void> MemoryStore::Transaction::add_session(const app::SessionRecord& session) {
  if (!state_->accounts.contains(session.account)) return no_account();
  if (state_->sessions.contains(session.secret))
    return base::fail(base::ErrorCode::Conflict, "there is already such a session");
  set(state_->sessions, session.secret, session);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_session(const app::SecretHash& secret) {
  set(state_->sessions, secret, std::nullopt);
  return {};
}

base::Result<void> MemoryStore::Transaction::add_token(const app::TokenRecord& token) {
  if (!state_->accounts.contains(token.account)) return no_account();
  for (const auto& [id, other] : state_->tokens) {
    if (id == token.id || other.secret == token.secret)
      return base::fail(base::ErrorCode::Conflict, "there is already such a token");
  }
  set(state_->tokens, token.id, token);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_token(app::TokenId token) {
  set(state_->tokens, token, std::nullopt);
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
