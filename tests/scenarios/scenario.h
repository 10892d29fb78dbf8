// A scenario: what people do at a desk, in virtual time, and what comes of it. One file reads like the minutes of a
// day:
//
//   # Nobody accepts: the ticket comes back, and both leads hear of it.
//   at 2026-10-05 10:00
//   agreement examples/harbor-cu/agreement.yaml
//   ann opens A {"subject": "Locked out", "category": "password-reset"}
//     10:00 A: ann: opened it for ann as `password-reset`, priority `normal`
//   at 10:45
//     10:30 A: Tandem: nobody accepted the hand-off in time: the giver keeps it, and …
//
// Lines that begin in the first column are steps (player.h says which there are), those indented by two spaces what the
// desk said to the step before them. They are compared word for word on every store, and written by the test itself
// with TANDEM_ACCEPT=1. Comments and empty lines stay where they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tandem::scenarios {

struct Line {
  std::string text;  // a step, a comment, or nothing
  std::vector<std::string> answers{};

  [[nodiscard]] bool is_step() const { return !text.empty() && !text.starts_with('#'); }
  bool operator==(const Line&) const = default;
};

// REQUIRES: the text ends with a line break and does not begin with an answer.
[[nodiscard]] std::vector<Line> read_scenario(std::string_view text);
[[nodiscard]] std::string write_scenario(const std::vector<Line>& lines);

}  // namespace tandem::scenarios
