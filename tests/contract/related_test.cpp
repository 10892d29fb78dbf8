// Work that belongs together, through the API: both tickets change or neither does, and nobody reads through a link
// what is not theirs.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";
constexpr const char* kKnownErrors = "/api/v1/engagements/{engagement}/known-errors";

std::string below(std::string_view path) {
  return std::string(kTicket) + std::string(path);
}

boost::json::value get(World& world, const std::string& ticket, Who who = Who::Sam) {
  const Answer answer = world.ask(who, "GET", kTicket, {.ticket = ticket});
  REQUIRE(answer.status == 200);
  return answer.json();
}

std::string text_at(const boost::json::value& json, const char* name) {
  return json.at(name).is_null() ? std::string() : std::string(json.at(name).as_string());
}

std::string open_related(World& world, const std::string& ticket, const std::string& body, Who who = Who::Sam) {
  const Answer answer = world.ask(who, "POST", below("/related"), {.ticket = ticket, .body = body});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

TEST_CASE("a link is shown on both tickets, by numbers that people use") {
  World world;
  const std::string a = world.open_ticket();
  const std::string b = world.open_ticket();
  const Answer linked =
      world.ask(Who::Dana, "POST", below("/links"), {.ticket = a, .body = R"({"kind": "part-of", "ticket": "HCU-2"})"});
  REQUIRE(linked.status == 201);
  CHECK(linked.json().at("links").at(0).at("kind").as_string() == "part-of");
  CHECK(linked.json().at("links").at(0).at("number").as_string() == "HCU-2");
  const auto other = get(world, b);
  CHECK(other.at("links").at(0).at("kind").as_string() == "has-part");
  CHECK(other.at("links").at(0).at("ticket").as_string() == a);
  CHECK(other.at("links").at(0).at("subject").as_string() == "Cannot sign in");
}

TEST_CASE("a ticket that is none is a mistake in the body, and nothing changes on either") {
  World world;
  const std::string a = world.open_ticket();
  const std::string before = world.stored();
  const Answer none = world.ask(Who::Dana, "POST", below("/links"),
                                {.ticket = a, .body = R"({"kind": "follows", "ticket": "HCU-77"})"});
  CHECK(none.status == 422);
  CHECK(none.json().at("errors").at(0).at("pointer").as_string() == "/ticket");
  const Answer circle = world.ask(Who::Sam, "POST", below("/merge"), {.ticket = a, .body = R"({"into": "HCU-1"})"});
  CHECK(circle.status == 409);
  CHECK(circle.type() == "refused/cannot-link");
  CHECK(world.stored() == before);
}

TEST_CASE("merging answers once to a repeated request, and not to one that is based on an older version") {
  World world;
  const std::string a = world.open_ticket();
  const std::string b = world.open_ticket();
  world.act(Who::Sam, a, "/take");
  CHECK(world
            .ask(Who::Sam, "POST", below("/merge"),
                 {.ticket = a, .body = R"({"into": "HCU-2"})", .headers = {"If-Match: \"2\""}})
            .status == 412);
  CHECK(get(world, b).at("links").as_array().empty());
  const Ask ask{.ticket = a, .body = R"({"into": "HCU-2"})", .headers = {"Idempotency-Key: m"}};
  const Answer first = world.ask(Who::Sam, "POST", below("/merge"), ask);
  REQUIRE(first.status == 200);
  const std::string after = world.stored();
  const Answer again = world.ask(Who::Sam, "POST", below("/merge"), ask);
  CHECK(again.json().at("version") == first.json().at("version"));
  CHECK(world.stored() == after);
}

TEST_CASE("the requester of a duplicate hears what became of the survivor, and reads nothing of it") {
  World world;
  const std::string a = world.open_ticket();
  const Answer opened = world.ask(Who::Bo, "POST", "/api/v1/engagements/{engagement}/tickets",
                                  {.body = R"({"subject": "Bo's secret trouble", "category": "password-reset"})"});
  REQUIRE(opened.status == 201);
  const std::string b(opened.json().at("id").as_string());
  world.act(Who::Sam, b, "/comments", R"({"text": "Bo, your secret is 7", "visibility": "requester"})");
  world.act(Who::Sam, a, "/merge", R"({"into": "HCU-2", "reason": "the same outage"})");
  world.act(Who::Sam, b, "/resolve", R"({"note": "the directory is back"})");

  const auto seen = get(world, a, Who::Ana);
  CHECK(seen.at("merged_into").as_string() == b);
  CHECK(seen.at("links").as_array().size() == 1);
  CHECK(seen.at("links").at(0).at("number").as_string() == "HCU-2");
  CHECK(seen.at("links").at(0).at("state").as_string() == "resolved");
  CHECK(seen.at("links").at(0).at("subject").is_null());
  CHECK(seen.at("links").at(0).at("owner").is_null());
  CHECK(world.ask(Who::Ana, "GET", kTicket, {.ticket = b}).status == 404);
  const std::string history = world.ask(Who::Ana, "GET", below("/history"), {.ticket = a}).body;
  CHECK(history.contains("the directory is back"));
  CHECK_FALSE(history.contains("secret"));
  CHECK(get(world, b, Who::Bo).at("followers").as_array().empty());
  CHECK(get(world, b).at("followers").at(0).at("name").as_string() == "ana");

  world.act(Who::Ana, a, "/reopen", R"({"reason": "mine is another"})");
  CHECK(get(world, a).at("merged_into").is_null());
  CHECK(get(world, b).at("links").as_array().empty());
}

TEST_CASE("what is split off is its requester's, and a note between the teams is not shown to them by accident") {
  World world;
  const std::string a = world.open_ticket();
  world.act(Who::Ana, a, "/comments", R"({"text": "and the printer smokes"})");
  world.act(Who::Sam, a, "/comments", R"({"text": "between the teams"})");
  const std::string b =
      open_related(world, a, R"({"subject": "The printer", "comment": 1, "category": "workstation"})");
  const auto split = get(world, b, Who::Ana);
  CHECK(split.at("description").as_string() == "and the printer smokes");
  CHECK(split.at("category").as_string() == "workstation");
  CHECK(get(world, b).at("links").at(0).at("kind").as_string() == "follows");
  CHECK(get(world, b).at("links").at(0).at("comment").as_int64() == 1);
  CHECK(get(world, a).at("links").at(0).at("kind").as_string() == "followed-by");
  for (const char* body : {R"({"subject": "x", "comment": 2})", R"({"subject": "x", "comment": 9})"})
    CHECK(world.ask(Who::Sam, "POST", below("/related"), {.ticket = a, .body = body}).status == 422);
}

TEST_CASE("a vendor case is chased, answered, and told to the ticket that waits for it") {
  World world;
  const std::string a = world.open_ticket();
  const std::string there = open_related(
      world, a,
      R"({"kind": "vendor-case", "subject": "At the bank", "vendor_case": {"vendor": "corebank", "reference": "CB-9"}})");
  CHECK(get(world, there).at("owner").at("person").as_string() == "luis");
  CHECK(get(world, a).at("waiting_on").as_string() == "vendor");
  CHECK(get(world, a).at("links").at(0).at("awaited").as_bool());
  world.act(Who::Dana, there, "/vendor-case/chase", R"({"said": "soon", "chase_at": "2026-10-20T14:00:00Z"})");
  CHECK(get(world, there).at("vendor_case").at("chase_at").as_string() == "2026-10-20T14:00:00Z");
  CHECK(world
            .ask(Who::Dana, "POST", below("/vendor-case/chase"),
                 {.ticket = there, .body = R"({"said": "x", "chase_at": "soon"})"})
            .status == 422);
  CHECK(world
            .ask(Who::Dana, "POST", below("/vendor-case/chase"),
                 {.ticket = there, .body = R"({"said": "x", "passed_to": "moon"})"})
            .status == 422);
  world.act(Who::Dana, there, "/vendor-case/answer", R"({"said": "fixed in 4.2"})");
  CHECK(get(world, a).at("state").as_string() == "active");
  CHECK(world.ask(Who::Sam, "GET", below("/history"), {.ticket = a}).body.contains("fixed in 4.2"));
  const Answer found = world.ask(Who::Sam, "GET", "/api/v1/engagements/{engagement}/tickets", {.query = "?q=CB-9"});
  CHECK(found.json().at("tickets").as_array().size() == 1);
}

TEST_CASE("a vendor case is not offered to be reopened while the ticket that it is for is merged into another") {
  World world;
  const std::string a = world.open_ticket();
  const std::string b = world.open_ticket();
  const std::string there = open_related(
      world, a, R"({"kind": "vendor-case", "subject": "At the bank", "vendor_case": {"vendor": "corebank"}})");
  world.act(Who::Dana, there, "/vendor-case/answer", R"({"said": "fixed in 4.2"})");
  world.act(Who::Dana, there, "/resolve", R"({"note": "installed"})");
  const auto reopens = [&] { return get(world, there, Who::Dana).at("allowed").at("reopen").as_bool(); };
  CHECK(reopens());
  world.act(Who::Sam, a, "/merge", fmt::format(R"({{"into": "{}"}})", b));
  CHECK_FALSE(reopens());
  CHECK(
      world.ask(Who::Dana, "POST", below("/reopen"), {.ticket = there, .body = R"({"reason": "not fixed"})"}).status ==
      409);
}

TEST_CASE("a known error is offered for what is like it, and shown on what it causes") {
  World world;
  const std::string a = world.open_ticket("Outlook freezes at start");
  const std::string problem =
      open_related(world, a, R"({"kind": "problem", "subject": "Outlook freezes with old profiles"})");
  const auto offered = [&](const std::string& query) {
    return world.ask(Who::Dana, "GET", kKnownErrors, {.query = query}).json().at("known_errors").as_array();
  };
  CHECK(offered("?q=outlook+freezes").empty());
  world.act(Who::Sam, problem, "/problem/root-cause", R"({"cause": "profiles of 2019"})");
  world.act(Who::Sam, problem, "/problem/known-error", R"({"workaround": "Make a *new* profile"})");
  REQUIRE(offered("?q=my+outlook+is+stuck").size() == 1);
  CHECK(offered("?q=my+outlook+is+stuck")[0].at("workaround_html").as_string() ==
        "<p>Make a <em>new</em> profile</p>\n");
  CHECK(offered("?q=outlook&category=password-reset").size() == 1);
  CHECK(offered("?q=outlook&category=malware").empty());
  CHECK(offered("?q=printer").empty());
  CHECK(offered("").empty());
  CHECK(get(world, a).at("links").at(0).at("workaround").as_string() == "Make a *new* profile");
  CHECK(text_at(get(world, problem).at("problem"), "root_cause") == "profiles of 2019");
  // Those that share more words come first.
  const std::string other = open_related(world, a, R"({"kind": "problem", "subject": "Outlook at start"})");
  world.act(Who::Sam, other, "/problem/known-error", R"({"workaround": "Wait"})");
  REQUIRE(offered("?q=outlook+profiles").size() == 2);
  CHECK(offered("?q=outlook+profiles")[0].at("ticket").as_string() == problem);
  CHECK(offered("?q=outlook+start")[0].at("ticket").as_string() == other);
  world.act(Who::Sam, a, "/wait", R"({"on": "problem"})");
  world.act(Who::Sam, problem, "/resolve", R"({"note": "new version"})");
  CHECK(get(world, a).at("state").as_string() == "active");
  CHECK(offered("?q=outlook+profiles").size() == 1);
}

TEST_CASE("nobody finds known errors by the word that marks them") {
  World world;
  const std::string a = world.open_ticket();
  const std::string problem = open_related(world, a, R"({"kind": "problem", "subject": "The cause"})");
  world.act(Who::Sam, problem, "/problem/known-error", R"({"workaround": "none"})");
  for (const char* query : {"?q=known__error", "?q=known+error", "?q=%22known__error%22"}) {
    const Answer found = world.ask(Who::Sam, "GET", "/api/v1/engagements/{engagement}/tickets", {.query = query});
    CHECK(found.json().at("tickets").as_array().empty());
  }
}

TEST_CASE("a major incident tells affected requesters together, and is closed only after its review") {
  World world;
  const std::string id = world.open_ticket("Nobody can sign in");
  const std::string part = world.open_ticket();
  world.act(Who::Dana, id, "/major", R"({"scenario": "outage", "reason": "all branches"})");
  world.act(Who::Sam, part, "/links", R"({"kind": "part-of", "ticket": "HCU-1"})");
  world.act(Who::Mei, id, "/major/timeline", R"({"text": "the line is dead"})");
  world.act(Who::Sam, id, "/major/updates", R"({"to": "requesters", "text": "We are at it"})");
  const auto major = get(world, id).at("major");
  CHECK(major.at("scenario").as_string() == "outage");
  CHECK(major.at("posts").at(0).at("role").as_string() == "lead");
  CHECK_FALSE(major.at("told").as_array().empty());
  CHECK(major.at("update_seconds").as_int64() == 3600);  // the scenario does not say how often
  CHECK(major.at("timeline").as_array().size() == 3);
  CHECK(major.at("updates").at("requesters").at("due").as_string() ==
        base::to_rfc3339(world.clock.now() + base::hours(1)));
  const auto seen = get(world, part, Who::Ana);
  CHECK(seen.at("comments").at(0).at("text").as_string() == "We are at it");
  CHECK(seen.at("major").is_null());
  CHECK(get(world, id, Who::Ana).at("major").is_null());

  world.act(Who::Sam, id, "/major/stand-down", R"({"note": "the line is back"})");
  world.act(Who::Sam, id, "/resolve", R"({"note": "a new line"})");
  CHECK(get(world, part).at("state").as_string() == "resolved");
  const Answer early = world.ask(Who::Sam, "POST", below("/close"), {.ticket = id});
  CHECK(early.type() == "refused/not-reviewed");
  const std::string task = open_related(world, id, R"({"kind": "task", "subject": "Order a second line"})", Who::Dana);
  world.act(Who::Dana, id, "/major/review", R"({"text": "One line is too few"})");
  world.act(Who::Sam, id, "/close");
  CHECK(get(world, task).at("state").as_string() == "new");
  CHECK(get(world, task).at("kind").as_string() == "task");
}

TEST_CASE("the buttons of what belongs together are those that the desk would take") {
  World world;
  const std::string a = world.open_ticket();
  const auto sam = get(world, a).at("allowed");
  CHECK(sam.at("merge").as_bool());
  CHECK(sam.at("ask_vendor").as_bool());
  CHECK(sam.at("declare_major").as_bool());
  CHECK_FALSE(sam.at("chase").as_bool());
  CHECK_FALSE(sam.at("root_cause").as_bool());
  const auto dana = get(world, a, Who::Dana).at("allowed");
  CHECK(dana.at("link").as_bool());
  CHECK_FALSE(dana.at("merge").as_bool());
  CHECK_FALSE(dana.at("ask_vendor").as_bool());
  const auto ana = get(world, a, Who::Ana).at("allowed");
  for (const char* button : {"link", "merge", "open_related", "ask_vendor", "declare_major"})
    CHECK_FALSE(ana.at(button).as_bool());
  CHECK_FALSE(get(world, a, Who::Ada).at("allowed").at("link").as_bool());
}

}  // namespace
}  // namespace tandem::contract
