// An editor for tests: files in memory, a clock that stands still, and texts whose cursor is written as `<|>`.
//
//   TestClient client({{"agreement.yaml", text}});
//   client.open("agreement.yaml");
//   client.at("teams:\n  desk: {lead: pri<|>ya}", "textDocument/hover")     // opens the text and asks about the place
#pragma once

#include <doctest/doctest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "lsp/server.h"
#include "lsp/uri.h"

namespace tandem::lsp {

// Sunday, two in the morning in New York.
inline constexpr std::int64_t kTestNow = 1'793'512'800;  // 2026-11-01T06:00:00Z

class TestClient {
 public:
  using Files = std::map<std::string, std::string>;

  explicit TestClient(Files files = {}, const json::Value& capabilities = everything())
      : disk_(std::move(files)), clock_(base::Instant::from_unix_s(kTestNow)), server_(world()) {
    const json::Value answer = request("initialize", {{"capabilities", capabilities}});
    capabilities_ = answer.as_object().at("capabilities");
    notify("initialized", json::Object());
  }

  static json::Value everything() {
    return {
        {"textDocument",
         {{"publishDiagnostics",
           {{"relatedInformation", true}, {"codeDescriptionSupport", true}, {"tagSupport", {{"valueSet", {1, 2}}}}}},
          {"hover", {{"contentFormat", json::Array{"markdown"}}}},
          {"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}},
          {"codeAction", {{"codeActionLiteralSupport", json::Object()}}}}},
        {"workspace", {{"workspaceEdit", {{"documentChanges", true}}}}}};
  }

  static std::string uri(const std::string& name) { return uri_of("/srv/acme/" + name); }

  // ---- messages ----

  json::Value request(std::string_view method, json::Value params) {
    const int id = ++last_id_;
    server_.receive(
        json::to_text(json::Object{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}}));
    take(server_.proceed());
    const auto found = answers_.find(id);
    REQUIRE(found != answers_.end());
    return found->second.contains("result") ? found->second.at("result") : json::Value(found->second.at("error"));
  }
  void notify(std::string_view method, json::Value params) {
    receive(json::to_text(json::Object{{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}}));
  }
  // A message as it is.
  std::vector<json::Value> receive(std::string_view content) {
    server_.receive(content);
    return take(server_.proceed());
  }
  // Does what would be done on another thread.
  void prove() {
    while (auto proof = server_.take_proof()) take(server_.finish(*proof, proof->work_out()));
  }

  // ---- documents ----

  void open(const std::string& name) { open(name, disk_.at(name)); }
  void open(const std::string& name, const std::string& text) {
    texts_[name] = text;
    notify("textDocument/didOpen",
           {{"textDocument", {{"uri", uri(name)}, {"languageId", "yaml"}, {"version", ++version_}, {"text", text}}}});
  }
  void change(const std::string& name, const std::string& text) {
    texts_[name] = text;
    notify("textDocument/didChange", {{"textDocument", {{"uri", uri(name)}, {"version", ++version_}}},
                                      {"contentChanges", json::Array{json::Object{{"text", text}}}}});
  }
  void replace(const std::string& name, const Span& span, const std::string& text) {
    notify("textDocument/didChange",
           {{"textDocument", {{"uri", uri(name)}, {"version", ++version_}}},
            {"contentChanges", json::Array{json::Object{{"range", to_json(span)}, {"text", text}}}}});
  }
  void close(const std::string& name) { notify("textDocument/didClose", {{"textDocument", {{"uri", uri(name)}}}}); }

  // The position of `<|>` in the text, and the text without it.
  static std::pair<std::string, Position> cursor(std::string text) {
    const auto at = text.find("<|>");
    REQUIRE(at != std::string::npos);
    text.erase(at, 3);
    return {text, LineIndex(text).position(at, Encoding::Utf16)};
  }
  // Opens the text as agreement.yaml, proves it, and asks.
  json::Value at(const std::string& marked, std::string_view method, json::Object more = {}) {
    const auto [text, position] = cursor(marked);
    if (texts_.contains("agreement.yaml")) {
      change("agreement.yaml", text);
    } else {
      open("agreement.yaml", text);
    }
    prove();
    return ask("agreement.yaml", position, method, std::move(more));
  }
  json::Value ask(const std::string& name, Position position, std::string_view method, json::Object more = {}) {
    more["textDocument"] = json::Object{{"uri", uri(name)}};
    more["position"] = json::Object{{"line", position.line}, {"character", position.character}};
    return request(method, std::move(more));
  }

  // ---- what came back ----

