// Questions about business time with the answers that somebody else gave, as `tandem calendar cases` reads them:
//
//   {"calendars": {"OFFICE": {…}},                                     // calendar_hours_json.h
//    "cases": [{"id": "1", "calendar": "OFFICE", "op": "elapsed", "at_or_from": "2026-05-04T06:00:00Z",
//               "to_or_seconds": "2026-05-05T06:00:00Z", "expected": 25200}]}
//
//   auto file = CaseFile::parse(text);
//   for (std::size_t i = 0; i < file->size(); ++i) print(file->ask(i).line);
//
// What is wrong in one calendar or case is told where it is asked and does not touch the others. Pure; not
// thread-safe.
#pragma once

#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "base/time.h"
#include "calendar/business_calendar.h"
#include "json/json.h"

namespace tandem::cli {

// An answer: an instant, a length of open time, yes or no; nothing when there is none.
using CaseAnswer = std::variant<std::monostate, base::Instant, base::Duration, bool>;
// null, "2026-05-04T07:00:00Z", 25200, 0.5, true
[[nodiscard]] std::string to_json(const CaseAnswer& answer);
// By value: 7 is 7.0, and instants may be written with any offset.
[[nodiscard]] bool agrees(const CaseAnswer& answer, const json::Value& expected);

class CaseFile {
 public:
  static constexpr std::size_t kMaxBytes = std::size_t{256} << 20;  // of text; more is an error

  struct Outcome {
    std::string line;  // {"id":"1","actual":25200,"agrees":true}, with "error" when it could not be asked
    bool agrees = false;
  };

  // Else what is wrong with the text as a whole.
  [[nodiscard]] static std::expected<CaseFile, std::string> parse(std::string_view text);
  [[nodiscard]] std::size_t size() const;
  // REQUIRES: index < size(). A calendar is compiled when the first case asks it.
  [[nodiscard]] Outcome ask(std::size_t index);

 private:
  using MadeCalendar = std::expected<calendar::BusinessCalendar, std::string>;
  explicit CaseFile(std::shared_ptr<const json::Value> content);
  [[nodiscard]] std::expected<CaseAnswer, std::string> answer(const json::Object& asked);
  [[nodiscard]] const MadeCalendar& calendar(std::string_view name);

  std::shared_ptr<const json::Value> content_;
  std::map<std::string, MadeCalendar, std::less<>> made_;
};

}  // namespace tandem::cli
