// Work that only the named may read, asked for by everybody in every way there is. The named are Dana and Mei; Ana
// asked for it; the desk, which the agreement's other rules name, has nobody who may read it.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kBase = "/api/v1/engagements/{engagement}";
constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";
constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";
constexpr std::array kOutside{Who::Sam, Who::Bo, Who::Ada};
constexpr const char* kSecret = "missing-money";

void make_confidential(World& world) {
  world.adopt("categories:  #", "confidential: {inquiry: {read: [dana, mei]}}\ncategories:  #");
}

std::string open_inquiry(World& world, Who who = Who::Ana) {
  const Answer answer =
      world.ask(who, "POST", kTickets, {.body = R"({"subject": "missing-money", "category": "inquiry"})"});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

// Every operation of the document that names a ticket, with a body it takes.
struct About {
  std::string method;
  std::string path;
  std::string body;
  std::string query = {};
};
std::vector<About> operations_about_a_ticket() {
  static const std::map<std::string, std::string, std::less<>> kBodies{
      {"editTicket", R"({"priority": "high"})"},
      {"addComment", R"({"text": "?"})"},
      {"offerHandoff", R"({"to_team": "harbor-it", "note": "?"})"},
      {"declineHandoff", R"({"reason": "?"})"},
      {"waitTicket", R"({"on": "vendor"})"},
      {"resolveTicket", R"({"note": "?"})"},
      {"reopenTicket", R"({"reason": "?"})"},
      {"assignTicket", R"({"to": "otto"})"},
      {"releaseTicket", R"({"reason": "?"})"},
      {"flagStrategic", R"({"reason": "?"})"},
      {"raiseDispute", R"({"reason": "?"})"},
      {"giveRuling", R"({"team": "desk", "reason": "?"})"},
      {"tagTicket", R"({"add": ["x"]})"},
      {"rateTicket", R"({"verdict": "good"})"},
      {"linkTicket", R"({"kind": "relates-to", "ticket": "HCU-2"})"},
      {"unlinkTicket", R"({"kind": "relates-to", "ticket": "HCU-2"})"},
      {"mergeTicket", R"({"into": "HCU-2"})"},
      {"openRelated", R"({"subject": "?"})"},
      {"recordChase", R"({"said": "?"})"},
      {"recordVendorAnswer", R"({"said": "?"})"},
      {"recordRootCause", R"({"cause": "?"})"},
      {"declareKnownError", R"({"workaround": "?"})"},
      {"declareMajor", R"({"reason": "?"})"},
      {"giveMajorRole", R"({"role": "lead", "person": "sam"})"},
      {"noteInTimeline", R"({"text": "?"})"},
      {"sendMajorUpdate", R"({"to": "leadership", "text": "?"})"},
      {"standDown", R"({"note": "?"})"},
      {"reviewMajor", R"({"text": "?"})"},
      {"attachFile", "?"},
      {"removeFile", R"({"reason": "?"})"}};
  std::vector<About> found;
  for (const auto& path : document().document().at("paths").as_object()) {
    if (!std::string(path.key()).contains("{ticket}")) continue;
    for (const auto& operation : path.value().as_object()) {
      std::string method(operation.key());
      for (char& c : method) c = static_cast<char>(c - 'a' + 'A');
      const auto body = kBodies.find(std::string_view(operation.value().at("operationId").as_string()));
      found.push_back({.method = method,
                       .path = std::string(path.key()),
                       .body = body == kBodies.end() ? std::string() : body->second,
                       .query = path.key().ends_with("/files") ? "?name=x" : ""});
    }
  }
  return found;
}

// What a stream tells from its beginning until now, as text.
std::string streamed(World& world, Who who, std::uint64_t after) {
  test::RawClient client(world.port());
  client.send(
      fmt::format("GET /api/v1/engagements/harbor-cu/events?last_event_id={} HTTP/1.1\r\nHost: x\r\n"
                  "Authorization: Bearer {}\r\n\r\n",
                  after, world.token(who)));
  client.read_response();
  std::string all;
  while (!all.contains("\n:") && !all.starts_with(':')) all += client.read_until("\n\n");  // to the first heartbeat
  return all;
}

std::int64_t open_all(World& world, Who who) {
  const auto answer = world.ask(who, "GET", "/api/v1/session").json();
  return answer.at("engagements").at(0).at("open_all").as_int64();
}

TEST_CASE("the named and who asked for it read it, and it is held by somebody who may") {
  World world;
  make_confidential(world);
  const std::string ticket = open_inquiry(world);
  for (const Who who : {Who::Dana, Who::Mei, Who::Ana}) {
    const Answer answer = world.ask(who, "GET", kTicket, {.ticket = ticket});
    CHECK(answer.status == 200);
    CHECK(answer.json().at("confidential").as_bool());
    CHECK(answer.json().at("owner").at("person").as_string() == "dana");
  }
  CHECK(world.ask(Who::Dana, "GET", kTickets).body.contains(kSecret));
  CHECK(world.ask(Who::Ana, "GET", kTickets).body.contains(kSecret));
}

TEST_CASE("to everybody else every operation on it answers as if there were no such ticket") {
  World world;
  make_confidential(world);
  const std::string ticket = open_inquiry(world);
  world.act(Who::Dana, ticket, "/handoffs", R"({"to_team": "soc", "note": "missing-money"})");
  const Answer filed = world.ask(Who::Dana, "POST", std::string(kTicket) + "/files",
                                 {.ticket = ticket, .query = "?name=missing-money.txt", .body = "missing-money"});
  REQUIRE(filed.status == 201);
  const std::string macro = world.make_macro(Who::Sam, R"({"title": "x", "text": "x"})");
  const auto operations = operations_about_a_ticket();
  CHECK(operations.size() > 20);
  for (const About& each : operations) {
    CAPTURE(each.method);
    CAPTURE(each.path);
    for (const Who who : kOutside) {
      for (const std::string& name : {ticket, std::string("HCU-1"), std::string("1")}) {
        const std::string before = world.stored();
        Ask ask{.ticket = name, .macro = macro, .query = each.query, .body = each.body};
        const Answer real = world.ask(who, each.method, each.path, ask);
        ask.ticket = "HCU-999";
        const Answer none = world.ask(who, each.method, each.path, ask);
        CHECK(real.status >= 400);
        CHECK(real.status == none.status);
        CHECK(real.body == none.body);
        CHECK(world.stored() == before);
      }
    }
  }
}

TEST_CASE("no list, count, search, stream, proof or notice tells that it is there") {
  World world;
  make_confidential(world);
  const auto start = *world.store.last_position();
  std::map<Who, std::int64_t> before;
  for (const Who who : kOutside) before[who] = open_all(world, who);
  const std::string ticket = open_inquiry(world);
  world.act(Who::Dana, ticket, "/comments", R"({"text": "missing-money @mei"})");
  world.act(Who::Dana, ticket, "/tags", R"({"add": ["missing-money"]})");
  for (const Who who : kOutside) {
    CAPTURE(to_text(who));
    for (const char* query : {"", "?view=all", "?view=mine", "?view=team", "?view=watched", "?q=missing", "?q=HCU-1",
                              "?q=1", "?category=inquiry", "?tag=missing-money", "?team=harbor-it", "?party=harbor",
                              "?order=newest", "?order=updated", "?open=true", "?state=new"}) {
      CAPTURE(query);
      const Answer list = world.ask(who, "GET", kTickets, {.query = query});
      CHECK_FALSE(list.body.contains(kSecret));
      CHECK(list.json().at("tickets").as_array().empty());
    }
    CHECK(open_all(world, who) == before[who]);
    const Answer listed = world.ask(who, "GET", "/api/v1/engagements");
    CHECK(listed.json().at("engagements").at(0).at("open_all").as_int64() == before[who]);
    const auto engagement = world.ask(who, "GET", kBase).json();
    for (const auto& team : engagement.at("teams").as_array()) CHECK(team.at("open_items").as_int64() == 0);
    for (const auto& person : engagement.at("people").as_array()) CHECK(person.at("open_items").as_int64() == 0);
    const std::string stream = streamed(world, who, start);
    CHECK_FALSE(stream.contains(ticket));
    CHECK_FALSE(stream.contains("HCU-1"));
    CHECK_FALSE(stream.contains("event: change"));
    const Answer notices = world.ask(who, "GET", std::string(kBase) + "/notices");
    CHECK(notices.json().at("notices").as_array().empty());
    CHECK(notices.json().at("unread").as_int64() == 0);
    if (who == Who::Bo) continue;
    for (const std::string& name : {ticket, std::string("HCU-1")}) {
      const Answer proof = world.ask(who, "GET", std::string(kBase) + "/ledger/proof",
                                     {.query = fmt::format("?ticket={}&version=1", name)});
      const Answer none =
          world.ask(who, "GET", std::string(kBase) + "/ledger/proof", {.query = "?ticket=HCU-999&version=1"});
      CHECK(proof.status == 404);
      CHECK(proof.body == none.body);
    }
  }
  CHECK(streamed(world, Who::Mei, start).contains(ticket));
  CHECK(world.ask(Who::Mei, "GET", std::string(kBase) + "/notices").body.contains(kSecret));
  CHECK(world
            .ask(Who::Dana, "GET", std::string(kBase) + "/ledger/proof",
                 {.query = fmt::format("?ticket={}&version=1", ticket)})
            .status == 200);
}

TEST_CASE("a link with it shows others that there is one, and nothing of where it leads") {
  World world;
  make_confidential(world);
  const std::string secret = open_inquiry(world);
  const std::string ticket = world.open_ticket();
  world.act(Who::Dana, ticket, "/links", R"({"kind": "relates-to", "ticket": "HCU-1"})");
  const auto link_of = [&](Who who) {
    const Answer answer = world.ask(who, "GET", kTicket, {.ticket = ticket});
    REQUIRE(answer.status == 200);
    CHECK(answer.body.contains(kSecret) == (who == Who::Dana));
    CHECK(answer.body.contains(secret) == (who == Who::Dana));
    return answer.json().at("links").at(0);
  };
  CHECK(link_of(Who::Dana).at("number").as_string() == "HCU-1");
  for (const Who who : {Who::Sam, Who::Ada}) {
    CAPTURE(to_text(who));
    const auto link = link_of(who);
    CHECK(link.at("kind").as_string() == "relates-to");
    for (const char* field : {"ticket", "number", "ticket_kind", "state", "owner", "subject", "workaround"})
      CHECK(link.at(field).is_null());
    const Answer history = world.ask(who, "GET", std::string(kTicket) + "/history", {.ticket = ticket});
    CHECK(history.body.contains("a ticket that you may not read"));
    CHECK_FALSE(history.body.contains("#1"));
    CHECK_FALSE(history.body.contains(secret));
    CHECK(world
              .ask(who, "GET", std::string(kBase) + "/ledger/proof",
                   {.query = fmt::format("?ticket={}&version=3", ticket)})
              .json()
              .at("record")
              .is_null());
  }
}

TEST_CASE("nobody links, merges or unlinks with what they may not read, as if it were not there") {
  World world;
  make_confidential(world);
  open_inquiry(world);
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/take");
  world.act(Who::Dana, ticket, "/links", R"({"kind": "relates-to", "ticket": "HCU-1"})");
  const auto body = [](std::string_view operation, std::string_view other) {
    return operation == "/merge" ? fmt::format(R"({{"into": "{}"}})", other)
                                 : fmt::format(R"({{"kind": "relates-to", "ticket": "{}"}})", other);
  };
  const std::string before = world.stored();
  for (const char* operation : {"/links", "/unlink", "/merge"}) {
    CAPTURE(operation);
    const std::string path = std::string(kTicket) + operation;
    const Answer real = world.ask(Who::Sam, "POST", path, {.ticket = ticket, .body = body(operation, "HCU-1")});
    const Answer none = world.ask(Who::Sam, "POST", path, {.ticket = ticket, .body = body(operation, "HCU-999")});
    CHECK(real.status == 422);
    CHECK(real.status == none.status);
    CHECK(real.body == none.body);
  }
  CHECK(world.stored() == before);
}

TEST_CASE("many at once: what is confidential is answered as what is not there") {
  World world;
  make_confidential(world);
  open_inquiry(world);
  const Answer answer = world.ask(Who::Sam, "POST", std::string(kBase) + "/bulk-edits",
                                  {.body = R"({"tickets": ["HCU-1", "HCU-999"], "priority": "high"})"});
  REQUIRE(answer.status == 200);
  const auto results = answer.json().at("results");
  CHECK_FALSE(results.at(0).at("done").as_bool());
  CHECK(results.at(0).at("detail") == results.at(1).at("detail"));
}

TEST_CASE("a change into a confidential category hides a ticket at once, from streams and notices as well") {
  World world;
  make_confidential(world);
  const std::string ticket = world.open_ticket(kSecret);
  world.act(Who::Sam, ticket, "/take");
  world.act(Who::Dana, ticket, "/comments", R"({"text": "missing-money @sam"})");
  CHECK(world.ask(Who::Sam, "GET", std::string(kBase) + "/notices").body.contains(kSecret));
  const auto before = *world.store.last_position();
  const Ask change{.ticket = ticket, .body = R"({"category": "inquiry"})"};
  const Answer changed = world.ask(Who::Sam, "PATCH", kTicket, change);
  CHECK(changed.status == 204);
  CHECK(changed.body.empty());
  CHECK(world.ask(Who::Sam, "PATCH", kTicket, change).status == 404);  // there is nothing to change any more
  CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = ticket}).status == 404);
  const Answer notices = world.ask(Who::Sam, "GET", std::string(kBase) + "/notices");
  CHECK_FALSE(notices.body.contains(kSecret));
  CHECK(notices.json().at("unread").as_int64() == 0);
  // Who could read it is told that it is gone, and nothing else.
  const std::string stream = streamed(world, Who::Sam, before);
  CHECK(stream.contains("ticket-hidden"));
  CHECK_FALSE(stream.contains("category-changed"));
  CHECK_FALSE(stream.contains("owner-assigned"));
  CHECK_FALSE(streamed(world, Who::Bo, before).contains(ticket));
  CHECK(streamed(world, Who::Dana, before).contains("category-changed"));
  // And out of it, it is there again with all of its history.
  CHECK(world.ask(Who::Dana, "PATCH", kTicket, {.ticket = ticket, .body = R"({"category": "other"})"}).status == 200);
  CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = ticket}).status == 200);
  CHECK(world.ask(Who::Sam, "GET", std::string(kTicket) + "/history", {.ticket = ticket}).body.contains("inquiry"));
}

