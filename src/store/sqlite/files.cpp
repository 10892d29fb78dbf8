#include "store/sqlite/files.h"

#include "app/queue_projection.h"
#include "store/sqlite/read_tables.h"

namespace tandem::store::sqlite {
namespace {

base::Result<void> insert_file(Connection& connection, std::int64_t engagement, std::int64_t key,
                               const desk::FileAttached& file) {
  TANDEM_TRY(auto* add, connection.prepare("INSERT INTO files (ticket, number, engagement, hash) VALUES (?, ?, ?, ?)"));
  add->bind(1, key);
  add->bind(2, static_cast<std::int64_t>(file.file));
  add->bind(3, engagement);
  add->bind(4, file.hash.text());
  return add->run();
}

base::Result<void> delete_file(Connection& connection, std::int64_t key, std::uint32_t number) {
  TANDEM_TRY(auto* drop, connection.prepare("DELETE FROM files WHERE ticket = ? AND number = ?"));
  drop->bind(1, key);
  drop->bind(2, static_cast<std::int64_t>(number));
  return drop->run();
}

}  // namespace

base::Result<void> write_files(Connection& connection, std::int64_t engagement, std::int64_t key,
                               std::span<const desk::Event> events) {
  for (const desk::Event& event : events) {
    if (const auto* attached = std::get_if<desk::FileAttached>(&event.data))
      TANDEM_TRY_DONE(insert_file(connection, engagement, key, *attached));
    if (const auto* removed = std::get_if<desk::FileRemoved>(&event.data))
      TANDEM_TRY_DONE(delete_file(connection, key, removed->file));
  }
  return {};
}

base::Result<std::string> dump_files(Connection& connection, std::int64_t engagement, std::string_view name) {
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT t.newness, f.number, f.hash FROM files f JOIN tickets t ON t.key = f.ticket "
                                "WHERE f.engagement = ? ORDER BY t.newness DESC, f.number"));
  row->bind(1, engagement);
  std::string dump;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return dump;
    dump += app::dump_line(desk::EngagementName(name), static_cast<std::uint64_t>(-row->integer(0)),
                           static_cast<std::uint32_t>(row->integer(1)), desk::ContentHash(row->text(2)));
  }
}

base::Result<void> put_content(Connection& connection, std::int64_t engagement, const desk::ContentHash& hash,
                               std::string_view content) {
  TANDEM_TRY(auto* put,
             connection.prepare("INSERT INTO file_contents (engagement, hash, content) VALUES (?, ?, ?) ON CONFLICT DO "
                                "UPDATE SET content = excluded.content WHERE content <> excluded.content"));
  put->bind(1, engagement);
  put->bind(2, hash.text());
  put->bind_blob(3, content);
  return put->run();
}

base::Result<std::optional<std::string>> read_content(Connection& connection, const desk::EngagementName& engagement,
                                                      const desk::ContentHash& hash) {
  TANDEM_TRY(const auto id, find_engagement(connection, engagement));
  if (!id) return std::nullopt;
  TANDEM_TRY(auto* row, connection.prepare("SELECT content FROM file_contents WHERE engagement = ? AND hash = ?"));
  row->bind(1, *id);
  row->bind(2, hash.text());
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  std::string content(row->blob(0));
  row->reset();
  return content;
}

base::Result<void> drop_unused_content(Connection& connection, std::int64_t engagement, const desk::ContentHash& hash) {
  TANDEM_TRY(auto* used, connection.prepare("SELECT 1 FROM files WHERE engagement = ? AND hash = ? LIMIT 1"));
  used->bind(1, engagement);
  used->bind(2, hash.text());
  TANDEM_TRY(const bool is_used, used->step());
  used->reset();
  if (is_used) return {};
  TANDEM_TRY(auto* drop, connection.prepare("DELETE FROM file_contents WHERE engagement = ? AND hash = ?"));
  drop->bind(1, engagement);
  drop->bind(2, hash.text());
  // What is usual spares pages that become free, and a content has many of them: these are overwritten.
  TANDEM_TRY_DONE(connection.execute("PRAGMA secure_delete = ON"));
  const auto dropped = drop->run();
  TANDEM_TRY_DONE(connection.execute("PRAGMA secure_delete = FAST"));
  return dropped;
}

}  // namespace tandem::store::sqlite
