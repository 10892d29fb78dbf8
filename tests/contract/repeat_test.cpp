// Repeated and late requests: Idempotency-Key, ETag and If-Match.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";
constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";
constexpr const char* kComments = "/api/v1/engagements/{engagement}/tickets/{ticket}/comments";
constexpr const char* kTake = "/api/v1/engagements/{engagement}/tickets/{ticket}/take";

TEST_CASE("a repeated request gets the first one's answer and does nothing") {
  World world;
  const Ask ask{.body = R"({"subject": "Printer"})", .headers = {"Idempotency-Key: abc-1"}};
  const Answer first = world.ask(Who::Sam, "POST", kTickets, ask);
  REQUIRE(first.status == 201);
  const std::string after = world.stored();
  const Answer again = world.ask(Who::Sam, "POST", kTickets, ask);
  CHECK(again.status == 201);
  CHECK(again.json().at("id") == first.json().at("id"));
  CHECK(again.json().at("version") == first.json().at("version"));
  CHECK(again.raw.header("etag") == first.raw.header("etag"));
  CHECK(world.stored() == after);
}

TEST_CASE("the answer to a repeated command is the ticket as it was then") {
  World world;
  const std::string ticket = world.open_ticket();
  const Ask ask{.ticket = ticket, .body = R"({"text": "once"})", .headers = {"Idempotency-Key: c"}};
  const Answer first = world.ask(Who::Sam, "POST", kComments, ask);
  REQUIRE(first.status == 201);
  world.act(Who::Dana, ticket, "/comments", R"({"text": "later"})");
  const Answer again = world.ask(Who::Sam, "POST", kComments, ask);
  CHECK(again.json().at("version") == first.json().at("version"));
  CHECK_FALSE(again.body.contains("later"));
}

TEST_CASE("a key used for another request is refused; another person's key is another key") {
  World world;
  const std::string key = "Idempotency-Key: abc-1";
  REQUIRE(world.ask(Who::Sam, "POST", kTickets, {.body = R"({"subject": "Printer"})", .headers = {key}}).status == 201);
  const Answer other = world.ask(Who::Sam, "POST", kTickets, {.body = R"({"subject": "Scanner"})", .headers = {key}});
  CHECK(other.status == 422);
  CHECK(other.type() == "idempotency-mismatch");
  const std::string ticket = world.open_ticket();
  CHECK(world.ask(Who::Sam, "POST", kTake, {.ticket = ticket, .headers = {key}}).status == 422);
  CHECK(world.ask(Who::Dana, "POST", kTickets, {.body = R"({"subject": "Scanner"})", .headers = {key}}).status == 201);
}

TEST_CASE("a request that failed may be sent again under its key") {
  World world;
  const std::string key = "Idempotency-Key: retry";
  CHECK(world.ask(Who::Sam, "POST", kTickets, {.body = R"({"subject": "x", "category": "plumbing"})", .headers = {key}})
            .status == 422);
  CHECK(world.ask(Who::Sam, "POST", kTickets, {.body = R"({"subject": "x"})", .headers = {key}}).status == 201);
}

TEST_CASE("a ruling that comes late is no answer to what is asked by then") {
  World world;
  const std::string ticket = world.open_ticket();
  const std::string path = fmt::format("{}/dispute/ruling", kTicket);
  world.act(Who::Sam, ticket, "/dispute", R"({"reason": "not ours"})");
  const auto asked = [&] { return world.ask(Who::Sam, "GET", kTicket, {.ticket = ticket}).json().at("dispute"); };
  CHECK(asked().at("question").as_int64() == 1);
  const Ask ruling{.ticket = ticket, .body = R"({"team": "harbor-it", "reason": "by the text", "question": 1})"};
  REQUIRE(world.ask(Who::Dana, "POST", path, ruling).status == 200);
  world.act(Who::Sam, ticket, "/dispute/withdraw", "");
  world.act(Who::Sam, ticket, "/dispute", R"({"reason": "and yet"})");
  CHECK(asked().at("question").as_int64() == 2);
  const Answer late = world.ask(Who::Dana, "POST", path, ruling);
  CHECK(late.status == 409);
  CHECK(late.type() == "no-such-dispute");
  CHECK(asked().at("rulings").as_array().empty());
}

TEST_CASE("keys that are none are refused") {
  World world;
  for (const std::string& key : {std::string("Idempotency-Key: "), "Idempotency-Key: " + std::string(201, 'k'),
                                 std::string("Idempotency-Key: caf\xc3\xa9")}) {
    CHECK(world.ask(Who::Sam, "POST", kTickets, {.body = R"({"subject": "x"})", .headers = {key}}).status == 400);
  }
}

TEST_CASE("an edit based on an older version is refused") {
  World world;
  const std::string ticket = world.open_ticket();
  const std::string etag = world.ask(Who::Sam, "GET", kTicket, {.ticket = ticket}).raw.header("etag");
  CHECK(etag.starts_with('"'));
  const Answer edited =
      world.ask(Who::Sam, "PATCH", kTicket,
                {.ticket = ticket, .body = R"({"priority": "high"})", .headers = {"If-Match: " + etag}});
  CHECK(edited.status == 200);
  CHECK(edited.raw.header("etag") != etag);
  const std::string before = world.stored();
  const Answer late =
      world.ask(Who::Sam, "PATCH", kTicket,
                {.ticket = ticket, .body = R"({"priority": "critical"})", .headers = {"If-Match: " + etag}});
  CHECK(late.status == 412);
  CHECK(late.type() == "stale");
  CHECK(world.stored() == before);
}

TEST_CASE("If-Match is read strictly") {
  World world;
  const std::string ticket = world.open_ticket();
  const auto edit = [&](const std::string& match, const char* priority) {
    return world
        .ask(Who::Sam, "PATCH", kTicket,
             {.ticket = ticket,
              .body = fmt::format(R"({{"priority": "{}"}})", priority),
              .headers = {"If-Match: " + match}})
        .status;
  };
  for (const char* match : {"2", "\"2", "", "\"1\", \"2\""}) CHECK(edit(match, "high") == 400);
  for (const char* match : {"W/\"2\"", "\"x\"", "\"99\"", "\"99999999999\""}) CHECK(edit(match, "high") == 412);
  CHECK(edit("*", "high") == 200);
}

}  // namespace
}  // namespace tandem::contract