  // "line:column-line:column severity code message", of the last diagnostics of the file; lines and columns from 1.
  [[nodiscard]] std::vector<std::string> diagnostics(const std::string& name) const {
    std::vector<std::string> all;
    const auto found = diagnostics_.find(uri(name));
    if (found == diagnostics_.end()) return {"none published"};
    for (const auto& each : found->second.at("diagnostics").as_array()) {
      const auto& d = each.as_object();
      all.push_back(fmt::format("{} {} {}: {}", place(d.at("range")), d.at("severity").as_int64(),
                                std::string_view(d.at("code").as_string()),
                                std::string_view(d.at("message").as_string())));
    }
    return all;
  }
  [[nodiscard]] const json::Object& published(const std::string& name) const { return diagnostics_.at(uri(name)); }
  [[nodiscard]] int publications() const { return publications_; }
  [[nodiscard]] const json::Value& capabilities() const { return capabilities_; }
  [[nodiscard]] const std::vector<json::Value>& requests() const { return requests_; }
  Server& server() { return server_; }
  std::map<std::string, std::string>& disk() { return disk_; }

  static std::string words(const json::Value& value) { return std::string(value.as_string()); }
  static std::string place(const json::Value& range) {
    const auto one = [](const json::Value& position) {
      return fmt::format("{}:{}", position.as_object().at("line").as_int64() + 1,
                         position.as_object().at("character").as_int64() + 1);
    };
    return one(range.as_object().at("start")) + "-" + one(range.as_object().at("end"));
  }

 private:
  World world() {
    return {.open_folder = [this](const std::string& folder) -> std::unique_ptr<agreement::FileReader> {
              static const std::map<std::string, std::string> nothing;
              return std::make_unique<agreement::MemoryReader>(folder == "/srv/acme/" ? disk_ : nothing);
            },
            .clock = &clock_,
            .version = "test"};
  }

  std::vector<json::Value> take(const std::vector<std::string>& messages) {
    std::vector<json::Value> all;
    for (const std::string& text : messages) {
      auto message = json::parse(text, {.bytes = 64 * 1024 * 1024, .depth = 100});
      REQUIRE(message.has_value());
      const auto& object = message->as_object();
      if (object.contains("method") && object.at("method") == "textDocument/publishDiagnostics") {
        ++publications_;
        const auto& params = object.at("params").as_object();
        diagnostics_[std::string(params.at("uri").as_string())] = params;
      } else if (object.contains("method")) {
        requests_.push_back(*message);
      } else if (object.at("id").is_int64()) {
        answers_[object.at("id").as_int64()] = object;
      }
      all.push_back(*std::move(message));
    }
    return all;
  }

  std::map<std::string, std::string> disk_;
  base::ManualClock clock_;
  Server server_;
  json::Value capabilities_;
  std::map<std::int64_t, json::Object> answers_;
  std::map<std::string, json::Object> diagnostics_;
  std::vector<json::Value> requests_;
  std::map<std::string, std::string> texts_;
  int last_id_ = 0;
  int version_ = 0;
  int publications_ = 0;
};

// A whole agreement without a fault. `{0}` is put into the teams, so that tests can write there.
inline std::string small_agreement(std::string_view team_keys = "") {
  return fmt::format(R"(tandem: 1
engagement: acme
name: Acme and Northbeam
time_zone: America/New_York
effective: 2026-10-01
review: {{every: 3 months, by: [ann, priya]}}
disputes: {{decide_within: 1 day, path: [[ann, priya]]}}
parties:
  acme: {{kind: client, name: Acme}}
  northbeam: {{kind: provider, name: Northbeam IT}}
calendars:
  office: {{mon-fri: "08:00-17:30", holidays: us-federal}}
  always: {{mon-sun: "00:00-24:00"}}
people:
  ann: {{party: acme, name: Ann Lee, title: IT manager}}
  bob: {{party: acme, name: Bob Ray}}
  priya: {{party: northbeam, name: Priya Raman}}
  sam: {{party: northbeam, name: Sam Okafor}}
teams:
  acme-it: {{party: acme, lead: ann, members: [ann, bob], hours: office, cover: [desk]}}
  desk: {{party: northbeam, lead: priya, members: [priya, sam], hours: always{}}}
functions:
  help:
    activities:
      routine: {{responsible: desk, accountable: priya, deputy: sam, informed: [acme-it]}}
      special: {{responsible: acme-it, accountable: ann, deputy: bob}}
categories:
  hardware:
    laptop: help.special
  other: help.routine
routing:
  - {{name: laptops at night, when: {{category: hardware.laptop, requester: vip, hours: not office}}, to: desk}}
targets:
  high: {{respond: 15 min, clock: always}}
  normal: {{respond: 4 hours, clock: always}}
escalations:
  high: [{{after: 5 min, tell: lead}}, {{after: 10 min, tell: [ann, priya]}}]
  default: [{{after: 30 min, tell: [ann, priya]}}]
)",
                     team_keys);
}

}  // namespace tandem::lsp
