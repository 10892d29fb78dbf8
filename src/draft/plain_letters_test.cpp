#include "draft/plain_letters.h"

#include <doctest/doctest.h>

using namespace tandem::draft;

TEST_CASE("Letters with marks become letters that can be read") {
  CHECK(in_ascii("Müller & Söhne") == "Mueller & Soehne");
  CHECK(in_ascii("Straße Ägir ÉCOLE Łódź Señor Œuvre Ĳssel") == "Strasse Aegir ECOLE Lodz Senor Oeuvre Ijssel");
  CHECK(in_ascii("Žižkov, Çelik, Ørsted, Þór") == "Zizkov, Celik, Orsted, Thor");
}

TEST_CASE("Marks that are characters of their own are dropped") {
  CHECK(in_ascii("Mu\u0308ller, e\u0301cole") == "Mueller, ecole");
  CHECK(in_ascii("\u0308") == "");
}

TEST_CASE("What has no letter in ASCII stays, also when it is no text") {
  CHECK(in_ascii("日本 Москва") == "日本 Москва");
  CHECK(in_ascii("a\xc3") == "a\xc3");
  CHECK(in_usual_width("\xef\xbc") == "\xef\xbc");
}

TEST_CASE("Full-width characters get their usual width") {
  CHECK(in_usual_width("Ａ／Ｒ（ｘ～）！") == "A/R(x~)!");
  CHECK(in_usual_width("｟＠") == "｟@");  // U+FF5F has no ASCII
}
