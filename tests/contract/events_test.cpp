// Live changes: what comes, what was missed, when it ends.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

std::string request(const World& world, Who who, const std::string& more = "", const std::string& query = "") {
  return "GET /api/v1/engagements/harbor-cu/events" + query + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
         world.token(who) + "\r\n" + more + "\r\n";
}

// The next event, heartbeats left out.
std::string next_event(test::RawClient& client) {
  for (;;) {
    std::string event = client.read_until("\n\n");
    if (!event.starts_with(':')) return event;
  }
}

boost::json::value data_of(const std::string& event) {
  const auto at = event.find("data: ");
  REQUIRE(at != std::string::npos);
  return boost::json::parse(event.substr(at + 6, event.find('\n', at) - at - 6));
}

struct Stream {
  Stream(World& world, Who who, const std::string& more = "", const std::string& query = "") : client(world.port()) {
    client.send(request(world, who, more, query));
    const test::RawResponse head = client.read_response();
    CHECK(head.status == 200);
    CHECK(head.header("content-type") == "text/event-stream");
    CHECK(head.header("cache-control") == "no-store");
    CHECK(next_event(client) == "retry: 2000\n\n");
  }
  test::RawClient client;
};

TEST_CASE("a change arrives as an event that the document describes") {
  World world;
  Stream stream(world, Who::Sam);
  CHECK(next_event(stream.client).starts_with("id: "));
  const std::string ticket = world.open_ticket();
  const std::string event = next_event(stream.client);
  CHECK(event.contains("\nevent: change\n"));
  const auto change = data_of(event);
  CHECK(document().problems_of(change, "LiveChange") == "");
  CHECK(change.at("ticket").as_string() == ticket);
  CHECK(change.at("kind").as_string() == "ticket-opened");
  CHECK(change.at("number").as_string() == "HCU-1");
}

TEST_CASE("what was missed comes first, from the position the client names") {
  World world;
  world.open_ticket("first");
  const auto position = *world.store.last_position();
  const std::string second = world.open_ticket("second");
  for (const bool by_header : {true, false}) {
    Stream stream(world, Who::Sam, by_header ? fmt::format("Last-Event-ID: {}\r\n", position) : "",
                  by_header ? "" : fmt::format("?last_event_id={}", position));
    const auto change = data_of(next_event(stream.client));
    CHECK(change.at("ticket").as_string() == second);
    CHECK(change.at("version").as_int64() == 1);
  }
}

TEST_CASE("who missed too much is told to start over, and so is who knows the future") {
  World world;
  const std::string ticket = world.open_ticket();
  const auto caller = world.use_cases.accounts.caller_of_token(world.token(Who::Sam));
  REQUIRE(caller);
  for (int i = 0; i < 1001; ++i) {
    REQUIRE(world.use_cases.tickets.command(*caller, desk::EngagementName("harbor-cu"), ticket,
                                            desk::AddComment{desk::Visibility::Both, {}, "x"}, {}));
  }
  Stream behind(world, Who::Sam, "Last-Event-ID: 0\r\n");
  CHECK(next_event(behind.client).contains("event: reset\n"));
  Stream ahead(world, Who::Sam, "Last-Event-ID: 99999999\r\n");
  CHECK(next_event(ahead.client).contains("event: reset\n"));
}

TEST_CASE("positions that are none are refused") {
  World world;
  for (const char* id : {"x", "-1", "1.5", "99999999999999999999999"}) {
    test::RawClient client(world.port());
    client.send(request(world, Who::Sam, fmt::format("Last-Event-ID: {}\r\n", id)));
    CHECK(client.read_response().status == 400);
  }
}

TEST_CASE("an end user hears of their own tickets only") {
  World world;
  Stream bo(world, Who::Bo);
  CHECK(next_event(bo.client).starts_with("id: "));
  world.open_ticket("Ana's");
  REQUIRE(world.ask(Who::Bo, "POST", "/api/v1/engagements/{engagement}/tickets", {.body = R"({"subject": "Bo's"})"})
              .status == 201);
  std::string event = next_event(bo.client);
  while (!event.contains("event: change")) event = next_event(bo.client);
  CHECK(data_of(event).at("number").as_string() == "HCU-2");
}

TEST_CASE("a stream ends with the session, and with the membership") {
  World world;
  const auto account = *world.store.find_account("sam@people.example");
  REQUIRE(account);
  Stream stream(world, Who::Sam);
  REQUIRE(world.store.write(
      [&](app::WriteTransaction& tx) { return tx.remove_membership(account->id, desk::EngagementName("harbor-cu")); }));
  CHECK(stream.client.reads_to_end());

  const std::string body = fmt::format(R"({{"email": "dana@people.example", "password": "{}"}})", kPassword);
  const Answer session = world.ask_plain("POST", "/api/v1/session", {.body = body});
  const std::string cookie = session.raw.header("set-cookie");
  test::RawClient browser(world.port());
  browser.send("GET /api/v1/engagements/harbor-cu/events HTTP/1.1\r\nHost: x\r\nCookie: " +
               cookie.substr(0, cookie.find(';')) + "\r\n\r\n");
  CHECK(browser.read_response().status == 200);
  world.clock.advance(app::Accounts::kSessionLength);
  CHECK(browser.reads_to_end());
}

TEST_CASE("an account has so many streams and no more") {
  World world;
  std::vector<std::unique_ptr<Stream>> streams;
  for (std::size_t i = 0; i < http::limits::kMaxStreamsPerAccount; ++i)
    streams.push_back(std::make_unique<Stream>(world, Who::Sam));
  test::RawClient client(world.port());
  client.send(request(world, Who::Sam));
  CHECK(client.read_response().status == 429);
  Stream other(world, Who::Dana);
}

TEST_CASE("stopping the server ends streams and the subscriptions behind them") {
  World world;
  Stream stream(world, Who::Sam);
  world.server->stop();
  CHECK(stream.client.reads_to_end());
  CHECK(world.use_cases.feed.subscribers() == 0);
}

}  // namespace
}  // namespace tandem::contract
