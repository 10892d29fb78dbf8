// SQLite under many hands: group commit loses nothing, one's failure is not another's, reads see whole writes.
#include <latch>

#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;
using store::sqlite::SqliteStore;

namespace {

std::uint64_t number_after(const std::string& line, std::string_view what) {
  const auto at = line.find(what);
  return at == std::string::npos ? 0 : std::stoull(line.substr(at + what.size()));
}

// The tickets and the loads of teams in one dump: every ticket is open, so that they must be as many.
std::pair<std::uint64_t, std::uint64_t> count_dump(const std::string& dump) {
  std::uint64_t tickets = 0;
  std::uint64_t load = 0;
  for (const auto part : std::views::split(dump, '\n')) {
    const std::string line(part.begin(), part.end());
    if (line.find("|words|") != std::string::npos) ++tickets;
    load += number_after(line, "|load|team|helpdesk|");
  }
  return {tickets, load};
}

}  // namespace

TEST_CASE("32 threads that write at once all get what they asked for") {
  constexpr std::size_t kThreads = 32;
  constexpr std::size_t kEach = 200;
  SqlitePlace place;
  StoreDesk desk(place.store());
  std::atomic<std::size_t> wrong = 0;
  std::atomic<std::size_t> undone = 0;
  std::latch all_started(kThreads + 1);
  std::vector<std::thread> threads;
  threads.emplace_back([&] {  // a slow one in front of all
    StoreDesk own(place.store(), 1);
    const auto done = place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      all_started.arrive_and_wait();
      TANDEM_TRY_DONE(own.opens_in(tx, own.next_id(), {}));
      return {};
    });
    if (!done) ++wrong;
  });
  for (std::size_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      StoreDesk own(place.store(), 1000 * (t + 1));
      all_started.arrive_and_wait();
      for (std::size_t i = 0; i < kEach; ++i) {
        const auto id = own.next_id();
        const auto open = [&](app::WriteTransaction& tx) -> base::Result<void> {
          TANDEM_TRY_DONE(own.opens_in(tx, id, {}));
          return {};
        };
        if (i % 10 == 3) {  // and then changes their mind
          const auto done = place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
            TANDEM_TRY_DONE(open(tx));
            return base::fail(base::ErrorCode::BadInput, "no");
          });
          if (done || done.error().code != base::ErrorCode::BadInput) ++wrong;
          ++undone;
        } else if (i % 50 == 7) {
          try {
            (void)place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
              TANDEM_TRY_DONE(open(tx));
              throw std::runtime_error("a bug");
            });
            ++wrong;
          } catch (const std::runtime_error&) {
            ++undone;
          }
        } else if (!place.store().write(open) || !place.store().ticket(kHarbor, id)->has_value()) {
          ++wrong;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(wrong == 0);
  const std::size_t expected = kThreads * kEach + 1 - undone;
  const auto rows = desk.rows({.order = app::QueueOrder::Newest, .limit = 200});
  REQUIRE(rows.size() == expected);
  bool no_gaps = true;
  for (std::size_t i = 0; i < rows.size(); ++i)
    no_gaps = no_gaps && rows[i].number == expected - i && rows[i].version == 2;
  CHECK(no_gaps);
  CHECK(desk.store().load(kHarbor)->open_by_team.at(desk::TeamName("helpdesk")) == expected);
  const auto before = desk.dump();
  CHECK(*desk.store().rebuild() == 2 * expected);
  CHECK(desk.dump() == before);
}

TEST_CASE("everybody changes the same ticket: versions count every change once") {
  constexpr std::size_t kThreads = 8;
  constexpr std::uint32_t kEach = 25;
  SqlitePlace place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  std::atomic<std::uint32_t> done = 0;
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      StoreDesk own(place.store(), 0);
      for (std::uint32_t i = 0; i < kEach; ++i) {
        const auto written = place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
          const desk::AddComment comment{.visibility = desk::Visibility::Both, .team = {}, .text = "me too"};
          TANDEM_TRY_DONE(own.does_in(tx, kHarbor, ticket.id, desk::person("sam"), comment));
          return {};
        });
        if (written) ++done;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(done == kThreads * kEach);
  const auto history = desk.store().history(kHarbor, ticket.id);
  REQUIRE(history->size() == 2 + kThreads * kEach);
  CHECK(desk.read(ticket).comments.size() == kThreads * kEach);
}

