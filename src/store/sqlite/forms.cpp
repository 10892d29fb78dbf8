#include "store/sqlite/forms.h"

#include "record/form_record.h"

namespace tandem::store::sqlite {

base::Result<void> write_form(Connection& connection, std::int64_t engagement, const app::FormRecord& form) {
  TANDEM_TRY(auto* other, connection.prepare("SELECT 1 FROM forms WHERE id = ? AND engagement <> ?"));
  other->bind_id(1, form.form.id.bits());
  other->bind(2, engagement);
  TANDEM_TRY(const bool is_anothers, other->step());
  other->reset();
  if (is_anothers) return base::fail(base::ErrorCode::NotFound, "there is no such form");
  const std::string record = record::encode(form.form);
  TANDEM_TRY(auto* put, connection.prepare("INSERT OR REPLACE INTO forms (id, engagement, title, record, "
                                           "changed_account, changed_person, changed_display, changed_at) VALUES "
                                           "(?, ?, ?, ?, ?, ?, ?, ?)"));
  int at = 0;
  put->bind_id(++at, form.form.id.bits());
  put->bind(++at, engagement);
  put->bind(++at, form.form.title);
  put->bind(++at, record);
  ++at;
  form.changed.account ? put->bind_id(at, form.changed.account->bits()) : put->bind_null(at);
  put->bind(++at, form.changed.person.text());
  put->bind(++at, form.changed.display);
  put->bind(++at, form.changed.at);
  return put->run();
}

base::Result<void> delete_form(Connection& connection, std::int64_t engagement, desk::FormId form) {
  TANDEM_TRY(auto* drop, connection.prepare("DELETE FROM forms WHERE id = ? AND engagement = ?"));
  drop->bind_id(1, form.bits());
  drop->bind(2, engagement);
  return drop->run();
}

base::Result<std::vector<app::FormRecord>> read_forms(Connection& connection, std::int64_t engagement,
                                                      const desk::EngagementName& name) {
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT record, changed_account, changed_person, changed_display, changed_at FROM "
                                "forms WHERE engagement = ? ORDER BY title, id"));
  row->bind(1, engagement);
  std::vector<app::FormRecord> forms;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return forms;
    TANDEM_TRY(auto form, record::decode_form(row->text(0)));
    forms.push_back({.form = std::move(form),
                     .engagement = name,
                     .changed = {.account = row->is_null(1) ? std::nullopt : std::optional(app::AccountId(row->id(1))),
                                 .person = desk::PersonName(row->text(2)),
                                 .display = std::string(row->text(3)),
                                 .at = row->instant(4)}});
  }
}

}  // namespace tandem::store::sqlite
