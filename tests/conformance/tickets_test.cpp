// Tickets and their events: what is written is read back, in order, and two who change the same version cannot both.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

TEST_CASE_TEMPLATE("a ticket is read back as it was written", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto opened = desk.opens({.subject = "it hums \xE2\x80\x93 loudly", .description = "since\n\"Monday\"\t;--"});
  CHECK(desk.read(opened) == opened);
  CHECK(opened.version == 2);

  desk.now = desk.now + base::minutes(5);
  CHECK(desk.does(opened, desk::person("sam"), desk::Take{}) == std::nullopt);
  const auto taken = desk.read(opened);
  CHECK(taken.ownership.owner.person == desk::PersonName("sam"));
  CHECK(taken.updated_at == desk.now);

  const auto history = desk.store().history(kHarbor, opened.id);
  REQUIRE(history);
  REQUIRE(history->size() == taken.version);
  std::vector<desk::Event> events;
  for (std::size_t i = 0; i < history->size(); ++i) {
    const app::StoredEvent& event = (*history)[i];
    CHECK(event.version == i + 1);
    CHECK(event.engagement == kHarbor);
    CHECK(event.ticket == opened.id);
    if (i > 0) CHECK(event.position > (*history)[i - 1].position);
    events.push_back(event.event);
  }
  CHECK(*desk::replay(opened.id, events) == taken);
  CHECK(*desk.store().last_position() == history->back().position);
}

TEST_CASE_TEMPLATE("what is not there is nothing, not an error", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  CHECK(*desk.store().last_position() == 0);
  CHECK(desk.store().events_after({}, 0, 10)->empty());
  CHECK(desk.dump().empty());
  const auto known = desk.opens();
  const auto id = desk.next_id();
  CHECK(*desk.store().ticket(kHarbor, id) == std::nullopt);
  CHECK(desk.store().history(kHarbor, id)->empty());
  for (const auto& name : {kUnknownEngagement, desk::EngagementName()}) {
    CHECK(*desk.store().ticket(name, known.id) == std::nullopt);
    CHECK(desk.store().history(name, known.id)->empty());
    CHECK(*desk.store().find_number(name, 1) == std::nullopt);
    CHECK(desk.store().load(name)->open_by_team.empty());
    const auto page = desk.store().queue({.engagement = name});
    REQUIRE(page);
    CHECK(page->rows.empty());
    CHECK(page->next.empty());
  }
  CHECK(desk.store().events_after(kUnknownEngagement, 0, 10)->empty());
}

TEST_CASE_TEMPLATE("a write to an engagement that is not there says so", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto opened = desk.opens();
  const auto history = desk.store().history(kHarbor, opened.id);
  const auto code = [&](const app::Store::Work& work) {
    const auto done = desk.store().write(work);
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().message.find("nowhere") != std::string::npos);
    return done.error().code;
  };
  CHECK(code([&](app::WriteTransaction& tx) -> base::Result<void> {
          TANDEM_TRY_DONE(tx.next_number(kUnknownEngagement));
          return {};
        }) == base::ErrorCode::NotFound);
  CHECK(code([&](app::WriteTransaction& tx) -> base::Result<void> {
          const std::array events{history->at(0).event, history->at(1).event};
          TANDEM_TRY_DONE(tx.append(kUnknownEngagement, opened, 0, events));
          return {};
        }) == base::ErrorCode::NotFound);
  CHECK(code([&](app::WriteTransaction& tx) { return tx.add_agreement(kUnknownEngagement, {}); }) ==
        base::ErrorCode::NotFound);
}

TEST_CASE_TEMPLATE("of two changes to one version the second is a conflict and leaves no trace", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto opened = desk.opens();
  const auto change = [&](const desk::Command& command) {
    return desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      auto ticket = opened;
      const auto decision = desk::decide(ticket, command, desk.circumstances(desk::person("sam")));
      const auto& events = std::get<desk::Events>(decision);
      for (const auto& event : events) TANDEM_TRY_DONE(desk::evolve(ticket, event));
      TANDEM_TRY_DONE(tx.append(kHarbor, ticket, 2, events));
      return {};
    });
  };
  CHECK(change(desk::Take{}));
  const auto after_first = desk.dump();
  const auto second = change(desk::AddComment{.visibility = desk::Visibility::Both, .team = {}, .text = "me too"});
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error().code == base::ErrorCode::Conflict);
  CHECK(second.error().message.find(opened.id.text()) != std::string::npos);
  CHECK(desk.dump() == after_first);
  CHECK(desk.store().history(kHarbor, opened.id)->size() == desk.read(opened).version);
}

TEST_CASE_TEMPLATE("an append that fails leaves nothing even when the work goes on", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto first = desk.opens({.external = desk::ExternalKey{"servicenow", "INC1"}});
  const auto before = desk.dump();
  const auto position = *desk.store().last_position();
  const auto append_again = [&](std::uint64_t number, std::string_view key) {
    base::ErrorCode code{};
    const auto done = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      const auto history = desk::open(
          [&] {
            desk::OpenTicket command;
            command.number = number;
            command.subject = "again";
            command.requester = {.name = "Ann Field", .email = "ann@harbor.example", .vip = false};
            command.external = desk::ExternalKey{"servicenow", std::string(key)};
            return command;
          }(),
          desk.circumstances(desk::requester("ann@harbor.example")));
      const auto& events = std::get<desk::Events>(history);
      TANDEM_TRY(const auto ticket, desk::replay(desk.next_id(), events));
      const auto appended = tx.append(kHarbor, ticket, 0, events);
      REQUIRE_FALSE(appended.has_value());
      code = appended.error().code;
      return {};
    });
    CHECK(done);
    CHECK(code == base::ErrorCode::Conflict);
  };
  append_again(first.facts.number, "INC2");  // the number is taken
  append_again(2, "INC1");                   // the key is taken
  CHECK(desk.dump() == before);
  CHECK(*desk.store().last_position() == position);
  CHECK(*desk.store().rebuild() == first.version);
  CHECK(desk.dump() == before);
  CHECK(desk.opens({.external = desk::ExternalKey{"servicenow", "INC2"}}).facts.number == 2);
}

TEST_CASE_TEMPLATE("events are read on from any position, of one engagement or of all", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  REQUIRE(desk.store().write(
      [](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record("other-co", "OTH")); }));
  const desk::EngagementName other("other-co");
  for (int i = 0; i < 5; ++i) {
    desk.opens();
    desk.opens({.engagement = other});
  }
  const auto walk = [&](const desk::EngagementName& engagement, std::size_t limit) {
    std::vector<std::pair<app::Position, desk::EngagementName>> seen;
    app::Position after = 0;
    for (;;) {
      const auto events = desk.store().events_after(engagement, after, limit);
      REQUIRE(events);
      if (events->empty()) return seen;
      CHECK(events->size() <= limit);
      for (const auto& event : *events) {
        REQUIRE(event.position > after);
        after = event.position;
        seen.emplace_back(event.position, event.engagement);
      }
    }
  };
  const auto all = walk({}, 3);
  CHECK(all.size() == 20);
  CHECK(all.back().first == *desk.store().last_position());
  CHECK(walk({}, 1000) == all);
  auto harbor = all;
  std::erase_if(harbor, [](const auto& event) { return event.second != kHarbor; });
  CHECK(harbor.size() == 10);
  CHECK(walk(kHarbor, 4) == harbor);
  CHECK(desk.store().events_after({}, std::numeric_limits<app::Position>::max(), 10)->empty());
}
