// Where a store under test stands: each place makes an empty store and clears up behind it. A store that is added to
// Tandem gets a place here and passes the whole suite.
//
//   TEST_CASE_TEMPLATE("numbers have no gaps", Place, TANDEM_EVERY_STORE) {
//     Place place;
//     StoreDesk desk(place.store());
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include "store/memory/memory_store.h"
#include "store/sqlite/sqlite_store.h"

namespace tandem {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tandem-store-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::string file(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

class MemoryPlace {
 public:
  app::Store& store() { return store_; }

 private:
  store::memory::MemoryStore store_;
};

class SqlitePlace {
 public:
  SqlitePlace() { open({}); }
  explicit SqlitePlace(const store::sqlite::SqliteOptions& options) { open(options); }
  app::Store& store() { return *store_; }
  [[nodiscard]] std::string path() const { return folder_.file("tandem.db"); }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
  void open(const store::sqlite::SqliteOptions& options) {
    auto opened = store::sqlite::SqliteStore::open(path(), options);
    REQUIRE_MESSAGE(opened.has_value(), (opened ? std::string() : opened.error().message));
    store_ = *std::move(opened);
  }
  void close() { store_.reset(); }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<store::sqlite::SqliteStore> store_;
};

}  // namespace tandem

#define TANDEM_EVERY_STORE tandem::MemoryPlace, tandem::SqlitePlace
TYPE_TO_STRING(tandem::MemoryPlace);
TYPE_TO_STRING(tandem::SqlitePlace);
