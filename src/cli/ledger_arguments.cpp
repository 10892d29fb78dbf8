// The options of `tandem ledger`.
#include "cli/slots.h"

namespace tandem::cli {

void add_ledger_commands(CLI::App& app, Slots& all) {
  auto& head = all.of<LedgerHead>();
  auto& prove = all.of<LedgerProve>();
  auto& verify = all.of<LedgerVerify>();
  auto& all_events = all.of<LedgerExport>();
  auto* ledger = app.add_subcommand("ledger", "The ledger: what happened, so that nobody rewrites it unnoticed");
  ledger->require_subcommand(1);
  const auto choose_engagement = [](auto& slot) {
    slot.app->add_option("--engagement", slot.command.engagement, "whose ledger; else the only one")->type_name("NAME");
    need_database(slot);
  };
  head.app = ledger->add_subcommand("head", "Print the signed head, which both parties keep");
  head.app->add_option("-o,--output", head.command.output, "keep it in this file instead")->type_name("FILE");
  head.app->add_flag("--key", head.command.key, "print the key to check heads with instead");
  choose_engagement(head);
  prove.app =
      ledger->add_subcommand("prove", "Prove that an event is in the ledger, or that it begins with what it was");
  prove.app->add_option("TICKET", prove.command.ticket, "its number, such as HCU-12; or `agreement`");
  prove.app->add_option("--event", prove.command.event, "which of its events, from 1")->type_name("N");
  prove.app->add_option("--since", prove.command.since, "an earlier size: a number, or a kept head")->type_name("SIZE");
  prove.app->add_option("--until", prove.command.until, "the later size; else the present one")->type_name("SIZE");
  choose_engagement(prove);
  verify.app =
      ledger->add_subcommand("verify", "Find what was changed, deleted, added or swapped; or check kept proofs");
  verify.app->add_option("--database", verify.command.database, "the database file")->type_name("FILE");
  verify.app->add_option("--engagement", verify.command.engagement, "whose ledger; else all")->type_name("NAME");
  verify.app->add_option("--head", verify.command.heads, "a kept head; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FILE");
  verify.app->add_option("--proof", verify.command.proofs, "a kept proof; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FILE");
  verify.app->add_option("--key", verify.command.key, "whose signature counts: the key's line, or its file")
      ->type_name("KEY");
  all_events.app = ledger->add_subcommand("export", "Print every event as the ledger has it, a line of JSON each");
  choose_engagement(all_events);
}

}  // namespace tandem::cli
