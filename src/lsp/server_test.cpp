#include "lsp/server.h"

#include <doctest/doctest.h>

#include "lsp/test_client.h"

namespace tandem::lsp {
namespace {

using Lines = std::vector<std::string>;

std::string code_of(const std::vector<json::Value>& answers) {
  REQUIRE(answers.size() == 1);
  const auto& error = answers.front().as_object().at("error").as_object();
  return fmt::format("{} {}", error.at("code").as_int64(), std::string_view(error.at("message").as_string()));
}

TEST_CASE("the server says what it offers, and which units it counts") {
  TestClient client;
  const auto& offered = client.capabilities().as_object();
  CHECK(offered.at("positionEncoding") == "utf-16");
  CHECK(offered.at("hoverProvider") == true);
  CHECK(offered.at("textDocumentSync").as_object().at("change") == 2);
  const json::Value prefers_bytes = {{"general", {{"positionEncodings", json::Array{"utf-8", "utf-16"}}}}};
  TestClient bytes({}, prefers_bytes);
  CHECK(bytes.capabilities().as_object().at("positionEncoding") == "utf-8");
  const json::Value unknown = {{"general", {{"positionEncodings", json::Array{"utf-7"}}}}};
  CHECK(TestClient({}, unknown).capabilities().as_object().at("positionEncoding") == "utf-16");
}

TEST_CASE("what is no message is answered as the protocol has it") {
  TestClient client;
  CHECK(code_of(client.receive("{")).starts_with("-32700 the message is not JSON"));
  CHECK(code_of(client.receive("[]")) == "-32600 a message is one object");
  CHECK(code_of(client.receive("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}]")).starts_with("-32600"));
  CHECK(code_of(client.receive(R"({"id":1,"method":"x"})")) == "-32600 `jsonrpc` is not \"2.0\"");
  CHECK(code_of(client.receive(R"({"jsonrpc":"2.0","id":{},"method":"x"})")) == "-32600 an `id` is a number or a text");
  CHECK(code_of(client.receive(R"({"jsonrpc":"2.0","id":1})")).starts_with("-32600 a message has"));
  CHECK(code_of(client.receive(R"({"jsonrpc":"2.0","id":1,"method":7})")) == "-32600 `method` is not a text");
  CHECK(code_of(client.receive(R"({"jsonrpc":"2.0","id":1,"method":"textDocument/dance"})")) ==
        "-32601 there is no method `textDocument/dance`");
  CHECK(code_of(client.receive(R"({"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":3})"))
            .starts_with("-32602"));
  CHECK(code_of(client.receive(R"({"jsonrpc":"2.0","id":"a","method":"initialize","params":{}})"))
            .starts_with("-32600 the server has been initialized"));
  CHECK(client.receive(R"({"jsonrpc":"2.0","method":"$/unknown"})").empty());
  CHECK(client.receive(R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}})").empty());
  CHECK(client.receive(R"({"jsonrpc":"2.0","id":9,"result":null})").empty());
  client.server().receive_too_large();
  CHECK(client.server().proceed().size() == 1);
}

TEST_CASE("nothing is answered before initialize and after shutdown") {
  Server server({.open_folder = {}, .clock = nullptr, .version = "test"});
  server.receive(R"({"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}})");
  CHECK(server.proceed().front().contains("-32002"));
  CHECK(server.exit_status() == 1);

  TestClient client;
  CHECK(client.request("shutdown", nullptr).is_null());
  CHECK(code_of(client.receive(R"({"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{}})"))
            .starts_with("-32600 the server has been shut down"));
  CHECK_FALSE(client.server().is_over());
  CHECK(client.receive(R"({"jsonrpc":"2.0","method":"exit"})").empty());
  CHECK(client.server().is_over());
  CHECK(client.server().exit_status() == 0);
}

