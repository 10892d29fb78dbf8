#include "http/disposition.h"

#include <doctest/doctest.h>

namespace tandem::http {
namespace {

TEST_CASE("a name is given in both forms") {
  CHECK(content_disposition(Disposition::Inline, "screen shot.png") ==
        "inline; filename=\"screen shot.png\"; filename*=UTF-8''screen%20shot.png");
  CHECK(content_disposition(Disposition::Attachment, "naïve 日本.txt") ==
        "attachment; filename=\"na_ve __.txt\"; filename*=UTF-8''na%C3%AFve%20%E6%97%A5%E6%9C%AC.txt");
}

TEST_CASE("nothing in a name ends the value, begins a parameter or a line") {
  CHECK(content_disposition(Disposition::Attachment, "a\"; x=\"b\\.txt") ==
        "attachment; filename=\"a__ x=_b_.txt\"; filename*=UTF-8''a%22%3B%20x%3D%22b%5C.txt");
  CHECK(content_disposition(Disposition::Attachment, "a\r\nSet-Cookie: x") ==
        "attachment; filename=\"a__Set-Cookie: x\"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x");
  CHECK(content_disposition(Disposition::Attachment, "%2e%2e'*") ==
        "attachment; filename=\"_2e_2e'*\"; filename*=UTF-8''%252e%252e%27%2A");
}

}  // namespace
}  // namespace tandem::http
