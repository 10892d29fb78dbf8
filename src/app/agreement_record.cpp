#include "app/agreement_record.h"

#include <set>

#include "agreement/compile.h"
#include "app/agreement_seal.h"
#include "crypto/crypto.h"

namespace tandem::app {
namespace {

std::set<std::uint32_t> recorded_in(const std::vector<StoredAgreementEvent>& events) {
  std::set<std::uint32_t> recorded;
  for (const StoredAgreementEvent& each : events) {
    if (const auto* agreed = std::get_if<desk::VersionAgreed>(&each.event.data)) recorded.insert(agreed->version);
  }
  return recorded;
}

// The versions up to `last` that no event tells of.
void add_unrecorded(desk::AgreementLife& life, const std::vector<AgreementVersion>& versions, std::uint32_t last) {
  for (const AgreementVersion& each : versions) {
    const desk::AgreedVersion* newest = life.newest();
    if (each.version > last || (newest != nullptr && each.version <= newest->version)) continue;
    // Clocks of machines step back, and a version never did.
    const base::Instant from =
        newest == nullptr ? each.in_force_from : std::max(each.in_force_from, newest->in_force_from);
    life.versions.push_back({.version = each.version,
                             .text = identify(each.root, each.files),
                             .in_force_from = from,
                             .proposal = 0,
                             .by = std::nullopt,
                             .agreed_at = each.in_force_from});
  }
}

}  // namespace

base::Result<desk::AgreementLife> read_agreement_life(const std::vector<StoredAgreementEvent>& events,
                                                      const std::vector<AgreementVersion>& versions) {
  constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();
  const std::set<std::uint32_t> recorded = recorded_in(events);
  desk::AgreementLife life;
  add_unrecorded(life, versions, recorded.empty() ? kAll : *recorded.begin() - 1);
  for (const StoredAgreementEvent& each : events) {
    if (const auto* agreed = std::get_if<desk::VersionAgreed>(&each.event.data))
      add_unrecorded(life, versions, agreed->version - 1);
    TANDEM_TRY_DONE(desk::evolve(life, each.event));
  }
  add_unrecorded(life, versions, kAll);
  return life;
}

base::Result<AgreementVersion> compose_version(const desk::VersionAgreed& agreed,
                                               std::map<std::string, std::string> files) {
  const agreement::Bundle bundle{.root = agreed.text.root, .files = files};
  const auto compiled =
      agreement::compile_bundle(bundle, {.version = agreed.version, .rehearsal = agreement::Rehearsal::Skip});
  if (!compiled.policy)
    return base::fail(base::ErrorCode::BadInput, "the agreement has errors: run `tandem check` on it");
  AgreementVersion version{.version = agreed.version,
                           .root = agreed.text.root,
                           .files = std::move(files),
                           .in_force_from = agreed.in_force_from,
                           .seal = std::nullopt};
  version.seal = seal_of(version, compiled.policy->spec());
  return version;
}

base::Result<void> record_agreement(WriteTransaction& tx, const desk::EngagementName& engagement,
                                    const desk::AgreementLife& life, const desk::AgreementEvents& events,
                                    const std::map<std::string, std::string>& texts) {
  for (const auto& [name, text] : texts)
    TANDEM_TRY_DONE(tx.keep_agreement_text(engagement, desk::TextHash(hex(crypto::sha256(text))), text));
  TANDEM_TRY_DONE(tx.append_agreement(engagement, life.version, events));
  return {};
}

base::Result<void> tell_of_agreement(WriteTransaction& tx, const desk::EngagementName& engagement, base::Instant now,
                                     const desk::AgreementStep& step) {
  const auto told = desk::notices(step);
  return told.empty() ? base::Result<void>() : tx.add_notices(engagement, kAgreementEvents, now, told);
}

const desk::VersionAgreed* version_in(const desk::AgreementEvents& events) {
  for (const desk::AgreementEvent& each : events) {
    if (const auto* agreed = std::get_if<desk::VersionAgreed>(&each.data)) return agreed;
  }
  return nullptr;
}

}  // namespace tandem::app
