#include "wire/ledger_json.h"

#include <doctest/doctest.h>

#include "crypto/crypto.h"

using namespace tandem;

namespace {

const desk::TicketId kTicket(base::IdBits{.high = 7, .low = 9});

app::SignedHead some_head(std::uint64_t size) {
  REQUIRE(crypto::start());
  const auto key = crypto::SigningKey::from_seed(base::Secret(std::string(32, 'k')));
  return app::sign_head({.origin = "tandem/harbor-cu", .size = size, .root = ledger::leaf_hash("root")}, *key);
}

app::SignedEventProof event_proof(std::optional<std::string> record) {
  const auto head = some_head(9);
  return {.proof = {.leaf = 4,
                    .event = {.ticket = kTicket, .version = 2, .record = R"({"v":1})"},
                    .leaf_hash = ledger::leaf_hash("leaf"),
                    .path = {ledger::leaf_hash("a"), ledger::leaf_hash("b")},
                    .head = head.head},
          .record = std::move(record),
          .number = "HCU-5",
          .head = head};
}

std::string problem_of(std::string text) {
  const auto read = wire::decode_ledger_proof(text);
  return read ? std::string("none") : read.error().message;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("a head has its text and the key to check it with") {
  const auto head = some_head(9);
  const std::string json = wire::encode(head);
  CHECK(json.starts_with(R"({"engagement":"harbor-cu","size":9,"root":")"));
  CHECK(json.contains(ledger::to_text(head.verifier)));
  CHECK(json.contains("tandem/harbor-cu\\n9\\n"));
}

TEST_CASE("a proof of an event is read as it was written") {
  for (const auto& record : {std::optional<std::string>(R"({"v":1})"), std::optional<std::string>()}) {
    const auto proof = event_proof(record);
    const auto read = wire::decode_ledger_proof(wire::encode(proof));
    REQUIRE_MESSAGE(read.has_value(), (read ? std::string() : read.error().message));
    const auto& event = std::get<wire::ReadEventProof>(*read);
    CHECK(event.engagement == "harbor-cu");
    CHECK(event.ticket == kTicket.text());
    CHECK(event.version == 2);
    CHECK(event.record == record);
    CHECK(event.leaf == 4);
    CHECK(event.size == 9);
    CHECK(event.leaf_hash == proof.proof.leaf_hash);
    CHECK(event.path == proof.proof.path);
    CHECK(event.head == proof.head.text);
  }
}

TEST_CASE("a proof of growth is read as it was written") {
  const auto head = some_head(9);
  const app::SignedGrowthProof proof{
      .proof = {.first = {.origin = "tandem/harbor-cu", .size = 3, .root = ledger::leaf_hash("first")},
                .second = head.head,
                .path = {ledger::leaf_hash("a")}},
      .head = head};
  const auto read = wire::decode_ledger_proof(wire::encode(proof));
  REQUIRE(read);
  const auto& growth = std::get<wire::ReadGrowthProof>(*read);
  CHECK(growth.engagement == "harbor-cu");
  CHECK(growth.first == 3);
  CHECK(growth.first_root == ledger::leaf_hash("first"));
  CHECK(growth.second == 9);
  CHECK(growth.second_root == head.head.root);
  CHECK(growth.path == proof.proof.path);
  CHECK(growth.head == head.text);
}

TEST_CASE("what is no proof is refused with the member that is wrong") {
  const std::string good = wire::encode(event_proof("x"));
  CHECK(problem_of("nonsense").contains("1:1"));
  CHECK(problem_of("[]").contains("it is no object"));
  CHECK(problem_of("{}").contains("`kind`"));
  CHECK(problem_of(R"({"kind":"promise"})").contains("neither `inclusion` nor `consistency`"));
  CHECK(problem_of(R"({"kind":"consistency"})").contains("`engagement`"));
  CHECK(problem_of(replaced(good, "\"leaf\":4", "\"leaf\":-4")).contains("`leaf` is not a number from 0"));
  CHECK(problem_of(replaced(good, "\"size\":9", "\"size\":9.5")).contains("`size` is not a number from 0"));
  CHECK(problem_of(replaced(good, "\"version\":2", "\"version\":4294967297")).contains("`version`"));
  CHECK(problem_of(replaced(good, "\"leaf_hash\":\"", "\"leaf_hash\":\"!")).contains("`leaf_hash` is not a hash"));
  CHECK(problem_of(replaced(good, "\"proof\":[\"", "\"proof\":[\"!")).contains("`proof` is not a list of hashes"));
}

TEST_CASE("a line of an export is the leaf's own texts") {
  CHECK(wire::encode_sealed_line(4, {.ticket = kTicket, .version = 2, .record = "secret"}, ledger::Hash{}) ==
        fmt::format(R"({{"leaf":4,"ticket":"{}","version":2,"record":null,"leaf_hash":"{}"}})", kTicket.text(),
                    ledger::to_text(ledger::Hash{})));
  CHECK(wire::encode_ledger_line(4, {.ticket = kTicket, .version = 2, .record = R"({"v":1})"}) ==
        fmt::format(R"({{"leaf":4,"ticket":"{}","version":2,"record":"{{\"v\":1}}"}})", kTicket.text()));
}
