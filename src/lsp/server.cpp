#include "lsp/server.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/check.h"
#include "lsp/capabilities.h"
#include "lsp/code_actions.h"
#include "lsp/completion.h"
#include "lsp/diagnostics.h"
#include "lsp/formatting.h"
#include "lsp/frames.h"
#include "lsp/hover.h"
#include "lsp/navigation.h"
#include "lsp/outline.h"
#include "lsp/rename.h"
#include "lsp/uri.h"

namespace tandem::lsp {
namespace {

std::unexpected<Failure> fail(ErrorCode code, std::string message) {
  return std::unexpected(Failure{code, std::move(message)});
}

std::optional<std::string> document_path(const json::Value& params) {
  const auto uri = text_at(params, {"textDocument", "uri"});
  return uri ? path_of(*uri) : std::nullopt;
}

}  // namespace

void Server::receive(std::string_view content) {
  auto message = read_message(content);
  if (message && message->method == "$/cancelRequest") {
    const json::Value* id = at(message->params, {"id"});
    if (id == nullptr) return;
    const auto waits = [&](const auto& each) { return each && each->id && *each->id == *id; };
    if (std::ranges::any_of(waiting_, waits)) cancelled_.insert(json::to_text(*id));
    return;
  }
  waiting_.push_back(std::move(message));
}

void Server::receive_too_large() {
  waiting_.push_back(std::unexpected(BadMessage{
      nullptr, {ErrorCode::InvalidRequest, fmt::format("a message is longer than {} bytes", kMessageBytes)}}));
}

std::vector<std::string> Server::proceed() {
  while (!waiting_.empty() && !is_over()) {
    const auto message = std::move(waiting_.front());
    waiting_.pop_front();
    if (message) {
      work(*message);
    } else {
      send(error_text(message.error().id, message.error().failure));
    }
  }
  if (stage_ == Stage::Running) settle();
  return std::exchange(out_, {});
}

void Server::log(std::string_view message) {
  send(notification_text("window/logMessage", {{"type", 1}, {"message", message}}));
}

void Server::work(const Message& message) {
  if (message.method.empty()) return;  // an answer to what we asked; nothing depends on it
  if (message.id) {
    answer(message);
  } else {
    take(message);
  }
}

void Server::answer(const Message& request) {
  if (cancelled_.erase(json::to_text(*request.id)) > 0) {
    send(error_text(*request.id, {ErrorCode::RequestCancelled, "the request was cancelled"}));
    return;
  }
  Outcome outcome = fail(ErrorCode::InternalError, "");
  try {
    outcome = outcome_of(request);
  } catch (const base::InternalError& error) {
    outcome = fail(ErrorCode::InternalError, fmt::format("this is a bug in Tandem: {}", error.what()));
  }
  send(outcome ? result_text(*request.id, *std::move(outcome)) : error_text(*request.id, outcome.error()));
}

Outcome Server::outcome_of(const Message& request) {
  const std::string_view method = request.method;
  if (stage_ == Stage::ShutDown) return fail(ErrorCode::InvalidRequest, "the server has been shut down");
  if (method == "initialize") {
    if (stage_ != Stage::Begin) return fail(ErrorCode::InvalidRequest, "the server has been initialized already");
    return initialize(request.params);
  }
  if (stage_ == Stage::Begin) return fail(ErrorCode::ServerNotInitialized, "`initialize` comes first");
  if (method == "shutdown") {
    stage_ = Stage::ShutDown;
    was_shut_down_ = true;
    return json::Value(nullptr);
  }
  if (!is_offered(method)) return fail(ErrorCode::MethodNotFound, fmt::format("there is no method `{}`", method));
  return answer_about_document(method, request.params);
}

Outcome Server::initialize(const json::Value& params) {
  if (!params.is_object()) return fail(ErrorCode::InvalidParams, "`initialize` has no parameters");
  client_ = client_of(params);
  stage_ = Stage::Running;
  return capabilities(client_, workspace_.world().version);
}

Outcome Server::answer_about_document(std::string_view method, const json::Value& params) {
  const auto path = document_path(params);
  if (!path) return fail(ErrorCode::InvalidParams, "`textDocument.uri` is not the address of a file");
  const OpenDocument* document = workspace_.document(*path);
  if (document == nullptr) return fail(ErrorCode::InvalidParams, fmt::format("{} is not open", *path));
  if (method == "textDocument/formatting") return formatting(*document, client_.encoding);
  if (method == "textDocument/documentSymbol") return outline(*document, client_);

  workspace_.refresh();
  const Studied* studied = workspace_.agreement_of(*path);
  const auto position = position_in(at(params, {"position"}));
  if (method == "textDocument/completion") {
    if (!position) return fail(ErrorCode::InvalidParams, "`position` is missing");
    if (studied == nullptr) return json::Value(nullptr);
    const std::string& text = document->document.text();
    const auto offset = static_cast<std::uint32_t>(LineIndex(text).offset(*position, client_.encoding));
    return completion(*studied, text, offset, client_.encoding,
                      [&] { return workspace_.files_to_include(*studied, *path); });
  }
  const auto file = studied == nullptr ? std::nullopt : studied->file_of(*path);
  if (!file) return json::Value(nullptr);
  View view{.studied = *studied,
            .compiled = *studied->text,
            .locations = Locations(studied->text->sources, studied->folder, workspace_, client_.encoding),
            .file = *file,
            .now = workspace_.world().clock->now()};
  if (method == "textDocument/codeAction") return code_actions(view, params, client_);
  if (method == "textDocument/documentLink") return links(view);
  if (!position) return fail(ErrorCode::InvalidParams, "`position` is missing");
  view.offset = view.locations.offset(*file, *position);
  return answer_at_place(method, params, view);
}

Outcome Server::answer_at_place(std::string_view method, const json::Value& params, const View& view) {
  if (method == "textDocument/hover") return hover(view, client_);
  if (method == "textDocument/definition") return definition(view);
  if (method == "textDocument/documentHighlight") return highlights(view);
  if (method == "textDocument/references") {
    const bool with = is_true_at(params, {"context", "includeDeclaration"});
    return references(view, with ? Declarations::Include : Declarations::LeaveOut);
  }
  if (method == "textDocument/prepareRename") return prepare_rename(view);
  TANDEM_ENSURE(method == "textDocument/rename");
  const auto name = text_at(params, {"newName"});
  if (!name) return fail(ErrorCode::InvalidParams, "`newName` is missing");
  return rename(view, std::string(*name), client_);
}

void Server::take(const Message& notification) {
  const std::string_view method = notification.method;
  if (method == "exit") {
    stage_ = Stage::Over;
    return;
  }
  if (stage_ != Stage::Running) return;
  if (method == "initialized") {
    if (client_.watches_files) watch_files();
  } else if (method == "textDocument/didOpen") {
    open(notification.params);
  } else if (method == "textDocument/didChange") {
    change(notification.params);
  } else if (method == "textDocument/didClose") {
    close(notification.params);
  } else if (method == "workspace/didChangeWatchedFiles" || method == "textDocument/didSave") {
    workspace_.disk_changed();
  }
}

void Server::watch_files() {
  const json::Object watcher{{"globPattern", "**/*.{yaml,yml}"}};
  const json::Object registration{{"id", "agreements"},
                                  {"method", "workspace/didChangeWatchedFiles"},
                                  {"registerOptions", {{"watchers", json::Array{watcher}}}}};
  send(request_text("watch", "client/registerCapability", {{"registrations", json::Array{registration}}}));
}

void Server::open(const json::Value& params) {
  const auto path = document_path(params);
  const auto text = text_at(params, {"textDocument", "text"});
  if (!path || !text) return;
  const json::Value* version = at(params, {"textDocument", "version"});
  workspace_.open(std::string(*text_at(params, {"textDocument", "uri"})), *path, std::string(*text),
                  version != nullptr && version->is_int64() ? version->get_int64() : 0);
}

void Server::change(const json::Value& params) {
  const auto path = document_path(params);
  const json::Value* changes = at(params, {"contentChanges"});
  if (!path || changes == nullptr || !changes->is_array()) return;
  const json::Value* said = at(params, {"textDocument", "version"});
  const std::int64_t version = said != nullptr && said->is_int64() ? said->get_int64() : 0;
  for (const json::Value& change : changes->get_array()) {
    const auto text = text_at(change, {"text"});
    const json::Value* range = at(change, {"range"});
    const auto span = span_in(range);
    if (!text || (range != nullptr && !range->is_null() && !span)) return;  // the rest would be of another text
    if (!workspace_.change(*path, version, span, std::string(*text), client_.encoding)) return;
  }
}

void Server::close(const json::Value& params) {
  if (const auto path = document_path(params)) workspace_.close(*path);
}

void Server::settle() {
  workspace_.refresh();
  for (auto& [root, studied] : workspace_.agreements()) {
    if (std::exchange(studied.is_new, false)) publish(studied);
  }
  withdraw_unused();
}

std::vector<std::string> Server::give_up(const Proof& proof, std::string_view why) {
  log(fmt::format("{}: the agreement could not be proved: {}", proof.agreement, why));
  return std::exchange(out_, {});
}

void Server::publish(const Studied& studied) {
  if (!studied.fault.empty()) log(studied.fault);
  const Locations locations(studied.text->sources, studied.folder, workspace_, client_.encoding);
  for (auto& [path, params] : diagnostics_of(studied, locations, client_)) {
    std::string message = notification_text("textDocument/publishDiagnostics", params);
    std::string& known = published_[path];
    if (known == message) continue;
    known = message;
    send(std::move(message));
  }
}

void Server::withdraw_unused() {
  std::erase_if(published_, [&](const auto& entry) {
    if (workspace_.agreement_of(entry.first) != nullptr) return false;
    const OpenDocument* open = workspace_.document(entry.first);
    const std::string uri = open == nullptr ? uri_of(entry.first) : open->uri;
    send(notification_text("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", json::Array()}}));
    return true;
  });
}

std::vector<std::string> Server::finish(const Proof& proof, std::shared_ptr<const agreement::Compiled> compiled) {
  const Studied* studied = workspace_.finish(proof, std::move(compiled));
  if (studied != nullptr && stage_ == Stage::Running) publish(*studied);
  return std::exchange(out_, {});
}

}  // namespace tandem::lsp
