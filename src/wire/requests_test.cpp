#include "wire/requests.h"

#include <doctest/doctest.h>

namespace tandem::wire {
namespace {

// "/subject /category" and so on, in the order of the problems.
template <class T>
std::string pointers(const Decoded<T>& decoded) {
  if (decoded) return "none";
  std::string all;
  for (const app::FieldProblem& each : decoded.error().errors) all += each.pointer + " ";
  return all;
}

TEST_CASE("a new ticket is read whole") {
  const auto command = decode_new_ticket(
      R"({"subject": "Printer jams", "description": "again\n", "kind": "request", "category": "printing",
      "priority": "high", "site": "main", "department": "loans", "asset_class": "printer", "source": "email",
      "requester": {"name": "Ana", "email": "ana@harbor.example", "vip": true}})",
      desk::Source::Api);
  REQUIRE(command);
  CHECK(command->subject == "Printer jams");
  CHECK(command->kind == desk::TicketKind::Request);
  CHECK(command->source == desk::Source::Email);
  CHECK(command->requester.vip);
  CHECK(command->asset_class.text() == "printer");
}

TEST_CASE("what is left out has its default") {
  const auto command = decode_new_ticket(R"({"subject": "x"})", desk::Source::Portal);
  REQUIRE(command);
  CHECK(command->source == desk::Source::Portal);
  CHECK(command->category.empty());
}

TEST_CASE("everything that is wrong is said at once, with its place") {
  CHECK(pointers(decode_new_ticket(
            R"({"subject": 1, "kind": "wish", "colour": "red", "requester": {"vip": "yes", "a/b": 1}})",
            desk::Source::Api)) == "/subject /kind /requester/name /requester/vip /requester/a~1b /colour ");
  CHECK(pointers(decode_new_ticket("{}", desk::Source::Api)) == "/subject ");
  CHECK(pointers(decode_new_ticket("[]", desk::Source::Api)) == " ");
  CHECK(pointers(decode_new_ticket(R"({"subject": null})", desk::Source::Api)) == "/subject ");
  CHECK(pointers(decode_new_ticket(R"({"subject": "  "})", desk::Source::Api)) == "/subject ");
  CHECK(pointers(decode_new_ticket(R"({"subject": "a\nb"})", desk::Source::Api)) == "/subject ");
  CHECK(pointers(decode_new_ticket(R"({"subject": "a\u0000b"})", desk::Source::Api)) == "/subject ");
  CHECK(pointers(decode_new_ticket(R"({"subject": ")" + std::string(201, 'a') + "\"}", desk::Source::Api)) ==
        "/subject ");
  CHECK(pointers(decode_comment(R"({"text": "x", "visibility": "requester", "team": "soc"})",
                                desk::Visibility::Both)) == "/team ");
  CHECK(pointers(decode_handoff("{}")) == "/to_team /note ");
  CHECK(pointers(decode_wait(R"({"on": "godot"})")) == "/on ");
  CHECK(pointers(decode_wait("{}")) == "/on ");
  CHECK(pointers(decode_ticket_edit("{}")) == " ");
  CHECK(pointers(decode_nothing(R"({"a": 1})")) == "/a ");
}

TEST_CASE("a ruling may name the question that it answers") {
  CHECK(decode_ruling(R"({"team": "soc", "reason": "so", "question": 3})")->question == 3);
  CHECK_FALSE(decode_ruling(R"({"team": "soc", "reason": "so"})")->question);
  for (const char* wrong : {"0", "4294967296", "\"3\""}) {
    CHECK(pointers(decode_ruling(fmt::format(R"({{"team": "soc", "reason": "so", "question": {}}})", wrong))) ==
          "/question ");
  }
}

TEST_CASE("a text of the longest length fits, counted in characters") {
  std::string subject;
  for (int i = 0; i < 200; ++i) subject += "\xc3\xa9";
  CHECK(decode_new_ticket("{\"subject\": \"" + subject + "\"}", desk::Source::Api));
}

TEST_CASE("what is no JSON is malformed, and says where") {
  for (const std::string& body :
       {std::string(), std::string("{"), std::string("{\"subject\": \"a\",}"), std::string("{\"subject\": \"\xff\"}"),
        std::string("{\"subject\": 1, \"subject\": 2}"), std::string("{} x"), std::string(100'000, '['),
        std::string("{\"subject\": 1e999}"), std::string("{\"subject\": \"\\ud800\"}"), std::string("\0", 1)}) {
    CAPTURE(body.substr(0, 30));
    const auto decoded = decode_new_ticket(body, desk::Source::Api);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().status == 400);
    CHECK(decoded.error().type == "malformed-json");
  }
  CHECK(decode_note("{\n \"note\": tru}").error().detail.starts_with("line 2, column"));
}

TEST_CASE("an edit becomes the commands it means") {
  const auto commands = decode_ticket_edit(R"({"priority": "low", "category": "network"})");
  REQUIRE(commands);
  REQUIRE(commands->size() == 2);
  CHECK(std::get<desk::ChangeCategory>((*commands)[0]).to.text() == "network");
  CHECK(std::get<desk::ChangePriority>((*commands)[1]).to.text() == "low");
}

TEST_CASE("commands without a body take nothing or an empty object") {
  CHECK(decode_nothing(""));
  CHECK(decode_nothing("{}"));
  CHECK_FALSE(decode_nothing("[]"));
}

}  // namespace
}  // namespace tandem::wire
