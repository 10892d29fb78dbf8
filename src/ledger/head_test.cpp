#include "ledger/head.h"

#include <doctest/doctest.h>

#include "crypto/crypto.h"

using namespace tandem;
using namespace tandem::ledger;

namespace {

crypto::SigningKey known_key() {
  REQUIRE(crypto::start());
  return *crypto::SigningKey::from_seed(base::Secret(std::string(32, 'k')));
}

Verifier verifier_of(const crypto::SigningKey& key, std::string name = "tandem/harbor-cu") {
  return {.name = std::move(name), .key = key.public_key()};
}

Head some_head() {
  return {.origin = "tandem/harbor-cu", .size = 1042, .root = leaf_hash("x")};
}

std::string error_of(const base::Result<Head>& opened) {
  return opened ? std::string() : opened.error().message;
}

}  // namespace

TEST_CASE("a signed head is what the checkpoint format says, and is opened again") {
  const auto key = known_key();
  const std::string text = sign(some_head(), key);
  CHECK(
      text.starts_with(fmt::format("tandem/harbor-cu\n1042\n{}\n\n\u2014 tandem/harbor-cu ", to_text(leaf_hash("x")))));
  CHECK(text.ends_with("\n"));
  const auto opened = open_head(text, verifier_of(key));
  REQUIRE_MESSAGE(opened.has_value(), error_of(opened));
  CHECK(*opened == some_head());
  CHECK(sign(some_head(), key) == text);
}

TEST_CASE("every changed byte of a signed head is noticed") {
  const auto key = known_key();
  const std::string text = sign(some_head(), key);
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string wrong = text;
    wrong[i] = wrong[i] == 'A' ? 'B' : 'A';
    CHECK_FALSE(open_head(wrong, verifier_of(key)).has_value());
    CHECK_FALSE(open_head(text.substr(0, i), verifier_of(key)).has_value());
  }
}

TEST_CASE("a head of another log, another key or no key is not opened") {
  const auto key = known_key();
  const auto other = *crypto::SigningKey::from_seed(base::Secret(std::string(32, 'o')));
  const std::string text = sign(some_head(), key);
  CHECK(error_of(open_head(text, verifier_of(other))).contains("not signed with the key"));
  CHECK(error_of(open_head(text, verifier_of(key, "tandem/quarry-dental"))).contains("not signed with the key"));
  const std::string unsigned_text = text.substr(0, text.rfind("\u2014"));
  CHECK(error_of(open_head(unsigned_text, verifier_of(key))).contains("not signed with the key"));
  std::string resized = text;
  resized.replace(resized.find("1042"), 4, "1043");
  CHECK(error_of(open_head(resized, verifier_of(key))).contains("does not hold"));
}

TEST_CASE("signatures of others may stand beside ours") {
  const auto key = known_key();
  const auto witness = *crypto::SigningKey::from_seed(base::Secret(std::string(32, 'w')));
  const std::string by_witness = sign(some_head(), witness);
  const std::string both = sign(some_head(), key) + by_witness.substr(by_witness.rfind("\u2014"));
  CHECK(open_head(both, verifier_of(key)).has_value());
  CHECK(open_head(both, verifier_of(witness)).has_value());
  CHECK_FALSE(open_head(sign(some_head(), key) + "no signature\n", verifier_of(key)).has_value());
}

TEST_CASE("a size is written in one way only") {
  const auto key = known_key();
  Head head = some_head();
  head.size = 0;
  head.root = empty_root();
  CHECK(*open_head(sign(head, key), verifier_of(key)) == head);
  // The bodies are signed rightly, so that only their form is wrong.
  for (const char* body : {"tandem/harbor-cu\n01\nROOT\n", "tandem/harbor-cu\n-1\nROOT\n", "tandem/harbor-cu\n1\nROO\n",
                           "tandem/harbor-cu\n18446744073709551616\nROOT\n", "tandem/harbor-cu\n1\n", "\n1\nROOT\n"}) {
    std::string text(body);
    if (const auto at = text.find("ROOT"); at != std::string::npos) text.replace(at, 4, to_text(empty_root()));
    CHECK(error_of(open_head(sign_note(text, "tandem/harbor-cu", key), verifier_of(key))).contains("no signed head"));
  }
  const std::string elsewhere = fmt::format("tandem/other\n0\n{}\n", to_text(empty_root()));
  CHECK(error_of(open_head(sign_note(elsewhere, "tandem/harbor-cu", key), verifier_of(key))).contains("another"));
}

TEST_CASE("a published note is opened with its published key") {
  // The example of the Go module golang.org/x/mod/sumdb/note.
  const auto verifier = parse_verifier("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  REQUIRE(verifier);
  CHECK(verifier->name == "PeterNeumann");
  REQUIRE(crypto::start());
  std::string note =
      "If you think cryptography is the answer to your problem,\n"
      "then you don't know what your problem is.\n"
      "\n"
      "\u2014 PeterNeumann "
      "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  const auto body = open_note(note, *verifier);
  REQUIRE_MESSAGE(body.has_value(), (body ? std::string() : body.error().message));
  CHECK(body->starts_with("If you think"));
  CHECK(error_of(open_head(note, *verifier)).contains("no signed head"));
  note[4] = 'Y';
  CHECK_FALSE(open_note(note, *verifier).has_value());
}

TEST_CASE("keys are written in one line and read back") {
  const auto key = known_key();
  const std::string line = to_text(verifier_of(key));
  CHECK(line.starts_with("tandem/harbor-cu+"));
  CHECK(parse_verifier(line) == verifier_of(key));
  for (std::size_t i = 0; i < line.size(); ++i) {
    std::string wrong = line;
    wrong[i] = wrong[i] == 'A' ? 'B' : 'A';
    CHECK_FALSE(parse_verifier(wrong).has_value());
  }
  const base::Secret pair = to_text(key);
  CHECK(pair.reveal().starts_with("PRIVATE+KEY+tandem+"));
  CHECK(parse_signing_key(pair)->public_key() == key.public_key());
  for (std::size_t i = 0; i < pair.reveal().size(); ++i) {
    std::string wrong = pair.reveal();
    wrong[i] = wrong[i] == 'A' ? 'B' : 'A';
    CHECK_FALSE(parse_signing_key(base::Secret(wrong)).has_value());
  }
  CHECK(engagement_of(origin_of("harbor-cu")) == "harbor-cu");
  CHECK(engagement_of("example.com/log").empty());
}
