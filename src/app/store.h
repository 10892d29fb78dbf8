// The port to whatever keeps Tandem's data, in the desk's words. Each store (store/memory, store/sqlite) is written
// natively behind it and passes the one conformance suite in tests/conformance.
//
//   auto done = store.write([&](WriteTransaction& tx) -> base::Result<void> {
//     TANDEM_TRY(auto ticket, tx.ticket(engagement, id));          // sees everything committed, and its own writes
//     …decide…
//     TANDEM_TRY(auto position, tx.append(engagement, after, events));
//     return {};
//   });                                                            // returns when durable, or nothing happened
//
// Events are the truth, and beside them lies what they name by its hash: texts of agreements and contents of files,
// which rebuild() leaves as they are. Queue rows, search text, decisions, workloads and external keys are read tables
// written in the same transaction and rebuilt from the events by rebuild(), row for row the same.
//
// Threads: every method may be called from any thread. Writes are executed one after another (group commit: many share
// one durable commit); reads never wait for them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/decision_records.h"
#include "app/form_records.h"
#include "app/leave_records.h"
#include "app/ledger_records.h"
#include "app/macro_records.h"
#include "app/notice_records.h"
#include "app/rating_records.h"
#include "app/registry_records.h"
#include "app/report_records.h"
#include "app/vip_records.h"
#include "base/error.h"
#include "desk/agreement_events.h"
#include "desk/ticket.h"

namespace tandem::app {

struct StoredEvent {
  Position position = 0;
  desk::EngagementName engagement;
  desk::TicketId ticket;
  std::uint32_t version = 0;  // within the ticket, from 1
  desk::Event event;
};

// What happened to the agreement itself (desk/agreement_life.h).
struct StoredAgreementEvent {
  Position position = 0;
  std::uint32_t version = 0;  // within the life of the agreement, from 1
  desk::AgreementEvent event;
};

// What was done on a ticket without authority and is not acknowledged (desk/done_action.h): of the one that waits
// longest, what it was and who has to answer.
struct UnansweredActions {
  base::Instant since;     // it was recorded then
  std::string name;        // "disable-account"
  std::string by;          // who did it, as people read it
  desk::PersonName asked;  // empty: whoever leads a team of the other side, or of it reads what is confidential
  std::uint32_t count = 0;
  bool operator==(const UnansweredActions&) const = default;
};

// One line of a queue.
struct QueueRow {
  desk::TicketId id;
  std::uint64_t number = 0;
  std::uint32_t version = 0;
  std::string subject;
  desk::State state = desk::State::New;
  std::optional<desk::WaitingOn> waiting_on;
  desk::PriorityName priority;
  std::uint32_t priority_rank = 0;  // 0 is the most urgent; see WriteTransaction::append
  desk::CategoryName category;
  desk::SiteName site;
  desk::Owner owner;
  desk::PersonName accountable;
  bool gap = false;
  desk::Requester requester;
  bool handoff_pending = false;
  desk::TeamName handoff_to;
  std::uint32_t public_comments = 0;  // Requester and Both
  base::Instant opened_at;
  base::Instant updated_at;
  std::vector<std::string> tags{};
  std::vector<desk::PersonName> watchers{};
  desk::TicketKind kind = desk::TicketKind::Incident;
  std::optional<desk::TicketId> part_of{};     // the whole that it is a part of
  std::optional<base::Instant> major_since{};  // declared a major incident and not stood down
  desk::PartyName vendor{};                    // of a vendor case: who has it now
  // Of one that is open and has no answer: when the vendor is asked again. What lies in the past has not been done.
  std::optional<base::Instant> chase_at{};
  std::optional<UnansweredActions> unanswered{};
  bool operator==(const QueueRow&) const = default;
};

enum class QueueOrder : std::uint8_t {
  Urgency,  // most urgent priority first, then the newest
  Newest,   // by number, descending
  Updated,  // latest change first
};

// Which of what both teams drop everything for.
enum class MajorWork : std::uint8_t {
  Any,        // asks nothing
  Declared,   // major incidents that are not stood down
  WithParts,  // these, and what is part of one that is not of a hidden category
};

// What to list. An empty vector or name asks nothing; several values mean any of them.
struct QueueQuery {
  desk::EngagementName engagement;
  std::vector<desk::State> states;
  std::vector<desk::PriorityName> priorities;
  std::vector<desk::CategoryName> categories;
  std::vector<desk::PartyName> parties;
  std::vector<desk::TeamName> teams;    // of the owner, or of the pending hand-off's receiver
  desk::PersonName person;              // the owner, or the named receiver of the pending hand-off
  std::string requester_email;          // set for end users: only their own
  std::optional<std::uint64_t> number;  // the one ticket with this human number
  // Words, all of which must stand in the ticket; the last one may be the beginning of a word. A ticket's number is one
  // of its words. A search lists the newest first, whatever `order` says.
  std::string search;
  bool known_errors = false;                   // of what is searched, problems only that are known errors
  std::vector<desk::TeamName> search_teams;    // whose team-only notes the searcher may find
  bool search_team_notes_only_public = false;  // end users: find only what the requester may read
  QueueOrder order = QueueOrder::Urgency;
  std::size_t limit = 50;  // REQUIRES 1 … 200
  std::string after;       // cursor of the previous page; empty: the first
  std::vector<std::string> tags{};
  desk::PersonName watcher{};  // watches it
  bool vip_only = false;       // of requesters who are
  // Tickets of these categories are left out, but for those that the address asked for.
  std::vector<desk::CategoryName> hidden_categories{};
  std::string hidden_except_requester{};
  std::vector<desk::TicketKind> kinds{};
  MajorWork major = MajorWork::Any;
  std::vector<desk::PartyName> vendors{};   // vendor cases that one of these has
  std::optional<base::Instant> chase_by{};  // vendor cases whose vendor is to be asked again by then
  bool unanswered_only = false;             // what was done without authority on them waits to be acknowledged
};

struct QueuePage {
  std::vector<QueueRow> rows;
  std::string next;  // cursor; empty: that was all
  // The major incidents that rows are parts of: filled by the use case (Tickets::queue), which knows what may be read.
  std::vector<QueueRow> majors{};
};

struct Load {
  std::map<desk::TeamName, std::uint32_t> open_by_team;
  std::map<desk::PersonName, std::uint32_t> open_by_person;
};

// What a POST with an Idempotency-Key led to, kept for 24 hours: the id of what it made or changed; of a ticket, as it
// was after that many events. Small on purpose: the answer is made again from what is stored. Whoever finds their own
// `request` knows what kind of thing `made` is: the path says it.
inline constexpr base::Duration kRememberAnswersFor = base::hours(24);
struct RememberedAnswer {
  SecretHash request{};  // of method, path and body: another request under the same key is a conflict
  desk::EngagementName engagement;
  base::IdBits made;
  std::uint32_t version = 0;  // 0: not a ticket
  base::Instant at;
};

class WriteTransaction {
 public:
  virtual ~WriteTransaction() = default;