TEST_CASE("a read beside writes sees whole writes") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  std::atomic<bool> over = false;
  std::atomic<std::size_t> torn = 0;
  std::atomic<std::size_t> reads = 0;
  std::vector<std::thread> readers;
  for (int t = 0; t < 4; ++t) {
    readers.emplace_back([&] {
      std::uint64_t last = 0;
      do {
        const auto dump = place.store().dump_read_tables();
        const auto [tickets, load] = dump ? count_dump(*dump) : std::pair<std::uint64_t, std::uint64_t>{1, 0};
        if (tickets % 2 != 0 || tickets != load || tickets < last) ++torn;
        last = tickets;
        ++reads;
      } while (!over);
    });
  }
  for (int i = 0; i < 100 || reads < 20; ++i) {  // two tickets in each write
    REQUIRE(place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY_DONE(desk.opens_in(tx, desk.next_id(), {}));
      TANDEM_TRY_DONE(desk.opens_in(tx, desk.next_id(), {}));
      return {};
    }));
  }
  over = true;
  for (auto& reader : readers) reader.join();
  CHECK(torn == 0);
}

TEST_CASE("a full queue and a store that closes say Unavailable; what waits is finished") {
  TemporaryFolder folder;
  auto opened = SqliteStore::open(folder.file("tandem.db"), {.readers = 2, .queued_writes = 2});
  REQUIRE(opened);
  SqliteStore* store = opened->get();
  StoreDesk desk(*store);
  std::latch in_work(2);
  std::latch go_on(2);
  std::thread slow([&] {
    CHECK(store->write([&](app::WriteTransaction&) -> base::Result<void> {
      in_work.arrive_and_wait();
      go_on.arrive_and_wait();
      return {};
    }));
  });
  in_work.arrive_and_wait();

  // Of three that come now two may wait.
  std::atomic<std::size_t> finished = 0;
  std::atomic<std::size_t> refused = 0;
  std::array<std::optional<base::Error>, 3> errors;
  std::vector<std::thread> threads;
  for (std::uint64_t i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] {
      const auto done = store->write([&](app::WriteTransaction& tx) -> base::Result<void> {
        TANDEM_TRY_DONE(desk.opens_in(tx, desk::TicketId(base::IdBits{.high = 1, .low = i}), {}));
        return {};
      });
      if (done) {
        ++finished;
      } else {
        errors[i] = done.error();
        ++refused;
      }
    });
  }
  while (refused == 0) std::this_thread::yield();

  std::thread closer([&] { opened->reset(); });
  std::optional<base::Error> closing;
  do {  // the queue is full until it closes: this never waits
    const auto done = store->write([](app::WriteTransaction&) -> base::Result<void> { return {}; });
    REQUIRE_FALSE(done.has_value());
    closing = done.error();
  } while (closing->message != "the store is closing");
  CHECK(closing->code == base::ErrorCode::Unavailable);
  go_on.arrive_and_wait();
  slow.join();
  for (auto& thread : threads) thread.join();
  closer.join();

  CHECK(refused == 1);
  CHECK(finished == 2);
  for (const auto& error : errors) {
    if (!error) continue;
    CHECK(error->code == base::ErrorCode::Unavailable);
    CHECK(error->message == "too many writes are waiting: try again in a moment");
  }
  auto again = SqliteStore::open(folder.file("tandem.db"), {});
  REQUIRE(again);
  CHECK(StoreDesk(**again, 0).numbers({}) == Numbers{2, 1});
}
