// The life of an agreement through the API: from a draft to a version in force, and what stops it on the way.
#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kAll = "/api/v1/engagements/{engagement}/agreements";
constexpr const char* kDraft = "/api/v1/engagements/{engagement}/agreements/drafts/{draft}";
constexpr const char* kComments = "/api/v1/engagements/{engagement}/agreements/drafts/{draft}/comments";
constexpr const char* kDiff = "/api/v1/engagements/{engagement}/agreements/drafts/{draft}/diff";
constexpr const char* kPropose = "/api/v1/engagements/{engagement}/agreements/drafts/{draft}/proposals";
constexpr const char* kProposal = "/api/v1/engagements/{engagement}/agreements/proposals/{proposal}";
constexpr const char* kSign = "/api/v1/engagements/{engagement}/agreements/proposals/{proposal}/signatures";
constexpr const char* kRefuse = "/api/v1/engagements/{engagement}/agreements/proposals/{proposal}/refusal";

std::string seen(const std::string& hash) {
  return fmt::format(R"({{"texts_sha256": "{}"}})", hash);
}

// The draft as it is, with another text in its first file, as a body to save it.
std::string changed(World& world, const std::string& draft, const std::function<std::string(std::string)>& change) {
  const auto json = world.ask(Who::Sam, "GET", kDraft, {.leave = draft}).json();
  boost::json::array files = json.at("files").as_array();
  files.at(0).as_object()["text"] = change(std::string(files.at(0).at("text").as_string()));
  return boost::json::serialize(boost::json::object{
      {"title", json.at("title")}, {"based_on", json.at("based_on")}, {"root", json.at("root")}, {"files", files}});
}

std::string in_future(std::string text) {
  const auto at = text.find("effective: ");
  text.replace(at, text.find('\n', at) - at, "effective: 2027-03-01");
  return text;
}

TEST_CASE("a text that both parties sign is in force from its day on, and not before") {
  World world;
  const std::string draft = world.begin_draft("Spring");
  REQUIRE(world.ask(Who::Sam, "PUT", kDraft, {.leave = draft, .body = changed(world, draft, in_future)}).status == 200);
  const std::string hash = world.text_of_draft(draft);
  REQUIRE(world.ask(Who::Sam, "POST", kPropose, {.leave = draft, .body = seen(hash)}).status == 201);

  CHECK(world.ask(Who::Dana, "GET", kProposal, {.leave = "1"}).json().at("allowed").at("sign").as_bool());
  CHECK_FALSE(world.ask(Who::Sam, "GET", kProposal, {.leave = "1"}).json().at("allowed").at("sign").as_bool());
  const Answer one = world.ask(Who::Dana, "POST", kSign, {.leave = "1", .body = seen(hash)});
  CHECK(one.status == 201);
  CHECK(one.json().at("version").is_null());
  CHECK(world.ask(Who::Dana, "POST", kSign, {.leave = "1", .body = seen(hash)}).type() == "refused/already-signed");
  const Answer both = world.ask(Who::Mei, "POST", kSign, {.leave = "1", .body = seen(hash)});
  CHECK(both.status == 201);
  CHECK(both.json().at("version").as_int64() == 2);
  CHECK(both.json().at("end").at("how").as_string() == "agreed");

  const char* in_force = "/api/v1/engagements/{engagement}/agreement";
  CHECK(world.ask(Who::Dana, "GET", in_force).json().at("version").as_int64() == 1);
  const auto standing = [&](std::size_t i) {
    return std::string(world.ask(Who::Ada, "GET", kAll).json().at("versions").at(i).at("standing").as_string());
  };
  CHECK(standing(0) == "in-force");
  CHECK(standing(1) == "to-come");
  // Midnight in New York.
  world.clock.advance(*base::parse_rfc3339("2027-03-01T05:00:00Z") - world.clock.now() - base::seconds(1));
  // A token does not end, as a session would.
  CHECK(world.ask(Who::Dana, "GET", in_force).json().at("version").as_int64() == 1);
  world.clock.advance(base::seconds(1));
  CHECK(world.ask(Who::Dana, "GET", in_force).json().at("version").as_int64() == 2);
  CHECK(standing(0) == "past");
  CHECK(standing(1) == "in-force");
}

