// Somebody rewrites the database beside the program, in every way that there is, and the ledger tells where.
#include "app/ledger_audit.h"
#include "app/ledger_proofs.h"
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "ledger/leaf.h"
#include "store/sqlite/database.h"

using namespace tandem;
using store::sqlite::Connection;

namespace {

constexpr std::string_view kTakeGuardsAway =
    "DROP TRIGGER events_stay; DROP TRIGGER events_stay_as_written; DROP TRIGGER ledger_stays; "
    "DROP TRIGGER ledger_stays_as_written; ";

// Five tickets with two events each, which are leaves 0 to 9; then what the case does to the file.
class Tampered {
 public:
  explicit Tampered(std::string_view sql) : desk_(place_.store()) {
    for (int i = 0; i < 5; ++i) tickets_.push_back(desk_.opens({.subject = fmt::format("ticket {}", i + 1)}));
    head_ = *app::current_head(place_.store(), kHarbor);
    REQUIRE(faults().empty());
    REQUIRE(faults({head_}).empty());
    execute(sql);
  }

  void execute(std::string_view sql) {
    auto connection = Connection::open(place_.path(), Connection::Use::Write);
    REQUIRE(connection);
    const auto done = connection->execute(fmt::format("{}{}", std::exchange(guards_, {}), sql));
    REQUIRE_MESSAGE(done.has_value(), (done ? std::string() : done.error().message));
  }
  [[nodiscard]] std::vector<std::string> faults(std::vector<ledger::Head> kept = {}) {
    const auto done = app::audit_ledger(place_.store(), engagement_record("harbor-cu", "HCU"), kept);
    REQUIRE_MESSAGE(done.has_value(), (done ? std::string() : done.error().message));
    return done->faults;
  }
  // Of the first fault.
  [[nodiscard]] std::string first_fault() {
    const auto all = faults();
    return all.empty() ? "none" : all.front();
  }
  [[nodiscard]] app::Store& store() { return place_.store(); }
  [[nodiscard]] StoreDesk& desk() { return desk_; }
  [[nodiscard]] const ledger::Head& head() const { return head_; }
  [[nodiscard]] const desk::Ticket& ticket(std::size_t i) const { return tickets_.at(i); }

 private:
  SqlitePlace place_;
  StoreDesk desk_;
  std::vector<desk::Ticket> tickets_;
  ledger::Head head_;
  std::string guards_{kTakeGuardsAway};
};

}  // namespace

TEST_CASE("the database refuses to have events and leaves changed or deleted") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  desk.opens();
  auto connection = Connection::open(place.path(), Connection::Use::Write);
  REQUIRE(connection);
  for (const char* sql : {"UPDATE events SET version = 7", "DELETE FROM events", "UPDATE ledger SET leaf = 7",
                          "DELETE FROM ledger WHERE leaf = 0"})
    CHECK_FALSE(connection->execute(sql).has_value());
}

TEST_CASE("a changed text is found where it was changed") {
  Tampered tampered("UPDATE events SET data = replace(data, 'ticket 3', 'ticket 9') WHERE position = 5;");
  CHECK(tampered.faults().size() == 1);
  CHECK(tampered.first_fault() == "leaf 4 (HCU-3, event 1): its text is not the one that was written; it was changed");
  // A rebuild must not make the change true.
  const auto rebuilt = tampered.store().rebuild();
  REQUIRE_FALSE(rebuilt.has_value());
  CHECK(rebuilt.error().code == base::ErrorCode::Corrupt);
  CHECK(rebuilt.error().message.contains("the ledger is damaged at leaf 4"));
  CHECK(tampered.faults().size() == 1);
}

TEST_CASE("each single changed event is found") {
  for (int position = 1; position <= 10; ++position) {
    Tampered tampered(fmt::format("UPDATE events SET data = data || ' ' WHERE position = {};", position));
    const auto faults = tampered.faults();
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().starts_with(fmt::format("leaf {}", position - 1)));
    CHECK(faults.front().contains("it was changed"));
  }
}

TEST_CASE("an event whose place in its ticket was changed is found") {
  Tampered tampered("UPDATE events SET version = 3 WHERE position = 6;");
  CHECK(tampered.first_fault() == "leaf 5 (HCU-3, event 3): event 2 of the ticket should stand here");
}

TEST_CASE("a deleted event is found") {
  Tampered tampered("DELETE FROM events WHERE position = 6;");
  CHECK(tampered.faults().size() == 1);
  CHECK(tampered.first_fault() == "leaf 5: its event is missing; it was deleted");
}

TEST_CASE("an event that was deleted with its leaf is found") {
  Tampered tampered("DELETE FROM events WHERE position = 6; DELETE FROM ledger WHERE leaf = 5;");
  CHECK(tampered.first_fault() == "leaf 5 is missing in the ledger");
}

