// The request catalogue, checklists and due dates, over the API.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";
constexpr const char* kForms = "/api/v1/engagements/{engagement}/forms";
constexpr const char* kForm = "/api/v1/engagements/{engagement}/forms/{form}";
constexpr const char* kRequests = "/api/v1/engagements/{engagement}/requests";

constexpr const char* kStarter = R"({
  "title": "New starter", "description": "Somebody begins", "category": "other", "subject": "New starter: {name}",
  "fields": [{"name": "name", "label": "Name", "kind": "text", "required": true},
             {"name": "start", "label": "First day", "kind": "date", "required": true},
             {"name": "device", "label": "Device", "kind": "choice", "choices": ["laptop", "tablet"]},
             {"name": "vpn", "label": "Works at home", "kind": "yes-no"},
             {"name": "screens", "label": "Screens", "kind": "number"},
             {"name": "manager", "label": "Manager", "kind": "person"}],
  "steps": [{"title": "Account for {name}", "text": "A {device}.", "category": "password-reset",
             "counts_from": "start", "days": -2},
            {"title": "Core banking for {name}", "category": "core-banking", "counts_from": "start"}]})";

std::string below(std::string_view path) {
  return std::string(kTicket) + std::string(path);
}

std::string request_of(const std::string& form, std::string_view answers) {
  return fmt::format(R"({{"form": "{}", "answers": {}}})", form, answers);
}

constexpr std::string_view kAda = R"({"name": "Ada Byron", "start": "2026-10-12", "device": "tablet", "vpn": true,
  "screens": 2, "manager": {"name": "Dana Whitfield", "email": "dana@harbor.example"}})";

boost::json::value get(World& world, Who who, const std::string& ticket) {
  const Answer answer = world.ask(who, "GET", kTicket, {.ticket = ticket});
  REQUIRE(answer.status == 200);
  return answer.json();
}

std::string text_of(const boost::json::value& value) {
  return value.is_string() ? std::string(value.as_string()) : boost::json::serialize(value);
}

// The tickets of the steps, in their order.
std::vector<std::string> steps_of(const boost::json::value& ticket) {
  std::vector<std::string> steps;
  for (const auto& link : ticket.at("links").as_array()) {
    if (!link.at("step").is_null()) steps.push_back(text_of(link.at("ticket")));
  }
  return steps;
}

std::vector<std::string> pointers(const Answer& answer) {
  std::vector<std::string> all;
  const boost::json::value problem = answer.json();
  for (const auto& error : problem.at("errors").as_array()) all.push_back(text_of(error.at("pointer")));
  return all;
}

