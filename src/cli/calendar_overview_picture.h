// A month of all teams as a picture of 80 columns: a row for each team, two columns for each day. A day shows the
// letter of who is on duty for most of it, else how many people are there; `!` where hours are open and too few are
// there, `·` where the team is closed all day.
//
//              1 2
//              S M T W
//   harbor-it  · 2 2 1
//   desk       S S S!O
//
// Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/calendar_month_frame.h"

namespace tandem::cli {

struct DayMark {
  std::optional<std::size_t> person;  // position in OverviewPicture::people
  std::size_t present = 0;            // when nobody in particular is on duty
  bool open = false;
  bool gap = false;  // in some part of the day
};

struct OverviewPicture {
  struct Row {
    std::string team;
    std::vector<DayMark> days;  // one for each day of the month
  };
  std::string subject;
  std::vector<Row> rows;
  struct Person {
    std::string name;
    Ink ink = Ink::Block0;  // the same in every picture
  };
  std::vector<Person> people;  // those of DayMark::person
  std::optional<calendar::Date> today;
};

// REQUIRES: as many marks in each row as the month has days.
[[nodiscard]] std::string draw(const OverviewPicture& picture, const MonthFrame& frame, const Palette& palette);

// One letter for each name, different ones as long as there are: its first letter, else another of it, else any.
[[nodiscard]] std::vector<std::string> letters_of(const std::vector<std::string>& names);

}  // namespace tandem::cli
