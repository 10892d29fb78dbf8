// Tags, watchers, VIPs and what is hidden, as queues ask for them; and how much of the load is hidden.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

struct Tagged {
  explicit Tagged(app::Store& store) : desk(store) {
    for (const char* category : {"workstation", "malware", "payroll"})
      tickets.push_back(desk.opens({.category = category}));
    does(0, desk::ChangeTags{{"printer", "branch"}, {}});
    does(1, desk::ChangeTags{{"print"}, {}});
    does(0, desk::Watch{});
    does(2, desk::Watch{desk::PersonName("sam")});
  }
  void does(std::size_t at, const desk::Command& command) {
    REQUIRE(desk.does(tickets[at], desk::person("mei"), command) == std::nullopt);
  }
  StoreDesk desk;
  std::vector<desk::Ticket> tickets;
};

}  // namespace

TEST_CASE_TEMPLATE("a tag finds the tickets that have it whole, and any of several", Place, TANDEM_EVERY_STORE) {
  Place place;
  Tagged world(place.store());
  CHECK(world.desk.numbers({.tags = {"printer"}}) == Numbers{1});
  CHECK(world.desk.numbers({.tags = {"print"}}) == Numbers{2});
  CHECK(world.desk.numbers({.tags = {"rint"}}).empty());
  CHECK(world.desk.numbers({.order = app::QueueOrder::Newest, .tags = {"print", "branch"}}) == Numbers{2, 1});
  CHECK(world.desk.numbers({.search = "screen", .tags = {"branch"}}) == Numbers{1});
  CHECK(world.desk.rows({.tags = {"printer"}}).front().tags == std::vector<std::string>{"branch", "printer"});
  world.does(0, desk::ChangeTags{{}, {"printer"}});
  CHECK(world.desk.numbers({.tags = {"printer"}}).empty());
}

TEST_CASE_TEMPLATE("who watches finds what they watch", Place, TANDEM_EVERY_STORE) {
  Place place;
  Tagged world(place.store());
  CHECK(world.desk.numbers({.watcher = desk::PersonName("mei")}) == Numbers{1});
  CHECK(world.desk.numbers({.watcher = desk::PersonName("sam")}) == Numbers{3});
  CHECK(world.desk.numbers({.watcher = desk::PersonName("sa")}).empty());
  world.does(0, desk::Unwatch{});
  CHECK(world.desk.numbers({.watcher = desk::PersonName("mei")}).empty());
}

TEST_CASE_TEMPLATE("what is hidden is in no list and no search, but for who asked for it", Place, TANDEM_EVERY_STORE) {
  Place place;
  Tagged world(place.store());
  const std::vector<desk::CategoryName> hidden{desk::CategoryName("malware"), desk::CategoryName("moon")};
  for (const auto order : {app::QueueOrder::Urgency, app::QueueOrder::Newest, app::QueueOrder::Updated}) {
    CHECK(world.desk.numbers({.order = order, .hidden_categories = hidden}).size() == 2);
    CHECK(world.desk
              .numbers({.order = order, .hidden_categories = hidden, .hidden_except_requester = "ann@harbor.example"})
              .size() == 3);
  }
  CHECK(world.desk.numbers({.search = "screen", .hidden_categories = hidden}) == Numbers{3, 1});
  CHECK(world.desk.numbers({.number = 2, .hidden_categories = hidden}).empty());
  CHECK(world.desk.numbers({.teams = {desk::TeamName("soc")}, .hidden_categories = hidden}).empty());
  CHECK(world.desk.numbers({.categories = {desk::CategoryName("malware")}, .hidden_categories = hidden}).empty());
}

TEST_CASE_TEMPLATE("the load of some categories is of their open tickets alone", Place, TANDEM_EVERY_STORE) {
  Place place;
  Tagged world(place.store());
  const auto load = [&](std::vector<desk::CategoryName> categories) {
    const auto found = world.desk.store().load_of(kHarbor, categories);
    REQUIRE(found);
    return *found;
  };
  const auto malware = load({desk::CategoryName("malware")});
  CHECK(malware.open_by_team == std::map<desk::TeamName, std::uint32_t>{{desk::TeamName("soc"), 1}});
  CHECK(malware.open_by_person == std::map<desk::PersonName, std::uint32_t>{{desk::PersonName("mei"), 1}});
  CHECK(load({desk::CategoryName("malware"), desk::CategoryName("payroll")}).open_by_team.size() == 2);
  CHECK(load({}).open_by_team.empty());
  world.does(1, desk::Resolve{});
  CHECK(load({desk::CategoryName("malware")}).open_by_team.empty());
  const auto nowhere = world.desk.store().load_of(kUnknownEngagement, std::vector{desk::CategoryName("malware")});
  REQUIRE(nowhere);
  CHECK(nowhere->open_by_team.empty());
}

TEST_CASE_TEMPLATE("tags and watchers are made anew as they were", Place, TANDEM_EVERY_STORE) {
  Place place;
  Tagged world(place.store());
  const std::string before = world.desk.dump();
  CHECK(before.contains("| branch printer | mei |incident|"));
  REQUIRE(world.desk.store().rebuild());
  CHECK(world.desk.dump() == before);
}
