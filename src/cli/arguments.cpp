#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <sstream>

#include "diag/finding.h"
#include "diag/visible.h"

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

void add_findings_format(CLI::App* app, Format& format) {
  const auto choose = [&format](const std::string& word) {
    constexpr std::array<std::pair<std::string_view, Format>, 3> kFormats = {
        {{"text", Format::Text}, {"json", Format::Json}, {"sarif", Format::Sarif}}};
    const auto found = std::ranges::find(kFormats, word, &std::pair<std::string_view, Format>::first);
    if (found == kFormats.end())
      throw CLI::ValidationError("--format", fmt::format("text, json or sarif, not `{}`", word));
    format = found->second;
  };
  app->add_option_function<std::string>("--format", choose, "text, json or sarif")->type_name("FORMAT");
}

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

// Every command with the options that fill it.
struct Slots {
  Slot<Check> check;
  Slot<Fix> fix;
  Slot<Fmt> fmt;
  Slot<Lsp> lsp;
  Slot<Explain> explain;
  Slot<Schema> schema;
  Slot<Why> why;
  Slot<Test> test;
  Slot<New> new_draft;
  Slot<Diff> diff;
  Slot<Fit> fit;
  Slot<Serve> serve;
  Slot<Demo> demo;
  Slot<Adopt> adopt;
  Slot<CreateAccount> create_account;
  Slot<SetPassword> set_password;
  Slot<CreateToken> create_token;
  Slot<ListTokens> list_tokens;
  Slot<RemoveToken> remove_token;
  Slot<ListLeave> list_leave;
  Slot<AddLeave> add_leave;
  Slot<RemoveLeave> remove_leave;
  Slot<ImportHistory> history;
  Slot<ImportMatrix> matrix;
  Slot<Rebuild> rebuild;
  Slot<CalendarHours> hours;
  Slot<CalendarMonth> month;
  Slot<CalendarShifts> shifts;
  Slot<CalendarDuty> duty;
  Slot<CalendarGaps> gaps;
  Slot<CalendarHolidays> holidays;
  Slot<CalendarFeed> feed;
  Slot<CalendarCases> cases;
};

void add_agreement_commands(CLI::App& app, Slots& all) {
  all.check.app = app.add_subcommand("check", "Compile an agreement and tell what is wrong with it");
  auto* path = all.check.app->add_option("PATH", all.check.command.path, "agreement.yaml, or the folder it is in");
  auto* offers = all.check.app->add_option("--offer", all.check.command.offers,
                                           "check a vendor's offer instead: its text, or the form of `tandem new "
                                           "--offer`; with PATH also against the agreement");
  offers->allow_extra_args(false)->type_name("FILE");
  all.check.app->callback([path, offers] {
    if (path->empty() && offers->empty()) throw CLI::RequiredError("PATH");
  });
  add_findings_format(all.check.app, all.check.command.format);
  all.check.app->add_option("--today", all.check.command.today, "the day of the check; else the clock's")
      ->type_name("YYYY-MM-DD");
  all.check.app->add_option("--horizon", all.check.command.horizon, "how far ahead to prove it: 12mo, 90 days, 2y")
      ->type_name("LENGTH");
  all.check.app
      ->add_option("--leave", all.check.command.leave,
                   "leave that a calendar knows of: FILE.ics, or a person's own as NAME=FILE.ics; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FILE");
  all.check.app
      ->add_option("--assets", all.check.command.assets, "assets to find a class for: a table with `name` and `class`")
      ->type_name("FILE");
  all.check.app->add_flag("--werror", all.check.command.warnings_count, "exit with 1 for warnings too");
  all.check.app->add_flag("--all-findings", all.check.command.all_findings, "draw more than 20 of a kind");
  all.check.app->add_flag("--quiet", all.check.command.findings_only, "the findings alone, without a summary");

  all.fix.app = app.add_subcommand("fix", "Make the repairs of an agreement that are beyond doubt, in its files");
  all.fix.app->add_option("PATH", all.fix.command.path, "agreement.yaml, or the folder it is in")->required();
  all.fix.app->add_flag("--dry-run", all.fix.command.dry_run, "tell what would be done, and write nothing");
  all.fix.app->add_flag("--all", all.fix.command.all, "also repairs that are only likely: look at each afterwards");
  all.fix.app->add_option("--today", all.fix.command.today, "the day that dated exceptions are held against")
      ->type_name("YYYY-MM-DD");

  all.fmt.app = app.add_subcommand("fmt", "Write agreements in one style; comments and order stay");
  all.fmt.app->add_option("PATH", all.fmt.command.paths, "files, or folders of agreements; `-`: standard input")
      ->required();
  all.fmt.app->add_flag("--check", all.fmt.command.check, "tell which would change (exit status 1 then)");
  all.fmt.app->add_flag("--stdout", all.fmt.command.to_output, "print them, and write nothing");

  all.lsp.app = app.add_subcommand("lsp", "Serve editors: the Language Server Protocol on standard input and output");

  all.explain.app = app.add_subcommand("explain", "Tell what a finding means and how to repair it, or list them all");
  all.explain.app->add_option("NAME", all.explain.command.name, "as `tandem check` names it: no-deputy");

  all.schema.app = app.add_subcommand("schema", "Print the JSON Schema of agreements, for editors");

  all.why.app = app.add_subcommand("why", "Tell who owns a piece of work at an instant, who answers for it, and why");
  all.why.app->add_option("PATH", all.why.command.path, "agreement.yaml, or the folder it is in")->required();
  all.why.app->add_option("--at", all.why.command.at, "2026-12-25 03:00 in the agreement's zone, or RFC 3339")
      ->required()
      ->type_name("TIME");
  all.why.app->add_option("--category", all.why.command.category, "what the work is about")
      ->required()
      ->type_name("NAME");
  all.why.app->add_option("--priority", all.why.command.priority)->type_name("NAME");
  all.why.app->add_option("--site", all.why.command.site)->type_name("NAME");
  all.why.app->add_option("--department", all.why.command.department)->type_name("NAME");
  all.why.app->add_option("--asset-class", all.why.command.asset_class)->type_name("NAME");
  all.why.app->add_option("--requester", all.why.command.requester, "vip or standard")->type_name("KIND");
  all.why.app->add_option("--source", all.why.command.source, "portal, email, api, alert or duty")->type_name("SOURCE");
  all.why.app->add_option("--load", all.why.command.loads, "open items for each person of a team who is there: desk=12")
      ->type_name("TEAM=N");
  all.why.app->add_option("--away", all.why.command.away, "somebody who is supposed to be on leave at that moment")
      ->type_name("PERSON");
  add_format(all.why.app, all.why.command.format);

  all.test.app = app.add_subcommand("test", "Try the expectations of an agreement (exit status 1 when one fails)");
  all.test.app->add_option("PATH", all.test.command.path, "agreement.yaml, or the folder it is in")->required();
  add_format(all.test.app, all.test.command.format);

  all.diff.app = app.add_subcommand("diff", "Tell what another text of an agreement changes for whom (exit status 1)");
  all.diff.app->add_option("OLD", all.diff.command.before, "agreement.yaml, or the folder it is in")->required();
  all.diff.app->add_option("NEW", all.diff.command.after, "agreement.yaml, or the folder it is in")->required();
  all.diff.app
      ->add_option("--history", all.diff.command.history, "past work that is put to both: a ServiceNow log, or CSV")
      ->type_name("FILE");
  all.diff.app->add_option("--today", all.diff.command.today, "the day of the comparison; else the clock's")
      ->type_name("YYYY-MM-DD");
  all.diff.app->add_option("--horizon", all.diff.command.horizon, "how far ahead to compare: 12mo, 90 days, 2y")
      ->type_name("LENGTH");
  add_format(all.diff.app, all.diff.command.format);
}

