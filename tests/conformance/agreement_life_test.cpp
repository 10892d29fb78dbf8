// The life of an agreement in every store: events in order, each a leaf; texts by their hashes; all or nothing.
#include "app/agreement_seal.h"
#include "app/ledger_audit.h"
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "crypto/crypto.h"

using namespace tandem;

namespace {

constexpr std::string_view kText = "tandem: 1\n";
const desk::TextHash kTextHash(app::hex(crypto::sha256(kText)));

desk::AgreementEvent begun(std::uint32_t draft) {
  return {
      .at = desk::kMonday,
      .actor = desk::person("sam"),
      .data = desk::DraftBegun{
          .draft = draft,
          .title = "Weekends",
          .based_on = 1,
          .text = {.root = "a.yaml", .files = {{.name = "a.yaml", .hash = kTextHash}}, .hash = desk::TextHash("bb")},
          .ruling = std::nullopt}};
}

std::vector<desk::AgreementEvent> life_of(app::Store& store) {
  std::vector<desk::AgreementEvent> life;
  std::uint32_t version = 0;
  const auto stored = store.agreement_events(kHarbor).value();
  for (const app::StoredAgreementEvent& each : stored) {
    CHECK(each.version == ++version);
    life.push_back(each.event);
  }
  return life;
}

}  // namespace

TEST_CASE_TEMPLATE("what happens to an agreement is kept in order, beside the tickets and never among them", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  app::Store& store = place.store();
  const auto ticket = desk.opens();
  const std::vector<desk::AgreementEvent> two{begun(1), begun(2)};
  REQUIRE(store.write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY(const auto position, tx.append_agreement(kHarbor, 0, two));
    TANDEM_TRY(const auto seen, tx.agreement_events(kHarbor));
    CHECK(seen.size() == 2);
    CHECK(seen.back().position == position);
    return {};
  }));
  CHECK(life_of(store) == two);
  CHECK(store.agreement_events(kUnknownEngagement).value().empty());
  // A ticket's readers see nothing of it.
  CHECK(store.events_after({}, 0, 100).value().size() == store.history(kHarbor, ticket.id).value().size());
  CHECK_FALSE(store.ticket(kHarbor, app::kAgreementEvents).value());
  CHECK(store.history(kHarbor, app::kAgreementEvents).value().empty());
  CHECK(desk.numbers({}) == Numbers{1});
  CHECK(store.last_position().value() == store.agreement_events(kHarbor).value().back().position);
}

TEST_CASE_TEMPLATE("who has not seen all that happened to an agreement is in conflict", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const std::vector<desk::AgreementEvent> one{begun(1)};
  const auto append = [&](const desk::EngagementName& engagement, std::uint32_t known) {
    return place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY_DONE(tx.append_agreement(engagement, known, one));
      return {};
    });
  };
  REQUIRE(append(kHarbor, 0));
  CHECK(append(kHarbor, 0).error().code == base::ErrorCode::Conflict);
  CHECK(append(kHarbor, 2).error().code == base::ErrorCode::Conflict);
  CHECK(append(kUnknownEngagement, 0).error().code == base::ErrorCode::NotFound);
  CHECK(append(kHarbor, 1));
  CHECK(life_of(place.store()).size() == 2);
}

TEST_CASE_TEMPLATE("a text is kept once under its hash, for its engagement alone", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  app::Store& store = place.store();
  const desk::TextHash hash("aa");
  for (int i = 0; i < 2; ++i) {
    REQUIRE(store.write([&](app::WriteTransaction& tx) -> base::Result<void> {
      return tx.keep_agreement_text(kHarbor, hash, "tandem: 1\n");
    }));
  }
  CHECK(store.agreement_text(kHarbor, hash).value() == "tandem: 1\n");
  CHECK_FALSE(store.agreement_text(kHarbor, desk::TextHash("ab")).value());
  CHECK_FALSE(store.agreement_text(kUnknownEngagement, hash).value());
}

TEST_CASE_TEMPLATE("what is undone leaves neither event nor text nor leaf", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  app::Store& store = place.store();
  desk.opens();
  const auto size = store.ledger_size(kHarbor).value();
  const std::vector<desk::AgreementEvent> one{begun(1)};
  CHECK_FALSE(store.write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.keep_agreement_text(kHarbor, desk::TextHash("aa"), "x"));
    TANDEM_TRY_DONE(tx.append_agreement(kHarbor, 0, one));
    return base::fail(base::ErrorCode::Io, "changed my mind");
  }));
  CHECK(life_of(store).empty());
  CHECK_FALSE(store.agreement_text(kHarbor, desk::TextHash("aa")).value());
  CHECK(store.ledger_size(kHarbor).value() == size);
}

TEST_CASE_TEMPLATE("every event of an agreement is a leaf, and rebuild arrives at the same ledger", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  app::Store& store = place.store();
  const std::vector<desk::AgreementEvent> one{begun(1)};
  const auto append = [&](std::uint32_t known) {
    REQUIRE(store.write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY_DONE(tx.append_agreement(kHarbor, known, one));
      return {};
    }));
  };
  REQUIRE(store.write([&](app::WriteTransaction& tx) { return tx.keep_agreement_text(kHarbor, kTextHash, kText); }));
  append(0);
  desk.opens();
  append(1);
  const auto record = store.engagements().value().front();
  const auto audit = app::audit_ledger(store, record, {});
  REQUIRE(audit);
  CHECK(audit->faults == std::vector<std::string>{});
  CHECK(audit->size == 2 + store.events_after({}, 0, 100).value().size());
  const auto leaf = store.ledger_leaf(kHarbor, app::kAgreementEvents, 2).value();
  REQUIRE(leaf);
  CHECK(leaf->leaf == audit->size - 1);
  CHECK(leaf->event->record.contains("draft-begun"));
  const auto before = store.dump_read_tables().value();
  CHECK(store.rebuild().value() == audit->size);
  CHECK(store.dump_read_tables().value() == before);
}

TEST_CASE_TEMPLATE("a text that an event names and that is another or is not there is found", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  app::Store& store = place.store();
  const std::vector<desk::AgreementEvent> one{begun(1)};
  REQUIRE(store.write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.append_agreement(kHarbor, 0, one));
    return {};
  }));
  const auto record = store.engagements().value().front();
  CHECK(app::audit_ledger(store, record, {})->faults.at(0).contains("is missing"));
  REQUIRE(store.write(
      [&](app::WriteTransaction& tx) { return tx.keep_agreement_text(kHarbor, kTextHash, "tandem: 2\n"); }));
  CHECK(app::audit_ledger(store, record, {})->faults.at(0).contains("it was changed"));
}
