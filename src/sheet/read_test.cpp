#include "sheet/read.h"

#include <doctest/doctest.h>

using namespace tandem;
using namespace tandem::sheet;

namespace {

std::string first_cell(std::string_view bytes, std::string_view file = "raci.csv") {
  const auto book = read_workbook(bytes, file);
  REQUIRE(book.has_value());
  return book->sheets.front().cells.front().text;
}

std::string refusal(std::string_view bytes, std::string_view file = "raci.csv") {
  const auto book = read_workbook(bytes, file);
  REQUIRE_FALSE(book.has_value());
  CHECK(book.error().code == base::ErrorCode::BadInput);
  return book.error().message;
}

std::string utf16(std::u16string_view text, bool big) {
  std::string bytes = big ? "\xfe\xff" : "\xff\xfe";
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xff);
    const char high = static_cast<char>(unit >> 8);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

}  // namespace

TEST_CASE("Text is read as it was written") {
  CHECK(first_cell("Prüfung,A\n") == "Prüfung");
  CHECK(first_cell("\xef\xbb\xbfPrüfung,A\n") == "Prüfung");
  CHECK(first_cell(utf16(u"Prüfung 🛠\tA\n", false)) == "Prüfung 🛠");
  CHECK(first_cell(utf16(u"Prüfung 🛠\tA\n", true)) == "Prüfung 🛠");
}

TEST_CASE("What is not UTF-8 is taken as Windows-1252, and a remark says so") {
  const auto book = read_workbook(
      "Pr\xfc"
      "fung \x96 \x80,A\n",
      "raci.csv");
  REQUIRE(book.has_value());
  CHECK(book->sheets.front().cells.front().text == "Prüfung – €");
  REQUIRE(book->remarks.size() == 1);
  CHECK(book->remarks.front() == "raci.csv is not UTF-8 and was read as Windows-1252: look at the accents in names");
}

TEST_CASE("What is no text is refused") {
  CHECK(refusal("a\x81,b") == "raci.csv is neither UTF-8 nor Windows-1252: save it as CSV UTF-8");
  CHECK(refusal(std::string_view("a\0b", 3)).find("neither a workbook nor a text") != std::string::npos);
  CHECK(refusal("\xff\xfe\x41").find("begins as UTF-16") != std::string::npos);
  CHECK(refusal(utf16(u"a\xd800", false)).find("begins as UTF-16") != std::string::npos);
  CHECK(refusal("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").find("save it as .xlsx") != std::string::npos);
}

TEST_CASE("Markdown is known by its name or its table") {
  constexpr std::string_view kTable = "# T\n|Task|CIO|\n|-|-|\n|p|A|\n";
  CHECK(read_workbook(kTable, "raci.md")->sheets.front().layout == Layout::Prose);
  CHECK(read_workbook(kTable, "raci.txt")->sheets.front().layout == Layout::Prose);
  CHECK(read_workbook(kTable, "raci.csv")->sheets.front().layout == Layout::Spreadsheet);
}

TEST_CASE("A file that is not there, a folder, and a file that is too large are told apart") {
  CHECK(read_workbook_file("/nonexistent/raci.csv").error().code == base::ErrorCode::NotFound);
  CHECK(read_workbook_file("/").error().message == "`/` is a folder: give a file in it");
  const auto large = read_workbook(std::string(11, 'a'), "raci.csv", {.file_bytes = 10});
  CHECK(large.error().message == "raci.csv is larger than 10 bytes: it holds more than a matrix");
}
