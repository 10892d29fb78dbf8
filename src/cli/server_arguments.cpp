// The options of the commands on the server and what it serves.
#include "cli/slots.h"

namespace tandem::cli {
namespace {

void add_serve(CLI::App& app, Slots& all) {
  auto& serve = all.of<Serve>();
  serve.app = app.add_subcommand("serve", "Run the server");
  need_database(serve);
  serve.app->add_option("--listen", serve.command.listen, "address and port")
      ->capture_default_str()
      ->type_name("HOST:PORT");
  serve.app->add_option("--web", serve.command.web_root, "folder of the browser application (web/dist)")
      ->type_name("DIR");
  serve.app->add_option("--host", serve.command.hosts, "answer to this host name only; give it once for each name")
      ->allow_extra_args(false)
      ->type_name("NAME");
  serve.app
      ->add_option("--ledger-heads", serve.command.ledger_heads,
                   "keep the signed heads of the ledgers in this folder, for each party")
      ->type_name("DIR");
  serve.app->add_flag("--secure-cookies", serve.command.secure_cookies, "mark cookies Secure: set this behind HTTPS");
  serve.app
      ->add_option("--max-file", serve.command.max_file, "the largest file that may be attached to a ticket, in MiB")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
}

void add_engagement_commands(CLI::App& app, Slots& all) {
  auto& demo = all.of<Demo>();
  auto& adopt = all.of<Adopt>();
  demo.app = app.add_subcommand("demo", "Fill a new database with two demo engagements");
  need_database(demo);

  adopt.app = app.add_subcommand("adopt", "Put an agreement in force: a new engagement, or a new version of one");
  adopt.app->add_option("PATH", adopt.command.path, "agreement.yaml, or the folder it is in")->required();
  need_database(adopt);
}

}  // namespace

void add_server_commands(CLI::App& app, Slots& all) {
  add_serve(app, all);
  add_engagement_commands(app, all);
}

}  // namespace tandem::cli