void add_new(CLI::App& app, Slots& all) {
  New& command = all.new_draft.command;
  all.new_draft.app = app.add_subcommand("new", "Write a draft of an agreement");
  all.new_draft.app->add_option("FOLDER", command.folder, "where it goes (`-` prints it); else named after the client");
  all.new_draft.app
      ->add_option("--template", command.arrangements, "ready-made arrangements: one, or several with commas between")
      ->delimiter(',')
      ->type_name("NAME,…");
  all.new_draft.app->add_flag("--list", command.list, "tell which arrangements there are");
  all.new_draft.app->add_flag("--interactive", command.interactive, "ask who does what, who does not, how you decide");
  all.new_draft.app
      ->add_option("--answers", command.answers, "answers to those questions; with --interactive: kept there")
      ->type_name("FILE");
  all.new_draft.app->add_flag("--offer", command.offer, "print a form for a vendor's offer, to fill in and to check");
  all.new_draft.app->add_option("--client", command.client, "the business")->type_name("TEXT");
  all.new_draft.app->add_option("--provider", command.provider, "who helps its IT people")->type_name("TEXT");
  all.new_draft.app->add_option("--country", command.country, "its holidays, time zone and currency: us, de, …")
      ->type_name("CODE");
  all.new_draft.app->add_option("--holidays", command.holidays, "as `tandem calendar holidays` lists them")
      ->type_name("SET");
  all.new_draft.app->add_option("--time-zone", command.time_zone, "America/New_York, Europe/Berlin, …")
      ->type_name("ZONE");
  all.new_draft.app->add_option("--effective", command.effective, "its first day; else the first of next month")
      ->type_name("YYYY-MM-DD");
  all.new_draft.app->add_option("--today", command.today, "else the clock's")->type_name("YYYY-MM-DD");

  all.fit.app = app.add_subcommand("fit", "Tell whether co-managed IT is right for a company, and why");
  all.fit.app->add_option("--answers", all.fit.command.answers, "answers from a file; else it asks")->type_name("FILE");
  all.fit.app->add_flag("--form", all.fit.command.form, "print the questions, to fill in");
  all.fit.app->add_flag("--weights", all.fit.command.weights, "print what each answer weighs");
  add_format(all.fit.app, all.fit.command.format);
}

template <class T>
void add_path(Slot<T>& slot) {
  slot.app->add_option("PATH", slot.command.path, "agreement.yaml, or the folder it is in")->required();
}

void add_span(CLI::App* app, SpanWords& span) {
  app->add_option("--from", span.from, "a date or time in the agreement's zone, or RFC 3339; else today")
      ->type_name("TIME");
  app->add_option("--to", span.to, "a date (it is the last day) or a time; else four weeks later")->type_name("TIME");
}

// What is open, who is there, and when nobody is: tables and pictures.
void add_calendar_tables(CLI::App* calendar, Slots& all) {
  all.hours.app = calendar->add_subcommand("hours", "List when calendars are open, day by day, and why a day differs");
  add_path(all.hours);
  all.hours.app->add_option("CALENDAR", all.hours.command.calendar, "this one only");
  add_span(all.hours.app, all.hours.command.span);
  add_format(all.hours.app, all.hours.command.format);

  all.month.app = calendar->add_subcommand("month", "Draw a month: open hours, or who is on duty");
  add_path(all.month);
  all.month.app->add_option("NAME", all.month.command.name, "a team or a calendar; else all teams");
  all.month.app->add_option("--month", all.month.command.month, "else the present one")->type_name("YYYY-MM");
  add_format(all.month.app, all.month.command.format);

  all.shifts.app = calendar->add_subcommand("shifts", "List shifts: from when to when, who, and why they");
  add_path(all.shifts);
  all.shifts.app->add_option("WHO", all.shifts.command.who, "a team or a person; else all teams");
  add_span(all.shifts.app, all.shifts.command.span);
  add_format(all.shifts.app, all.shifts.command.format);

  all.duty.app = calendar->add_subcommand("duty", "Tell who is on duty at an instant, until when, and who is away");
  add_path(all.duty);
  all.duty.app->add_option("TEAM", all.duty.command.team, "this one only");
  all.duty.app->add_option("--at", all.duty.command.at, "a time in the agreement's zone, or RFC 3339; else now")
      ->type_name("TIME");
  add_format(all.duty.app, all.duty.command.format);

  all.gaps.app = calendar->add_subcommand("gaps", "List open hours for which too few people are there (exit status 1)");
  add_path(all.gaps);
  all.gaps.app->add_option("TEAM", all.gaps.command.team, "this one only");
  add_span(all.gaps.app, all.gaps.command.span);
  add_format(all.gaps.app, all.gaps.command.format);
}

void add_calendar_commands(CLI::App& app, Slots& all) {
  auto* calendar = app.add_subcommand("calendar", "Show open hours, shifts, duty, gaps and holidays");
  calendar->require_subcommand(1);
  add_calendar_tables(calendar, all);

  all.holidays.app = calendar->add_subcommand("holidays", "List the sets of holidays, or the days of one");
  all.holidays.app->add_option("SET", all.holidays.command.set, "as agreements name it: us-federal");
  all.holidays.app->add_option("--year", all.holidays.command.year, "else the present one")
      ->check(CLI::Range(1, 9998))
      ->type_name("YYYY");
  add_format(all.holidays.app, all.holidays.command.format);

  all.feed.app = calendar->add_subcommand("feed", "Write shifts and leave as iCalendar text");
  add_path(all.feed);
  all.feed.app->add_option("WHO", all.feed.command.who, "a team or a person")->required();
  add_span(all.feed.app, all.feed.command.span);
  all.feed.app->add_flag("--busy-only", all.feed.command.busy_only, "times only, without names and reasons");

  all.cases.app = calendar->add_subcommand("cases", "Check a file of questions about business time");
  all.cases.app->add_option("FILE", all.cases.command.file, "JSON with `calendars` and `cases`")->required();
}

