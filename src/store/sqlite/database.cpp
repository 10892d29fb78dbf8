#include "store/sqlite/database.h"

#include <sqlite3.h>

#include "base/check.h"

namespace tandem::store::sqlite {
namespace {

base::ErrorCode code_of(int result) {
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_NOMEM: return base::ErrorCode::Unavailable;
    case SQLITE_CONSTRAINT: return base::ErrorCode::Conflict;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return base::ErrorCode::Corrupt;
    default: return base::ErrorCode::Io;
  }
}

std::string_view advice_of(int result) {
  switch (result & 0xff) {
    case SQLITE_BUSY: return " (another program holds it; try again)";
    case SQLITE_FULL: return " (the disk is full)";
    case SQLITE_READONLY: return " (the file or its folder cannot be written)";
    case SQLITE_CANTOPEN: return " (does the folder exist, and may this user write there?)";
    case SQLITE_NOTADB: return " (it is not a SQLite database)";
    case SQLITE_CORRUPT: return " (the file is damaged: restore it from a backup)";
    default: return "";
  }
}

std::unexpected<base::Error> failed(sqlite3* handle, int result, std::string_view doing) {
  const char* file = handle == nullptr ? nullptr : sqlite3_db_filename(handle, "main");
  const bool told = handle != nullptr && sqlite3_errcode(handle) != SQLITE_OK;
  std::string words = told ? sqlite3_errmsg(handle) : sqlite3_errstr(result);
  // Of a damaged file some parts say only what they could not do because of it.
  const std::string_view damage = sqlite3_errstr(SQLITE_CORRUPT);
  if ((result & 0xff) == SQLITE_CORRUPT && !words.contains(damage)) words += fmt::format(": {}", damage);
  return base::fail(code_of(result), fmt::format("{} {}: {}{}", doing, file == nullptr ? "the database" : file, words,
                                                 advice_of(result)));
}

// Settings of every connection. The page cache is small for readers, which read through the memory map.
constexpr const char* kSettings =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA mmap_size = 1073741824;"
    "PRAGMA schema_version;";  // reads the file: is it a database?
constexpr const char* kWriterSettings =
    "PRAGMA synchronous = FULL;"
    "PRAGMA cache_size = -65536;"
    "PRAGMA wal_autocheckpoint = 4000;"
    "PRAGMA secure_delete = FAST;";
constexpr const char* kReaderSettings =
    "PRAGMA query_only = ON;"
    "PRAGMA cache_size = -2048;";
constexpr int kBusyTimeoutMs = 10'000;
constexpr int kBusyPauseMs = 5;
// Queries have as many texts as there are ways to filter.
constexpr std::size_t kMaxStatements = 200;

}  // namespace

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

void Statement::bind(int parameter, std::int64_t value) {
  TANDEM_CHECK(sqlite3_bind_int64(statement_, parameter, value) == SQLITE_OK);
}
void Statement::bind(int parameter, std::string_view text) {
  const char* bytes = text.data() == nullptr ? "" : text.data();
  TANDEM_CHECK(sqlite3_bind_text64(statement_, parameter, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK);
}
void Statement::bind_blob(int parameter, std::string_view bytes) {
  TANDEM_CHECK(sqlite3_bind_blob64(statement_, parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT) == SQLITE_OK);
}
void Statement::bind_id(int parameter, base::IdBits id) {
  std::array<char, 16> bytes{};
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<char>(id.high >> (56 - 8 * i));
    bytes[8 + i] = static_cast<char>(id.low >> (56 - 8 * i));
  }
  bind_blob(parameter, {bytes.data(), bytes.size()});
}
void Statement::bind_null(int parameter) {
  TANDEM_CHECK(sqlite3_bind_null(statement_, parameter) == SQLITE_OK);
}

base::Result<bool> Statement::step() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  sqlite3* handle = sqlite3_db_handle(statement_);
  if (result == SQLITE_DONE) {
    reset();
    return false;
  }
  auto error = failed(handle, result, "reading");
  reset();
  return error;
}

