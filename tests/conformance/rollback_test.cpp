// Work that fails or throws undoes itself and nothing else; what succeeds is told in order, afterwards.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

app::AccountRecord dana() {
  return {.id = app::AccountId(base::IdBits{.high = 9, .low = 1}),
          .email = "dana@harbor.example",
          .display = "Dana Whitfield",
          .password_hash = "x",
          .created_at = desk::kMonday};
}

// One of everything.
base::Result<void> change_everything(app::WriteTransaction& tx, const StoreDesk& desk, desk::TicketId known,
                                     desk::TicketId fresh) {
  TANDEM_TRY_DONE(tx.add_engagement(engagement_record("other-co", "OTH")));
  TANDEM_TRY_DONE(tx.add_agreement(
      kHarbor, {.version = 2, .root = "a.yaml", .files = {{"a.yaml", "x"}}, .in_force_from = desk::kMonday}));
  TANDEM_TRY_DONE(tx.set_password(dana().id, "changed"));
  auto luis = dana();
  luis.id = app::AccountId(base::IdBits{.high = 9, .low = 2});
  luis.email = "luis@harbor.example";
  TANDEM_TRY_DONE(tx.add_account(luis));
  TANDEM_TRY_DONE(tx.put_membership({luis.id, kHarbor, app::Role::Member, desk::PersonName("luis")}));
  TANDEM_TRY_DONE(tx.remove_membership(dana().id, kHarbor));
  TANDEM_TRY_DONE(tx.add_session(
      {.secret = {1}, .account = luis.id, .csrf = "c", .created_at = desk::kMonday, .expires_at = desk::kMonday}));
  TANDEM_TRY_DONE(tx.remove_session({2}));
  TANDEM_TRY_DONE(tx.add_token({.id = app::TokenId(base::IdBits{.high = 1, .low = 1}),
                                .secret = {3},
                                .account = luis.id,
                                .label = {},
                                .created_at = {},
                                .expires_at = {}}));
  TANDEM_TRY_DONE(tx.remember(
      luis.id, "k", {.request = {}, .engagement = kHarbor, .made = known.bits(), .version = 1, .at = desk::kMonday}));
  TANDEM_TRY_DONE(tx.forget_expired(desk::kMonday + base::hours(1000)));
  TANDEM_TRY_DONE(desk.opens_in(tx, fresh, {.external = desk::ExternalKey{"jira", "HCU-9"}}));
  TANDEM_TRY_DONE(desk.does_in(tx, kHarbor, known, desk::person("sam"), desk::Resolve{"done"}));
  return {};
}

struct Prepared {
  explicit Prepared(app::Store& store) : desk(store), known(desk.opens()) {
    REQUIRE(store.write([](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY_DONE(tx.add_account(dana()));
      TANDEM_TRY_DONE(tx.put_membership({dana().id, kHarbor, app::Role::Member, desk::PersonName("dana")}));
      return tx.add_session(
          {.secret = {2}, .account = dana().id, .csrf = "c", .created_at = desk::kMonday, .expires_at = desk::kMonday});
    }));
    dump = desk.dump();
  }
  void check_nothing_changed() {
    app::Store& store = desk.store();
    CHECK(desk.dump() == dump);
    CHECK(desk.read(known) == known);
    CHECK(*store.last_position() == known.version);
    REQUIRE(store.engagements()->size() == 1);
    CHECK(store.engagements()->front() == engagement_record("harbor-cu", "HCU"));
    CHECK(*store.account(dana().id) == dana());
    CHECK(*store.find_account("luis@harbor.example") == std::nullopt);
    CHECK(store.members(kHarbor)->size() == 1);
    CHECK(store.members(kHarbor)->front().account == dana().id);
    CHECK(*store.session({1}) == std::nullopt);
    CHECK((*store.session({2})).has_value());
    CHECK(*store.token({3}) == std::nullopt);
    CHECK(*store.find_number(kHarbor, 2) == std::nullopt);
    CHECK(*store.rebuild() == known.version);
    CHECK(desk.dump() == dump);
  }

  StoreDesk desk;
  desk::Ticket known;
  std::string dump;
};

}  // namespace

