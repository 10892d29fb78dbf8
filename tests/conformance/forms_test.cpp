// Forms of the request catalogue as a store keeps them.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

app::FormRecord form(std::uint64_t id, std::string title) {
  app::FormRecord record;
  record.form.id = desk::FormId(base::IdBits{.high = 4, .low = id});
  record.form.title = std::move(title);
  record.form.category = desk::CategoryName("workstation");
  record.form.asked_by = desk::AskedBy::Teams;
  record.form.subject = "New starter: {name}";
  record.form.fields = {{.name = "name", .label = "Name \"in full\"", .kind = desk::FieldKind::Text, .required = true},
                        {.name = "start", .label = "First day", .kind = desk::FieldKind::Date}};
  record.form.steps = {
      {.title = "Mailbox", .category = desk::CategoryName("other"), .counts_from = "start", .days = -3}};
  record.engagement = kHarbor;
  record.changed = {.account = app::AccountId(base::IdBits{.high = 1, .low = 1}),
                    .person = desk::PersonName("mei"),
                    .display = "Mei Tanaka",
                    .at = desk::kMonday};
  return record;
}

}  // namespace

TEST_CASE_TEMPLATE("forms are kept, replaced, listed by title and removed", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto put = [&](const app::FormRecord& record) {
    return desk.store().write([&](app::WriteTransaction& tx) { return tx.put_form(record); });
  };
  const auto all = [&](const desk::EngagementName& engagement = kHarbor) {
    const auto forms = desk.store().forms(engagement);
    REQUIRE(forms);
    return *forms;
  };
  const auto second = form(2, "b");
  auto first = form(1, "c");
  REQUIRE(put(first));
  REQUIRE(put(second));
  CHECK(all() == std::vector{second, first});
  first.form.title = "a";
  first.form.offered = false;
  first.form.steps.clear();
  first.changed.account = std::nullopt;
  REQUIRE(put(first));
  CHECK(all() == std::vector{first, second});
  CHECK(all(kUnknownEngagement).empty());
  auto unknown = first;
  unknown.engagement = kUnknownEngagement;
  CHECK_FALSE(put(unknown));
  const auto remove = [&](desk::FormId id) {
    REQUIRE(desk.store().write([&](app::WriteTransaction& tx) { return tx.remove_form(kHarbor, id); }));
  };
  remove(first.form.id);
  remove(first.form.id);
  CHECK(all() == std::vector{second});
}

TEST_CASE_TEMPLATE("a form that is written in a step that fails is not there", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto failed = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.put_form(form(1, "a")));
    return base::fail(base::ErrorCode::Conflict, "no");
  });
  CHECK_FALSE(failed);
  CHECK(desk.store().forms(kHarbor)->empty());
}

TEST_CASE_TEMPLATE("a transaction reads the forms that it has kept itself", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) { return tx.put_form(form(1, "b")); }));
  std::vector<app::FormRecord> seen;
  const auto written = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.put_form(form(2, "a")));
    TANDEM_TRY(seen, tx.forms(kHarbor));
    return {};
  });
  REQUIRE(written);
  CHECK(seen == std::vector{form(2, "a"), form(1, "b")});
  const auto unknown = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY(seen, tx.forms(kUnknownEngagement));
    return {};
  });
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == base::ErrorCode::NotFound);
}
