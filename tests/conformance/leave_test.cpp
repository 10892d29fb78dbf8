// Leave, the feeds it comes from, and calendar keys: kept as they were recorded, removed once, never gone.
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "store/sqlite/database.h"

using namespace tandem;

namespace {

using app::LeaveHistory;

app::LeaveId leave_id(std::uint64_t n) {
  return app::LeaveId(base::IdBits{.high = 5, .low = n});
}
app::LeaveFeedId feed_id(std::uint64_t n) {
  return app::LeaveFeedId(base::IdBits{.high = 6, .low = n});
}
app::AccountId account_id(std::uint64_t n) {
  return app::AccountId(base::IdBits{.high = 9, .low = n});
}
app::SecretHash hash_of(std::uint8_t byte) {
  app::SecretHash hash{};
  hash.fill(byte);
  return hash;
}

app::Signature by_dana(base::Duration later = {}) {
  return {.account = account_id(1),
          .person = desk::PersonName("dana"),
          .display = "Dana Whitfield",
          .at = desk::kMonday + later};
}
app::Signature by_nobody() {
  return {.account = std::nullopt, .person = {}, .display = "command line", .at = desk::kMonday};
}

app::LeaveRecord leave(std::uint64_t n, const desk::EngagementName& engagement = kHarbor) {
  return {.id = leave_id(n),
          .engagement = engagement,
          .person = desk::PersonName("luis"),
          .from = "2026-12-21",
          .to = "2027-01-02",
          .note = "back on the 3rd \xE2\x98\x83",
          .feed = std::nullopt,
          .recorded = by_dana(),
          .removed = std::nullopt};
}

app::LeaveFeedRecord feed(std::uint64_t n, const desk::EngagementName& engagement = kHarbor) {
  return {.id = feed_id(n),
          .engagement = engagement,
          .person = desk::PersonName("luis"),
          .url = "https://luis:secret@calendar.example/luis.ics",
          .label = "own calendar",
          .added = by_dana(),
          .removed = std::nullopt,
          .fetched_at = std::nullopt,
          .etag = {},
          .last_modified = {},
          .error = {},
          .error_since = std::nullopt};
}

class Scene {
 public:
  explicit Scene(app::Store& store) : store_(&store) {
    REQUIRE(store.write([](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY_DONE(tx.add_engagement(engagement_record("harbor-cu", "HCU")));
      return tx.add_engagement(engagement_record("north-co", "NOR"));
    }));
  }
  std::optional<base::ErrorCode> write(const app::Store::Work& work) {
    const auto done = store_->write(work);
    if (!done) CHECK_FALSE(done.error().message.empty());
    return done ? std::nullopt : std::optional(done.error().code);
  }
  std::optional<base::ErrorCode> add(const app::LeaveRecord& record) {
    return write([&](app::WriteTransaction& tx) { return tx.add_leave(record); });
  }
  std::optional<base::ErrorCode> remove(std::uint64_t n, const app::Signature& by,
                                        const desk::EngagementName& engagement = kHarbor) {
    return write([&](app::WriteTransaction& tx) { return tx.remove_leave(engagement, leave_id(n), by); });
  }
  std::vector<app::LeaveRecord> all(LeaveHistory history, const desk::EngagementName& engagement = kHarbor) {
    auto found = store_->leave(engagement, history);
    REQUIRE(found);
    return *std::move(found);
  }

 private:
  app::Store* store_;
};

const desk::EngagementName kNorth("north-co");
using Leave = std::vector<app::LeaveRecord>;

}  // namespace

TEST_CASE_TEMPLATE("leave is kept as it was recorded, each engagement's apart", Place, TANDEM_EVERY_STORE) {
  Place place;
  Scene scene(place.store());
  CHECK(scene.all(LeaveHistory::Whole).empty());
  app::LeaveRecord part = leave(1);
  part.from = "2026-12-21 13:00";
  part.to = "2026-12-21 17:30";
  part.note.clear();
  part.recorded = by_nobody();
  CHECK(scene.add(leave(2)) == std::nullopt);
  CHECK(scene.add(part) == std::nullopt);
  CHECK(scene.add(leave(3, kNorth)) == std::nullopt);
  CHECK(scene.add(leave(2)) == base::ErrorCode::Conflict);
  CHECK(scene.add(leave(4, kUnknownEngagement)) == base::ErrorCode::NotFound);
  CHECK(scene.all(LeaveHistory::InForce) == Leave{part, leave(2)});
  CHECK(scene.all(LeaveHistory::Whole) == Leave{part, leave(2)});
  CHECK(scene.all(LeaveHistory::Whole, kNorth) == Leave{leave(3, kNorth)});
  CHECK(scene.all(LeaveHistory::Whole, kUnknownEngagement).empty());
}