TEST_CASE("a draft that was changed meanwhile is not written over, and its signatures are void") {
  World world;
  const std::string proposal = world.propose_draft();
  const std::string draft = "1";
  const std::string hash = world.text_of_draft(draft);
  REQUIRE(world.ask(Who::Dana, "POST", kSign, {.leave = proposal, .body = seen(hash)}).status == 201);
  const auto add = [](std::string text) { return text + "# another change\n"; };
  const std::string body = changed(world, draft, add);
  const Answer stale =
      world.ask(Who::Dana, "PUT", kDraft, {.leave = draft, .body = body, .headers = {"If-Match: \"1\""}});
  CHECK(stale.status == 412);
  const Answer saved =
      world.ask(Who::Dana, "PUT", kDraft, {.leave = draft, .body = body, .headers = {"If-Match: \"2\""}});
  CHECK(saved.status == 200);
  CHECK(saved.json().at("state").as_string() == "open");
  CHECK(world.ask(Who::Mei, "POST", kSign, {.leave = proposal, .body = seen(hash)}).type() ==
        "refused/no-such-proposal");
  CHECK(world.ask(Who::Ada, "GET", kProposal, {.leave = proposal}).json().at("end").at("how").as_string() == "changed");
}

TEST_CASE("a text with errors is kept as a draft, with its findings at their lines, and is not proposed") {
  World world;
  const std::string draft = world.begin_draft();
  const auto spoil = [](std::string text) { return text.replace(text.find("kind: client"), 12, "kind: clint"); };
  const Answer saved = world.ask(Who::Sam, "PUT", kDraft, {.leave = draft, .body = changed(world, draft, spoil)});
  REQUIRE(saved.status == 200);
  const auto json = saved.json();
  const auto& first = json.at("findings").at(0);
  CHECK(first.at("level").as_string() == "error");
  CHECK(first.at("at").at("file").as_string() == "agreement.yaml");
  CHECK(first.at("at").at("line").as_int64() > 1);
  CHECK(std::string(json.at("cannot_propose").as_string()).contains("error"));
  const Answer refused =
      world.ask(Who::Sam, "POST", kPropose, {.leave = draft, .body = seen(world.text_of_draft(draft))});
  CHECK(refused.type() == "refused/text-has-errors");
  CHECK(world.ask(Who::Sam, "GET", kDiff, {.leave = draft}).status == 422);
}

TEST_CASE("what a draft changes is told in effect, and comments stand at their lines") {
  World world;
  const std::string draft = world.begin_draft();
  const auto give = [](std::string text) {
    const auto at = text.find("password-reset:");
    REQUIRE(at != std::string::npos);
    const auto value = text.find("help-desk.routine", at);
    return text.replace(value, 17, "help-desk.business-app");
  };
  REQUIRE(world.ask(Who::Sam, "PUT", kDraft, {.leave = draft, .body = changed(world, draft, give)}).status == 200);
  const auto diff = world.ask(Who::Dana, "GET", kDiff, {.leave = draft}).json();
  CHECK(diff.at("against").as_int64() == 1);
  CHECK_FALSE(diff.at("effects").as_array().empty());
  CHECK(boost::json::serialize(diff).contains("password-reset"));
  const Answer commented = world.ask(Who::Dana, "POST", kComments,
                                     {.leave = draft,
                                      .body = R"({"text": "Since when?", "file": "agreement.yaml", "line": 7})",
                                      .headers = {"Idempotency-Key: c"}});
  CHECK(commented.status == 201);
  CHECK(world
            .ask(Who::Dana, "POST", kComments,
                 {.leave = draft,
                  .body = R"({"text": "Since when?", "file": "agreement.yaml", "line": 7})",
                  .headers = {"Idempotency-Key: c"}})
            .json()
            .at("comments")
            .as_array()
            .size() == 1);
  CHECK(commented.json().at("comments").at(0).at("line").as_int64() == 7);
  CHECK(commented.json().at("revision").as_int64() == 2);
}

TEST_CASE("what a party refuses is told with its reason, and the ledger proves every step") {
  World world;
  const std::string proposal = world.propose_draft();
  REQUIRE(
      world.ask(Who::Dana, "POST", kRefuse, {.leave = proposal, .body = R"({"reason": "not at weekends"})"}).status ==
      200);
  const auto end = world.ask(Who::Sam, "GET", kProposal, {.leave = proposal}).json().at("end");
  CHECK(end.at("party").as_string() == "harbor");
  CHECK(end.at("reason").as_string() == "not at weekends");
  const Answer proof = world.ask(Who::Ada, "GET", "/api/v1/engagements/{engagement}/ledger/proof",
                                 {.query = "?ticket=agreement&version=4"});
  REQUIRE(proof.status == 200);
  CHECK(proof.json().at("number").as_string() == "agreement");
  CHECK(std::string(proof.json().at("record").as_string()).contains("not at weekends"));
}

