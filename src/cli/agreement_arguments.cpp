// The options of the commands on an agreement's text: check, write, ask, draft.
#include "cli/slots.h"

namespace tandem::cli {
namespace {

// `check` takes a path or an offer, which the library cannot say.
class CheckHelp : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* /*app*/, std::string name) const override {
    return fmt::format("Usage: {0} [OPTIONS] PATH\n       {0} [OPTIONS] --offer FILE [PATH]\n", name);
  }
};

void add_check(CLI::App& app, Slots& all) {
  auto& check = all.of<Check>();
  check.app = app.add_subcommand("check", "Compile an agreement and tell what is wrong with it");
  auto* path = check.app->add_option("PATH", check.command.path, "agreement.yaml, or the folder it is in");
  auto* offers = check.app->add_option("--offer", check.command.offers,
                                       "check a vendor's offer instead: its text, or the form of `tandem new "
                                       "--offer`; with PATH also against the agreement");
  offers->allow_extra_args(false)->type_name("FILE");
  check.app->formatter(std::make_shared<CheckHelp>());
  check.app->callback([path, offers] {
    if (path->empty() && offers->empty()) throw CLI::RequiredError("PATH or --offer FILE");
  });
  add_findings_format(check.app, check.command.format);
  check.app->add_option("--today", check.command.today, "the day of the check; else the clock's")
      ->type_name("YYYY-MM-DD");
  check.app->add_option("--horizon", check.command.horizon, "how far ahead to prove it: 12mo, 90 days, 2y")
      ->type_name("LENGTH");
  check.app
      ->add_option("--leave", check.command.leave,
                   "leave that a calendar knows of: FILE.ics, or a person's own as NAME=FILE.ics; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FILE");
  check.app->add_option("--assets", check.command.assets, "assets to find a class for: a table with `name` and `class`")
      ->type_name("FILE");
  check.app->add_flag("--werror", check.command.warnings_count, "exit with 1 for warnings too");
  check.app->add_flag("--all-findings", check.command.all_findings, "draw more than 20 of a kind");
  check.app->add_flag("--quiet", check.command.findings_only, "the findings alone, without a summary");
}

// What helps to write an agreement.
void add_writing_commands(CLI::App& app, Slots& all) {
  auto& fix = all.of<Fix>();
  auto& format = all.of<Fmt>();
  auto& explain = all.of<Explain>();
  fix.app = app.add_subcommand("fix", "Make the repairs of an agreement that are beyond doubt, in its files");
  fix.app->add_option("PATH", fix.command.path, "agreement.yaml, or the folder it is in")->required();
  fix.app->add_flag("--dry-run", fix.command.dry_run, "tell what would be done, and write nothing");
  fix.app->add_flag("--all", fix.command.all, "also repairs that are only likely: look at each afterwards");
  fix.app->add_option("--today", fix.command.today, "the day that dated exceptions are held against")
      ->type_name("YYYY-MM-DD");

  format.app = app.add_subcommand("fmt", "Write agreements in one style; comments and order stay");
  format.app->add_option("PATH", format.command.paths, "files, or folders of agreements; `-`: standard input")
      ->required();
  format.app->add_flag("--check", format.command.check, "tell which would change (exit status 1 then)");
  format.app->add_flag("--stdout", format.command.to_output, "print them, and write nothing");

  all.of<Lsp>().app =
      app.add_subcommand("lsp", "Serve editors: the Language Server Protocol on standard input and output");

  explain.app = app.add_subcommand("explain", "Tell what a finding means and how to repair it, or list them all");
  explain.app->add_option("NAME", explain.command.name, "as `tandem check` names it: no-deputy");

  all.of<Schema>().app = app.add_subcommand("schema", "Print the JSON Schema of agreements, for editors");
}

