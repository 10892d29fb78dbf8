// `tandem ledger verify`: a database, or what a party keeps without one.
#include "app/ledger_audit.h"
#include "cli/commands.h"
#include "cli/counted.h"
#include "cli/kept_proofs.h"
#include "cli/ledger_choice.h"
#include "cli/ledger_key.h"
#include "cli/whole_file.h"

namespace tandem::cli {
namespace {

struct NamedText {
  std::string name;
  std::string text;
};

base::Result<std::vector<NamedText>> read_all(const std::vector<std::string>& files) {
  std::vector<NamedText> texts;
  for (const std::string& file : files) {
    TANDEM_TRY(std::string text, read_whole_file(file));
    texts.push_back({.name = file, .text = std::move(text)});
  }
  return texts;
}

void print_all(const std::vector<std::string>& lines, std::FILE* out) {
  for (const std::string& line : lines) fmt::print(out, "{}\n", line);
}

int verify_kept(const LedgerVerify& command, const Environment& environment) {
  if (command.key.empty()) {
    return could_not_run(
        environment, "say whose signature counts with --key: the line of `tandem ledger head --key`, kept since then");
  }
  if (command.heads.empty() && command.proofs.empty())
    return could_not_run(environment, "name what to verify: --database, --head or --proof");
  const auto verifier = read_verifier(command.key);
  if (!verifier) return could_not_run(environment, verifier.error().message);
  const auto heads = read_all(command.heads);
  if (!heads) return could_not_run(environment, heads.error().message);
  const auto proofs = read_all(command.proofs);
  if (!proofs) return could_not_run(environment, proofs.error().message);
  KeptProofs kept(*verifier);
  for (const NamedText& head : *heads) kept.add_head(head.name, head.text);
  for (const NamedText& proof : *proofs) {
    if (const auto read = kept.add_proof(proof.name, proof.text); !read)
      return could_not_run(environment, read.error().message);
  }
  kept.check();
  print_all(kept.told(), environment.out);
  print_all(kept.faults(), environment.out);
  return kept.faults().empty() ? kDone : kFaultsFound;
}

// Heads by the engagement they are of; one whose signature does not hold is told and counted.
struct KeptHeads {
  std::map<std::string, std::vector<ledger::Head>> by_engagement;
  bool has_faults = false;
};

// A head says whose it is in its first line.
ledger::Verifier verifier_for(std::string_view head, const crypto::PublicKey& key) {
  return {.name = std::string(head.substr(0, head.find('\n'))), .key = key};
}

base::Result<KeptHeads> read_heads(const LedgerVerify& command, const Environment& environment) {
  KeptHeads kept;
  if (command.heads.empty()) return kept;
  std::optional<ledger::Verifier> given;
  if (!command.key.empty()) {
    TANDEM_TRY(given, read_verifier(command.key));
  }
  TANDEM_TRY(const auto own, read_ledger_key(command.database));
  if (!given && !own) {
    return base::fail(base::ErrorCode::BadInput, fmt::format("{} is not there: say whose signature counts with --key",
                                                             ledger_key_path(command.database)));
  }
  TANDEM_TRY(const auto texts, read_all(command.heads));
  for (const NamedText& each : texts) {
    const auto head = ledger::open_head(each.text, given ? *given : verifier_for(each.text, own->public_key()));
    if (!head) {
      fmt::print(environment.out, "{}: {}\n", each.name, head.error().message);
      kept.has_faults = true;
      continue;
    }
    kept.by_engagement[ledger::engagement_of(head->origin)].push_back(*head);
  }
  return kept;
}

void print(const app::EngagementRecord& engagement, const app::LedgerAudit& audit,
           const std::vector<ledger::Head>& kept, std::FILE* out) {
  if (!audit.faults.empty()) {
    fmt::print(out, "{}: {}\n", engagement.name.text(), counted(audit.size, "event", "events"));
    for (const std::string& fault : audit.faults) fmt::print(out, "  {}\n", fault);
    return;
  }
  fmt::print(out, "{}: {}, each as it was written; root {}\n", engagement.name.text(),
             counted(audit.size, "event", "events"), ledger::to_text(audit.root));
  for (const ledger::Head& head : kept)
    fmt::print(out, "  it begins with the kept head of {}\n", counted(head.size, "event", "events"));
  if (kept.empty()) fmt::print(out, "  no kept head was given: that all of it was replaced cannot be told\n");
}

}  // namespace

int run(const LedgerVerify& command, const Environment& environment) {
  if (command.database.empty()) return verify_kept(command, environment);
  if (!command.proofs.empty()) return could_not_run(environment, "--proof is verified by itself, without --database");
  const auto store = open_existing(environment, command.database);
  if (!store) return could_not_run(environment, store.error().message);
  const auto engagements = engagements_named(**store, command.engagement);
  if (!engagements) return could_not_run(environment, engagements.error().message);
  auto kept = read_heads(command, environment);
  if (!kept) return could_not_run(environment, kept.error().message);
  bool has_faults = kept->has_faults;
  for (const app::EngagementRecord& engagement : *engagements) {
    const auto heads = std::move(kept->by_engagement[engagement.name.text()]);
    kept->by_engagement.erase(engagement.name.text());
    const auto audit = app::audit_ledger(**store, engagement, heads);
    if (!audit) return could_not_run(environment, audit.error().message);
    print(engagement, *audit, heads, environment.out);
    has_faults = has_faults || !audit->faults.empty();
  }
  for (const auto& [name, heads] : kept->by_engagement) {
    fmt::print(environment.out, "a kept head is of `{}`, which was not looked at\n", name);
    has_faults = true;
  }
  return has_faults ? kFaultsFound : kDone;
}

}  // namespace tandem::cli
