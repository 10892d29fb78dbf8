// A planned change through the API, from its plan to its end.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";
constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";
constexpr const char* kChanges = "/api/v1/engagements/{engagement}/changes";

boost::json::value change_of(World& world, Who who, const std::string& ticket) {
  const Answer answer = world.ask(who, "GET", kTicket, {.ticket = ticket});
  REQUIRE(answer.status == 200);
  return answer.json().at("change");
}

Answer post(World& world, Who who, const std::string& ticket, const std::string& below, const std::string& body = "") {
  return world.ask(who, "POST", kTicket + ("/change/" + below), {.ticket = ticket, .body = body});
}

TEST_CASE("both sides have their say about a change, and it is done in its window") {
  World world;
  const std::string ticket = world.plan_change(Who::Dana, "normal", "core-switch");
  auto change = change_of(world, Who::Sam, ticket);
  CHECK(change.at("phase").as_string() == "proposed");
  CHECK(change.at("consulted").at(0).at("team").as_string() == "desk");
  CHECK(change.at("consulted").at(0).at("answer").is_null());
  CHECK(post(world, Who::Dana, ticket, "approve", "{}").type() == "refused/answers-missing");
  CHECK(post(world, Who::Sam, ticket, "answers", R"({"answer": "object"})").status == 422);
  CHECK(post(world, Who::Sam, ticket, "answers", R"({"answer": "perhaps"})").status == 422);
  CHECK(post(world, Who::Sam, ticket, "answers", R"({"answer": "object", "reason": "payday"})").status == 201);
  CHECK(post(world, Who::Dana, ticket, "approve", "{}").type() == "refused/objected");
  CHECK(post(world, Who::Sam, ticket, "answers", R"({"answer": "agree", "reason": "after six"})").status == 201);
  const Answer approved = post(world, Who::Dana, ticket, "approve", R"({"note": "go on"})");
  CHECK(approved.status == 200);
  CHECK(approved.json().at("change").at("approval").at("ground").as_string() == "accountable");
  CHECK(approved.json().at("allowed").at("change").at("start").as_bool());
  CHECK(post(world, Who::Dana, ticket, "start").status == 200);
  const Answer done = post(world, Who::Dana, ticket, "finish", R"({"outcome": "success"})");
  CHECK(done.json().at("change").at("phase").as_string() == "finished");
  const auto seen = world.ask(Who::Ana, "GET", kTicket, {.ticket = ticket}).json();
  CHECK(seen.at("change").is_null());  // it is her ticket, and not her change
}

TEST_CASE("the schedule shows what is planned and what is in whose way") {
  World world;
  const std::string first = world.plan_change(Who::Dana, "normal", "core-switch");
  const std::string second = world.plan_change(Who::Dana, "emergency", "CORE-SWITCH");
  const Answer answer = world.ask(Who::Ada, "GET", kChanges, {.query = "?from=2026-10-01&to=2026-12-31"});
  REQUIRE(answer.status == 200);
  CHECK(answer.json().at("changes").as_array().size() == 2);
  CHECK(answer.json().at("clashes").at(0).at("first").as_string() == first);
  CHECK(answer.json().at("clashes").at(0).at("second").as_string() == second);
  for (const char* query : {"", "?from=2026-10-01", "?from=2026-10-01&to=x", "?from=2026-10-02&to=2026-10-01",
                            "?from=2026-01-01&to=2026-12-31", "?from=2026-10-01&to=2026-10-02&who=me"}) {
    CAPTURE(query);
    CHECK(world.ask(Who::Dana, "GET", kChanges, {.query = query}).status == 400);
  }
}

TEST_CASE("what is wrong with a plan is named by its place") {
  World world;
  const auto pointer_of = [&](const std::string& change) {
    const Answer answer = world.ask(
        Who::Dana, "POST", kTickets,
        {.body = fmt::format(R"({{"subject": "x", "kind": "change", "change": {{"activity": "help-desk.business-app",
                                  "plan": "p", "roll_back": "r", {}}}}})",
                             change)});
    CHECK(answer.status == 422);
    return std::string(answer.json().at("errors").at(0).at("pointer").as_string());
  };
  const std::string window = R"("from": "2026-12-01T20:00:00Z", "to": "2026-12-01T22:00:00Z")";
  CHECK(pointer_of(R"("from": "tomorrow", "to": "2026-12-01T22:00:00Z", "assets": ["a"])") == "/change/from");
  CHECK(pointer_of(R"("from": "2026-12-01T20:00:00Z", "to": "2026-12-01T20:00:00Z", "assets": ["a"])") == "/change/to");
  CHECK(pointer_of(window) == "/change/assets");
  CHECK(pointer_of(window + R"(, "sites": ["moon"])") == "/change/sites");
  CHECK(pointer_of(window + R"(, "assets": ["a", "A"])") == "/change/assets");
  CHECK(pointer_of(window + R"(, "assets": ["a"], "kind": "standard")") == "/change/kind");
  CHECK(pointer_of(window + R"(, "assets": ["a"], "colour": "red")") == "/change/colour");
}

TEST_CASE("a ticket that is no change refuses what is done to changes") {
  World world;
  const std::string ticket = world.open_ticket();
  CHECK(post(world, Who::Sam, ticket, "start").type() == "refused/not-a-change");
  CHECK(change_of(world, Who::Sam, ticket).is_null());
}

}  // namespace
}  // namespace tandem::contract
