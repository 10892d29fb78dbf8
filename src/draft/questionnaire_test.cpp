#include "draft/questionnaire.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "diag/render.h"

namespace tandem::draft {
namespace {

struct File {
  Answers answers;
  std::string findings;
};

File read(std::string_view questions, std::string text) {
  source::SourceMap sources;
  diag::Findings findings;
  const auto file = sources.add("answers.yaml", std::move(text));
  File out{.answers = read_answers(questionnaire(questions), sources, file, findings), .findings = {}};
  for (const auto& finding : findings.all()) {
    const auto place = sources.place(finding.at);
    out.findings += fmt::format("{}:{}: {}\n", place.line, place.column, finding.message);
  }
  return out;
}

const std::vector<std::string_view> kAll = {"conversation", "fit", "offer"};

TEST_CASE("every question can be read aloud, and its default is an answer to it") {
  for (const std::string_view name : kAll) {
    for (const Question& question : questionnaire(name).questions()) {
      CAPTURE(question.name);
      CHECK((question.ask.ends_with('?') || question.ask.ends_with('.')));
      CHECK((question.help.empty() || question.help.ends_with('.')));
      CHECK_FALSE(question.part.empty());
      if (!question.default_answer.empty()) CHECK(question.read(question.default_answer).has_value());
      const bool has_choices = question.kind == AnswerKind::Choice || question.kind == AnswerKind::Choices;
      CHECK(question.choices.empty() == !has_choices);
      for (const Condition& condition : {question.when, question.when_any}) {
        for (const Clause& clause : condition) CHECK(questionnaire(name).find(clause.question) != nullptr);
      }
    }
  }
}

TEST_CASE("a form that nobody has filled in has every question and reads back as nothing") {
  for (const std::string_view name : kAll) {
    const std::string form = form_text(questionnaire(name), {}, "Fill this in.");
    const File back = read(name, form);
    CHECK(back.findings == "");
    CHECK(back.answers.size() == 0);
    for (const Question& question : questionnaire(name).questions()) {
      CHECK(back.answers.place(question.name).has_value());
      CHECK(form.contains("# " + question.ask.substr(0, 20)));
    }
  }
}

TEST_CASE("answers written and read back are the same") {
  Answers answers;
  answers.set("client", {"Smith: Sons, #1"});
  answers.set("it_people", {"Dana Whitfield (IT manager)", "O'Brien"});
  answers.set("office_hours", {"mon-fri 08:00-12:00, 13:00-17:00"});
  answers.set("security", {"provider"});
  answers.set("on_time", {"90 %"});
  answers.set("excluded", {"none"});
  const File back = read("conversation", form_text(questionnaire("conversation"), answers, ""));
  CHECK(back.findings == "");
  for (const std::string_view name : {"client", "it_people", "office_hours", "security", "on_time", "excluded"}) {
    CHECK(back.answers.words(name) == answers.words(name));
  }
  CHECK(back.answers.size() == answers.size());
}

TEST_CASE("office hours are read as people write them") {
  const Question* hours = questionnaire("conversation").find("office_hours");
  REQUIRE(hours != nullptr);
  const auto said = [&](std::string_view typed) {
    const auto words = hours->read(typed);
    return words ? words->front() : words.error();
  };
  CHECK(said("mon-fri 08:00-17:30") == "mon-fri 08:00-17:30");
  CHECK(said("8-17") == "mon-fri 08:00-17:00");
  CHECK(said("8-12, 13-17") == "mon-fri 08:00-12:00, 13:00-17:00");
  CHECK(said("Mon-Thu, Sat 13:00-16:30 and 8:30-12") == "mon-thu,sat 08:30-12:00, 13:00-16:30");
  CHECK(said("sun-thu 22-6") == "sun-thu 22:00-06:00");
  CHECK(said("8-12, 11-15") == "these hours overlap: write each hour of the day once");
  CHECK(said("22-6, 5-9") == "these hours overlap: write each hour of the day once");
  CHECK(said("0-24").starts_with("that is the whole day"));
  CHECK(said("0-12, 12-24").starts_with("that is the whole day"));
  for (const std::string_view wrong : {"mon-fri", "8", "8-25", "8-12 tue", "8:5-12", "-", "somday 8-12", "8-8"}) {
    CAPTURE(wrong);
    CHECK_FALSE(hours->read(wrong).has_value());
  }
}

TEST_CASE("mistakes in a file are told at their place, and the rest is read") {
  const File file = read("conversation",
                         "client: Harbor\nclint: x\nnights: sometimes\non_time: 120 %\nit_people: [Ann, [b]]\n"
                         "effective: soon\nspend: {a: b}\nhours_month: -1\ntime_zone: Mars/Olympus\n");
  CHECK(file.answers.word("client") == "Harbor");
  CHECK(file.answers.words("it_people") == std::vector<std::string>{"Ann"});
  CHECK(file.findings.contains("2:1: there is no question `clint`"));
  CHECK(file.findings.contains("3:9: `sometimes` is none of the choices: us, provider"));
  CHECK(file.findings.contains("4:10: `120 %` is not a share, such as `90 %`"));
  CHECK(file.findings.contains("5:18: an item of `it_people` must be a word"));
  CHECK(file.findings.contains("6:12: `soon` is not a date"));
  CHECK(file.findings.contains("7:"));
  CHECK(file.findings.contains("8:14: `-1` is not a whole number"));
  CHECK(file.findings.contains("9:12: "));
}

TEST_CASE("a file that is no list of answers is told") {
  CHECK(read("conversation", "- a\n- b\n").findings.contains("answers are written as `question: answer`"));
  CHECK(read("conversation", "a: [").findings != "");
  CHECK(read("conversation", "").answers.size() == 0);
}

std::vector<std::string> words_of(AnswerKind kind, std::string_view typed) {
  Question question;
  question.kind = kind;
  const auto words = question.read(typed);
  return words ? *words : std::vector<std::string>{"! " + words.error()};
}

TEST_CASE("answers are read as people write them") {
  using Words = std::vector<std::string>;
  CHECK(words_of(AnswerKind::Number, "1,200") == Words{"1200"});
  CHECK(words_of(AnswerKind::Percent, "90%") == Words{"90 %"});
  CHECK(words_of(AnswerKind::Percent, "90") == Words{"90 %"});
  CHECK(words_of(AnswerKind::Money, "5,200 USD per month") == Words{"5200 USD per month"});
  CHECK(words_of(AnswerKind::Hours, "Mon-Fri 08:00-17:30") == Words{"mon-fri 08:00-17:30"});
  CHECK(words_of(AnswerKind::Hours, "mon, wed 08:00-17:30") == Words{"mon,wed 08:00-17:30"});
  CHECK(words_of(AnswerKind::Hours, "mon-sun 00:00-24:00").front().starts_with("! that is the whole day"));
  CHECK(words_of(AnswerKind::People, "Ann Ames ( CEO ), Bob") == Words{"Ann Ames (CEO)", "Bob"});
  CHECK(words_of(AnswerKind::People, "(CEO)").front().starts_with("! "));
  CHECK(words_of(AnswerKind::CountryCode, "Germany") == Words{"de"});
  CHECK(words_of(AnswerKind::HolidaySet, "none") == Words{"none"});
  CHECK(words_of(AnswerKind::YesNo, "Y") == Words{"yes"});
}

TEST_CASE("a clause about what nobody has said is unknown, neither true nor false") {
  Answers answers;
  CHECK(holds(Clause{"users", {">= 30"}}, answers) == Truth::Unknown);
  CHECK(holds(Clause{"users", {"unanswered"}}, answers) == Truth::Yes);
  answers.set("users", {"30"});
  answers.set("quote", {"12,800 USD per month"});
  answers.set("budget", {"9000 USD per month"});
  CHECK(holds(Clause{"users", {"< 10", ">= 30"}}, answers) == Truth::Yes);
  CHECK(holds(Clause{"users", {"> 30"}}, answers) == Truth::No);
  CHECK(holds(Clause{"quote", {"> budget"}}, answers) == Truth::Yes);
  CHECK(holds(Clause{"quote", {"> nothing"}}, answers) == Truth::Unknown);
  CHECK(holds(Condition{{"users", {"30"}}, {"nobody", {"x"}}}, answers) == Truth::Unknown);
  CHECK(holds(Condition{{"users", {"31"}}, {"nobody", {"x"}}}, answers) == Truth::No);
  CHECK(holds(Condition{}, answers) == Truth::Yes);
}

}  // namespace
}  // namespace tandem::draft
