// A month of people on duty as a picture of 80 columns: a ribbon for each layer runs through the weeks, a column of it
// is a tenth of a day. The person's name stands where their duty begins and again in each week; time that nobody has is
// `▒▒▒`, or red on a terminal, and is never too short to be seen.
//
//   W37       7         8         9
//   on duty   ▒▒▒├ Sam Okafor ───────────
//
// Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/calendar_month_frame.h"

namespace tandem::cli {

struct Ribbon {
  enum class Kind : std::uint8_t { Duty, Gap };
  struct Stretch {
    base::Interval during;
    std::string label;  // "Sam Okafor"; gaps: "nobody"
    Kind kind = Kind::Duty;
    Ink ink = Ink::Block0;  // of the person, the same in every picture
    bool begins = true;     // it begins where it is shown to begin, not before the month
  };
  std::string name;                // of the layer
  std::vector<Stretch> stretches;  // sorted and disjoint
};

struct RibbonPicture {
  std::string subject;
  std::vector<Ribbon> ribbons;
  std::optional<calendar::Date> today;
};

[[nodiscard]] std::string draw(const RibbonPicture& picture, const MonthFrame& frame, const Palette& palette);

// "Sam Okafor" → "SO"; one capital or two. REQUIRES: visible words.
[[nodiscard]] std::string initials(std::string_view name);

}  // namespace tandem::cli
