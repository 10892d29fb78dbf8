// Who has a ticket before them, through the API and on the live feed.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kPresence = "/api/v1/engagements/{engagement}/tickets/{ticket}/presence";

std::string next_presence(test::RawClient& client) {
  std::string event;
  do {
    event = client.read_until("\n\n");
  } while (!event.contains("event: presence\n"));
  return event;
}

TEST_CASE("the others see who is there and who types, live, until they leave or fall silent") {
  World world;
  const std::string ticket = world.open_ticket();
  test::RawClient dana(world.port());
  dana.send(
      fmt::format("GET /api/v1/engagements/harbor-cu/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n\r\n",
                  world.token(Who::Dana)));
  REQUIRE(dana.read_response().status == 200);
  const auto say = [&](const char* doing) {
    const std::string body = fmt::format(R"({{"doing": "{}", "window": "w"}})", doing);
    CHECK(world.ask(Who::Sam, "PUT", kPresence, {.ticket = ticket, .body = body}).status == 200);
  };
  say("viewing");
  CHECK(next_presence(dana).contains(R"("person":"sam")"));
  say("typing");
  CHECK(next_presence(dana).contains(R"("doing":"typing")"));
  const auto there = world.ask(Who::Dana, "GET", kPresence, {.ticket = ticket}).json().at("people");
  CHECK(there.as_array().size() == 1);
  CHECK(world.ask(Who::Sam, "GET", kPresence, {.ticket = ticket}).json().at("people").as_array().empty());
  say("gone");
  CHECK(next_presence(dana).contains(R"("people":[])"));
  say("viewing");
  CHECK(next_presence(dana).contains(R"("person":"sam")"));
  world.clock.advance(app::kForgetAfter);
  CHECK(next_presence(dana).contains(R"("people":[])"));  // at the stream's next heartbeat
}

}  // namespace
}  // namespace tandem::contract
