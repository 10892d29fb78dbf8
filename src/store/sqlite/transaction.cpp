#include "store/sqlite/transaction.h"

#include "record/agreement_record.h"
#include "record/event_record.h"
#include "store/sqlite/agreement_life.h"
#include "store/sqlite/changes.h"
#include "store/sqlite/events.h"
#include "store/sqlite/files.h"
#include "store/sqlite/forms.h"
#include "store/sqlite/leave.h"
#include "store/sqlite/macros.h"
#include "store/sqlite/notices.h"
#include "store/sqlite/read_tables.h"
#include "store/sqlite/registry.h"
#include "store/sqlite/vips.h"

namespace tandem::store::sqlite {
namespace {

std::unexpected<base::Error> conflict(std::string message) {
  return base::fail(base::ErrorCode::Conflict, std::move(message));
}

// A Conflict in the words of what was tried; other errors as they are.
base::Result<void> or_conflict(base::Result<void> done, const std::string& message) {
  if (!done && done.error().code == base::ErrorCode::Conflict) return conflict(message);
  return done;
}

}  // namespace

base::Result<std::int64_t> Transaction::engagement_id(const desk::EngagementName& name) {
  TANDEM_TRY(const auto id, find_engagement(*connection_, name));
  if (!id) return base::fail(base::ErrorCode::NotFound, fmt::format("there is no engagement `{}`", name.text()));
  return *id;
}

base::Result<std::optional<desk::Ticket>> Transaction::ticket(const desk::EngagementName& engagement,
                                                              desk::TicketId id) {
  TANDEM_TRY(const auto known, find_engagement(*connection_, engagement));
  if (!known) return std::nullopt;
  return read_ticket(*connection_, *known, id);
}

base::Result<std::uint64_t> Transaction::next_number(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  TANDEM_TRY(auto* row,
             connection_->prepare("SELECT newness FROM tickets WHERE engagement = ? ORDER BY newness LIMIT 1"));
  row->bind(1, id);
  TANDEM_TRY(const bool found, row->step());
  const std::uint64_t stored = found ? static_cast<std::uint64_t>(-row->integer(0)) : 0;
  row->reset();
  std::uint64_t& given = numbers_given_[id];
  given = std::max(given, stored) + 1;
  return given;
}

base::Result<app::Load> Transaction::load(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto id, find_engagement(*connection_, engagement));
  if (!id) return app::Load{};
  return read_load(*connection_, *id);
}

base::Result<std::vector<desk::ScheduledChange>> Transaction::live_changes(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto id, find_engagement(*connection_, engagement));
  if (!id) return std::vector<desk::ScheduledChange>();
  return read_live_changes(*connection_, *id);
}

base::Result<std::optional<desk::TicketId>> Transaction::find_external(const desk::EngagementName& engagement,
                                                                       const desk::ExternalKey& key) {
  TANDEM_TRY(const auto id, find_engagement(*connection_, engagement));
  if (!id) return std::nullopt;
  TANDEM_TRY(auto* row,
             connection_->prepare("SELECT ticket FROM external_keys WHERE engagement = ? AND system = ? AND key = ?"));
  row->bind(1, *id);
  row->bind(2, key.system);
  row->bind(3, key.key);
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  const desk::TicketId ticket(row->id(0));
  row->reset();
  return ticket;
}

