#include "desk/file_name.h"

#include <doctest/doctest.h>

#include <random>

#include "base/utf8.h"

using namespace tandem::desk;

TEST_CASE("a name is what stands behind the last slash") {
  CHECK(clean_file_name("report.pdf") == "report.pdf");
  CHECK(clean_file_name("/etc/passwd") == "passwd");
  CHECK(clean_file_name("..\\..\\boot.ini") == "boot.ini");
  CHECK(clean_file_name("C:\\fake/path\\screen shot.png") == "screen shot.png");
  CHECK(clean_file_name("../../x/../y") == "y");
}

TEST_CASE("what has no name is called file") {
  for (const char* name : {"", "/", "..", "../", "a/..", " . . ", "\x01\x02", "\u202E\u200B", "\xff\xfe"})
    CHECK_MESSAGE(clean_file_name(name) == "file", name);
}

TEST_CASE("controls, turned directions and what cannot be seen are left out, other letters stay") {
  using namespace std::string_view_literals;
  CHECK(clean_file_name("a\0b.txt"sv) == "ab.txt");
  CHECK(clean_file_name("a\r\nSet-Cookie: x.txt") == "aSet-Cookie: x.txt");
  CHECK(clean_file_name("invoice\u202Efdp.exe") == "invoicefdp.exe");
  CHECK(clean_file_name("\u2066a\u2069\uFEFFb\u0085\u00ADc.txt") == "abc.txt");
  CHECK(clean_file_name("Übersicht „März“ 日本 🖨.png") == "Übersicht „März“ 日本 🖨.png");
  CHECK(clean_file_name("say \"hi\"; x=1.txt") == "say \"hi\"; x=1.txt");
}

TEST_CASE("a name has no blanks or dots at its ends") {
  CHECK(clean_file_name(".htaccess") == "htaccess");
  CHECK(clean_file_name("  a.txt . ") == "a.txt");
  CHECK(clean_file_name("a.tar.gz") == "a.tar.gz");
}

TEST_CASE("bytes that are no UTF-8 are left out") {
  CHECK(clean_file_name("caf\xe9.txt") == "caf.txt");
  CHECK(clean_file_name("\xc3\xa9\xff\xc3") == "é");
}

TEST_CASE("a long name is cut at the end of a letter and keeps its ending") {
  const auto png = [](std::size_t letters) { return fmt::format("{:a<{}}.png", "", letters); };
  CHECK(clean_file_name(png(300)) == png(kMaxFileName - 4));
  std::string letters;
  for (int i = 0; i < 150; ++i) letters += "é";
  const std::string kept = clean_file_name(fmt::format("{}.jpeg", letters));
  CHECK(kept.size() <= kMaxFileName);
  CHECK(kept.ends_with("é.jpeg"));
  // What follows the last dot is too long to be an ending.
  CHECK(clean_file_name("a." + std::string(300, 'b')) == "a." + std::string(kMaxFileName - 2, 'b'));
}

TEST_CASE("whatever comes in, what goes out is short, well-formed and clean") {
  std::mt19937 random(7);
  constexpr std::array<std::string_view, 12> kPieces{"../",  "a", ".",  " ",  "\u202E", "\xff",
                                                     "\r\n", "é", "日", "🖨", "\\",     "\"x"};
  for (int round = 0; round < 20'000; ++round) {
    std::string name;
    for (auto n = random() % 120; n > 0; --n) name += kPieces[random() % kPieces.size()];
    const std::string cleaned = clean_file_name(name);
    REQUIRE_FALSE(cleaned.empty());
    REQUIRE(cleaned.size() <= kMaxFileName);
    REQUIRE_FALSE(tandem::base::find_bad_utf8(cleaned));
    REQUIRE(cleaned.find_first_of("/\\\r\n") == std::string::npos);
    REQUIRE(clean_file_name(cleaned) == cleaned);
  }
}
