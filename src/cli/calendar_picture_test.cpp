#include <doctest/doctest.h>

#include "cli/calendar_hours_picture.h"
#include "cli/calendar_overview_picture.h"
#include "cli/calendar_presence_picture.h"
#include "cli/calendar_ribbon_picture.h"
#include "diag/visible.h"

using namespace tandem;
using namespace tandem::cli;
using namespace std::chrono_literals;

namespace {

const Palette kPlain(false);
const Palette kColour(true);

calendar::Zone zone(std::string_view name) {
  return *calendar::Zone::find(name);
}

MonthFrame november() {
  return {zone("America/New_York"), std::chrono::year(2026) / std::chrono::November};
}

base::Instant local(const MonthFrame& frame, unsigned day, base::Duration time) {
  return frame.zone().to_instant(frame.month() / std::chrono::day(day), time);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  CHECK(from == text.size());
  return lines;
}

// Pictures fit a terminal of 80 columns and leave nothing invisible at the ends of lines.
void check_form(const std::string& text) {
  for (const std::string& line : lines_of(text)) {
    CAPTURE(line);
    CHECK(diag::columns(line) <= 80);
    CHECK_FALSE(line.ends_with(' '));
  }
}

// Without the terminal's sequences.
std::string bare(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = text.find('m', i);
    } else {
      out += text[i];
    }
  }
  return out;
}

Ribbon::Stretch duty(base::Instant from, base::Instant to, std::string who) {
  return {{from, to}, std::move(who), Ribbon::Kind::Duty};
}

}  // namespace

TEST_CASE("a month frame has the days of the month under their weekdays") {
  const MonthFrame frame = november();
  CHECK(frame.days().size() == 30);
  REQUIRE(frame.weeks().size() == 6);
  CHECK_FALSE(frame.weeks()[0][5].has_value());
  CHECK(frame.weeks()[0][6] == frame.month() / std::chrono::day(1));
  CHECK(frame.weeks()[5][0] == frame.month() / std::chrono::day(30));
  CHECK(week_text(frame.weeks()[0]) == "W44");
  CHECK(week_text(frame.weeks()[1]) == "W45");
  CHECK(week_text(std::chrono::year(2027) / 1 / 3) == "W53");
  CHECK(week_text(std::chrono::year(2027) / 1 / 4) == "W01");
}

TEST_CASE("the parts of a day divide it as long as it really is") {
  const MonthFrame frame = november();
  const calendar::Date longer = frame.month() / std::chrono::day(1);
  CHECK(frame.day(longer).to - frame.day(longer).from == base::hours(25));
  base::Instant end = frame.day(longer).from;
  for (std::size_t i = 0; i < 10; ++i) {
    const base::Interval part = frame.part(longer, i, 10);
    CHECK(part.from == end);
    CHECK(part.to - part.from == base::minutes(150));
    end = part.to;
  }
  CHECK(end == frame.day(longer).to);
  CHECK(clock_change(longer, frame.zone()) == "clocks go back 1 h");
  CHECK(clock_change(std::chrono::year(2026) / 10 / 4, zone("Australia/Lord_Howe")) == "clocks go forward 30 min");
  CHECK_FALSE(clock_change(std::chrono::year(2026) / 11 / 2, frame.zone()).has_value());
}

TEST_CASE("open hours are drawn as bars of three hours a block") {
  const MonthFrame frame = november();
  HoursPicture picture{.subject = "office",
                       .open = {},
                       .notes = {{frame.month() / std::chrono::day(26), "Thanksgiving Day"}},
                       .today = std::nullopt};
  for (unsigned day = 2; day <= 6; ++day) {
    picture.open.push_back({local(frame, day, base::hours(8)), local(frame, day, 17h + 30min)});
  }
  const std::string drawn = draw(picture, frame, kPlain);
  check_form(drawn);
  const auto lines = lines_of(drawn);
  CHECK(lines[0] == "office                           November 2026                  America/New_York");
  CHECK(lines[6] == "W45       2   9h30  3   9h30  4   9h30  5   9h30  6   9h30  7      –  8      –");
  CHECK(lines[7] == "          ··▂██▆··  ··▂██▆··  ··▂██▆··  ··▂██▆··  ··▂██▆··  ········  ········");
  CHECK(drawn.find("Thu 2026-11-26 *  Thanksgiving Day") != std::string::npos);
  CHECK(drawn.find("open 47 h 30 min in the month") != std::string::npos);
  CHECK(bare(draw(picture, frame, kColour)) == drawn);
}

TEST_CASE("a minute of open time and a minute of closed time are seen in a bar") {
  const MonthFrame frame = november();
  const HoursPicture picture{.subject = "x",
                             .open = {{local(frame, 2, 8h + 59min), local(frame, 2, 9h + 1min)},
                                      {local(frame, 3, base::hours(9)), local(frame, 3, 11h + 59min)}},
                             .notes = {},
                             .today = std::nullopt};
  const std::string drawn = draw(picture, frame, kPlain);
  CHECK(drawn.find("··▁▁····  ···▇····") != std::string::npos);
}

