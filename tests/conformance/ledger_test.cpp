// The ledger of each store: every event gets its leaf in the same transaction, and roots and proofs are those of a tree
// made from nothing but the events.
#include "app/ledger_audit.h"
#include "app/ledger_proofs.h"
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "ledger/leaf.h"
#include "ledger/naive_tree.h"
#include "record/event_record.h"

using namespace tandem;

namespace {

const desk::EngagementName kOther("other-co");

// From the events that the store tells, by the definition.
std::vector<ledger::Hash> leaves_of(app::Store& store, const desk::EngagementName& engagement) {
  const auto events = store.events_after(engagement, 0, 100'000);
  REQUIRE(events);
  std::vector<ledger::Hash> leaves;
  for (const app::StoredEvent& event : *events) {
    leaves.push_back(ledger::leaf_hash({.engagement = engagement.text(),
                                        .ticket = event.ticket.text(),
                                        .version = event.version,
                                        .record = record::encode(event.event)}));
  }
  return leaves;
}

void check_ledger(app::Store& store, const desk::EngagementName& engagement) {
  const auto leaves = leaves_of(store, engagement);
  const auto head = app::current_head(store, engagement);
  REQUIRE_MESSAGE(head.has_value(), (head ? std::string() : head.error().message));
  CHECK(head->size == leaves.size());
  CHECK(head->root == ledger::naive::root(leaves));
  CHECK(head->origin == "tandem/" + engagement.text());
  CHECK(*store.ledger_size(engagement) == leaves.size());
  const auto rows = store.ledger_rows(engagement, 0, 100'000);
  REQUIRE(rows);
  REQUIRE(rows->size() == leaves.size());
  for (std::size_t i = 0; i < rows->size(); ++i) {
    CHECK((*rows)[i].leaf == i);
    CHECK((*rows)[i].hashes.size() == ledger::hashes_of_leaf(i));
    CHECK((*rows)[i].hashes.front() == leaves[i]);
  }
  CHECK(store.events_outside_ledger(engagement, 10)->empty());
}

app::LedgerAudit audit(app::Store& store, std::vector<ledger::Head> kept = {}) {
  const auto done = app::audit_ledger(store, engagement_record("harbor-cu", "HCU"), kept);
  REQUIRE_MESSAGE(done.has_value(), (done ? std::string() : done.error().message));
  return *done;
}

// Two engagements whose events alternate.
std::vector<desk::Ticket> work(StoreDesk& desk) {
  REQUIRE(desk.store().write(
      [](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record("other-co", "OTH")); }));
  std::vector<desk::Ticket> tickets;
  for (int i = 0; i < 9; ++i) {
    tickets.push_back(desk.opens());
    desk.opens({.subject = "elsewhere", .engagement = kOther});
    if (i % 2 == 0) REQUIRE(desk.does(tickets.back(), desk::person("sam"), desk::Take{}) == std::nullopt);
    if (i % 3 == 0)
      REQUIRE(desk.does(tickets.front(), desk::person("sam"), desk::AddComment{desk::Visibility::Both, {}, "hm"}) ==
              std::nullopt);
  }
  return tickets;
}

}  // namespace

TEST_CASE_TEMPLATE("an engagement without events has an empty ledger, and so has one that is not there", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  for (const auto& name : {kHarbor, kUnknownEngagement}) {
    CHECK(*place.store().ledger_size(name) == 0);
    CHECK(app::current_head(place.store(), name)->root == ledger::empty_root());
    CHECK(place.store().ledger_rows(name, 0, 10)->empty());
    CHECK(*place.store().ledger_leaf(name, desk.next_id(), 1) == std::nullopt);
    const std::vector<ledger::NodeAt> beyond{{.level = 0, .index = 0}};
    REQUIRE_FALSE(place.store().ledger_nodes(name, beyond).has_value());
    CHECK(place.store().ledger_nodes(name, beyond).error().code == base::ErrorCode::Corrupt);
  }
  CHECK(audit(place.store()).faults.empty());
}

TEST_CASE_TEMPLATE("every event is a leaf of its engagement's ledger, in the order in which it was written", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  work(desk);
  check_ledger(place.store(), kHarbor);
  check_ledger(place.store(), kOther);
  CHECK(*place.store().ledger_size(kHarbor) > 25);
  CHECK(audit(place.store()).faults.empty());
}

TEST_CASE_TEMPLATE("several appends in one transaction, and many threads, leave one whole ledger", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  REQUIRE(place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    for (int i = 0; i < 5; ++i) TANDEM_TRY_DONE(desk.opens_in(tx, desk.next_id(), {}));
    return {};
  }));
  check_ledger(place.store(), kHarbor);
  std::atomic<int> failures = 0;
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 6; ++t) {
    threads.emplace_back([&, t] {
      StoreDesk own(place.store(), 1000 * (t + 1));
      for (int i = 0; i < 15; ++i) {
        // Some fail after they have written, so that the group they are in is done once more.
        const bool fails = i % 5 == 4;
        const auto done = place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
          TANDEM_TRY_DONE(own.opens_in(tx, own.next_id(), {}));
          if (fails) return base::fail(base::ErrorCode::BadInput, "no");
          return {};
        });
        if (done.has_value() == fails) ++failures;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(failures == 0);
  CHECK(*place.store().ledger_size(kHarbor) == (5 + 6 * 12) * 2);
  check_ledger(place.store(), kHarbor);
}

TEST_CASE_TEMPLATE("what is undone leaves no leaf", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  desk.opens();
  const auto before = *app::current_head(place.store(), kHarbor);
  REQUIRE_FALSE(place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(desk.opens_in(tx, desk.next_id(), {}));
    return base::fail(base::ErrorCode::BadInput, "no");
  }));
  CHECK(*app::current_head(place.store(), kHarbor) == before);
  desk.opens();
  check_ledger(place.store(), kHarbor);
}

