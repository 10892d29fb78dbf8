// Plays a scenario on a desk, step by step, and says what came of each step.
//
//   Player player(desk_opener, root);
//   for (Line& line : lines) line.answers = player.play(line.text);
//
// Steps:
//   at 2026-10-05T10:00:00-04:00     the clock begins there. The first step of a scenario
//   at 2026-10-05 17:00              goes on to there, stopping wherever time does something; in the agreement's zone
//   agreement examples/x/agreement.yaml                         a text is put in force, as the first or the next
//   version agreement examples/x/agreement.yaml {"12 hours": "1 hour"}  the same with some words changed ann opens A
//   {…}                  a ticket, called A from here on; bodies are those of the API sam on A take a command on it:
//   POST …/tickets/{A}/take sam edits A {…}                  PATCH sam posts leave {…}              POST below the
//   engagement. $A in paths and bodies is the ticket's id sam sees tickets/$A /owner       what the API says there
//   dana makes F {…}                 a form of the catalogue; $F is its id
//   ann asks A {"form": "$F", …}     a request with a form, called A; the steps of its checklist are A1, A2 …
//   restart                          the process is killed and started anew
//
// An answer tells each event of every ticket that came since the step before: when, which ticket, who, what; and under
// an owner the reasons. A refusal is told by its status, its kind and its words.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "virtual_desk.h"

namespace tandem::scenarios {

class Player {
 public:
  // `root`: where files are looked for.
  Player(std::function<app::Store&()> open, std::filesystem::path root)
      : open_(std::move(open)), root_(std::move(root)) {}

  // A step that cannot be read fails the test.
  [[nodiscard]] std::vector<std::string> play(const std::string& step);

 private:
  struct Followed {
    std::string alias;
    std::string id;
    std::uint64_t told = 0;  // so many of its events
  };
  using Answers = std::vector<std::string>;

  void go_to(std::string_view when, Answers& answers);
  void put_in_force(std::string_view rest);
  void open(const std::string& who, std::string_view rest, Answers& answers);
  void ask(const std::string& who, http::Method method, const std::string& path, std::string_view body,
           Answers& answers);
  void make_form(const std::string& who, std::string_view rest, Answers& answers);
  void ask_by_form(const std::string& who, std::string_view rest, Answers& answers);
  void show(const std::string& who, std::string_view rest, Answers& answers);
  void tell_news(Answers& answers);
  [[nodiscard]] std::string local(base::Instant at) const;  // "2026-10-05 17:00"
  [[nodiscard]] std::string when(base::Instant at) const;
  [[nodiscard]] std::string with_ids(std::string text) const;

  std::function<app::Store&()> open_;
  std::filesystem::path root_;
  std::optional<VirtualDesk> desk_;  // from the first step on
  std::vector<Followed> followed_;
  std::vector<std::pair<std::string, std::string>> forms_;  // what each is called, and its id
  std::string today_;                                       // the date of the last `at`
};

}  // namespace tandem::scenarios
