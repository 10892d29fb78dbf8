// A conversation that asks the questions of a questionnaire one after another: a state machine that is given lines and
// answers what to show. Whoever drives it has the terminal, the file of answers and the end of input.
//
//   Interview interview(questionnaire("conversation"), {});
//   while (interview.state() == Interview::State::Asking || …) {
//     print(interview.prompt());
//     print(interview.take(read_line()));
//   }
//
// A line is an answer, or one of the words `back`, `help`, `skip`, `review`, `quit`; in quotes those are answers too.
// An empty line takes what stands in brackets. Questions that the answers so far make pointless are not asked. What has
// been answered already is not asked again, so a conversation may be left and taken up later. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "draft/questionnaire.h"

namespace tandem::draft {

class Interview {
 public:
  enum class State : std::uint8_t {
    Asking,
    Reviewing,  // everything is answered; the answers are shown before anything is done with them
    Finished,   // the answers are to be used
    Left,       // somebody said `quit`
  };
  // What to offer where the question itself has no default; "" for nothing.
  using Suggest = std::function<std::string(const Question&, const Answers&)>;

  // `closing` says what a review ends with: "write the draft". Borrows the questions.
  Interview(const Questionnaire& questions, Answers answers, std::string closing, Suggest suggest = {});

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] const Answers& answers() const { return answers_; }
  // Ends without a line break: the answer is typed behind it.
  [[nodiscard]] std::string prompt() const;
  // What to show in answer to the line; "" for nothing. REQUIRES: Asking or Reviewing.
  std::string take(std::string_view line);
  // How many questions arise, and how many of them are answered.
  struct Progress {
    std::size_t answered = 0;
    std::size_t all = 0;
  };
  [[nodiscard]] Progress progress() const;
  // Questions that must be answered and are not.
  [[nodiscard]] std::vector<const Question*> open() const;

 private:
  [[nodiscard]] const Question& current() const { return questions_->questions()[at_]; }
  [[nodiscard]] std::string offered(const Question& question) const;
  [[nodiscard]] std::string review_text() const;
  [[nodiscard]] std::string help_text() const;
  [[nodiscard]] std::vector<std::size_t> arising() const;
  std::string take_answer(std::string_view line);
  std::string take_review(std::string_view line);
  std::string go_back();
  void go_on();

  const Questionnaire* questions_;
  Answers answers_;
  std::string closing_;
  Suggest suggest_;
  State state_ = State::Asking;
  std::size_t at_ = 0;
  std::set<std::string, std::less<>> skipped_;  // left open on purpose; not asked again until the review
  std::size_t walk_until_ = 0;  // having gone back, the answered questions up to here are gone through again
  bool once_ = false;           // chosen in the review: back to it after one answer
};

}  // namespace tandem::draft