TEST_CASE_TEMPLATE("every event is proved to be in every later ledger, and every ledger to begin with each before",
                   Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto tickets = work(desk);
  app::Store& store = place.store();
  const auto leaves = leaves_of(store, kHarbor);
  const auto events = *store.events_after(kHarbor, 0, 1000);
  for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
    for (std::uint64_t size = leaf + 1; size <= leaves.size(); size += 3) {
      const auto proof = app::prove_event(store, kHarbor, events[leaf].ticket, events[leaf].version, size);
      REQUIRE_MESSAGE(proof.has_value(), (proof ? std::string() : proof.error().message));
      CHECK(proof->leaf == leaf);
      CHECK(proof->event.record == record::encode(events[leaf].event));
      CHECK(proof->leaf_hash == leaves[leaf]);
      CHECK(proof->head.root == ledger::naive::root(ledger::naive::Leaves(leaves).first(size)));
      CHECK(ledger::verify_inclusion(leaf, size, leaves[leaf], proof->path, proof->head.root));
    }
  }
  for (std::uint64_t first = 0; first <= leaves.size(); ++first) {
    const auto proof = app::prove_growth(store, kHarbor, first, std::nullopt);
    REQUIRE(proof);
    CHECK(ledger::verify_consistency(first, proof->first.root, leaves.size(), proof->second.root, proof->path));
  }
  const auto first = tickets.front().id;
  CHECK(app::prove_event(store, kHarbor, first, 99, std::nullopt).error().code == base::ErrorCode::NotFound);
  CHECK(app::prove_event(store, kHarbor, desk.next_id(), 1, std::nullopt).error().code == base::ErrorCode::NotFound);
  CHECK(app::prove_event(store, kOther, first, 1, std::nullopt).error().code == base::ErrorCode::NotFound);
  CHECK(app::prove_event(store, kHarbor, first, 2, 1).error().code == base::ErrorCode::BadInput);
  CHECK(app::prove_event(store, kHarbor, first, 1, 999).error().code == base::ErrorCode::BadInput);
  CHECK(app::prove_growth(store, kHarbor, 5, 3).error().code == base::ErrorCode::BadInput);
  CHECK(app::prove_growth(store, kHarbor, 5, 999).error().code == base::ErrorCode::BadInput);
}

TEST_CASE_TEMPLATE("rebuild leaves the ledger as it is", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  work(desk);
  const auto before = *app::current_head(place.store(), kHarbor);
  const auto dump = desk.dump();
  CHECK(dump.contains(fmt::format("harbor-cu|ledger|{}|{}\n", before.size, ledger::to_text(before.root))));
  REQUIRE(place.store().rebuild());
  CHECK(desk.dump() == dump);
  check_ledger(place.store(), kHarbor);
  desk.opens();
  check_ledger(place.store(), kHarbor);
}

TEST_CASE_TEMPLATE("kept heads of every size agree with the ledger that grew from them", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  std::vector<ledger::Head> kept;
  for (int i = 0; i < 6; ++i) {
    kept.push_back(*app::current_head(place.store(), kHarbor));
    desk.opens();
  }
  CHECK(audit(place.store(), kept).faults.empty());
  kept[3].root[0] ^= 1;
  const auto faults = audit(place.store(), kept).faults;
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().contains("between leaf 4 and leaf 5"));
  CHECK(faults.front().contains("history was rewritten"));
}
