// What people do alone, over the API: held against the agreement, told to the other side, answered, seen.
#include <doctest/doctest.h>

#include "app/cover_keeper.h"
#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";
constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";
constexpr const char* kActions = "/api/v1/engagements/{engagement}/tickets/{ticket}/actions";
constexpr const char* kAnswer = "/api/v1/engagements/{engagement}/tickets/{ticket}/actions/{action}/answer";
constexpr const char* kNotices = "/api/v1/engagements/{engagement}/notices";

// Of malware the soc may isolate-host and disable-account, for 0 USD and medium risk.
std::string a_malware_ticket(World& world) {
  const Answer answer = world.ask(Who::Ana, "POST", "/api/v1/engagements/{engagement}/tickets",
                                  {.body = R"({"subject": "Files are locked", "category": "malware"})"});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

Answer record(World& world, Who who, const std::string& ticket, const std::string& body) {
  return world.ask(who, "POST", kActions, {.ticket = ticket, .body = body});
}

constexpr const char* kIsolated =
    R"({"name": "isolate-host", "on": "PC-12", "done_at": "2026-10-05T13:50:00Z",
        "cost": {"hundredths": 0, "currency": "USD"}, "risk": "low"})";
constexpr const char* kBought =
    R"({"name": "isolate-host", "on": "PC-12", "done_at": "2026-10-05T13:50:00Z",
        "cost": {"hundredths": 4900, "currency": "USD"}, "risk": "low"})";

TEST_CASE("what the agreement allows is recorded with its line, told afterwards, and seen") {
  World world;
  const std::string ticket = a_malware_ticket(world);
  const auto before = world.ask(Who::Mei, "GET", kActions, {.ticket = ticket}).json();
  CHECK(before.at("boundaries").at("team").as_string() == "soc");
  CHECK(before.at("boundaries").at("may").as_array().size() == 2);
  CHECK(before.at("boundaries").at("spend").as_string() == "0 USD");
  CHECK(before.at("boundaries").at("risk").as_string() == "medium");
  CHECK(before.at("actions").as_array().empty());

  REQUIRE(record(world, Who::Mei, ticket, kIsolated).status == 201);
  const auto action = world.ask(Who::Dana, "GET", kTicket, {.ticket = ticket}).json().at("actions").at(0);
  CHECK(action.at("allowed").as_bool());
  CHECK(action.at("because").as_string() == "`soc` may do `isolate-host` alone");
  CHECK(action.at("file").as_string() == "agreement.yaml");
  CHECK(action.at("line").as_int64() == 58);
  CHECK_FALSE(action.at("open").as_bool());
  // The team of the client that is informed.
  CHECK(action.at("told").at(0).at("person").as_string() == "dana");

  const auto notice = world.ask(Who::Dana, "GET", kNotices).json().at("notices").at(0);
  CHECK(notice.at("kind").as_string() == "done-alone");
  CHECK(notice.at("text").as_string().starts_with("did `isolate-host` on PC-12"));
  const auto seen = [&] {
    return world.ask(Who::Mei, "GET", kActions, {.ticket = ticket}).json().at("actions").at(0).at("seen");
  };
  CHECK(seen().as_array().empty());
  REQUIRE(world
              .ask(Who::Dana, "POST", "/api/v1/engagements/{engagement}/notices/read",
                   {.body = fmt::format(R"({{"first": {0}, "last": {0}}})", notice.at("id").as_int64())})
              .status == 200);
  REQUIRE(seen().as_array().size() == 1);
  CHECK(seen().at(0).as_string() == "dana");

  // An end user learns nothing of it.
  const Answer ana = world.ask(Who::Ana, "GET", kTicket, {.ticket = ticket});
  CHECK(ana.json().at("actions").as_array().empty());
  CHECK_FALSE(ana.body.contains("isolate-host"));
  CHECK_FALSE(
      world.ask(Who::Ana, "GET", std::string(kTicket) + "/history", {.ticket = ticket}).body.contains("isolate"));
}

