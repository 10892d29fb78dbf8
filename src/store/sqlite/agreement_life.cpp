#include "store/sqlite/agreement_life.h"

#include "record/agreement_record.h"
#include "store/sqlite/read_tables.h"

namespace tandem::store::sqlite {

base::Result<std::vector<app::StoredAgreementEvent>> read_agreement_events(Connection& connection,
                                                                           const desk::EngagementName& engagement) {
  std::vector<app::StoredAgreementEvent> events;
  TANDEM_TRY(const auto id, find_engagement(connection, engagement));
  if (!id) return events;
  TANDEM_TRY(auto* row,
             connection.prepare(
                 "SELECT position, version, data FROM events WHERE engagement = ? AND ticket = ? ORDER BY version"));
  row->bind(1, *id);
  row->bind_id(2, app::kAgreementEvents.bits());
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return events;
    TANDEM_TRY(auto event, record::decode_agreement_event(row->text(2)));
    events.push_back({.position = static_cast<app::Position>(row->integer(0)),
                      .version = static_cast<std::uint32_t>(row->integer(1)),
                      .event = std::move(event)});
  }
}

base::Result<std::optional<std::string>> read_agreement_text(Connection& connection,
                                                             const desk::EngagementName& engagement,
                                                             const desk::TextHash& hash) {
  TANDEM_TRY(const auto id, find_engagement(connection, engagement));
  if (!id) return std::nullopt;
  TANDEM_TRY(auto* row, connection.prepare("SELECT text FROM agreement_texts WHERE engagement = ? AND hash = ?"));
  row->bind(1, *id);
  row->bind(2, hash.text());
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  std::string text(row->text(0));
  row->reset();
  return text;
}

base::Result<void> insert_agreement_text(Connection& connection, std::int64_t engagement, const desk::TextHash& hash,
                                         std::string_view text) {
  TANDEM_TRY(auto* add, connection.prepare("INSERT INTO agreement_texts (engagement, hash, text) VALUES (?, ?, ?) "
                                           "ON CONFLICT DO NOTHING"));
  add->bind(1, engagement);
  add->bind(2, hash.text());
  add->bind(3, text);
  return add->run();
}

}  // namespace tandem::store::sqlite
