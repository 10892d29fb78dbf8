// The register of VIPs as a store keeps it: nothing in it is ever deleted.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

app::VipRecord vip(std::uint64_t id, std::string email, std::string name) {
  return {.id = app::VipId(base::IdBits{.high = 5, .low = id}),
          .engagement = kHarbor,
          .email = std::move(email),
          .name = std::move(name),
          .note = "of the board",
          .added = {.account = app::AccountId(base::IdBits{.high = 1, .low = 1}),
                    .person = desk::PersonName("dana"),
                    .display = "Dana Whitfield",
                    .at = desk::kMonday}};
}
const app::Signature kRemoved{
    .account = std::nullopt, .person = {}, .display = "command line", .at = desk::kMonday + base::hours(2)};

template <class Place>
struct Register {
  Register() : desk(place.store()) {}

  base::Result<void> add(const app::VipRecord& record) {
    return place.store().write([&](app::WriteTransaction& tx) { return tx.add_vip(record); });
  }
  base::Result<void> remove(app::VipId id, const desk::EngagementName& engagement = kHarbor) {
    return place.store().write([&](app::WriteTransaction& tx) { return tx.remove_vip(engagement, id, kRemoved); });
  }
  std::vector<app::VipRecord> all(app::VipHistory history = app::VipHistory::InForce,
                                  const desk::EngagementName& engagement = kHarbor) {
    const auto vips = place.store().vips(engagement, history);
    REQUIRE(vips);
    return *vips;
  }
  std::optional<app::VipRecord> find(std::string_view email, const desk::EngagementName& engagement = kHarbor) {
    std::optional<app::VipRecord> found;
    std::vector<app::VipRecord> in_force;  // as the transaction sees it
    REQUIRE(place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY(found, tx.find_vip(engagement, email));
      TANDEM_TRY(in_force, tx.vips(engagement));
      return {};
    }));
    CHECK(in_force == all(app::VipHistory::InForce, engagement));
    return found;
  }

  Place place;
  StoreDesk desk;
};

}  // namespace

TEST_CASE_TEMPLATE("VIPs are listed by name and found by address", Place, TANDEM_EVERY_STORE) {
  Register<Place> vips;
  const auto ada = vip(1, "ada@harbor.example", "Ada");
  auto bert = vip(2, "bert@harbor.example", "Bert");
  bert.note.clear();
  bert.added.account = std::nullopt;
  REQUIRE(vips.add(bert));
  REQUIRE(vips.add(ada));
  CHECK(vips.all() == std::vector{ada, bert});
  CHECK(vips.find("bert@harbor.example") == bert);
  CHECK_FALSE(vips.find("carl@harbor.example"));
  CHECK_FALSE(vips.find("bert@harbor.example", kUnknownEngagement));
  CHECK(vips.all(app::VipHistory::Whole, kUnknownEngagement).empty());
}

TEST_CASE_TEMPLATE("an address is in the register once, and who is taken out stays in its history", Place,
                   TANDEM_EVERY_STORE) {
  Register<Place> vips;
  const auto first = vip(1, "ada@harbor.example", "Ada");
  const auto second = vip(2, "ada@harbor.example", "Ada again");
  REQUIRE(vips.add(first));
  CHECK(vips.add(second).error().code == base::ErrorCode::Conflict);
  CHECK(vips.add(vip(1, "carl@harbor.example", "Carl")).error().code == base::ErrorCode::Conflict);
  CHECK(vips.all() == std::vector{first});

  CHECK(vips.remove(second.id).error().code == base::ErrorCode::NotFound);
  CHECK(vips.remove(first.id, kUnknownEngagement).error().code == base::ErrorCode::NotFound);
  REQUIRE(vips.remove(first.id));
  CHECK(vips.remove(first.id).error().code == base::ErrorCode::Conflict);
  CHECK(vips.all().empty());
  CHECK_FALSE(vips.find("ada@harbor.example"));

  REQUIRE(vips.add(second));
  auto removed = first;
  removed.removed = kRemoved;
  CHECK(vips.all(app::VipHistory::Whole) == std::vector{removed, second});
  CHECK(vips.find("ada@harbor.example") == second);
}

TEST_CASE_TEMPLATE("the register is one engagement's, and a step that fails leaves it as it was", Place,
                   TANDEM_EVERY_STORE) {
  Register<Place> vips;
  auto unknown = vip(1, "ada@harbor.example", "Ada");
  unknown.engagement = kUnknownEngagement;
  CHECK(vips.add(unknown).error().code == base::ErrorCode::NotFound);
  REQUIRE(vips.add(vip(2, "bert@harbor.example", "Bert")));
  const auto failed = vips.place.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.add_vip(vip(3, "ada@harbor.example", "Ada")));
    TANDEM_TRY_DONE(tx.remove_vip(kHarbor, vip(2, "", "").id, kRemoved));
    return base::fail(base::ErrorCode::BadInput, "no");
  });
  CHECK_FALSE(failed);
  CHECK(vips.all(app::VipHistory::Whole) == std::vector{vip(2, "bert@harbor.example", "Bert")});
}
