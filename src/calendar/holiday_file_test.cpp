#include "calendar/holiday_file.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <thread>

#include "calendar/holiday_mistake_text.h"

using namespace tandem::calendar;

namespace {

// Why the file is refused.
std::string refusal(std::string_view text) {
  const auto parsed = parse_holiday_file("here", text, find_holiday_set);
  return parsed ? "not refused" : parsed.error().message;
}

constexpr std::string_view kHead = "title: Here\nsource: the law\nvalid: 2010-2050\n";

}  // namespace

TEST_CASE("every built-in set is sound") {
  CHECK(holiday_set_names().size() > 100);
  CHECK(std::ranges::is_sorted(holiday_set_names()));
  for (const std::string_view name : holiday_set_names()) {
    CAPTURE(name);
    const auto file = built_in_holiday_file(name);
    REQUIRE(file.has_value());
    const auto text = parse_holiday_file(name, *file, find_holiday_set);
    REQUIRE_MESSAGE(text.has_value(), text.error().message);
    const auto set = HolidaySet::make(*text);
    if (!set) FAIL(text_of(*text, set.error().front()));
    CHECK((*set)->name() == name);
    CHECK_FALSE((*set)->title().empty());
    CHECK((*set)->source().size() > 10);
    CHECK((*set)->first_year() <= std::chrono::year(2023));
    CHECK((*set)->last_year() >= std::chrono::year(2026));
    for (const std::chrono::year year : {(*set)->first_year(), std::chrono::year(2026), (*set)->last_year()}) {
      const auto holidays = (*set)->in_year(year);
      CHECK(holidays.size() >= 3);
      CHECK(holidays.size() <= 30);
      CHECK(std::ranges::is_sorted(holidays, {}, &Holiday::date));
    }
    CHECK((*set)->in_year((*set)->first_year() - std::chrono::years(2)).empty());
  }
}

TEST_CASE("the titles of built-in sets tell them apart") {
  std::set<std::string_view> titles;
  for (const std::string_view name : holiday_set_names()) titles.insert(find_holiday_set(name)->title());
  CHECK(titles.size() == holiday_set_names().size());
}

TEST_CASE("many threads are given the same set") {
  std::vector<std::shared_ptr<const HolidaySet>> found(8);
  {
    std::vector<std::jthread> threads;
    for (auto& place : found) {
      threads.emplace_back([&place] {
        place = find_holiday_set("us-wy");
        CHECK(place->holiday(*parse_date("2026-12-25")) == "Christmas Day");
      });
    }
  }
  for (const auto& set : found) CHECK(set == find_holiday_set("us-wy"));
}

TEST_CASE("the reference of holiday sets lists every set") {
  std::ifstream file(TANDEM_ROOT "/docs/holidays.md");
  REQUIRE(file.good());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  for (const std::string_view name : holiday_set_names()) {
    const auto set = find_holiday_set(name);
    const std::string row = fmt::format("| `{}` | {} | {}–{} |", name, set->title(),
                                        static_cast<int>(set->first_year()), static_cast<int>(set->last_year()));
    CAPTURE(row);
    CHECK(text.find(row) != std::string::npos);
  }
}

TEST_CASE("a file's head and days are read") {
  const auto text = parse_holiday_file(
      "here",
      "# why\ntitle: Here\nsource: a law\n  and another\nvalid: 2010-2050\nbased_on: us-federal; fr\n"
      "without: Toussaint; Birthday of Martin Luther King, Jr.\nobserved: next monday\n\ndays:\n"
      "  # why\n  A: jan 2\n  B: 2022-01-05\n    2023-01-06\n",
      find_holiday_set);
  REQUIRE_MESSAGE(text.has_value(), text.error().message);
  CHECK(text->source == "a law and another");
  CHECK(text->valid == YearRange{2010, 2050});
  CHECK(text->based_on.size() == 2);
  CHECK(text->without == std::vector<std::string>{"Toussaint", "Birthday of Martin Luther King, Jr."});
  CHECK(text->observed == "next monday");
  REQUIRE(text->days.size() == 2);
  CHECK(text->days[0].name == "A");
  CHECK(text->days[1].rule == "2022-01-05 2023-01-06");
}

TEST_CASE("a file that is wrong is refused with its line") {
  const std::string head(kHead);
  CHECK(refusal("") == "here: a set has `title`, `source` and `valid`");
  CHECK(refusal("title: Here\n") == "here: a set has `title`, `source` and `valid`");
  CHECK(refusal(head + "color: red\n") == "here, line 4: there is no key `color`");
  CHECK(refusal(head + "based_on: us\n") == "here, line 4: there is no holiday set `us`");
  CHECK(refusal(head + "valid: always\n") == "here, line 4: expected years, such as `2010-2050`");
  CHECK(refusal(head + "valid: 2050-2010\n") == "here, line 4: expected years, such as `2010-2050`");
  CHECK(refusal(head + "days\n") == "here, line 4: expected `key: value`");
  CHECK(refusal(head + "  more\n") == "here, line 4: there is nothing that goes on in this line");
  CHECK(refusal(head + "days:\nA: jan 1\n") == "here, line 5: the days are indented");
  CHECK(refusal(head + "days:\n    jan 1\n") == "here, line 5: there is nothing that goes on in this line");
}