base::Result<app::Position> Transaction::append(const desk::EngagementName& engagement, const desk::Ticket& after,
                                                std::uint32_t priority_rank, std::span<const desk::Event> events) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  TANDEM_TRY(auto* newest, connection_->prepare("SELECT max(version) FROM events WHERE engagement = ? AND ticket = ?"));
  newest->bind(1, id);
  newest->bind_id(2, after.id.bits());
  TANDEM_TRY(const bool found, newest->step());
  const auto version = found ? static_cast<std::uint32_t>(newest->integer(0)) : 0U;
  newest->reset();
  if (version + events.size() != after.version) {
    return conflict(fmt::format("ticket {} has moved on: it is at version {}", after.id.text(), version));
  }
  // First what can be in conflict: when it is, nothing has been written.
  TANDEM_TRY_DONE(
      write_read_tables(*connection_, id, after, priority_rank, events, version == 0 ? Known::No : Known::Yes));
  std::uint32_t next = version;
  app::Position last = 0;
  const std::string ticket = after.id.text();
  for (const desk::Event& event : events) {
    const std::string record = record::encode(event);
    TANDEM_TRY(last, insert_event(*connection_, id, after.id, ++next, priority_rank, record));
    TANDEM_TRY_DONE(ledgers_->append(
        *connection_, id, {.position = last, .name = engagement, .ticket = ticket, .version = next, .record = record}));
    changes_.push_back({.position = last, .engagement = engagement, .ticket = after.id});
    if (const auto* removed = std::get_if<desk::FileRemoved>(&event.data))
      TANDEM_TRY_DONE(drop_unused_content(*connection_, id, after.files.at(removed->file - 1).file.hash));
  }
  return last;
}

base::Result<std::vector<app::StoredAgreementEvent>> Transaction::agreement_events(
    const desk::EngagementName& engagement) {
  return read_agreement_events(*connection_, engagement);
}

base::Result<app::Position> Transaction::append_agreement(const desk::EngagementName& engagement, std::uint32_t known,
                                                          std::span<const desk::AgreementEvent> events) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  TANDEM_TRY(auto* newest, connection_->prepare("SELECT max(version) FROM events WHERE engagement = ? AND ticket = ?"));
  newest->bind(1, id);
  newest->bind_id(2, app::kAgreementEvents.bits());
  TANDEM_TRY(const bool found, newest->step());
  auto version = found ? static_cast<std::uint32_t>(newest->integer(0)) : 0U;
  newest->reset();
  if (version != known)
    return conflict(fmt::format("the agreement has moved on: {} things have happened to it", version));
  app::Position last = 0;
  const std::string subject = app::kAgreementEvents.text();
  for (const desk::AgreementEvent& event : events) {
    const std::string record = record::encode(event);
    TANDEM_TRY(last, insert_event(*connection_, id, app::kAgreementEvents, ++version, 0, record));
    TANDEM_TRY_DONE(ledgers_->append(
        *connection_, id,
        {.position = last, .name = engagement, .ticket = subject, .version = version, .record = record}));
    changes_.push_back({.position = last, .engagement = engagement, .ticket = app::kAgreementEvents});
  }
  return last;
}

base::Result<void> Transaction::keep_agreement_text(const desk::EngagementName& engagement, const desk::TextHash& hash,
                                                    std::string_view text) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  return insert_agreement_text(*connection_, id, hash, text);
}

base::Result<void> Transaction::keep_content(const desk::EngagementName& engagement, const desk::ContentHash& hash,
                                             std::string_view content) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  return put_content(*connection_, id, hash, content);
}

base::Result<void> Transaction::set_due(const desk::EngagementName& engagement, desk::TicketId id,
                                        std::optional<base::Instant> due) {
  TANDEM_TRY(const auto engagement_id, this->engagement_id(engagement));
  if (!due) {
    TANDEM_TRY(auto* drop, connection_->prepare("DELETE FROM timers WHERE engagement = ? AND ticket = ?"));
    drop->bind(1, engagement_id);
    drop->bind_id(2, id.bits());
    return drop->run();
  }
  // Most commands leave it as it is, and a row that is not written costs no page.
  TANDEM_TRY(auto* put, connection_->prepare(
                            "INSERT INTO timers (engagement, ticket, due_at) VALUES (?, ?, ?) "
                            "ON CONFLICT DO UPDATE SET due_at = excluded.due_at WHERE due_at <> excluded.due_at"));
  put->bind(1, engagement_id);
  put->bind_id(2, id.bits());
  put->bind(3, *due);
  return put->run();
}