  [[nodiscard]] virtual base::Result<std::optional<desk::Ticket>> ticket(const desk::EngagementName& engagement,
                                                                         desk::TicketId id) = 0;
  // The next free human number; a number given out in a transaction that fails is given out again.
  [[nodiscard]] virtual base::Result<std::uint64_t> next_number(const desk::EngagementName& engagement) = 0;
  [[nodiscard]] virtual base::Result<Load> load(const desk::EngagementName& engagement) = 0;
  [[nodiscard]] virtual base::Result<std::optional<desk::TicketId>> find_external(
      const desk::EngagementName& engagement, const desk::ExternalKey& key) = 0;
  // Adds the events, the last ones folded into `after` (after.version counts them), and a leaf of the engagement's
  // ledger for each. `priority_rank` orders queues and is kept in the read table; it is stored beside the events, so
  // that rebuild() needs no agreement. Conflict when the ticket has moved on: its stored version is not after.version -
  // events.size().
  [[nodiscard]] virtual base::Result<Position> append(const desk::EngagementName& engagement, const desk::Ticket& after,
                                                      std::uint32_t priority_rank,
                                                      std::span<const desk::Event> events) = 0;
  // The planned changes that are live, of the engagement, in the order of their windows and then numbers; with what
  // this transaction has appended.
  [[nodiscard]] virtual base::Result<std::vector<desk::ScheduledChange>> live_changes(
      const desk::EngagementName& engagement) = 0;
  // The life of the engagement's agreement, in order.
  [[nodiscard]] virtual base::Result<std::vector<StoredAgreementEvent>> agreement_events(
      const desk::EngagementName& engagement) = 0;
  // Adds events to it, and a leaf of the engagement's ledger for each. Conflict when it has moved on: it does not have
  // `known` events.
  [[nodiscard]] virtual base::Result<Position> append_agreement(const desk::EngagementName& engagement,
                                                                std::uint32_t known,
                                                                std::span<const desk::AgreementEvent> events) = 0;
  // A text that events name by its hash; kept once, however often it is named. REQUIRES: it is the text's hash.
  [[nodiscard]] virtual base::Result<void> keep_agreement_text(const desk::EngagementName& engagement,
                                                               const desk::TextHash& hash, std::string_view text) = 0;
  // The content of a file that a `file-attached` event names by its hash; kept once, however often it is named, and
  // written again where it has been damaged. append() of a `file-removed` takes it away with the last file of the
  // engagement that has it, and leaves nothing of it on the pages that become free. REQUIRES: it is the content's hash.
  [[nodiscard]] virtual base::Result<void> keep_content(const desk::EngagementName& engagement,
                                                        const desk::ContentHash& hash, std::string_view content) = 0;
  // When time next does something to the ticket (desk/due.h); nothing: never. It stands until it is set again, through
  // rebuild() as well. NotFound without the engagement.
  [[nodiscard]] virtual base::Result<void> set_due(const desk::EngagementName& engagement, desk::TicketId id,
                                                   std::optional<base::Instant> due) = 0;