void add_serve(CLI::App& app, Slots& all) {
  all.serve.app = app.add_subcommand("serve", "Run the server");
  need_database(all.serve);
  all.serve.app->add_option("--listen", all.serve.command.listen, "address and port")
      ->capture_default_str()
      ->type_name("HOST:PORT");
  all.serve.app->add_option("--web", all.serve.command.web_root, "folder of the browser application (web/dist)")
      ->type_name("DIR");
  all.serve.app
      ->add_option("--host", all.serve.command.hosts, "answer to this host name only; give it once for each name")
      ->allow_extra_args(false)
      ->type_name("NAME");
  all.serve.app->add_flag("--secure-cookies", all.serve.command.secure_cookies,
                          "mark cookies Secure: set this behind HTTPS");
}

void add_engagement_commands(CLI::App& app, Slots& all) {
  all.demo.app = app.add_subcommand("demo", "Fill a new database with two demo engagements");
  need_database(all.demo);

  all.adopt.app = app.add_subcommand("adopt", "Put an agreement in force: a new engagement, or a new version of one");
  all.adopt.app->add_option("PATH", all.adopt.command.path, "agreement.yaml, or the folder it is in")->required();
  need_database(all.adopt);
}

void add_account_commands(CLI::App& app, Slots& all) {
  auto* account = app.add_subcommand("account", "Accounts: who may sign in");
  account->require_subcommand(1);
  all.create_account.app =
      account->add_subcommand("create", "Create an account; the password is read from standard input");
  all.create_account.app->add_option("EMAIL", all.create_account.command.email)->required();
  all.create_account.app->add_option("--name", all.create_account.command.name, "as people read it")
      ->required()
      ->type_name("TEXT");
  all.create_account.app->add_option("--engagement", all.create_account.command.engagement, "join this one")
      ->type_name("NAME");
  all.create_account.app->add_option("--role", all.create_account.command.role, "member, requester or auditor")
      ->check(CLI::IsMember({"member", "requester", "auditor"}))
      ->capture_default_str()
      ->type_name("ROLE");
  all.create_account.app
      ->add_option("--person", all.create_account.command.person, "role member: who they are in the agreement")
      ->type_name("NAME");
  need_database(all.create_account);
  all.set_password.app = account->add_subcommand("password", "Set a password, read from standard input");
  all.set_password.app->add_option("EMAIL", all.set_password.command.email)->required();
  need_database(all.set_password);
}

void add_token_commands(CLI::App& app, Slots& all) {
  auto* token = app.add_subcommand("token", "Tokens: how programs sign in");
  token->require_subcommand(1);
  all.create_token.app = token->add_subcommand("create", "Make a bearer token; it is printed once");
  all.create_token.app->add_option("EMAIL", all.create_token.command.email, "whose it is")->required();
  all.create_token.app->add_option("--label", all.create_token.command.label, "what it is for")
      ->required()
      ->type_name("TEXT");
  all.create_token.app
      ->add_option("--days", all.create_token.command.days, "how long it is good for; else until it is removed")
      ->check(CLI::Range(1, 3650))
      ->type_name("N");
  need_database(all.create_token);
  all.list_tokens.app = token->add_subcommand("list", "List an account's tokens: what for, since when, until when");
  all.list_tokens.app->add_option("EMAIL", all.list_tokens.command.email, "whose they are")->required();
  need_database(all.list_tokens);
  all.remove_token.app = token->add_subcommand("remove", "Remove a token: who has it is signed out at once");
  all.remove_token.app->add_option("EMAIL", all.remove_token.command.email, "whose it is")->required();
  all.remove_token.app->add_option("ID", all.remove_token.command.id, "as `tandem token list` has it")->required();
  need_database(all.remove_token);
}

