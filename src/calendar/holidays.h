// Named sets of public holidays, worked out by rule (holiday_rule.h). Built-in sets come from the files in
// calendar/holidays/, which name their sources; an agreement makes its own.
//
//   find_holiday_set("us-federal")->holiday(date);    // "Thanksgiving Day", or nothing
//
//   HolidaySetText text{.name = "harbor-days", .based_on = {find_holiday_set("us-federal")}};
//   text.days.push_back({"Founders' Day", "2nd fri may"});
//   text.without.push_back("Columbus Day");
//   auto set = HolidaySet::make(text);                // the set, or every mistake with its place
//
// A date is a holiday when it is kept as one: for us-federal the observed day (5 U.S.C. 6103) as well as the day
// itself. Days that a proclamation closes once are part of a set only where its file says so. Before the first of its
// years of validity a set has no holidays, since other laws held; after the last one its rules go on as they stand.
// Sets are immutable; thread-safe.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/holiday_rule.h"
#include "calendar/zone.h"

namespace tandem::calendar {

class HolidaySet;

struct Holiday {
  Date date;
  std::string name;
  bool operator==(const Holiday&) const = default;
};

// A set as somebody wrote it.
struct HolidaySetText {
  struct Day {
    std::string name;
    std::string rule;
  };
  std::string name;
  std::string title{};
  std::string source{};
  YearRange valid{};                                          // all years: those in which all sets below are valid
  std::vector<std::shared_ptr<const HolidaySet>> based_on{};  // none of them null
  // In the order in which names of one date are joined. Days of the same name add up ("nov 11 since 1978" beside
  // "4th mon oct until 1977"); a name that a set below has too replaces the holiday there.
  std::vector<Day> days{};
  std::vector<std::string> without{};  // holidays of the sets below that this one does not have
  // Where holidays on weekends are kept unless their own rule says so ("nearest weekday"); also for those of the sets
  // below. Empty: those of the sets below as they are, one's own as in the first of these sets.
  std::string observed{};
};

// What is wrong in a HolidaySetText, and where.
struct HolidayMistake {
  enum class In { DayName, Rule, Without, Observed };
  In in = In::Rule;
  std::size_t index = 0;  // of the entry in `days` or `without`
  RuleMistake mistake;    // with the place in that entry's text
};

class HolidaySet {
 public:
  // Everything that is wrong: `observed` first, then `without`, then the days in their order; never empty.
  using Mistakes = std::vector<HolidayMistake>;
  // At most kMostDays days of its own, so that what a set adds to working out a year is bounded whatever was written.
  // Whoever bases sets on others bounds the sum (agreement/limits.h: kHolidayRules).
  static constexpr std::size_t kMostDays = 400;
  [[nodiscard]] static std::expected<std::shared_ptr<const HolidaySet>, Mistakes> make(const HolidaySetText& text);
  ~HolidaySet();

  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] std::string_view title() const;   // "United States, federal"; empty when nobody gave one
  [[nodiscard]] std::string_view source() const;  // the law
  // The years for which the set is what the source says.
  [[nodiscard]] std::chrono::year first_year() const;
  [[nodiscard]] std::chrono::year last_year() const;

  // The holidays kept in a year, by date. Days of the same date are one, their names joined by "; ".
  [[nodiscard]] std::vector<Holiday> in_year(std::chrono::year year) const;
  // The holiday's name, or nothing on an ordinary day and for a date that does not exist. A binary search from
  // kFirstTableYear to kLastTableYear; other years are worked out anew at each call (some microseconds).
  [[nodiscard]] std::optional<std::string> holiday(Date date) const;
  static constexpr std::chrono::year kFirstTableYear{2000};
  static constexpr std::chrono::year kLastTableYear{2060};

  // As somebody wrote it: a set made of it once more has the same holidays.
  [[nodiscard]] const HolidaySetText& text() const;
  // The holidays and their rules, those of the sets below first.
  [[nodiscard]] std::vector<HolidaySetText::Day> days() const;

 private:
  struct Compiled;
  explicit HolidaySet(std::unique_ptr<const Compiled> compiled);
  std::unique_ptr<const Compiled> compiled_;
};

// Null when no built-in set has the name. A set is read when it is first asked for.
[[nodiscard]] std::shared_ptr<const HolidaySet> find_holiday_set(std::string_view name);
// Sorted.
[[nodiscard]] std::span<const std::string_view> holiday_set_names();

}  // namespace tandem::calendar
