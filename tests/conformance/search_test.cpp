// Searches: all words, the last as a beginning, and never by words the searcher may not read.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

using desk::person;

desk::AddComment note(desk::Visibility visibility, std::string_view text, std::string_view team = {}) {
  return {.visibility = visibility, .team = desk::TeamName(team), .text = std::string(text)};
}

struct Searcher {
  explicit Searcher(StoreDesk& on) : desk(&on) {}
  [[nodiscard]] Numbers operator()(std::string_view words) const {
    app::QueueQuery query{
        .search = std::string(words), .search_teams = teams, .search_team_notes_only_public = only_public, .limit = 2};
    return desk->numbers(std::move(query));
  }
  StoreDesk* desk;
  std::vector<desk::TeamName> teams;
  bool only_public = false;
};

}  // namespace

TEST_CASE_TEMPLATE("all words must stand in the ticket, the last one may be a beginning", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  desk.opens({.subject = "Printer on fire", .description = "third floor, smells of toner"});
  desk.opens({.subject = "printers offline"});
  desk.opens({.subject = "VPN drops", .description = "since the Printer update (KB-5001)"});
  const Searcher find(desk);
  CHECK(find("printer") == Numbers{3, 2, 1});
  CHECK(find("PRINTER fire") == Numbers{1});
  CHECK(find("fire printer") == Numbers{1});
  CHECK(find("printers") == Numbers{2});
  CHECK(find("printer toner") == Numbers{1});
  CHECK(find("print toner").empty());  // only the last may be a beginning
  CHECK(find("toner print") == Numbers{1});
  CHECK(find("rinter").empty());
  CHECK(find("kb-5001") == Numbers{3});
  CHECK(find("5001 kb") == Numbers{3});
  CHECK(find("fire offline").empty());
  CHECK(find("ann field") == Numbers{3, 2, 1});           // the requester's name
  CHECK(find("ann@harbor.example") == Numbers{3, 2, 1});  // and address
}

TEST_CASE_TEMPLATE("a number finds its ticket, a key from elsewhere too", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  for (int i = 0; i < 11; ++i) desk.opens();
  desk.opens({.external = desk::ExternalKey{"servicenow", "INC0000045"}});
  const Searcher find(desk);
  CHECK(find("12") == Numbers{12});
  CHECK(find("inc0000045") == Numbers{12});
  CHECK(find("1") == Numbers{12, 11, 10, 1});
}