TEST_CASE("an end user asks with a form, and both parties have their steps of it") {
  World world;
  const std::string form = world.make_form(Who::Dana, kStarter);
  const Answer asked = world.ask(Who::Ana, "POST", kRequests, {.body = request_of(form, kAda)});
  REQUIRE(asked.status == 201);
  const boost::json::value ticket = asked.json();
  const std::string id = text_of(ticket.at("id"));
  CHECK(ticket.at("kind").as_string() == "request");
  CHECK(ticket.at("subject").as_string() == "New starter: Ada Byron");
  CHECK(ticket.at("requester").at("name").as_string() == "ana");
  std::string answers;
  for (const auto& one : ticket.at("form").at("answers").as_array())
    answers += fmt::format("{}={};", text_of(one.at("label")), text_of(one.at("value")));
  CHECK(answers ==
        "Name=Ada Byron;First day=2026-10-12;Device=tablet;Works at home=yes;Screens=2;Manager=Dana Whitfield;");
  // What the teams do for it is not the requester's to read.
  CHECK(ticket.at("checklist").is_null());
  CHECK(ticket.at("links").as_array().empty());

  const auto seen = get(world, Who::Sam, id);
  CHECK(seen.at("form") == ticket.at("form"));
  CHECK(seen.at("checklist").at("steps").as_int64() == 2);
  CHECK(seen.at("checklist").at("open").as_int64() == 2);
  CHECK(seen.at("checklist").at("started").at(0).at("title").as_string() == "New starter");
  const auto steps = steps_of(seen);
  REQUIRE(steps.size() == 2);
  const auto account = get(world, Who::Sam, steps[0]);
  CHECK(account.at("kind").as_string() == "task");
  CHECK(account.at("subject").as_string() == "Account for Ada Byron");
  CHECK(account.at("description").as_string() == "A tablet.");
  CHECK(account.at("owner").at("party").as_string() == "northbeam");
  CHECK(account.at("due").at("at").as_string() == "2026-10-11T04:00:00Z");  // the desk is open day and night
  const auto banking = get(world, Who::Dana, steps[1]);
  CHECK(banking.at("owner").at("party").as_string() == "harbor");
  CHECK(seen.at("links").at(1).at("due_at") == banking.at("due").at("at"));
  CHECK(world.ask(Who::Ana, "GET", kTicket, {.ticket = steps[0]}).status == 404);
  // What was answered is found by its words.
  const Answer found = world.ask(Who::Ana, "GET", "/api/v1/engagements/{engagement}/tickets", {.query = "?q=Byron"});
  CHECK(found.json().at("tickets").as_array().size() == 1);
}

TEST_CASE("every wrong answer is told at once, and nothing is opened") {
  World world;
  const std::string form = world.make_form(Who::Dana, kStarter);
  const std::string before = world.stored();
  const Answer wrong = world.ask(
      Who::Ana, "POST", kRequests,
      {.body = request_of(form, R"({"start": "tomorrow", "device": "car", "screens": "many", "moon": "full"})")});
  CHECK(wrong.status == 422);
  CHECK(pointers(wrong) == std::vector<std::string>{"/answers/name", "/answers/start", "/answers/device",
                                                    "/answers/screens", "/answers/moon"});
  CHECK(world.ask(Who::Ana, "POST", kRequests, {.body = request_of(form, R"([1])")}).status == 422);
  CHECK(world.ask(Who::Ana, "POST", kRequests, {.body = request_of(form, R"({"name": [1]})")}).status == 422);
  CHECK(world.ask(Who::Ana, "POST", kRequests, {.body = request_of("no-such-form", "{}")}).status == 404);
  CHECK(world.stored() == before);
}

TEST_CASE("a request that is repeated with its key is one request") {
  World world;
  const std::string form = world.make_form(Who::Dana, kStarter);
  const Ask ask{.body = request_of(form, kAda), .headers = {"Idempotency-Key: starter-1"}};
  const auto first = world.ask(Who::Ana, "POST", kRequests, ask).json();
  const std::string before = world.stored();
  CHECK(world.ask(Who::Ana, "POST", kRequests, ask).json().at("id") == first.at("id"));
  CHECK(world.stored() == before);
}

TEST_CASE("people of the teams ask for somebody, and end users for themselves") {
  World world;
  const std::string form = world.make_form(Who::Dana, R"({"title": "Badge", "category": "other"})");
  const std::string body =
      fmt::format(R"({{"form": "{}", "requester": {{"name": "Bo", "email": "bo@people.example"}}}})", form);
  CHECK(world.ask(Who::Sam, "POST", kRequests, {.body = body}).json().at("requester").at("name").as_string() == "Bo");
  const std::string before = world.stored();
  const Answer refused = world.ask(Who::Ana, "POST", kRequests, {.body = body});
  CHECK(refused.status == 422);
  CHECK(pointers(refused) == std::vector<std::string>{"/requester"});
  CHECK(world.stored() == before);
  const std::string own =
      fmt::format(R"({{"form": "{}", "requester": {{"name": "Ana R.", "email": "ANA@people.example"}}}})", form);
  CHECK(world.ask(Who::Ana, "POST", kRequests, {.body = own}).json().at("requester").at("name").as_string() == "ana");
  constexpr const char* kTickets = "/api/v1/engagements/{engagement}/tickets";
  for (const char* somebody : {R"({"name": "Bo"})", R"({"name": "ana", "vip": true})"}) {
    const Answer opened = world.ask(Who::Ana, "POST", kTickets,
                                    {.body = fmt::format(R"({{"subject": "Badge", "requester": {}}})", somebody)});
    CHECK(opened.status == 422);
    CHECK(pointers(opened) == std::vector<std::string>{"/requester"});
  }
  CHECK(
      world.ask(Who::Ana, "POST", kTickets, {.body = R"({"subject": "Badge", "requester": {"name": "ana"}})"}).status ==
      201);
}

