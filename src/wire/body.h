// Reads a JSON object field by field, and says everything that is wrong with it at once, each with its JSON pointer.
//
//   Body body(value, "", problems);
//   command.subject = body.line("subject", {.required = true, .most = 200});
//   command.source = body.word<desk::Source>("source", desk::Source::Duty).value_or(desk::Source::Api);
//   body.finish();                       // fields nobody asked for are problems too
//
// What is wrong reads as its empty value; ask problems.empty() at the end.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/failure.h"
#include "desk/ticket.h"
#include "json/json.h"

namespace tandem::wire {

using Problems = std::vector<app::FieldProblem>;

struct TextRule {
  bool required = false;
  std::size_t least = 0;  // in code points
  std::size_t most = 200;
};

class Body {
 public:
  // `value` and `problems` outlive this. A value that is no object is a problem, and reads as an empty one.
  Body(const json::Value& value, std::string pointer, Problems& problems);

  // One line: no control characters. The empty text when it is absent.
  [[nodiscard]] std::string line(std::string_view name, TextRule rule);
  // May have line breaks and tabs.
  [[nodiscard]] std::string text(std::string_view name, TextRule rule);
  [[nodiscard]] bool flag(std::string_view name);
  template <class Enum>
  [[nodiscard]] std::optional<Enum> word(std::string_view name, Enum last) {
    const auto written = present(name);
    if (!written) return std::nullopt;
    std::string all;
    for (int i = 0; i <= static_cast<int>(last); ++i)
      all += fmt::format("{}`{}`", i == 0 ? "" : ", ", desk::to_text(static_cast<Enum>(i)));
    const auto given = string_of(name);
    if (!given) return std::nullopt;
    const auto parsed = desk::parse<Enum>(*given);
    if (!parsed) complain(name, fmt::format("`{}` is one of {}", name, all));
    return parsed;
  }
  // The value of an object field, or null when it is absent.
  [[nodiscard]] const json::Value* child(std::string_view name);
  void require(std::string_view name);
  void complain(std::string_view name, std::string message);
  void finish();

 private:
  [[nodiscard]] bool present(std::string_view name);
  [[nodiscard]] std::optional<std::string> string_of(std::string_view name);
  [[nodiscard]] std::string checked(std::string_view name, TextRule rule, std::string_view allowed_controls);

  const json::Object* object_ = nullptr;
  std::string pointer_;
  Problems* problems_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace tandem::wire
