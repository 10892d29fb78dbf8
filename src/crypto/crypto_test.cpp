#include "crypto/crypto.h"

#include <doctest/doctest.h>

using namespace tandem;
using base::Secret;

TEST_CASE("a password is verified against its hash alone") {
  REQUIRE(crypto::start());
  const auto hash = crypto::hash_password(Secret("correct horse battery staple"));
  REQUIRE(hash);
  CHECK(hash->starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  CHECK(crypto::verify_password(*hash, Secret("correct horse battery staple")));
  CHECK_FALSE(crypto::verify_password(*hash, Secret("correct horse battery stapl")));
  CHECK_FALSE(crypto::verify_password("", Secret("anything")));
  CHECK_FALSE(crypto::verify_password("not a hash", Secret("anything")));
}

TEST_CASE("SHA-256 gives the value of FIPS 180-4") {
  const auto hash = crypto::sha256("abc");
  CHECK(hash[0] == 0xba);
  CHECK(hash[31] == 0xad);
  CHECK(crypto::sha256({"a", "", "bc"}) == hash);
  CHECK(crypto::sha256(std::string_view()) == crypto::sha256({}));
}

TEST_CASE("secrets do not repeat and are compared whole") {
  REQUIRE(crypto::start());
  const auto a = crypto::random_secret();
  const auto b = crypto::random_secret();
  CHECK(a.reveal().size() == 43);
  CHECK_FALSE(crypto::equal(a.reveal(), b.reveal()));
  CHECK(crypto::equal(a.reveal(), a.reveal()));
  CHECK_FALSE(crypto::equal("ab", "abc"));
}
