#include "app/agreement_seal.h"

#include <fmt/format.h>

#include "base/log.h"
#include "crypto/crypto.h"
#include "policy/bytes.h"

namespace tandem::app {
namespace {

// As sha256sum prints it for the files in this order.
Digest hash_of_texts(const std::string& root, const std::vector<desk::AgreementFile>& files) {
  std::string lines;
  const auto add = [&](const desk::AgreementFile& file) {
    lines += fmt::format("{}  {}\n", file.hash.text(), file.name);
  };
  for (const desk::AgreementFile& file : files) {
    if (file.name == root) add(file);
  }
  for (const desk::AgreementFile& file : files) {
    if (file.name != root) add(file);
  }
  return crypto::sha256(lines);
}

std::vector<desk::AgreementFile> hashes_of(const std::map<std::string, std::string>& files) {
  std::vector<desk::AgreementFile> hashes;
  for (const auto& [name, text] : files)
    hashes.push_back({.name = name, .hash = desk::TextHash(hex(crypto::sha256(text)))});
  return hashes;
}

Digest hash_of_texts(const AgreementVersion& version) {
  return hash_of_texts(version.root, hashes_of(version.files));
}

}  // namespace

AgreementSeal seal_of(const AgreementVersion& version, const policy::Spec& spec) {
  return {.texts = hash_of_texts(version),
          .compiled = crypto::sha256(policy::to_bytes(spec)),
          .format = policy::kBytesFormat};
}

desk::AgreementText identify(const std::string& root, const std::map<std::string, std::string>& files) {
  auto hashes = hashes_of(files);
  const desk::TextHash whole(hex(hash_of_texts(root, hashes)));
  return {.root = root, .files = std::move(hashes), .hash = whole};
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