TEST_CASE_TEMPLATE("leave is removed once, by whoever did it, and stays to be read", Place, TANDEM_EVERY_STORE) {
  Place place;
  Scene scene(place.store());
  REQUIRE(scene.add(leave(1)) == std::nullopt);
  REQUIRE(scene.add(leave(2)) == std::nullopt);
  const auto later = by_dana(base::hours(1));
  CHECK(scene.remove(1, later, kNorth) == base::ErrorCode::NotFound);
  CHECK(scene.remove(9, later) == base::ErrorCode::NotFound);
  CHECK(scene.remove(1, later, kUnknownEngagement) == base::ErrorCode::NotFound);
  CHECK(scene.remove(1, later) == std::nullopt);
  CHECK(scene.remove(1, by_nobody()) == base::ErrorCode::Conflict);
  app::LeaveRecord removed = leave(1);
  removed.removed = later;
  CHECK(scene.all(LeaveHistory::InForce) == Leave{leave(2)});
  CHECK(scene.all(LeaveHistory::Whole) == Leave{removed, leave(2)});
  CHECK(scene.add(leave(1)) == base::ErrorCode::Conflict);
}

TEST_CASE_TEMPLATE("a leave has one task for its cover at most, and keeps it", Place, TANDEM_EVERY_STORE) {
  Place place;
  Scene scene(place.store());
  StoreDesk desk(place.store(), /*ids_from=*/0);
  const desk::TicketId task = desk.opens().id;
  const desk::TicketId other = desk.opens().id;
  REQUIRE(scene.add(leave(1)) == std::nullopt);
  const auto cover = [&](std::uint64_t n, desk::TicketId ticket, const desk::EngagementName& engagement = kHarbor) {
    return scene.write([&](app::WriteTransaction& tx) { return tx.set_leave_cover(engagement, leave_id(n), ticket); });
  };
  CHECK(cover(2, task) == base::ErrorCode::NotFound);
  CHECK(cover(1, task, kNorth) == base::ErrorCode::NotFound);
  CHECK(cover(1, desk::TicketId(base::IdBits{.high = 99, .low = 1})) == base::ErrorCode::NotFound);
  CHECK(scene.all(LeaveHistory::InForce).front().cover == std::nullopt);
  CHECK(cover(1, task) == std::nullopt);
  CHECK(cover(1, other) == base::ErrorCode::Conflict);
  CHECK(scene.all(LeaveHistory::InForce).front().cover == task);
  REQUIRE(scene.remove(1, by_dana()) == std::nullopt);
  REQUIRE(place.store().rebuild());
  CHECK(scene.all(LeaveHistory::Whole).front().cover == task);
}

TEST_CASE_TEMPLATE("leave that cover may have to be arranged for is what is ahead, and what has a task that is open",
                   Place, TANDEM_EVERY_STORE) {
  Place place;
  Scene scene(place.store());
  StoreDesk desk(place.store(), /*ids_from=*/0);
  const desk::Ticket task = desk.opens();
  app::LeaveRecord over = leave(1);
  over.from = over.to = "2026-12-20";
  app::LeaveRecord hours = leave(2);
  hours.from = "2026-12-21 13:00";
  hours.to = "2026-12-21 17:30";
  REQUIRE(scene.add(over) == std::nullopt);
  REQUIRE(scene.add(hours) == std::nullopt);
  REQUIRE(scene.add(leave(3)) == std::nullopt);
  REQUIRE(scene.add(leave(4, kNorth)) == std::nullopt);
  const auto ahead = [&] {
    const auto found = place.store().leave_to_cover(kHarbor, "2026-12-21");
    REQUIRE(found);
    std::vector<std::uint64_t> ids;
    for (const app::LeaveRecord& one : *found) ids.push_back(one.id.bits().low);
    return ids;
  };
  const auto ids = [](std::initializer_list<std::uint64_t> numbers) {
    std::vector<std::uint64_t> all;
    for (const std::uint64_t n : numbers) all.push_back(leave_id(n).bits().low);
    return all;
  };
  CHECK(ahead() == ids({2, 3}));
  REQUIRE(scene.remove(3, by_dana()) == std::nullopt);
  CHECK(ahead() == ids({2}));
  REQUIRE(scene.write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY(const auto found, tx.find_leave(kHarbor, leave_id(1)));
    CHECK(found == over);
    TANDEM_TRY(const auto of_others, tx.find_leave(kNorth, leave_id(1)));
    CHECK(of_others == std::nullopt);
    return tx.set_leave_cover(kHarbor, leave_id(1), task.id);
  }) == std::nullopt);
  CHECK(ahead() == ids({1, 2}));
  const auto read = place.store().leave_to_cover(kHarbor, "2026-12-21");
  REQUIRE(read);
  CHECK(read->front().cover == task.id);
  REQUIRE(desk.does(task, desk::person("sam"), desk::Resolve{"arranged"}) == std::nullopt);
  CHECK(ahead() == ids({2}));
  CHECK(place.store().leave_to_cover(kUnknownEngagement, "2026-12-21")->empty());
}

