#include "store/sqlite/schema.h"

#include "migrations.h"
#include "store/sqlite/ledger.h"
#include "store/sqlite/queue_columns.h"

namespace tandem::store::sqlite {
namespace {

constexpr std::int64_t kApplicationId = 0x544e444d;  // "TNDM" in the file's header

// What SQL cannot do follows in the program, within the same transaction.
struct Migration {
  std::string_view (*sql)();
  base::Result<void> (*then)(Connection&);  // null: nothing
};
constexpr auto kMigrations = std::to_array<Migration>(
    {{.sql = embedded::src_store_sqlite_migrations_0001_initial_sql, .then = nullptr},
     {.sql = embedded::src_store_sqlite_migrations_0002_leave_sql, .then = nullptr},
     {.sql = embedded::src_store_sqlite_migrations_0003_seals_sql, .then = nullptr},
     {.sql = embedded::src_store_sqlite_migrations_0004_ledger_sql, .then = complete_ledgers},
     {.sql = embedded::src_store_sqlite_migrations_0005_timers_sql, .then = nullptr},
     {.sql = embedded::src_store_sqlite_migrations_0006_changes_sql, .then = nullptr},
     {.sql = embedded::src_store_sqlite_migrations_0007_talk_sql, .then = nullptr},
     {.sql = embedded::src_store_sqlite_migrations_0008_decisions_sql, .then = nullptr},
     {.sql = embedded::src_store_sqlite_migrations_0009_agreement_life_sql, .then = nullptr},
     {.sql = embedded::src_store_sqlite_migrations_0010_catalogue_sql, .then = nullptr},
     {.sql = embedded::src_store_sqlite_migrations_0011_files_sql, .then = nullptr},
     {.sql = embedded::src_store_sqlite_migrations_0012_work_sql, .then = fill_queue_columns},
     {.sql = embedded::src_store_sqlite_migrations_0013_unanswered_sql, .then = fill_unanswered_actions}});

// Two programs may open a new file at once: who comes second finds the work done.
base::Result<void> apply(Connection& connection, std::size_t index) {
  TANDEM_TRY_DONE(connection.run("BEGIN IMMEDIATE"));
  const auto version = connection.query_integer("PRAGMA user_version");
  base::Result<void> done;
  if (version && *version == static_cast<std::int64_t>(index)) {
    std::string sql(kMigrations[index].sql());
    sql += fmt::format("\nPRAGMA application_id = {};\nPRAGMA user_version = {};", kApplicationId, index + 1);
    done = connection.execute(sql);
    if (done && kMigrations[index].then != nullptr) done = kMigrations[index].then(connection);
  }
  if (done) done = connection.run("COMMIT");
  if (!done && connection.in_transaction())
    (void)connection.run("ROLLBACK");  // closing the file would take it back as well
  return done;
}

}  // namespace

int newest_schema() {
  return static_cast<int>(kMigrations.size());
}

base::Result<void> migrate(Connection& connection, const std::string& path) {
  // Tables first: another program may make them just now, and whoever sees them then sees the marks that came with
  // them.
  TANDEM_TRY(const auto tables, connection.query_integer("SELECT count(*) FROM sqlite_schema"));
  TANDEM_TRY(const auto application, connection.query_integer("PRAGMA application_id"));
  TANDEM_TRY(const auto version, connection.query_integer("PRAGMA user_version"));
  if (tables > 0 && application != kApplicationId) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} is a database of another program: name a new file", path));
  }
  if (version > newest_schema()) {
    return base::fail(base::ErrorCode::Unsupported,
                      fmt::format("{} was made by a newer Tandem (schema {}, this one knows {}): upgrade this program",
                                  path, version, newest_schema()));
  }
  TANDEM_TRY_DONE(connection.begin_writing());
  for (auto next = static_cast<std::size_t>(version); next < kMigrations.size(); ++next) {
    if (auto done = apply(connection, next); !done) {
      return std::unexpected(std::move(done).error().within(fmt::format("bringing {} to schema {}", path, next + 1)));
    }
  }
  return {};
}

}  // namespace tandem::store::sqlite