  // Keeps who is told of a ticket, or (kAgreementEvents) of what happens to the agreement; in the order of the ids that
  // they are given. NotFound without the engagement or the ticket.
  [[nodiscard]] virtual base::Result<void> add_notices(const desk::EngagementName& engagement, desk::TicketId ticket,
                                                       base::Instant at, std::span<const desk::Notice> notices) = 0;
  // Marks what the readers have not read of the ids `first` to `last`.
  [[nodiscard]] virtual base::Result<void> read_notices(const desk::EngagementName& engagement,
                                                        std::span<const desk::Reader> readers, std::uint64_t first,
                                                        std::uint64_t last, base::Instant at) = 0;

  // Adds a macro or replaces the one of its id. NotFound without the engagement, or where the id is another's.
  [[nodiscard]] virtual base::Result<void> put_macro(const MacroRecord& macro) = 0;
  [[nodiscard]] virtual base::Result<void> remove_macro(const desk::EngagementName& engagement, MacroId macro) = 0;
  // As Store::macros has them. NotFound without the engagement.
  [[nodiscard]] virtual base::Result<std::vector<MacroRecord>> macros(const desk::EngagementName& engagement) = 0;
  // The same of a form of the catalogue.
  [[nodiscard]] virtual base::Result<void> put_form(const FormRecord& form) = 0;
  [[nodiscard]] virtual base::Result<void> remove_form(const desk::EngagementName& engagement, desk::FormId form) = 0;
  [[nodiscard]] virtual base::Result<std::vector<FormRecord>> forms(const desk::EngagementName& engagement) = 0;
  // The register of VIPs. add_vip is Conflict when the id is taken or the address is in the register already, NotFound
  // without the engagement; remove_vip is NotFound when there is no such entry, Conflict when it is removed already.
  // vips: those in force. find_vip: the one of the address, with small letters, among them.
  [[nodiscard]] virtual base::Result<void> add_vip(const VipRecord& vip) = 0;
  [[nodiscard]] virtual base::Result<void> remove_vip(const desk::EngagementName& engagement, VipId vip,
                                                      const Signature& removed) = 0;
  [[nodiscard]] virtual base::Result<std::optional<VipRecord>> find_vip(const desk::EngagementName& engagement,
                                                                        std::string_view email) = 0;
  [[nodiscard]] virtual base::Result<std::vector<VipRecord>> vips(const desk::EngagementName& engagement) = 0;

  [[nodiscard]] virtual base::Result<std::optional<RememberedAnswer>> remembered(AccountId account,
                                                                                 std::string_view key) = 0;
  [[nodiscard]] virtual base::Result<void> remember(AccountId account, std::string_view key,
                                                    const RememberedAnswer& answer) = 0;

