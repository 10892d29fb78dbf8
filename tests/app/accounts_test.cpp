#include "app/accounts.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;
using base::Secret;

TEST_CASE("a person signs in, is known by the cookie, and signs out") {
  TestWorld world;
  REQUIRE(world.accounts.create("Dana@Harbor.example", "Dana Whitfield", Secret("long enough")));
  REQUIRE(world.accounts.join("dana@harbor.example", world.name, Role::Member, desk::PersonName("dana")));
  const auto session = world.accounts.sign_in("DANA@harbor.example", Secret("long enough"));
  REQUIRE(session);
  CHECK(session->caller.email == "dana@harbor.example");
  const auto known = world.accounts.caller_of_session(session->cookie.reveal());
  REQUIRE(known);
  CHECK(known->caller.membership(world.name) != nullptr);
  CHECK(known->record.csrf == session->record.csrf);
  REQUIRE(world.accounts.sign_out(session->cookie.reveal()));
  CHECK(world.accounts.caller_of_session(session->cookie.reveal()).error().kind == FailureKind::Unauthenticated);
}

TEST_CASE("a new password ends the sessions of the old one") {
  TestWorld world;
  REQUIRE(world.accounts.create("dana@harbor.example", "Dana", Secret("long enough")));
  REQUIRE(world.accounts.create("luis@harbor.example", "Luis", Secret("long enough")));
  const auto session = world.accounts.sign_in("dana@harbor.example", Secret("long enough"));
  const auto other = world.accounts.sign_in("luis@harbor.example", Secret("long enough"));
  REQUIRE(world.accounts.set_password("dana@harbor.example", Secret("another one")));
  CHECK(world.accounts.caller_of_session(session->cookie.reveal()).error().kind == FailureKind::Unauthenticated);
  CHECK(world.accounts.caller_of_session(other->cookie.reveal()));
  CHECK_FALSE(world.accounts.sign_in("dana@harbor.example", Secret("long enough")));
  CHECK(world.accounts.sign_in("dana@harbor.example", Secret("another one")));
}

TEST_CASE("a session ends by itself") {
  TestWorld world;
  REQUIRE(world.accounts.create("dana@harbor.example", "Dana", Secret("long enough")));
  const auto session = world.accounts.sign_in("dana@harbor.example", Secret("long enough"));
  REQUIRE(session);
  world.clock.advance(Accounts::kSessionLength - base::seconds(1));
  CHECK(world.accounts.caller_of_session(session->cookie.reveal()));
  world.clock.advance(base::seconds(1));
  CHECK(world.accounts.caller_of_session(session->cookie.reveal()).error().kind == FailureKind::Unauthenticated);
}

TEST_CASE("a wrong password and an unknown address fail alike") {
  TestWorld world;
  REQUIRE(world.accounts.create("dana@harbor.example", "Dana", Secret("long enough")));
  const auto wrong = world.accounts.sign_in("dana@harbor.example", Secret("not this one"));
  const auto unknown = world.accounts.sign_in("nobody@harbor.example", Secret("not this one"));
  REQUIRE_FALSE(wrong);
  REQUIRE_FALSE(unknown);
  CHECK(wrong.error().message == unknown.error().message);
  CHECK(wrong.error().kind == FailureKind::Unauthenticated);
}

TEST_CASE("guessing is stopped for a quarter of an hour") {
  TestWorld world;
  REQUIRE(world.accounts.create("dana@harbor.example", "Dana", Secret("long enough")));
  for (int i = 0; i < 10; ++i)
    CHECK(world.accounts.sign_in("dana@harbor.example", Secret("guess")).error().kind == FailureKind::Unauthenticated);
  world.clock.advance(base::minutes(4) + base::seconds(30));
  const auto refused = world.accounts.sign_in("Dana@harbor.example", Secret("long enough"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == FailureKind::TooMany);
  CHECK(refused.error().retry_after == base::minutes(10) + base::seconds(30));
  CHECK(refused.error().message == "too many failed attempts: try again in 11 minutes");
  CHECK(world.accounts.sign_in("sam@harbor.example", Secret("guess")).error().kind == FailureKind::Unauthenticated);
  world.clock.advance(base::minutes(10) + base::seconds(30));
  CHECK(world.accounts.sign_in("dana@harbor.example", Secret("long enough")));
}

TEST_CASE("accounts that cannot be are refused with the field") {
  TestWorld world;
  CHECK(world.accounts.create("no-address", "X", Secret("long enough")).error().fields.front().pointer == "/email");
  CHECK(world.accounts.create("a@b", "", Secret("long enough")).error().fields.front().pointer == "/display");
  CHECK(world.accounts.create("a@b", "X", Secret("short")).error().fields.front().pointer == "/password");
  REQUIRE(world.accounts.create("a@b", "X", Secret("long enough")));
  CHECK(world.accounts.create("A@B", "X", Secret("long enough")).error().kind == FailureKind::Stale);
}

TEST_CASE("a removed token is known no more, and only its owner's can be named") {
  TestWorld world;
  for (const char* email : {"robot@harbor.example", "other@harbor.example"})
    REQUIRE(world.accounts.create(email, "Robot", Secret("long enough")));
  const auto kept = world.accounts.create_token("robot@harbor.example", "kept", std::nullopt);
  const auto lost = world.accounts.create_token("robot@harbor.example", "lost", std::nullopt);
  REQUIRE(kept);
  REQUIRE(lost);
  const std::string id = lost->record.id.text();
  CHECK(world.accounts.remove_token("other@harbor.example", id).error().kind == FailureKind::NotFound);
  CHECK(world.accounts.remove_token("robot@harbor.example", "nonsense").error().kind == FailureKind::NotFound);
  CHECK(world.accounts.caller_of_token(lost->token.reveal()));
  REQUIRE(world.accounts.remove_token("ROBOT@harbor.example", id));
  CHECK(world.accounts.caller_of_token(lost->token.reveal()).error().kind == FailureKind::Unauthenticated);
  CHECK(world.accounts.caller_of_token(kept->token.reveal()));
  REQUIRE(world.accounts.tokens_of("robot@harbor.example")->size() == 1);
  CHECK(world.accounts.tokens_of("robot@harbor.example")->front().label == "kept");
}

TEST_CASE("a token stands for its account until it expires") {
  TestWorld world;
  REQUIRE(world.accounts.create("robot@harbor.example", "Robot", Secret("long enough")));
  const auto made =
      world.accounts.create_token("robot@harbor.example", "monitoring", world.clock.now() + base::hours(1));
  REQUIRE(made);
  CHECK(made->token.reveal().starts_with("tdm_"));
  CHECK(world.accounts.caller_of_token(made->token.reveal())->email == "robot@harbor.example");
  CHECK(world.accounts.caller_of_token("tdm_nonsense").error().kind == FailureKind::Unauthenticated);
  world.clock.advance(base::hours(1));
  CHECK(world.accounts.caller_of_token(made->token.reveal()).error().kind == FailureKind::Unauthenticated);
}
