#include "cli/calendar_case.h"

#include <boost/json.hpp>
#include <cmath>

#include "base/check.h"
#include "cli/calendar_hours_json.h"
#include "diag/finding.h"

namespace tandem::cli {
namespace {

using calendar::BusinessCalendar;
using calendar::BusinessDuration;

template <class T>
using Read = std::expected<T, std::string>;

constexpr double kMicroseconds = 1e6;
// 10,000 years: what is longer is no answer about the calendar of people.
constexpr double kLongestSeconds = 10'000.0 * 366 * 86'400;

Read<base::Instant> instant_in(const json::Object& asked, std::string_view field) {
  const json::Value* value = asked.if_contains(field);
  if (value == nullptr || !value->is_string()) return std::unexpected(fmt::format("`{}` is not a time", field));
  const auto at = base::parse_rfc3339(std::string_view(value->as_string()));
  if (!at) return std::unexpected(fmt::format("`{}` is not a time in RFC 3339", field));
  return *at;
}

Read<base::Duration> seconds_in(const json::Object& asked, std::string_view field) {
  const json::Value* value = asked.if_contains(field);
  if (value == nullptr || !value->is_number()) return std::unexpected(fmt::format("`{}` is not a number", field));
  const double seconds = value->to_number<double>();
  if (std::abs(seconds) > kLongestSeconds) return std::unexpected(fmt::format("`{}` is too large", field));
  return base::Duration(std::llround(seconds * kMicroseconds));
}

Read<std::string_view> text_in(const json::Object& asked, std::string_view field) {
  const json::Value* value = asked.if_contains(field);
  if (value == nullptr || !value->is_string()) return std::unexpected(fmt::format("the case needs `{}`", field));
  return std::string_view(value->as_string());
}

CaseAnswer maybe(const std::optional<base::Instant>& at) {
  return at ? CaseAnswer(*at) : CaseAnswer();
}

// Less than nothing goes the other way.
CaseAnswer moved(const BusinessCalendar& open, base::Instant from, base::Duration by) {
  return maybe(by < base::Duration{} ? open.before(from, BusinessDuration{-by})
                                     : open.after(from, BusinessDuration{by}));
}

using Answer = Read<CaseAnswer> (*)(const BusinessCalendar&, base::Instant, const json::Object&);
constexpr std::string_view kSecond = "to_or_seconds";

Read<CaseAnswer> is_open(const BusinessCalendar& open, base::Instant at, const json::Object& /*asked*/) {
  return open.is_open(at);
}

Read<CaseAnswer> elapsed(const BusinessCalendar& open, base::Instant from, const json::Object& asked) {
  TANDEM_TRY(const base::Instant to, instant_in(asked, kSecond));
  return open.elapsed(from, to).open;
}

Read<CaseAnswer> add(const BusinessCalendar& open, base::Instant from, const json::Object& asked) {
  TANDEM_TRY(const base::Duration by, seconds_in(asked, kSecond));
  return moved(open, from, by);
}

Read<CaseAnswer> subtract(const BusinessCalendar& open, base::Instant from, const json::Object& asked) {
  TANDEM_TRY(const base::Duration by, seconds_in(asked, kSecond));
  return moved(open, from, -by);
}

// The questions for an edge of open time, which need an instant and nothing more.
template <std::optional<base::Instant> (BusinessCalendar::*kAsk)(base::Instant) const>
Read<CaseAnswer> edge(const BusinessCalendar& open, base::Instant at, const json::Object& /*asked*/) {
  return maybe((open.*kAsk)(at));
}

struct Question {
  std::string_view name;
  Answer answer;
};
constexpr std::array kQuestions = std::to_array<Question>({
    {"is_open", is_open},
    {"elapsed", elapsed},
    {"add", add},
    {"sub", subtract},
    {"next_open", edge<&BusinessCalendar::next_open>},
    {"next_close", edge<&BusinessCalendar::next_close>},
    {"prev_open", edge<&BusinessCalendar::previous_open>},
    {"prev_close", edge<&BusinessCalendar::previous_close>},
    {"previous_open", edge<&BusinessCalendar::previous_open>},
    {"previous_close", edge<&BusinessCalendar::previous_close>},
});

Read<Answer> question_named(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Question& question : kQuestions) {
    if (question.name == name) return question.answer;
    names.push_back(question.name);
  }
  std::string message = fmt::format("there is no question `{}`", name);
  if (const auto near = diag::did_you_mean(name, names)) message += fmt::format(": did you mean `{}`?", *near);
  return std::unexpected(std::move(message));
}

}  // namespace

