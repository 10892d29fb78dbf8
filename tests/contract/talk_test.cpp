// Being told, many at once, macros, and what requesters say, over the API.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kBase = "/api/v1/engagements/{engagement}";
constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";
constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";

std::string below(std::string_view path, std::string_view rest) {
  return fmt::format("{}{}", path, rest);
}

boost::json::value notices(World& world, Who who, const std::string& query = "") {
  return world.ask(who, "GET", below(kBase, "/notices"), {.query = query}).json();
}

TEST_CASE("a mention is told, counted, and read one by one or all at once") {
  World world;
  const std::string ticket = world.open_ticket("Screen stays black");
  for (int i = 0; i < 3; ++i) world.act(Who::Dana, ticket, "/comments", R"({"text": "look, @mei"})");
  const auto page = notices(world, Who::Mei);
  REQUIRE(page.at("notices").as_array().size() == 3);
  CHECK(page.at("unread").as_int64() == 3);
  const auto& newest = page.at("notices").at(0);
  CHECK(newest.at("kind").as_string() == "mentioned");
  CHECK(newest.at("number").as_string() == "HCU-1");
  CHECK(newest.at("subject").as_string() == "Screen stays black");
  CHECK(newest.at("actor").as_string() == "Dana Whitfield");
  CHECK(newest.at("excerpt").as_string() == "look, @mei");
  CHECK_FALSE(newest.at("read").as_bool());
  CHECK(newest.at("id").as_int64() > page.at("notices").at(2).at("id").as_int64());

  const auto id = newest.at("id").as_int64();
  const Answer one = world.ask(Who::Mei, "POST", below(kBase, "/notices/read"),
                               {.body = fmt::format(R"({{"first": {}, "last": {}}})", id, id)});
  CHECK(one.json().at("unread").as_int64() == 2);
  CHECK(notices(world, Who::Mei, "?unread=true").at("notices").as_array().size() == 2);
  // Somebody else's reading is no business of hers.
  world.ask(Who::Dana, "POST", below(kBase, "/notices/read"), {.body = fmt::format(R"({{"last": {}}})", id)});
  CHECK(notices(world, Who::Mei).at("unread").as_int64() == 2);
  const Answer all =
      world.ask(Who::Mei, "POST", below(kBase, "/notices/read"), {.body = fmt::format(R"({{"last": {}}})", id)});
  CHECK(all.json().at("unread").as_int64() == 0);
}

TEST_CASE("notices come page by page") {
  World world;
  const std::string ticket = world.open_ticket();
  for (int i = 0; i < 5; ++i) world.act(Who::Dana, ticket, "/comments", R"({"text": "@mei"})");
  std::vector<std::int64_t> ids;
  std::string query = "?limit=2";
  for (;;) {
    const auto page = notices(world, Who::Mei, query);
    for (const auto& each : page.at("notices").as_array()) ids.push_back(each.at("id").as_int64());
    if (page.at("next").is_null()) break;
    query = fmt::format("?limit=2&before={}", page.at("next").as_int64());
  }
  CHECK(ids.size() == 5);
  CHECK(std::ranges::is_sorted(ids, std::greater<>()));
}

TEST_CASE("an end user hears of answers and of the end, and of nothing between the teams") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/take");
  world.act(Who::Sam, ticket, "/comments", R"({"text": "between us"})");
  world.act(Who::Sam, ticket, "/comments", R"({"text": "dear Ana", "visibility": "requester"})");
  world.act(Who::Sam, ticket, "/resolve", R"({"note": "done"})");
  const auto page = notices(world, Who::Ana);
  REQUIRE(page.at("notices").as_array().size() == 2);
  CHECK(page.at("notices").at(0).at("kind").as_string() == "resolved");
  CHECK(page.at("notices").at(1).at("excerpt").as_string() == "dear Ana");
  CHECK(notices(world, Who::Bo).at("notices").as_array().empty());
}

TEST_CASE("a stream tells how much is unread when that changes") {
  World world;
  const std::string ticket = world.open_ticket();
  test::RawClient client(world.port());
  client.send("GET /api/v1/engagements/harbor-cu/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
              world.token(Who::Mei) + "\r\n\r\n");
  client.read_response();
  world.act(Who::Dana, ticket, "/comments", R"({"text": "@mei"})");
  std::string event;
  while (!event.contains("event: notices")) event = client.read_until("\n\n");
  CHECK(event == "event: notices\ndata: {\"unread\":1}\n\n");
}