TEST_CASE("an answer that is remembered is not given again once the ticket is confidential") {
  World world;
  make_confidential(world);
  const std::string ticket = world.open_ticket(kSecret);
  const Ask take{.ticket = ticket, .headers = {"Idempotency-Key: take-1"}};
  CHECK(world.ask(Who::Sam, "POST", std::string(kTicket) + "/take", take).status == 200);
  CHECK(world.ask(Who::Dana, "PATCH", kTicket, {.ticket = ticket, .body = R"({"category": "inquiry"})"}).status == 200);
  const Answer again = world.ask(Who::Sam, "POST", std::string(kTicket) + "/take", take);
  CHECK(again.status == 404);
  CHECK_FALSE(again.body.contains(kSecret));
}

TEST_CASE("opened for somebody else by who may not read it, it is done and nothing is shown, also when sent again") {
  World world;
  make_confidential(world);
  const Ask open{.body = R"({"subject": "missing-money", "category": "inquiry",
                             "requester": {"name": "Ana", "email": "ana@people.example"}})",
                 .headers = {"Idempotency-Key: open-1"}};
  for (int i = 0; i < 2; ++i) {
    const Answer answer = world.ask(Who::Sam, "POST", kTickets, open);
    CHECK(answer.status == 204);
    CHECK(answer.body.empty());
    CHECK(answer.raw.header("location").empty());
  }
  CHECK(world.ask(Who::Ana, "GET", kTickets).json().at("tickets").as_array().size() == 1);
  CHECK(world.ask(Who::Sam, "GET", kTickets).json().at("tickets").as_array().empty());
}