  // Leave, in the order of the ids. add_… is Conflict when the id is taken, NotFound when the engagement, or the feed
  // an entry names, is not there. remove_leave is NotFound when there is no such leave, Conflict when it is removed
  // already.
  [[nodiscard]] virtual base::Result<std::vector<LeaveRecord>> leave(const desk::EngagementName& engagement,
                                                                     LeaveHistory history) = 0;
  // Nothing when the engagement has no such leave.
  [[nodiscard]] virtual base::Result<std::optional<LeaveRecord>> find_leave(const desk::EngagementName& engagement,
                                                                            LeaveId leave) = 0;
  [[nodiscard]] virtual base::Result<void> add_leave(const LeaveRecord& leave) = 0;
  [[nodiscard]] virtual base::Result<void> remove_leave(const desk::EngagementName& engagement, LeaveId leave,
                                                        const Signature& removed) = 0;
  // Keeps which ticket is the task to arrange cover for the leave. NotFound when there is no such leave or ticket,
  // Conflict when it has one already.
  [[nodiscard]] virtual base::Result<void> set_leave_cover(const desk::EngagementName& engagement, LeaveId leave,
                                                           desk::TicketId cover) = 0;
  [[nodiscard]] virtual base::Result<void> add_leave_feed(const LeaveFeedRecord& feed) = 0;
  // Keeps what may change: the removal and what came of the last fetch. NotFound when there is no such feed.
  [[nodiscard]] virtual base::Result<void> update_leave_feed(const LeaveFeedRecord& feed) = 0;
  [[nodiscard]] virtual base::Result<std::vector<LeaveFeedRecord>> leave_feeds(
      const desk::EngagementName& engagement) = 0;
  // Conflict when the id or the secret is taken, NotFound without account or engagement.
  [[nodiscard]] virtual base::Result<void> add_calendar_key(const CalendarKeyRecord& key) = 0;
  [[nodiscard]] virtual base::Result<void> remove_calendar_key(CalendarKeyId key) = 0;

  // Registry. add_… is Conflict when the name, prefix, email or membership exists.
  [[nodiscard]] virtual base::Result<void> add_engagement(const EngagementRecord& engagement) = 0;
  // A further version; REQUIRES version == the newest + 1, else Conflict.
  [[nodiscard]] virtual base::Result<void> add_agreement(const desk::EngagementName& engagement,
                                                         const AgreementVersion& agreement) = 0;
  [[nodiscard]] virtual base::Result<void> add_account(const AccountRecord& account) = 0;
  // Also ends every session of the account: whoever held one may be why the password changes.
  [[nodiscard]] virtual base::Result<void> set_password(AccountId account, std::string_view password_hash) = 0;
  [[nodiscard]] virtual base::Result<void> put_membership(
      const MembershipRecord& membership) = 0;  // one per account and engagement
  [[nodiscard]] virtual base::Result<void> remove_membership(AccountId account,
                                                             const desk::EngagementName& engagement) = 0;
  [[nodiscard]] virtual base::Result<void> add_session(const SessionRecord& session) = 0;
  [[nodiscard]] virtual base::Result<void> remove_session(const SecretHash& secret) = 0;
  [[nodiscard]] virtual base::Result<void> add_token(const TokenRecord& token) = 0;
  [[nodiscard]] virtual base::Result<void> remove_token(TokenId token) = 0;
  // Sessions and remembered answers that ended before `now`, and notices that were kept long enough.
  [[nodiscard]] virtual base::Result<void> forget_expired(base::Instant now) = 0;
};

// What was committed, told in commit order after it is durable.
struct Change {
  Position position = 0;
  desk::EngagementName engagement;
  desk::TicketId ticket;  // or kAgreementEvents
};

struct DueTicket {
  desk::EngagementName engagement;
  desk::TicketId ticket;
  base::Instant at;
  auto operator<=>(const DueTicket&) const = default;
};

class Store {
 public:
  virtual ~Store() = default;

  // `work` may be called again when the store must retry, so it has no effects but through its transaction. Its error
  // undoes what it did, and only that. Unavailable when the queue of writes is full or the store is closing.
  using Work = std::function<base::Result<void>(WriteTransaction&)>;
  [[nodiscard]] virtual base::Result<void> write(const Work& work) = 0;

