// Decisions over the API: the way of one, and that a sealed recommendation is its side's alone, whatever is asked.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";
constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";
constexpr const char* kLog = "/api/v1/engagements/{engagement}/decisions";

boost::json::value decision_of(World& world, Who who, const std::string& ticket) {
  return world.ask(who, "GET", kTicket, {.ticket = ticket}).json().at("decision");
}

void recommend(World& world, Who who, const std::string& ticket, int option, const std::string& text) {
  world.act(who, ticket, "/decision/recommendation", fmt::format(R"({{"option": {}, "text": "{}"}})", option, text));
}

// Everything of a ticket that the API answers, as `who` gets it: the ticket, its reasons and history, lists that could
// find it by the words that are sealed, the record of each of its events, and what a write that is refused says.
std::string everything(World& world, Who who, const std::string& ticket) {
  const std::string version =
      std::to_string(world.ask(who, "GET", kTicket, {.ticket = ticket}).json().at("version").as_int64());
  std::string all = world.ask(who, "GET", kTicket, {.ticket = ticket}).body;
  for (const char* below : {"/why", "/history"})
    all += world.ask(who, "GET", std::string(kTicket) + below, {.ticket = ticket}).body;
  for (const char* words : {"zebra", "giraffe", "sealed words"}) {
    std::string query = fmt::format("?q={}", words);
    std::ranges::replace(query, ' ', '+');
    all += world.ask(who, "GET", kTickets, {.query = query}).body;
    all += world.ask(who, "GET", kLog, {.query = query}).body;
  }
  for (int at = 1; at <= std::stoi(version); ++at) {
    const auto proof = world.ask(who, "GET", "/api/v1/engagements/{engagement}/ledger/proof",
                                 {.query = fmt::format("?ticket={}&version={}", ticket, at)});
    if (proof.status == 200) all += fmt::format("{}\n", boost::json::serialize(proof.json().at("record")));
  }
  all += world
             .ask(who, "POST", std::string(kTicket) + "/decision/outcome",
                  {.ticket = ticket, .body = R"({"option": 1, "reason": "now"})"})
             .body;
  all += world
             .ask(who, "POST", std::string(kTicket) + "/decision/recommendation",
                  {.ticket = ticket, .body = R"({"option": 7, "text": "x"})"})
             .body;
  return all;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at)) text.replace(at, what.size(), by);
}

// The same about two tickets reads the same, when their names are taken out.
std::string without_names(std::string text, const std::string& id, const std::string& number) {
  replace_all(text, id, "ID");
  replace_all(text, fmt::format("HCU-{}", number), "NUMBER");
  replace_all(text, fmt::format("\\\"number\\\":{},", number), "NUMBER");  // within a record
  return text;
}

}  // namespace

TEST_CASE("a decision goes its way: advice, recommendations that open together, an outcome with a risk, the log") {
  World world;
  const std::string ticket = world.open_decision();
  auto decision = decision_of(world, Who::Dana, ticket);
  CHECK(decision.at("standing").as_string() == "open");
  CHECK(decision.at("decider").as_string() == "dana");
  CHECK(decision.at("side").as_string() == "harbor");
  CHECK(decision.at("sides").as_array().size() == 2);
  CHECK(decision.at("reasons").at(0).at("line").as_int64() > 0);
  CHECK(decision.at("options").at(1).at("cost").at("hundredths").as_int64() == 900000);
  world.act(Who::Mei, ticket, "/decision/advice", R"({"text": "replace it"})");
  recommend(world, Who::Mei, ticket, 1, "keep it for a year");
  decision = decision_of(world, Who::Mei, ticket);
  CHECK(decision.at("sides").at(1).at("text").as_string() == "keep it for a year");
  CHECK(decision_of(world, Who::Dana, ticket).at("sides").at(1).at("text").is_null());
  CHECK_FALSE(decision_of(world, Who::Dana, ticket).at("sides").at(1).at("written_at").is_null());
  const auto early = world.ask(Who::Dana, "POST", std::string(kTicket) + "/decision/outcome",
                               {.ticket = ticket, .body = R"({"option": 1, "reason": "cheaper"})"});
  CHECK(early.type() == "refused/not-heard");
  recommend(world, Who::Dana, ticket, 1, "keep it, on its own network");
  CHECK(decision_of(world, Who::Dana, ticket).at("sides").at(1).at("text").as_string() == "keep it for a year");
  world.act(Who::Dana, ticket, "/decision/outcome",
            R"({"option": 1, "reason": "cheaper", "conditions": "an own network", "until": "2027-03-01T12:00:00Z",
                "owner": "luis", "risk": {"what": "no fixes", "treatment": "watched"},
                "exception": {"policy": "patching", "scope": "FW01"}})");
  decision = decision_of(world, Who::Sam, ticket);
  CHECK(decision.at("standing").as_string() == "decided");
  CHECK(decision.at("outcome").at("risk").at("what").as_string() == "no fixes");
  CHECK_FALSE(decision.at("outcome").at("told").as_array().empty());
  const auto log = world.ask(Who::Sam, "GET", kLog, {.query = "?holds=risk&order=lapse&owner=luis&standing=decided"});
  REQUIRE(log.json().at("decisions").as_array().size() == 1);
  const auto row = log.json().at("decisions").at(0);
  CHECK(row.at("chosen").as_string() == "keep it");
  CHECK(row.at("lapses_at").as_string() == "2027-03-01T12:00:00Z");
  CHECK(row.at("exception").at("policy").as_string() == "patching");
  CHECK(world.ask(Who::Ada, "GET", kLog, {.query = "?q=watched"}).json().at("decisions").as_array().size() == 1);
  CHECK(world.ask(Who::Ada, "GET", kLog, {.query = "?decider=mei"}).json().at("decisions").as_array().empty());
}

