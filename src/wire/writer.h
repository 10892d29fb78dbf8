// Writes JSON text straight into a string: the fast half of wire/. Answers are made of known fields, so there is no
// tree in between.
//
//   Writer json;
//   json.begin_object();
//   json.field("subject", ticket.subject);
//   json.field_or_null("site", ticket.site);        // an empty name is null, never missing
//   json.end_object();
//   return json.take();
//
// REQUIRES: text is well-formed UTF-8, calls are balanced, an object has each key once.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"

namespace tandem::wire {

class Writer {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(std::same_as<bool> auto truth) { raw(truth ? "true" : "false"); }
  template <class Number>
    requires(std::integral<Number> && !std::same_as<Number, bool>)
  void value(Number number) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
  }
  void value(base::Instant at);
  template <class Tag>
  void value(const base::Name<Tag>& name) {
    value(std::string_view(name.text()));
  }
  template <class T>
  void value(const std::optional<T>& maybe) {
    if (maybe) {
      value(*maybe);
    } else {
      null();
    }
  }
  void null() { raw("null"); }

  template <class T>
  void field(std::string_view name, const T& content) {
    key(name);
    value(content);
  }
  // The empty name or text stands for "none".
  template <class Tag>
  void field_or_null(std::string_view name, const base::Name<Tag>& content) {
    field_or_null(name, std::string_view(content.text()));
  }
  void field_or_null(std::string_view name, std::string_view content) {
    key(name);
    if (content.empty()) {
      null();
    } else {
      value(content);
    }
  }

  void reserve(std::size_t bytes) { text_.reserve(bytes); }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void open(char bracket) {
    separate();
    text_.push_back(bracket);
    comma_ = false;
  }
  void close(char bracket) {
    text_.push_back(bracket);
    comma_ = true;
  }
  void separate() {
    if (comma_) text_.push_back(',');
  }
  void raw(std::string_view token) {
    separate();
    text_ += token;
    comma_ = true;
  }
  void quoted(std::string_view text);

  std::string text_;
  bool comma_ = false;  // whether the next value follows another
};

}  // namespace tandem::wire