std::string to_json(const CaseAnswer& answer) {
  struct Writer {
    std::string operator()(std::monostate) const { return "null"; }
    std::string operator()(base::Instant at) const { return fmt::format("\"{}\"", base::to_rfc3339(at)); }
    std::string operator()(bool yes) const { return yes ? "true" : "false"; }
    std::string operator()(base::Duration length) const {
      const std::int64_t us = std::abs(length.count());
      std::string text = fmt::format("{}{}", length.count() < 0 ? "-" : "", us / 1'000'000);
      if (us % 1'000'000 != 0) {
        text += fmt::format(".{:06}", us % 1'000'000);
        text.erase(text.find_last_not_of('0') + 1);
      }
      return text;
    }
  };
  return std::visit(Writer{}, answer);
}

bool agrees(const CaseAnswer& answer, const json::Value& expected) {
  struct Comparer {
    const json::Value& expected;
    bool operator()(std::monostate) const { return expected.is_null(); }
    bool operator()(bool yes) const { return expected.is_bool() && expected.as_bool() == yes; }
    bool operator()(base::Instant at) const {
      return expected.is_string() && base::parse_rfc3339(std::string_view(expected.as_string())) == at;
    }
    bool operator()(base::Duration length) const {
      if (!expected.is_number()) return false;
      const double us = expected.to_number<double>() * kMicroseconds;
      return std::abs(us - static_cast<double>(length.count())) < 0.5;
    }
  };
  return std::visit(Comparer{expected}, answer);
}

CaseFile::CaseFile(std::shared_ptr<const json::Value> content) : content_(std::move(content)) {}

std::expected<CaseFile, std::string> CaseFile::parse(std::string_view text) {
  auto value = json::parse(text, {.bytes = kMaxBytes});
  if (!value) {
    return std::unexpected(
        fmt::format("line {}, column {}: {}", value.error().line, value.error().column, value.error().message));
  }
  if (!value->is_object()) return std::unexpected("an object with `calendars` and `cases` is needed");
  const json::Value* calendars = value->as_object().if_contains("calendars");
  const json::Value* cases = value->as_object().if_contains("cases");
  if (calendars == nullptr || !calendars->is_object()) return std::unexpected("`calendars` is not an object");
  if (cases == nullptr || !cases->is_array()) return std::unexpected("`cases` is not a list");
  return CaseFile(std::make_shared<const json::Value>(*std::move(value)));
}

std::size_t CaseFile::size() const {
  return content_->at("cases").as_array().size();
}

const CaseFile::MadeCalendar& CaseFile::calendar(std::string_view name) {
  const auto known = made_.find(name);
  if (known != made_.end()) return known->second;
  const json::Object& calendars = content_->at("calendars").as_object();
  const json::Value* described = calendars.if_contains(name);
  auto made = described == nullptr ? MadeCalendar(std::unexpected(fmt::format("there is no calendar `{}`", name)))
                                   : calendar_from_json(*described);
  if (described != nullptr && !made) made = std::unexpected(fmt::format("calendar `{}`: {}", name, made.error()));
  return made_.emplace(std::string(name), std::move(made)).first->second;
}

std::expected<CaseAnswer, std::string> CaseFile::answer(const json::Object& asked) {
  TANDEM_TRY(const std::string_view op, text_in(asked, "op"));
  TANDEM_TRY(const Answer question, question_named(op));
  TANDEM_TRY(const std::string_view name, text_in(asked, "calendar"));
  const MadeCalendar& open = calendar(name);
  if (!open) return std::unexpected(open.error());
  TANDEM_TRY(const base::Instant at, instant_in(asked, "at_or_from"));
  if (!asked.contains("expected")) return std::unexpected("the case needs `expected`");
  return question(*open, at, asked);
}

CaseFile::Outcome CaseFile::ask(std::size_t index) {
  TANDEM_ENSURE(index < size());
  const json::Value& entry = content_->at("cases").as_array()[index];
  const json::Object* asked = entry.if_object();
  const json::Value* id = asked == nullptr ? nullptr : asked->if_contains("id");
  const auto actual = asked == nullptr ? std::expected<CaseAnswer, std::string>(std::unexpected("a case is an object"))
                                       : answer(*asked);
  const bool same = actual && agrees(*actual, asked->at("expected"));
  std::string line = fmt::format("{{\"id\":{},\"actual\":{},\"agrees\":{}", id == nullptr ? "null" : json::to_text(*id),
                                 actual ? to_json(*actual) : "null", same);
  if (!actual) line += fmt::format(",\"error\":{}", json::to_text(json::Value(actual.error())));
  return {line + "}", same};
}

}  // namespace tandem::cli
