// Macros as a store keeps them.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

app::MacroRecord macro(std::uint64_t id, std::string title) {
  app::MacroRecord record;
  record.id = app::MacroId(base::IdBits{.high = 3, .low = id});
  record.engagement = kHarbor;
  record.team = desk::TeamName("soc");
  record.title = std::move(title);
  record.text = "Dear {requester}";
  record.visibility = desk::Visibility::Both;
  record.take = true;
  record.priority = desk::PriorityName("high");
  record.tags = {"branch", "printer"};
  record.end = app::MacroEnd::Wait;
  record.waiting_on = desk::WaitingOn::Vendor;
  record.changed = {.account = app::AccountId(base::IdBits{.high = 1, .low = 1}),
                    .person = desk::PersonName("mei"),
                    .display = "Mei Tanaka",
                    .at = desk::kMonday};
  return record;
}

}  // namespace

TEST_CASE_TEMPLATE("macros are kept, replaced, listed by title and removed", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto put = [&](const app::MacroRecord& record) {
    return desk.store().write([&](app::WriteTransaction& tx) { return tx.put_macro(record); });
  };
  const auto all = [&](const desk::EngagementName& engagement = kHarbor) {
    const auto macros = desk.store().macros(engagement);
    REQUIRE(macros);
    return *macros;
  };
  const auto second = macro(2, "b");
  auto first = macro(1, "c");
  REQUIRE(put(first));
  REQUIRE(put(second));
  CHECK(all() == std::vector{second, first});
  first.title = "a";
  first.end = app::MacroEnd::Nothing;
  first.changed.account = std::nullopt;
  REQUIRE(put(first));
  CHECK(all() == std::vector{first, second});
  CHECK(all(kUnknownEngagement).empty());
  const auto remove = [&](app::MacroId id) {
    REQUIRE(desk.store().write([&](app::WriteTransaction& tx) { return tx.remove_macro(kHarbor, id); }));
  };
  remove(first.id);
  remove(first.id);
  CHECK(all() == std::vector{second});
}

TEST_CASE_TEMPLATE("a macro of another engagement is neither replaced nor removed", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const desk::EngagementName quarry("quarry");
  REQUIRE(desk.store().write(
      [&](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record("quarry", "Q")); }));
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) { return tx.put_macro(macro(1, "a")); }));
  auto stolen = macro(1, "stolen");
  stolen.engagement = quarry;
  const auto done = desk.store().write([&](app::WriteTransaction& tx) { return tx.put_macro(stolen); });
  REQUIRE_FALSE(done);
  CHECK(done.error().code == base::ErrorCode::NotFound);
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) { return tx.remove_macro(quarry, stolen.id); }));
  CHECK(desk.store().macros(kHarbor)->size() == 1);
}

TEST_CASE_TEMPLATE("a transaction reads the macros that it has kept itself", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) { return tx.put_macro(macro(1, "b")); }));
  std::vector<app::MacroRecord> seen;
  const auto written = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.put_macro(macro(2, "a")));
    TANDEM_TRY(seen, tx.macros(kHarbor));
    return {};
  });
  REQUIRE(written);
  CHECK(seen == std::vector{macro(2, "a"), macro(1, "b")});
  const auto unknown = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY(seen, tx.macros(kUnknownEngagement));
    return {};
  });
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == base::ErrorCode::NotFound);
}
