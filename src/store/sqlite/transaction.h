// A write in progress on the writer's connection. What it changes is undone by the writer when the work fails.
#pragma once

#include <map>
#include <vector>

#include "app/store.h"
#include "store/sqlite/database.h"
#include "store/sqlite/ledger.h"

namespace tandem::store::sqlite {

class Transaction final : public app::WriteTransaction {
 public:
  // Both outlive this.
  Transaction(Connection& connection, LedgerTails& ledgers) : connection_(&connection), ledgers_(&ledgers) {}
  [[nodiscard]] std::vector<app::Change> take_changes() { return std::move(changes_); }

  base::Result<std::optional<desk::Ticket>> ticket(const desk::EngagementName& engagement, desk::TicketId id) override;
  base::Result<std::uint64_t> next_number(const desk::EngagementName& engagement) override;
  base::Result<app::Load> load(const desk::EngagementName& engagement) override;
  base::Result<std::vector<desk::ScheduledChange>> live_changes(const desk::EngagementName& engagement) override;
  base::Result<std::optional<desk::TicketId>> find_external(const desk::EngagementName& engagement,
                                                            const desk::ExternalKey& key) override;
  base::Result<app::Position> append(const desk::EngagementName& engagement, const desk::Ticket& after,
                                     std::uint32_t priority_rank, std::span<const desk::Event> events) override;
  base::Result<std::vector<app::StoredAgreementEvent>> agreement_events(
      const desk::EngagementName& engagement) override;
  base::Result<app::Position> append_agreement(const desk::EngagementName& engagement, std::uint32_t known,
                                               std::span<const desk::AgreementEvent> events) override;
  base::Result<void> keep_agreement_text(const desk::EngagementName& engagement, const desk::TextHash& hash,
                                         std::string_view text) override;
  base::Result<void> keep_content(const desk::EngagementName& engagement, const desk::ContentHash& hash,
                                  std::string_view content) override;
  base::Result<void> set_due(const desk::EngagementName& engagement, desk::TicketId id,
                             std::optional<base::Instant> due) override;
  base::Result<void> add_notices(const desk::EngagementName& engagement, desk::TicketId ticket, base::Instant at,
                                 std::span<const desk::Notice> notices) override;
  base::Result<void> read_notices(const desk::EngagementName& engagement, std::span<const desk::Reader> readers,
                                  std::uint64_t first, std::uint64_t last, base::Instant at) override;
  base::Result<void> put_macro(const app::MacroRecord& macro) override;
  base::Result<void> remove_macro(const desk::EngagementName& engagement, app::MacroId macro) override;
  base::Result<std::vector<app::MacroRecord>> macros(const desk::EngagementName& engagement) override;
  base::Result<void> put_form(const app::FormRecord& form) override;
  base::Result<void> remove_form(const desk::EngagementName& engagement, desk::FormId form) override;
  base::Result<std::vector<app::FormRecord>> forms(const desk::EngagementName& engagement) override;
  base::Result<void> add_vip(const app::VipRecord& vip) override;
  base::Result<void> remove_vip(const desk::EngagementName& engagement, app::VipId vip,
                                const app::Signature& removed) override;
  base::Result<std::optional<app::VipRecord>> find_vip(const desk::EngagementName& engagement,
                                                       std::string_view email) override;
  base::Result<std::vector<app::VipRecord>> vips(const desk::EngagementName& engagement) override;
  base::Result<std::optional<app::RememberedAnswer>> remembered(app::AccountId account, std::string_view key) override;
  base::Result<void> remember(app::AccountId account, std::string_view key,
                              const app::RememberedAnswer& answer) override;
  base::Result<std::vector<app::LeaveRecord>> leave(const desk::EngagementName& engagement,
                                                    app::LeaveHistory history) override;
  base::Result<std::optional<app::LeaveRecord>> find_leave(const desk::EngagementName& engagement,
                                                           app::LeaveId leave) override;
  base::Result<void> add_leave(const app::LeaveRecord& leave) override;
  base::Result<void> remove_leave(const desk::EngagementName& engagement, app::LeaveId leave,
                                  const app::Signature& removed) override;
  base::Result<void> set_leave_cover(const desk::EngagementName& engagement, app::LeaveId leave,
                                     desk::TicketId cover) override;
  base::Result<void> add_leave_feed(const app::LeaveFeedRecord& feed) override;
  base::Result<void> update_leave_feed(const app::LeaveFeedRecord& feed) override;
  base::Result<std::vector<app::LeaveFeedRecord>> leave_feeds(const desk::EngagementName& engagement) override;
  base::Result<void> add_calendar_key(const app::CalendarKeyRecord& key) override;
  base::Result<void> remove_calendar_key(app::CalendarKeyId key) override;
  base::Result<void> add_engagement(const app::EngagementRecord& engagement) override;
  base::Result<void> add_agreement(const desk::EngagementName& engagement,
                                   const app::AgreementVersion& agreement) override;
  base::Result<void> add_account(const app::AccountRecord& account) override;
  base::Result<void> set_password(app::AccountId account, std::string_view password_hash) override;
  base::Result<void> put_membership(const app::MembershipRecord& membership) override;
  base::Result<void> remove_membership(app::AccountId account, const desk::EngagementName& engagement) override;
  base::Result<void> add_session(const app::SessionRecord& session) override;
  base::Result<void> remove_session(const app::SecretHash& secret) override;
  base::Result<void> add_token(const app::TokenRecord& token) override;
  base::Result<void> remove_token(app::TokenId token) override;
  base::Result<void> forget_expired(base::Instant now) override;

 private:
  [[nodiscard]] base::Result<std::int64_t> engagement_id(const desk::EngagementName& name);
  [[nodiscard]] base::Result<void> insert_agreement(std::int64_t engagement, const app::AgreementVersion& agreement);

  Connection* connection_;
  LedgerTails* ledgers_;
  std::vector<app::Change> changes_;
  std::map<std::int64_t, std::uint64_t> numbers_given_;  // in this write, by engagement
};

}  // namespace tandem::store::sqlite