TEST_CASE("a queue lists what one watches, by tag, and of VIPs") {
  World world;
  const std::string first = world.open_ticket("first");
  const std::string second = world.open_ticket("second");
  world.act(Who::Mei, second, "/watch");
  world.act(Who::Sam, first, "/tags", R"({"add": ["printer", "branch"]})");
  const Answer vip = world.ask(Who::Sam, "POST", kTickets,
                               {.body = R"({"subject": "third", "requester": {"name": "Paul", "vip": true}})"});
  REQUIRE(vip.status == 201);
  const auto subjects = [&](Who who, const char* query) {
    std::string text;
    const auto rows = world.ask(who, "GET", kTickets, {.query = query}).json();
    for (const auto& row : rows.at("tickets").as_array()) text += std::string(row.at("subject").as_string()) + " ";
    return text;
  };
  CHECK(subjects(Who::Mei, "?view=watched") == "second ");
  CHECK(subjects(Who::Sam, "?view=watched") == "");
  CHECK(subjects(Who::Sam, "?tag=printer") == "first ");
  CHECK(subjects(Who::Sam, "?tag=print") == "");
  CHECK(subjects(Who::Sam, "?tag=printer&tag=x") == "first ");
  CHECK(subjects(Who::Sam, "?vip=true") == "third ");
  // Tags are the teams' words.
  CHECK(subjects(Who::Ana, "?tag=nothing-has-this") == "second first ");
}

TEST_CASE("many tickets are changed in one request, each answered for itself") {
  World world;
  const std::string first = world.open_ticket("first");
  const std::string second = world.open_ticket("second");
  world.act(Who::Sam, second, "/resolve", R"({"note": "done"})");
  const Ask edit{.body = fmt::format(R"({{"tickets": ["{}", "{}", "HCU-99"], "priority": "high", "add_tags": ["wave"],
                                        "end": "resolve", "note": "all of it"}})",
                                     first, second),
                 .headers = {"Idempotency-Key: many-1"}};
  const Answer answer = world.ask(Who::Sam, "POST", below(kBase, "/bulk-edits"), edit);
  REQUIRE(answer.status == 200);
  const auto results = answer.json().at("results");
  CHECK(results.at(0).at("done").as_bool());
  CHECK_FALSE(results.at(1).at("done").as_bool());  // all or none of it
  CHECK(std::string(results.at(1).at("detail").as_string()).contains("resolved"));
  CHECK_FALSE(results.at(2).at("done").as_bool());
  const auto after = world.ask(Who::Sam, "GET", kTicket, {.ticket = first}).json();
  CHECK(after.at("state").as_string() == "resolved");
  CHECK(after.at("priority").as_string() == "high");
  CHECK(after.at("tags").at(0).as_string() == "wave");
  CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = second}).json().at("tags").as_array().empty());
  // Sent again, it is answered as it was and done once.
  const std::string before = world.stored();
  CHECK(world.ask(Who::Sam, "POST", below(kBase, "/bulk-edits"), edit).json().at("results").at(0) == results.at(0));
  CHECK(world.stored() == before);
}

TEST_CASE("requests for many that say nothing or too much are refused") {
  World world;
  const auto status = [&](const std::string& body) {
    return world.ask(Who::Sam, "POST", below(kBase, "/bulk-edits"), {.body = body}).status;
  };
  CHECK(status(R"({"tickets": ["HCU-1"]})") == 422);
  CHECK(status(R"({"tickets": [], "priority": "high"})") == 422);
  CHECK(status(R"({"tickets": ["HCU-1"], "note": "x", "priority": "high"})") == 422);
  std::string many;
  for (int i = 0; i < 101; ++i) many += fmt::format("{}\"{}\"", i == 0 ? "" : ",", i);
  CHECK(status(R"({"tickets": [)" + many + R"(], "priority": "high"})") == 422);
}

TEST_CASE("a macro does all that it says in one step, with its placeholders filled in") {
  World world;
  const std::string ticket = world.open_ticket();
  const std::string macro = world.make_macro(
      Who::Sam, R"({"team": "desk", "title": "reset", "text": "Dear {requester}, {number} is with {owner}.",
                    "take": true, "priority": "high", "tags": ["reset"], "end": "wait", "waiting_on": "requester"})");
  const std::string path = below(kTicket, "/macros/{macro}");
  const auto after = world.ask(Who::Sam, "POST", path, {.ticket = ticket, .macro = macro}).json();
  CHECK(after.at("state").as_string() == "waiting");
  CHECK(after.at("owner").at("person").as_string() == "sam");
  CHECK(after.at("priority").as_string() == "high");
  CHECK(after.at("tags").at(0).as_string() == "reset");
  CHECK(after.at("comments").at(0).at("text").as_string() == "Dear ana, HCU-1 is with Sam Okafor.");
  // Again: what is so already is left out.
  CHECK(world.ask(Who::Sam, "POST", path, {.ticket = ticket, .macro = macro}).status == 200);
  // Where one of its commands is refused, nothing of it is done.
  world.act(Who::Sam, ticket, "/resolve", R"({"note": "done"})");
  const std::string before = world.stored();
  CHECK(world.ask(Who::Sam, "POST", path, {.ticket = ticket, .macro = macro}).status == 409);
  CHECK(world.stored() == before);
}

