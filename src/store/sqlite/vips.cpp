#include "store/sqlite/vips.h"

#include "store/sqlite/signature.h"

namespace tandem::store::sqlite {
namespace {

constexpr std::string_view kVips =
    "SELECT v.id, e.name, v.email, v.name, v.note, v.added_account, v.added_person, v.added_display, v.added_at, "
    "v.removed_account, v.removed_person, v.removed_display, v.removed_at FROM vips v "
    "JOIN engagements e ON e.id = v.engagement WHERE e.name = ?";

app::VipRecord vip_of(const Statement& row) {
  return {.id = app::VipId(row.id(0)),
          .engagement = desk::EngagementName(row.text(1)),
          .email = std::string(row.text(2)),
          .name = std::string(row.text(3)),
          .note = std::string(row.text(4)),
          .added = signature_of(row, 5),
          .removed = maybe_signature_of(row, 9)};
}

}  // namespace

base::Result<void> insert_vip(Connection& connection, std::int64_t engagement, const app::VipRecord& vip) {
  TANDEM_TRY(auto* add,
             connection.prepare("INSERT INTO vips (id, engagement, email, name, note, added_account, added_person, "
                                "added_display, added_at, removed_account, removed_person, removed_display, "
                                "removed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  add->bind_id(1, vip.id.bits());
  add->bind(2, engagement);
  add->bind(3, vip.email);
  add->bind(4, vip.name);
  add->bind(5, vip.note);
  bind_signature(*add, 6, vip.added);
  bind_maybe(*add, 10, vip.removed);
  return add->run();
}

base::Result<std::optional<bool>> is_vip_removed(Connection& connection, std::int64_t engagement, app::VipId vip) {
  TANDEM_TRY(auto* row, connection.prepare("SELECT removed_at FROM vips WHERE id = ? AND engagement = ?"));
  row->bind_id(1, vip.bits());
  row->bind(2, engagement);
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  const bool removed = !row->is_null(0);
  row->reset();
  return removed;
}

base::Result<void> mark_vip_removed(Connection& connection, app::VipId vip, const app::Signature& removed) {
  TANDEM_TRY(auto* mark,
             connection.prepare("UPDATE vips SET removed_account = ?, removed_person = ?, removed_display = ?, "
                                "removed_at = ? WHERE id = ?"));
  bind_signature(*mark, 1, removed);
  mark->bind_id(5, vip.bits());
  return mark->run();
}

base::Result<std::vector<app::VipRecord>> read_vips(Connection& connection, const desk::EngagementName& engagement,
                                                    app::VipHistory history) {
  static const std::string whole = fmt::format("{} ORDER BY v.name, v.id", kVips);
  static const std::string in_force = fmt::format("{} AND v.removed_at IS NULL ORDER BY v.name, v.id", kVips);
  TANDEM_TRY(auto* row, connection.prepare(history == app::VipHistory::Whole ? whole : in_force));
  row->bind(1, engagement.text());
  std::vector<app::VipRecord> vips;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return vips;
    vips.push_back(vip_of(*row));
  }
}

base::Result<std::optional<app::VipRecord>> read_vip(Connection& connection, const desk::EngagementName& engagement,
                                                     std::string_view email) {
  static const std::string one = fmt::format("{} AND v.email = ? AND v.removed_at IS NULL", kVips);
  TANDEM_TRY(auto* row, connection.prepare(one));
  row->bind(1, engagement.text());
  row->bind(2, email);
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  app::VipRecord vip = vip_of(*row);
  row->reset();
  return vip;
}

}  // namespace tandem::store::sqlite
