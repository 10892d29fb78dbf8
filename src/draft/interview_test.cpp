#include "draft/interview.h"

#include <doctest/doctest.h>

namespace tandem::draft {
namespace {

using State = Interview::State;

Question question(std::string name, AnswerKind kind, std::string by_default = "") {
  Question out;
  out.part = "Part";
  out.ask = name + "?";
  out.name = std::move(name);
  out.kind = kind;
  out.default_answer = std::move(by_default);
  return out;
}

Questionnaire small() {
  Question color = question("color", AnswerKind::Choice, "red");
  color.choices = {{"red", "like fire"}, {"blue", "like the sea"}};
  Question depth = question("depth", AnswerKind::Number);
  depth.when = {{"color", {"blue"}}};
  Question note = question("note", AnswerKind::Text);
  note.optional = true;
  return Questionnaire({question("name", AnswerKind::Text), color, depth, note});
}

struct Talk {
  explicit Talk(Answers answers = {}) : interview(questions, std::move(answers), "write it") {}
  Talk& say(std::initializer_list<std::string_view> lines) {
    for (const auto line : lines) last = interview.take(line);
    return *this;
  }
  Questionnaire questions = small();
  Interview interview;
  std::string last;
};

TEST_CASE("questions are asked in order, and those that do not arise are not") {
  Talk talk;
  CHECK(talk.interview.prompt() == "\nPart (1 of 3)\nname?\n> ");
  talk.say({"Ann", ""});
  CHECK(talk.interview.answers().word("color") == "red");
  CHECK(talk.interview.prompt().contains("note?"));
  talk.say({""});
  CHECK(talk.interview.state() == State::Reviewing);
  talk.say({""});
  CHECK(talk.interview.state() == State::Finished);
}

TEST_CASE("a choice is a number, a word or its label") {
  for (const std::string_view typed : {"2", "blue", "BLUE", "Like the sea"}) {
    CHECK(Talk().say({"Ann", typed}).interview.answers().word("color") == "blue");
  }
  CHECK(Talk().say({"Ann", "bleu"}).last == "`bleu` is none of the choices: did you mean `blue`? `help` tells more.\n");
}

TEST_CASE("going back offers what was said, and goes on from there through what follows") {
  Talk talk;
  talk.say({"Ann", "blue", "back", "back"});
  CHECK(talk.interview.prompt() == "\nPart (1 of 4)\nname?\n[Ann] > ");
  talk.say({"Bob"});
  CHECK(talk.interview.prompt().ends_with("[blue] > "));
  talk.say({"", "7"});
  CHECK(talk.interview.answers().word("name") == "Bob");
  CHECK(talk.interview.answers().word("depth") == "7");
  CHECK(Talk().say({"back"}).last == "This is the first question.\n");
}

TEST_CASE("an answer changed in the review may bring up a new question") {
  Talk talk;
  talk.say({"Ann", "", "", "2", "blue"});
  CHECK(talk.interview.prompt().contains("depth?"));
  talk.say({"3"});
  CHECK(talk.interview.state() == State::Reviewing);
  CHECK(talk.interview.prompt().contains("like the sea"));
}

TEST_CASE("what is needed must be there before it is finished") {
  Talk talk;
  talk.say({""});
  CHECK(talk.last.starts_with("This one needs an answer"));
  talk.say({"skip", "", ""});
  CHECK(talk.interview.state() == State::Reviewing);
  talk.say({""});
  CHECK(talk.last == "\"name?\" needs an answer first.\n");
  talk.say({"1", "Ann", "write it"});
  CHECK(talk.interview.state() == State::Finished);
}

TEST_CASE("a conversation is taken up where it was left") {
  Answers answers;
  answers.set("name", {"Ann"});
  answers.set("note", {"hm"});
  Talk talk(answers);
  CHECK(talk.interview.prompt().contains("color?"));
  talk.say({""});
  CHECK(talk.interview.state() == State::Reviewing);
  const auto progress = talk.interview.progress();
  CHECK(progress.answered == 3);
  CHECK(progress.all == 3);
}

TEST_CASE("words of the conversation are answers in quotes") {
  CHECK(Talk().say({"\"back\""}).interview.answers().word("name") == "back");
  CHECK(Talk().say({"quit"}).interview.state() == State::Left);
  CHECK(Talk().say({"help"}).last.contains("Write a line of text."));
}

TEST_CASE("hostile lines are told and change nothing") {
  Talk talk;
  for (const std::string& line :
       {std::string("\x1b[31mred"), std::string("\xff\xfe"), std::string(1, '\0') + "x", std::string(5000, 'x')}) {
    talk.say({line});
    CHECK_FALSE(talk.last.empty());
    CHECK_FALSE(talk.interview.answers().has("name"));
    CHECK_FALSE(talk.last.contains('\x1b'));
  }
}

}  // namespace
}  // namespace tandem::draft
