#include "calendar/recurrence_other_calendar.h"

#include <libical/ical.h>

#include "calendar/excerpt.h"

namespace tandem::calendar {
namespace {

// libical says nothing about its work. Even a rule that never matches makes it look through thousands of years first,
// which takes about as long as this many of our steps; each start found takes about as long as the other.
constexpr std::size_t kStepsToBegin = 200'000;
constexpr std::size_t kStepsForEach = 500;

struct IteratorDeleter {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

icaltimetype to_libical(WallSeconds wall, bool whole_day) {
  const LocalTime local = local_time(wall);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(local.time_of_day));
  icaltimetype out = icaltime_null_time();
  out.year = static_cast<int>(local.date.year());
  out.month = static_cast<int>(static_cast<unsigned>(local.date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(local.date.day()));
  out.hour = static_cast<int>(time.hours().count());
  out.minute = static_cast<int>(time.minutes().count());
  out.second = static_cast<int>(time.seconds().count());
  out.is_date = whole_day ? 1 : 0;
  return out;
}

WallSeconds from_libical(const icaltimetype& time) {
  const Date date(std::chrono::year(time.year), std::chrono::month(static_cast<unsigned>(time.month)),
                  std::chrono::day(static_cast<unsigned>(time.day)));
  return wall_seconds({date, base::hours(time.hour) + base::minutes(time.minute) + base::seconds(time.second)});
}

// Owns the name of the calendar that libical keeps beside its arrays.
class LibicalRule {
 public:
  explicit LibicalRule(const std::string& text) : rule_(icalrecurrencetype_from_string(text.c_str())) {}
  LibicalRule(const LibicalRule&) = delete;
  LibicalRule& operator=(const LibicalRule&) = delete;
  ~LibicalRule() { icalrecurrencetype_clear(&rule_); }
  icalrecurrencetype& get() { return rule_; }

 private:
  icalrecurrencetype rule_;
};

}  // namespace

base::Result<std::vector<WallSeconds>> starts_in_other_calendar(const RecurrenceRule& rule,
                                                                const RecurrenceWalk::Range& range, bool whole_day,
                                                                StepBudget& budget) {
  const auto refuse = [&](base::ErrorCode code, std::string_view reason) {
    return base::fail(code, fmt::format("recurrence rule `{}` {}", excerpt(rule.text), reason));
  };
  if (rule.frequency < Frequency::Monthly) {
    return refuse(base::ErrorCode::Unsupported, "is of another calendar and neither yearly nor monthly");
  }
  budget.spend(kStepsToBegin);
  if (budget.exhausted()) return refuse(base::ErrorCode::BadInput, "takes too many steps to expand");
  // The error is a variable of the thread; libical reads it to see whether it got on.
  icalerror_clear_errno();
  LibicalRule read(rule.text);
  // The end is the caller's, who knows the zone. This one only keeps libical from going on without a bound.
  read.get().until = to_libical(range.end, whole_day);
  const std::unique_ptr<icalrecur_iterator, IteratorDeleter> iterator(
      icalrecur_iterator_new(read.get(), to_libical(range.start, whole_day)));
  if (!iterator) {
    icalerror_clear_errno();
    return refuse(base::ErrorCode::Unsupported, "is not one that can be expanded: unknown calendar, or no start found");
  }
  std::vector<WallSeconds> starts;
  for (;;) {
    const icaltimetype next = icalrecur_iterator_next(iterator.get());
    if (icaltime_is_null_time(next) != 0) break;
    budget.spend(kStepsForEach);
    if (budget.exhausted()) return refuse(base::ErrorCode::BadInput, "takes too many steps to expand");
    starts.push_back(from_libical(next));
    if (starts.back() >= range.end) break;
  }
  return starts;
}

}  // namespace tandem::calendar
