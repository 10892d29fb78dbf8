#include "draft/questionnaire.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "base/check.h"
#include "draft/arrangement.h"
#include "draft/built_in.h"

namespace tandem::draft {
namespace {

constexpr std::array<std::pair<std::string_view, AnswerKind>, 16> kKinds = {{
    {"text", AnswerKind::Text},
    {"texts", AnswerKind::Texts},
    {"people", AnswerKind::People},
    {"choice", AnswerKind::Choice},
    {"choices", AnswerKind::Choices},
    {"yes-no", AnswerKind::YesNo},
    {"number", AnswerKind::Number},
    {"percent", AnswerKind::Percent},
    {"money", AnswerKind::Money},
    {"length", AnswerKind::Length},
    {"hours", AnswerKind::Hours},
    {"week-moment", AnswerKind::WeekMoment},
    {"date", AnswerKind::Date},
    {"zone", AnswerKind::Zone},
    {"holidays", AnswerKind::HolidaySet},
    {"country", AnswerKind::CountryCode},
}};

void read_kind(const yaml::Node& node, Question& question) {
  const std::string word = word_under(node, "kind");
  if (word == "permissions") {
    question.kind = AnswerKind::Choices;
    for (const Permission& one : permissions()) {
      question.choices.push_back({.word = one.name, .label = one.words});
      if (one.usual) question.default_answer += (question.default_answer.empty() ? "" : ", ") + one.name;
    }
    return;
  }
  const auto found = std::ranges::find(kKinds, word, [](const auto& entry) { return entry.first; });
  TANDEM_CHECK(found != kKinds.end());
  question.kind = found->second;
  if (const yaml::Entry* choices = node.find("choices")) {
    TANDEM_CHECK(choices->value.map() != nullptr);
    for (const yaml::Entry& one : choices->value.map()->entries) {
      TANDEM_CHECK(one.value.scalar() != nullptr);
      question.choices.push_back({.word = one.key, .label = one.value.scalar()->text});
    }
  }
}

Question read_question(const yaml::Entry& entry) {
  const yaml::Node& node = entry.value;
  Question question{.name = entry.key,
                    .part = word_under(node, "part"),
                    .ask = word_under(node, "ask"),
                    .help = word_under(node, "help"),
                    .called = word_under(node, "called"),
                    .kind = AnswerKind::Text,
                    .default_answer = word_under(node, "default"),
                    .optional = word_under(node, "optional") == "true",
                    .choices = {},
                    .when = condition_under(node, "when"),
                    .when_any = condition_under(node, "when_any")};
  read_kind(node, question);
  return question;
}

Questionnaire read_built_in(std::string_view name) {
  const yaml::Map* map = built_in_tree(name).root.map();
  TANDEM_CHECK(map != nullptr);
  std::vector<Question> questions;
  for (const yaml::Entry& entry : map->entries) questions.push_back(read_question(entry));
  return Questionnaire(std::move(questions));
}

}  // namespace

bool Question::arises(const Answers& answers) const {
  if (holds(when, answers) != Truth::Yes) return false;
  const auto is_met = [&](const Clause& clause) { return holds(clause, answers) == Truth::Yes; };
  return when_any.empty() || std::ranges::any_of(when_any, is_met);
}

bool Question::takes_several() const {
  return kind == AnswerKind::Texts || kind == AnswerKind::People || kind == AnswerKind::Choices;
}

const Question* Questionnaire::find(std::string_view name) const {
  const auto found = std::ranges::find(questions_, name, &Question::name);
  return found == questions_.end() ? nullptr : &*found;
}

const Questionnaire& questionnaire(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, Questionnaire, std::less<>> all;
  const std::lock_guard lock(mutex);
  if (const auto found = all.find(name); found != all.end()) return found->second;
  return all.emplace(name, read_built_in(name)).first->second;
}

}  // namespace tandem::draft