  [[nodiscard]] virtual base::Result<std::optional<desk::Ticket>> ticket(const desk::EngagementName& engagement,
                                                                         desk::TicketId id) = 0;
  [[nodiscard]] virtual base::Result<std::optional<desk::TicketId>> find_number(const desk::EngagementName& engagement,
                                                                                std::uint64_t number) = 0;
  [[nodiscard]] virtual base::Result<std::vector<StoredEvent>> history(const desk::EngagementName& engagement,
                                                                       desk::TicketId id) = 0;
  // BadInput when the cursor is not one of ours.
  [[nodiscard]] virtual base::Result<QueuePage> queue(const QueueQuery& query) = 0;
  // The same of a cursor.
  [[nodiscard]] virtual base::Result<DecisionPage> decisions(const DecisionQuery& query) = 0;
  // The open ones, in the order of their ids and behind `after`, at most `limit`: for going through all of them.
  [[nodiscard]] virtual base::Result<std::vector<desk::TicketId>> open_tickets(const desk::EngagementName& engagement,
                                                                               std::optional<desk::TicketId> after,
                                                                               std::size_t limit) = 0;
  [[nodiscard]] virtual base::Result<Load> load(const desk::EngagementName& engagement) = 0;
  // Planned changes in the order of their windows and then numbers: those that are live, and all whose window touches a
  // part of time, without those of the hidden categories.
  [[nodiscard]] virtual base::Result<std::vector<desk::ScheduledChange>> live_changes(
      const desk::EngagementName& engagement) = 0;
  [[nodiscard]] virtual base::Result<std::vector<desk::ScheduledChange>> changes(
      const desk::EngagementName& engagement, base::Interval between,
      std::span<const desk::CategoryName> hidden_categories) = 0;
  // Of the open tickets of the categories alone.
  [[nodiscard]] virtual base::Result<Load> load_of(const desk::EngagementName& engagement,
                                                   std::span<const desk::CategoryName> categories) = 0;
  // The newest first.
  [[nodiscard]] virtual base::Result<std::vector<NoticeRecord>> notices(const NoticeQuery& query) = 0;
  // How many of those there are that nobody has read; `limit` and `before` ask nothing.
  [[nodiscard]] virtual base::Result<std::uint64_t> count_unread(const NoticeQuery& query) = 0;
  // Of one event of a ticket, or of the agreement, in the order of their ids: who was told of it, and whether they have
  // read that. What is forgotten is left out.
  [[nodiscard]] virtual base::Result<std::vector<NoticeRecord>> notices_of(const desk::EngagementName& engagement,
                                                                           desk::TicketId ticket,
                                                                           std::uint32_t version) = 0;
  // In the order of the instants, then of the tickets' numbers.
  [[nodiscard]] virtual base::Result<std::vector<RatingRow>> ratings(const RatingQuery& query) = 0;
  // Hands the events of every ticket that was opened before the end of a part of time, and is open or was changed since
  // its beginning, to `take`, one ticket after another in no particular order, all of one state of the store. O(those
  // tickets' events).
  [[nodiscard]] virtual base::Result<void> lives(const LivesQuery& query, const TakeLife& take) = 0;
  // In the order of their titles, then of the ids.
  [[nodiscard]] virtual base::Result<std::vector<MacroRecord>> macros(const desk::EngagementName& engagement) = 0;
  // The same of the forms of the catalogue.
  [[nodiscard]] virtual base::Result<std::vector<FormRecord>> forms(const desk::EngagementName& engagement) = 0;
  // The register of VIPs in the order of the names, then of the ids.
  [[nodiscard]] virtual base::Result<std::vector<VipRecord>> vips(const desk::EngagementName& engagement,
                                                                  VipHistory history) = 0;
  // Of tickets, in order of position, at most `limit`; empty engagement: all of them.
  [[nodiscard]] virtual base::Result<std::vector<StoredEvent>> events_after(const desk::EngagementName& engagement,
                                                                            Position after, std::size_t limit) = 0;
  [[nodiscard]] virtual base::Result<Position> last_position() = 0;
  // Tickets to which time does something until then, in the order of the instants; see WriteTransaction::set_due.
  [[nodiscard]] virtual base::Result<std::vector<DueTicket>> due_until(base::Instant until, std::size_t limit) = 0;
  [[nodiscard]] virtual base::Result<std::optional<base::Instant>> next_due() = 0;