TEST_CASE("a form is kept by the people of both parties, and shown to those who may ask") {
  World world;
  const std::string form = world.make_form(Who::Dana, kStarter);
  const auto count = [&](Who who) { return world.ask(who, "GET", kForms).json().at("forms").as_array().size(); };
  CHECK(count(Who::Ana) == 1);
  const std::string hidden = R"({"title": "New starter", "category": "other", "offered": false})";
  const Answer changed = world.ask(Who::Sam, "PATCH", kForm, {.form = form, .body = hidden});
  REQUIRE(changed.status == 200);
  CHECK(changed.json().at("changed_by").as_string() == "Sam Okafor");
  CHECK(changed.json().at("fields").as_array().empty());
  CHECK(count(Who::Ana) == 0);
  CHECK(count(Who::Dana) == 1);
  CHECK(world.ask(Who::Ana, "POST", kRequests, {.body = request_of(form, "{}")}).status == 404);
  CHECK(world.ask(Who::Dana, "POST", kRequests, {.body = request_of(form, "{}")}).status == 422);
  REQUIRE(world.ask(Who::Dana, "DELETE", kForm, {.form = form}).status == 204);
  CHECK(count(Who::Dana) == 0);
  CHECK(world.ask(Who::Dana, "GET", kForm, {.form = form}).status == 404);
}

TEST_CASE("a form is changed and removed only as it was seen") {
  World world;
  const std::string form = world.make_form(Who::Dana, kStarter);
  const std::string seen = world.ask(Who::Sam, "GET", kForm, {.form = form}).raw.header("etag");
  const std::string stale = fmt::format("If-Match: {}", seen);
  const std::string body = R"({"title": "Badge", "category": "other"})";
  const Answer changed = world.ask(Who::Dana, "PATCH", kForm, {.form = form, .body = body, .headers = {stale}});
  REQUIRE(changed.status == 200);
  CHECK(changed.raw.header("etag") != seen);
  const Answer lost = world.ask(Who::Sam, "PATCH", kForm, {.form = form, .body = kStarter, .headers = {stale}});
  CHECK(lost.status == 412);
  CHECK(text_of(lost.json().at("detail")).starts_with("Dana Whitfield changed the form meanwhile"));
  CHECK(world.ask(Who::Sam, "DELETE", kForm, {.form = form, .headers = {stale}}).status == 412);
  CHECK(text_of(world.ask(Who::Sam, "GET", kForm, {.form = form}).json().at("title")) == "Badge");
  const std::string present = fmt::format("If-Match: {}", std::string(changed.raw.header("etag")));
  CHECK(world.ask(Who::Sam, "DELETE", kForm, {.form = form, .headers = {present}}).status == 204);
}

