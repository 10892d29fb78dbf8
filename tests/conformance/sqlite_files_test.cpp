// Files that are not what they should be, and what an administrator reads about it. None of them is changed.
#include <unistd.h>

#include <fstream>

#include "base/check.h"
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "store/sqlite/database.h"
#include "store/sqlite/schema.h"

using namespace tandem;
using store::sqlite::Connection;
using store::sqlite::SqliteStore;

namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void write_file(const std::string& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}
// A database that something else made.
void make_database(const std::string& path, const std::string& sql) {
  auto connection = Connection::open(path, Connection::Use::Write);
  REQUIRE(connection);
  REQUIRE(connection->execute(sql));
}

// Root may write everywhere, so where root runs the tests they go on as `nobody` for a while: the whole process, as
// glibc changes the user of every thread.
class AsOrdinaryUser {
 public:
  AsOrdinaryUser() {
    if (was_root_) REQUIRE(::seteuid(kNobody) == 0);
  }
  ~AsOrdinaryUser() {
    if (was_root_) TANDEM_CHECK(::seteuid(0) == 0);
  }
  AsOrdinaryUser(const AsOrdinaryUser&) = delete;
  AsOrdinaryUser& operator=(const AsOrdinaryUser&) = delete;

 private:
  static constexpr uid_t kNobody = 65534;  // Debian's fixed number (base-passwd)
  const bool was_root_ = ::geteuid() == 0;
};

base::Error error_of(const std::string& path) {
  const auto opened = SqliteStore::open(path, {});
  REQUIRE_FALSE(opened.has_value());
  return opened.error();
}

}  // namespace

TEST_CASE("a file that is no database is left alone") {
  TemporaryFolder folder;
  const std::string path = folder.file("notes.txt");
  const std::string text = "Remember the milk. " + std::string(3000, '.');
  write_file(path, text);
  const auto error = error_of(path);
  CHECK(error.code == base::ErrorCode::Corrupt);
  CHECK(error.message ==
        fmt::format("opening the database {}: file is not a database (it is not a SQLite database)", path));
  CHECK(read_file(path) == text);
}

TEST_CASE("another program's database is left alone") {
  TemporaryFolder folder;
  const std::string path = folder.file("other.db");
  make_database(path, "CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('https://one.example');");
  const auto bytes = read_file(path);
  const auto error = error_of(path);
  CHECK(error.code == base::ErrorCode::BadInput);
  CHECK(error.message == fmt::format("{} is a database of another program: name a new file", path));
  CHECK(read_file(path) == bytes);
  CHECK_FALSE(std::filesystem::exists(path + "-wal"));
}

TEST_CASE("a newer Tandem's database is left alone") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  place.close();
  make_database(place.path(), "PRAGMA user_version = 99;");
  const auto bytes = read_file(place.path());
  const auto error = error_of(place.path());
  CHECK(error.code == base::ErrorCode::Unsupported);
  CHECK(error.message ==
        fmt::format("{} was made by a newer Tandem (schema 99, this one knows {}): upgrade this program", place.path(),
                    store::sqlite::newest_schema()));
  CHECK(read_file(place.path()) == bytes);
}

TEST_CASE("a missing folder, and a folder where a file should be") {
  TemporaryFolder folder;
  const std::string words = ": unable to open database file (does the folder exist, and may this user write there?)";
  const std::string missing = folder.file("nowhere/tandem.db");
  CHECK(error_of(missing).code == base::ErrorCode::Io);
  CHECK(error_of(missing).message == fmt::format("opening the database {}{}", missing, words));
  CHECK(error_of(folder.file("")).message == fmt::format("opening the database {}{}", folder.file(""), words));
}

TEST_CASE("an empty file becomes a database, a new one is made") {
  TemporaryFolder folder;
  write_file(folder.file("empty.db"), "");
  for (const std::string& path : {folder.file("empty.db"), folder.file("new.db")}) {
    auto store = SqliteStore::open(path, {});
    REQUIRE(store);
    StoreDesk desk(**store);
    CHECK(desk.opens().facts.number == 1);
  }
}

