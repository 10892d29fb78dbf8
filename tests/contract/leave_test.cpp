// Leave and the calendar over HTTP: what is answered, what is refused, and who hears of it.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kEngagement = "/api/v1/engagements/{engagement}";
constexpr const char* kLeave = "/api/v1/engagements/{engagement}/leave";
constexpr const char* kOneLeave = "/api/v1/engagements/{engagement}/leave/{leave}";
constexpr const char* kConsequences = "/api/v1/engagements/{engagement}/leave/consequences";
constexpr const char* kCalendar = "/api/v1/engagements/{engagement}/calendar";
constexpr const char* kKeys = "/api/v1/engagements/{engagement}/calendar-keys";
constexpr const char* kOneKey = "/api/v1/engagements/{engagement}/calendar-keys/{key}";

// Of the provider's desk, which never closes: priya (its lead), sam, otto.
std::string body(std::string_view person, std::string_view from, std::string_view to) {
  return fmt::format(R"({{"person": "{}", "from": "{}", "to": "{}"}})", person, from, to);
}

std::string pointers(const Answer& answer) {
  std::string all;
  const auto problem = answer.json();
  for (const auto& each : problem.at("errors").as_array()) all += std::string(each.at("pointer").as_string()) + " ";
  return all;
}

// Of a list, what does not stand in the agreement's text.
boost::json::array recorded_of(const Answer& answer) {
  boost::json::array recorded;
  const auto list = answer.json();
  for (const auto& each : list.at("leave").as_array()) {
    if (each.at("source").as_string() != "agreement") recorded.push_back(each);
  }
  return recorded;
}

const boost::json::value* find(const boost::json::array& all, std::string_view name) {
  const auto found = std::ranges::find_if(all, [&](const auto& each) { return each.at("name").as_string() == name; });
  return found == all.end() ? nullptr : &*found;
}

TEST_CASE("recorded leave counts at once, is listed with who recorded it, and is removed") {
  World world;
  // Sam's days are Chicago's.
  const Answer recorded =
      world.ask(Who::Sam, "POST", kLeave,
                {.body = R"({"person": "sam", "from": "2026-10-05", "to": "2026-10-09", "note": "ill"})"});
  REQUIRE(recorded.status == 201);
  const auto leave = recorded.json().at("leave");
  const std::string id(leave.at("id").as_string());
  CHECK(recorded.raw.header("location") == "/api/v1/engagements/harbor-cu/leave/" + id);
  CHECK(leave.at("starts_at").as_string() == "2026-10-05T05:00:00Z");
  CHECK(leave.at("ends_at").as_string() == "2026-10-10T05:00:00Z");
  CHECK(leave.at("source").as_string() == "application");
  CHECK(leave.at("recorded").at("person").as_string() == "sam");
  CHECK(leave.at("removed").is_null());

  const auto people = world.ask(Who::Dana, "GET", kEngagement).json().at("people").as_array();
  REQUIRE(find(people, "sam") != nullptr);
  CHECK_FALSE(find(people, "sam")->at("present").as_bool());
  const std::string ticket = world.open_ticket();
  const auto owner =
      world.ask(Who::Dana, "GET", "/api/v1/engagements/{engagement}/tickets/{ticket}", {.ticket = ticket});
  CHECK(owner.json().at("owner").at("person").as_string() != "sam");

  const auto listed = recorded_of(world.ask(Who::Ada, "GET", kLeave));
  REQUIRE(listed.size() == 1);
  CHECK(listed.front().at("note").as_string() == "ill");
  CHECK_FALSE(listed.front().at("may_remove").as_bool());

  CHECK(world.ask(Who::Sam, "DELETE", kOneLeave, {.leave = id}).status == 204);
  CHECK(world.ask(Who::Sam, "DELETE", kOneLeave, {.leave = id}).status == 204);
  CHECK(recorded_of(world.ask(Who::Sam, "GET", kLeave)).empty());
  const auto history = recorded_of(world.ask(Who::Dana, "GET", kLeave, {.query = "?removed=true"}));
  REQUIRE(history.size() == 1);
  CHECK(history.front().at("removed").at("person").as_string() == "sam");
  CHECK(find(world.ask(Who::Dana, "GET", kEngagement).json().at("people").as_array(), "sam")->at("present").as_bool());
}

