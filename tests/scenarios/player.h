// Plays a scenario on a desk, step by step, and says what came of each step.
//
//   Player player(desk_opener, root);
//   for (Line& line : lines) line.answers = player.play(line.text);
//
// Time and the process:
//   at 2026-10-05T10:00:00-04:00     the clock begins there. The first step of a scenario
//   at 2026-10-05 17:00              on to there, stopping wherever time does something; in the agreement's zone
//   restart                          the process is killed and started anew
//
// The agreement (agreement_steps.cpp):
//   agreement examples/x/agreement.yaml                  put in force as an administrator does, the first or the next
//   agreement examples/x/agreement.yaml {"12 hours": "1 hour"}    the same with some words changed
//   dana drafts 1 {"12 hours": "1 hour"}                 draft 1 is the newest version with some words changed
//   dana saves 1 {"1 hour": "2 hours"}                   draft 1 with some of its words changed
//   dana proposes 1                                      the text of draft 1, as it stands
//   priya signs 1                                        the text of proposal 1, as it stands
//
// Tickets; bodies are those of the API, and $A in paths and bodies is the id of what is called A:
//   ann opens A {…}                  a ticket, called A from here on
//   sam on A take                    a command on it: POST …/tickets/{A}/take. With a body: sam on A resolve {…}
//   sam on A opens B {…}             another one for its sake: POST …/tickets/{A}/related
//   sam edits A {…}                  PATCH
//   ann asks A {"form": "$F", …}     a request with a form; the steps of its checklist are A1, A2 …
//   sam edits many {…}               POST …/bulk-edits, and what each ticket answered
//   dana makes F {…}                 a form of the catalogue; $F is its id
//   sam keeps M {…}                  a macro; $M is its id
//   sam posts leave {…}              POST to any other path below the engagement
//
// Questions:
//   sam sees tickets/$A /owner       what the API says there
//   sam asks why A                   who has it and why; and whom the agreement would name now, where that is another
//   sam hears                        the notices they have not read, oldest first, which then are read
//
// An answer tells each event of every ticket that came since the step before: when, which ticket, who, what; and under
// an owner the reasons. The auditor reads them, confidential work whoever may. A refusal is told by its
// status, its kind and its words.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
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

  void act(const std::string& who, std::string_view rest, Answers& answers);
  void go_to(std::string_view when, Answers& answers);
  // Nothing: it was refused, which is told.
  std::optional<boost::json::value> ask(const std::string& who, http::Method method, const std::string& path,
                                        std::string_view body, Answers& answers);
  void show(const std::string& who, std::string_view rest, Answers& answers);
  void hear(const std::string& who, Answers& answers);
  [[nodiscard]] std::string about(const boost::json::value& notice) const;

  // Tickets: ticket_steps.cpp
  void open(const std::string& who, const std::string& path, std::string_view rest, Answers& answers);
  void act_on(const std::string& who, std::string_view rest, Answers& answers);
  void edit_many(const std::string& who, std::string_view body, Answers& answers);
  void ask_by_form(const std::string& who, const std::string& alias, std::string_view body, Answers& answers);
  void ask_why(const std::string& who, const std::string& alias, Answers& answers);
  void name_one(const std::string& who, const std::string& path, std::string_view rest, Answers& answers);
  void tell_news(Answers& answers);
  [[nodiscard]] Reply history_of(const Followed& ticket);

  // The agreement: agreement_steps.cpp
  void put_in_force(std::string_view rest);
  void draft(const std::string& who, std::string_view rest, Answers& answers);
  void save(const std::string& who, std::string_view rest, Answers& answers);
  void propose(const std::string& who, const std::string& draft, Answers& answers);
  void sign(const std::string& who, const std::string& proposal, Answers& answers);
  void tell_agreement(Answers& answers);

  [[nodiscard]] std::string local(base::Instant at) const;  // "2026-10-05 17:00"
  [[nodiscard]] std::string when(base::Instant at) const;   // the time of day alone on the day of the last `at`
  [[nodiscard]] std::string with_ids(std::string text) const;
  [[nodiscard]] std::string alias_of(std::string_view id) const;  // of a ticket; "?" of one that no step opened

  std::function<app::Store&()> open_;
  std::filesystem::path root_;
  std::optional<VirtualDesk> desk_;  // from the first step on
  std::vector<Followed> followed_;
  std::vector<std::pair<std::string, std::string>> named_;  // forms and macros: what each is called, and its id
  std::map<std::string, std::string> agreement_told_;       // of each draft, proposal and version, from the first draft
  std::string today_;                                       // the date of the last `at`
};

}  // namespace tandem::scenarios
