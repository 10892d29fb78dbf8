#include "app/agreement_seal.h"

#include <fmt/format.h>

#include "base/log.h"
#include "crypto/crypto.h"
#include "policy/bytes.h"

namespace tandem::app {
namespace {

// As sha256sum prints it for the files in this order.
Digest hash_of_texts(const AgreementVersion& version) {
  std::string lines;
  const auto add = [&](const std::string& name, const std::string& text) {
    lines += fmt::format("{}  {}\n", hex(crypto::sha256(text)), name);
  };
  if (const auto root = version.files.find(version.root); root != version.files.end()) add(root->first, root->second);
  for (const auto& [name, text] : version.files) {
    if (name != version.root) add(name, text);
  }
  return crypto::sha256(lines);
}

}  // namespace

AgreementSeal seal_of(const AgreementVersion& version, const policy::Spec& spec) {
  return {.texts = hash_of_texts(version),
          .compiled = crypto::sha256(policy::to_bytes(spec)),
          .format = policy::kBytesFormat};
}

std::string hex(const Digest& digest) {
  std::string text;
  for (const std::uint8_t byte : digest) text += fmt::format("{:02x}", byte);
  return text;
}

SealState seal_state(const AgreementVersion& version, const policy::Spec& spec) {
  if (!version.seal) return SealState::None;
  const AgreementSeal now = seal_of(version, spec);
  if (now.texts != version.seal->texts) return SealState::Texts;
  if (now.format != version.seal->format) return SealState::Format;
  return now.compiled == version.seal->compiled ? SealState::Whole : SealState::Compiled;
}

void tell_of_broken_seal(const desk::EngagementName& name, const AgreementVersion& version, const policy::Spec& spec) {
  switch (seal_state(version, spec)) {
    case SealState::None:
    case SealState::Whole: return;
    case SealState::Texts:
      base::log_error("agreement-texts-altered", {{"engagement", name.text()},
                                                  {"version", version.version},
                                                  {"signed", hex(version.seal->texts)},
                                                  {"now", hex(hash_of_texts(version))}});
      return;
    case SealState::Compiled:
      base::log_warn("agreement-compiles-differently", {{"engagement", name.text()},
                                                        {"version", version.version},
                                                        {"signed", hex(version.seal->compiled)},
                                                        {"now", hex(crypto::sha256(policy::to_bytes(spec)))}});
      return;
    case SealState::Format:
      base::log_info("agreement-seal-format-differs", {{"engagement", name.text()},
                                                       {"version", version.version},
                                                       {"signed", version.seal->format},
                                                       {"now", policy::kBytesFormat}});
      return;
  }
}

}  // namespace tandem::app