base::Result<void> Statement::run() {
  for (;;) {
    TANDEM_TRY(const bool more, step());
    if (!more) return {};
  }
}

void Statement::reset() {
  sqlite3_reset(statement_);
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}
std::string_view Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_, column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}
std::string_view Statement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}
base::IdBits Statement::id(int column) const {
  const std::string_view bytes = blob(column);
  TANDEM_ENSURE(bytes.size() == 16);
  base::IdBits id;
  for (std::size_t i = 0; i < 8; ++i) {
    id.high = id.high << 8 | static_cast<unsigned char>(bytes[i]);
    id.low = id.low << 8 | static_cast<unsigned char>(bytes[8 + i]);
  }
  return id;
}
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

base::Result<Connection> Connection::open(const std::string& path, Use use) {
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (use == Use::Write ? SQLITE_OPEN_CREATE : 0);
  const int result = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  if (result != SQLITE_OK) {
    auto error = base::fail(
        code_of(result), fmt::format("opening the database {}: {}{}", path, sqlite3_errstr(result), advice_of(result)));
    sqlite3_close(handle);
    return error;
  }
  Connection connection(handle, path);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  for (const char* settings : {kSettings, use == Use::Write ? "" : kReaderSettings}) {
    const int set = sqlite3_exec(handle, settings, nullptr, nullptr, nullptr);
    if (set != SQLITE_OK) return failed(handle, set, "opening the database");
  }
  return connection;
}

base::Result<void> Connection::begin_writing() {
  if (sqlite3_db_readonly(handle_, "main") != 0) return failed(handle_, SQLITE_READONLY, "opening the database");
  TANDEM_TRY(auto* mode, prepare("PRAGMA journal_mode = WAL"));
  auto told = mode->step();
  // SQLite does not wait on its own here when another program makes the same change at the same moment.
  for (int waited = 0; !told && told.error().code == base::ErrorCode::Unavailable && waited < kBusyTimeoutMs;) {
    waited += sqlite3_sleep(kBusyPauseMs);
    told = mode->step();
  }
  if (!told) return std::unexpected(std::move(told).error());
  const bool is_wal = *told && mode->text(0) == "wal";
  mode->reset();
  if (!is_wal) {
    return base::fail(
        base::ErrorCode::Unsupported,
        fmt::format("opening the database {}: it cannot have a write-ahead log: keep it on a local disk", path_));
  }
  return execute(kWriterSettings);
}

Connection::Connection(Connection&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      path_(std::move(other.path_)),
      statements_(std::move(other.statements_)) {}

Connection::~Connection() {
  statements_.clear();
  if (handle_ != nullptr) TANDEM_CHECK(sqlite3_close(handle_) == SQLITE_OK);
}

base::Result<void> Connection::execute(const std::string& sql) {
  const int result = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) return failed(handle_, result, "writing");
  return {};
}

base::Result<Statement*> Connection::prepare(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) {
    found->second->reset();
    return found->second.get();
  }
  sqlite3_stmt* raw = nullptr;
  const int result =
      sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
  if (result != SQLITE_OK) return failed(handle_, result, "reading");
  auto& kept = statements_[std::string(sql)];
  kept = std::make_unique<Statement>(raw);
  return kept.get();
}

base::Result<void> Connection::run(std::string_view sql) {
  TANDEM_TRY(auto* statement, prepare(sql));
  return statement->run();
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(handle_) == 0;
}

void Connection::rest() {
  if (statements_.size() > kMaxStatements) {
    statements_.clear();
    return;
  }
  for (const auto& [sql, statement] : statements_) statement->reset();
}

std::int64_t Connection::last_row() const {
  return sqlite3_last_insert_rowid(handle_);
}

std::int64_t Connection::changes() const {
  return sqlite3_total_changes64(handle_);
}

base::Result<std::int64_t> Connection::query_integer(std::string_view sql) {
  TANDEM_TRY(auto* statement, prepare(sql));
  TANDEM_TRY(const bool found, statement->step());
  const std::int64_t value = found ? statement->integer(0) : 0;
  statement->reset();
  return value;
}

}  // namespace tandem::store::sqlite
