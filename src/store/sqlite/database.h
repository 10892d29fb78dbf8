// A thin seam over SQLite's C interface: connections, prepared statements kept for reuse, typed values, and errors in
// an administrator's words. Home of sqlite3.h.
//
//   TANDEM_TRY(auto db, Connection::open(path, Connection::Use::Write));
//   TANDEM_TRY(auto* row, db.prepare("SELECT name FROM engagements WHERE id = ?"));
//   row->bind(1, id);
//   while (true) { TANDEM_TRY(const bool more, row->step()); if (!more) break; use(row->text(0)); }
//
// A Connection belongs to one thread at a time. A Statement returned by prepare() stays the connection's; preparing
// the same text again resets it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.h"
#include "base/id.h"
#include "base/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tandem::store::sqlite {

class Statement {
 public:
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Parameters count from 1. Texts and blobs must live until the statement has been stepped to its end or reset.
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view text);
  void bind_blob(int parameter, std::string_view bytes);
  void bind_id(int parameter, base::IdBits id);
  void bind_null(int parameter);
  void bind(int parameter, base::Instant at) { bind(parameter, at.unix_us()); }

  // True: a row is there. False: done (and reset).
  [[nodiscard]] base::Result<bool> step();
  // Steps to the end: for statements without rows.
  [[nodiscard]] base::Result<void> run();
  void reset();

  // Columns count from 0. Views live until the next step or reset.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] base::IdBits id(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] base::Instant instant(int column) const { return base::Instant::from_unix_us(integer(column)); }

 private:
  sqlite3_stmt* statement_;
};

class Connection {
 public:
  enum class Use { Write, Read };
  [[nodiscard]] static base::Result<Connection> open(const std::string& path, Use use);
  Connection(Connection&& other) noexcept;
  Connection& operator=(Connection&&) = delete;
  ~Connection();

  // Write-ahead log and synced commits. It changes the file: only for one that is ours. REQUIRES: Use::Write.
  [[nodiscard]] base::Result<void> begin_writing();

  [[nodiscard]] base::Result<void> execute(const std::string& sql);  // any number of statements, no rows
  [[nodiscard]] base::Result<void> run(std::string_view sql);        // one without rows, kept for the next time
  [[nodiscard]] base::Result<Statement*> prepare(std::string_view sql);
  [[nodiscard]] std::int64_t last_row() const;
  [[nodiscard]] std::int64_t changes() const;  // rows written since the connection was made
  [[nodiscard]] base::Result<std::int64_t> query_integer(std::string_view sql);
  // Not after an error that made SQLite give the transaction up (a full disk).
  [[nodiscard]] bool in_transaction() const;
  // Ends what reads have left unfinished, and lets go of the statements when they have become too many. Statements that
  // prepare() returned are no longer valid.
  void rest();

 private:
  Connection(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}
  sqlite3* handle_;
  std::string path_;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> statements_;
};

}  // namespace tandem::store::sqlite
