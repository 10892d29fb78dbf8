// Writes the JSON of records: one canonical text for each value. Members stand in the order they are given, nothing is
// written between them, and an optional member is left out when it has its default. Private to this folder.
//
//   Writer writer;
//   writer.object([&] { writer.required("at", event.at); writer.optional("note", note); });
//   std::string text = std::move(writer).take();
//
// Enumerations are written as the desk's words; structs through their members() (members.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "desk/ticket.h"

namespace tandem::record {

class Writer {
 public:
  Writer() { text_.reserve(kUsualSize); }

  template <class Value>
  void required(std::string_view name, const Value& value) {
    key(name);
    put(value);
  }
  template <class Value>
  void optional(std::string_view name, const Value& value) {
    if (value != Value{}) required(name, value);
  }
  template <class Members>
  void object(Members&& members_of_it) {
    text_ += '{';
    first_ = true;
    members_of_it();
    text_ += '}';
    first_ = false;
  }

  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  static constexpr std::size_t kUsualSize = 1024;

  void key(std::string_view name);  // names need no escapes
  void put(std::string_view value);
  void put(const std::string& value) { put(std::string_view(value)); }
  void put(std::uint64_t value);
  void put(std::uint32_t value) { put(std::uint64_t{value}); }
  void put(std::int32_t value);
  void put(bool value) { text_ += value ? "true" : "false"; }
  void put(base::Instant value);
  template <class Tag>
  void put(const base::Name<Tag>& value) {
    put(std::string_view(value.text()));
  }
  template <class Tag>
  void put(const base::Id<Tag>& value) {
    put(std::string_view(value.text()));
  }
  template <class Value>
  void put(const std::optional<Value>& value) {
    put(*value);
  }
  template <class Value>
  void put(const std::vector<Value>& values) {
    text_ += '[';
    bool first = true;
    for (const Value& value : values) {
      if (!std::exchange(first, false)) text_ += ',';
      put(value);
    }
    text_ += ']';
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void put(Enum value) {
    put(desk::to_text(value));
  }
  template <class Struct>
    requires std::is_class_v<Struct>
  void put(const Struct& value) {
    object([&] { members(*this, value); });
  }

  std::string text_;
  bool first_ = true;  // no comma before the next member
};

}  // namespace tandem::record