TEST_CASE("who is of a team and asked for it themselves reads it as a requester does") {
  World world;
  make_confidential(world);
  const std::string ticket = open_inquiry(world, Who::Sam);
  world.act(Who::Dana, ticket, "/comments", R"({"text": "between the named", "visibility": "both"})");
  world.act(Who::Dana, ticket, "/comments", R"({"text": "to you", "visibility": "requester"})");
  const Answer sam = world.ask(Who::Sam, "GET", kTicket, {.ticket = ticket});
  CHECK(sam.status == 200);
  CHECK(sam.body.contains("to you"));
  CHECK_FALSE(sam.body.contains("between the named"));
  CHECK(sam.json().at("reasons").as_array().empty());
  CHECK_FALSE(sam.json().at("allowed").at("note").as_bool());
  CHECK(world.ask(Who::Sam, "GET", std::string(kTicket) + "/why", {.ticket = ticket}).status == 403);
  CHECK(world.ask(Who::Sam, "POST", std::string(kTicket) + "/take", {.ticket = ticket}).status == 403);
  const std::string history = world.ask(Who::Sam, "GET", std::string(kTicket) + "/history", {.ticket = ticket}).body;
  CHECK_FALSE(history.contains("wrote a note"));
  // In their list, and not by words, teams or people that they do not read.
  const auto rows = [&](const char* query) {
    return world.ask(Who::Sam, "GET", kTickets, {.query = query}).json().at("tickets").as_array().size();
  };
  CHECK(rows("") == 1);
  CHECK(rows("?q=between") == 0);
  CHECK(rows("?team=harbor-it") == 0);
  CHECK(world.ask(Who::Sam, "GET", std::string(kBase) + "/notices").body.contains("to you"));
  CHECK_FALSE(world.ask(Who::Sam, "GET", std::string(kBase) + "/notices").body.contains("between"));
}

