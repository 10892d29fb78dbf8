// The rule of a zone for the years its file does not list: POSIX's TZ text (IEEE Std 1003.1, chapter 8.3) with the
// longer hours of RFC 9636, section 3.3.1.
//
//   const auto rule = PosixRule::parse("CET-1CEST,M3.5.0,M10.5.0/3");
//   rule->daylight_periods(std::chrono::year(2040), std::chrono::year(2041));    // two summers
//
// Immutable value. Private to calendar/.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::calendar {

// What a zone's clocks show for a while: RFC 9636's "local time type".
struct LocalTimeType {
  std::chrono::seconds offset{};  // local time less UTC; under 26 hours either way
  bool daylight = false;
  std::string abbreviation;
  bool operator==(const LocalTimeType&) const = default;
};

class PosixRule {
 public:
  struct Period {  // of daylight time; half-open, seconds since 1970 in UTC
    std::int64_t from = 0;
    std::int64_t to = 0;
    bool operator==(const Period&) const = default;
  };

  // Nothing when the text is not a rule. A rule that has daylight time must say when: POSIX leaves it open otherwise.
  [[nodiscard]] static std::optional<PosixRule> parse(std::string_view text);

  [[nodiscard]] const LocalTimeType& standard() const { return standard_; }
  // Null when the clocks never change.
  [[nodiscard]] const LocalTimeType* daylight() const { return daylight_ ? &daylight_->type : nullptr; }
  // The stretches of daylight time that begin in the years `first` to `last`: sorted, disjoint, not touching. One that
  // is daylight time all year is a single stretch.
  [[nodiscard]] std::vector<Period> daylight_periods(std::chrono::year first, std::chrono::year last) const;

 private:
  // The day and wall clock time of a change.
  struct Change {
    enum class Form {
      JulianDay,  // Jn: 1 to 365, 29 February is never counted
      YearDay,    // n: 0 to 365, 29 February is counted
      Weekday,    // Mm.w.d: the w-th (5: last) weekday d of month m
    };
    Form form = Form::Weekday;
    int day = 0;
    int week = 0;
    int month = 0;
    std::chrono::seconds time = std::chrono::hours(2);

    // Seconds since 1970 of the wall clock.
    [[nodiscard]] std::int64_t in_year(std::chrono::year year) const;
  };
  struct Daylight {
    LocalTimeType type;
    Change begins;  // in standard time
    Change ends;    // in daylight time
  };
  class Reader;

  LocalTimeType standard_;
  std::optional<Daylight> daylight_;
};

}  // namespace tandem::calendar