TEST_CASE("macros are a team's or everybody's, and say only what there is") {
  World world;
  const auto add = [&](Who who, const std::string& body) {
    return world.ask(who, "POST", below(kBase, "/macros"), {.body = body});
  };
  CHECK(add(Who::Sam, R"({"title": "x", "text": "x", "team": "harbor-it"})").status == 403);
  CHECK(add(Who::Sam, R"({"title": "x"})").status == 422);
  CHECK(add(Who::Sam, R"({"title": "x", "text": "{customer}"})").status == 422);
  CHECK(add(Who::Sam, R"({"title": "x", "text": "x", "priority": "moon"})").status == 422);
  CHECK(add(Who::Sam, R"({"title": "x", "text": "x", "tags": ["Two words"]})").status == 422);
  CHECK(add(Who::Sam, R"({"title": "x", "text": "x", "team": "moon"})").status == 422);
  CHECK(add(Who::Sam, R"({"title": "all", "text": "for all {and} {Owner} {"})").status == 422);
  world.make_macro(Who::Sam, R"({"title": "desk", "text": "x", "team": "desk"})");
  world.make_macro(Who::Sam, R"({"title": "all", "text": "x"})");
  const auto titles = [&](Who who) {
    std::string text;
    const auto macros = world.ask(who, "GET", below(kBase, "/macros")).json();
    for (const auto& each : macros.at("macros").as_array()) text += std::string(each.at("title").as_string()) + " ";
    return text;
  };
  CHECK(titles(Who::Sam) == "all desk ");
  CHECK(titles(Who::Dana) == "all ");
}

TEST_CASE("a macro is changed and removed only as it was seen, and nobody's words are lost") {
  World world;
  const Answer made =
      world.ask(Who::Sam, "POST", below(kBase, "/macros"), {.body = R"({"title": "hello", "text": "first"})"});
  REQUIRE(made.status == 201);
  const std::string path = below(kBase, "/macros/{macro}");
  const std::string id(made.json().at("id").as_string());
  const std::string seen = made.raw.header("etag");
  CHECK(seen == fmt::format("\"{}\"", std::string(made.json().at("changed_at").as_string())));
  const auto change = [&](Who who, const std::string& text, const std::string& match) {
    return world.ask(who, "PATCH", path,
                     {.macro = id,
                      .body = fmt::format(R"({{"title": "hello", "text": "{}"}})", text),
                      .headers = {fmt::format("If-Match: {}", match)}});
  };
  const Answer second = change(Who::Dana, "second", seen);
  REQUIRE(second.status == 200);
  const Answer lost = change(Who::Sam, "mine", seen);
  CHECK(lost.status == 412);
  CHECK(lost.json().at("detail").as_string().starts_with("Dana Whitfield changed the macro meanwhile"));
  const std::string stale = fmt::format("If-Match: {}", seen);
  CHECK(world.ask(Who::Sam, "DELETE", path, {.macro = id, .headers = {stale}}).status == 412);
  const auto macros = world.ask(Who::Sam, "GET", below(kBase, "/macros")).json();
  CHECK(macros.at("macros").at(0).at("text").as_string() == "second");
  CHECK(change(Who::Sam, "mine", second.raw.header("etag")).status == 200);
  CHECK(world.ask(Who::Sam, "DELETE", path, {.macro = id}).status == 204);
}

TEST_CASE("the requester says how it went, both parties read it, and months add up") {
  World world;
  const std::string ticket = world.open_ticket();
  CHECK_FALSE(world.ask(Who::Ana, "GET", kTicket, {.ticket = ticket}).json().at("allowed").at("rate").as_bool());
  world.act(Who::Sam, ticket, "/resolve", R"({"note": "done"})");
  CHECK(world.ask(Who::Ana, "GET", kTicket, {.ticket = ticket}).json().at("allowed").at("rate").as_bool());
  const Answer rated = world.ask(Who::Ana, "POST", below(kTicket, "/rating"),
                                 {.ticket = ticket, .body = R"({"verdict": "bad", "words": "it took a week"})"});
  CHECK(rated.status == 200);
  for (const Who who : {Who::Dana, Who::Sam, Who::Ana, Who::Ada}) {
    const auto said = world.ask(who, "GET", kTicket, {.ticket = ticket}).json().at("satisfaction");
    CHECK(said.at("verdict").as_string() == "bad");
    CHECK(said.at("words").as_string() == "it took a week");
  }
  const auto months =
      world.ask(Who::Dana, "GET", below(kBase, "/satisfaction"), {.query = "?months=2"}).json().at("months");
  REQUIRE(months.as_array().size() == 2);
  CHECK(months.at(0).at("month").as_string() == "2026-10");
  CHECK(months.at(0).at("bad").as_int64() == 1);
  CHECK(months.at(0).at("teams").at(0).at("team").as_string() == "desk");
  CHECK(months.at(1).at("month").as_string() == "2026-09");
  CHECK(months.at(1).at("bad").as_int64() == 0);
}

}  // namespace
}  // namespace tandem::contract
