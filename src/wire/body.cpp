#include "wire/body.h"

#include <boost/json/value.hpp>

#include "base/utf8.h"

namespace tandem::wire {
namespace {

// RFC 6901, 3.
std::string escape_pointer(std::string_view name) {
  std::string escaped;
  for (const char c : name) {
    if (c == '~') {
      escaped += "~0";
    } else if (c == '/') {
      escaped += "~1";
    } else {
      escaped.push_back(c);
    }
  }
  return escaped;
}

}  // namespace

Body::Body(const json::Value& value, std::string pointer, Problems& problems)
    : pointer_(std::move(pointer)), problems_(&problems) {
  object_ = value.if_object();
  if (object_ == nullptr) problems.push_back({pointer_, "this must be an object"});
}

void Body::complain(std::string_view name, std::string message) {
  problems_->push_back({fmt::format("{}/{}", pointer_, escape_pointer(name)), std::move(message)});
}

bool Body::present(std::string_view name) {
  asked_.emplace(name);
  return object_ != nullptr && object_->if_contains(name) != nullptr;
}

const json::Value* Body::child(std::string_view name) {
  return present(name) ? object_->if_contains(name) : nullptr;
}

void Body::require(std::string_view name) {
  if (object_ != nullptr && !present(name)) complain(name, fmt::format("`{}` is needed", name));
}

std::optional<std::string> Body::string_of(std::string_view name) {
  const json::Value* value = child(name);
  if (value == nullptr) return std::nullopt;
  if (const auto* text = value->if_string()) return std::string(*text);
  complain(name, fmt::format("`{}` must be a text", name));
  return std::nullopt;
}

std::string Body::checked(std::string_view name, TextRule rule, std::string_view allowed_controls) {
  if (rule.required) require(name);
  auto text = string_of(name);
  if (!text) return {};
  const bool has_control = std::ranges::any_of(*text, [&](char c) {
    return (static_cast<unsigned char>(c) < 0x20 || c == '\x7f') && !allowed_controls.contains(c);
  });
  if (has_control) {
    complain(name, fmt::format("`{}` has a control character", name));
    return {};
  }
  const std::size_t length = base::count_code_points(*text);
  if (length > rule.most) {
    complain(name, fmt::format("`{}` has {} characters, and at most {} fit", name, length, rule.most));
    return {};
  }
  const bool is_blank =
      std::ranges::all_of(*text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  if (length < rule.least || (rule.least > 0 && is_blank)) complain(name, fmt::format("`{}` must not be empty", name));
  return *std::move(text);
}

std::string Body::line(std::string_view name, TextRule rule) {
  return checked(name, rule, "");
}
std::string Body::text(std::string_view name, TextRule rule) {
  return checked(name, rule, "\n\r\t");
}

bool Body::flag(std::string_view name) {
  const json::Value* value = child(name);
  if (value == nullptr) return false;
  if (const bool* truth = value->if_bool()) return *truth;
  complain(name, fmt::format("`{}` must be true or false", name));
  return false;
}

void Body::finish() {
  if (object_ == nullptr) return;
  for (const auto& field : *object_) {
    const std::string_view name(field.key().data(), field.key().size());
    if (!asked_.contains(name)) complain(name, fmt::format("there is no field `{}` here", name));
  }
}

}  // namespace tandem::wire
