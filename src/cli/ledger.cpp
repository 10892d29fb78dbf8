// What a party keeps of a ledger and can ask of it: its head, proofs, everything.
#include "app/ledgers.h"
#include "cli/commands.h"
#include "cli/head_file.h"
#include "cli/ledger_choice.h"
#include "cli/ledger_key.h"
#include "cli/whole_file.h"
#include "wire/ledger_json.h"

namespace tandem::cli {
namespace {

constexpr std::size_t kRowsAtOnce = 1000;

// A size as people give it: a number, or the file of a head. A head must be signed by this key.
base::Result<std::optional<std::uint64_t>> size_of(const std::string& word, const ledger::Verifier& verifier) {
  if (word.empty()) return std::nullopt;
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), size);
  if (error == std::errc{} && end == word.data() + word.size()) return size;
  TANDEM_TRY(const std::string text, read_whole_file(word));
  auto head = ledger::open_head(text, verifier);
  if (!head) return std::unexpected(std::move(head).error().within(word));
  return head->size;
}

base::Result<std::string> prove(const LedgerProve& command, const Environment& environment) {
  TANDEM_TRY(const auto opened, open_ledger(environment, command.database, command.engagement));
  TANDEM_TRY(const auto key, obtain_ledger_key(command.database));
  const desk::EngagementName& name = opened.engagement.name;
  const ledger::Verifier verifier{.name = ledger::origin_of(name.text()), .key = key.public_key()};
  TANDEM_TRY(const auto until, size_of(command.until, verifier));
  if (command.ticket.empty()) {
    TANDEM_TRY(const auto since, size_of(command.since, verifier));
    TANDEM_TRY(auto proof, app::prove_growth(*opened.store, name, since.value_or(0), until));
    app::SignedHead head = app::sign_head(proof.second, key);
    return wire::encode(app::SignedGrowthProof{.proof = std::move(proof), .head = std::move(head)});
  }
  TANDEM_TRY(const auto ticket, app::find_subject(*opened.store, opened.engagement, command.ticket));
  TANDEM_TRY(auto proof, app::prove_event(*opened.store, name, ticket, command.event.value_or(0), until));
  TANDEM_TRY(auto number, app::number_of(*opened.store, opened.engagement, ticket));
  app::SignedHead head = app::sign_head(proof.head, key);
  TANDEM_TRY(const bool withheld, app::is_withheld(*opened.store, name, proof.event));
  std::optional<std::string> record;
  if (!withheld) record = proof.event.record;
  return wire::encode(app::SignedEventProof{
      .proof = std::move(proof), .record = std::move(record), .number = std::move(number), .head = std::move(head)});
}

}  // namespace

int run(const LedgerHead& command, const Environment& environment) {
  const auto opened = open_ledger(environment, command.database, command.engagement);
  if (!opened) return could_not_run(environment, opened.error().message);
  const auto key = obtain_ledger_key(command.database);
  if (!key) return could_not_run(environment, key.error().message);
  const desk::EngagementName& name = opened->engagement.name;
  if (!command.output.empty()) {
    const auto kept = keep_head(command.output, *opened->store, name, *key);
    if (kept) return kDone;
    could_not_run(environment, kept.error().message);
    return kept.error().code == base::ErrorCode::Conflict ? kFaultsFound : kCouldNotRun;
  }
  auto head = app::current_head(*opened->store, name);
  if (!head) return could_not_run(environment, head.error().message);
  const app::SignedHead signed_head = app::sign_head(*std::move(head), *key);
  if (command.key) {
    fmt::print(environment.out, "{}\n", ledger::to_text(signed_head.verifier));
  } else {
    fmt::print(environment.out, "{}", signed_head.text);
  }
  return kDone;
}

int run(const LedgerProve& command, const Environment& environment) {
  if (command.ticket.empty() == command.since.empty())
    return could_not_run(environment, "prove an event (TICKET and --event), or what came after a head (--since)");
  if (!command.ticket.empty() && !command.event)
    return could_not_run(environment, "say which of the ticket's events with --event: 1 is its opening");
  const auto proof = prove(command, environment);
  if (!proof) return could_not_run(environment, proof.error().message);
  fmt::print(environment.out, "{}\n", *proof);
  return kDone;
}

int run(const LedgerExport& command, const Environment& environment) {
  const auto opened = open_ledger(environment, command.database, command.engagement);
  if (!opened) return could_not_run(environment, opened.error().message);
  for (std::uint64_t from = 0;;) {
    const auto rows = opened->store->ledger_rows(opened->engagement.name, from, kRowsAtOnce);
    if (!rows) return could_not_run(environment, rows.error().message);
    if (rows->empty()) return kDone;
    for (const app::LedgerRow& row : *rows) {
      if (row.leaf != from || !row.event || row.hashes.empty()) {
        could_not_run(environment,
                      fmt::format("leaf {} is not whole: `tandem ledger verify` tells what is wrong", from));
        return kFaultsFound;
      }
      const auto withheld = app::is_withheld(*opened->store, opened->engagement.name, *row.event);
      if (!withheld) return could_not_run(environment, withheld.error().message);
      fmt::print(environment.out, "{}\n",
                 *withheld ? wire::encode_sealed_line(row.leaf, *row.event, row.hashes.front())
                           : wire::encode_ledger_line(row.leaf, *row.event));
      ++from;
    }
  }
}

}  // namespace tandem::cli
