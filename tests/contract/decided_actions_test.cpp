// What was decided and done under it, over the API: spent once, shown on the decision, and nothing of it told of
// tickets that somebody may not read.
#include <doctest/doctest.h>

#include <future>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";
constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";
constexpr const char* kActions = "/api/v1/engagements/{engagement}/tickets/{ticket}/actions";
constexpr const char* kHistory = "/api/v1/engagements/{engagement}/tickets/{ticket}/history";

// To isolate hosts for 100 USD in all; taken by Dana.
struct Decided {
  Decided() {
    const Answer asked = world.ask(Who::Sam, "POST", kTickets, {.body = R"({"subject": "Isolate them?",
        "kind": "decision", "category": "malware", "decision": {"kind": "security-posture", "question": "Shall we?",
        "options": [{"name": "yes", "cost": {"hundredths": 10000, "currency": "USD"}, "action": "isolate-host"},
                    {"name": "no"}]}})"});
    REQUIRE(asked.status == 201);
    decision = std::string(asked.json().at("id").as_string());
    for (const Who who : {Who::Mei, Who::Dana})
      world.act(who, decision, "/decision/recommendation", R"({"option": 1, "text": "yes"})");
    world.act(Who::Dana, decision, "/decision/outcome", R"({"option": 1, "reason": "it spreads"})");
  }
  std::string opens(const char* category) {
    const Answer answer = world.ask(Who::Ana, "POST", kTickets,
                                    {.body = fmt::format(R"({{"subject": "Locked", "category": "{}"}})", category)});
    REQUIRE(answer.status == 201);
    std::string id(answer.json().at("id").as_string());
    world.act(Who::Mei, id, "/links", fmt::format(R"({{"kind": "relates-to", "ticket": "{}"}})", decision));
    return id;
  }
  Answer records(const std::string& ticket, int hundredths) {
    return world.ask(Who::Mei, "POST", kActions,
                     {.ticket = ticket,
                      .body = fmt::format(R"({{"name": "isolate-host", "done_at": "{}", "risk": "low",
                                               "cost": {{"hundredths": {}, "currency": "USD"}}, "decided_by": "{}"}})",
                                          base::to_rfc3339(world.clock.now()), hundredths, decision)});
  }
  boost::json::value read(Who who) {
    return world.ask(who, "GET", kTicket, {.ticket = decision}).json().at("decision");
  }

  World world;
  std::string decision;
};

}  // namespace

TEST_CASE("a decision shows what was done under it and what is left of its cost") {
  Decided scene;
  CHECK(scene.read(Who::Dana).at("left").at("hundredths").as_int64() == 10'000);
  CHECK(scene.read(Who::Dana).at("uses").as_array().empty());
  const std::string first = scene.opens("malware");
  const std::string second = scene.opens("malware");
  REQUIRE(scene.records(first, 6'000).status == 201);
  const Answer refused = scene.records(second, 4'001);
  CHECK(refused.type() == "refused/must-be-asked");
  REQUIRE(scene.records(second, 4'000).status == 201);
  const auto decision = scene.read(Who::Dana);
  CHECK(decision.at("left").at("hundredths").as_int64() == 0);
  REQUIRE(decision.at("uses").as_array().size() == 2);
  const auto& use = decision.at("uses").at(1);
  CHECK(use.at("ticket").as_string() == second);
  CHECK(use.at("action").as_int64() == 1);
  CHECK(use.at("cost").at("hundredths").as_int64() == 4'000);
  CHECK(use.at("by").at("person").as_string() == "mei");
  CHECK(scene.world.ask(Who::Dana, "GET", kHistory, {.ticket = scene.decision})
            .body.contains("did what was decided, on #3, for 40.00 USD"));
}

TEST_CASE("two tickets at once do not both spend what is left") {
  Decided scene;
  const std::array tickets{scene.opens("malware"), scene.opens("malware")};
  std::vector<std::future<Answer>> answers;
  for (const std::string& ticket : tickets)
    answers.push_back(std::async(std::launch::async, [&] { return scene.records(ticket, 6'000); }));
  std::vector<int> statuses;
  for (auto& answer : answers) statuses.push_back(answer.get().status);
  std::ranges::sort(statuses);
  CHECK(statuses == std::vector{201, 409});
  CHECK(scene.read(Who::Dana).at("left").at("hundredths").as_int64() == 4'000);
}

TEST_CASE("what was done on confidential work is on the decision without its ticket, for those who may not read that") {
  Decided scene;
  scene.world.adopt("categories:  #", "confidential: {inquiry: {read: [dana, mei]}}\ncategories:  #");
  const std::string inquiry = scene.opens("inquiry");
  REQUIRE(scene.records(inquiry, 6'000).status == 201);
  CHECK(scene.read(Who::Dana).at("uses").at(0).at("ticket").as_string() == inquiry);
  for (const Who who : {Who::Sam, Who::Ada}) {
    const auto use = scene.read(who).at("uses").at(0);
    CHECK(use.at("ticket").is_null());
    CHECK(use.at("number").is_null());
    CHECK(use.at("action").is_null());
    CHECK(use.at("cost").at("hundredths").as_int64() == 6'000);
    const Answer history = scene.world.ask(who, "GET", kHistory, {.ticket = scene.decision});
    CHECK(history.body.contains("did what was decided, on a ticket that you may not read, for 60.00 USD"));
    CHECK_FALSE(history.body.contains(inquiry));
  }
  // Without its link as well.
  scene.world.act(Who::Mei, inquiry, "/unlink",
                  fmt::format(R"({{"kind": "relates-to", "ticket": "{}"}})", scene.decision));
  CHECK(scene.read(Who::Sam).at("uses").at(0).at("ticket").is_null());
}

}  // namespace tandem::contract
