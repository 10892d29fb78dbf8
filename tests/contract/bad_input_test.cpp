// What is wrong gets a clear answer that names the place, and the data stays as it was.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";
constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";

TEST_CASE("bodies that are not JSON are malformed, and say where") {
  World world;
  const std::string before = world.stored();
  for (const std::string& body :
       {std::string("{"), std::string("{\"subject\": \"a\",}"), std::string("{\"subject\": \"\xff\xfe\"}"),
        std::string("{\"subject\": \"a\", \"subject\": \"b\"}"), std::string("{\"subject\": \"a\"} x"),
        std::string(100'000, '['), std::string("{\"subject\": \"\\ud800\"}"), std::string("{\"subject\":\"a\0\"}", 15),
        std::string("\xef\xbb\xbf{}")}) {
    CAPTURE(body.substr(0, 40));
    const Answer answer = world.ask(Who::Sam, "POST", kTickets, {.body = body});
    CHECK(answer.status == 400);
    CHECK(answer.type() == "malformed-json");
    CHECK(std::string(answer.json().at("detail").as_string()).starts_with("line 1, column"));
  }
  CHECK(world.ask(Who::Sam, "POST", kTickets).status == 400);
  CHECK(world.stored() == before);
}

TEST_CASE("fields that cannot be taken are all named") {
  World world;
  const Answer answer =
      world.ask(Who::Sam, "POST", kTickets,
                {.body = R"({"subject": 7, "kind": "wish", "color": "red", "requester": {"vip": true}})"});
  CHECK(answer.status == 422);
  std::string pointers;
  const auto problem = answer.json();
  for (const auto& each : problem.at("errors").as_array())
    pointers += std::string(each.at("pointer").as_string()) + " ";
  CHECK(pointers == "/subject /kind /requester/name /color ");
}

TEST_CASE("words that the agreement does not know are named with their field") {
  World world;
  const Answer category =
      world.ask(Who::Sam, "POST", kTickets, {.body = R"({"subject": "x", "category": "plumbing"})"});
  CHECK(category.status == 422);
  CHECK(category.json().at("errors").at(0).at("pointer").as_string() == "/category");
  const std::string ticket = world.open_ticket();
  const Answer priority =
      world.ask(Who::Sam, "PATCH", kTicket, {.ticket = ticket, .body = R"({"priority": "yesterday"})"});
  CHECK(priority.status == 422);
  CHECK(priority.json().at("errors").at(0).at("pointer").as_string() == "/priority");
  const Answer team = world.ask(Who::Sam, "POST", std::string(kTicket) + "/handoffs",
                                {.ticket = ticket, .body = R"({"to_team": "nobody", "note": "x"})"});
  CHECK(team.status == 422);
  CHECK(team.json().at("errors").at(0).at("pointer").as_string() == "/to_team");
}

TEST_CASE("an edit of two fields happens whole or not at all") {
  World world;
  const std::string ticket = world.open_ticket();
  const std::string before = world.stored();
  CHECK(world
            .ask(Who::Sam, "PATCH", kTicket,
                 {.ticket = ticket, .body = R"({"category": "workstation", "priority": "yesterday"})"})
            .status == 422);
  CHECK(world.stored() == before);
  const Answer both = world.ask(Who::Sam, "PATCH", kTicket,
                                {.ticket = ticket, .body = R"({"category": "workstation", "priority": "high"})"});
  CHECK(both.status == 200);
  CHECK(both.json().at("category").as_string() == "workstation");
  CHECK(both.json().at("priority").as_string() == "high");
}

TEST_CASE("bodies of another type are refused") {
  World world;
  for (const char* type :
       {"Content-Type: text/plain", "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data; boundary=x", "Content-Type: application/json; charset=utf-16",
        "Content-Type: application/jsonx", "Content-Type: "}) {
    CAPTURE(type);
    CHECK(world.ask(Who::Sam, "POST", kTickets, {.body = R"({"subject": "x"})", .headers = {type}}).status == 415);
  }
  CHECK(world
            .ask(Who::Sam, "POST", kTickets,
                 {.body = R"({"subject": "x"})", .headers = {"Content-Type: Application/JSON; charset=UTF-8"}})
            .status == 201);
  CHECK(world.ask(Who::Sam, "POST", kTickets, {.body = "x", .headers = {"Content-Encoding: gzip"}}).status == 415);
}

TEST_CASE("queries are read strictly") {
  World world;
  for (const char* query :
       {"?limt=5", "?limit=0", "?limit=201", "?limit=x", "?view=theirs", "?order=random", "?state=lost", "?open=maybe",
        "?q=a&q=b", "?q=%", "?q=%ff", "?q=%00", "?after=nonsense", "?open=false&state=new", "?view=mine&view=all"}) {
    CAPTURE(query);
    const Answer answer = world.ask(Who::Sam, "GET", kTickets, {.query = query});
    CHECK(answer.status == 400);
    CHECK(answer.type() == "invalid-query");
    CHECK_FALSE(answer.json().at("errors").as_array().empty());
  }
  for (const char* query : {"?limit=1", "?view=mine&open=true&state=new&state=active", "?q=sign+in&order=newest",
                            "?priority=high&category=malware&party=harbor&team=soc"}) {
    CAPTURE(query);
    CHECK(world.ask(Who::Sam, "GET", kTickets, {.query = query}).status == 200);
  }
  CHECK(world.ask(Who::Sam, "GET", "/api/v1/session", {.query = "?x=1"}).status == 400);
}

TEST_CASE("ids, numbers and hand-offs that are none are not found") {
  World world;
  const std::string ticket = world.open_ticket();
  for (const char* id : {"HCU-999", "0", "-1", "x", "99999999999999999999999", "00000000000000000000000000", "HCU-",
                         "..", "%2e%2e", "a%2fb", "1;drop"}) {
    CAPTURE(id);
    CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = id}).status == 404);
  }
  for (const char* id : {"%", "%zz", "%00", "%ff"})
    CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = id}).status == 400);
  CHECK(world.ask(Who::Sam, "POST", std::string(kTicket) + "/handoffs/{epoch}/accept", {.ticket = ticket, .epoch = "x"})
            .status == 404);
  CHECK(world.ask(Who::Sam, "POST", std::string(kTicket) + "/handoffs/{epoch}/accept", {.ticket = ticket, .epoch = "7"})
            .status == 409);
}

