// Reads what Writer wrote, and only that: the one canonical text of a value, so that what is read back is byte for byte
// what was written, and a record that was touched is noticed. One pass, no tree. Private to this folder.
//
//   Reader reader(text);
//   reader.object([&] { reader.required("at", event.at); reader.optional("note", note); });
//   reader.end();
//   if (reader.error()) …                     // names the member: "`actor.email` is not a text"
//
// The first mistake stands; from then on nothing is read any more. Borrows the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/id.h"
#include "base/time.h"
#include "desk/ticket.h"

namespace tandem::record {

class Reader {
 public:
  // REQUIRES: well-formed UTF-8.
  explicit Reader(std::string_view text) : text_(text) {}

  template <class Value>
  void required(std::string_view name, Value& value) {
    if (!enter(name)) return missing(name);
    get(value);
    leave();
  }
  template <class Value>
  void optional(std::string_view name, Value& value) {
    if (!enter(name)) return;
    get(value);
    if (!error_ && value == Value{}) wrong("is written although it is empty");
    leave();
  }
  template <class Members>
  void object(Members&& members_of_it) {
    expect('{', "is not an object");
    first_ = true;
    members_of_it();
    close_object();
    first_ = false;
  }
  // Nothing may follow.
  void end();

  // Reports a mistake about the member being read, or `name` within it.
  void refuse(base::ErrorCode code, std::string_view name, std::string_view what);

  [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }

 private:
  // Steps over `"name":` when it is what comes next.
  bool enter(std::string_view name);
  void leave() { path_.pop_back(); }
  void missing(std::string_view name);
  void close_object();
  void wrong(std::string_view what) { refuse(base::ErrorCode::Corrupt, {}, what); }
  bool skip(char c);
  void expect(char c, std::string_view otherwise);
  [[nodiscard]] std::string place(std::string_view name) const;

  void get(std::string& value);
  void get_escape(std::string& value);
  void get(std::uint64_t& value);
  void get(std::uint32_t& value);
  void get(std::int32_t& value);
  void get(bool& value);
  void get(base::Instant& value);
  template <class Tag>
  void get(base::Name<Tag>& value) {
    std::string text;
    get(text);
    value = base::Name<Tag>(std::move(text));
  }
  template <class Tag>
  void get(base::Id<Tag>& value) {
    get(word_);
    if (error_) return;
    const auto id = base::Id<Tag>::parse(word_);
    // Its one canonical text, or the record would not be read back byte for byte.
    if (!id || id->text() != word_) return wrong("is not an id");
    value = *id;
  }
  template <class Value>
  void get(std::optional<Value>& value) {
    get(value.emplace());
  }
  template <class Value>
  void get(std::vector<Value>& values) {
    expect('[', "is not a list");
    if (skip(']')) return;
    do {
      path_.push_back({.name = {}, .position = values.size()});
      get(values.emplace_back());
      path_.pop_back();
    } while (!error_ && skip(','));
    expect(']', "is a list that does not end");
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void get(Enum& value) {
    get(word_);
    if (error_) return;
    if (const auto known = desk::parse<Enum>(word_)) {
      value = *known;
    } else {
      refuse(base::ErrorCode::Unsupported, {}, fmt::format("is `{}`, a word this version does not know", word_));
    }
  }
  template <class Struct>
    requires std::is_class_v<Struct>
  void get(Struct& value) {
    object([&] { members(*this, value); });
  }

  struct Step {
    std::string_view name;  // of a member; empty for an element of a list
    std::size_t position = 0;
  };

  std::string_view text_;
  std::size_t at_ = 0;
  bool first_ = true;
  std::vector<Step> path_;
  std::string word_;
  std::optional<base::Error> error_;
};

}  // namespace tandem::record