TEST_CASE("a form that cannot be is refused whole") {
  World world;
  const Answer refused = world.ask(Who::Dana, "POST", kForms, {.body = R"({
    "title": "x", "category": "moon", "subject": "{nobody}",
    "fields": [{"name": "a", "label": "A", "kind": "choice"}, {"name": "a", "label": "B", "kind": "text"}],
    "steps": [{"title": "{c}", "category": "other", "counts_from": "a"}]})"});
  CHECK(refused.status == 422);
  CHECK(pointers(refused) == std::vector<std::string>{"/category", "/subject", "/fields/0/choices", "/fields/1/name",
                                                      "/steps/0/title", "/steps/0/counts_from"});
  CHECK(world.ask(Who::Dana, "POST", kForms, {.body = R"({"title": "x", "category": "other", "days": 1})"}).status ==
        422);
}

TEST_CASE("history says what was asked when the form is gone") {
  World world;
  const std::string form = world.make_form(Who::Dana, kStarter);
  const std::string id =
      text_of(world.ask(Who::Ana, "POST", kRequests, {.body = request_of(form, kAda)}).json().at("id"));
  REQUIRE(world.ask(Who::Dana, "DELETE", kForm, {.form = form}).status == 204);
  const auto ticket = get(world, Who::Ana, id);
  CHECK(ticket.at("form").at("title").as_string() == "New starter");
  CHECK(world.ask(Who::Ana, "GET", below("/history"), {.ticket = id}).body.contains("filled in the form"));
}

TEST_CASE("a ticket with open steps is not resolved, and the refusal names those that one may read") {
  World world;
  const std::string form = world.make_form(Who::Dana, kStarter);
  const std::string id =
      text_of(world.ask(Who::Ana, "POST", kRequests, {.body = request_of(form, kAda)}).json().at("id"));
  const Answer refused = world.ask(Who::Sam, "POST", below("/resolve"), {.ticket = id, .body = "{}"});
  CHECK(refused.status == 409);
  CHECK(refused.type() == "refused/steps-open");
  CHECK(text_of(refused.json().at("detail")) ==
        "2 steps of its checklist are open: HCU-2 Account for Ada Byron, "
        "HCU-3 Core banking for Ada Byron");
  const auto steps = steps_of(get(world, Who::Sam, id));
  world.act(Who::Sam, steps[0], "/not-needed", R"({"reason": "they had one before"})");
  const auto skipped = get(world, Who::Dana, steps[0]);
  CHECK(skipped.at("state").as_string() == "closed");
  CHECK(skipped.at("not_needed").as_string() == "they had one before");
  world.act(Who::Dana, steps[1], "/resolve", "{}");
  const auto done = get(world, Who::Sam, id).at("checklist");
  CHECK(done.at("open").as_int64() == 0);
  CHECK(done.at("done").as_int64() == 1);
  CHECK(done.at("not_needed").as_int64() == 1);
  world.act(Who::Sam, id, "/resolve", "{}");
}

TEST_CASE("a step is taken off with a reason that both tickets tell, and the checklist stays started") {
  World world;
  const std::string form = world.make_form(Who::Dana, kStarter);
  const std::string id =
      text_of(world.ask(Who::Ana, "POST", kRequests, {.body = request_of(form, kAda)}).json().at("id"));
  const auto steps = steps_of(get(world, Who::Sam, id));
  const auto off = [&](Who who, const std::string& step, std::string_view reason) {
    return world.ask(
        who, "POST", below("/unlink"),
        {.ticket = step, .body = fmt::format(R"({{"kind": "part-of", "ticket": "{}", "reason": "{}"}})", id, reason)});
  };
  CHECK(off(Who::Dana, steps[1], "not ours").type() == "refused/not-the-owner");
  CHECK(off(Who::Sam, steps[1], "").type() == "invalid-request");
  REQUIRE(off(Who::Sam, steps[0], "of another starter").status == 200);
  REQUIRE(off(Who::Sam, steps[1], "of another starter").status == 200);
  for (const std::string& ticket : {id, steps[0]})
    CHECK(world.ask(Who::Dana, "GET", below("/history"), {.ticket = ticket}).body.contains(": of another starter"));
  const auto checklist = get(world, Who::Sam, id).at("checklist");
  CHECK(checklist.at("steps").as_int64() == 0);
  CHECK(checklist.at("started").as_array().size() == 1);
  const Answer again = world.ask(Who::Sam, "POST", below("/checklists"),
                                 {.ticket = id, .body = fmt::format(R"({{"form": "{}"}})", form)});
  CHECK(again.status == 409);
}

