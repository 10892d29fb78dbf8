#include "calendar/zone_file.h"

#include <doctest/doctest.h>

#include <fstream>
#include <random>

#include "calendar/zone_table.h"

using namespace tandem;
using namespace tandem::calendar;
using std::chrono::seconds;

namespace {

// A file put together number by number, as RFC 9636 describes it.
class Maker {
 public:
  explicit Maker(char version) : version_(version) {}

  struct Counts {
    std::uint32_t isut = 0, isstd = 0, leap = 0, time = 0, type = 0, letters = 0;
  };
  Maker& header(const Counts& counts) {
    bytes_ += "TZif";
    bytes_ += version_;
    bytes_ += std::string(15, '\0');
    for (const std::uint32_t n : {counts.isut, counts.isstd, counts.leap, counts.time, counts.type, counts.letters}) {
      number(n, 4);
    }
    return *this;
  }
  Maker& number(std::int64_t value, int width) {
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
      bytes_ += static_cast<char>((static_cast<std::uint64_t>(value) >> static_cast<unsigned>(shift)) & 0xFFU);
    }
    return *this;
  }
  Maker& type(std::int32_t offset, int daylight, int name) {
    return number(offset, 4).number(daylight, 1).number(name, 1);
  }
  Maker& text(std::string_view text) {
    bytes_ += text;
    return *this;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  char version_;
  std::string bytes_;
};

constexpr std::string_view kNames("LMT\0CET\0CEST\0", 13);

// Central European time from 1900, with summer time as the rule for the years after 2000.
Maker berlin(char version = '2') {
  Maker maker(version);
  maker.header({.type = 1, .letters = 1}).type(0, 0, 0).text(std::string_view("\0", 1));
  maker.header({.time = 2, .type = 3, .letters = 13}).number(-2'208'988'800, 8).number(954'032'400, 8);
  maker.number(1, 1).number(2, 1).type(3208, 0, 0).type(3600, 0, 4).type(7200, 1, 8).text(kNames);
  maker.text("\nCET-1CEST,M3.5.0,M10.5.0/3\n");
  return maker;
}

base::Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}

std::string file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Asks everything of what a file said, so that a sanitizer sees a wrong index.
void ask_everything(const ZoneRecord& record) {
  const ZoneTable table("Some/Where", record);
  const auto all = table.transitions({at("0001-01-01T00:00:00Z"), at("9999-12-31T00:00:00Z")});
  CHECK(std::ranges::is_sorted(all, {}, &Transition::at));
  for (const char* when :
       {"0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2026-07-01T00:00:00Z", "9999-12-31T00:00:00Z"}) {
    const base::Instant instant = at(when);
    const base::Duration local = instant.sys().time_since_epoch() + table.offset_at(instant);
    CHECK(table.first_showing(local) <= instant);
    CHECK(table.type_at(instant).offset == table.offset_at(instant));
  }
}

}  // namespace

