#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {
namespace {

std::string dated(const std::vector<DatedHours>& hours) {
  std::string out;
  for (const DatedHours& each : hours) Reading::append(out, words(each.days.value) + " " + words(each.windows));
  return out;
}

std::string located(const std::vector<Located<std::string>>& texts) {
  std::string out;
  for (const auto& each : texts) Reading::append(out, each.value);
  return out;
}

std::string days_of(const std::vector<HolidayText>& days) {
  std::string out;
  for (const HolidayText& day : days) {
    std::string rules;
    for (const auto& rule : day.rules.value) rules += (rules.empty() ? "" : " and ") + rule.value;
    Reading::append(out, day.name.value + " " + rules);
  }
  return out;
}

}  // namespace

std::vector<Described> describe_calendars(const Reading& text) {
  std::vector<Described> out;
  for (const CalendarText& calendar : text.agreement().calendars) {
    std::string closed;
    for (const auto& span : calendar.closed.value) Reading::append(closed, words(span.value));
    out.push_back({text.name(Space::Calendar, calendar.key.value),
                   calendar.key.at,
                   {{"time zone", words(calendar.time_zone)},
                    {"hours", words(calendar.windows)},
                    {"holidays", text.names(Space::HolidaySet, calendar.holidays.value)},
                    {"closed", closed},
                    {"open", dated(calendar.open.value)},
                    {"breaks", dated(calendar.breaks.value)},
                    {"any of", text.names(Space::Calendar, calendar.any_of.value)},
                    {"all of", text.names(Space::Calendar, calendar.all_of.value)},
                    {"without", text.names(Space::Calendar, calendar.without.value)}}});
  }
  return out;
}

std::vector<Described> describe_holiday_sets(const Reading& text) {
  std::vector<Described> out;
  for (const HolidaySetText& set : text.agreement().holiday_sets) {
    out.push_back({text.name(Space::HolidaySet, set.key.value),
                   set.key.at,
                   {{"based on", text.names(Space::HolidaySet, set.based_on.value)},
                    {"days", days_of(set.days.value)},
                    {"without", located(set.without.value)},
                    {"observed", words(set.observed)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff
