// Reads a value that came from outside, a request's body or a line of an import, and notes everything that is wrong
// with it: one answer names every mistake with its JSON pointer.
//
//   std::vector<Problem> problems;
//   auto in = ValueReader(body, "", problems).object();
//   const std::string subject = in.required_text("subject", {.min = 1, .max = 200, .lines = Lines::One});
//   const auto impact = in.optional_choice("impact", kImpacts);       // constexpr Choice<Impact> kImpacts[] = {…}
//   for (ValueReader& tag : in.optional_list("tags", {.max = 20})) tags.push_back(tag.text({.max = 40}));
//   in.done();                                                        // reports the fields nobody asked for
//   if (!problems.empty()) return unprocessable(problems);
//
// A required_… answers a default of its type after it has noted a problem. To an optional_… null is the same as absent.
// Readers borrow the value and the list of problems, which must outlive them.
#pragma once

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "json/json.h"

namespace tandem::json {

struct Problem {
  std::string pointer;  // RFC 6901: "/contacts/0/name", "" for the whole
  std::string message;  // about that field: "must have at most 200 characters"
};

enum class Lines { One, Many };
enum class Unseen { LeftOut, Kept };

// Lengths count code points as they were sent. With `min` above 0 a text of spaces is as good as empty. Control
// characters are refused always, tabs and line breaks when `lines` is One. What shows nothing and turns or hides the
// rest is left out (base/plain_text.h): nobody types it, and who pasted it does not see it.
struct TextRule {
  std::size_t min = 0;
  std::size_t max = 10'000;
  Lines lines = Lines::Many;
  Unseen unseen = Unseen::LeftOut;
};

struct IntegerRule {
  std::int64_t min = std::numeric_limits<std::int64_t>::min();
  std::int64_t max = std::numeric_limits<std::int64_t>::max();
};

struct CountRule {
  std::size_t min = 0;
  std::size_t max = 1000;
};

// A word of the interface and what it means here.
template <class T>
struct Choice {
  std::string_view word;
  T value;
};

class ObjectReader;

// One value, wherever it stands.
class ValueReader {
 public:
  ValueReader(const Value& value, std::string pointer, std::vector<Problem>& problems);

  [[nodiscard]] std::optional<std::string> text(const TextRule& rule = {});
  [[nodiscard]] std::optional<std::string> word(std::span<const std::string_view> allowed);
  template <class T>
  [[nodiscard]] std::optional<T> choice(std::span<const Choice<T>> choices);
  [[nodiscard]] std::optional<std::int64_t> integer(const IntegerRule& rule = {});
  [[nodiscard]] std::optional<bool> boolean();
  [[nodiscard]] std::optional<base::Instant> instant();  // RFC 3339 with an offset
  // Of something else than an object: a reader that finds nothing and notes nothing further.
  [[nodiscard]] ObjectReader object();
  // Empty when it is no list or the count is wrong.
  [[nodiscard]] std::vector<ValueReader> list(const CountRule& rule = {});

  [[nodiscard]] const Value& value() const { return *value_; }
  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  // Notes a problem of the caller's own finding.
  void complain(std::string message);

 private:
  const Value* value_;
  std::string pointer_;
  std::vector<Problem>* problems_;
};

// The fields of one object. Each field is asked for once, then done() is called.
class ObjectReader {
 public:
  ObjectReader(const Object& object, std::string pointer, std::vector<Problem>& problems);

  [[nodiscard]] std::string required_text(std::string_view field, const TextRule& rule = {});
  [[nodiscard]] std::optional<std::string> optional_text(std::string_view field, const TextRule& rule = {});
  [[nodiscard]] std::string required_word(std::string_view field, std::span<const std::string_view> allowed);
  [[nodiscard]] std::optional<std::string> optional_word(std::string_view field,
                                                         std::span<const std::string_view> allowed);
  template <class T, std::size_t kCount>
  [[nodiscard]] T required_choice(std::string_view field, const Choice<T> (&choices)[kCount]);
  template <class T, std::size_t kCount>
  [[nodiscard]] std::optional<T> optional_choice(std::string_view field, const Choice<T> (&choices)[kCount]);
  [[nodiscard]] std::int64_t required_integer(std::string_view field, const IntegerRule& rule = {});
  [[nodiscard]] std::optional<std::int64_t> optional_integer(std::string_view field, const IntegerRule& rule = {});
  [[nodiscard]] bool required_boolean(std::string_view field);
  [[nodiscard]] std::optional<bool> optional_boolean(std::string_view field);
  [[nodiscard]] base::Instant required_instant(std::string_view field);
  [[nodiscard]] std::optional<base::Instant> optional_instant(std::string_view field);
  [[nodiscard]] ObjectReader required_object(std::string_view field);
  [[nodiscard]] std::optional<ObjectReader> optional_object(std::string_view field);
  [[nodiscard]] std::vector<ValueReader> required_list(std::string_view field, const CountRule& rule = {});
  // Absent is the empty list, whatever the rule says.
  [[nodiscard]] std::vector<ValueReader> optional_list(std::string_view field, const CountRule& rule = {});

  // The field as it is; required() notes a problem when it is absent or null, optional() takes null for absent.
  [[nodiscard]] std::optional<ValueReader> required(std::string_view field);
  [[nodiscard]] std::optional<ValueReader> optional(std::string_view field);
  // Whether the field is there, be it null: for changes, where null clears and absence keeps.
  [[nodiscard]] bool has(std::string_view field);

  // Notes a problem of the caller's own finding about a field.
  void complain(std::string_view field, std::string message);
  // Notes every field that was not asked for.
  void done();

 private:
  friend class ValueReader;
  ObjectReader(std::string pointer, std::vector<Problem>& problems);  // of no object
  [[nodiscard]] const Value* find(std::string_view field);
  [[nodiscard]] std::string pointer_to(std::string_view field) const;

  const Object* object_ = nullptr;
  std::string pointer_;
  std::vector<Problem>* problems_;
  std::vector<bool> asked_;  // by the position of the field in the object
};

template <class T>
std::optional<T> ValueReader::choice(std::span<const Choice<T>> choices) {
  std::vector<std::string_view> words;
  words.reserve(choices.size());
  for (const Choice<T>& one : choices) words.push_back(one.word);
  const std::optional<std::string> found = word(words);
  if (!found) return std::nullopt;
  for (const Choice<T>& one : choices) {
    if (one.word == *found) return one.value;
  }
  return std::nullopt;
}

template <class T, std::size_t kCount>
std::optional<T> ObjectReader::optional_choice(std::string_view field, const Choice<T> (&choices)[kCount]) {
  auto in = optional(field);
  return in ? in->template choice<T>(choices) : std::nullopt;
}

template <class T, std::size_t kCount>
T ObjectReader::required_choice(std::string_view field, const Choice<T> (&choices)[kCount]) {
  auto in = required(field);
  return (in ? in->template choice<T>(choices) : std::nullopt).value_or(choices[0].value);
}

}  // namespace tandem::json