TEST_CASE("two events whose texts were swapped are found, and told to be") {
  Tampered tampered(
      "CREATE TEMP TABLE t AS SELECT position, data FROM events WHERE position IN (3, 7);"
      "UPDATE events SET data = (SELECT data FROM t WHERE t.position = 10 - events.position) WHERE position IN (3, "
      "7);");
  const auto faults = tampered.faults();
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].starts_with("leaf 2 ("));
  CHECK(faults[0].ends_with("it has what was written for leaf 6; the two were swapped"));
  CHECK(faults[1].ends_with("it has what was written for leaf 2; the two were swapped"));
}

TEST_CASE("two events that changed places wholly are found") {
  Tampered tampered(
      "UPDATE events SET position = 100 WHERE position = 3; UPDATE events SET position = 3 WHERE position = 7;"
      "UPDATE events SET position = 7 WHERE position = 100;");
  const auto faults = tampered.faults();
  CHECK(std::ranges::any_of(faults, [](const std::string& fault) {
    return fault.starts_with("leaf 2 (") && fault.ends_with("it has what was written for leaf 6; the two were swapped");
  }));
}

TEST_CASE("an event that was put in beside the program is found") {
  Tampered tampered(
      "INSERT INTO events (position, engagement, ticket, version, priority_rank, data) "
      "SELECT 77, engagement, ticket, 3, priority_rank, data FROM events WHERE position = 4;");
  CHECK(tampered.faults().size() == 1);
  CHECK(tampered.first_fault().starts_with("an event that the ledger does not have (HCU-2, event 3, position 77)"));
  CHECK(tampered.first_fault().contains("it was added beside the program"));
}

TEST_CASE("an event that was put in with a leaf of its own is found") {
  // The new leaf takes the hashes of another one: what it should be cannot be made in SQL alone.
  Tampered tampered(
      "INSERT INTO events (position, engagement, ticket, version, priority_rank, data) "
      "SELECT 77, engagement, ticket, 3, priority_rank, data FROM events WHERE position = 4;"
      "INSERT INTO ledger SELECT engagement, 10, 77, hashes FROM ledger WHERE leaf = 2;");
  CHECK(tampered.first_fault().starts_with("leaf 10 (HCU-2, event 3): its text is not the one"));
}

TEST_CASE("a ledger that was cut off is found by the events that are left, and by a kept head") {
  Tampered tampered("DELETE FROM ledger WHERE leaf >= 7;");
  const auto faults = tampered.faults();
  REQUIRE(faults.size() == 3);
  CHECK(faults.front().contains("the end of the ledger was cut off"));
  CHECK(tampered.faults({tampered.head()}).back().contains("a kept head counts 10 events and there are 7"));
}

TEST_CASE("a history whose end was cut off with its leaves is found by a kept head alone") {
  Tampered tampered("DELETE FROM ledger WHERE leaf >= 8; DELETE FROM events WHERE position >= 9;");
  CHECK(tampered.faults().empty());
  const auto faults = tampered.faults({tampered.head()});
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().contains("a kept head counts 10 events and there are 8: the last 2 were cut off"));
}

TEST_CASE("hashes that were written over are found") {
  Tampered leaf("UPDATE ledger SET hashes = zeroblob(32) WHERE leaf = 4;");
  CHECK(leaf.first_fault().starts_with("leaf 4 (HCU-3, event 1): its text is not the one that was written"));
  Tampered inner("UPDATE ledger SET hashes = CAST(substr(hashes, 1, 32) || zeroblob(32) AS BLOB) WHERE leaf = 5;");
  CHECK(inner.first_fault().starts_with(
      "leaf 5 (HCU-3, event 2): the hashes kept with it are not those of leaves 4 to 5"));
  Tampered short_one("UPDATE ledger SET hashes = x'00' WHERE leaf = 6;");
  CHECK(short_one.first_fault().starts_with("leaf 6 (HCU-4, event 1): the hashes kept with it"));
}

TEST_CASE("an event that was put in another's place is found") {
  Tampered tampered(
      "UPDATE events SET data = (SELECT data FROM events WHERE position = 1), version = 9, "
      "ticket = (SELECT ticket FROM events WHERE position = 1) WHERE position = 5;");
  CHECK(tampered.first_fault() == "leaf 4 (HCU-1, event 9): event 3 of the ticket should stand here");
}

TEST_CASE("a text that was changed together with its leaf is found by the next hash above it") {
  Tampered tampered("");
  const auto rows = tampered.store().ledger_rows(kHarbor, 4, 1);
  REQUIRE(rows);
  app::RecordedEvent event = *rows->front().event;
  event.record.replace(event.record.find("ticket 3"), 8, "ticket 9");
  const ledger::Hash hash = ledger::leaf_hash(
      {.engagement = kHarbor.text(), .ticket = event.ticket.text(), .version = event.version, .record = event.record});
  std::string hex;
  for (const auto byte : hash) hex += fmt::format("{:02x}", byte);
  tampered.execute(
      fmt::format("UPDATE events SET data = replace(data, 'ticket 3', 'ticket 9') WHERE position = 5; "
                  "UPDATE ledger SET hashes = x'{}' WHERE leaf = 4;",
                  hex));
  CHECK(tampered.faults().size() == 1);
  CHECK(
      tampered.first_fault() ==
      "leaf 5 (HCU-3, event 2): the hashes kept with it are not those of leaves 4 to 5; one of them was written over");
}