TEST_CASE("the consequences are told before and after, and the leave is changed") {
  World world;
  REQUIRE(world.ask(Who::Mei, "POST", kLeave, {.body = body("otto", "2026-12-21", "2026-12-24")}).status == 201);
  const Answer before =
      world.ask(Who::Mei, "GET", kConsequences, {.query = "?person=mei&from=2026-12-23&to=2026-12-26"});
  REQUIRE(before.status == 200);
  const auto expected = before.json().at("consequences");
  REQUIRE_FALSE(expected.as_array().empty());
  CHECK(expected.at(0).at("kind").as_string() == "nobody-there");
  CHECK(expected.at(0).at("team").as_string() == "soc");
  CHECK(expected.at(0).at("when").at(0).at("from").as_string() == "2026-12-23T05:00:00Z");
  CHECK(expected.at(0).at("when").at(0).at("to").as_string() == "2026-12-25T05:00:00Z");

  const Answer recorded = world.ask(Who::Mei, "POST", kLeave, {.body = body("mei", "2026-12-23", "2026-12-26")});
  REQUIRE(recorded.status == 201);
  CHECK(recorded.json().at("consequences") == expected);
  const std::string id(recorded.json().at("leave").at("id").as_string());
  const Answer changed =
      world.ask(Who::Mei, "PATCH", kOneLeave, {.leave = id, .body = R"({"from": "2026-12-25", "to": "2026-12-26"})"});
  REQUIRE(changed.status == 200);
  const auto left = changed.json().at("consequences");
  for (const auto& each : left.as_array()) CHECK(each.at("kind").as_string() == "stand-in");
  CHECK(changed.json().at("leave").at("id").as_string() != id);
  CHECK(changed.json().at("leave").at("person").as_string() == "mei");
  CHECK(world.ask(Who::Mei, "PATCH", kOneLeave, {.leave = id, .body = R"({"from": "2026-12-25", "to": "2026-12-25"})"})
            .status == 412);
  CHECK(recorded_of(world.ask(Who::Mei, "GET", kLeave)).size() == 2);
}

TEST_CASE("a repeated recording answers the first one's leave; a key of another request is refused") {
  World world;
  const Ask ask{.body = body("sam", "2026-12-21", "2026-12-24"), .headers = {"Idempotency-Key: k"}};
  const Answer first = world.ask(Who::Sam, "POST", kLeave, ask);
  REQUIRE(first.status == 201);
  const std::string after = world.stored();
  const Answer again = world.ask(Who::Sam, "POST", kLeave, ask);
  CHECK(again.status == 201);
  CHECK(again.json().at("leave").at("id") == first.json().at("leave").at("id"));
  CHECK(world
            .ask(Who::Sam, "POST", kLeave,
                 {.body = body("sam", "2026-12-28", "2026-12-28"), .headers = {"Idempotency-Key: k"}})
            .status == 422);
  CHECK(world
            .ask(Who::Sam, "POST", "/api/v1/engagements/{engagement}/tickets",
                 {.body = R"({"subject": "x"})", .headers = {"Idempotency-Key: k"}})
            .status == 422);
  CHECK(world.stored() == after);
}

TEST_CASE("what is wrong with a leave is named, and nothing is written") {
  World world;
  const std::string before = world.stored();
  struct Row {
    std::string body;
    std::string pointers;
  };
  for (const Row& row : {
           Row{"{}", "/person /from /to "},
           Row{R"({"person": 7, "from": null, "to": [], "note": "a\nb", "until": "x"})",
               "/person /from /to /note /until "},
           Row{body("nobody", "2026-02-30", "2026-12-01"), "/person /from "},
           Row{body("sam", "2026-12-02", "2026-12-01"), "/to "},
           Row{body("sam", "2026-12-02", "2028-12-03"), "/to "},
           Row{body("sam", "2026-03-08 02:15", "2026-03-08 02:45"), "/to "},
           Row{body("sam", "2026-12-02T00:00", "2026-12-03"), "/from "},
           Row{fmt::format(R"({{"person": "sam", "from": "2026-12-02", "to": "2026-12-03", "note": "{}"}})",
                           std::string(201, 'x')),
               "/note "},
       }) {
    CAPTURE(row.body);
    const Answer answer = world.ask(Who::Sam, "POST", kLeave, {.body = row.body});
    CHECK(answer.status == 422);
    CHECK(pointers(answer) == row.pointers);
  }
  for (const char* bytes : {"", "{", "[]"}) CHECK(world.ask(Who::Sam, "POST", kLeave, {.body = bytes}).status >= 400);
  CHECK(world.stored() == before);
}

