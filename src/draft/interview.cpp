#include "draft/interview.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/plain_text.h"
#include "draft/words.h"

namespace tandem::draft {
namespace {

std::string shown(const Question& question, const std::vector<std::string>& words) {
  if (question.kind == AnswerKind::Choice) {
    const auto found = std::ranges::find(question.choices, words.front(), &AnswerChoice::word);
    if (found != question.choices.end()) return found->label;
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

// An answer in quotes is one whatever it says.
std::string_view unquoted(std::string_view line) {
  if (line.size() >= 2 && line.starts_with('"') && line.ends_with('"')) return line.substr(1, line.size() - 2);
  return line;
}

}  // namespace

Interview::Interview(const Questionnaire& questions, Answers answers, std::string closing, Suggest suggest)
    : questions_(&questions), answers_(std::move(answers)), closing_(std::move(closing)), suggest_(std::move(suggest)) {
  go_on();
}

std::vector<std::size_t> Interview::arising() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < questions_->questions().size(); ++i) {
    if (questions_->questions()[i].arises(answers_)) out.push_back(i);
  }
  return out;
}

void Interview::go_on() {
  for (const std::size_t i : arising()) {
    const Question& question = questions_->questions()[i];
    if (answers_.has(question.name) || skipped_.contains(question.name)) continue;
    at_ = i;
    state_ = State::Asking;
    return;
  }
  state_ = State::Reviewing;
}

std::string Interview::offered(const Question& question) const {
  if (const Answer* answer = answers_.find(question.name)) return fmt::format("{}", fmt::join(answer->words, ", "));
  if (!question.default_answer.empty()) return question.default_answer;
  return suggest_ ? suggest_(question, answers_) : "";
}

std::string Interview::prompt() const {
  if (state_ == State::Reviewing) return review_text();
  const Question& question = current();
  const auto indices = arising();
  const auto position = std::ranges::find(indices, at_) - indices.begin() + 1;
  std::string out =
      fmt::format("\n{} ({} of {})\n{}", question.part, position, indices.size(), wrapped(question.ask, "") + "\n");
  std::size_t width = 0;
  for (const AnswerChoice& choice : question.choices) width = std::max(width, choice.word.size());
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    out += fmt::format("  {}  {:<{}}  {}\n", i + 1, question.choices[i].word, width, question.choices[i].label);
  }
  const std::string offer = offered(question);
  if (!offer.empty()) return out + fmt::format("[{}] > ", offer);
  return out + (question.optional ? "[leave it open] > " : "> ");
}

std::string Interview::review_text() const {
  std::string out = "\nThis is what you said.\n";
  std::string part;
  std::size_t number = 0;
  for (const std::size_t i : arising()) {
    const Question& question = questions_->questions()[i];
    if (question.part != part) {
      part = question.part;
      out += fmt::format("\n  {}\n", part);
    }
    const Answer* answer = answers_.find(question.name);
    out += fmt::format("  {:>3}  {}\n       {}\n", ++number, question.ask,
                       answer == nullptr ? "(open)" : shown(question, answer->words));
  }
  return out + fmt::format("\nA number changes an answer; an empty line will {}. [{}] > ", closing_, closing_);
}

std::string Interview::help_text() const {
  const Question& question = current();
  std::string out;
  if (!question.help.empty()) out += wrapped(question.help, "  ") + "\n";
  out += wrapped(fmt::format("Write {}.", question.form()), "  ") + "\n";
  out +=
      "  An empty line takes what stands in brackets. `back` goes to the question before, `skip` leaves this one\n"
      "  open, `review` shows all answers, `quit` stops.\n";
  return out;
}

std::string Interview::go_back() {
  const auto indices = arising();
  const bool was_reviewing = state_ == State::Reviewing;
  std::optional<std::size_t> before;
  for (const std::size_t i : indices) {
    if (was_reviewing || i < at_) before = i;
  }
  if (!before) return "This is the first question.\n";
  if (!was_reviewing) walk_until_ = std::max(walk_until_, at_);
  once_ = false;
  at_ = *before;
  state_ = State::Asking;
  skipped_.erase(questions_->questions()[at_].name);
  return "";
}

std::string Interview::take(std::string_view line) {
  const std::string_view typed = base::trimmed(line);
  const std::string word = lower_case(typed);
  if (word == "quit" || word == "exit") {
    state_ = State::Left;
    return "";
  }
  if (word == "back" || word == "<") return go_back();
  if (state_ == State::Reviewing) return take_review(typed);
  if (word == "help" || word == "?") return help_text();
  if (word == "review") {
    state_ = State::Reviewing;
    return "";
  }
  if (word == "skip") {
    answers_.clear(current().name);
    skipped_.insert(current().name);
    once_ = false;
    go_on();
    return "";
  }
  return take_answer(typed);
}

std::string Interview::take_answer(std::string_view typed) {
  const Question& question = current();
  const std::string offer = offered(question);
  if (typed.empty() && offer.empty() && !question.optional)
    return fmt::format("This one needs an answer: {}. `skip` leaves it open all the same.\n", question.form());
  if (typed.empty() && offer.empty()) {
    skipped_.insert(question.name);
  } else {
    auto words = question.read(typed.empty() ? std::string_view(offer) : unquoted(typed));
    if (!words) return fmt::format("{}{} `help` tells more.\n", words.error(), words.error().ends_with('?') ? "" : ".");
    answers_.set(question.name, *std::move(words));
  }
  const auto indices = arising();
  const auto next = std::ranges::upper_bound(indices, at_);
  // Having gone back, people go through what follows again, with their own answers in brackets.
  if (!std::exchange(once_, false) && next != indices.end() && *next <= walk_until_) {
    at_ = *next;
  } else {
    walk_until_ = 0;
    go_on();
  }
  return "";
}

std::string Interview::take_review(std::string_view typed) {
  const std::string word = lower_case(typed);
  if (typed.empty() || word == "yes" || word == "y" || word == lower_case(closing_)) {
    if (const auto missing = open(); !missing.empty())
      return fmt::format("\"{}\" needs an answer first.\n", missing.front()->ask);
    state_ = State::Finished;
    return "";
  }
  const auto indices = arising();
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  if (error != std::errc() || end != typed.data() + typed.size() || number == 0 || number > indices.size())
    return fmt::format("`{}` is not one of the numbers 1 to {}. An empty line will {}; `quit` stops.\n", word,
                       indices.size(), closing_);
  at_ = indices[number - 1];
  skipped_.erase(questions_->questions()[at_].name);
  once_ = true;
  state_ = State::Asking;
  return "";
}

Interview::Progress Interview::progress() const {
  Progress progress;
  for (const std::size_t i : arising()) {
    ++progress.all;
    if (answers_.has(questions_->questions()[i].name)) ++progress.answered;
  }
  return progress;
}

std::vector<const Question*> Interview::open() const {
  std::vector<const Question*> out;
  for (const std::size_t i : arising()) {
    const Question& question = questions_->questions()[i];
    if (!question.optional && !answers_.has(question.name)) out.push_back(&question);
  }
  return out;
}

}  // namespace tandem::draft