TEST_CASE("it goes to nobody who may not read it") {
  World world;
  make_confidential(world);
  const std::string ticket = open_inquiry(world);
  const auto refused = [&](const std::string& below, const std::string& body) {
    return world.ask(Who::Dana, "POST", kTicket + below, {.ticket = ticket, .body = body}).type();
  };
  CHECK(refused("/handoffs", R"({"to_team": "desk", "note": "yours"})") == "refused/not-a-reader");
  CHECK(refused("/assign", R"({"to": "luis"})") == "refused/not-a-reader");
  CHECK(refused("/watch", R"({"person": "luis"})") == "refused/not-a-reader");
  CHECK(refused("/comments", R"({"text": "@luis"})") == "refused/not-a-reader");
  CHECK(world
            .ask(Who::Dana, "POST", std::string(kTicket) + "/handoffs",
                 {.ticket = ticket, .body = R"({"to_team": "soc", "note": "yours"})"})
            .status == 201);
  CHECK(world.ask(Who::Mei, "POST", std::string(kTicket) + "/handoffs/{epoch}/accept", {.ticket = ticket}).status ==
        200);
}

TEST_CASE("a version of the agreement that makes its category confidential hides what is there") {
  World world;
  const std::string ticket = world.open_ticket(kSecret);
  CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = ticket}).status == 200);
  world.adopt("categories:  #", "confidential: {password-reset: {read: [dana]}}\ncategories:  #");
  for (const Who who : kOutside) CHECK(world.ask(who, "GET", kTicket, {.ticket = ticket}).status == 404);
  CHECK(world.ask(Who::Dana, "GET", kTicket, {.ticket = ticket}).status == 200);
  CHECK(world.ask(Who::Ana, "GET", kTicket, {.ticket = ticket}).status == 200);
}