TEST_CASE("what one side has sealed is not in anything that the other side, the auditor or an end user can ask for") {
  for (const auto& [writer, others] : {std::pair(Who::Mei, std::array{Who::Dana, Who::Ada, Who::Ana}),
                                       std::pair(Who::Dana, std::array{Who::Mei, Who::Ada, Who::Ana})}) {
    World world;
    const std::string one = world.open_decision();
    const std::string two = world.open_decision();
    recommend(world, writer, one, 1, "zebra sealed words");
    recommend(world, writer, two, 2, "giraffe, and at length: sealed words of quite another kind");
    for (const Who who : others) {
      CAPTURE(to_text(who));
      if (who == Who::Ana) {
        CHECK(world.ask(who, "GET", kTicket, {.ticket = one}).status == 404);
        CHECK(world.ask(who, "GET", kTickets).json().at("tickets").as_array().empty());
        continue;
      }
      const std::string first = everything(world, who, one);
      const std::string second = everything(world, who, two);
      for (const char* word : {"zebra", "giraffe", "quite another", "salt"}) CHECK_FALSE(first.contains(word));
      for (const char* word : {"zebra", "giraffe", "quite another", "salt"}) CHECK_FALSE(second.contains(word));
      // Nor can anything be told from what is left out: the two differ in nothing but their names.
      CHECK(without_names(first, one, "1") == without_names(second, two, "2"));
    }
    CHECK(everything(world, writer, one).contains("zebra"));
    // When the other side has written, everybody of both reads both, proofs and all.
    const Who other = others.front();
    recommend(world, other, one, 1, "so would I");
    for (const Who who : {writer, other, Who::Ada}) {
      CHECK(everything(world, who, one).contains("zebra"));
      CHECK_FALSE((who != writer && everything(world, who, two).contains("giraffe")));
    }
  }
}

TEST_CASE("the same recommendation has another leaf each time, so that nobody can try texts against the ledger") {
  World world;
  const std::string ticket = world.open_decision();
  recommend(world, Who::Mei, ticket, 1, "keep it");
  recommend(world, Who::Mei, ticket, 1, "keep it");
  const auto record = [&](int version) {
    const auto proof = world.ask(Who::Mei, "GET", "/api/v1/engagements/{engagement}/ledger/proof",
                                 {.query = fmt::format("?ticket={}&version={}", ticket, version)});
    return boost::json::parse(proof.json().at("record").as_string());
  };
  const auto first = record(4);
  const auto second = record(5);
  CHECK(first.at("text") == second.at("text"));
  CHECK(first.at("salt").as_string().size() == 43);
  CHECK(first.at("salt") != second.at("salt"));
}

TEST_CASE("what a request says wrongly is told by its place") {
  World world;
  struct Wrong {
    const char* decision;
    const char* pointer;
  };
  for (const auto& [decision, pointer] :
       {Wrong{R"({"kind": "x", "question": "?", "options": [{"name": "a"}, {"name": "b"}]})", "/decision/kind"},
        Wrong{R"({"kind": "architecture", "question": "?", "options": [{"name": "a"}]})", "/decision/options"},
        Wrong{R"({"kind": "architecture", "options": [{"name": "a"}, {"name": "b"}]})", "/decision/question"},
        Wrong{R"({"kind": "architecture", "question": "?", "options": [{"name": "a"}, {"name": "b", "risk": "huge"}]})",
              "/decision/options/1/risk"},
        Wrong{R"({"kind": "architecture", "question": "?", "renews": "x", "options": [{"name": "a"}, {"name": "b"}]})",
              "/decision/renews"},
        Wrong{R"({"kind": "architecture", "question": "?", "deadline": "2020-01-01T00:00:00Z",
                  "options": [{"name": "a"}, {"name": "b"}]})",
              "/decision/deadline"}}) {
    const auto answer =
        world.ask(Who::Sam, "POST", kTickets,
                  {.body = fmt::format(R"({{"subject": "s", "kind": "decision", "decision": {}}})", decision)});
    CHECK(answer.status == 422);
    REQUIRE(answer.json().at("errors").as_array().size() == 1);
    CHECK(answer.json().at("errors").at(0).at("pointer").as_string() == pointer);
  }
  CHECK(world
            .ask(Who::Ana, "POST", kTickets,
                 {.body = R"({"subject": "s", "kind": "decision", "decision": {"kind": "architecture", "question": "?",
                               "options": [{"name": "a"}, {"name": "b"}]}})"})
            .status == 409);
  for (const char* query : {"?standing=x", "?holds=x", "?order=x", "?from=x", "?after=x", "?limit=0"})
    CHECK(world.ask(Who::Sam, "GET", kLog, {.query = query}).status == 400);
}

}  // namespace tandem::contract
