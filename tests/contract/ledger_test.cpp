// The ledger over the API: heads that can be kept, proofs that hold, and nothing of it for those it does not concern.
#include <doctest/doctest.h>

#include "ledger/leaf.h"
#include "wire/ledger_json.h"
#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kHead = "/api/v1/engagements/{engagement}/ledger/head";
constexpr const char* kProof = "/api/v1/engagements/{engagement}/ledger/proof";

ledger::Verifier key_of(World& world) {
  return {.name = "tandem/harbor-cu", .key = world.signing_key.public_key()};
}

ledger::Head head_of(World& world, const Answer& answer) {
  const auto head = ledger::open_head(std::string_view(answer.json().at("head").as_string()), key_of(world));
  REQUIRE_MESSAGE(head.has_value(), (head ? std::string() : head.error().message));
  return *head;
}

template <class Proof>
Proof read(const Answer& answer) {
  REQUIRE(answer.status == 200);
  const auto proof = wire::decode_ledger_proof(answer.body);
  REQUIRE_MESSAGE(proof.has_value(), (proof ? std::string() : proof.error().message));
  return std::get<Proof>(*proof);
}

}  // namespace

TEST_CASE("a head is signed, and every later ledger is proved to begin with it") {
  World world;
  world.open_ticket();
  const Answer first = world.ask(Who::Dana, "GET", kHead);
  REQUIRE(first.status == 200);
  const ledger::Head kept = head_of(world, first);
  CHECK(first.json().at("size").as_int64() == static_cast<std::int64_t>(kept.size));
  CHECK(ledger::parse_verifier(std::string_view(first.json().at("key").as_string())) == key_of(world));
  world.open_ticket();
  const Answer answer = world.ask(Who::Ada, "GET", kProof, {.query = fmt::format("?first={}", kept.size)});
  const auto growth = read<wire::ReadGrowthProof>(answer);
  const ledger::Head now = head_of(world, answer);
  CHECK(now.size > kept.size);
  CHECK(growth.second == now.size);
  CHECK(growth.second_root == now.root);
  CHECK(ledger::verify_consistency(kept.size, kept.root, now.size, now.root, growth.path));
}

TEST_CASE("an event is proved to be in the ledger, by number and by id, now and in an earlier one") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/take");
  for (const std::string& name : {ticket, std::string("HCU-1"), std::string("1")}) {
    for (const int version : {1, 2, 3}) {
      for (const std::string size : {"", "&size=4"}) {  // the adoption, and the ticket's three
        const Answer answer =
            world.ask(Who::Sam, "GET", kProof, {.query = fmt::format("?ticket={}&version={}{}", name, version, size)});
        const auto proof = read<wire::ReadEventProof>(answer);
        const ledger::Head head = head_of(world, answer);
        REQUIRE(proof.record.has_value());
        CHECK(proof.ticket == ticket);
        CHECK(proof.leaf_hash == ledger::leaf_hash({.engagement = "harbor-cu",
                                                    .ticket = ticket,
                                                    .version = static_cast<std::uint32_t>(version),
                                                    .record = *proof.record}));
        CHECK(ledger::verify_inclusion(proof.leaf, proof.size, proof.leaf_hash, proof.path, head.root));
      }
    }
  }
}

TEST_CASE("a note of another team is proved to be there and not shown") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/comments",
            R"({"text": "between us of the desk", "visibility": "team", "team": "desk"})");
  const auto view = world.ask(Who::Sam, "GET", "/api/v1/engagements/{engagement}/tickets/{ticket}", {.ticket = ticket});
  const std::string last(view.raw.header("etag"));
  const std::string query = fmt::format("?ticket={}&version={}", ticket, last.substr(1, last.size() - 2));
  CHECK(
      read<wire::ReadEventProof>(world.ask(Who::Sam, "GET", kProof, {.query = query})).record->contains("between us"));
  for (const Who who : {Who::Dana, Who::Ada}) {
    const Answer answer = world.ask(who, "GET", kProof, {.query = query});
    const auto proof = read<wire::ReadEventProof>(answer);
    CHECK_FALSE(proof.record.has_value());
    CHECK_FALSE(answer.body.contains("between us"));
    CHECK(ledger::verify_inclusion(proof.leaf, proof.size, proof.leaf_hash, proof.path, head_of(world, answer).root));
  }
}

TEST_CASE("what cannot be proved is refused with the parameter that is wrong") {
  World world;
  const std::string ticket = world.open_ticket();
  const auto status = [&](const std::string& query) {
    return world.ask(Who::Sam, "GET", kProof, {.query = query}).status;
  };
  CHECK(status("") == 400);
  CHECK(status("?ticket=1") == 400);
  CHECK(status("?version=1") == 400);
  CHECK(status("?ticket=1&version=0") == 400);
  CHECK(status("?ticket=1&version=1&first=1") == 400);
  CHECK(status("?second=1") == 400);
  CHECK(status("?first=2&second=1") == 400);
  CHECK(status("?first=99") == 400);
  CHECK(status("?first=0&second=99") == 400);
  CHECK(status("?ticket=1&version=2&size=1") == 400);
  CHECK(status("?ticket=1&version=1&size=99") == 400);
  CHECK(status("?ticket=1&version=99") == 404);
  CHECK(status("?ticket=99&version=1") == 404);
  CHECK(status("?first=0") == 200);
  CHECK(world.ask(Who::Sam, "GET", kHead, {.query = "?x=1"}).status == 400);
}

}  // namespace tandem::contract