TEST_CASE("whose signature is wanted hears so, and then who refused and from when a version is in force") {
  World world;
  const auto told = [&](Who who) {
    return world.ask(who, "GET", "/api/v1/engagements/{engagement}/notices", {.query = "?unread=true"}).json();
  };
  const std::string proposal = world.propose_draft();
  const auto asked = told(Who::Dana);
  REQUIRE(asked.at("notices").as_array().size() == 1);
  const auto& notice = asked.at("notices").at(0);
  CHECK(notice.at("kind").as_string() == "signature-asked");
  CHECK(notice.at("ticket").is_null());
  CHECK(notice.at("number").is_null());
  CHECK(notice.at("agreement").at("draft").as_int64() == 1);
  CHECK(notice.at("agreement").at("proposal").as_int64() == 1);
  CHECK(notice.at("agreement").at("version").is_null());
  CHECK(notice.at("actor").as_string() == "Sam Okafor");
  CHECK(std::string(notice.at("text").as_string()).starts_with("proposed it: `harbor` and `northbeam` sign; "));
  // Nobody is told of their own deed.
  CHECK(told(Who::Sam).at("unread").as_int64() == 0);

  const char* read = "/api/v1/engagements/{engagement}/notices/read";
  world.ask(Who::Dana, "POST", read, {.body = fmt::format(R"({{"last": {}}})", notice.at("id").as_int64())});
  CHECK(told(Who::Dana).at("unread").as_int64() == 0);

  REQUIRE(
      world.ask(Who::Dana, "POST", kRefuse, {.leave = proposal, .body = R"({"reason": "not at weekends"})"}).status ==
      200);
  const auto refused = told(Who::Sam).at("notices").at(0);
  CHECK(refused.at("kind").as_string() == "agreement");
  CHECK(refused.at("text").as_string() == "refused it for `harbor`: not at weekends");

  const std::string hash = world.text_of_draft("1");
  REQUIRE(world.ask(Who::Sam, "POST", kPropose, {.leave = "1", .body = seen(hash)}).status == 201);
  REQUIRE(world.ask(Who::Dana, "POST", kSign, {.leave = "2", .body = seen(hash)}).status == 201);
  REQUIRE(world.ask(Who::Mei, "POST", kSign, {.leave = "2", .body = seen(hash)}).status == 201);
  const auto agreed = told(Who::Sam).at("notices").at(0);
  CHECK(agreed.at("whole").as_bool());
  CHECK(std::string(agreed.at("text").as_string()).starts_with("every party has signed: version 2 is in force from "));
  CHECK(agreed.at("agreement").at("version").as_int64() == 2);
}

TEST_CASE("who wrote a draft hears what is said about it") {
  World world;
  const std::string draft = world.begin_draft("Spring");
  REQUIRE(world
              .ask(Who::Dana, "POST", kComments,
                   {.leave = draft, .body = R"({"text": "Since when?", "file": "agreement.yaml", "line": 7})"})
              .status == 201);
  const auto page = world.ask(Who::Sam, "GET", "/api/v1/engagements/{engagement}/notices").json();
  REQUIRE(page.at("notices").as_array().size() == 1);
  const auto& notice = page.at("notices").at(0);
  CHECK(notice.at("kind").as_string() == "answered");
  CHECK(notice.at("subject").as_string() == "Spring");
  CHECK(notice.at("text").as_string() == "commented on line 7 of `agreement.yaml` of the draft");
  CHECK(notice.at("excerpt").as_string() == "Since when?");
}

TEST_CASE("a ruling becomes the change of the text that it asks for") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/dispute", R"({"reason": "not ours"})");
  const char* drafts = "/api/v1/engagements/{engagement}/agreements/drafts";
  const std::string body = fmt::format(R"({{"ruling": "{}"}})", ticket);
  CHECK(world.ask(Who::Sam, "POST", drafts, {.body = body}).type() == "refused/no-such-dispute");
  const auto ruling = [&](const char* person) {
    const auto caller = app::Caller{.account = app::AccountId(base::IdBits{.high = 3, .low = 3}),
                                    .email = {},
                                    .display = person,
                                    .memberships = {{.account = app::AccountId(base::IdBits{.high = 3, .low = 3}),
                                                     .engagement = desk::EngagementName("harbor-cu"),
                                                     .role = app::Role::Member,
                                                     .person = desk::PersonName(person)}}};
    REQUIRE(world.use_cases.tickets.command(caller, desk::EngagementName("harbor-cu"), ticket,
                                            desk::GiveRuling{desk::TeamName("harbor-it"), "by the text"}, {}));
  };
  ruling("dana");
  ruling("priya");
  const Answer begun = world.ask(Who::Sam, "POST", drafts, {.body = body});
  REQUIRE(begun.status == 201);
  CHECK(begun.json().at("ruling").at("team").as_string() == "harbor-it");
  CHECK(begun.body.contains("ruling on HCU-1"));
  CHECK(begun.json().at("cannot_propose").is_null());
  const auto diff = world.ask(Who::Dana, "GET", kDiff, {.leave = "1"}).body;
  CHECK(diff.contains("password-reset"));
}

}  // namespace
}  // namespace tandem::contract
