#include "store/sqlite/macros.h"

#include "app/queue_projection.h"
#include "base/check.h"

namespace tandem::store::sqlite {
namespace {

constexpr std::array<std::string_view, 4> kEnds{"nothing", "wait", "resolve", "close"};

app::MacroEnd end_of(std::string_view word) {
  const auto found = std::ranges::find(kEnds, word);
  TANDEM_ENSURE(found != kEnds.end());
  return static_cast<app::MacroEnd>(found - kEnds.begin());
}

}  // namespace

base::Result<void> write_macro(Connection& connection, std::int64_t engagement, const app::MacroRecord& macro) {
  TANDEM_TRY(auto* other, connection.prepare("SELECT 1 FROM macros WHERE id = ? AND engagement <> ?"));
  other->bind_id(1, macro.id.bits());
  other->bind(2, engagement);
  TANDEM_TRY(const bool is_anothers, other->step());
  other->reset();
  if (is_anothers) return base::fail(base::ErrorCode::NotFound, "there is no such macro");
  const std::string tags = app::as_column(macro.tags);
  TANDEM_TRY(auto* put,
             connection.prepare("INSERT OR REPLACE INTO macros (id, engagement, team, title, text, visibility, take, "
                                "priority, tags, ends, waiting_on, changed_account, changed_person, changed_display, "
                                "changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  int at = 0;
  put->bind_id(++at, macro.id.bits());
  put->bind(++at, engagement);
  put->bind(++at, macro.team.text());
  put->bind(++at, macro.title);
  put->bind(++at, macro.text);
  put->bind(++at, desk::to_text(macro.visibility));
  put->bind(++at, static_cast<std::int64_t>(macro.take));
  put->bind(++at, macro.priority.text());
  put->bind(++at, tags);
  put->bind(++at, kEnds[static_cast<std::size_t>(macro.end)]);
  put->bind(++at, desk::to_text(macro.waiting_on));
  ++at;
  macro.changed.account ? put->bind_id(at, macro.changed.account->bits()) : put->bind_null(at);
  put->bind(++at, macro.changed.person.text());
  put->bind(++at, macro.changed.display);
  put->bind(++at, macro.changed.at);
  return put->run();
}

base::Result<void> delete_macro(Connection& connection, std::int64_t engagement, app::MacroId macro) {
  TANDEM_TRY(auto* drop, connection.prepare("DELETE FROM macros WHERE id = ? AND engagement = ?"));
  drop->bind_id(1, macro.bits());
  drop->bind(2, engagement);
  return drop->run();
}

base::Result<std::vector<app::MacroRecord>> read_macros(Connection& connection, std::int64_t engagement,
                                                        const desk::EngagementName& name) {
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT id, team, title, text, visibility, take, priority, tags, ends, waiting_on, "
                                "changed_account, changed_person, changed_display, changed_at FROM macros WHERE "
                                "engagement = ? ORDER BY title, id"));
  row->bind(1, engagement);
  std::vector<app::MacroRecord> macros;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return macros;
    const auto visibility = desk::parse<desk::Visibility>(row->text(4));
    const auto waiting_on = desk::parse<desk::WaitingOn>(row->text(9));
    TANDEM_ENSURE(visibility && waiting_on);
    macros.push_back(
        {.id = app::MacroId(row->id(0)),
         .engagement = name,
         .team = desk::TeamName(row->text(1)),
         .title = std::string(row->text(2)),
         .text = std::string(row->text(3)),
         .visibility = *visibility,
         .take = row->integer(5) != 0,
         .priority = desk::PriorityName(row->text(6)),
         .tags = app::words_of_column(row->text(7)),
         .end = end_of(row->text(8)),
         .waiting_on = *waiting_on,
         .changed = {.account = row->is_null(10) ? std::nullopt : std::optional(app::AccountId(row->id(10))),
                     .person = desk::PersonName(row->text(11)),
                     .display = std::string(row->text(12)),
                     .at = row->instant(13)}});
  }
}

}  // namespace tandem::store::sqlite