TEST_CASE("a request that is cancelled while it waits is not worked on") {
  TestClient client({{"agreement.yaml", small_agreement()}});
  client.open("agreement.yaml");
  const auto ask = [&](std::string_view id) {
    client.server().receive(fmt::format(
        R"({{"jsonrpc":"2.0","id":{},"method":"textDocument/documentLink","params":{{"textDocument":{{"uri":"{}"}}}}}})",
        id, TestClient::uri("agreement.yaml")));
  };
  ask("101");
  ask("\"x\"");
  ask("103");
  client.server().receive(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"x"}})");
  client.server().receive(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":999}})");
  const auto answers = client.server().proceed();
  REQUIRE(answers.size() == 3);
  CHECK(answers[0].contains("\"result\""));
  CHECK(answers[1].contains("-32800"));
  CHECK(answers[2].contains("\"result\""));
}

TEST_CASE("of several changes that wait only the last is compiled") {
  TestClient client({{"agreement.yaml", small_agreement()}});
  client.open("agreement.yaml");
  const int before = client.publications();
  const auto change = [&](int version, std::string_view text) {
    client.server().receive(json::to_text(
        json::Object{{"jsonrpc", "2.0"},
                     {"method", "textDocument/didChange"},
                     {"params",
                      {{"textDocument", {{"uri", TestClient::uri("agreement.yaml")}, {"version", version}}},
                       {"contentChanges", json::Array{json::Object{{"text", text}}}}}}}));
  };
  change(10, small_agreement(", membrs: [sam]"));
  change(11, small_agreement(", lead: sam"));
  change(12, small_agreement(", minimum: lots"));
  client.receive(R"({"jsonrpc":"2.0","method":"$/nothing"})");
  CHECK(client.publications() == before + 1);
  CHECK(client.published("agreement.yaml").at("version") == 12);
  REQUIRE(client.diagnostics("agreement.yaml").size() == 1);
  CHECK(client.diagnostics("agreement.yaml").front().contains("bad-value: `lots` is not a whole number"));
}

TEST_CASE("a question between a change and its findings does not swallow them") {
  TestClient client({{"agreement.yaml", small_agreement()}});
  client.open("agreement.yaml");
  client.server().receive(json::to_text(
      json::Object{{"jsonrpc", "2.0"},
                   {"method", "textDocument/didChange"},
                   {"params",
                    {{"textDocument", {{"uri", TestClient::uri("agreement.yaml")}, {"version", 7}}},
                     {"contentChanges", json::Array{json::Object{{"text", small_agreement(", minimum: lots")}}}}}}}));
  CHECK_FALSE(client.ask("agreement.yaml", {20, 5}, "textDocument/hover").is_null());
  CHECK(client.diagnostics("agreement.yaml").size() == 1);
}

TEST_CASE("findings are published while somebody types, and withdrawn") {
  TestClient client({{"agreement.yaml", small_agreement()}});
  client.open("agreement.yaml");
  CHECK(client.diagnostics("agreement.yaml").empty());
  client.change("agreement.yaml", small_agreement(", covr: [acme-it]"));
  REQUIRE(client.diagnostics("agreement.yaml").size() == 1);
  CHECK(client.diagnostics("agreement.yaml")
            .front()
            .starts_with("21:79-21:83 1 unknown-key: unknown key `covr` in a team"));
  const auto& shown = client.published("agreement.yaml").at("diagnostics").as_array().front().as_object();
  CHECK(shown.at("source") == "tandem");
  CHECK(shown.at("codeDescription").as_object().at("href") == "https://tandem.example/diagnostics/unknown-key");
  client.change("agreement.yaml", small_agreement());
  CHECK(client.diagnostics("agreement.yaml").empty());
  client.close("agreement.yaml");
  CHECK(client.diagnostics("agreement.yaml").empty());
}

