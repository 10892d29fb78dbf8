#include <fmt/format.h>

#include "app/agreement_seal.h"
#include "app/test_world.h"
#include "base/log.h"
#include "policy/bytes.h"

using namespace tandem;
using namespace tandem::app;

TEST_CASE("what is adopted is sealed by what the texts hash to and what they compile to") {
  TestWorld world;
  Engagements engagements(world.store, world.clock);
  REQUIRE(engagements.load());
  const auto before = engagements.find(world.name);
  REQUIRE(before);
  const std::string text = fmt::format("{}# signed\n", kSmallAgreement);
  const agreement::Bundle bundle{.root = "agreement.yaml", .files = {{"agreement.yaml", text}}};
  const auto adopted = engagements.adopt(bundle, world.clock.now());
  REQUIRE(adopted);
  const AgreementVersion& version = adopted->engagement->record.agreement;
  REQUIRE(version.seal);
  // As `sha256sum agreement.yaml | sha256sum` has it.
  const std::string line = hex(crypto::sha256(text)) + "  agreement.yaml\n";
  CHECK(version.seal->texts == crypto::sha256(line));
  CHECK(version.seal->compiled == crypto::sha256(policy::to_bytes(adopted->engagement->agreed->spec())));
  CHECK(version.seal->format == policy::kBytesFormat);
  CHECK(seal_state(version, adopted->engagement->agreed->spec()) == SealState::Whole);
  CHECK(hex(version.seal->texts).size() == 64);

  Engagements restarted(world.store, world.clock);
  REQUIRE(restarted.load());
  const auto found = restarted.find(world.name);
  CHECK(found->record.agreement == version);
  CHECK(seal_state(found->record.agreement, found->agreed->spec()) == SealState::Whole);
}

TEST_CASE("the root is the first text of a seal, and the others follow by name") {
  TestWorld world;
  const AgreementVersion version{
      .version = 1, .root = "main.yaml", .files = {{"a.yaml", "a"}, {"main.yaml", "m"}}, .in_force_from = {}};
  const std::string lines = hex(crypto::sha256("m")) + "  main.yaml\n" + hex(crypto::sha256("a")) + "  a.yaml\n";
  CHECK(seal_of(version, world.engagements.find(world.name)->agreed->spec()).texts == crypto::sha256(lines));
}

TEST_CASE("a seal tells what of a version is not as it was signed") {
  TestWorld world;
  Engagements engagements(world.store, world.clock);
  REQUIRE(engagements.load());
  const auto found = engagements.find(world.name);
  const policy::Spec& spec = found->agreed->spec();
  AgreementVersion version = found->record.agreement;
  version.seal.reset();
  CHECK(seal_state(version, spec) == SealState::None);
  version.seal = seal_of(version, spec);
  CHECK(seal_state(version, spec) == SealState::Whole);

  AgreementVersion altered = version;
  altered.files.begin()->second += "# another\n";
  CHECK(seal_state(altered, spec) == SealState::Texts);

  policy::Spec corrected = spec;
  corrected.teams.front().minimum += 1;
  CHECK(seal_state(version, corrected) == SealState::Compiled);

  AgreementVersion older = version;
  older.seal->format = 0;
  CHECK(seal_state(older, spec) == SealState::Format);
}

TEST_CASE("a version whose seal is broken counts as it compiles") {
  TestWorld world;
  AgreementVersion version{.version = 2,
                           .root = "agreement.yaml",
                           .files = {{"agreement.yaml", fmt::format("{}# two\n", kSmallAgreement)}},
                           .in_force_from = world.clock.now(),
                           .seal = AgreementSeal{}};
  REQUIRE(world.store.write([&](WriteTransaction& tx) { return tx.add_agreement(world.name, version); }));
  base::set_log_level(base::LogLevel::Off);
  Engagements started(world.store, world.clock);
  CHECK(started.load());
  base::set_log_level(base::LogLevel::Info);
  CHECK(started.find(world.name)->record.agreement.version == 2);
}