TEST_CASE_TEMPLATE("the number of leave changes grows with each recording and each removal", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  app::Store& store = place.store();
  Scene scene(store);
  CHECK(*store.leave_changes() == 0);
  REQUIRE(scene.add(leave(1)) == std::nullopt);
  REQUIRE(scene.add(leave(2, kNorth)) == std::nullopt);
  CHECK(*store.leave_changes() == 2);
  REQUIRE(scene.remove(1, by_dana()) == std::nullopt);
  CHECK(*store.leave_changes() == 3);
  CHECK(scene.remove(1, by_dana()) == base::ErrorCode::Conflict);
  CHECK(*store.leave_changes() == 3);
}

TEST_CASE_TEMPLATE("a write sees its own leave, and a failed one leaves none behind", Place, TANDEM_EVERY_STORE) {
  Place place;
  Scene scene(place.store());
  REQUIRE(scene.add(leave(1)) == std::nullopt);
  CHECK(scene.write([](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.add_leave_feed(feed(1)));
    TANDEM_TRY_DONE(tx.add_leave(leave(2)));
    TANDEM_TRY_DONE(tx.remove_leave(kHarbor, leave_id(1), by_dana()));
    TANDEM_TRY_DONE(tx.remove_leave(kHarbor, leave_id(2), by_dana()));
    TANDEM_TRY(const auto in_force, tx.leave(kHarbor, LeaveHistory::InForce));
    CHECK(in_force.empty());
    TANDEM_TRY(const auto whole, tx.leave(kHarbor, LeaveHistory::Whole));
    CHECK(whole.size() == 2);
    TANDEM_TRY(const auto feeds, tx.leave_feeds(kHarbor));
    CHECK(feeds.size() == 1);
    return base::fail(base::ErrorCode::Unavailable, "not today");
  }) == base::ErrorCode::Unavailable);
  CHECK(scene.all(LeaveHistory::Whole) == Leave{leave(1)});
  CHECK(place.store().leave_feeds(kHarbor)->empty());
}

TEST_CASE_TEMPLATE("a feed keeps what came of its last fetch, and who it is stays", Place, TANDEM_EVERY_STORE) {
  Place place;
  app::Store& store = place.store();
  Scene scene(store);
  const auto add = [&](const app::LeaveFeedRecord& record) {
    return scene.write([&](app::WriteTransaction& tx) { return tx.add_leave_feed(record); });
  };
  const auto update = [&](const app::LeaveFeedRecord& record) {
    return scene.write([&](app::WriteTransaction& tx) { return tx.update_leave_feed(record); });
  };
  CHECK(add(feed(2)) == std::nullopt);
  CHECK(add(feed(1)) == std::nullopt);
  CHECK(add(feed(1)) == base::ErrorCode::Conflict);
  CHECK(add(feed(3, kUnknownEngagement)) == base::ErrorCode::NotFound);
  CHECK(*store.leave_feeds(kHarbor) == std::vector{feed(1), feed(2)});
  CHECK(store.leave_feeds(kNorth)->empty());

  app::LeaveFeedRecord fetched = feed(1);
  fetched.fetched_at = desk::kMonday + base::hours(1);
  fetched.etag = "\"a\"";
  fetched.last_modified = "Mon, 05 Oct 2026 14:00:00 GMT";
  fetched.error = "the server answered 503";
  fetched.error_since = desk::kMonday + base::hours(2);
  fetched.removed = by_nobody();
  app::LeaveFeedRecord other_words = fetched;
  other_words.url = "https://elsewhere.example";
  other_words.label = "another";
  CHECK(update(other_words) == std::nullopt);
  CHECK(*store.leave_feeds(kHarbor) == std::vector{fetched, feed(2)});
  CHECK(update(feed(7)) == base::ErrorCode::NotFound);
  CHECK(update(feed(1, kNorth)) == base::ErrorCode::NotFound);
  CHECK(update(feed(1)) == std::nullopt);
  CHECK(*store.leave_feeds(kHarbor) == std::vector{feed(1), feed(2)});
}