TEST_CASE("who reads it only because they asked for it links and merges nothing with it") {
  World world;
  make_confidential(world);
  const std::string id = open_inquiry(world, Who::Sam);
  const std::string other = world.open_ticket();
  REQUIRE(world.ask(Who::Sam, "GET", kTicket, {.ticket = id}).status == 200);
  const auto tries = [&](const char* below, const std::string& body) {
    return world.ask(Who::Sam, "POST", fmt::format("{}{}", kTicket, below), {.ticket = other, .body = body}).status;
  };
  CHECK(tries("/links", fmt::format(R"({{"kind": "has-part", "ticket": "{}"}})", id)) == 422);
  CHECK(tries("/merge", fmt::format(R"({{"into": "{}"}})", id)) == 422);
}

}  // namespace
TEST_CASE("confidential decisions and changes are in no list of those who may not read them") {
  World world;
  make_confidential(world);
  const std::string from = base::to_rfc3339(world.clock.now());
  const std::string to = base::to_rfc3339(world.clock.now() + base::hours(1));
  for (const std::string& part :
       {std::string(R"("kind": "decision", "decision": {"kind": "security-posture", "question": "Tell?",
                       "evidence": "the books", "options": [{"name": "tell", "risk": "high"}, {"name": "wait"}]})"),
        fmt::format(R"("kind": "change", "change": {{"kind": "normal", "activity": "help-desk.business-app",
                       "from": "{}", "to": "{}", "assets": ["safe"], "plan": "p", "roll_back": "r", "risk": "high"}})",
                    from, to)}) {
    const Answer opened =
        world.ask(Who::Dana, "POST", kTickets,
                  {.body = fmt::format(R"({{"subject": "missing-money", "category": "inquiry", {}}})", part)});
    REQUIRE_MESSAGE(opened.status == 201, opened.body);
  }
  const std::string days = fmt::format("?from={0}&to={0}", from.substr(0, 10));
  const auto tells = [&](Who who, const char* list, const std::string& query) {
    const Answer answer = world.ask(who, "GET", fmt::format("{}/{}", kBase, list), {.query = query});
    REQUIRE(answer.status == 200);
    return answer.body.contains(kSecret);
  };
  CHECK(tells(Who::Dana, "decisions", "?standing=open"));
  CHECK(tells(Who::Dana, "changes", days));
  for (const Who who : {Who::Sam, Who::Ada}) {
    CHECK_FALSE(tells(who, "decisions", "?standing=open"));
    CHECK_FALSE(tells(who, "changes", days));
  }
}

}  // namespace tandem::contract