TEST_CASE("queries for the calendar are read strictly") {
  World world;
  for (const char* query :
       {"", "?from=2026-10-05", "?to=2026-10-05", "?from=2026-10-05&to=2026-10-04", "?from=2026-10-05&to=2027-02-01",
        "?from=2026-02-30&to=2026-03-01", "?from=x&to=y", "?from=0001-01-01&to=0001-01-02",
        "?from=9999-12-30&to=9999-12-31", "?from=2026-10-05&to=2026-10-06&team=soc",
        "?from=2026-10-05&from=2026-10-05&to=2026-10-06"}) {
    CAPTURE(query);
    const Answer answer = world.ask(Who::Sam, "GET", kCalendar, {.query = query});
    CHECK(answer.status == 400);
    CHECK(answer.type() == "invalid-query");
  }
  for (const char* query : {"?from=2026-10-05", "?from=2026-10-05&to=2026-10-04", "?removed=maybe", "?who=sam"})
    CHECK(world.ask(Who::Sam, "GET", kLeave, {.query = query}).status == 400);
  for (const char* query : {"", "?person=sam&from=x&to=2026-10-05", "?person=nobody&from=2026-10-05&to=2026-10-05",
                            "?person=sam&from=2026-10-05&to=2026-10-04"}) {
    CAPTURE(query);
    CHECK(world.ask(Who::Sam, "GET", kConsequences, {.query = query}).status == 400);
  }
  for (const char* id : {"x", "00000000000000000000000000", "1;drop"}) {
    CHECK(world.ask(Who::Sam, "DELETE", kOneLeave, {.leave = id}).status == 404);
    CHECK(world.ask(Who::Sam, "DELETE", kOneKey, {.leave = id}).status == 404);
  }
}

TEST_CASE("the calendar shows hours, gaps in them, and everybody's leave") {
  World world;
  REQUIRE(world.ask(Who::Dana, "POST", kLeave, {.body = body("dana", "2026-10-07", "2026-10-07")}).status == 201);
  REQUIRE(world.ask(Who::Dana, "POST", kLeave, {.body = body("luis", "2026-10-07 12:00", "2026-10-08")}).status == 201);
  const Answer answer = world.ask(Who::Sam, "GET", kCalendar, {.query = "?from=2026-10-07&to=2026-10-07"});
  REQUIRE(answer.status == 200);
  const auto calendar = answer.json();
  CHECK(calendar.at("time_zone").as_string() == "America/New_York");
  CHECK(calendar.at("from").as_string() == "2026-10-07T04:00:00Z");
  CHECK(calendar.at("to").as_string() == "2026-10-08T04:00:00Z");
  const auto* harbor = find(calendar.at("teams").as_array(), "harbor-it");
  REQUIRE(harbor != nullptr);
  CHECK(boost::json::serialize(harbor->at("open")) ==
        R"([{"from":"2026-10-07T12:00:00Z","to":"2026-10-07T21:30:00Z"}])");
  CHECK(boost::json::serialize(harbor->at("short_of_people")) ==
        R"([{"from":"2026-10-07T16:00:00Z","to":"2026-10-07T21:30:00Z"}])");
  const auto* luis = find(calendar.at("people").as_array(), "luis");
  REQUIRE(luis != nullptr);
  CHECK(luis->at("leave").as_array().size() == 1);
  CHECK_FALSE(luis->at("may_record").as_bool());
  CHECK(find(calendar.at("people").as_array(), "sam")->at("may_record").as_bool());
}

TEST_CASE("those who may read the calendar hear that it has changed, end users do not") {
  World world;
  const auto stream = [&](test::RawClient& client, Who who) {
    client.send("GET /api/v1/engagements/harbor-cu/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
                world.token(who) + "\r\n\r\n");
    CHECK(client.read_response().status == 200);
    CHECK(client.read_until("\n\n").starts_with("retry:"));
  };
  const auto next_event = [](test::RawClient& client) {
    for (;;) {
      std::string event = client.read_until("\n\n");
      if (event.contains("event:")) return event;
    }
  };
  test::RawClient sam(world.port());
  test::RawClient ana(world.port());
  stream(sam, Who::Sam);
  stream(ana, Who::Ana);
  world.record_leave(Who::Dana, "dana");
  CHECK(next_event(sam) == "event: calendar\ndata: {}\n\n");
  world.open_ticket();
  CHECK(next_event(ana).contains("event: change\n"));
}

TEST_CASE("who comes back is told to look at the calendar anew, behind what else was missed") {
  World world;
  world.open_ticket("first");
  const auto position = *world.store.last_position();
  world.open_ticket("second");
  test::RawClient client(world.port());
  client.send(
      fmt::format("GET /api/v1/engagements/harbor-cu/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n"
                  "Last-Event-ID: {}\r\n\r\n",
                  world.token(Who::Sam), position));
  CHECK(client.read_response().status == 200);
  std::string kinds;
  while (!kinds.contains("calendar")) {
    const std::string event = client.read_until("\n\n");
    const auto at = event.find("event: ");
    if (at != std::string::npos) kinds += event.substr(at + 7, event.find('\n', at) - at - 7) + " ";
  }
  CHECK(kinds == "change change calendar ");
}