void add_leave_commands(CLI::App& app, Slots& all) {
  auto* leave = app.add_subcommand("leave", "Leave: who is away; a running server takes changes up within a minute");
  leave->require_subcommand(1);
  const auto need_engagement = [](auto& slot) {
    slot.app->add_option("--engagement", slot.command.engagement, "whose people")->required()->type_name("NAME");
    need_database(slot);
  };
  all.list_leave.app = leave->add_subcommand("list", "List leave, that of the agreement's text too");
  all.list_leave.app->add_option("--person", all.list_leave.command.person, "only theirs")->type_name("NAME");
  all.list_leave.app->add_flag("--removed", all.list_leave.command.removed, "also what was removed");
  need_engagement(all.list_leave);
  all.add_leave.app = leave->add_subcommand("add", "Record leave, and tell what it uncovers");
  all.add_leave.app->add_option("PERSON", all.add_leave.command.person, "their name in the agreement")->required();
  all.add_leave.app
      ->add_option("--from", all.add_leave.command.from, "2026-12-21, or \"2026-12-21 13:00\" in the person's zone")
      ->required()
      ->type_name("TIME");
  all.add_leave.app->add_option("--to", all.add_leave.command.to, "the last day, or a time; else that one day")
      ->type_name("TIME");
  all.add_leave.app->add_option("--note", all.add_leave.command.note, "one line that both teams read")
      ->type_name("TEXT");
  need_engagement(all.add_leave);
  all.remove_leave.app = leave->add_subcommand("remove", "Remove leave; it stays in the history");
  all.remove_leave.app->add_option("ID", all.remove_leave.command.id, "as `tandem leave list` has it")->required();
  need_engagement(all.remove_leave);
}

void add_data_commands(CLI::App& app, Slots& all) {
  auto* import = app.add_subcommand("import", "Read another system's data");
  import->require_subcommand(1);
  all.history.app = import->add_subcommand("history", "Read a ServiceNow incident event log (CSV, or CSV in xz)");
  all.history.app->add_option("FILE", all.history.command.file)->required();
  all.history.app->add_option("--engagement", all.history.command.engagement, "the engagement it goes into")
      ->type_name("NAME");
  all.history.app->add_option("--agreement", all.history.command.agreement, "put this agreement in force first")
      ->type_name("PATH");
  need_database(all.history);
  all.matrix.app = import->add_subcommand(
      "matrix", "Read a responsibility matrix (XLSX, CSV, Markdown): tell its faults, write a draft agreement");
  all.matrix.app->add_option("FILE", all.matrix.command.file)->required();
  all.matrix.app->add_option("--sheet", all.matrix.command.sheet, "this sheet only; else all that hold a matrix")
      ->type_name("NAME");
  all.matrix.app->add_option("-o,--output", all.matrix.command.output, "write the draft: a folder, a .yaml file, or -")
      ->type_name("PLACE");
  all.matrix.app->add_flag("--force", all.matrix.command.force, "let the draft take the place of a file");
  all.matrix.app->add_flag("--quiet", all.matrix.command.findings_only, "the findings alone, without a summary");
  add_findings_format(all.matrix.app, all.matrix.command.format);
  all.rebuild.app = app.add_subcommand("rebuild", "Make every read table anew from the events");
  need_database(all.rebuild);
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
  add_new(app, all);
  add_calendar_commands(app, all);
  add_serve(app, all);
  add_engagement_commands(app, all);
  add_account_commands(app, all);
  add_token_commands(app, all);
  add_leave_commands(app, all);
  add_data_commands(app, all);

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

  std::optional<Command> chosen;
  const auto choose = [&](auto& slot) {
    if (slot.app->parsed()) chosen = std::move(slot.command);
  };
  choose(all.check), choose(all.fix), choose(all.fmt), choose(all.lsp), choose(all.explain), choose(all.schema),
      choose(all.why), choose(all.test), choose(all.diff), choose(all.new_draft), choose(all.fit), choose(all.serve),
      choose(all.demo), choose(all.adopt), choose(all.create_account), choose(all.set_password),
      choose(all.create_token), choose(all.list_tokens), choose(all.remove_token), choose(all.list_leave),
      choose(all.add_leave), choose(all.remove_leave), choose(all.history), choose(all.matrix), choose(all.rebuild),
      choose(all.hours), choose(all.month), choose(all.shifts), choose(all.duty), choose(all.gaps),
      choose(all.holidays), choose(all.feed), choose(all.cases);
  return *std::move(chosen);
}

}  // namespace tandem::cli
