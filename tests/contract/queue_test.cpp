// The queue by kinds of work, the major incidents of the moment, and the register of VIPs, over the API.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";
constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";
constexpr const char* kVips = "/api/v1/engagements/{engagement}/vips";
constexpr const char* kMajors = "/api/v1/engagements/{engagement}/major-incidents";

// HCU-1 Ana's ticket · HCU-2 its problem · HCU-3 its case at the bank, chased in an hour · HCU-4 a major incident of
// which HCU-1 is a part
struct Work : World {
  Work() : ticket(open_ticket("Cannot sign in")) {
    related(R"({"kind": "problem", "subject": "The cause"})");
    related(fmt::format(
        R"({{"kind": "vendor-case", "subject": "At the bank", "vendor_case": {{"vendor": "corebank", "chase_at": "{}"}}}})",
        base::to_rfc3339(clock.now() + base::hours(1))));
    major = open_ticket("All are out");
    act(Who::Sam, major, "/major", R"({"reason": "all are out"})");
    act(Who::Sam, ticket, "/links", R"({"kind": "part-of", "ticket": "HCU-4"})");
  }
  void related(const std::string& body) {
    REQUIRE(ask(Who::Sam, "POST", std::string(kTicket) + "/related", {.ticket = ticket, .body = body}).status == 201);
  }
  boost::json::array rows(Who who, const std::string& query) {
    const Answer answer = ask(who, "GET", kTickets, {.query = query + (query.empty() ? "?" : "&") + "order=newest"});
    REQUIRE(answer.status == 200);
    return answer.json().at("tickets").as_array();
  }
  std::string numbers(Who who, const std::string& query) {
    std::string text;
    for (const auto& row : rows(who, query)) text += std::string(row.at("number").as_string()) + " ";
    return text;
  }

  std::string ticket;
  std::string major;
};

TEST_CASE("a queue is asked for kinds, vendors, chases and major incidents, and says them of each row") {
  Work world;
  CHECK(world.numbers(Who::Sam, "?kind=problem") == "HCU-2 ");
  CHECK(world.numbers(Who::Sam, "?kind=problem&kind=vendor-case") == "HCU-3 HCU-2 ");
  CHECK(world.numbers(Who::Dana, "?vendor=corebank") == "HCU-3 ");
  CHECK(world.numbers(Who::Ada, "?major=true") == "HCU-4 HCU-1 ");
  CHECK(world.numbers(Who::Sam, "?major=true&kind=problem") == "");
  CHECK(world.numbers(Who::Sam, "?chase=due") == "");
  world.clock.advance(base::hours(2));
  CHECK(world.numbers(Who::Sam, "?chase=due") == "HCU-3 ");

  const auto rows = world.rows(Who::Sam, "");
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].at("major").at("number").as_string() == "HCU-4");
  CHECK(rows[1].at("kind").as_string() == "vendor-case");
  CHECK(rows[1].at("vendor").as_string() == "corebank");
  CHECK(rows[1].at("chase_at").is_string());
  CHECK(rows[2].at("kind").as_string() == "problem");
  CHECK(rows[2].at("major").is_null());
  CHECK(rows[3].at("major").at("number").as_string() == "HCU-4");
  CHECK(rows[3].at("vendor").is_null());
}

TEST_CASE("a link says that the other is a major incident, to the teams") {
  Work world;
  const auto link = [&](Who who) {
    return world.ask(who, "GET", kTicket, {.ticket = world.ticket}).json().at("links").as_array();
  };
  const auto links = link(Who::Dana);
  const auto whole = std::ranges::find_if(
      links, [](const boost::json::value& one) { return one.at("kind").as_string() == "part-of"; });
  REQUIRE(whole != links.end());
  CHECK(whole->at("major_since").is_string());
  CHECK(link(Who::Ana).empty());
  world.act(Who::Sam, world.major, "/major/stand-down", R"({"note": "over"})");
  for (const auto& one : link(Who::Dana)) CHECK(one.at("major_since").is_null());
}

TEST_CASE("what a queue cannot be asked for is named") {
  World world;
  for (const char* query : {"?kind=wish", "?chase=soon", "?major=perhaps", "?unanswered=perhaps"}) {
    const Answer answer = world.ask(Who::Sam, "GET", kTickets, {.query = query});
    CHECK(answer.status == 400);
    CHECK(answer.type() == "invalid-query");
  }
}