  [[nodiscard]] virtual base::Result<std::vector<EngagementRecord>> engagements() = 0;
  // The life of the agreement, in order; empty for an engagement that is not there.
  [[nodiscard]] virtual base::Result<std::vector<StoredAgreementEvent>> agreement_events(
      const desk::EngagementName& engagement) = 0;
  // Nothing when no such text is kept.
  [[nodiscard]] virtual base::Result<std::optional<std::string>> agreement_text(const desk::EngagementName& engagement,
                                                                                const desk::TextHash& hash) = 0;
  // The content that is kept under the hash, as it is stored: whoever shows it looks whether it still is the hash's.
  // Nothing when none is kept.
  [[nodiscard]] virtual base::Result<std::optional<std::string>> content(const desk::EngagementName& engagement,
                                                                         const desk::ContentHash& hash) = 0;
  // Every version of its agreement, the oldest first; empty for an engagement that is not there.
  [[nodiscard]] virtual base::Result<std::vector<AgreementVersion>> agreements(
      const desk::EngagementName& engagement) = 0;
  [[nodiscard]] virtual base::Result<std::optional<AccountRecord>> account(AccountId id) = 0;
  [[nodiscard]] virtual base::Result<std::optional<AccountRecord>> find_account(std::string_view email) = 0;
  [[nodiscard]] virtual base::Result<std::vector<MembershipRecord>> memberships(AccountId account) = 0;
  [[nodiscard]] virtual base::Result<std::vector<MembershipRecord>> members(const desk::EngagementName& engagement) = 0;
  [[nodiscard]] virtual base::Result<std::optional<SessionRecord>> session(const SecretHash& secret) = 0;
  [[nodiscard]] virtual base::Result<std::optional<TokenRecord>> token(const SecretHash& secret) = 0;
  [[nodiscard]] virtual base::Result<std::vector<TokenRecord>> tokens(AccountId account) = 0;

  // In the order of the ids.
  [[nodiscard]] virtual base::Result<std::vector<LeaveRecord>> leave(const desk::EngagementName& engagement,
                                                                     LeaveHistory history) = 0;
  // The leave that cover may have to be arranged for, in the order of the ids: what is in force and ends on the day
  // ("2026-12-21", by what was recorded) or later, and what has a task for it that is open.
  [[nodiscard]] virtual base::Result<std::vector<LeaveRecord>> leave_to_cover(const desk::EngagementName& engagement,
                                                                              std::string_view since) = 0;
  // How often leave was recorded or removed, in all engagements: who finds the same number again has missed nothing.
  [[nodiscard]] virtual base::Result<std::uint64_t> leave_changes() = 0;
  [[nodiscard]] virtual base::Result<std::vector<LeaveFeedRecord>> leave_feeds(
      const desk::EngagementName& engagement) = 0;  // with those that were removed
  [[nodiscard]] virtual base::Result<std::optional<CalendarKeyRecord>> calendar_key(const SecretHash& secret) = 0;
  [[nodiscard]] virtual base::Result<std::vector<CalendarKeyRecord>> calendar_keys(AccountId account) = 0;

  // The ledger of an engagement. A leaf never changes once it is committed, so that answers about a size fit together
  // whenever they were given. An engagement that is not there has an empty one. Each in O(log n), but for the rows.
  [[nodiscard]] virtual base::Result<std::uint64_t> ledger_size(const desk::EngagementName& engagement) = 0;
  // The hashes of the subtrees, in their order. Corrupt when one is not there.
  [[nodiscard]] virtual base::Result<std::vector<ledger::Hash>> ledger_nodes(const desk::EngagementName& engagement,
                                                                             std::span<const ledger::NodeAt> nodes) = 0;
  // The leaf of an event; nothing when there is no such event. `ticket`: or kAgreementEvents.
  [[nodiscard]] virtual base::Result<std::optional<LedgerRow>> ledger_leaf(const desk::EngagementName& engagement,
                                                                           desk::TicketId ticket,
                                                                           std::uint32_t version) = 0;
  // In the order of the leaves, at most `limit`, beginning with number `from`: for audits and exports.
  [[nodiscard]] virtual base::Result<std::vector<LedgerRow>> ledger_rows(const desk::EngagementName& engagement,
                                                                         std::uint64_t from, std::size_t limit) = 0;
  // Events that no leaf stands for, in order of position. Looks at every event.
  [[nodiscard]] virtual base::Result<std::vector<StrayEvent>> events_outside_ledger(
      const desk::EngagementName& engagement, std::size_t limit) = 0;

  // Called after each durable commit, from a thread of the store; must not block or call the store. Set once, before
  // use.
  virtual void observe(std::function<void(std::span<const Change>)> observer) = 0;

  // Drops every read table and makes it anew from the events. Returns how many events were read. The ledger is made
  // from the events too, and must come out as it is stored: leaves that are missing are added, and where one says
  // something else the answer is Corrupt and nothing has changed, because what was promised with it must not be written
  // over.
  [[nodiscard]] virtual base::Result<std::uint64_t> rebuild() = 0;
  // Every read table's rows and the ledger's size and root as text in a fixed order, for comparing before and after
  // rebuild() and between stores.
  [[nodiscard]] virtual base::Result<std::string> dump_read_tables() = 0;
};

}  // namespace tandem::app