base::Result<void> Transaction::add_notices(const desk::EngagementName& engagement, desk::TicketId ticket,
                                            base::Instant at, std::span<const desk::Notice> notices) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  if (ticket == app::kAgreementEvents) return insert_notices(*connection_, id, ticket, at, notices);
  TANDEM_TRY(auto* row, connection_->prepare("SELECT 1 FROM tickets WHERE engagement = ? AND id = ?"));
  row->bind(1, id);
  row->bind_id(2, ticket.bits());
  TANDEM_TRY(const bool found, row->step());
  row->reset();
  if (!found) return base::fail(base::ErrorCode::NotFound, "there is no such ticket");
  return insert_notices(*connection_, id, ticket, at, notices);
}

base::Result<void> Transaction::read_notices(const desk::EngagementName& engagement,
                                             std::span<const desk::Reader> readers, std::uint64_t first,
                                             std::uint64_t last, base::Instant at) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  return mark_notices_read(*connection_, id, readers, first, last, at);
}

base::Result<void> Transaction::put_macro(const app::MacroRecord& macro) {
  TANDEM_TRY(const auto id, engagement_id(macro.engagement));
  return write_macro(*connection_, id, macro);
}

base::Result<void> Transaction::remove_macro(const desk::EngagementName& engagement, app::MacroId macro) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  return delete_macro(*connection_, id, macro);
}

base::Result<std::vector<app::MacroRecord>> Transaction::macros(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  return read_macros(*connection_, id, engagement);
}

base::Result<void> Transaction::put_form(const app::FormRecord& form) {
  TANDEM_TRY(const auto id, engagement_id(form.engagement));
  return write_form(*connection_, id, form);
}

base::Result<void> Transaction::remove_form(const desk::EngagementName& engagement, desk::FormId form) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  return delete_form(*connection_, id, form);
}

base::Result<std::vector<app::FormRecord>> Transaction::forms(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  return read_forms(*connection_, id, engagement);
}

base::Result<void> Transaction::add_vip(const app::VipRecord& vip) {
  TANDEM_TRY(const auto engagement, engagement_id(vip.engagement));
  return or_conflict(insert_vip(*connection_, engagement, vip), "the address is in the register already");
}

base::Result<void> Transaction::remove_vip(const desk::EngagementName& engagement, app::VipId vip,
                                           const app::Signature& removed) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  TANDEM_TRY(const auto is_removed, is_vip_removed(*connection_, id, vip));
  if (!is_removed) return base::fail(base::ErrorCode::NotFound, "there is no such VIP");
  if (*is_removed) return conflict("the VIP is removed already");
  return mark_vip_removed(*connection_, vip, removed);
}

base::Result<std::optional<app::VipRecord>> Transaction::find_vip(const desk::EngagementName& engagement,
                                                                  std::string_view email) {
  return read_vip(*connection_, engagement, email);
}

base::Result<std::vector<app::VipRecord>> Transaction::vips(const desk::EngagementName& engagement) {
  return read_vips(*connection_, engagement, app::VipHistory::InForce);
}

base::Result<std::optional<app::RememberedAnswer>> Transaction::remembered(app::AccountId account,
                                                                           std::string_view key) {
  TANDEM_TRY(auto* row,
             connection_->prepare("SELECT r.request, e.name, r.made, r.version, r.at FROM remembered_answers r "
                                  "JOIN engagements e ON e.id = r.engagement WHERE r.account = ? AND r.key = ?"));
  row->bind_id(1, account.bits());
  row->bind(2, key);
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  app::RememberedAnswer answer{.request = read_hash(*row, 0),
                               .engagement = desk::EngagementName(row->text(1)),
                               .made = row->id(2),
                               .version = static_cast<std::uint32_t>(row->integer(3)),
                               .at = row->instant(4)};
  row->reset();
  return answer;
}

