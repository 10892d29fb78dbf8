#include "http/cookies.h"

#include <doctest/doctest.h>

namespace tandem::http {
namespace {

TEST_CASE("the cookie is found among others") {
  CHECK(find_cookie("a=1; tandem_session=abc; b=2", kSessionCookie) == "abc");
  CHECK(find_cookie("tandem_session=\"abc\"", kSessionCookie) == "abc");
  CHECK(find_cookie(" tandem_session=abc ", kSessionCookie) == "abc");
}

TEST_CASE("names that only look alike are not the cookie") {
  CHECK_FALSE(find_cookie("xtandem_session=abc; tandem_session2=d; tandem_session", kSessionCookie));
  CHECK_FALSE(find_cookie("", kSessionCookie));
}

TEST_CASE("the cookie is written for this site and for no script") {
  CHECK(write_session_cookie("abc", base::hours(12), SecureCookie::No) ==
        "tandem_session=abc; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax");
  CHECK(write_session_cookie("", base::hours(0), SecureCookie::Yes) ==
        "tandem_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
}

}  // namespace
}  // namespace tandem::http