TEST_CASE("a calendar key is shown once and is one's own") {
  World world;
  const Answer made = world.ask(Who::Sam, "POST", kKeys, {.body = R"({"label": "phone"})"});
  REQUIRE(made.status == 201);
  const std::string secret(made.json().at("key").as_string());
  CHECK(secret.size() == 43);
  const Answer own = world.ask(Who::Sam, "GET", kKeys);
  CHECK(own.json().at("keys").as_array().size() == 1);
  CHECK_FALSE(own.body.contains(secret));
  CHECK(world.ask(Who::Dana, "GET", kKeys).json().at("keys").as_array().empty());
  for (const char* bytes : {"{}", R"({"label": ""})", R"({"label": "a\nb"})"})
    CHECK(world.ask(Who::Sam, "POST", kKeys, {.body = bytes}).status == 422);
}

TEST_CASE("a calendar key reads the calendar as a text, and no longer than it is good and may be read") {
  World world;
  world.ask(Who::Sam, "POST", kLeave,
            {.body = R"({"person": "sam", "from": "2026-10-12", "to": "2026-10-13", "note": "at sea"})"});
  world.record_leave(Who::Dana, "dana");
  const auto made = world.ask(Who::Sam, "POST", kKeys, {.body = R"({"label": "phone"})"}).json();
  const std::string id(made.at("id").as_string());
  const std::string key(made.at("key").as_string());
  const auto read = [&](const std::string& query, const std::string& engagement = "harbor-cu") {
    return world.ask_plain("GET", "/api/v1/engagements/{engagement}/calendar.ics",
                           {.engagement = engagement, .query = query});
  };
  const Answer full = read("?key=" + key);
  REQUIRE(full.status == 200);
  CHECK(full.body.starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(full.body.contains("SUMMARY:Sam Okafor is away\r\n"));
  CHECK(full.body.contains("DTSTART;VALUE=DATE:20261012\r\n"));
  CHECK(full.body.contains("DTEND;VALUE=DATE:20261014\r\n"));
  CHECK(full.body.contains("Dana Whitfield is away"));
  CHECK(full.body.contains("at sea"));

  const Answer busy = read("?busy=1&key=" + key);
  REQUIRE(busy.status == 200);
  CHECK(busy.body.contains("20261012"));
  for (const char* word : {"Sam", "Dana", "sea", "away", "20261101"}) CHECK_FALSE(busy.body.contains(word));

  CHECK(read("?key=" + key, "quarry-dental").status == 401);
  CHECK(read("?key=" + key + "x").status == 401);
  CHECK(read("").status == 401);
  CHECK(read("?busy=yes&key=" + key).status == 400);
  const auto account = *world.store.find_account("sam@people.example");
  const auto become = [&](app::Role role) {
    REQUIRE(world.store.write([&](app::WriteTransaction& tx) {
      return tx.put_membership({account->id, desk::EngagementName("harbor-cu"), role, desk::PersonName("sam")});
    }));
  };
  become(app::Role::Requester);
  CHECK(read("?key=" + key).status == 403);
  become(app::Role::Member);
  CHECK(world.ask(Who::Sam, "DELETE", kOneKey, {.leave = id}).status == 204);
  CHECK(read("?key=" + key).status == 401);
}

TEST_CASE("a feed's address is kept and never told") {
  World world;
  const std::string id = world.add_leave_feed(Who::Sam, "sam");
  for (const Who who : {Who::Sam, Who::Dana, Who::Ada}) {
    const Answer listed = world.ask(who, "GET", "/api/v1/engagements/{engagement}/leave-feeds");
    CHECK(listed.json().at("feeds").at(0).at("host").as_string() == "cal.example");
    CHECK_FALSE(listed.body.contains("secret-trouble"));
  }
  REQUIRE(world.use_cases.leave_feeds.refresh_due({}));
  const auto feed =
      world.ask(Who::Dana, "GET", "/api/v1/engagements/{engagement}/leave-feeds").json().at("feeds").at(0);
  CHECK(feed.at("error").as_string() == "nothing answers there");
  CHECK(feed.at("error_since").as_string() == base::to_rfc3339(world.clock.now()));
  CHECK(feed.at("fetched_at").is_null());
  for (const char* url : {"", "ftp://x", "https://"}) {
    const Answer bad = world.ask(Who::Sam, "POST", "/api/v1/engagements/{engagement}/leave-feeds",
                                 {.body = fmt::format(R"({{"person": "sam", "url": "{}", "label": "x"}})", url)});
    CHECK(bad.status == 422);
    CHECK(pointers(bad) == "/url ");
  }
}

}  // namespace
}  // namespace tandem::contract
