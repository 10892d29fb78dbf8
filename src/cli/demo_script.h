// The demo's story as data (examples/*/demo.json): who asks for help, what happens to each ticket and when. Times are
// told from now backwards, so that the demo is always a few days old; people are told by their part (`owner`,
// `receiver`, `requester`), because the agreement decides who that is at the hour.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tandem::cli {

struct DemoRequester {
  std::string name;
  std::string email;
  bool vip = false;
};

struct DemoStep {
  int minutes_later = 0;  // than the step before
  std::string who;        // `owner`, `receiver`, `requester`, or a person of the agreement
  std::string action;     // take, comment, note, team-note, hand-off, accept, decline, withdraw, wait, resume, resolve,
                          // reopen, priority, category
  std::string text;       // what is said; the word for priority, category and wait
  std::string team;       // hand-off: to whom
};

struct DemoTicket {
  int business_days_ago = 0;  // with `at`: a local time on that earlier weekday
  std::string at;
  int minutes_ago = 0;  // or so many minutes before now
  std::string subject;
  std::string description;
  std::string requester;  // email
  std::string category;
  std::string priority;
  std::string site;
  std::string department;
  std::string source;
  std::vector<DemoStep> steps;
};

struct DemoScript {
  std::vector<DemoRequester> requesters;
  std::string forms_by;            // the person of the agreement who keeps the catalogue
  std::vector<std::string> forms;  // each as the API takes it
  std::vector<DemoTicket> tickets;
};

// REQUIRES: the text of one of our own demo.json files; one that is not is our bug.
[[nodiscard]] DemoScript parse_demo_script(std::string_view text);

}  // namespace tandem::cli
