// Answers as a file: written as a form that people edit, and read back.
#include <fmt/format.h>

#include <algorithm>

#include "base/plain_text.h"
#include "draft/questionnaire.h"
#include "draft/words.h"
#include "yaml/node.h"

namespace tandem::draft {
namespace {

std::string choices_comment(const Question& question) {
  std::string out;
  std::size_t width = 0;
  for (const AnswerChoice& choice : question.choices) width = std::max(width, choice.word.size());
  for (const AnswerChoice& choice : question.choices)
    out += fmt::format("#   {:<{}}  {}\n", choice.word, width, choice.label);
  return out;
}

std::string value_of(const Question& question, const Answers& answers) {
  const Answer* answer = answers.find(question.name);
  if (answer == nullptr) return "";
  if (!question.takes_several()) return " " + yaml_word(answer->words.front());
  return fmt::format(" [{}]", yaml_items(answer->words));
}

class AnswerReader {
 public:
  AnswerReader(const Questionnaire& questions, diag::Findings& findings) : questions_(questions), findings_(findings) {}

  Answers read(const yaml::Node& root) {
    if (root.map() == nullptr) {
      findings_.add(diag::Kind::WrongType, root.range, "answers are written as `question: answer`");
      return std::move(answers_);
    }
    for (const yaml::Entry& entry : root.map()->entries) read_entry(entry);
    return std::move(answers_);
  }

 private:
  void read_entry(const yaml::Entry& entry) {
    const Question* question = questions_.find(entry.key);
    if (question == nullptr) {
      unknown(entry);
      return;
    }
    answers_.set_place(entry.key, entry.key_range);
    if (const auto* list = entry.value.list()) {
      read_list(*question, entry.value, *list);
    } else if (const auto* scalar = entry.value.scalar()) {
      read_scalar(*question, entry.value, *scalar);
    } else {
      findings_.add(diag::Kind::WrongType, entry.value.range,
                    fmt::format("`{}` must be {}", entry.key, question->form()));
    }
  }

  void unknown(const yaml::Entry& entry) {
    std::vector<std::string_view> names;
    for (const Question& one : questions_.questions()) names.push_back(one.name);
    auto& finding =
        findings_.add(diag::Kind::UnknownKey, entry.key_range, fmt::format("there is no question `{}`", entry.key));
    if (const auto near = diag::did_you_mean(entry.key, names))
      finding.suggest(fmt::format("did you mean `{}`?", *near));
  }

  void read_scalar(const Question& question, const yaml::Node& node, const yaml::Scalar& scalar) {
    if (base::trimmed(scalar.text).empty()) return;  // left open
    if (scalar.text == "unsaid") {
      answers_.take_back(question.name);
      return;
    }
    auto words = question.read(scalar.text);
    if (words) {
      answers_.set(question.name, *std::move(words), node.range);
    } else {
      findings_.add(diag::Kind::BadValue, node.range, words.error()).suggest(fmt::format("write {}", question.form()));
    }
  }

  void read_list(const Question& question, const yaml::Node& node, const yaml::List& list) {
    if (!question.takes_several()) {
      findings_.add(diag::Kind::WrongType, node.range,
                    fmt::format("`{}` takes one answer: {}", question.name, question.form()));
      return;
    }
    std::vector<std::string> words;
    for (const yaml::Node& item : list.items) {
      if (item.scalar() == nullptr) {
        findings_.add(diag::Kind::WrongType, item.range, fmt::format("an item of `{}` must be a word", question.name));
        continue;
      }
      auto word = question.read_word(item.scalar()->text);
      if (!word) {
        findings_.add(diag::Kind::BadValue, item.range, word.error());
      } else if (std::ranges::find(words, *word) == words.end()) {
        words.push_back(*std::move(word));
      }
    }
    // An empty list is an answer too: none of them.
    if (list.items.empty() && question.kind != AnswerKind::People) words.emplace_back("none");
    if (!words.empty()) answers_.set(question.name, std::move(words), node.range);
  }

  const Questionnaire& questions_;
  diag::Findings& findings_;
  Answers answers_;
};

}  // namespace

std::string form_text(const Questionnaire& questions, const Answers& answers, std::string_view heading) {
  std::string out;
  for (const std::string& paragraph : parts_of(heading, "\n")) out += comment_lines(paragraph) + "\n";
  std::string part;
  for (const Question& question : questions.questions()) {
    if (answers.size() > 0 && !question.arises(answers)) continue;
    if (question.part != part) {
      part = question.part;
      out += fmt::format("\n\n# ---- {} ----\n", part);
    }
    out += "\n" + comment_lines(question.ask) + "\n";
    if (!question.help.empty()) out += comment_lines(question.help, "   ") + "\n";
    if (!question.choices.empty()) out += choices_comment(question);
    if (!answers.has(question.name) && question.choices.empty()) out += comment_lines(question.form(), "   ") + "\n";
    out += fmt::format("{}:{}\n", question.name, value_of(question, answers));
  }
  return out;
}

Answers read_answers(const Questionnaire& questions, const source::SourceMap& sources, source::FileId file,
                     diag::Findings& findings) {
  const auto root = yaml::parse(sources, file, findings);
  return root ? AnswerReader(questions, findings).read(*root) : Answers();
}

}  // namespace tandem::draft