base::Result<void> Transaction::remember(app::AccountId account, std::string_view key,
                                         const app::RememberedAnswer& answer) {
  TANDEM_TRY(const auto engagement, engagement_id(answer.engagement));
  TANDEM_TRY(auto* add, connection_->prepare("INSERT OR REPLACE INTO remembered_answers (account, key, request, "
                                             "engagement, made, version, at) VALUES (?, ?, ?, ?, ?, ?, ?)"));
  add->bind_id(1, account.bits());
  add->bind(2, key);
  bind_hash(*add, 3, answer.request);
  add->bind(4, engagement);
  add->bind_id(5, answer.made);
  add->bind(6, static_cast<std::int64_t>(answer.version));
  add->bind(7, answer.at);
  return add->run();
}

base::Result<std::vector<app::LeaveRecord>> Transaction::leave(const desk::EngagementName& engagement,
                                                               app::LeaveHistory history) {
  return read_leave(*connection_, engagement, history);
}

base::Result<std::optional<app::LeaveRecord>> Transaction::find_leave(const desk::EngagementName& engagement,
                                                                      app::LeaveId leave) {
  return sqlite::find_leave(*connection_, engagement, leave);
}

base::Result<void> Transaction::add_leave(const app::LeaveRecord& leave) {
  TANDEM_TRY(const auto engagement, engagement_id(leave.engagement));
  if (leave.feed) {
    TANDEM_TRY(const bool is_known, has_leave_feed(*connection_, engagement, leave.feed->feed));
    if (!is_known) return base::fail(base::ErrorCode::NotFound, "there is no such feed");
  }
  return or_conflict(insert_leave(*connection_, engagement, leave), "there is already such a leave");
}

base::Result<void> Transaction::remove_leave(const desk::EngagementName& engagement, app::LeaveId leave,
                                             const app::Signature& removed) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  TANDEM_TRY(const auto is_removed, is_leave_removed(*connection_, id, leave));
  if (!is_removed) return base::fail(base::ErrorCode::NotFound, "there is no such leave");
  if (*is_removed) return conflict("the leave is removed already");
  return mark_leave_removed(*connection_, leave, removed);
}

base::Result<void> Transaction::set_leave_cover(const desk::EngagementName& engagement, app::LeaveId leave,
                                                desk::TicketId cover) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  TANDEM_TRY(const auto is_removed, is_leave_removed(*connection_, id, leave));
  if (!is_removed) return base::fail(base::ErrorCode::NotFound, "there is no such leave");
  TANDEM_TRY(const auto there, ticket(engagement, cover));
  if (!there) return base::fail(base::ErrorCode::NotFound, "there is no such ticket");
  return or_conflict(insert_leave_cover(*connection_, id, leave, cover), "the leave has a task for its cover already");
}

base::Result<void> Transaction::add_leave_feed(const app::LeaveFeedRecord& feed) {
  TANDEM_TRY(const auto engagement, engagement_id(feed.engagement));
  return or_conflict(insert_leave_feed(*connection_, engagement, feed), "there is already such a feed");
}

base::Result<void> Transaction::update_leave_feed(const app::LeaveFeedRecord& feed) {
  TANDEM_TRY(const auto engagement, engagement_id(feed.engagement));
  TANDEM_TRY(const bool is_known, has_leave_feed(*connection_, engagement, feed.id));
  if (!is_known) return base::fail(base::ErrorCode::NotFound, "there is no such feed");
  return change_leave_feed(*connection_, feed);
}

base::Result<std::vector<app::LeaveFeedRecord>> Transaction::leave_feeds(const desk::EngagementName& engagement) {
  return read_leave_feeds(*connection_, engagement);
}

base::Result<void> Transaction::add_calendar_key(const app::CalendarKeyRecord& key) {
  TANDEM_TRY_DONE(must_exist(*connection_, key.account));
  TANDEM_TRY(const auto engagement, engagement_id(key.engagement));
  return or_conflict(insert_calendar_key(*connection_, engagement, key), "there is already such a calendar key");
}