TEST_CASE("a list names whoever has to answer as the ticket does: nobody who may not read it any more") {
  World world;
  const std::string ticket = a_malware_ticket(world);
  std::string done = kBought;
  done.replace(done.rfind('}'), 1, R"(, "reason": "it spread, and the shop was closing"})");
  REQUIRE(record(world, Who::Mei, ticket, done).status == 201);
  const auto listed = [&] {
    const auto tickets = world.ask(Who::Mei, "GET", kTickets, {.query = "?unanswered=true"}).json().at("tickets");
    REQUIRE(tickets.as_array().size() == 1);
    return tickets.at(0).at("unanswered").at("asked");
  };
  const auto shown = [&] {
    return world.ask(Who::Mei, "GET", kTicket, {.ticket = ticket}).json().at("actions").at(0).at("asked");
  };
  REQUIRE(listed() == "dana");
  world.adopt("categories:  #", "confidential: {malware: {read: [mei, luis]}}\ncategories:  #");
  CHECK(listed() == "luis");
  CHECK(listed() == shown());
  world.adopt("categories:  #", "confidential: {malware: {read: [mei]}}\ncategories:  #");
  CHECK(listed().is_null());
  CHECK(listed() == shown());
}

TEST_CASE("what goes beyond is refused with whom to ask, and recorded when it was done all the same") {
  World world;
  const std::string ticket = a_malware_ticket(world);
  const Answer refused = record(world, Who::Mei, ticket, kBought);
  CHECK(refused.status == 409);
  CHECK(refused.type() == "refused/must-be-asked");
  CHECK(refused.json().at("detail").as_string() ==
        "it costs 49.00 USD: `soc` may spend 0 USD alone: ask Dana Whitfield by a decision of kind `architecture`; if "
        "it has "
        "been done already, say why");
  std::string done = kBought;
  done.replace(done.rfind('}'), 1, R"(, "reason": "it spread, and the shop was closing"})");
  REQUIRE(record(world, Who::Mei, ticket, done).status == 201);
  const auto action = [&](Who who) {
    return world.ask(who, "GET", kTicket, {.ticket = ticket}).json().at("actions").at(0);
  };
  CHECK_FALSE(action(Who::Mei).at("allowed").as_bool());
  CHECK(action(Who::Mei).at("open").as_bool());
  CHECK(action(Who::Mei).at("asked").as_string() == "dana");
  CHECK_FALSE(action(Who::Mei).at("may_answer").as_bool());
  CHECK(action(Who::Dana).at("may_answer").as_bool());
  CHECK(world.ask(Who::Dana, "GET", kNotices).json().at("notices").at(0).at("kind").as_string() == "answer-asked");
  // In a list over all tickets: what it was, who did it, since when, and who has to answer.
  world.ask(Who::Ana, "POST", kTickets, {.body = R"({"subject": "Another", "category": "malware"})"});
  const auto waiting = [&](Who who) {
    return world.ask(who, "GET", kTickets, {.query = "?unanswered=true"}).json().at("tickets").as_array();
  };
  REQUIRE(waiting(Who::Dana).size() == 1);
  const auto unanswered = waiting(Who::Dana).front().at("unanswered");
  CHECK(waiting(Who::Dana).front().at("id").as_string() == ticket);
  CHECK(unanswered.at("action").as_string() == "isolate-host");
  CHECK(unanswered.at("by").as_string() == action(Who::Dana).at("by").at("display").as_string());
  CHECK(unanswered.at("asked").as_string() == "dana");
  CHECK(unanswered.at("since").as_string() == action(Who::Dana).at("recorded_at").as_string());
  CHECK(unanswered.at("count").as_int64() == 1);

  const auto answer = [&](Who who, const char* body) {
    return world.ask(who, "POST", kAnswer, {.ticket = ticket, .body = body}).status;
  };
  CHECK(answer(Who::Mei, R"({"answer": "acknowledge"})") == 409);
  CHECK(answer(Who::Dana, R"({"answer": "dispute"})") == 422);
  CHECK(answer(Who::Dana, R"({"answer": "dispute", "words": "you had my number"})") == 200);
  CHECK(action(Who::Mei).at("open").as_bool());
  CHECK(action(Who::Mei).at("answer").at("words").as_string() == "you had my number");
  CHECK(answer(Who::Dana, R"({"answer": "acknowledge"})") == 200);
  CHECK_FALSE(action(Who::Mei).at("open").as_bool());
  CHECK(waiting(Who::Dana).empty());
  CHECK(world.ask(Who::Dana, "POST", kAnswer, {.ticket = ticket, .epoch = "x", .body = R"({"answer": "acknowledge"})"})
            .status == 404);
}

