#include "app/media_type.h"

#include <doctest/doctest.h>

#include "desk/attachment.h"

using namespace tandem;
using namespace std::string_view_literals;
using app::Showing;

namespace {

constexpr auto kPng = "\x89PNG\r\n\x1a\n..."sv;
constexpr auto kJpeg = "\xff\xd8\xff\xe0...."sv;
constexpr auto kWebp = "RIFF\x10\0\0\0WEBPVP8 "sv;
constexpr auto kHtml = "<html><script>alert(1)</script>"sv;

}  // namespace

TEST_CASE("pictures and PDF are known by their first bytes, whatever is claimed") {
  CHECK(app::media_type_of("text/html", kPng) == "image/png");
  CHECK(app::media_type_of("image/png", kJpeg) == "image/jpeg");
  CHECK(app::media_type_of("", "GIF89a......") == "image/gif");
  CHECK(app::media_type_of("", kWebp) == "image/webp");
  CHECK(app::media_type_of("", "%PDF-1.7") == "application/pdf");
}

TEST_CASE("who claims a picture that is none has bytes") {
  for (const char* type : {"image/png", "image/jpeg", "IMAGE/GIF", "image/webp; q=1", "application/pdf"})
    CHECK(app::media_type_of(type, kHtml) == "application/octet-stream");
  CHECK(app::media_type_of("image/webp", "RIFF\x10\0\0\0WAVEfmt "sv) == "application/octet-stream");
  CHECK(app::media_type_of("image/png", "") == "application/octet-stream");
}

TEST_CASE("another type is kept as it is claimed, in small letters and without parameters") {
  CHECK(app::media_type_of("Text/HTML; charset=utf-8", kHtml) == "text/html");
  CHECK(app::media_type_of("image/svg+xml", "<svg/>") == "image/svg+xml");
  CHECK(app::media_type_of("text/plain ;x", "hi") == "text/plain");
  const std::string long_type = "text/" + std::string(desk::kMaxMediaType, 'x');
  for (const std::string_view type :
       {""sv, "text"sv, "/plain"sv, "text/"sv, "text/a b"sv, "a/b/c"sv, "text/\r\nx"sv, std::string_view(long_type)})
    CHECK(app::media_type_of(type, "hi") == "application/octet-stream");
}

TEST_CASE("pictures alone are shown inline, and never under another type than their bytes'") {
  CHECK(app::served_as("image/png", kPng).content_type == "image/png");
  CHECK(app::served_as("image/png", kPng).showing == Showing::Inline);
  CHECK(app::served_as("image/webp", kWebp).showing == Showing::Inline);
  // As it should never have been kept.
  for (const auto content : {kHtml, kJpeg, ""sv}) {
    CHECK(app::served_as("image/png", content).content_type == "application/octet-stream");
    CHECK(app::served_as("image/png", content).showing == Showing::Download);
  }
}

TEST_CASE("nothing that a browser could take for a page is given back as one") {
  for (const char* type : {"text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/javascript",
                           "text/css", "multipart/x-mixed-replace", "video/mp4", ""}) {
    CHECK(app::served_as(type, kHtml).content_type == "application/octet-stream");
    CHECK(app::served_as(type, kHtml).showing == Showing::Download);
  }
  CHECK(app::served_as("application/pdf", "%PDF-1.7").content_type == "application/pdf");
  CHECK(app::served_as("application/pdf", "%PDF-1.7").showing == Showing::Download);
  CHECK(app::served_as("application/pdf", kHtml).content_type == "application/octet-stream");
  CHECK(app::served_as("text/plain", kHtml).content_type == "text/plain; charset=utf-8");
  CHECK(app::served_as("text/plain", kHtml).showing == Showing::Download);
  CHECK(app::served_as("text/plain", kPng).content_type == "application/octet-stream");
}