TEST_CASE("a ribbon names who is on duty and shows every gap") {
  const MonthFrame frame = november();
  const RibbonPicture picture{
      .subject = "desk",
      .ribbons = {{"desk-duty",
                   {duty(local(frame, 1, {}), local(frame, 9, base::hours(8)), "Sam Okafor"),
                    {{local(frame, 9, base::hours(8)), local(frame, 9, 8h + 1min)}, "nobody", Ribbon::Kind::Gap},
                    duty(local(frame, 9, 8h + 1min), local(frame, 30, {}), "Otto Lind")}}},
      .today = std::nullopt};
  const std::string drawn = draw(picture, frame, kPlain);
  check_form(drawn);
  const auto lines = lines_of(drawn);
  CHECK(lines[3] == "W44                                                                   1");
  CHECK(lines[4] == "desk-duty                                                             ├ Sam ────");
  CHECK(lines[10] == "desk-duty ─SO▒├ Otto Lind ──────────────────────────────────────────────────────");
  const std::string coloured = bare(draw(picture, frame, kColour));
  for (const std::string& line : lines_of(coloured)) CHECK(diag::columns(line) <= 80);
  CHECK(coloured.find("SO  Sam Okafor  1 shift  201:00 h") != std::string::npos);
}

TEST_CASE("a shift that began before the month has no beginning in its ribbon") {
  const MonthFrame frame = november();
  RibbonPicture picture{.subject = "desk",
                        .ribbons = {{"on duty", {duty(frame.whole().from, frame.whole().to, "Sam Okafor")}}},
                        .today = std::nullopt};
  CHECK(draw(picture, frame, kPlain).find("├ Sam ────") != std::string::npos);
  picture.ribbons[0].stretches[0].begins = false;
  CHECK(draw(picture, frame, kPlain).find("├") == std::string::npos);
}

TEST_CASE("shifts of one person that touch are one ribbon, and counted one by one") {
  const MonthFrame frame = november();
  const RibbonPicture picture{.subject = "desk",
                              .ribbons = {{"on duty",
                                           {duty(local(frame, 2, {}), local(frame, 3, {}), "Sam Okafor"),
                                            duty(local(frame, 3, {}), local(frame, 4, {}), "Sam Okafor"),
                                            duty(local(frame, 4, {}), local(frame, 5, {}), "Otto Lind")}}},
                              .today = std::nullopt};
  const std::string drawn = draw(picture, frame, kPlain);
  check_form(drawn);
  CHECK(drawn.find("on duty   ├ Sam Okafor ───────├Otto Lind\n") != std::string::npos);
  CHECK(drawn.find("SO  Sam Okafor  2 shifts  48:00 h\n") != std::string::npos);
}

TEST_CASE("people who are there are counted by three hours, and a gap of a minute is seen") {
  const MonthFrame frame = november();
  const PresencePicture picture{.subject = "harbor-it",
                                .parts = {{{local(frame, 2, 8h + 30min), local(frame, 2, base::hours(17))}, 2, false},
                                          {{local(frame, 3, base::hours(8)), local(frame, 3, 13h + 59min)}, 12, false},
                                          {{local(frame, 3, 13h + 59min), local(frame, 3, 14h)}, 0, true},
                                          {{local(frame, 3, base::hours(14)), local(frame, 3, 16h)}, 1, false}},
                                .today = std::nullopt};
  const std::string drawn = draw(picture, frame, kPlain);
  check_form(drawn);
  CHECK(lines_of(drawn)[6] == "W45       2         3         4         5         6         7         8");
  CHECK(lines_of(drawn)[7] == "          ··2222··  ··++!1··  ········  ········  ········  ········  ········");
  CHECK(bare(draw(picture, frame, kColour)) == drawn);
}

TEST_CASE("an overview has a row for each team and a letter for each person") {
  const MonthFrame frame = november();
  OverviewPicture picture{.subject = "teams",
                          .rows = {{"harbor-it", {}}, {"desk", {}}},
                          .people = {{"Sam Okafor", Ink::Block0}, {"Sara Olsen", Ink::Block1}},
                          .today = std::nullopt};
  for (std::size_t i = 0; i < 30; ++i) {
    picture.rows[0].days.push_back(
        {.person = std::nullopt, .present = i % 7 == 0 ? 0U : 2U, .open = i % 7 != 0, .gap = i == 3});
    picture.rows[1].days.push_back({.person = i / 7 % 2, .present = 0, .open = true, .gap = i == 9});
  }
  const std::string drawn = draw(picture, frame, kPlain);
  check_form(drawn);
  const auto lines = lines_of(drawn);
  CHECK(lines[2] == "           1 2             9             16            23            30");
  CHECK(lines[3] == "           S M T W T F S S M T W T F S S M T W T F S S M T W T F S S M");
  CHECK(lines[4] == "harbor-it  · 2 2 2!2 2 2 · 2 2 2 2 2 2 · 2 2 2 2 2 2 · 2 2 2 2 2 2 · 2");
  CHECK(lines[5] == "desk       S S S S S S S A A A!A A A A S S S S S S S A A A A A A A S S");
  CHECK(bare(draw(picture, frame, kColour)).starts_with(lines[0]));
  CHECK(letters_of({"Sam Okafor", "Sara Olsen", "S", "A"}) == std::vector<std::string>{"S", "A", "B", "C"});
}