TEST_CASE_TEMPLATE("a search without a word finds nothing, and signs are no operators", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  desk.opens({.subject = "not near and or shared engagement e1"});
  const Searcher find(desk);
  for (const std::string text : {"-", "\"", "*", "()", "__", " \t\n", "\xE2\x80\x93"})
    CHECK_MESSAGE(find(text).empty(), text);
  CHECK(find("{shared} : \"e1\"") == Numbers{1});
  CHECK(find("not") == Numbers{1});
  CHECK(find("near(and or)") == Numbers{1});
  CHECK(find("NOT shared OR") == Numbers{1});
  CHECK(find("a* OR b").empty());
  CHECK(find("^not + near") == Numbers{1});
  CHECK(find("engagement: e1") == Numbers{1});
  CHECK(find("'; DROP TABLE tickets; --").empty());
  CHECK(find(std::string(20'000, 'x')).empty());
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "not ";
  CHECK(find(many) == Numbers{1});
}

TEST_CASE_TEMPLATE("letters of every script are found as they were written", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  desk.opens({.subject = "Kühlschrank über Zürich \xE2\x80\x94 défaut n\xC2\xB0"
                         "7"});
  desk.opens({.subject = "プリンター 故障"});
  desk.opens({.subject = "naïve co\xCC\x81"
                         "digo 😀smile"});
  const Searcher find(desk);
  CHECK(find("kühl") == Numbers{1});
  CHECK(find("über zür") == Numbers{1});
  CHECK(find("kuhl").empty());
  CHECK(find("プリン") == Numbers{2});
  CHECK(find("故障 プリンター") == Numbers{2});
  CHECK(find("naïve") == Numbers{3});
  CHECK(find("naive").empty());
  CHECK(find("smile").empty());  // one word with the sign before it
  CHECK(find("n\xC2\xB0"
             "7") == Numbers{1});
}

TEST_CASE_TEMPLATE("comments are found by who may read them", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  REQUIRE(desk.does(ticket, person("sam"), note(desk::Visibility::Requester, "reboot please")) == std::nullopt);
  REQUIRE(desk.does(ticket, person("sam"), note(desk::Visibility::Both, "firmware suspected")) == std::nullopt);
  REQUIRE(desk.does(ticket, person("sam"), note(desk::Visibility::Team, "grumbling customer", "helpdesk")) ==
          std::nullopt);
  Searcher requester(desk);
  requester.only_public = true;
  Searcher auditor(desk);
  Searcher helpdesk(desk);
  helpdesk.teams = {desk::TeamName("helpdesk"), desk::TeamName("soc")};
  Searcher client(desk);
  client.teams = {desk::TeamName("harbor-it")};
  for (const auto& all : {requester, auditor, helpdesk, client}) CHECK(all("reboot") == Numbers{1});
  CHECK(requester("firmware").empty());
  for (const auto& both : {auditor, helpdesk, client}) CHECK(both("firmware") == Numbers{1});
  CHECK(helpdesk("grumbling") == Numbers{1});
  CHECK(helpdesk("reboot firmware grum") == Numbers{1});
  for (const auto& others : {requester, auditor, client}) {
    CHECK(others("grumbling").empty());
    CHECK(others("reboot grumbling").empty());
    CHECK(others("helpdesk__grumbling").empty());
    CHECK(others("helpdesk").empty());
    CHECK(others("helpdesk__").empty());
  }
  Searcher sly(desk);
  sly.only_public = true;
  sly.teams = {desk::TeamName("helpdesk")};  // public only is public only
  CHECK(sly("grumbling").empty());
}

TEST_CASE_TEMPLATE("the words of a hand-off, a resolution and a reopening are found", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  Searcher requester(desk);
  requester.only_public = true;
  const Searcher auditor(desk);
  REQUIRE(desk.does(ticket, person("sam"), desk::OfferHandoff{desk::TeamName("soc"), {}, "beacon traffic"}) ==
          std::nullopt);
  CHECK(auditor("beacon") == Numbers{1});
  CHECK(requester("beacon").empty());
  REQUIRE(desk.does(ticket, person("mei"), desk::DeclineHandoff{1, "harmless updater"}) == std::nullopt);
  CHECK(auditor("beacon updater") == Numbers{1});
  CHECK(requester("updater").empty());
  REQUIRE(desk.does(ticket, person("sam"), desk::Resolve{"reseated cable"}) == std::nullopt);
  CHECK(requester("reseated") == Numbers{1});
  REQUIRE(desk.does(ticket, desk::requester("ann@harbor.example"), desk::Reopen{"flickers again"}) == std::nullopt);
  CHECK(requester("reseated flickers") == Numbers{1});
}

TEST_CASE_TEMPLATE("a search stays within its engagement, its filters and its pages", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  REQUIRE(desk.store().write(
      [](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record("other-co", "OTH")); }));
  const desk::EngagementName other("other-co");
  for (int i = 0; i < 7; ++i) {
    desk.opens({.category = i % 2 == 0 ? "malware" : "workstation",
                .subject = "common word",
                .email = i == 3 ? "bob@harbor.example" : "ann@harbor.example"});
    desk.opens({.subject = "common elsewhere", .engagement = other});
  }
  app::QueueQuery query{.search = "common", .order = app::QueueOrder::Urgency, .limit = 3};
  CHECK(desk.numbers(query) == Numbers{7, 6, 5, 4, 3, 2, 1});  // newest first, whatever the order
  query.teams = {desk::TeamName("soc")};
  CHECK(desk.numbers(query) == Numbers{7, 5, 3, 1});
  query.requester_email = "bob@harbor.example";
  CHECK(desk.numbers(query).empty());
  query.teams.clear();
  CHECK(desk.numbers(query) == Numbers{4});
  query.requester_email.clear();
  query.categories = {desk::CategoryName("workstation")};
  CHECK(desk.numbers(query) == Numbers{6, 4, 2});
  query.categories.clear();
  query.search = "elsewhere";
  CHECK(desk.numbers(query).empty());
  query.engagement = other;
  query.search = "common";
  CHECK(desk.numbers(query) == Numbers{7, 6, 5, 4, 3, 2, 1});
}

TEST_CASE_TEMPLATE("known errors are found by their words, and nothing by the word that marks them", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  desk.opens({.subject = "outlook freezes"});
  const auto problem = desk.opens({.subject = "outlook freezes with old profiles", .kind = desk::TicketKind::Problem});
  desk.opens({.subject = "outlook again", .kind = desk::TicketKind::Problem});
  const auto known = [&](std::string_view words) {
    return desk.numbers({.search = std::string(words), .known_errors = true, .limit = 2});
  };
  CHECK(known("outlook").empty());
  desk.does(problem, person("sam"), desk::DeclareKnownError{"make a new one"});
  CHECK(known("outlook") == Numbers{2});
  CHECK(known("freez") == Numbers{2});
  CHECK(known("printer").empty());
  CHECK(Searcher(desk)("outlook") == Numbers{3, 2, 1});
  CHECK(Searcher(desk)("new one") == Numbers{2});
  CHECK(Searcher(desk)("known__error").empty());
  CHECK(Searcher(desk)("known").empty());
  REQUIRE(place.store().rebuild());
  CHECK(known("outlook") == Numbers{2});
}
