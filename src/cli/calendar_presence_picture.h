// A month of a team that has no rotation as a picture of 80 columns: each day has a bar of eight figures from midnight
// to midnight, which say how many people are there in each three hours; `!` where too few are, `·` where the team is
// closed.
//
//   Mon       Tue
//   2         3
//   ··22222·  ··11!!··
//
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/calendar_month_frame.h"

namespace tandem::cli {

struct PresencePicture {
  struct Part {
    base::Interval during;
    std::size_t present = 0;
    bool gap = false;  // fewer than are needed
  };
  std::string subject;
  std::vector<Part> parts;  // when the team is open; sorted and disjoint
  std::optional<calendar::Date> today;
};

[[nodiscard]] std::string draw(const PresencePicture& picture, const MonthFrame& frame, const Palette& palette);

}  // namespace tandem::cli
