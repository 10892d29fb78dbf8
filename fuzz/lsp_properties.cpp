#include "lsp_properties.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "base/check.h"
#include "base/utf8.h"
#include "lsp/server.h"

namespace tandem::fuzz {
namespace {

constexpr std::string_view kUri = "file:///fuzz/agreement.yaml";
constexpr std::string_view kDivider = "%%%% ";

std::vector<std::string> parts_of(std::string_view input) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < input.size();) {
    const std::size_t end = std::min(input.find('\n', at), input.size() - 1) + 1;
    const std::string_view line = input.substr(at, end - at);
    if (line.starts_with(kDivider)) {
      parts.emplace_back();
    } else {
      parts.back() += line;
    }
    at = end;
  }
  return parts;
}

void hold_span(const json::Value& range) {
  const auto span = lsp::span_in(&range);
  TANDEM_ENSURE(span && span->start <= span->end);
}

// Holds every range anywhere in a value. The depth is that of what the server makes.
void hold_ranges(const json::Value& value) {
  if (const auto* list = value.if_array()) {
    for (const auto& item : *list) hold_ranges(item);
  } else if (const auto* object = value.if_object()) {
    for (const auto& [key, member] : *object) {
      if (key == "range" || key == "selectionRange") hold_span(member);
      hold_ranges(member);
    }
  }
}

class Session {
 public:
  Session()
      : clock_(base::Instant::from_unix_s(1'793'512'800)),
        server_({.open_folder =
                     [](const std::string&) {
                       static const std::map<std::string, std::string> nothing;
                       return std::make_unique<agreement::MemoryReader>(nothing);
                     },
                 .clock = &clock_,
                 .version = "fuzz"}) {
    request("initialize", {{"capabilities", json::Object()}});
  }

  void request(std::string_view method, json::Value params) {
    send(json::to_text(
        json::Object{{"jsonrpc", "2.0"}, {"id", ++last_id_}, {"method", method}, {"params", std::move(params)}}));
  }
  void notify(std::string_view method, json::Value params) {
    send(json::to_text(json::Object{{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}}));
  }

  void send(std::string_view content) {
    if (server_.is_over()) return;
    const auto message = lsp::read_message(content);
    const bool is_request = message && message->id && !message->method.empty() && message->method != "$/cancelRequest";
    server_.receive(content);
    std::size_t answers = 0;
    for (const std::string& text : server_.proceed()) answers += hold(text) ? 1U : 0U;
    TANDEM_ENSURE(answers == (is_request || !message ? 1U : 0U));
  }

  void prove() {
    while (const auto proof = server_.take_proof()) {
      for (const std::string& text : server_.finish(*proof, proof->work_out())) static_cast<void>(hold(text));
    }
  }

 private:
  // Whether it is an answer.
  static bool hold(const std::string& text) {
    TANDEM_ENSURE(!base::find_bad_utf8(text));
    const auto message = json::parse(text, {.bytes = std::size_t{1} << 30U, .depth = 200});
    TANDEM_ENSURE(message.has_value());
    const auto& object = message->as_object();
    hold_ranges(*message);
    if (object.contains("method")) return false;
    TANDEM_ENSURE(object.contains("id") && object.contains("result") != object.contains("error"));
    if (object.contains("error")) TANDEM_ENSURE(object.at("error").as_object().at("code") != -32603);
    return true;
  }

  base::ManualClock clock_;
  lsp::Server server_;
  int last_id_ = 0;
};

void ask_everything(Session& session, std::string_view text, std::size_t offset) {
  const lsp::LineIndex lines(text);
  const auto place = lines.position(offset, lsp::Encoding::Utf16);
  const json::Value document = {{"uri", kUri}};
  const json::Value position = {{"line", place.line}, {"character", place.character}};
  for (const std::string_view method : {"textDocument/hover", "textDocument/completion", "textDocument/definition",
                                        "textDocument/documentHighlight", "textDocument/prepareRename"}) {
    session.request(method, {{"textDocument", document}, {"position", position}});
  }
  session.request("textDocument/references",
                  {{"textDocument", document}, {"position", position}, {"context", {{"includeDeclaration", true}}}});
  session.request("textDocument/rename", {{"textDocument", document}, {"position", position}, {"newName", "fuzzed"}});
  session.request("textDocument/codeAction",
                  {{"textDocument", document}, {"range", {{"start", position}, {"end", position}}}});
}

}  // namespace

void hold_lsp(std::string_view input) {
  // Longer texts only take longer.
  constexpr std::size_t kLongest = 64 * 1024;
  if (input.size() > kLongest || base::find_bad_utf8(input)) return;
  const auto parts = parts_of(input);
  const std::string& text = parts.front();
  Session session;
  session.notify("textDocument/didOpen", {{"textDocument", {{"uri", kUri}, {"version", 1}, {"text", text}}}});
  session.prove();
  ask_everything(session, text, text.size());
  ask_everything(session, text, text.size() / 2);
  session.request("textDocument/documentSymbol", {{"textDocument", {{"uri", kUri}}}});
  session.request("textDocument/formatting", {{"textDocument", {{"uri", kUri}}}});
  for (std::size_t i = 1; i < parts.size(); ++i) session.send(parts[i]);
}

}  // namespace tandem::fuzz
