// What requesters said, as rows: made from the events, and made anew from them alike.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

TEST_CASE_TEMPLATE("each time somebody says how it went is a row, with whose work it was then", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto rate = [&](const desk::Ticket& ticket, desk::Verdict verdict, const char* words) {
    REQUIRE(desk.does(ticket, desk::person("mei"), desk::Resolve{}) == std::nullopt);
    desk.now = desk.now + base::hours(1);
    REQUIRE(desk.does(ticket, desk::requester("ann@harbor.example"), desk::RateService{verdict, words}) ==
            std::nullopt);
  };
  const auto ticket = desk.opens({.category = "malware"});
  const auto other = desk.opens({.category = "malware"});
  rate(ticket, desk::Verdict::Bad, "slow");
  REQUIRE(desk.does(ticket, desk::requester("ann@harbor.example"), desk::Reopen{"again"}) == std::nullopt);
  rate(ticket, desk::Verdict::Good, "");
  const base::Instant middle = desk.now;
  rate(other, desk::Verdict::Good, "quick");
  const auto rows = [&](base::Instant from, std::vector<desk::CategoryName> hidden) {
    const auto found =
        desk.store().ratings({.engagement = kHarbor, .from = from, .hidden_categories = std::move(hidden)});
    REQUIRE(found);
    return *found;
  };
  const auto all = rows(desk::kMonday, {});
  REQUIRE(all.size() == 3);
  CHECK(all[0].ticket == ticket.id);
  CHECK(all[0].number == ticket.facts.number);
  CHECK(all[0].rated ==
        desk::ServiceRated{desk::Verdict::Bad, "slow", desk::PartyName("northbeam"), desk::TeamName("soc")});
  CHECK(all[1].rated.verdict == desk::Verdict::Good);
  CHECK(all[1].version > all[0].version);
  CHECK(all[2].rated.words == "quick");
  CHECK(rows(middle, {}).size() == 2);
  CHECK(rows(middle + base::seconds(1), {}).size() == 1);
  CHECK(rows(desk::kMonday, {desk::CategoryName("malware")}).empty());
  const std::string before = desk.dump();
  REQUIRE(desk.store().rebuild());
  CHECK(desk.dump() == before);
  CHECK(rows(desk::kMonday, {}) == all);
}