TEST_CASE("a decision is named by its number, and must be there") {
  World world;
  const std::string ticket = a_malware_ticket(world);
  std::string body = kBought;
  body.replace(body.rfind('}'), 1, R"(, "decided_by": "HCU-99"})");
  const Answer none = record(world, Who::Mei, ticket, body);
  CHECK(none.status == 422);
  CHECK(none.json().at("errors").at(0).at("pointer").as_string() == "/decided_by");
  // One that is still open allows nothing.
  const std::string decision = world.open_decision();
  body = kBought;
  body.replace(body.rfind('}'), 1, fmt::format(R"(, "decided_by": "{}"}})", decision));
  const Answer open = record(world, Who::Mei, ticket, body);
  CHECK(open.status == 409);
  CHECK(open.json().at("detail").as_string().starts_with("nothing is decided there that holds now"));
}

TEST_CASE("leave that leaves something uncovered is shown with its task, in the list and in the calendar") {
  World world;
  const desk::EngagementName name("harbor-cu");
  // Mei answers for the soc's work and otto is her deputy; when both are away nobody is there.
  for (const char* who : {"otto", "mei"}) {
    REQUIRE(world
                .ask(Who::Mei, "POST", "/api/v1/engagements/{engagement}/leave",
                     {.body = fmt::format(R"({{"person": "{}", "from": "2026-11-17", "to": "2026-11-17"}})", who)})
                .status == 201);
  }
  REQUIRE(world.use_cases.cover_keeper.keep(*world.use_cases.engagements.find(name), world.clock.now()));
  const auto cover_of_mei = [&](const char* path, const char* query) {
    const Answer answer = world.ask(Who::Dana, "GET", path, {.query = query});
    const auto text = boost::json::serialize(answer.json());
    return text.contains(R"("cover":{"standing":"wanted","ticket":"HCU-1","with":"otto")");
  };
  CHECK(cover_of_mei("/api/v1/engagements/{engagement}/leave", ""));
  CHECK(cover_of_mei("/api/v1/engagements/{engagement}/calendar", "?from=2026-11-16&to=2026-11-18"));
  const Answer task = world.ask(Who::Dana, "GET", kTicket, {.ticket = "HCU-1"});
  CHECK(task.json().at("kind").as_string() == "task");
  CHECK(task.json().at("cover").at("person").as_string() == "mei");
  CHECK_FALSE(task.json().at("cover").at("uncovered").as_array().empty());
  CHECK_FALSE(task.json().at("allowed").at("arrange_cover").as_bool());
  CHECK(world.ask(Who::Mei, "GET", kTicket, {.ticket = "HCU-1"}).json().at("allowed").at("arrange_cover").as_bool());
  const Answer arranged =
      world.ask(Who::Mei, "POST", "/api/v1/engagements/{engagement}/tickets/{ticket}/cover",
                {.ticket = "HCU-1", .body = R"({"text": "Harbor's own team looks in", "by": "luis"})"});
  REQUIRE(arranged.status == 200);
  CHECK(arranged.json().at("cover").at("arranged").at("by").as_string() == "luis");
  CHECK(arranged.json().at("state").as_string() == "resolved");
}

}  // namespace
}  // namespace tandem::contract
