#include "json/reader.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "base/plain_text.h"
#include "base/utf8.h"

namespace tandem::json {
namespace {

// An answer with more problems than this helps nobody.
constexpr std::size_t kMostProblems = 100;

void note(std::vector<Problem>& problems, std::string pointer, std::string message) {
  if (problems.size() < kMostProblems) problems.push_back({std::move(pointer), std::move(message)});
}

std::string_view view(const boost::json::string& text) {
  return {text.data(), text.size()};
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// U+0000..U+001F except tab and line breaks, U+007F, and U+0080..U+009F.
bool holds_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f) return true;
    if (c == 0xc2 && static_cast<unsigned char>(text[at + 1]) < 0xa0) return true;
  }
  return false;
}

// What is wrong with a text; empty: nothing.
std::string text_problem(std::string_view text, const TextRule& rule) {
  const std::size_t length = base::count_code_points(text);
  if (rule.min > 0 && blank(text)) return "must not be empty";
  if (length < rule.min) return fmt::format("must have at least {}", counted(rule.min, "character", "characters"));
  if (length > rule.max) return fmt::format("must have at most {}", counted(rule.max, "character", "characters"));
  if (holds_control(text)) return "must not hold control characters";
  if (rule.lines == Lines::One && text.find_first_of("\t\r\n") != std::string_view::npos) {
    return "must be one line without tabs";
  }
  return {};
}

std::string as_kept(std::string_view text, const TextRule& rule) {
  if (rule.unseen == Unseen::Kept) return std::string(text);
  return rule.lines == Lines::One ? base::plain_line(text) : base::plain_text(text);
}

std::string list_words(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) list += fmt::format("{}`{}`", list.empty() ? "" : ", ", word);
  return list;
}

}  // namespace

ValueReader::ValueReader(const Value& value, std::string pointer, std::vector<Problem>& problems)
    : value_(&value), pointer_(std::move(pointer)), problems_(&problems) {}

void ValueReader::complain(std::string message) {
  note(*problems_, pointer_, std::move(message));
}

std::optional<std::string> ValueReader::text(const TextRule& rule) {
  const auto* text = value_->if_string();
  std::string problem = text == nullptr ? "must be a text" : text_problem(view(*text), rule);
  if (problem.empty()) {
    std::string kept = as_kept(view(*text), rule);
    problem = text_problem(kept, rule);  // nothing may be left of it
    if (problem.empty()) return kept;
  }
  complain(std::move(problem));
  return std::nullopt;
}

std::optional<std::string> ValueReader::word(std::span<const std::string_view> allowed) {
  const auto* text = value_->if_string();
  if (text != nullptr && std::ranges::find(allowed, view(*text)) != allowed.end()) return std::string(view(*text));
  complain(fmt::format("must be {}{}", allowed.size() > 1 ? "one of " : "", list_words(allowed)));
  return std::nullopt;
}

std::optional<std::int64_t> ValueReader::integer(const IntegerRule& rule) {
  if (!value_->is_int64() && !value_->is_uint64()) {
    complain("must be a whole number");
    return std::nullopt;
  }
  // A uint64 of Boost's is always beyond int64, and so beyond every rule.
  const auto* number = value_->if_int64();
  if (number != nullptr && rule.min <= *number && *number <= rule.max) return *number;
  complain(fmt::format("must be between {} and {}", rule.min, rule.max));
  return std::nullopt;
}

std::optional<bool> ValueReader::boolean() {
  if (const auto* truth = value_->if_bool()) return *truth;
  complain("must be true or false");
  return std::nullopt;
}

std::optional<base::Instant> ValueReader::instant() {
  if (const auto* text = value_->if_string()) {
    if (const auto at = base::parse_rfc3339(view(*text))) return at;
  }
  complain("must be a time with its offset, like `2026-10-05T14:00:00Z`");
  return std::nullopt;
}

ObjectReader ValueReader::object() {
  if (const auto* object = value_->if_object()) return {*object, pointer_, *problems_};
  complain("must be an object");
  return {pointer_, *problems_};
}

std::vector<ValueReader> ValueReader::list(const CountRule& rule) {
  std::vector<ValueReader> items;
  const auto* array = value_->if_array();
  if (array == nullptr) {
    complain("must be a list");
  } else if (array->size() < rule.min) {
    complain(fmt::format("must have at least {}", counted(rule.min, "item", "items")));
  } else if (array->size() > rule.max) {
    complain(fmt::format("must have at most {}", counted(rule.max, "item", "items")));
  } else {
    items.reserve(array->size());
    for (const Value& item : *array) items.emplace_back(item, fmt::format("{}/{}", pointer_, items.size()), *problems_);
  }
  return items;
}