TEST_CASE("a file gives its changes, their types and the rule for what follows") {
  for (const char version : {'2', '3', '4'}) {
    const auto record = parse_zone_file(berlin(version).bytes());
    REQUIRE(record.has_value());
    CHECK(record->types == std::vector<LocalTimeType>{{seconds(3208), false, "LMT"},
                                                      {seconds(3600), false, "CET"},
                                                      {seconds(7200), true, "CEST"}});
    CHECK(record->changes == std::vector<ZoneRecord::Change>{{-2'208'988'800, 1}, {954'032'400, 2}});
    REQUIRE(record->rule.has_value());
    const ZoneTable table("Europe/Berlin", *record);
    CHECK(table.offset_at(at("0001-01-01T00:00:00Z")) == seconds(3208));
    CHECK(table.offset_at(at("1950-07-01T00:00:00Z")) == seconds(3600));
    CHECK(table.type_at(at("9999-07-01T00:00:00Z")).abbreviation == "CEST");
  }
}

TEST_CASE("a file of the first version has short instants and no rule") {
  Maker maker('\0');
  maker.header({.time = 1, .type = 2, .letters = 8}).number(-1'000'000'000, 4).number(1, 1);
  maker.type(0, 0, 0).type(3600, 0, 4).text(kNames.substr(0, 8));
  const auto record = parse_zone_file(maker.bytes());
  REQUIRE(record.has_value());
  CHECK(record->changes == std::vector<ZoneRecord::Change>{{-1'000'000'000, 1}});
  CHECK_FALSE(record->rule.has_value());
}

TEST_CASE("a rule alone holds at all times, and neither changes nor rule means one offset") {
  Maker summers('3');
  summers.header({}).header({.type = 1, .letters = 4}).type(3600, 0, 0).text(std::string_view("CET\0", 4));
  summers.text("\nCET-1CEST,M3.5.0,M10.5.0/3\n");
  const auto record = parse_zone_file(summers.bytes());
  REQUIRE(record.has_value());
  const ZoneTable table("Somewhere", *record);
  CHECK(table.offset_at(at("0001-07-01T00:00:00Z")) == seconds(7200));
  CHECK(table.offset_at(at("1600-01-01T00:00:00Z")) == seconds(3600));
  CHECK(table.offset_at(at("9999-07-01T00:00:00Z")) == seconds(7200));

  Maker fixed('2');
  fixed.header({}).header({.type = 1, .letters = 4}).type(-7200, 0, 0).text(std::string_view("XYZ\0", 4)).text("\n\n");
  const auto constant = parse_zone_file(fixed.bytes());
  REQUIRE(constant.has_value());
  CHECK(ZoneTable("Somewhere", *constant).offset_at(at("2100-07-01T00:00:00Z")) == seconds(-7200));
}

TEST_CASE("what contradicts itself is refused with what is wrong") {
  const auto refused = [](const Maker& maker) {
    const auto record = parse_zone_file(maker.bytes());
    REQUIRE_FALSE(record.has_value());
    return record.error().message;
  };
  const auto second = [](const Maker::Counts& counts) { return Maker('2').header({}).header(counts); };
  CHECK(refused(Maker('2').text("TZIF" + std::string(60, '\0'))) == "it is not a TZif file");
  CHECK(refused(Maker('1').header({})) == "its version is not one of TZif's");
  CHECK(refused(second({.type = 0}).text("\n\n")) == "it has no local time types, or more than 256");
  CHECK(refused(second({.leap = 1, .type = 1, .letters = 1}).text(std::string(19, '\0'))).find("leap seconds") !=
        std::string::npos);
  CHECK(refused(second({.isstd = 2, .type = 1, .letters = 1}).text(std::string(9, '\0'))).find("contradict") !=
        std::string::npos);
  CHECK(refused(second({.type = 1, .letters = 1}).type(93'600, 0, 0).text(std::string_view("\0\n\n", 3)))
            .find("93600 seconds") != std::string::npos);
  CHECK(refused(second({.type = 1, .letters = 1}).type(0, 2, 0).text(std::string_view("\0\n\n", 3))).find("daylight") !=
        std::string::npos);
  CHECK(refused(second({.type = 1, .letters = 1}).type(0, 0, 0).text("A\n\n")) == "an abbreviation has no end");
  CHECK(refused(second({.type = 1, .letters = 1}).type(0, 0, 1).text(std::string_view("\0\n\n", 3))) ==
        "an abbreviation has no end");
  CHECK(refused(second({.time = 1, .type = 1, .letters = 1})
                    .number(0, 8)
                    .number(1, 1)
                    .type(0, 0, 0)
                    .text(std::string_view("\0\n\n", 3)))
            .find("not there") != std::string::npos);
  CHECK(refused(second({.time = 2, .type = 1, .letters = 1})
                    .number(5, 8)
                    .number(5, 8)
                    .number(0, 2)
                    .type(0, 0, 0)
                    .text(std::string_view("\0\n\n", 3)))
            .find("order of time") != std::string::npos);
  CHECK(refused(second({.type = 1, .letters = 1}).type(0, 0, 0).text(std::string_view("\0\nCET-1CEST\n", 12)))
            .find("rule at its end") != std::string::npos);
  CHECK(refused(second({.time = 0xFFFF'FFFF, .type = 1, .letters = 1})).find("too early") != std::string::npos);
}

TEST_CASE("every beginning of a file is refused, and no changed byte does harm") {
  std::vector<std::string> files{berlin().bytes()};
  for (const char* path : {"/usr/share/zoneinfo/America/New_York", "/usr/share/zoneinfo/Africa/Casablanca"}) {
    std::string bytes = file(path);
    if (bytes.empty()) MESSAGE("skipped: there is no " << path);
    if (!bytes.empty()) files.push_back(std::move(bytes));
  }
  std::mt19937 random(20261005);  // NOLINT: the seed is fixed so that a failure repeats
  for (const std::string& whole : files) {
    REQUIRE(parse_zone_file(whole).has_value());
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CAPTURE(size);
      CHECK_FALSE(parse_zone_file(std::string_view(whole).substr(0, size)).has_value());
    }
    for (int round = 0; round < 1500; ++round) {
      std::string changed = whole;
      for (auto n = 1 + random() % 3; n > 0; --n) changed[random() % changed.size()] = static_cast<char>(random());
      const auto record = parse_zone_file(changed);
      if (record) ask_everything(*record);
    }
  }
}