TEST_CASE("an end user's queue says nothing of major incidents and vendors, and cannot be asked for them") {
  Work world;
  for (const char* query : {"", "?major=true", "?vendor=corebank", "?chase=due", "?unanswered=true"}) {
    const auto rows = world.rows(Who::Ana, query);
    REQUIRE(rows.size() == 2);
    for (const auto& row : rows) CHECK(row.at("major").is_null());
  }
}

TEST_CASE("a major incident is told to the teams at once, and to who is affected when requesters are told") {
  Work world;
  const auto told = [&](Who who) { return world.ask(who, "GET", kMajors).json().at("majors").as_array(); };
  for (const Who who : {Who::Dana, Who::Sam, Who::Ada}) {
    const auto majors = told(who);
    REQUIRE(majors.size() == 1);
    CHECK(majors.front().at("number").as_string() == "HCU-4");
    CHECK(majors.front().at("lead").at("person").as_string() == "priya");
    CHECK(majors.front().at("updates").at("requesters").at("due").is_string());
  }
  CHECK(told(Who::Ana).empty());
  world.act(Who::Sam, world.major, "/major/updates", R"({"to": "requesters", "text": "The directory is down."})");
  const auto ana = told(Who::Ana);
  REQUIRE(ana.size() == 1);
  CHECK(ana.front().at("told").at("text").as_string() == "The directory is down.");
  CHECK(ana.front().at("lead").is_null());
  CHECK(ana.front().at("since").is_null());
  CHECK(ana.front().at("updates").is_null());
  CHECK(told(Who::Bo).empty());
  world.act(Who::Sam, world.major, "/major/stand-down", R"({"note": "over"})");
  CHECK(told(Who::Sam).empty());
  CHECK(told(Who::Ana).empty());
}

TEST_CASE("who is in the register of VIPs is a VIP wherever their ticket comes from") {
  World world;
  const std::string entry = world.add_vip(Who::Dana, "Ana@people.example", "the board");
  const auto list = world.ask(Who::Sam, "GET", kVips).json();
  REQUIRE(list.at("vips").as_array().size() == 1);
  CHECK_FALSE(list.at("may_keep").as_bool());
  CHECK(list.at("vips").at(0).at("email").as_string() == "ana@people.example");
  CHECK(list.at("vips").at(0).at("added_by").as_string() == "Dana Whitfield");
  CHECK(world.ask(Who::Mei, "GET", kVips).json().at("may_keep").as_bool());

  const std::string ticket = world.open_ticket();
  const auto sam = world.ask(Who::Sam, "GET", kTicket, {.ticket = ticket}).json();
  CHECK(sam.at("requester").at("vip").as_bool());
  CHECK(sam.at("vip_since") == list.at("vips").at(0).at("added_at"));
  const auto why = world.ask(Who::Dana, "GET", std::string(kTicket) + "/why", {.ticket = ticket}).json();
  CHECK(why.at("vip_since") == sam.at("vip_since"));
  const auto ana = world.ask(Who::Ana, "GET", kTicket, {.ticket = ticket}).json();
  CHECK(ana.at("vip_since").is_null());

  const Answer twice = world.ask(Who::Mei, "POST", kVips, {.body = R"({"email": "ana@people.example"})"});
  CHECK(twice.status == 422);
  CHECK(twice.json().at("errors").at(0).at("pointer").as_string() == "/email");
  // Of an entry that is not the one that was seen nothing is taken out.
  const std::string another = "If-Match: \"2020-01-01T00:00:00Z\"";
  CHECK(world.ask(Who::Mei, "DELETE", std::string(kVips) + "/{vip}", {.leave = entry, .headers = {another}}).status ==
        412);
  REQUIRE(world.ask(Who::Mei, "DELETE", std::string(kVips) + "/{vip}", {.leave = entry}).status == 204);
  CHECK(world.ask(Who::Mei, "DELETE", std::string(kVips) + "/{vip}", {.leave = entry}).status == 404);
  CHECK(world.ask(Who::Ada, "GET", kVips).json().at("vips").as_array().empty());
  const auto history = world.ask(Who::Ada, "GET", kVips, {.query = "?history=true"}).json();
  CHECK(history.at("vips").at(0).at("removed_by").as_string() == "Mei Tanaka");
  const std::string next = world.open_ticket();
  CHECK_FALSE(world.ask(Who::Sam, "GET", kTicket, {.ticket = next}).json().at("requester").at("vip").as_bool());
}

}  // namespace
}  // namespace tandem::contract
