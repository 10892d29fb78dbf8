#include "lsp/rpc.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <limits>

#include "lsp/frames.h"

namespace tandem::lsp {
namespace {

constexpr std::size_t kDepth = 64;

std::unexpected<BadMessage> bad(json::Value id, ErrorCode code, std::string message) {
  return std::unexpected(BadMessage{std::move(id), {code, std::move(message)}});
}

std::optional<std::uint32_t> whole_number(const json::Value* value) {
  if (value == nullptr) return std::nullopt;
  // Clients mean "the end of the line" by numbers as large as they have.
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  if (const auto* number = value->if_int64(); number != nullptr && *number >= 0) {
    return static_cast<std::uint32_t>(std::min(*number, kMost));
  }
  if (value->is_uint64()) return static_cast<std::uint32_t>(kMost);
  return std::nullopt;
}

}  // namespace

std::expected<Message, BadMessage> read_message(std::string_view content) {
  auto value = json::parse(content, {.bytes = kMessageBytes, .depth = kDepth});
  if (!value) return bad(nullptr, ErrorCode::ParseError, "the message is not JSON: " + value.error().message);
  auto* object = value->if_object();
  if (object == nullptr) return bad(nullptr, ErrorCode::InvalidRequest, "a message is one object");
  Message message;
  if (auto* id = object->if_contains("id")) {
    const bool usable = id->is_string() || id->is_int64() || id->is_uint64();
    if (usable) message.id = *id;
    if (!usable && !id->is_null()) return bad(nullptr, ErrorCode::InvalidRequest, "an `id` is a number or a text");
  }
  const json::Value id = message.id ? *message.id : json::Value(nullptr);
  const auto* version = object->if_contains("jsonrpc");
  if (version == nullptr || !version->is_string() || version->get_string() != "2.0") {
    return bad(id, ErrorCode::InvalidRequest, "`jsonrpc` is not \"2.0\"");
  }
  if (const auto* method = object->if_contains("method")) {
    if (!method->is_string()) return bad(id, ErrorCode::InvalidRequest, "`method` is not a text");
    message.method = method->get_string();
    if (message.method.empty()) return bad(id, ErrorCode::InvalidRequest, "`method` is empty");
  } else if (!object->contains("result") && !object->contains("error")) {
    return bad(id, ErrorCode::InvalidRequest, "a message has a `method`, a `result` or an `error`");
  }
  if (auto* params = object->if_contains("params")) message.params = std::move(*params);
  return message;
}

std::string result_text(const json::Value& id, json::Value result) {
  return json::to_text(json::Object{{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

std::string error_text(const json::Value& id, const Failure& failure) {
  return json::to_text(
      json::Object{{"jsonrpc", "2.0"},
                   {"id", id},
                   {"error", {{"code", static_cast<int>(failure.code)}, {"message", failure.message}}}});
}

std::string notification_text(std::string_view method, json::Value params) {
  return json::to_text(json::Object{{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

std::string request_text(std::string_view id, std::string_view method, json::Value params) {
  return json::to_text(json::Object{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}});
}

const json::Value* at(const json::Value& value, std::initializer_list<std::string_view> way) {
  const json::Value* here = &value;
  for (const std::string_view key : way) {
    const auto* object = here->if_object();
    here = object == nullptr ? nullptr : object->if_contains(key);
    if (here == nullptr) return nullptr;
  }
  return here;
}

std::optional<std::string_view> text_at(const json::Value& value, std::initializer_list<std::string_view> way) {
  const json::Value* found = at(value, way);
  if (found == nullptr || !found->is_string()) return std::nullopt;
  return std::string_view(found->get_string());
}

bool is_true_at(const json::Value& value, std::initializer_list<std::string_view> way) {
  const json::Value* found = at(value, way);
  return found != nullptr && found->is_bool() && found->get_bool();
}

bool has_word_at(const json::Value& value, std::initializer_list<std::string_view> way, std::string_view word) {
  const json::Value* found = at(value, way);
  const auto* list = found == nullptr ? nullptr : found->if_array();
  if (list == nullptr) return false;
  return std::ranges::any_of(*list,
                             [&](const json::Value& item) { return item.is_string() && item.get_string() == word; });
}

std::optional<Position> position_in(const json::Value* value) {
  if (value == nullptr) return std::nullopt;
  const auto line = whole_number(at(*value, {"line"}));
  const auto character = whole_number(at(*value, {"character"}));
  if (!line || !character) return std::nullopt;
  return Position{*line, *character};
}

std::optional<Span> span_in(const json::Value* value) {
  if (value == nullptr) return std::nullopt;
  const auto start = position_in(at(*value, {"start"}));
  const auto end = position_in(at(*value, {"end"}));
  if (!start || !end) return std::nullopt;
  return Span{*start, *end};
}

json::Value to_json(const Span& span) {
  return {{"start", {{"line", span.start.line}, {"character", span.start.character}}},
          {"end", {{"line", span.end.line}, {"character", span.end.character}}}};
}

}  // namespace tandem::lsp
