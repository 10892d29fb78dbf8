// JSON-RPC 2.0 as LSP 3.17 uses it: one object a message, no batches.
//
//   const auto message = read_message(content);
//   if (!message) return error_text(message.error().id, message.error().failure);
//   return result_text(*message->id, {{"contents", …}});
//
// Pure.
#pragma once

#include <boost/json/value.hpp>
#include <expected>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "json/json.h"
#include "lsp/text_document.h"

namespace tandem::lsp {

enum class ErrorCode : int {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  InternalError = -32603,
  ServerNotInitialized = -32002,
  RequestFailed = -32803,
  RequestCancelled = -32800,
};

struct Failure {
  ErrorCode code{};
  std::string message;
};
using Outcome = std::expected<json::Value, Failure>;

struct Message {
  std::optional<json::Value> id;  // a request has one, a notification has none
  std::string method;             // empty: an answer to a request of ours
  json::Value params;
};

struct BadMessage {
  json::Value id;  // null when it could not be told
  Failure failure;
};

[[nodiscard]] std::expected<Message, BadMessage> read_message(std::string_view content);

[[nodiscard]] std::string result_text(const json::Value& id, json::Value result);
[[nodiscard]] std::string error_text(const json::Value& id, const Failure& failure);
[[nodiscard]] std::string notification_text(std::string_view method, json::Value params);
[[nodiscard]] std::string request_text(std::string_view id, std::string_view method, json::Value params);

// The value on the way of keys, or null: at(params, {"textDocument", "uri"}).
[[nodiscard]] const json::Value* at(const json::Value& value, std::initializer_list<std::string_view> way);
[[nodiscard]] std::optional<std::string_view> text_at(const json::Value& value,
                                                      std::initializer_list<std::string_view> way);
[[nodiscard]] bool is_true_at(const json::Value& value, std::initializer_list<std::string_view> way);
// Whether the list there has the word.
[[nodiscard]] bool has_word_at(const json::Value& value, std::initializer_list<std::string_view> way,
                               std::string_view word);
// Lines and characters from 0; nothing when one is no such number.
[[nodiscard]] std::optional<Position> position_in(const json::Value* value);
[[nodiscard]] std::optional<Span> span_in(const json::Value* value);
[[nodiscard]] json::Value to_json(const Span& span);

}  // namespace tandem::lsp