TEST_CASE_TEMPLATE("leave of a feed names it and its event", Place, TANDEM_EVERY_STORE) {
  Place place;
  Scene scene(place.store());
  app::LeaveRecord one = leave(1);
  one.feed = app::FeedEvent{.feed = feed_id(1), .event = "uid-7@calendar.example/20261221"};
  CHECK(scene.add(one) == base::ErrorCode::NotFound);
  REQUIRE(scene.write([](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.add_leave_feed(feed(1)));
    return tx.add_leave_feed(feed(2, kNorth));
  }) == std::nullopt);
  CHECK(scene.add(one) == std::nullopt);
  CHECK(scene.all(LeaveHistory::InForce) == Leave{one});
  app::LeaveRecord of_others = leave(2);
  of_others.feed = app::FeedEvent{.feed = feed_id(2), .event = "x"};
  CHECK(scene.add(of_others) == base::ErrorCode::NotFound);
}

TEST_CASE_TEMPLATE("calendar keys are found by their secret and listed by account", Place, TANDEM_EVERY_STORE) {
  Place place;
  app::Store& store = place.store();
  Scene scene(store);
  REQUIRE(scene.write([](app::WriteTransaction& tx) {
    return tx.add_account({.id = account_id(1),
                           .email = "dana@harbor.example",
                           .display = "Dana",
                           .password_hash = {},
                           .created_at = desk::kMonday});
  }) == std::nullopt);
  const auto key = [](std::uint64_t n, std::uint8_t secret) {
    return app::CalendarKeyRecord{.id = app::CalendarKeyId(base::IdBits{.high = 4, .low = n}),
                                  .secret = hash_of(secret),
                                  .account = account_id(1),
                                  .engagement = kHarbor,
                                  .label = "phone",
                                  .created_at = desk::kMonday};
  };
  const auto add = [&](const app::CalendarKeyRecord& record) {
    return scene.write([&](app::WriteTransaction& tx) { return tx.add_calendar_key(record); });
  };
  CHECK(add(key(2, 2)) == std::nullopt);
  CHECK(add(key(1, 1)) == std::nullopt);
  CHECK(add(key(1, 3)) == base::ErrorCode::Conflict);
  CHECK(add(key(3, 1)) == base::ErrorCode::Conflict);
  app::CalendarKeyRecord nobodys = key(4, 4);
  nobodys.account = account_id(2);
  CHECK(add(nobodys) == base::ErrorCode::NotFound);
  app::CalendarKeyRecord nowhere = key(5, 5);
  nowhere.engagement = kUnknownEngagement;
  CHECK(add(nowhere) == base::ErrorCode::NotFound);

  CHECK(*store.calendar_key(hash_of(1)) == key(1, 1));
  CHECK(*store.calendar_key(hash_of(9)) == std::nullopt);
  CHECK(*store.calendar_keys(account_id(1)) == std::vector{key(1, 1), key(2, 2)});
  CHECK(store.calendar_keys(account_id(2))->empty());
  const auto remove = [&] {
    return scene.write([&](app::WriteTransaction& tx) { return tx.remove_calendar_key(key(1, 1).id); });
  };
  CHECK(remove() == std::nullopt);
  CHECK(remove() == std::nullopt);  // it is gone, as asked
  CHECK(*store.calendar_key(hash_of(1)) == std::nullopt);
  CHECK(*store.calendar_keys(account_id(1)) == std::vector{key(2, 2)});
}

TEST_CASE("a database refuses to forget or rewrite leave, whatever program asks") {
  SqlitePlace place;
  Scene scene(place.store());
  REQUIRE(scene.add(leave(1)) == std::nullopt);
  REQUIRE(scene.remove(1, by_dana()) == std::nullopt);
  REQUIRE(scene.add(leave(2)) == std::nullopt);
  auto connection = store::sqlite::Connection::open(place.path(), store::sqlite::Connection::Use::Write);
  REQUIRE(connection);
  for (const char* sql :
       {"DELETE FROM leave", "UPDATE leave SET last = '2027-06-01'", "UPDATE leave SET person = 'sam'",
        "UPDATE leave SET removed_at = NULL", "UPDATE leave SET removed_at = 1", "UPDATE leave SET recorded_at = 1"}) {
    CAPTURE(sql);
    CHECK_FALSE(connection->execute(sql));
  }
  CHECK(scene.all(LeaveHistory::Whole).size() == 2);
}
