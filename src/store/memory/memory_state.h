// What a MemoryStore holds. One struct per thing, maps in the order in which they are listed.
#pragma once

#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "app/queue_projection.h"
#include "app/store.h"
#include "store/memory/memory_store.h"

namespace tandem::store::memory {

// Whether a list that leaves out the categories shows the ticket, as app::QueueQuery and app::NoticeQuery have it.
[[nodiscard]] bool is_in_sight(const desk::Ticket& ticket, const std::vector<desk::CategoryName>& hidden,
                               const std::string& except_requester);

struct StoredTicket {
  desk::Ticket ticket;
  std::uint32_t priority_rank = 0;
  app::SearchText words;
  std::vector<app::StoredEvent> events;

  [[nodiscard]] std::vector<app::RatingRow> ratings() const;
};

// Whether the words are found by what the query searches for; one that searches for nothing finds everything.
[[nodiscard]] bool matches_search(const app::SearchText& text, const app::QueueQuery& query);

// Counts the ticket where it is open; a name is in a Load only while something is open for it.
void count_open(app::Load& load, const desk::Ticket& ticket);
void count_no_more(app::Load& load, const desk::Ticket& ticket);

struct StoredEngagement {
  app::EngagementRecord record;                // with the newest agreement
  std::vector<app::AgreementVersion> earlier;  // the agreements before it, the oldest first
  std::map<desk::TicketId, StoredTicket> tickets;
  std::map<std::uint64_t, desk::TicketId> by_number;
  std::map<std::pair<std::string, std::string>, desk::TicketId> by_external_key;
  std::map<desk::TicketId, base::Instant> due;
  std::vector<app::StoredAgreementEvent> life;        // of the agreement
  std::map<desk::TextHash, std::string> texts;        // that the life names
  std::map<desk::ContentHash, std::string> contents;  // of files
  std::vector<app::LedgerRow> leaves;                 // of the ledger, each with its event
  app::Load in_work;                                  // of the open tickets

  // Whether a file that is there has the content.
  [[nodiscard]] bool is_used(const desk::ContentHash& content) const;
  // Puts the event behind the last leaf.
  void add_leaf(app::Position position, app::RecordedEvent event);
  [[nodiscard]] app::Load load_of(std::span<const desk::CategoryName> categories) const;
  // From the events alone. Corrupt when it was something else before.
  [[nodiscard]] base::Result<void> make_ledger();
  [[nodiscard]] base::Result<std::vector<ledger::Hash>> nodes(std::span<const ledger::NodeAt> wanted) const;
};

struct MemoryStore::State {
  std::map<desk::EngagementName, StoredEngagement> engagements;
  std::map<app::AccountId, app::AccountRecord> accounts;
  std::map<std::pair<app::AccountId, desk::EngagementName>, app::MembershipRecord> memberships;
  std::map<app::SecretHash, app::SessionRecord> sessions;
  std::map<app::TokenId, app::TokenRecord> tokens;
  std::map<std::pair<app::AccountId, std::string>, app::RememberedAnswer> remembered;
  std::map<app::LeaveId, app::LeaveRecord> leave;
  std::map<app::LeaveFeedId, app::LeaveFeedRecord> leave_feeds;
  std::map<app::CalendarKeyId, app::CalendarKeyRecord> calendar_keys;
  using Timer = std::tuple<base::Instant, desk::EngagementName, desk::TicketId>;
  std::set<Timer> timers;  // every `due` of the engagements
  std::map<std::uint64_t, app::NoticeRecord> notices;
  std::uint64_t last_notice = 0;
  std::map<app::MacroId, app::MacroRecord> macros;
  std::map<desk::FormId, app::FormRecord> forms;
  std::map<app::VipId, app::VipRecord> vips;
  app::Position last_position = 0;

  [[nodiscard]] const StoredTicket* find(const desk::EngagementName& engagement, desk::TicketId id) const;
  // In the order of their windows, then numbers.
  [[nodiscard]] std::vector<desk::ScheduledChange> changes_of(const desk::EngagementName& engagement) const;
  [[nodiscard]] std::vector<desk::ScheduledChange> live_changes_of(const desk::EngagementName& engagement) const;
  [[nodiscard]] app::Load load(const desk::EngagementName& engagement) const;
  [[nodiscard]] std::vector<app::MacroRecord> macros_of(const desk::EngagementName& engagement) const;
  [[nodiscard]] std::vector<app::FormRecord> forms_of(const desk::EngagementName& engagement) const;
  [[nodiscard]] std::vector<app::VipRecord> vips_of(const desk::EngagementName& engagement,
                                                    app::VipHistory history) const;
  // For whom and of what the query asks, read or not.
  [[nodiscard]] bool is_told(const app::NoticeRecord& notice, const app::NoticeQuery& query) const;
  [[nodiscard]] std::vector<app::LeaveRecord> leave_of(const desk::EngagementName& engagement,
                                                       app::LeaveHistory history) const;
  [[nodiscard]] std::vector<app::LeaveFeedRecord> feeds_of(const desk::EngagementName& engagement) const;
};

}  // namespace tandem::store::memory