TEST_CASE_TEMPLATE("work that fails leaves everything as it was", Place, TANDEM_EVERY_STORE) {
  Place place;
  Prepared before(place.store());
  bool told = false;
  place.store().observe([&](std::span<const app::Change>) { told = true; });
  const auto failed = place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    const auto changed = change_everything(tx, before.desk, before.known.id, before.desk.next_id());
    REQUIRE_MESSAGE(changed.has_value(), (changed ? std::string() : changed.error().message));
    return base::fail(base::ErrorCode::BadInput, "in its own words");
  });
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().code == base::ErrorCode::BadInput);
  CHECK(failed.error().message == "in its own words");
  CHECK_FALSE(told);
  before.check_nothing_changed();
  CHECK(before.desk.opens().facts.number == 2);
  CHECK(told);
}

TEST_CASE_TEMPLATE("work that throws leaves everything as it was, and the caller gets what it threw", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  Prepared before(place.store());
  bool told = false;
  place.store().observe([&](std::span<const app::Change>) { told = true; });
  CHECK_THROWS_WITH_AS((void)place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    REQUIRE(change_everything(tx, before.desk, before.known.id, before.desk.next_id()));
    throw std::runtime_error("a bug");
  }),
                       "a bug", std::runtime_error);
  CHECK_FALSE(told);
  before.check_nothing_changed();
  CHECK(before.desk.opens().facts.number == 2);
}

TEST_CASE_TEMPLATE("work that succeeds does all of it, and sees its own writes", Place, TANDEM_EVERY_STORE) {
  Place place;
  Prepared before(place.store());
  const auto fresh = before.desk.next_id();
  REQUIRE(place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(change_everything(tx, before.desk, before.known.id, fresh));
    TANDEM_TRY(const auto inside, tx.ticket(kHarbor, fresh));
    REQUIRE(inside.has_value());
    TANDEM_TRY(const auto by_key, tx.find_external(kHarbor, {"jira", "HCU-9"}));
    CHECK(by_key == fresh);
    return {};
  }));
  CHECK(before.desk.read(before.known).state == desk::State::Resolved);
  CHECK(*place.store().find_number(kHarbor, 2) == fresh);
  CHECK(place.store().engagements()->size() == 2);
  CHECK(place.store().engagements()->front().agreement.version == 2);
  CHECK(place.store().members(kHarbor)->size() == 1);
  CHECK(*place.store().session({1}) == std::nullopt);  // had ended, and was forgotten
  CHECK((*place.store().token({3})).has_value());
}

TEST_CASE_TEMPLATE("changes are told once, in the order of their positions, before the writer goes on", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  std::vector<app::Change> told;
  std::atomic<std::size_t> count = 0;
  desk.store().observe([&](std::span<const app::Change> changes) {
    CHECK_FALSE(changes.empty());
    told.insert(told.end(), changes.begin(), changes.end());
    count = told.size();
  });
  const auto first = desk.opens();
  CHECK(count == 2);
  REQUIRE(desk.does(first, desk::person("sam"), desk::Take{}) == std::nullopt);
  REQUIRE(desk.store().write([](app::WriteTransaction& tx) { return tx.add_account(dana()); }));  // no event
  const auto so_far = count.load();
  CHECK(so_far == desk.read(first).version);

  constexpr std::size_t kThreads = 8;
  constexpr std::size_t kEach = 20;
  std::atomic<std::size_t> failures = 0;
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      StoreDesk own(place.store(), 1000 * (t + 1));
      for (std::size_t i = 0; i < kEach; ++i) {
        const auto done = place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
          TANDEM_TRY_DONE(own.opens_in(tx, own.next_id(), {}));
          return {};
        });
        if (!done) ++failures;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(failures == 0);
  const auto events = desk.store().events_after({}, 0, 100'000);
  REQUIRE(events);
  REQUIRE(told.size() == events->size());
  CHECK(events->size() == so_far + kThreads * kEach * 2);
  bool same = true;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const auto& event = (*events)[i];
    same = same && told[i].position == event.position && told[i].ticket == event.ticket &&
           told[i].engagement == event.engagement;
  }
  CHECK(same);
}
