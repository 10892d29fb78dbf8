// The weeks of a month as pictures draw them: rows from Monday to Sunday, a cell for each day, and the part of time
// that a column of a cell stands for.
//
//   const MonthFrame frame(zone, 2026y / November);
//   frame.weeks()[0][6]                    // 2026-11-01, a Sunday; the cells before it are empty
//   frame.part(date, 3, 8)                 // 09:00–12:00: the fourth of eight parts of that day
//
// A day is as long as it really is: on the day of a clock change the parts are longer or shorter. Pure.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "calendar/zone.h"
#include "cli/text_line.h"

namespace tandem::cli {

inline constexpr std::size_t kPictureMargin = 10;  // columns left of Monday
inline constexpr std::size_t kDayColumns = 10;     // columns of a day: 80 in all

class MonthFrame {
 public:
  using Week = std::array<std::optional<calendar::Date>, 7>;  // Monday first

  // REQUIRES: a month of the years 1 to 9998.
  MonthFrame(calendar::Zone zone, std::chrono::year_month month);

  [[nodiscard]] const calendar::Zone& zone() const { return zone_; }
  [[nodiscard]] std::chrono::year_month month() const { return month_; }
  [[nodiscard]] const std::vector<Week>& weeks() const { return weeks_; }
  [[nodiscard]] std::vector<calendar::Date> days() const;
  [[nodiscard]] base::Interval whole() const;
  [[nodiscard]] base::Interval day(calendar::Date date) const;
  // The `index`-th of `count` equal parts of the day. REQUIRES: index < count.
  [[nodiscard]] base::Interval part(calendar::Date date, std::size_t index, std::size_t count) const;

  // "November 2026", between the subject on the left and the zone on the right.
  [[nodiscard]] std::string title(std::string_view subject, const Palette& palette) const;
  // "Mon       Tue       …"
  [[nodiscard]] static std::string weekdays(const Palette& palette);

 private:
  calendar::Zone zone_;
  std::chrono::year_month month_;
  std::vector<Week> weeks_;
};

// "W45", the ISO 8601 week that the date is in.
[[nodiscard]] std::string week_text(calendar::Date date);
[[nodiscard]] std::string week_text(const MonthFrame::Week& week);
// "November 2026"
[[nodiscard]] std::string month_text(std::chrono::year_month month);
// How much of `part` the stretches cover. REQUIRES: sorted and disjoint. O(log stretches + crossed).
[[nodiscard]] base::Duration covered(const std::vector<base::Interval>& stretches, base::Interval part);
// How much later or earlier the clocks stand at the day's end: "clocks go forward 1 h"; nothing on ordinary days.
[[nodiscard]] std::optional<std::string> clock_change(calendar::Date date, const calendar::Zone& zone);

}  // namespace tandem::cli
