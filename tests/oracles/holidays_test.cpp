// Answers of others: the public holidays of a library of holidays (vacanza/holidays), from 2010 to 2035.
//
// Its lists hold more than days on which offices close: unofficial days, school breaks, days of banks and half days.
// What is left out of a comparison, and every day on which ours differ, stands below with the reason.
#include "calendar/holidays.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "json/json.h"
#include "oracles/oracle_file.h"

using namespace tandem;
using namespace tandem::calendar;

namespace {

constexpr const char* kSnapshots = "holidays/vacanza_snapshots_2010_2035.json";

using Names = std::vector<std::string_view>;

Names names_of(std::string_view joined) {
  Names names;
  while (!joined.empty()) {
    const auto end = std::min(joined.find("; "), joined.size());
    names.push_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 2, joined.size()));
  }
  return names;
}

// A name that is left out, on the days for which `when` says so.
struct Exempt {
  std::string_view name;
  std::string_view reason;
  bool (*when)(Date) = [](Date) { return true; };
};

struct Region {
  std::string_view ours;
  const char* theirs;
  int first_year = 2010;
  int last_year = 2035;
  // The names that are compared; all of them when there are none.
  Names official{};
  std::vector<Exempt> only_theirs{};
  std::vector<Exempt> only_ours{};
};

bool on(Date date, std::chrono::weekday day) {
  return std::chrono::weekday(std::chrono::sys_days(date)) == day;
}
bool on_friday(Date date) {
  return on(date, std::chrono::Friday);
}
bool on_sunday(Date date) {
  return on(date, std::chrono::Sunday);
}
bool on_weekend(Date date) {
  return on(date, std::chrono::Saturday) || on(date, std::chrono::Sunday);
}
bool on_working_day(Date date) {
  return !on_weekend(date);
}

bool exempt(const std::vector<Exempt>& exemptions, std::string_view name, Date date) {
  return std::ranges::any_of(exemptions, [&](const Exempt& each) { return each.name == name && each.when(date); });
}

// The days of a region that the library calls holidays, less what is left out.
bool is_theirs(const Region& region, const json::Object& listed, Date date, const std::string& text) {
  const json::Value* entry = listed.if_contains(text);
  if (entry == nullptr) return false;
  return std::ranges::any_of(names_of(entry->as_string()), [&](std::string_view name) {
    const bool compared = region.official.empty() || std::ranges::find(region.official, name) != region.official.end();
    return compared && !exempt(region.only_theirs, name, date);
  });
}

// An exemption that exempts nothing is a mistake of this test.
void check_exemptions(const Region& region, const HolidaySet& set, const json::Object& listed) {
  for (const Exempt& each : region.only_theirs) {
    CAPTURE(each.name);
    CHECK(std::ranges::any_of(listed, [&](const auto& entry) {
      const Names names = names_of(entry.value().as_string());
      return std::ranges::find(names, each.name) != names.end() && each.when(*parse_date(entry.key()));
    }));
  }
  for (const Exempt& each : region.only_ours) {
    CAPTURE(each.name);
    bool used = false;
    for (int year = region.first_year; year <= region.last_year; ++year) {
      const auto holidays = set.in_year(std::chrono::year(year));
      used |= std::ranges::any_of(
          holidays, [&](const Holiday& holiday) { return holiday.name == each.name && each.when(holiday.date); });
    }
    CHECK(used);
  }
}

