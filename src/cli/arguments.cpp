#include "cli/arguments.h"

#include <sstream>

#include "cli/slots.h"
#include "diag/finding.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

constexpr const char* kVersion = TANDEM_VERSION;

// The library's sentence in ours: no capital in front unless it is a name like PATH, no `subcommand`.
std::string wording_of(const CLI::Error& error) {
  if (error.get_name() == "RequiredError" && std::string_view(error.what()).find("ubcommand") != std::string_view::npos)
    return "name a command";
  std::string words = error.what();
  const bool is_name = words.size() > 1 && std::isupper(static_cast<unsigned char>(words[1])) != 0;
  if (!words.empty() && !is_name) words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
  return words;
}

// CLI11 does not say which word it did not understand; people mistype commands, so that case is told here.
std::optional<std::string> unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  const CLI::App* within = &app;
  for (int i = 1; i < argc && !within->get_subcommands({}).empty(); ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with('-')) return std::nullopt;
    std::vector<std::string_view> names;
    const CLI::App* next = nullptr;
    for (const CLI::App* sub : within->get_subcommands({})) {
      names.emplace_back(sub->get_name());
      if (sub->get_name() == word) next = sub;
    }
    if (next == nullptr) {
      std::string message = fmt::format("there is no command `{}`", word);
      if (const auto near = diag::did_you_mean(word, names)) message += fmt::format(": did you mean `{}`?", *near);
      return message;
    }
    within = next;
  }
  return std::nullopt;
}

// The first option that the command does not have. For after a failed parse, where CLI11 lists the words it did not
// expect in an order of its own and may complain of something else first.
std::optional<std::string> unknown_option(const CLI::App& app, int argc, const char* const* argv) {
  const CLI::App* within = &app;
  while (!within->get_subcommands().empty()) within = within->get_subcommands().front();
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") return std::nullopt;
    if (!word.starts_with("--")) continue;
    const std::string_view name = word.substr(0, word.find('='));
    if (const CLI::Option* known = within->get_option_no_throw(std::string(name))) {
      const bool takes_next = known->get_items_expected_min() > 0 && name.size() == word.size();
      if (takes_next) ++i;  // a value may look like an option
      continue;
    }
    std::vector<std::string> options;
    for (const CLI::Option* option : within->get_options()) {
      if (!option->get_positional()) options.push_back(option->get_name());
    }
    std::string message = fmt::format("there is no option `{}`", diag::visible(name));
    const std::vector<std::string_view> names(options.begin(), options.end());
    if (const auto near = diag::did_you_mean(name, names)) message += fmt::format(": did you mean `{}`?", *near);
    return message;
  }
  return std::nullopt;
}

}  // namespace

std::expected<Command, int> parse(int argc, const char* const* argv, const Environment& environment) {
  CLI::App app("The desk that a business and its IT provider share, run by their agreement.", "tandem");
  app.set_version_flag("--version", std::string("tandem ") + kVersion);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return fmt::format("tandem: {}\n`tandem --help` and `tandem COMMAND --help` tell more\n", wording_of(error));
  });

  Slots all;
  add_agreement_commands(app, all);
  add_calendar_commands(app, all);
  add_server_commands(app, all);
  add_account_commands(app, all);
  add_people_commands(app, all);
  add_report_command(app, all);
  add_data_commands(app, all);
  add_ledger_commands(app, all);

  if (const auto unknown = unknown_command(app, argc, argv))
    return std::unexpected(could_not_run(environment, *unknown));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const auto unknown = error.get_exit_code() == 0 ? std::nullopt : unknown_option(app, argc, argv);
    if (unknown) return std::unexpected(could_not_run(environment, *unknown));
    std::ostringstream out;
    std::ostringstream err;
    const int status = app.exit(error, out, err);
    fmt::print(environment.out, "{}", out.str());
    fmt::print(environment.err, "{}", err.str());
    return std::unexpected(status == 0 ? kDone : kCouldNotRun);
  }

  return std::move(all).chosen();
}

}  // namespace tandem::cli
