#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <sstream>

#include "diag/finding.h"

namespace tandem::cli {
namespace {

constexpr const char* kVersion = TANDEM_VERSION;

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

void add_format(CLI::App* app, Format& format) {
  const auto choose = [&format](const std::string& word) {
    if (word != "text" && word != "json")
      throw CLI::ValidationError("--format", fmt::format("text or json, not `{}`", word));
    format = word == "json" ? Format::Json : Format::Text;
  };
  app->add_option_function<std::string>("--format", choose, "text or json")->type_name("FORMAT");
}

// The library's sentence in ours: no capital in front, no `subcommand`.
std::string wording_of(const CLI::Error& error) {
  if (error.get_name() == "RequiredError" && std::string_view(error.what()).find("ubcommand") != std::string_view::npos)
    return "name a command";
  std::string words = error.what();
  if (!words.empty()) words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
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

}  // namespace

std::expected<Command, int> parse(int argc, const char* const* argv, const Environment& environment) {
  CLI::App app("The desk that a business and its IT provider share, run by their agreement.", "tandem");
  app.set_version_flag("--version", std::string("tandem ") + kVersion);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return fmt::format("tandem: {}\n`tandem --help` and `tandem COMMAND --help` tell more\n", wording_of(error));
  });

  Slot<Check> check;
  check.app = app.add_subcommand("check", "Compile an agreement and tell what is wrong with it");
  check.app->add_option("PATH", check.command.path, "agreement.yaml, or the folder it is in")->required();
  add_format(check.app, check.command.format);
  check.app->add_option("--today", check.command.today, "the day that dated exceptions are held against")
      ->type_name("YYYY-MM-DD");

  Slot<Why> why;
  why.app = app.add_subcommand("why", "Tell who owns a piece of work at an instant, who answers for it, and why");
  why.app->add_option("PATH", why.command.path, "agreement.yaml, or the folder it is in")->required();
  why.app->add_option("--at", why.command.at, "2026-12-25 03:00 in the agreement's zone, or RFC 3339")
      ->required()
      ->type_name("TIME");
  why.app->add_option("--category", why.command.category, "what the work is about")->required()->type_name("NAME");
  why.app->add_option("--priority", why.command.priority)->type_name("NAME");
  why.app->add_option("--site", why.command.site)->type_name("NAME");
  why.app->add_option("--department", why.command.department)->type_name("NAME");
  why.app->add_option("--asset-class", why.command.asset_class)->type_name("NAME");
  why.app->add_option("--requester", why.command.requester, "vip or standard")->type_name("KIND");
  why.app->add_option("--source", why.command.source, "portal, email, api, alert or duty")->type_name("SOURCE");
  add_format(why.app, why.command.format);

  Slot<Serve> serve;
  serve.app = app.add_subcommand("serve", "Run the server");
  need_database(serve);
  serve.app->add_option("--listen", serve.command.listen, "address and port")
      ->capture_default_str()
      ->type_name("HOST:PORT");
  serve.app->add_option("--web", serve.command.web_root, "folder of the browser application (web/dist)")
      ->type_name("DIR");
  serve.app->add_flag("--secure-cookies", serve.command.secure_cookies, "mark cookies Secure: set this behind HTTPS");

  Slot<Demo> demo;
  demo.app = app.add_subcommand("demo", "Fill a new database with two demo engagements");
  need_database(demo);

  Slot<Adopt> adopt;
  adopt.app = app.add_subcommand("adopt", "Put an agreement in force: a new engagement, or a new version of one");
  adopt.app->add_option("PATH", adopt.command.path, "agreement.yaml, or the folder it is in")->required();
  need_database(adopt);

  auto* account = app.add_subcommand("account", "Accounts: who may sign in");
  account->require_subcommand(1);
  Slot<CreateAccount> create_account;
  create_account.app = account->add_subcommand("create", "Create an account; the password is read from standard input");
  create_account.app->add_option("EMAIL", create_account.command.email)->required();
  create_account.app->add_option("--name", create_account.command.name, "as people read it")
      ->required()
      ->type_name("TEXT");
  create_account.app->add_option("--engagement", create_account.command.engagement, "join this one")->type_name("NAME");
  create_account.app->add_option("--role", create_account.command.role, "member, requester or auditor")
      ->check(CLI::IsMember({"member", "requester", "auditor"}))
      ->capture_default_str()
      ->type_name("ROLE");
  create_account.app
      ->add_option("--person", create_account.command.person, "role member: who they are in the agreement")
      ->type_name("NAME");
  need_database(create_account);
  Slot<SetPassword> set_password;
  set_password.app = account->add_subcommand("password", "Set a password, read from standard input");
  set_password.app->add_option("EMAIL", set_password.command.email)->required();
  need_database(set_password);

  auto* token = app.add_subcommand("token", "Tokens: how programs sign in");
  token->require_subcommand(1);
  Slot<CreateToken> create_token;
  create_token.app = token->add_subcommand("create", "Make a bearer token; it is printed once");
  create_token.app->add_option("EMAIL", create_token.command.email, "whose it is")->required();
  create_token.app->add_option("--label", create_token.command.label, "what it is for")->required()->type_name("TEXT");
  create_token.app->add_option("--days", create_token.command.days, "how long it is good for; else until it is removed")
      ->check(CLI::Range(1, 3650))
      ->type_name("N");
  need_database(create_token);

  auto* import = app.add_subcommand("import", "Read another system's data");
  import->require_subcommand(1);
  Slot<ImportHistory> history;
  history.app = import->add_subcommand("history", "Read a ServiceNow incident event log (CSV, or CSV in xz)");
  history.app->add_option("FILE", history.command.file)->required();
  history.app->add_option("--engagement", history.command.engagement, "the engagement it goes into")->type_name("NAME");
  history.app->add_option("--agreement", history.command.agreement, "put this agreement in force first")
      ->type_name("PATH");
  need_database(history);

  Slot<Rebuild> rebuild;
  rebuild.app = app.add_subcommand("rebuild", "Make every read table anew from the events");
  need_database(rebuild);

  if (const auto unknown = unknown_command(app, argc, argv))
    return std::unexpected(could_not_run(environment, *unknown));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    const int status = app.exit(error, out, err);
    fmt::print(environment.out, "{}", out.str());
    fmt::print(environment.err, "{}", err.str());
    return std::unexpected(status == 0 ? kDone : kCouldNotRun);
  }

  std::optional<Command> chosen;
  const auto choose = [&](auto& slot) {
    if (slot.app->parsed()) chosen = std::move(slot.command);
  };
  choose(check), choose(why), choose(serve), choose(demo), choose(adopt), choose(create_account), choose(set_password),
      choose(create_token), choose(history), choose(rebuild);
  return *std::move(chosen);
}

}  // namespace tandem::cli
