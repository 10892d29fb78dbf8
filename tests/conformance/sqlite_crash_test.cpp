// What a crash leaves behind is a whole history: a copy of the files at any moment, a log cut off anywhere, a killed
// process, a disk that is full.
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>

#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;
using store::sqlite::SqliteStore;

namespace {

// Copies the database and the log as they lie there.
void copy_files(const std::string& from, const std::string& to) {
  for (const auto* suffix : {"", "-wal"}) {
    std::ifstream in(from + suffix, std::ios::binary);
    std::ofstream out(to + suffix, std::ios::binary);
    out << in.rdbuf();
  }
}

// Opens what is there and returns how many tickets it holds: 1 … n, and the read tables are those of their events.
std::uint64_t check_consistent(const std::string& path) {
  auto opened = SqliteStore::open(path, {});
  REQUIRE_MESSAGE(opened.has_value(), (opened ? std::string() : opened.error().message));
  StoreDesk desk(**opened, 0);
  const auto numbers = desk.numbers({.order = app::QueueOrder::Newest, .limit = 200});
  for (std::size_t i = 0; i < numbers.size(); ++i) REQUIRE(numbers[i] == numbers.size() - i);
  const auto before = desk.dump();
  const auto events = (*opened)->rebuild();
  REQUIRE_MESSAGE(events.has_value(), (events ? std::string() : events.error().message));
  CHECK(*events == 2 * numbers.size());
  CHECK(desk.dump() == before);
  return numbers.size();
}

}  // namespace

TEST_CASE("a copy of the files taken while writes go on is consistent") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  // Few enough that the log is never carried over into the database, which no copy of two files could follow.
  std::atomic<std::uint64_t> durable = 0;
  std::thread writer([&] {
    for (int i = 0; i < 60; ++i) {
      desk.opens();
      ++durable;
    }
  });
  std::vector<std::pair<std::string, std::uint64_t>> copies;
  while (durable < 60) {
    const auto at_least = durable.load();
    if (!copies.empty() && copies.back().second + 10 > at_least) {
      std::this_thread::yield();
      continue;
    }
    copies.emplace_back(place.folder().file(fmt::format("copy{}.db", copies.size())), at_least);
    copy_files(place.path(), copies.back().first);
  }
  writer.join();
  CHECK(copies.size() >= 2);
  for (const auto& [path, at_least] : copies) CHECK(check_consistent(path) >= at_least);
}

TEST_CASE("a log cut off anywhere holds the writes before the cut") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  for (int i = 0; i < 20; ++i) desk.opens();
  const std::string whole = place.folder().file("whole.db");
  copy_files(place.path(), whole);
  const auto size = std::filesystem::file_size(whole + "-wal");
  REQUIRE(size > 100'000);
  std::uint64_t before = 0;
  const std::string cut = place.folder().file("cut.db");
  for (std::uintmax_t part = 4; part <= 16; ++part) {
    copy_files(place.path(), cut);
    std::filesystem::remove(cut + "-shm");
    std::filesystem::resize_file(cut + "-wal", size * part / 16);
    const auto tickets = check_consistent(cut);
    CHECK(tickets >= before);
    before = tickets;
  }
  CHECK(before == 20);
}

TEST_CASE("a killed process loses nothing that it was told is durable") {
  for (const std::uint64_t enough : {1U, 150U, 700U}) {
    TemporaryFolder folder;
    const std::string path = folder.file("tandem.db");
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      auto store = SqliteStore::open(path, {});
      if (!store) ::_exit(1);
      StoreDesk desk(**store);
      std::vector<std::thread> threads;
      for (std::uint64_t t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
          for (std::uint64_t i = 0;; ++i) {
            const auto done = (*store)->write([&](app::WriteTransaction& tx) -> base::Result<void> {
              TANDEM_TRY_DONE(desk.opens_in(tx, desk::TicketId(base::IdBits{.high = t + 1, .low = i}), {}));
              return {};
            });
            if (!done || ::write(pipe[1], "x", 1) != 1) ::_exit(1);
          }
        });
      }
      threads.front().join();
      ::_exit(1);
    }
    ::close(pipe[1]);
    std::uint64_t durable = 0;
    std::array<char, 1> told{};
    while (durable < enough && ::read(pipe[0], told.data(), 1) == 1) ++durable;
    ::kill(child, SIGKILL);
    while (::read(pipe[0], told.data(), 1) == 1) ++durable;
    ::close(pipe[0]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(durable >= enough);
    CHECK(check_consistent(path) >= durable);
  }
}

TEST_CASE("on a full disk writes fail, reads go on, and with room again writes do too") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  desk.opens();
  rlimit old_limit{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &old_limit) == 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = old_limit;
  small.rlim_cur = std::filesystem::file_size(place.path() + "-wal") + 200'000;  // no file may become larger
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  std::optional<base::Error> error;
  std::uint64_t written = 1;
  for (int i = 0; i < 1000 && !error; ++i) {
    const auto done = place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY_DONE(desk.opens_in(tx, desk.next_id(), {}));
      return {};
    });
    if (done) {
      ++written;
    } else {
      error = done.error();
    }
  }
  const auto while_full = desk.numbers({.limit = 200});
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &old_limit) == 0);
  (void)std::signal(SIGXFSZ, old_handler);
  REQUIRE(error.has_value());
  CHECK(error->code == base::ErrorCode::Io);
  CHECK(written > 1);
  CHECK(while_full.size() == written);
  CHECK(desk.opens().facts.number == written + 1);
  const auto before = desk.dump();
  CHECK(*desk.store().rebuild() == 2 * (written + 1));
  CHECK(desk.dump() == before);
}
