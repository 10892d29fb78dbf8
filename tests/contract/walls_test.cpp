// Every endpoint of the document, asked by everybody.
#include "walls.h"

#include <doctest/doctest.h>

namespace tandem::contract {
namespace {

constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

TEST_CASE("every endpoint answers everybody as their role allows, and nobody learns of what is not theirs") {
  World world;
  std::set<std::string> walked;
  for (const auto& path : document().document().at("paths").as_object()) {
    for (const auto& operation : path.value().as_object()) {
      const std::string id(operation.value().at("operationId").as_string());
      const auto row = std::ranges::find(wall_rows(), id, &Row::operation);
      CAPTURE(id);
      REQUIRE(row != wall_rows().end());
      walked.insert(id);
      for (const Who who : kEverybody) {
        CAPTURE(to_text(who));
        const Prepared made = prepare(world, row->ready);
        std::string body = row->body;
        if (const auto seen = body.find("SEEN"); seen != std::string::npos)
          body.replace(seen, 4, seen_text(world, row->ready, made.other));
        if (const auto fresh = body.find("FRESH"); fresh != std::string::npos)
          body.replace(fresh, 5, fmt::format("vip{}", static_cast<int>(who)));
        if (const auto form = body.find("FORM"); form != std::string::npos) body.replace(form, 4, made.other);
        const std::string before = world.stored();
        const Answer answer = world.ask(who, upper(std::string(operation.key())), std::string(path.key()),
                                        {.ticket = made.ticket,
                                         .macro = made.other,
                                         .form = made.other,
                                         .leave = made.other,
                                         .query = row->query,
                                         .body = body});
        CHECK(answer.status == row->statuses[static_cast<std::size_t>(who)]);
        if (answer.status >= 400) {
          CHECK(world.stored() == before);
          CHECK_FALSE(answer.body.contains("secret trouble"));
        }
        if (who == Who::Bo || who == Who::Iris) CHECK_FALSE(answer.body.contains("secret trouble"));
      }
    }
  }
  CHECK(walked.size() == wall_rows().size());
}

TEST_CASE("an engagement one does not belong to and one that does not exist look the same") {
  World world;
  const std::string ticket = world.open_ticket();
  for (const char* path : {"/api/v1/engagements/{engagement}", "/api/v1/engagements/{engagement}/tickets", kTicket}) {
    const Answer other = world.ask(Who::Iris, "GET", path, {.ticket = ticket});
    const Answer none = world.ask(Who::Iris, "GET", path, {.ticket = ticket, .engagement = "no-such"});
    CHECK(other.status == 404);
    CHECK(other.body == none.body);
  }
}

TEST_CASE("a ticket of one engagement is not found through another") {
  World world;
  const std::string ticket = world.open_ticket();
  CHECK(world.ask(Who::Iris, "GET", kTicket, {.ticket = ticket, .engagement = "quarry-dental"}).status == 404);
  CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = "HCU-1"}).status == 200);
  CHECK(world.ask(Who::Iris, "GET", kTicket, {.ticket = "1", .engagement = "quarry-dental"}).status == 404);
}

TEST_CASE("a list of engagements names one's own only") {
  World world;
  const Answer answer = world.ask(Who::Iris, "GET", "/api/v1/engagements");
  CHECK(answer.body.contains("quarry-dental"));
  CHECK_FALSE(answer.body.contains("harbor-cu"));
}

TEST_CASE("notes of a team are counted for others and readable by none of them") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/comments",
            R"({"text": "between us of the desk", "visibility": "team", "team": "desk"})");
  world.act(Who::Sam, ticket, "/comments", R"({"text": "for both teams"})");
  const Answer dana = world.ask(Who::Dana, "GET", kTicket, {.ticket = ticket});
  CHECK_FALSE(dana.body.contains("between us"));
  CHECK(dana.body.contains("for both teams"));
  CHECK(dana.json().at("hidden_notes").as_int64() == 1);
  const Answer ana = world.ask(Who::Ana, "GET", kTicket, {.ticket = ticket});
  CHECK_FALSE(ana.body.contains("between us"));
  CHECK_FALSE(ana.body.contains("for both teams"));
  CHECK(ana.json().at("reasons").as_array().empty());
  const std::string history = world.ask(Who::Dana, "GET", fmt::format("{}/history", kTicket), {.ticket = ticket}).body;
  CHECK_FALSE(history.contains("between us"));
  CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = ticket}).body.contains("between us"));
}

TEST_CASE("clocks are told to everybody, whose time it was and why to the two teams and the auditor") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/take");
  world.clock.advance(base::minutes(30));
  world.act(Who::Sam, ticket, "/wait", R"({"on": "requester"})");
  world.clock.advance(base::minutes(90));
  for (const Who who : {Who::Sam, Who::Dana, Who::Ada}) {
    const auto json = world.ask(who, "GET", kTicket, {.ticket = ticket}).json();
    CHECK(json.at("held").at("segments").as_array().size() == 2);
    CHECK(json.at("held").at("charges").at(1).at("ball").as_string() == "requester");
    const auto& resolve = json.at("targets").at(1);
    CHECK(resolve.at("state").as_string() == "paused");
    CHECK(resolve.at("elapsed_seconds").as_int64() == 30 * 60);
    CHECK(resolve.at("paused_seconds").as_int64() == 90 * 60);
    CHECK_FALSE(resolve.at("reasons").as_array().empty());
  }
  const auto ana = world.ask(Who::Ana, "GET", kTicket, {.ticket = ticket}).json();
  CHECK(ana.at("held").is_null());
  CHECK(ana.at("targets").at(0).at("state").as_string() == "met");
  CHECK(ana.at("targets").at(1).at("state").as_string() == "paused");
  CHECK(ana.at("targets").at(1).at("reasons").as_array().empty());
  CHECK(ana.at("targets").at(1).at("warnings").as_array().empty());
}

TEST_CASE("a queue shows an end user their own tickets, whatever they ask for") {
  World world;
  world.open_ticket("Ana's own");
  for (const char* query : {"", "?view=all", "?q=own", "?party=northbeam", "?team=desk"}) {
    const Answer bo = world.ask(Who::Bo, "GET", "/api/v1/engagements/{engagement}/tickets", {.query = query});
    CHECK(bo.json().at("tickets").as_array().empty());
  }
  CHECK(world.ask(Who::Ana, "GET", "/api/v1/engagements/{engagement}/tickets").json().at("tickets").as_array().size() ==
        1);
}

}  // namespace
}  // namespace tandem::contract
