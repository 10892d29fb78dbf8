// The read tables are made from the events and from nothing else.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

TEST_CASE_TEMPLATE("rebuilt tables are the same tables", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  CHECK(*desk.store().rebuild() == 0);
  REQUIRE(desk.store().write(
      [](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record("a-first", "AAA")); }));
  std::uint64_t events = 0;
  for (int i = 0; i < 10; ++i) {
    const auto key = fmt::format("INC{}", 10 - i);
    const auto ticket =
        desk.opens({.priority = i % 2 == 0 ? "high" : "normal", .external = desk::ExternalKey{"servicenow", key}});
    events += desk.opens({.subject = "elsewhere", .engagement = desk::EngagementName("a-first")}).version;
    REQUIRE(desk.does(ticket, desk::person("sam"), desk::Take{}) == std::nullopt);
    REQUIRE(desk.does(ticket, desk::person("sam"), desk::AddComment{desk::Visibility::Team, {}, "hm hm"}) ==
            std::nullopt);
    if (i % 3 == 0)
      REQUIRE(desk.does(ticket, desk::person("sam"), desk::ChangePriority{desk::PriorityName("critical")}) ==
              std::nullopt);
    if (i % 4 == 0)
      REQUIRE(desk.does(ticket, desk::requester("ann@harbor.example"),
                        desk::AddComment{desk::Visibility::Requester, {}, "any news?"}) == std::nullopt);
    events += desk.read(ticket).version;
  }
  const auto before = desk.dump();
  const auto urgent = desk.numbers({});
  CHECK(std::ranges::count(before, '\n') > 20);
  const auto position = *desk.store().last_position();
  CHECK(*desk.store().rebuild() == events);
  CHECK(desk.dump() == before);
  CHECK(desk.numbers({}) == urgent);
  CHECK(desk.numbers({.search = "news"}) == Numbers{9, 5, 1});
  CHECK(*desk.store().last_position() == position);
  CHECK(desk.opens().facts.number == 11);
}