ObjectReader::ObjectReader(const Object& object, std::string pointer, std::vector<Problem>& problems)
    : object_(&object), pointer_(std::move(pointer)), problems_(&problems), asked_(object.size(), false) {}

ObjectReader::ObjectReader(std::string pointer, std::vector<Problem>& problems)
    : pointer_(std::move(pointer)), problems_(&problems) {}

const Value* ObjectReader::find(std::string_view field) {
  if (object_ == nullptr) return nullptr;
  const auto found = object_->find(boost::json::string_view(field.data(), field.size()));
  if (found == object_->end()) return nullptr;
  asked_[static_cast<std::size_t>(found - object_->begin())] = true;
  return &found->value();
}

std::string ObjectReader::pointer_to(std::string_view field) const {
  std::string pointer = pointer_ + '/';
  for (const char c : field) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

void ObjectReader::complain(std::string_view field, std::string message) {
  note(*problems_, pointer_to(field), std::move(message));
}

bool ObjectReader::has(std::string_view field) {
  return find(field) != nullptr;
}

std::optional<ValueReader> ObjectReader::optional(std::string_view field) {
  const Value* value = find(field);
  if (value == nullptr || value->is_null()) return std::nullopt;
  return ValueReader(*value, pointer_to(field), *problems_);
}

std::optional<ValueReader> ObjectReader::required(std::string_view field) {
  auto in = optional(field);
  if (!in && object_ != nullptr) complain(field, "is missing");
  return in;
}

std::optional<std::string> ObjectReader::optional_text(std::string_view field, const TextRule& rule) {
  auto in = optional(field);
  return in ? in->text(rule) : std::nullopt;
}

std::string ObjectReader::required_text(std::string_view field, const TextRule& rule) {
  auto in = required(field);
  return (in ? in->text(rule) : std::nullopt).value_or("");
}

std::optional<std::string> ObjectReader::optional_word(std::string_view field,
                                                       std::span<const std::string_view> allowed) {
  auto in = optional(field);
  return in ? in->word(allowed) : std::nullopt;
}

std::string ObjectReader::required_word(std::string_view field, std::span<const std::string_view> allowed) {
  auto in = required(field);
  return (in ? in->word(allowed) : std::nullopt).value_or("");
}

std::optional<std::int64_t> ObjectReader::optional_integer(std::string_view field, const IntegerRule& rule) {
  auto in = optional(field);
  return in ? in->integer(rule) : std::nullopt;
}

std::int64_t ObjectReader::required_integer(std::string_view field, const IntegerRule& rule) {
  auto in = required(field);
  return (in ? in->integer(rule) : std::nullopt).value_or(0);
}

std::optional<bool> ObjectReader::optional_boolean(std::string_view field) {
  auto in = optional(field);
  return in ? in->boolean() : std::nullopt;
}

bool ObjectReader::required_boolean(std::string_view field) {
  auto in = required(field);
  return (in ? in->boolean() : std::nullopt).value_or(false);
}

std::optional<base::Instant> ObjectReader::optional_instant(std::string_view field) {
  auto in = optional(field);
  return in ? in->instant() : std::nullopt;
}

base::Instant ObjectReader::required_instant(std::string_view field) {
  auto in = required(field);
  return (in ? in->instant() : std::nullopt).value_or(base::Instant());
}

std::optional<ObjectReader> ObjectReader::optional_object(std::string_view field) {
  auto in = optional(field);
  return in ? std::optional(in->object()) : std::nullopt;
}

ObjectReader ObjectReader::required_object(std::string_view field) {
  auto in = required(field);
  return in ? in->object() : ObjectReader(pointer_to(field), *problems_);
}

std::vector<ValueReader> ObjectReader::optional_list(std::string_view field, const CountRule& rule) {
  auto in = optional(field);
  return in ? in->list(rule) : std::vector<ValueReader>();
}

std::vector<ValueReader> ObjectReader::required_list(std::string_view field, const CountRule& rule) {
  auto in = required(field);
  return in ? in->list(rule) : std::vector<ValueReader>();
}

void ObjectReader::done() {
  if (object_ == nullptr) return;
  std::size_t position = 0;
  for (const auto& member : *object_) {
    const boost::json::string_view key = member.key();
    if (!asked_[position++]) complain({key.data(), key.size()}, "is not a known field");
  }
}

}  // namespace tandem::json