TEST_CASE("another history that fits together is found by a kept head, and by nothing else") {
  Tampered tampered(
      "DELETE FROM ledger; DELETE FROM events; DELETE FROM tickets; DELETE FROM ticket_words; "
      "DELETE FROM workloads;");
  // The program itself writes the other history.
  SUBCASE("of the same length") {
    for (int i = 0; i < 5; ++i) tampered.desk().opens({.subject = "never happened"});
    CHECK(tampered.faults().empty());
    const auto faults = tampered.faults({tampered.head()});
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().contains("between leaf 0 and leaf 9"));
    CHECK(faults.front().contains("history was rewritten"));
  }
  SUBCASE("a longer one") {
    for (int i = 0; i < 9; ++i) tampered.desk().opens({.subject = "never happened"});
    CHECK(tampered.faults().empty());
    CHECK(tampered.faults({tampered.head()}).size() == 1);
    const auto growth = app::prove_growth(tampered.store(), kHarbor, tampered.head().size, std::nullopt);
    REQUIRE(growth);
    CHECK_FALSE(ledger::verify_consistency(tampered.head().size, tampered.head().root, growth->second.size,
                                           growth->second.root, growth->path));
  }
  SUBCASE("a shorter one") {
    tampered.desk().opens({.subject = "never happened"});
    CHECK(tampered.faults({tampered.head()}).front().contains("were cut off, or all are another history's"));
  }
}

TEST_CASE("of several kept heads the last good one and the first bad one say where history was rewritten") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  std::vector<ledger::Head> kept;
  for (int i = 0; i < 4; ++i) {
    desk.opens();
    kept.push_back(*app::current_head(place.store(), kHarbor));
  }
  {
    auto connection = Connection::open(place.path(), Connection::Use::Write);
    REQUIRE(connection);
    REQUIRE(connection->execute(fmt::format(
        "{}DELETE FROM ledger WHERE leaf >= 4; DELETE FROM events WHERE position >= 5; DELETE FROM tickets WHERE "
        "newness <= -3; DELETE FROM ticket_words WHERE rowid >= 3;",
        kTakeGuardsAway)));
  }
  for (int i = 0; i < 2; ++i) desk.opens({.subject = "never happened"});
  const auto audit = app::audit_ledger(place.store(), engagement_record("harbor-cu", "HCU"), kept);
  REQUIRE(audit);
  REQUIRE(audit->faults.size() == 2);
  CHECK(audit->faults[0].contains("between leaf 4 and leaf 5"));
  CHECK(audit->faults[1].contains("between leaf 4 and leaf 7"));
}

TEST_CASE("many faults are counted, and the first of them told") {
  Tampered tampered("");
  for (int i = 0; i < 20; ++i) tampered.desk().opens();
  tampered.execute("UPDATE events SET data = data || ' ';");
  const auto faults = tampered.faults();
  REQUIRE(faults.size() == app::kMostFaults + 1);
  CHECK(faults.front().starts_with("leaf 0 "));
  CHECK(faults.back() == "and 30 more");
}

TEST_CASE("a desk does not go on over a ledger whose end is damaged, and says why") {
  Tampered tampered("DELETE FROM ledger WHERE leaf = 7;");
  const auto done = tampered.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tampered.desk().opens_in(tx, tampered.desk().next_id(), {}));
    return {};
  });
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().code == base::ErrorCode::Corrupt);
  CHECK(done.error().message == "the ledger is damaged at leaf 7: `tandem ledger verify` tells what is wrong");
}

TEST_CASE("missing leaves of a ledger whose events are all there are made by a rebuild") {
  Tampered tampered("DELETE FROM ledger;");
  CHECK(*tampered.store().ledger_size(kHarbor) == 0);
  REQUIRE(tampered.store().rebuild());
  CHECK(tampered.faults({tampered.head()}).empty());
  CHECK(*app::current_head(tampered.store(), kHarbor) == tampered.head());
}

TEST_CASE("proofs of a large ledger walk keys and scan nothing") {
  SqlitePlace place;
  StoreDesk desk(place.store());
  auto connection = Connection::open(place.path(), Connection::Use::Read);
  REQUIRE(connection);
  for (const char* sql : {"SELECT hashes FROM ledger WHERE engagement = ? AND leaf = ?",
                          "SELECT leaf FROM ledger WHERE engagement = ? ORDER BY leaf DESC LIMIT 1",
                          "SELECT position FROM events WHERE engagement = ? AND ticket = ? AND version = ?"}) {
    auto rows = connection->prepare(fmt::format("EXPLAIN QUERY PLAN {}", sql));
    REQUIRE(rows);
    for (;;) {
      const auto more = (*rows)->step();
      REQUIRE(more);
      if (!*more) break;
      CHECK_FALSE((*rows)->text(3).contains("SCAN"));
      CHECK_FALSE((*rows)->text(3).contains("TEMP B-TREE"));
    }
  }
}
