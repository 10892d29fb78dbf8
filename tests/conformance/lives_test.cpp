// Which tickets a report is handed, with all that happened to them.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

std::map<desk::TicketId, std::vector<desk::Event>> lives(StoreDesk& desk, base::Interval between,
                                                         std::vector<desk::CategoryName> hidden = {}) {
  std::map<desk::TicketId, std::vector<desk::Event>> found;
  const auto done =
      desk.store().lives({.engagement = kHarbor, .between = between, .hidden_categories = std::move(hidden)},
                         [&](desk::TicketId id, std::span<const desk::Event> events) {
                           CHECK(found.emplace(id, std::vector(events.begin(), events.end())).second);
                           return true;
                         });
  REQUIRE(done);
  return found;
}

std::vector<desk::Event> history(StoreDesk& desk, desk::TicketId id) {
  std::vector<desk::Event> events;
  const auto stored = desk.store().history(kHarbor, id);
  for (const app::StoredEvent& each : *stored) events.push_back(each.event);
  return events;
}

}  // namespace

TEST_CASE_TEMPLATE("a ticket lived where it was opened before the end and is open or was changed since", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const base::Instant monday = desk.now;
  const auto done = desk.opens({.category = "malware"});
  const auto open = desk.opens({.category = "workstation"});
  desk.now = monday + base::hours(2);
  REQUIRE(desk.does(done, desk::person("mei"), desk::Resolve{}) == std::nullopt);
  desk.now = monday + base::hours(5);
  const auto later = desk.opens({.category = "malware"});
  const auto ids = [&](base::Interval between, std::vector<desk::CategoryName> hidden = {}) {
    std::set<desk::TicketId> found;
    for (const auto& [id, events] : lives(desk, between, std::move(hidden))) {
      CHECK(events == history(desk, id));
      found.insert(id);
    }
    return found;
  };
  using Ids = std::set<desk::TicketId>;
  const auto at = [&](int hours) { return monday + base::hours(hours); };
  CHECK(ids({at(1), at(3)}) == Ids{done.id, open.id});
  CHECK(ids({at(2), at(3)}) == Ids{done.id, open.id});
  CHECK(ids({at(2) + base::Duration(1), at(3)}) == Ids{open.id});
  CHECK(ids({at(-3), at(0)}).empty());
  CHECK(ids({at(4), at(5)}) == Ids{open.id});
  CHECK(ids({at(4), at(5) + base::Duration(1)}) == Ids{open.id, later.id});
  CHECK(ids({at(0), at(9)}) == Ids{done.id, open.id, later.id});
  CHECK(ids({at(0), at(9)}, {desk::CategoryName("malware")}) == Ids{open.id});
  CHECK(ids({at(0), at(9)}, {desk::CategoryName("malware"), desk::CategoryName("workstation")}).empty());
}

TEST_CASE_TEMPLATE("whoever has seen enough tickets is handed no more, and other engagements have none of them", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  for (int i = 0; i < 3; ++i) static_cast<void>(desk.opens({}));
  const base::Interval always{desk.now - base::hours(1), desk.now + base::hours(1)};
  std::size_t seen = 0;
  const auto take_two = [&](desk::TicketId, std::span<const desk::Event>) { return ++seen < 2; };
  REQUIRE(desk.store().lives({.engagement = kHarbor, .between = always}, take_two));
  CHECK(seen == 2);
  REQUIRE(desk.store().lives({.engagement = kUnknownEngagement, .between = always}, take_two));
  CHECK(seen == 2);
  // What was left unfinished is in nobody's way.
  CHECK(lives(desk, always).size() == 3);
}