void compare(const Region& region, const json::Object& listed) {
  CAPTURE(region.ours);
  const auto set = find_holiday_set(region.ours);
  REQUIRE(set != nullptr);
  check_exemptions(region, *set, listed);
  std::size_t agreed = 0;
  const std::chrono::sys_days end(std::chrono::year(region.last_year + 1) / 1 / 1);
  for (std::chrono::sys_days day(std::chrono::year(region.first_year) / 1 / 1); day < end;
       day += std::chrono::days(1)) {
    const Date date(day);
    const std::string text = fmt::format("{}-{:02}-{:02}", static_cast<int>(date.year()),
                                         static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    CAPTURE(text);
    const std::string ours = set->holiday(date).value_or("");
    CAPTURE(ours);
    const auto names = names_of(ours);
    const bool is_ours = std::ranges::any_of(names, [&](auto name) { return !exempt(region.only_ours, name, date); });
    const bool theirs = is_theirs(region, listed, date, text);
    // A day that is exempt on one side may be a holiday for another reason on the other.
    if (theirs) CHECK(!ours.empty());
    if (is_ours) CHECK(listed.contains(text));
    if (is_ours && region.official.empty()) CHECK(theirs);
    agreed += std::size_t{theirs && is_ours};
  }
  CHECK(agreed >= static_cast<std::size_t>(3 * (region.last_year - region.first_year + 1)));
}

const Names kFederal{"New Year's Day",
                     "Birthday of Martin Luther King, Jr.",
                     "Washington's Birthday",
                     "Memorial Day",
                     "Juneteenth National Independence Day",
                     "Independence Day",
                     "Labor Day",
                     "Columbus Day",
                     "Veterans Day",
                     "Thanksgiving Day",
                     "Christmas Day"};

// What every American list holds besides holidays of the region's offices.
std::vector<Exempt> american(std::vector<Exempt> more) {
  for (const std::string_view name : {"Groundhog Day", "Valentine's Day", "Saint Patrick's Day", "Good Friday",
                                      "Easter Sunday", "Mother's Day", "Father's Day", "Halloween", "New Year's Eve"}) {
    more.push_back({.name = name, .reason = "unofficial"});
  }
  for (const std::string_view name :
       {"Christmas Eve (half-day closing)", "National Day of Mourning for former President George H. W. Bush",
        "National Day of Mourning for former President Jimmy Carter"}) {
    more.push_back({.name = name, .reason = "federal offices closed once, by executive order"});
  }
  return more;
}

std::vector<Exempt> school_breaks() {
  std::vector<Exempt> breaks;
  for (const std::string_view name : {"Christmas Break", "Winter Break", "Easter/Spring Break", "Ascension/Whit Break",
                                      "Summer Break", "Autumn Break"}) {
    breaks.push_back({.name = name, .reason = "of schools"});
  }
  return breaks;
}

Region california() {
  return {.ours = "us-ca",
          .theirs = "US_CA",
          .only_theirs = american(
              {{"Christmas Eve", "unofficial"},
               {"Easter Sunday (observed)", "unofficial"},
               {"Day After Christmas", "federal offices closed once, by executive order"},
               {"Election Day", "no office closes"},
               {"Columbus Day", "not in Government Code 6700 since 2009"},
               {"Juneteenth National Independence Day", "an employee may choose it; no office closes"},
               {"Juneteenth National Independence Day (observed)", "an employee may choose it; no office closes"},
               {"Susan B. Anthony Day", "a day of observance; no office closes"},
               {"Diwali", "an employee may choose it; no office closes"},
               {"New Year's Day (observed)", "6701 moves Sundays only", on_friday},
               {"Independence Day (observed)", "6701 moves Sundays only", on_friday},
               {"Christmas Day (observed)", "6701 moves Sundays only", on_friday}})};
}

Region texas() {
  std::vector<Exempt> not_closed = american({{"Election Day", "no office closes"},
                                             {"Columbus Day", "not in Government Code 662.003"},
                                             {"Cesar Chavez Day", "optional; no office closes"},
                                             {"Juneteenth National Independence Day", "kept as Emancipation Day"},
                                             {"Christmas Eve (observed)", "662.004: weekends are not observed"}});
  for (const std::string_view name : {"Confederate Memorial Day", "Texas Independence Day", "San Jacinto Day",
                                      "Emancipation Day In Texas", "Lyndon Baines Johnson Day"}) {
    not_closed.push_back({.name = name, .reason = "partial staffing: 662.021 has offices stay open"});
  }
  for (const std::string_view name : {"New Year's Day (observed)", "Independence Day (observed)",
                                      "Veterans Day (observed)", "Juneteenth National Independence Day (observed)"}) {
    not_closed.push_back({.name = name, .reason = "662.004: weekends are not observed"});
  }
  not_closed.push_back({.name = "Christmas Day (observed)", .reason = "662.004: weekends are not observed"});
  return {.ours = "us-tx", .theirs = "US_TX", .only_theirs = std::move(not_closed)};
}

Region new_york() {
  const std::string_view reason = "General Construction Law 24 moves Sundays only";
  return {.ours = "us-ny",
          .theirs = "US_NY",
          .only_theirs = american({{"Christmas Eve", "unofficial"},
                                   {"Day After Christmas", "federal offices closed once, by executive order"},
                                   {"Susan B. Anthony Day", "a day of commemoration; no office closes"},
                                   {"New Year's Day (observed)", reason, on_friday},
                                   {"Lincoln's Birthday (observed)", reason, on_friday},
                                   {"Juneteenth National Independence Day (observed)", reason, on_friday},
                                   {"Independence Day (observed)", reason, on_friday},
                                   {"Veterans Day (observed)", reason, on_friday},
                                   {"Christmas Day (observed)", reason, on_friday}}),
          .only_ours = {{"Election Day", "the law has each general election; they begin with 2015",
                         [](Date date) { return date.year() < std::chrono::year(2015); }}}};
}

Region quebec() {
  const auto on_third = [](Date date) { return date.day() == std::chrono::day(3); };
  const std::string_view federal = "federal only";
  return {.ours = "ca-qc",
          .theirs = "CA_QC",
          .only_theirs = {{"Easter Monday", "the employer chooses Good Friday or Easter Monday"},
                          {"Boxing Day", federal},
                          {"Boxing Day (observed)", federal},
                          {"Remembrance Day", federal},
                          {"Remembrance Day (observed)", federal},
                          {"National Day for Truth and Reconciliation", federal},
                          {"National Day for Truth and Reconciliation (observed)", federal},
                          {"Christmas Day (observed)", federal},
                          {"New Year's Day (observed)", federal},
                          {"Canada Day", "on a Sunday it is on 2 July instead", on_sunday},
                          {"Canada Day (observed)", "the Act moves Sundays only", on_third}},
          .only_ours = {}};
}

std::vector<Region> europe() {
  return {{.ours = "gb-england", .theirs = "GB_ENG"},
          {.ours = "gb-scotland", .theirs = "GB_SCT"},
          {.ours = "gb-northern-ireland", .theirs = "GB_NIR"},
          {.ours = "ie",
           .theirs = "IE_COMMON",
           .only_theirs = {{"Good Friday", "no public holiday; banks are closed"},
                           {"National Day of Mourning", "was on 14 September 2001; they have 2011"}}},
          {.ours = "de", .theirs = "DE_COMMON"},
          {.ours = "de-by", .theirs = "DE_BY", .only_theirs = school_breaks()},
          {.ours = "de-by-augsburg", .theirs = "DE_AUGSBURG", .only_theirs = school_breaks()},
          {.ours = "de-be", .theirs = "DE_BE", .only_theirs = school_breaks()},
          {.ours = "fr", .theirs = "FR_COMMON"},
          {.ours = "nl",
           .theirs = "NL_COMMON",
           .only_theirs = {{"Good Friday", "a holiday for legal terms only"},
                           {"Easter Sunday", "a Sunday; not in the law's list"},
                           {"Pentecost", "a Sunday; not in the law's list"}}},
          {.ours = "pl", .theirs = "PL_COMMON"}};
}

std::vector<Region> elsewhere() {
  const std::string_view substitute = "their common list has no substitute days, which are law in each state";
  return {
      {.ours = "ca-federal", .theirs = "CA_COMMON"},
      quebec(),
      {.ours = "mx", .theirs = "MX_COMMON"},
      {.ours = "za", .theirs = "ZA_COMMON"},
      {.ours = "nz", .theirs = "NZ_COMMON"},
      {.ours = "au",
       .theirs = "AU_COMMON",
       .first_year = 2012,
       .only_theirs = {{"Australia Day", "in each state it is on Monday instead", on_weekend}},
       .only_ours = {{"New Year's Day", substitute, on_working_day},
                     {"Australia Day", substitute, on_working_day},
                     {"Christmas Day", substitute, on_working_day},
                     {"Boxing Day", substitute, on_working_day}}},
      {.ours = "au-nsw", .theirs = "AU_NSW", .first_year = 2011, .only_theirs = {{"Bank Holiday", "of banks only"}}},
      {.ours = "au-vic", .theirs = "AU_VIC", .first_year = 2012},
      {.ours = "in",
       .theirs = "IN_COMMON",
       .official = {"Republic Day", "Independence Day", "Mahatma Gandhi's Birthday"}},
      {.ours = "in-gazetted",
       .theirs = "IN_COMMON",
       .first_year = 2023,
       .last_year = 2026,
       .official = {"Republic Day", "Independence Day", "Mahatma Gandhi's Birthday", "Holi", "Mahavira's Birthday",
                    "Good Friday", "Eid al-Fitr", "Buddha Purnima", "Eid al-Adha", "Ashura", "Janmashtami (Vaishnava)",
                    "Prophet's Birthday", "Dussehra", "Diwali (Deepavali)", "Guru Nanak's Birthday", "Christmas"}}};
}

}  // namespace