// What an agreement answers.
void add_answer_commands(CLI::App& app, Slots& all) {
  auto& why = all.of<Why>();
  auto& test = all.of<Test>();
  auto& diff = all.of<Diff>();
  why.app = app.add_subcommand("why", "Tell who owns a piece of work at an instant, who answers for it, and why");
  why.app->add_option("PATH", why.command.path, "agreement.yaml, or the folder it is in")->required();
  why.app->add_option("--at", why.command.at, "2026-12-25 03:00 in the agreement's zone, or RFC 3339")
      ->required()
      ->type_name("TIME");
  why.app->add_option("--category", why.command.category, "what the work is about")->required()->type_name("NAME");
  why.app->add_option("--priority", why.command.priority, "how urgent it is; else the agreement's usual priority")
      ->type_name("NAME");
  why.app->add_option("--site", why.command.site, "where it comes from")->type_name("NAME");
  why.app->add_option("--department", why.command.department, "of whoever asks")->type_name("NAME");
  why.app->add_option("--asset-class", why.command.asset_class, "what it is about is one of these")->type_name("NAME");
  why.app->add_option("--requester", why.command.requester, "vip or standard")->type_name("KIND");
  why.app->add_option("--source", why.command.source, "portal, email, api, alert or duty")->type_name("SOURCE");
  why.app->add_option("--load", why.command.loads, "open items for each person of a team who is there: desk=12")
      ->delimiter(',')
      ->type_name("TEAM=N");
  why.app->add_option("--away", why.command.away, "somebody who is supposed to be on leave at that moment")
      ->type_name("PERSON");
  add_format(why.app, why.command.format);

  test.app = app.add_subcommand("test", "Try the expectations of an agreement (exit status 1 when one fails)");
  test.app->add_option("PATH", test.command.path, "agreement.yaml, or the folder it is in")->required();
  add_format(test.app, test.command.format);

  diff.app = app.add_subcommand("diff", "Tell what another text of an agreement changes for whom (exit status 1)");
  diff.app->add_option("OLD", diff.command.before, "agreement.yaml, or the folder it is in")->required();
  diff.app->add_option("NEW", diff.command.after, "agreement.yaml, or the folder it is in")->required();
  diff.app->add_option("--history", diff.command.history, "past work that is put to both: a ServiceNow log, or CSV")
      ->type_name("FILE");
  diff.app->add_option("--today", diff.command.today, "the day of the comparison; else the clock's")
      ->type_name("YYYY-MM-DD");
  diff.app->add_option("--horizon", diff.command.horizon, "how far ahead to compare: 12mo, 90 days, 2y")
      ->type_name("LENGTH");
  diff.app->add_flag("--all", diff.command.all, "tell each change by itself, also more than 20");
  add_format(diff.app, diff.command.format);
}

void add_new(CLI::App& app, Slots& all) {
  auto& draft = all.of<New>();
  auto& fit = all.of<Fit>();
  New& command = draft.command;
  draft.app = app.add_subcommand("new", "Write a draft of an agreement");
  draft.app->add_option("FOLDER", command.folder, "where it goes (`-` prints it); else named after the client");
  draft.app
      ->add_option("--template", command.arrangements, "ready-made arrangements: one, or several with commas between")
      ->delimiter(',')
      ->type_name("NAME");
  draft.app->add_flag("--list", command.list, "tell which arrangements there are");
  draft.app->add_flag("--interactive", command.interactive, "ask who does what, who does not, how you decide");
  draft.app->add_option("--answers", command.answers, "answers to those questions; with --interactive: kept there")
      ->type_name("FILE");
  draft.app->add_flag("--offer", command.offer, "print a form for a vendor's offer, to fill in and to check");
  draft.app->add_option("--client", command.client, "the business")->type_name("TEXT");
  draft.app->add_option("--provider", command.provider, "who helps its IT people")->type_name("TEXT");
  draft.app->add_option("--country", command.country, "its holidays, time zone and currency: us, de, …")
      ->type_name("CODE");
  draft.app->add_option("--holidays", command.holidays, "as `tandem calendar holidays` lists them")->type_name("SET");
  draft.app->add_option("--time-zone", command.time_zone, "America/New_York, Europe/Berlin, …")->type_name("ZONE");
  draft.app->add_option("--effective", command.effective, "its first day; else the first of next month")
      ->type_name("YYYY-MM-DD");
  draft.app->add_option("--today", command.today, "else the clock's")->type_name("YYYY-MM-DD");

  fit.app = app.add_subcommand(
      "fit", "Tell whether co-managed IT is right for a company, and why (exit status 1: too little is known)");
  fit.app->add_option("--answers", fit.command.answers, "answers from a file; else it asks")->type_name("FILE");
  fit.app->add_flag("--form", fit.command.form, "print the questions, to fill in");
  fit.app->add_flag("--weights", fit.command.weights, "print what each answer weighs");
  add_format(fit.app, fit.command.format);
}

}  // namespace

void add_agreement_commands(CLI::App& app, Slots& all) {
  add_check(app, all);
  add_writing_commands(app, all);
  add_answer_commands(app, all);
  add_new(app, all);
}

}  // namespace tandem::cli
