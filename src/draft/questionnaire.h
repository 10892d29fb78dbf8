// A list of questions in plain words, with what answers may look like. The questions are data (src/draft/questions);
// the same list is asked on a terminal (interview.h), filled in as a form, and read back from a file.
//
//   const Questionnaire& fit = questionnaire("fit");
//   const auto words = fit.find("users")->read("40");      // the answer, or what is wrong with it
//   std::string form = form_text(fit, {}, "…");            // YAML: every question as a comment, its key below
//   Answers answers = read_answers(fit, sources, file, findings);
//
// Pure but for the system's time zones, which answers are held against.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/finding.h"
#include "draft/answers.h"
#include "draft/condition.h"
#include "source/source_map.h"

namespace tandem::draft {

enum class AnswerKind : std::uint8_t {
  Text,         // one line
  Texts,        // several, with commas between
  People,       // names with commas between, roles in brackets
  Choice,       // one of `choices`
  Choices,      // several of them
  YesNo,        // "yes", "no"
  Number,       // a whole number
  Percent,      // "90 %"
  Money,        // "250 USD", "5200 USD per month"; 0 needs no currency
  Length,       // "1 business day"
  Hours,        // "mon-fri 08:00-17:30"
  WeekMoment,   // "tue 10:00"
  Date,         // "2026-10-01"
  Zone,         // "Europe/Berlin"
  HolidaySet,   // "us-federal", or "none"
  CountryCode,  // "us"
};

struct AnswerChoice {
  std::string word;
  std::string label;
};

struct Question {
  std::string name;
  std::string part;  // the heading it stands under
  std::string ask;
  std::string help;    // may be empty
  std::string called;  // its answer in the middle of a sentence: "what you mean to spend"; may be empty
  AnswerKind kind = AnswerKind::Text;
  std::string default_answer;  // as somebody would type it; empty: none
  bool optional = false;       // may be left open
  std::vector<AnswerChoice> choices;
  Condition when;      // asked only then
  Condition when_any;  // and only when one of these holds; empty: always

  [[nodiscard]] bool arises(const Answers& answers) const;

  // What somebody typed, as words to keep; or what is wrong with it, in a sentence without a full stop.
  [[nodiscard]] std::expected<std::vector<std::string>, std::string> read(std::string_view typed) const;
  // The same for one word of a file.
  [[nodiscard]] std::expected<std::string, std::string> read_word(std::string_view word) const;
  [[nodiscard]] bool takes_several() const;
  // What an answer looks like: "a whole number, such as `40`".
  [[nodiscard]] std::string form() const;
};

class Questionnaire {
 public:
  explicit Questionnaire(std::vector<Question> questions) : questions_(std::move(questions)) {}
  [[nodiscard]] std::span<const Question> questions() const { return questions_; }
  [[nodiscard]] const Question* find(std::string_view name) const;

 private:
  std::vector<Question> questions_;
};

// One that is built into the program. Lives as long as the program.
[[nodiscard]] const Questionnaire& questionnaire(std::string_view name);

// The questions with the answers there are, as YAML that people edit: what is asked stands above each key as a comment,
// and under `heading` at the top. Questions that do not arise are left out, unless nothing has been answered.
[[nodiscard]] std::string form_text(const Questionnaire& questions, const Answers& answers, std::string_view heading);

// Reads such a file. What is wrong in it is a finding; the rest is read all the same. `unsaid` is no answer, and takes
// that of an earlier file back.
[[nodiscard]] Answers read_answers(const Questionnaire& questions, const source::SourceMap& sources,
                                   source::FileId file, diag::Findings& findings);

}  // namespace tandem::draft