TEST_CASE("federal holidays are those of a library of holidays") {
  const auto data = oracles::oracle(kSnapshots);
  if (!data) return;
  const json::Object& listed = data->at("countries").at("US_COMMON").as_object();
  const auto federal = find_holiday_set("us-federal");
  std::size_t found = 0;
  const std::chrono::sys_days end(std::chrono::year(2036) / 1 / 1);
  for (std::chrono::sys_days day(std::chrono::year(2010) / 1 / 1); day < end; day += std::chrono::days(1)) {
    const Date date(day);
    const std::string text = fmt::format("{}-{:02}-{:02}", static_cast<int>(date.year()),
                                         static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    CAPTURE(text);
    // Their entry joins the names of a day with semicolons and holds unofficial days as well.
    const json::Value* entry = listed.if_contains(text);
    const std::string theirs = entry == nullptr ? "" : std::string(entry->as_string());
    const auto names_it = [&](std::string_view name) { return theirs.find(name) != std::string::npos; };
    const auto ours = federal->holiday(date);
    CHECK(ours.has_value() == std::ranges::any_of(kFederal, names_it));
    if (ours) CHECK(names_it(*ours));
    found += std::size_t{ours.has_value()};
  }
  CHECK(found > 280);
}

TEST_CASE("holidays of states and countries are those of a library of holidays") {
  const auto data = oracles::oracle(kSnapshots);
  if (!data) return;
  const json::Object& countries = data->at("countries").as_object();
  std::vector<Region> regions{california(), texas(), new_york()};
  std::ranges::move(europe(), std::back_inserter(regions));
  std::ranges::move(elsewhere(), std::back_inserter(regions));
  for (const Region& region : regions) compare(region, countries.at(region.theirs).as_object());
}
