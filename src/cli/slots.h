// Every command with the options that fill it, for the files that declare them: one for each of the program's nouns,
// *_arguments.cpp. What several commands take is declared here, once.
//
//   auto& rebuild = all.of<Rebuild>();
//   rebuild.app = app.add_subcommand("rebuild", "Make every read table anew from the events");
//   need_database(rebuild);
#pragma once

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace tandem::cli {

// One subcommand: `command` is filled by the options and becomes the answer when the words name it.
template <class T>
struct Slot {
  T command{};
  CLI::App* app = nullptr;
};

template <class T>
void need_database(Slot<T>& slot) {
  slot.app->add_option("--database", slot.command.database, "the database file")->required()->type_name("FILE");
}

// Of an engagement in a database.
template <class T>
void need_engagement(Slot<T>& slot, const char* whose) {
  slot.app->add_option("--engagement", slot.command.engagement, whose)->required()->type_name("NAME");
  need_database(slot);
}

void add_format(CLI::App* app, Format& format);           // text or json
void add_findings_format(CLI::App* app, Format& format);  // text, json or sarif

// Every command with the options that fill it.
template <class Commands>
class SlotsOf;
template <class... Each>
class SlotsOf<std::variant<Each...>> {
 public:
  template <class T>
  [[nodiscard]] Slot<T>& of() {
    return std::get<Slot<T>>(slots_);
  }
  // The one that the words named. REQUIRES: they were parsed, and named one.
  [[nodiscard]] std::variant<Each...> chosen() && {
    std::optional<std::variant<Each...>> chosen;
    const auto choose = [&](auto& slot) {
      if (slot.app->parsed()) chosen = std::move(slot.command);
    };
    (choose(std::get<Slot<Each>>(slots_)), ...);
    return *std::move(chosen);
  }

 private:
  std::tuple<Slot<Each>...> slots_;
};
using Slots = SlotsOf<Command>;

// In the order of `tandem --help`.
void add_agreement_commands(CLI::App& app, Slots& all);
void add_calendar_commands(CLI::App& app, Slots& all);
void add_server_commands(CLI::App& app, Slots& all);
void add_account_commands(CLI::App& app, Slots& all);
void add_people_commands(CLI::App& app, Slots& all);  // leave, VIPs
void add_report_command(CLI::App& app, Slots& all);
void add_data_commands(CLI::App& app, Slots& all);
void add_ledger_commands(CLI::App& app, Slots& all);

}  // namespace tandem::cli
