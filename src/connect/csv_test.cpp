#include "connect/csv.h"

#include <doctest/doctest.h>

#include <random>

using namespace tandem;
using connect::CsvReader;

namespace {

// Every step as one text: "2: a|b" for a row, "3! why" for a bad one.
std::vector<std::string> read_all(connect::Input& input, connect::CsvLimits limits) {
  CsvReader reader(input, limits);
  std::vector<std::string> steps;
  for (;;) {
    const auto step = reader.next();
    if (!step) return steps.push_back("error: " + step.error().message), steps;
    if (*step == CsvReader::Step::End) return steps;
    if (*step == CsvReader::Step::BadRow) {
      steps.push_back(fmt::format("{}! {}", reader.line(), reader.problem()));
      continue;
    }
    std::string row = fmt::format("{}:", reader.line());
    for (const auto field : reader.fields()) row += fmt::format(" {}|", field);
    steps.push_back(std::move(row));
  }
}
std::vector<std::string> read_all(std::string text, connect::CsvLimits limits = {}) {
  const auto input = connect::make_text_input(std::move(text));
  return read_all(*input, limits);
}
using Steps = std::vector<std::string>;

// Gives its text in pieces of one to three bytes, as a slow pipe would.
class DripInput final : public connect::Input {
 public:
  explicit DripInput(std::string text) : text_(std::move(text)) {}
  base::Result<std::size_t> read(std::span<char> into) override {
    const std::size_t n = std::min({into.size(), text_.size() - at_, 1 + at_ % 3});
    std::memcpy(into.data(), text_.data() + at_, n);
    at_ += n;
    return n;
  }
  std::uint64_t bytes_read() const override { return at_; }
  std::uint64_t bytes_total() const override { return text_.size(); }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

}  // namespace

TEST_CASE("rows and fields are read, with LF, CRLF, or no line end at the last row") {
  CHECK(read_all("a,b\n1,2\n") == Steps{"1: a| b|", "2: 1| 2|"});
  CHECK(read_all("a,b\r\n1,2\r\n") == Steps{"1: a| b|", "2: 1| 2|"});
  CHECK(read_all("a,b\n1,2") == Steps{"1: a| b|", "2: 1| 2|"});
  CHECK(read_all("a,b\n,\n") == Steps{"1: a| b|", "2: | |"});
  CHECK(read_all("") == Steps{});
}

TEST_CASE("quoted fields hold commas, doubled quotes and line breaks, and lines are still counted") {
  CHECK(read_all("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n") == Steps{"1: a| b|", "2: x, y| say \"hi\"|"});
  CHECK(read_all("a,b\n\"one\ntwo\",2\n3,4\n") == Steps{"1: a| b|", "2: one\ntwo| 2|", "4: 3| 4|"});
  CHECK(read_all("a,b\n\"\",\"\"\"\"\n") == Steps{"1: a| b|", "2: | \"|"});
  CHECK(read_all("a,b\r\n\"x\"\r\n") == Steps{"1: a| b|", "2! the row has 1 fields, and the header 2"});
}

TEST_CASE("a byte order mark is passed over, and empty lines are") {
  CHECK(read_all("\xEF\xBB\xBF"
                 "a,b\n\n1,2\n\r\n3,4\n") == Steps{"1: a| b|", "3: 1| 2|", "5: 3| 4|"});
  CHECK(read_all("\xEF\xBB\xBF") == Steps{});
}

TEST_CASE("UTF-16 is refused with a word on what to do") {
  const Steps steps = read_all(std::string("\xFF\xFE\x61\x00", 4));
  REQUIRE(steps.size() == 1);
  CHECK(steps[0] == "error: the text is UTF-16: save it as UTF-8");
}

TEST_CASE("a bad row is told with its line, and the next ones are read") {
  CHECK(read_all("a,b\n1\n1,2,3\n5,6\n") == Steps{"1: a| b|", "2! the row has 1 fields, and the header 2",
                                                  "3! the row has 3 fields, and the header 2", "4: 5| 6|"});
  CHECK(read_all("a,b\n\"x\"y,2\n5,6\n") ==
        Steps{"1: a| b|", "2! field 1 goes on after its closing quote", "3: 5| 6|"});
  CHECK(read_all("a,b\n5\" disk,2\n5,6\n") ==
        Steps{"1: a| b|", "2! field 1 has a quote in it and is not quoted", "3: 5| 6|"});
  CHECK(read_all("a,b\n1,\xC3\x28\n5,6\n") == Steps{"1: a| b|", "2! field 2 is not UTF-8 (its byte 1)", "3: 5| 6|"});
  CHECK(read_all(std::string("a,b\n1,x\0y\n5,6\n", 14)) ==
        Steps{"1: a| b|", "2! field 2 has a zero byte in it", "3: 5| 6|"});
}

TEST_CASE("a quote that is never closed costs its line and no more") {
  CHECK(read_all("a,b\n\"open,2\n5,6\n7,8\n") ==
        Steps{"1: a| b|", "2! a quoted field is not closed", "3: 5| 6|", "4: 7| 8|"});
  CHECK(read_all("a,b\n5,6\n7,\"open") == Steps{"1: a| b|", "2: 5| 6|", "3! a quoted field is not closed"});
}

TEST_CASE("fields, rows and their number are limited") {
  const connect::CsvLimits limits{.field_bytes = 8, .row_bytes = 32, .fields = 3};
  CHECK(read_all("a,b\n123456789,2\n5,6\n", limits) ==
        Steps{"1: a| b|", "2! field 1 is longer than 8 bytes", "3: 5| 6|"});
  CHECK(read_all("a,b\n" + std::string(40, ',') + "\n5,6\n", limits) ==
        Steps{"1: a| b|", "2! the row is longer than 32 bytes", "3: 5| 6|"});
  CHECK(read_all("a,b\n1,2,3,4\n5,6\n", limits) == Steps{"1: a| b|", "2! the row has more than 3 fields", "3: 5| 6|"});
}

TEST_CASE("a row longer than any buffer is passed over in pieces") {
  const std::string huge(3'000'000, 'x');
  CHECK(read_all("a,b\n" + huge + ",2\n5,6\n") ==
        Steps{"1: a| b|", "2! the row is longer than 1048576 bytes", "3: 5| 6|"});
  CHECK(read_all("a,b\n\"" + huge + ",2\n5,6\n") == Steps{"1: a| b|", "2! a quoted field is not closed", "3: 5| 6|"});
}

TEST_CASE("rows that lie across the pieces of a large input are whole") {
  std::string text = "n,word\n";
  constexpr int kRows = 100'000;
  for (int i = 0; i < kRows; ++i) text += fmt::format("{},\"a, b\nc{}\"\n", i, i);
  const auto input = connect::make_text_input(std::move(text));
  CsvReader reader(*input);
  REQUIRE(reader.next().value() == CsvReader::Step::Row);
  for (int i = 0; i < kRows; ++i) {
    REQUIRE(reader.next().value() == CsvReader::Step::Row);
    REQUIRE(reader.fields()[0] == fmt::format("{}", i));
    REQUIRE(reader.fields()[1] == fmt::format("a, b\nc{}", i));
    REQUIRE(reader.line() == static_cast<std::uint64_t>(2 * i + 2));
  }
  CHECK(reader.next().value() == CsvReader::Step::End);
}

TEST_CASE("any text is read to its end, the same in one piece as drop by drop") {
  constexpr std::string_view kLetters("\"\",,,\n\n\r\nab\xC3\xA4\xFF\0 ", 16);
  std::mt19937 random(20160229);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const auto length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) text += kLetters[random() % kLetters.size()];
    CAPTURE(text);
    const connect::CsvLimits limits{.field_bytes = 10, .row_bytes = 24, .fields = 4};
    DripInput drip(text);
    REQUIRE(read_all(drip, limits) == read_all(text, limits));
  }
}