base::Result<void> Transaction::remove_calendar_key(app::CalendarKeyId key) {
  TANDEM_TRY(auto* drop, connection_->prepare("DELETE FROM calendar_keys WHERE id = ?"));
  drop->bind_id(1, key.bits());
  return drop->run();
}

base::Result<void> Transaction::add_engagement(const app::EngagementRecord& engagement) {
  TANDEM_TRY(auto* add,
             connection_->prepare("INSERT INTO engagements (name, display, prefix, created_at) VALUES (?, ?, ?, ?)"));
  add->bind(1, engagement.name.text());
  add->bind(2, engagement.display);
  add->bind(3, engagement.prefix);
  add->bind(4, engagement.created_at);
  TANDEM_TRY_DONE(or_conflict(add->run(), fmt::format("there is already an engagement `{}`, or one with the prefix {}",
                                                      engagement.name.text(), engagement.prefix)));
  return insert_agreement(connection_->last_row(), engagement.agreement);
}

base::Result<void> Transaction::add_agreement(const desk::EngagementName& engagement,
                                              const app::AgreementVersion& agreement) {
  TANDEM_TRY(const auto id, engagement_id(engagement));
  TANDEM_TRY(auto* row, connection_->prepare("SELECT max(version) FROM agreements WHERE engagement = ?"));
  row->bind(1, id);
  TANDEM_TRY(const bool found, row->step());
  const std::int64_t newest = found ? row->integer(0) : 0;
  row->reset();
  if (agreement.version != newest + 1)
    return conflict(fmt::format("`{}` is at version {} of its agreement", engagement.text(), newest));
  return insert_agreement(id, agreement);
}

base::Result<void> Transaction::insert_agreement(std::int64_t engagement, const app::AgreementVersion& agreement) {
  TANDEM_TRY(auto* add,
             connection_->prepare("INSERT INTO agreements (engagement, version, root, in_force_from, texts_hash, "
                                  "compiled_hash, compiled_format) VALUES (?, ?, ?, ?, ?, ?, ?)"));
  add->bind(1, engagement);
  add->bind(2, static_cast<std::int64_t>(agreement.version));
  add->bind(3, agreement.root);
  add->bind(4, agreement.in_force_from);
  if (agreement.seal) {
    bind_hash(*add, 5, agreement.seal->texts);
    bind_hash(*add, 6, agreement.seal->compiled);
    add->bind(7, static_cast<std::int64_t>(agreement.seal->format));
  } else {
    for (const int column : {5, 6, 7}) add->bind_null(column);
  }
  TANDEM_TRY_DONE(add->run());
  for (const auto& [name, text] : agreement.files) {
    TANDEM_TRY(auto* file, connection_->prepare(
                               "INSERT INTO agreement_files (engagement, version, name, text) VALUES (?, ?, ?, ?)"));
    file->bind(1, engagement);
    file->bind(2, static_cast<std::int64_t>(agreement.version));
    file->bind(3, name);
    file->bind(4, text);
    TANDEM_TRY_DONE(file->run());
  }
  return {};
}

base::Result<void> Transaction::add_account(const app::AccountRecord& account) {
  TANDEM_TRY(auto* add,
             connection_->prepare(
                 "INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (?, ?, ?, ?, ?)"));
  add->bind_id(1, account.id.bits());
  add->bind(2, account.email);
  add->bind(3, account.display);
  add->bind(4, account.password_hash);
  add->bind(5, account.created_at);
  return or_conflict(add->run(), fmt::format("there is already an account for {}", account.email));
}