TEST_CASE("what may only be read is not opened") {
  const AsOrdinaryUser ordinary;
  SqlitePlace place;
  place.close();
  std::filesystem::permissions(place.path(), std::filesystem::perms::owner_read);
  const auto file = error_of(place.path());
  CHECK(file.code == base::ErrorCode::Io);
  CHECK(file.message ==
        fmt::format(
            "opening the database {}: attempt to write a readonly database (the file or its folder cannot be written)",
            place.path()));

  TemporaryFolder folder;
  std::filesystem::permissions(folder.file(""),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  const auto inside = error_of(folder.file("tandem.db"));
  std::filesystem::permissions(folder.file(""), std::filesystem::perms::owner_all);
  CHECK(inside.code == base::ErrorCode::Io);
  CHECK(inside.message.find("may this user write there?") != std::string::npos);
}

TEST_CASE("a damaged file is reported, never guessed at") {
  SqlitePlace place;
  {
    StoreDesk desk(place.store());
    for (int i = 0; i < 200; ++i) desk.opens({.description = std::string(500, 'x')});
  }
  place.close();  // everything is in the database now
  const auto whole = read_file(place.path());
  std::size_t reported = 0;
  for (std::size_t page = 1; page < whole.size() / 4096; page += 7) {
    auto damaged = whole;
    damaged.replace(page * 4096, 4096, std::string(4096, '\x55'));
    write_file(place.path(), damaged);
    std::filesystem::remove(place.path() + "-wal");
    std::filesystem::remove(place.path() + "-shm");
    const auto store = SqliteStore::open(place.path(), {});
    const auto check = [&](const auto& result) {
      if (result) return;
      ++reported;
      CHECK_MESSAGE(result.error().code == base::ErrorCode::Corrupt, result.error().message);
      // What SQLite says of it depends on what the damage has hit; which file it is and what to do does not.
      CHECK_MESSAGE(result.error().message.find(place.path()) != std::string::npos, result.error().message);
      CHECK_MESSAGE(result.error().message.find("(the file is damaged: restore it from a backup)") != std::string::npos,
                    result.error().message);
    };
    check(store);
    if (!store) continue;
    check((*store)->queue({.engagement = kHarbor, .limit = 200}));
    check((*store)->queue({.engagement = kHarbor, .search = "screen", .limit = 200}));
    check((*store)->events_after({}, 0, 100'000));
    check((*store)->dump_read_tables());
    check((*store)->rebuild());
  }
  CHECK(reported > 5);
}

TEST_CASE("an event that makes no sense is reported, and the connection is good for the next read") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  const auto good = desk.opens();
  const auto bad = desk.opens();
  place.close();
  make_database(place.path(),
                "DROP TRIGGER events_stay_as_written; UPDATE events SET data = 'not an event' WHERE position = 3;");
  place.open({.readers = 1, .queued_writes = 10});
  app::Store& store = place.store();
  const auto error = store.history(kHarbor, bad.id);
  REQUIRE_FALSE(error.has_value());
  CHECK(error.error().code == base::ErrorCode::Corrupt);
  CHECK_FALSE(store.ticket(kHarbor, bad.id).has_value());
  CHECK_FALSE(store.events_after({}, 0, 10).has_value());
  const auto rebuilt = store.rebuild();
  REQUIRE_FALSE(rebuilt.has_value());
  CHECK(rebuilt.error().code == base::ErrorCode::Corrupt);
  CHECK(rebuilt.error().message.starts_with("making the read tables anew: "));
  // Nothing is stuck: the one reader sees what is written afterwards.
  StoreDesk next(store, 10);
  CHECK(next.opens().facts.number == 3);
  CHECK(next.numbers({}) == Numbers{3, 2, 1});
  CHECK(next.read(good) == good);
}

TEST_CASE("two programs work on one file") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  auto second = SqliteStore::open(place.path(), {});
  REQUIRE(second);
  std::atomic<std::size_t> wrong = 0;
  const auto work = [&](app::Store& store, std::uint64_t ids_from) {
    StoreDesk own(store, ids_from);
    for (int i = 0; i < 50; ++i) {
      const auto id = own.next_id();
      const auto done = store.write([&](app::WriteTransaction& tx) -> base::Result<void> {
        TANDEM_TRY_DONE(own.opens_in(tx, id, {}));
        return {};
      });
      if (!done || !place.store().ticket(kHarbor, id)->has_value() || !(*second)->ticket(kHarbor, id)->has_value())
        ++wrong;
    }
  };
  std::thread other([&] { work(**second, 1000); });
  work(place.store(), 2000);
  other.join();
  CHECK(wrong == 0);
  CHECK(desk.numbers({.order = app::QueueOrder::Newest}).front() == 100);
  CHECK(desk.numbers({}).size() == 100);
}

TEST_CASE("programs that open a new file at once all get it") {
  TemporaryFolder folder;
  std::array<std::string, 8> wrong;
  std::vector<std::thread> threads;
  for (std::string& told : wrong) {
    threads.emplace_back([&] {
      const auto opened = SqliteStore::open(folder.file("tandem.db"), {});
      if (!opened) {
        told = opened.error().message;
        return;
      }
      const auto engagements = (*opened)->engagements();
      if (!engagements) {
        told = engagements.error().message;
      } else if (!engagements->empty()) {
        told = "a new file has engagements";
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const std::string& told : wrong) CHECK(told == "");
}