TEST_CASE("what the policy tells follows, and stays in place while the text is edited around it") {
  // Nobody covers at night: only the compiled policy can tell.
  std::string text = small_agreement();
  text.replace(text.find(", cover: [desk]"), 15, "");
  text.replace(text.find("hours: not office"), 17, "hours: office");
  text.insert(text.find("  acme-it:"), "  # the client's own\n");
  TestClient client({{"agreement.yaml", text}});
  client.open("agreement.yaml");
  const auto late = [&] {
    Lines found;
    for (const auto& line : client.diagnostics("agreement.yaml")) {
      if (line.contains("uncovered-hours")) found.push_back(line);
    }
    return found;
  };
  CHECK(late().empty());
  client.prove();
  REQUIRE(late().size() == 1);
  const std::string first = late().front();
  // A line more above: it moves down, although nothing has been proved again.
  client.replace("agreement.yaml", {{0, 0}, {0, 0}}, "# a line more\n");
  REQUIRE(late().size() == 1);
  CHECK(late().front().substr(first.find(' ')) == first.substr(first.find(' ')));
  CHECK(late().front() != first);
  client.prove();
  CHECK(late().size() == 1);
  // An error in the text: nothing is known of an agreement that does not hold together.
  client.replace("agreement.yaml", {{1, 0}, {1, 6}}, "tndem");
  CHECK(late().empty());
}

TEST_CASE("what the text could do without is tagged so") {
  TestClient client({{"agreement.yaml", small_agreement()}});
  client.open("agreement.yaml");
  client.prove();
  REQUIRE(client.diagnostics("agreement.yaml").size() == 1);
  const auto& shown = client.published("agreement.yaml").at("diagnostics").as_array().front().as_object();
  CHECK(shown.at("code") == "redundant-rule");
  CHECK(shown.at("severity") == 2);
  CHECK(shown.at("tags").as_array().front() == 1);
}

TEST_CASE("a proof of an older text changes no diagnostics") {
  TestClient client({{"agreement.yaml", small_agreement()}});
  client.open("agreement.yaml");
  const auto proof = client.server().take_proof();
  REQUIRE(proof.has_value());
  client.change("agreement.yaml", small_agreement(", minimum: 1"));
  CHECK(client.server().finish(*proof, proof->work_out()).empty());
  CHECK(client.server().take_proof().has_value());
}

TEST_CASE("open files count instead of those on disk, in every file of the agreement") {
  TestClient client(
      {{"agreement.yaml", "include: [people.yaml]\n" + small_agreement()}, {"people.yaml", "sites: [north]\n"}});
  client.open("people.yaml");
  CHECK(client.diagnostics("agreement.yaml").empty());
  client.change("people.yaml", "sites: [North]\n");
  REQUIRE(client.diagnostics("people.yaml").size() == 1);
  CHECK(client.diagnostics("people.yaml").front().contains("bad-value"));
  // Its own file alone is no agreement, and what is on disk is asked again when it changes.
  client.disk()["agreement.yaml"] = "include: [people.yaml]\nsites: [north]\n" + small_agreement();
  client.notify("workspace/didChangeWatchedFiles", {{"changes", json::Array()}});
  CHECK(client.diagnostics("agreement.yaml").empty());
  client.change("people.yaml", "sites: [north]\n");
  REQUIRE(client.diagnostics("people.yaml").size() == 1);
  CHECK(client.diagnostics("people.yaml").front().contains("duplicate-key"));
  const auto& related =
      client.published("people.yaml").at("diagnostics").as_array().front().as_object().at("relatedInformation");
  CHECK(TestClient::words(related.as_array().front().as_object().at("location").as_object().at("uri")) ==
        TestClient::uri("agreement.yaml"));
}

TEST_CASE("YAML that is no agreement is left alone") {
  TestClient client(TestClient::Files{{"compose.yaml", "services: {a: [}\n"}});
  client.open("compose.yaml");
  CHECK(client.diagnostics("compose.yaml") == Lines{"none published"});
  CHECK(client.ask("compose.yaml", {0, 3}, "textDocument/hover").is_null());
}

TEST_CASE("changes on disk are watched where the client can") {
  const json::Value watching = {{"workspace", {{"didChangeWatchedFiles", {{"dynamicRegistration", true}}}}}};
  TestClient client({}, watching);
  REQUIRE(client.requests().size() == 1);
  CHECK(client.requests().front().as_object().at("method") == "client/registerCapability");
  CHECK(TestClient().requests().empty());
}

}  // namespace
}  // namespace tandem::lsp
