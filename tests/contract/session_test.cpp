// Signing in, cookies, tokens, and requests that other sites make a browser send.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kSession = "/api/v1/session";
constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";

struct Browser {
  std::string cookie;  // "Cookie: tandem_session=…"
  std::string csrf;    // "X-CSRF-Token: …"
};

Browser sign_in(World& world, const std::string& email = "sam@people.example") {
  const Answer answer = world.ask_plain(
      "POST", kSession, {.body = fmt::format(R"({{"email": "{}", "password": "{}"}})", email, kPassword)});
  REQUIRE(answer.status == 201);
  const std::string set = answer.raw.header("set-cookie");
  CHECK(set.contains("; HttpOnly; SameSite=Lax"));
  CHECK(answer.json().at("csrf").is_string());
  return {.cookie = "Cookie: " + set.substr(0, set.find(';')),
          .csrf = "X-CSRF-Token: " + std::string(answer.json().at("csrf").as_string())};
}

TEST_CASE("a browser signs in, works and signs out") {
  World world;
  const Browser sam = sign_in(world, "SAM@people.example");
  CHECK(world.ask_plain("GET", kSession, {.headers = {sam.cookie}}).json().at("email").as_string() ==
        "sam@people.example");
  CHECK(world.ask_plain("POST", kTickets, {.body = R"({"subject": "x"})", .headers = {sam.cookie, sam.csrf}}).status ==
        201);
  const Answer out = world.ask_plain("DELETE", kSession, {.headers = {sam.cookie, sam.csrf}});
  CHECK(out.status == 204);
  CHECK(out.raw.header("set-cookie").contains("Max-Age=0"));
  CHECK(world.ask_plain("GET", kSession, {.headers = {sam.cookie}}).status == 401);
}

TEST_CASE("a wrong password and an unknown address are the same answer") {
  World world;
  const Answer wrong =
      world.ask_plain("POST", kSession, {.body = R"({"email": "sam@people.example", "password": "nope"})"});
  const Answer unknown =
      world.ask_plain("POST", kSession, {.body = R"({"email": "nobody@people.example", "password": "nope"})"});
  CHECK(wrong.status == 401);
  CHECK(wrong.body == unknown.body);
  CHECK(wrong.raw.header("www-authenticate").starts_with("Bearer"));
  CHECK(wrong.raw.header("set-cookie").empty());
}

TEST_CASE("guessing is slowed down") {
  World world;
  for (int i = 0; i < 10; ++i)
    static_cast<void>(
        world.ask_plain("POST", kSession, {.body = R"({"email": "sam@people.example", "password": "guess"})"}));
  const Answer answer = world.ask_plain(
      "POST", kSession, {.body = fmt::format(R"({{"email": "sam@people.example", "password": "{}"}})", kPassword)});
  CHECK(answer.status == 429);
  CHECK(answer.type() == "too-many-attempts");
  CHECK(answer.raw.header("retry-after") == "900");
}

TEST_CASE("with a cookie a change needs the session's own token") {
  World world;
  const Browser sam = sign_in(world);
  const Browser dana = sign_in(world, "dana@people.example");
  const std::string before = world.stored();
  for (const std::vector<std::string>& headers : {std::vector{sam.cookie}, std::vector{sam.cookie, dana.csrf},
                                                  std::vector{sam.cookie, std::string("X-CSRF-Token: ")}}) {
    const Answer answer = world.ask_plain("POST", kTickets, {.body = R"({"subject": "x"})", .headers = headers});
    CHECK(answer.status == 403);
    CHECK(answer.type() == "csrf");
  }
  CHECK(world.stored() == before);
}

TEST_CASE("what another site makes a browser send is refused, even with the right token") {
  World world;
  const Browser sam = sign_in(world);
  for (const char* sign :
       {"Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
        "Origin: http://localhost.evil.example", "Origin: http://localhost:1"}) {
    CAPTURE(sign);
    const Answer answer =
        world.ask_plain("POST", kTickets, {.body = R"({"subject": "x"})", .headers = {sam.cookie, sam.csrf, sign}});
    CHECK(answer.status == 403);
    CHECK(answer.type() == "cross-site");
    const std::string body = fmt::format(R"({{"email": "sam@people.example", "password": "{}"}})", kPassword);
    CHECK(world.ask_plain("POST", kSession, {.body = body, .headers = {sign}}).status == 403);
  }
  for (const char* sign : {"Origin: http://localhost", "Origin: https://localhost", "Sec-Fetch-Site: same-origin"}) {
    CHECK(world.ask_plain("POST", kTickets, {.body = R"({"subject": "x"})", .headers = {sam.cookie, sam.csrf, sign}})
              .status == 201);
  }
}

TEST_CASE("a session ends when its time is over") {
  World world;
  const Browser sam = sign_in(world);
  world.clock.advance(app::Accounts::kSessionLength);
  CHECK(world.ask_plain("GET", kSession, {.headers = {sam.cookie}}).status == 401);
}

TEST_CASE("tokens that are none let nobody in, and do not fall back to a cookie") {
  World world;
  const Browser sam = sign_in(world);
  for (const char* header : {"Authorization: Bearer tdm_wrong", "Authorization: Bearer ",
                             "Authorization: Basic c2FtOng=", "Authorization: Bearer"}) {
    CAPTURE(header);
    CHECK(world.ask_plain("GET", kSession, {.headers = {header, sam.cookie}}).status == 401);
  }
  for (const char* cookie :
       {"Cookie: tandem_session=", "Cookie: tandem_session=wrong", "Cookie: ;;;==;", "Cookie: tandem_session"}) {
    CHECK(world.ask_plain("GET", kSession, {.headers = {cookie}}).status == 401);
  }
}

TEST_CASE("a token's session has no CSRF value and no end") {
  World world;
  const auto session = world.ask(Who::Sam, "GET", kSession).json();
  CHECK(session.at("csrf").is_null());
  CHECK(session.at("expires_at").is_null());
}

TEST_CASE("a session counts what is open for its person, their teams and everybody") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/take");
  const auto sam = world.ask(Who::Sam, "GET", kSession).json().at("engagements").at(0);
  CHECK(sam.at("open_mine").as_int64() == 1);
  CHECK(sam.at("open_team").as_int64() == 1);
  const auto dana = world.ask(Who::Dana, "GET", kSession).json().at("engagements").at(0);
  CHECK(dana.at("open_mine").as_int64() == 0);
  CHECK(dana.at("open_all").as_int64() == 1);
  CHECK(world.ask(Who::Ana, "GET", kSession).json().at("engagements").at(0).at("open_all").as_int64() == 1);
  CHECK(world.ask(Who::Bo, "GET", kSession).json().at("engagements").at(0).at("open_all").as_int64() == 0);
}

}  // namespace
}  // namespace tandem::contract
