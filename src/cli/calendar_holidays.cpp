#include <boost/json.hpp>

#include "calendar/holidays.h"
#include "cli/calendar_subject.h"
#include "cli/commands.h"
#include "cli/local_text.h"
#include "cli/table.h"
#include "diag/finding.h"
#include "diag/visible.h"
#include "json/json.h"

namespace tandem::cli {
namespace {

using calendar::HolidaySet;
using Sets = std::vector<std::shared_ptr<const HolidaySet>>;

constexpr int kLastYear = 9999;  // a set that ends with it has no end

// Sets are named after ISO 3166: "us-federal", "us-ca", "de", "de-be".
std::string_view country_of(const HolidaySet& set) {
  return set.name().substr(0, set.name().find('-'));
}

bool is_of_the_whole_country(const HolidaySet& set) {
  return !set.name().contains('-') || set.name().ends_with("-federal");
}

std::string years_text(const HolidaySet& set) {
  const int first = static_cast<int>(set.first_year());
  const int last = static_cast<int>(set.last_year());
  return last == kLastYear ? fmt::format("from {}", first) : fmt::format("{} to {}", first, last);
}

Sets all_sets() {
  Sets sets;
  for (const std::string_view name : calendar::holiday_set_names()) sets.push_back(calendar::find_holiday_set(name));
  // By country, what holds in all of it first.
  std::ranges::stable_sort(sets, {},
                           [](const auto& set) { return std::pair(country_of(*set), !is_of_the_whole_country(*set)); });
  return sets;
}

std::string list_text(const Sets& sets, const Palette& palette) {
  Table table({{}, {}, {}});
  std::string_view country;
  for (const auto& set : sets) {
    if (country_of(*set) != country && !country.empty()) table.space();
    country = country_of(*set);
    table.add({{std::string(set->name()), Ink::Strong}, {years_text(*set), Ink::Faint}, {std::string(set->title())}});
  }
  return table.text(palette);
}

json::Object set_json(const HolidaySet& set) {
  const int last = static_cast<int>(set.last_year());
  return {{"name", set.name()},
          {"title", set.title()},
          {"country", country_of(set)},
          {"source", set.source()},
          {"first_year", static_cast<int>(set.first_year())},
          {"last_year", last == kLastYear ? json::Value(nullptr) : json::Value(last)}};
}

bool is_valid_in(const HolidaySet& set, std::chrono::year year) {
  return set.first_year() <= year && year <= set.last_year();
}

std::string year_text(const HolidaySet& set, std::chrono::year year, const Palette& palette) {
  std::string out = fmt::format("{} {}: {}\n\n", palette(Ink::Strong, set.name()), static_cast<int>(year), set.title());
  Table table({{}, {}});
  for (const calendar::Holiday& day : set.in_year(year)) table.add({{date_text(day.date)}, {day.name}});
  out += table.empty() ? std::string("no holidays\n") : table.text(palette);
  out += fmt::format("\nvalid   {}\nsource  {}\n", years_text(set), diag::visible(set.source()));
  if (!is_valid_in(set, year)) {
    const std::string_view why = year < set.first_year() ? "before them other laws held and the set has no days"
                                                         : "the days are those of the last law known";
    out += palette(Ink::Notable, fmt::format("{} is outside of these years: {}", static_cast<int>(year), why)) + '\n';
  }
  return out;
}

json::Object year_json(const HolidaySet& set, std::chrono::year year) {
  json::Array days;
  for (const calendar::Holiday& day : set.in_year(year)) {
    days.push_back({{"date", iso_text(day.date)}, {"weekday", weekday_text(day.date)}, {"name", day.name}});
  }
  json::Object out = set_json(set);
  out["year"] = static_cast<int>(year);
  out["valid"] = is_valid_in(set, year);
  out["days"] = std::move(days);
  return out;
}

}  // namespace

int run(const CalendarHolidays& command, const Environment& environment) {
  const Palette palette(environment.colour);
  const bool wants_json = command.format == Format::Json;
  if (command.set.empty()) {
    const Sets sets = all_sets();
    json::Array listed;
    for (const auto& set : sets) listed.push_back(set_json(*set));
    fmt::print(environment.out, "{}",
               wants_json ? json::to_text(json::Object{{"sets", std::move(listed)}}) + '\n' : list_text(sets, palette));
    return kDone;
  }
  const auto set = calendar::find_holiday_set(command.set);
  if (set == nullptr) {
    std::string message = fmt::format("there is no set of holidays `{}`", diag::visible(command.set));
    if (const auto near = diag::did_you_mean(command.set, calendar::holiday_set_names())) {
      message += fmt::format(": did you mean `{}`?", *near);
    }
    return could_not_run(environment, message + "\n`tandem calendar holidays` lists them all");
  }
  const calendar::Date today(std::chrono::floor<std::chrono::days>(environment.clock.now().sys()));
  const std::chrono::year year = command.year ? std::chrono::year(*command.year) : today.year();
  fmt::print(environment.out, "{}",
             wants_json ? json::to_text(year_json(*set, year)) + '\n' : year_text(*set, year, palette));
  return kDone;
}

}  // namespace tandem::cli