TEST_CASE("the buttons of a step know its whole: not needed is for who has that, and reopened comes after it") {
  World world;
  const std::string form = world.make_form(Who::Dana, kStarter);
  const std::string id =
      text_of(world.ask(Who::Ana, "POST", kRequests, {.body = request_of(form, kAda)}).json().at("id"));
  const auto steps = steps_of(get(world, Who::Sam, id));
  const auto may = [&](Who who, const std::string& ticket, std::string_view what) {
    return get(world, who, ticket).at("allowed").at(what).as_bool();
  };
  CHECK(may(Who::Sam, steps[1], "not_needed"));
  CHECK_FALSE(may(Who::Dana, steps[1], "not_needed"));
  world.act(Who::Sam, steps[0], "/resolve", "{}");
  world.act(Who::Dana, steps[1], "/resolve", "{}");
  CHECK(may(Who::Sam, steps[0], "reopen"));
  world.act(Who::Sam, id, "/resolve", "{}");
  CHECK_FALSE(may(Who::Sam, steps[0], "reopen"));
  const Answer refused =
      world.ask(Who::Sam, "POST", below("/reopen"), {.ticket = steps[0], .body = R"({"reason": "not yet"})"});
  CHECK(refused.type() == "refused/not-open");
}

TEST_CASE("of a step that is confidential others see only that there is one, and whether it is done") {
  World world;
  world.adopt("categories:  #", "confidential: {inquiry: {read: [dana, mei]}}\ncategories:  #");
  const std::string form = world.make_form(Who::Dana, R"({"title": "Leaver", "category": "other", "steps": [
    {"title": "Close the account", "category": "password-reset"},
    {"title": "Keep the mailbox for the inquiry", "category": "inquiry", "days": 3}]})");
  const std::string id =
      text_of(world.ask(Who::Ana, "POST", kRequests, {.body = request_of(form, "{}")}).json().at("id"));
  const auto seen = get(world, Who::Sam, id);
  CHECK(seen.at("checklist").at("steps").as_int64() == 2);
  const auto& hidden = seen.at("links").at(1);
  CHECK(hidden.at("step").as_string() == "open");
  for (const char* field : {"ticket", "number", "subject", "state", "owner", "due_at"})
    CHECK(hidden.at(field).is_null());
  CHECK_FALSE(world.ask(Who::Sam, "GET", kTicket, {.ticket = id}).body.contains("mailbox"));
  CHECK_FALSE(world.ask(Who::Sam, "GET", below("/history"), {.ticket = id}).body.contains("#3"));
  const Answer refused = world.ask(Who::Sam, "POST", below("/resolve"), {.ticket = id, .body = "{}"});
  CHECK(text_of(refused.json().at("detail")) ==
        "2 steps of its checklist are open: HCU-2 Close the account, and 1 more; what you may not read is with "
        "`harbor-it` of Harbor Credit Union (ask Dana Whitfield)");
  CHECK(hidden.at("ask").at("team").as_string() == "harbor-it");
  CHECK(hidden.at("ask").at("person").as_string() == "dana");
  CHECK(seen.at("links").at(0).at("ask").is_null());
  CHECK(get(world, Who::Dana, id).at("links").at(1).at("ask").is_null());
  const auto theirs = get(world, Who::Dana, id).at("links").at(1);
  CHECK(theirs.at("subject").as_string() == "Keep the mailbox for the inquiry");
  world.clock.advance(base::hours(24 * 6));
  const desk::TicketId step = *desk::TicketId::parse(text_of(theirs.at("ticket")));
  REQUIRE(world.use_cases.tickets.pass_time(desk::EngagementName("harbor-cu"), std::array{step}, world.clock.now()));
  const std::string history = world.ask(Who::Sam, "GET", below("/history"), {.ticket = id}).body;
  CHECK(history.contains("a ticket that you may not read"));
  CHECK_FALSE(history.contains("#3"));
}

TEST_CASE("a checklist is started on a ticket that is there, once") {
  World world;
  const std::string form = world.make_form(Who::Dana, kStarter);
  const std::string ticket = world.open_ticket();
  const auto start = [&](Who who, std::string_view answers) {
    return world.ask(who, "POST", below("/checklists"), {.ticket = ticket, .body = request_of(form, answers)});
  };
  const std::string before = world.stored();
  CHECK(pointers(start(Who::Sam, "{}")) == std::vector<std::string>{"/answers/start"});
  CHECK(start(Who::Dana, R"({"start": "2026-10-12"})").status == 409);
  CHECK(world.stored() == before);
  const Answer started = start(Who::Sam, R"({"start": "2026-10-12"})");
  REQUIRE(started.status == 201);
  CHECK(started.json().at("checklist").at("open").as_int64() == 2);
  CHECK(get(world, Who::Sam, steps_of(started.json())[0]).at("subject").as_string() == "Account for");
  CHECK(start(Who::Sam, R"({"start": "2026-10-12"})").status == 409);
  const std::string plain = world.make_form(Who::Dana, R"({"title": "Badge", "category": "other"})");
  CHECK(world.ask(Who::Sam, "POST", below("/checklists"), {.ticket = ticket, .body = request_of(plain, "{}")}).status ==
        422);
}

TEST_CASE("where a step cannot be opened nothing is") {
  World world;
  const std::string form = world.make_form(Who::Dana, R"({"title": "Leaver", "category": "other", "steps": [
    {"title": "Disable the account", "category": "password-reset"},
    {"title": "Keep a last backup", "category": "backup-failure"}]})");
  world.adopt("backup-failure: backup.monitoring", "backup-job: backup.monitoring");
  const std::string before = world.stored();
  const Answer refused = world.ask(Who::Ana, "POST", kRequests, {.body = request_of(form, "{}")});
  CHECK(refused.status == 422);
  CHECK(text_of(refused.json().at("detail")).contains("Keep a last backup"));
  CHECK(world.stored() == before);
}

TEST_CASE("people of both parties say by when it is to be done, and why it changes") {
  World world;
  const std::string ticket = world.open_ticket();
  const auto set = [&](Who who, const std::string& body) {
    return world.ask(who, "POST", below("/due-date"), {.ticket = ticket, .body = body});
  };
  CHECK(set(Who::Dana, R"({"date": "2026-10-07"})").json().at("due").at("at").as_string() == "2026-10-08T04:00:00Z");
  CHECK(set(Who::Sam, R"({"date": "2026-10-08"})").status == 422);
  CHECK(set(Who::Sam, R"({"date": "2026-10-08", "reason": "parts"})").json().at("due").at("reason").as_string() ==
        "parts");
  CHECK(set(Who::Sam, R"({"date": "2026-10-01", "reason": "parts"})").status == 422);
  CHECK(set(Who::Sam, R"({"date": "soon", "reason": "parts"})").status == 422);
  CHECK(set(Who::Sam, R"({"reason": "parts"})").status == 422);
  CHECK(get(world, Who::Ana, ticket).at("due").is_null());
  CHECK(set(Who::Sam, R"({"date": null, "reason": "whenever"})").json().at("due").is_null());
  const std::string history = world.ask(Who::Sam, "GET", below("/history"), {.ticket = ticket}).body;
  CHECK(history.contains("set it due on Thu 2026-10-08 00:00"));
  CHECK(history.contains("took its due date away: whenever"));
}

}  // namespace
}  // namespace tandem::contract