base::Result<void> Transaction::set_password(app::AccountId account, std::string_view password_hash) {
  TANDEM_TRY(auto* change, connection_->prepare("UPDATE accounts SET password_hash = ? WHERE id = ?"));
  change->bind(1, password_hash);
  change->bind_id(2, account.bits());
  TANDEM_TRY_DONE(change->run());
  TANDEM_TRY(auto* sessions, connection_->prepare("DELETE FROM sessions WHERE account = ?"));
  sessions->bind_id(1, account.bits());
  TANDEM_TRY_DONE(sessions->run());
  return must_exist(*connection_, account);
}

base::Result<void> Transaction::put_membership(const app::MembershipRecord& membership) {
  TANDEM_TRY_DONE(must_exist(*connection_, membership.account));
  TANDEM_TRY(const auto engagement, engagement_id(membership.engagement));
  TANDEM_TRY(auto* put,
             connection_->prepare(
                 "INSERT OR REPLACE INTO memberships (account, engagement, role, person) VALUES (?, ?, ?, ?)"));
  put->bind_id(1, membership.account.bits());
  put->bind(2, engagement);
  put->bind(3, role_text(membership.role));
  put->bind(4, membership.person.text());
  return put->run();
}

base::Result<void> Transaction::remove_membership(app::AccountId account, const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto id, find_engagement(*connection_, engagement));
  if (!id) return {};
  TANDEM_TRY(auto* drop, connection_->prepare("DELETE FROM memberships WHERE account = ? AND engagement = ?"));
  drop->bind_id(1, account.bits());
  drop->bind(2, *id);
  return drop->run();
}

base::Result<void> Transaction::add_session(const app::SessionRecord& session) {
  TANDEM_TRY_DONE(must_exist(*connection_, session.account));
  TANDEM_TRY(auto* add,
             connection_->prepare(
                 "INSERT INTO sessions (secret, account, csrf, created_at, expires_at) VALUES (?, ?, ?, ?, ?)"));
  bind_hash(*add, 1, session.secret);
  add->bind_id(2, session.account.bits());
  add->bind(3, session.csrf);
  add->bind(4, session.created_at);
  add->bind(5, session.expires_at);
  return or_conflict(add->run(), "there is already such a session");
}

base::Result<void> Transaction::remove_session(const app::SecretHash& secret) {
  TANDEM_TRY(auto* drop, connection_->prepare("DELETE FROM sessions WHERE secret = ?"));
  bind_hash(*drop, 1, secret);
  return drop->run();
}

base::Result<void> Transaction::add_token(const app::TokenRecord& token) {
  TANDEM_TRY_DONE(must_exist(*connection_, token.account));
  TANDEM_TRY(auto* add, connection_->prepare("INSERT INTO tokens (id, secret, account, label, created_at, "
                                             "expires_at) VALUES (?, ?, ?, ?, ?, ?)"));
  add->bind_id(1, token.id.bits());
  bind_hash(*add, 2, token.secret);
  add->bind_id(3, token.account.bits());
  add->bind(4, token.label);
  add->bind(5, token.created_at);
  token.expires_at ? add->bind(6, *token.expires_at) : add->bind_null(6);
  return or_conflict(add->run(), "there is already such a token");
}

base::Result<void> Transaction::remove_token(app::TokenId token) {
  TANDEM_TRY(auto* drop, connection_->prepare("DELETE FROM tokens WHERE id = ?"));
  drop->bind_id(1, token.bits());
  return drop->run();
}

base::Result<void> Transaction::forget_expired(base::Instant now) {
  TANDEM_TRY(auto* sessions, connection_->prepare("DELETE FROM sessions WHERE expires_at <= ?"));
  sessions->bind(1, now);
  TANDEM_TRY_DONE(sessions->run());
  TANDEM_TRY(auto* answers, connection_->prepare("DELETE FROM remembered_answers WHERE at <= ?"));
  answers->bind(1, now - app::kRememberAnswersFor);
  TANDEM_TRY_DONE(answers->run());
  return forget_notices(*connection_, now - app::kKeepNoticesFor);
}

}  // namespace tandem::store::sqlite