TEST_CASE("a refusal has a type of its own and changes nothing") {
  World world;
  const std::string ticket = world.open_ticket();
  const std::string before = world.stored();
  const Answer answer = world.ask(Who::Dana, "POST", std::string(kTicket) + "/take", {.ticket = ticket});
  CHECK(answer.status == 409);
  CHECK(answer.type().starts_with("refused/"));
  CHECK(world.stored() == before);
}

TEST_CASE("texts of the longest length fit, longer ones do not") {
  World world;
  const std::string subject(200, 'a');
  const std::string text(50'000, 'b');
  CHECK(world
            .ask(Who::Sam, "POST", kTickets,
                 {.body = fmt::format(R"({{"subject": "{}", "description": "{}"}})", subject, text)})
            .status == 201);
  CHECK(world.ask(Who::Sam, "POST", kTickets, {.body = fmt::format(R"({{"subject": "{}a"}})", subject)}).status == 422);
  CHECK(
      world.ask(Who::Sam, "POST", kTickets, {.body = fmt::format(R"({{"subject": "a", "description": "{}b"}})", text)})
          .status == 422);
}

TEST_CASE("requests that are not well-formed HTTP reach no handler") {
  World world;
  const std::string before = world.stored();
  const std::string start = "POST /api/v1/engagements/harbor-cu/tickets HTTP/1.1\r\nAuthorization: Bearer " +
                            world.token(Who::Sam) + "\r\nContent-Type: application/json\r\n";
  const std::string body = R"({"subject": "x"})";
  const std::string length = fmt::format("Content-Length: {}\r\n", body.size());
  for (const std::string& bytes : {
           start + length + "\r\n" + body,                                       // no Host
           start + "Host: a\r\nHost: b\r\n" + length + "\r\n" + body,            // two
           start + "Host: a\r\n" + length + "Content-Length: 3\r\n\r\n" + body,  // two lengths
           start + "Host: a\r\n" + length + "Transfer-Encoding: chunked\r\n\r\n10\r\n" + body +
               "\r\n0\r\n\r\n",                                                                              // both
           start + "Host: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n10\r\n" + body + "\r\n0\r\n\r\n",  // twice
           start + "Host: a\r\nTransfer-Encoding: xchunked\r\n\r\n10\r\n" + body + "\r\n0\r\n\r\n",          // unknown
           start + "Host: a\r\nContent-Length: 0x10\r\n\r\n" + body,                           // no number
           start + "Host: a\r\nX: a\r\n b\r\n" + length + "\r\n" + body,                       // folded
           start + "Host: a\nContent-Length: 16\n\n" + body,                                   // bare line feeds
           start + "Host: a\r\nX: " + std::string("\0", 1) + "\r\n" + length + "\r\n" + body,  // NUL
       }) {
    CAPTURE(bytes);
    const test::RawResponse answer = world.send(bytes);
    CHECK((answer.status == 400 || answer.status == 501));
    CHECK(answer.header("connection") == "close");
  }
  CHECK(world.stored() == before);
  CHECK(world.send(start + "Host: a\r\n" + length + "\r\n" + body).status == 201);
}

TEST_CASE("health, readiness and metrics are told to machines") {
  World world;
  CHECK(world.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").body == "ok\n");
  CHECK(world.send("GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n").status == 200);
  static_cast<void>(world.ask(Who::Sam, "GET", "/api/v1/session"));
  const test::RawResponse metrics = world.send("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(metrics.header("content-type") == "text/plain; version=0.0.4; charset=utf-8");
  CHECK(
      metrics.body.contains("tandem_http_requests_total{route=\"/api/v1/session\",method=\"GET\",status=\"200\"} 1\n"));
  CHECK(metrics.body.contains("tandem_build_info{version=\"0\"} 1\n"));
}

TEST_CASE("the document is served as it is") {
  World world;
  const test::RawResponse answer = world.send("GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(answer.status == 200);
  CHECK(boost::json::parse(answer.body) == document().document());
}

}  // namespace
}  // namespace tandem::contract
