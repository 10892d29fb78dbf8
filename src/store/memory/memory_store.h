// The store in memory: plain containers and one lock. For tests, replays and simulation, and the model that the other
// stores are compared with: it is written to be obviously right, not fast. Nothing survives it.
//
//   MemoryStore store;
//   store.write([&](app::WriteTransaction& tx) { … });
//
// A write that fails leaves no trace: every change leaves behind how to take it back. Observers are called inside
// write(), one after another, while others may read.
#pragma once

#include <memory>

#include "app/store.h"

namespace tandem::store::memory {

class MemoryStore final : public app::Store {
 public:
  MemoryStore();
  ~MemoryStore() override;

  base::Result<void> write(const Work& work) override;
  base::Result<std::optional<desk::Ticket>> ticket(const desk::EngagementName& engagement, desk::TicketId id) override;
  base::Result<std::optional<desk::TicketId>> find_number(const desk::EngagementName& engagement,
                                                          std::uint64_t number) override;
  base::Result<std::vector<app::StoredEvent>> history(const desk::EngagementName& engagement,
                                                      desk::TicketId id) override;
  base::Result<app::QueuePage> queue(const app::QueueQuery& query) override;
  base::Result<app::DecisionPage> decisions(const app::DecisionQuery& query) override;
  base::Result<std::vector<desk::TicketId>> open_tickets(const desk::EngagementName& engagement,
                                                         std::optional<desk::TicketId> after,
                                                         std::size_t limit) override;
  base::Result<app::Load> load(const desk::EngagementName& engagement) override;
  base::Result<std::vector<desk::ScheduledChange>> live_changes(const desk::EngagementName& engagement) override;
  base::Result<std::vector<desk::ScheduledChange>> changes(
      const desk::EngagementName& engagement, base::Interval between,
      std::span<const desk::CategoryName> hidden_categories) override;
  base::Result<app::Load> load_of(const desk::EngagementName& engagement,
                                  std::span<const desk::CategoryName> categories) override;
  base::Result<std::vector<app::NoticeRecord>> notices(const app::NoticeQuery& query) override;
  base::Result<std::vector<app::NoticeRecord>> notices_of(const desk::EngagementName& engagement, desk::TicketId ticket,
                                                          std::uint32_t version) override;
  base::Result<std::uint64_t> count_unread(const app::NoticeQuery& query) override;
  base::Result<std::vector<app::RatingRow>> ratings(const app::RatingQuery& query) override;
  base::Result<void> lives(const app::LivesQuery& query, const app::TakeLife& take) override;
  base::Result<std::vector<app::MacroRecord>> macros(const desk::EngagementName& engagement) override;
  base::Result<std::vector<app::FormRecord>> forms(const desk::EngagementName& engagement) override;
  base::Result<std::vector<app::VipRecord>> vips(const desk::EngagementName& engagement,
                                                 app::VipHistory history) override;
  base::Result<std::vector<app::StoredEvent>> events_after(const desk::EngagementName& engagement, app::Position after,
                                                           std::size_t limit) override;
  base::Result<app::Position> last_position() override;
  base::Result<std::vector<app::DueTicket>> due_until(base::Instant until, std::size_t limit) override;
  base::Result<std::optional<base::Instant>> next_due() override;
  base::Result<std::vector<app::EngagementRecord>> engagements() override;
  base::Result<std::vector<app::AgreementVersion>> agreements(const desk::EngagementName& engagement) override;
  base::Result<std::vector<app::StoredAgreementEvent>> agreement_events(
      const desk::EngagementName& engagement) override;
  base::Result<std::optional<std::string>> agreement_text(const desk::EngagementName& engagement,
                                                          const desk::TextHash& hash) override;
  base::Result<std::optional<std::string>> content(const desk::EngagementName& engagement,
                                                   const desk::ContentHash& hash) override;
  base::Result<std::optional<app::AccountRecord>> account(app::AccountId id) override;
  base::Result<std::optional<app::AccountRecord>> find_account(std::string_view email) override;
  base::Result<std::vector<app::MembershipRecord>> memberships(app::AccountId account) override;
  base::Result<std::vector<app::MembershipRecord>> members(const desk::EngagementName& engagement) override;
  base::Result<std::optional<app::SessionRecord>> session(const app::SecretHash& secret) override;
  base::Result<std::optional<app::TokenRecord>> token(const app::SecretHash& secret) override;
  base::Result<std::vector<app::TokenRecord>> tokens(app::AccountId account) override;
  base::Result<std::vector<app::LeaveRecord>> leave(const desk::EngagementName& engagement,
                                                    app::LeaveHistory history) override;
  base::Result<std::vector<app::LeaveRecord>> leave_to_cover(const desk::EngagementName& engagement,
                                                             std::string_view since) override;
  base::Result<std::uint64_t> leave_changes() override;
  base::Result<std::vector<app::LeaveFeedRecord>> leave_feeds(const desk::EngagementName& engagement) override;
  base::Result<std::optional<app::CalendarKeyRecord>> calendar_key(const app::SecretHash& secret) override;
  base::Result<std::vector<app::CalendarKeyRecord>> calendar_keys(app::AccountId account) override;
  base::Result<std::uint64_t> ledger_size(const desk::EngagementName& engagement) override;
  base::Result<std::vector<ledger::Hash>> ledger_nodes(const desk::EngagementName& engagement,
                                                       std::span<const ledger::NodeAt> nodes) override;
  base::Result<std::optional<app::LedgerRow>> ledger_leaf(const desk::EngagementName& engagement, desk::TicketId ticket,
                                                          std::uint32_t version) override;
  base::Result<std::vector<app::LedgerRow>> ledger_rows(const desk::EngagementName& engagement, std::uint64_t from,
                                                        std::size_t limit) override;
  base::Result<std::vector<app::StrayEvent>> events_outside_ledger(const desk::EngagementName& engagement,
                                                                   std::size_t limit) override;
  void observe(std::function<void(std::span<const app::Change>)> observer) override;
  base::Result<std::uint64_t> rebuild() override;
  base::Result<std::string> dump_read_tables() override;

 private:
  struct State;
  class Transaction;
  std::mutex mutex_;
  std::unique_ptr<State> state_;
  std::mutex telling_;
  std::function<void(std::span<const app::Change>)> observer_;
};

}  // namespace tandem::store::memory
