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

// `check` takes a path or an offer, which the library cannot say.
class CheckHelp : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* /*app*/, std::string name) const override {
    return fmt::format("Usage: {0} [OPTIONS] PATH\n       {0} [OPTIONS] --offer FILE [PATH]\n", name);
  }
};

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
  auto& hours = all.of<CalendarHours>();
  auto& month = all.of<CalendarMonth>();
  auto& shifts = all.of<CalendarShifts>();
  auto& duty = all.of<CalendarDuty>();
  auto& gaps = all.of<CalendarGaps>();
  hours.app = calendar->add_subcommand("hours", "List when calendars are open, day by day, and why a day differs");
  add_path(hours);
  hours.app->add_option("CALENDAR", hours.command.calendar, "this one only");
  add_span(hours.app, hours.command.span);
  add_format(hours.app, hours.command.format);

  month.app = calendar->add_subcommand("month", "Draw a month: open hours, or who is on duty");
  add_path(month);
  month.app->add_option("NAME", month.command.name, "a team or a calendar; else all teams");
  month.app->add_option("--month", month.command.month, "else the present one")->type_name("YYYY-MM");
  add_format(month.app, month.command.format);

  shifts.app = calendar->add_subcommand("shifts", "List shifts: from when to when, who, and why they");
  add_path(shifts);
  shifts.app->add_option("WHO", shifts.command.who, "a team or a person; else all teams");
  add_span(shifts.app, shifts.command.span);
  add_format(shifts.app, shifts.command.format);

  duty.app = calendar->add_subcommand("duty", "Tell who is on duty at an instant, until when, and who is away");
  add_path(duty);
  duty.app->add_option("TEAM", duty.command.team, "this one only");
  duty.app->add_option("--at", duty.command.at, "a time in the agreement's zone, or RFC 3339; else now")
      ->type_name("TIME");
  add_format(duty.app, duty.command.format);

  gaps.app = calendar->add_subcommand("gaps", "List open hours for which too few people are there (exit status 1)");
  add_path(gaps);
  gaps.app->add_option("TEAM", gaps.command.team, "this one only");
  add_span(gaps.app, gaps.command.span);
  add_format(gaps.app, gaps.command.format);
}

void add_calendar_commands(CLI::App& app, Slots& all) {
  auto& holidays = all.of<CalendarHolidays>();
  auto& feed = all.of<CalendarFeed>();
  auto& cases = all.of<CalendarCases>();
  auto* calendar = app.add_subcommand("calendar", "Show open hours, shifts, duty, gaps and holidays");
  calendar->require_subcommand(1);
  add_calendar_tables(calendar, all);

  holidays.app = calendar->add_subcommand("holidays", "List the sets of holidays, or the days of one");
  holidays.app->add_option("SET", holidays.command.set, "as agreements name it: us-federal");
  holidays.app->add_option("--year", holidays.command.year, "else the present one")
      ->check(CLI::Range(1, 9998))
      ->type_name("YYYY");
  add_format(holidays.app, holidays.command.format);

  feed.app = calendar->add_subcommand("feed", "Write shifts and leave as iCalendar text");
  add_path(feed);
  feed.app->add_option("WHO", feed.command.who, "a team or a person")->required();
  add_span(feed.app, feed.command.span);
  feed.app->add_flag("--busy-only", feed.command.busy_only, "times only, without names and reasons");

  cases.app = calendar->add_subcommand("cases", "Check a file of questions about business time");
  cases.app->add_option("FILE", cases.command.file, "JSON with `calendars` and `cases`")->required();
}

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

void add_account_commands(CLI::App& app, Slots& all) {
  auto& create_account = all.of<CreateAccount>();
  auto& set_password = all.of<SetPassword>();
  auto* account = app.add_subcommand("account", "Accounts: who may sign in");
  account->require_subcommand(1);
  create_account.app =
      account->add_subcommand("create", "Create an account; asks for the password, or reads it from a pipe");
  create_account.app->add_option("EMAIL", create_account.command.email, "what they sign in with")->required();
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
  set_password.app = account->add_subcommand("password", "Set a password; asks for it, or reads it from a pipe");
  set_password.app->add_option("EMAIL", set_password.command.email, "whose it is")->required();
  need_database(set_password);
}

void add_token_commands(CLI::App& app, Slots& all) {
  auto& create_token = all.of<CreateToken>();
  auto& list_tokens = all.of<ListTokens>();
  auto& remove_token = all.of<RemoveToken>();
  auto* token = app.add_subcommand("token", "Tokens: how programs sign in");
  token->require_subcommand(1);
  create_token.app = token->add_subcommand("create", "Make a bearer token; it is printed once");
  create_token.app->add_option("EMAIL", create_token.command.email, "whose it is")->required();
  create_token.app->add_option("--label", create_token.command.label, "what it is for")->required()->type_name("TEXT");
  create_token.app->add_option("--days", create_token.command.days, "how long it is good for; else until it is removed")
      ->check(CLI::Range(1, 3650))
      ->type_name("N");
  need_database(create_token);
  list_tokens.app = token->add_subcommand("list", "List an account's tokens: what for, since when, until when");
  list_tokens.app->add_option("EMAIL", list_tokens.command.email, "whose they are")->required();
  need_database(list_tokens);
  remove_token.app = token->add_subcommand("remove", "Remove a token: who has it is signed out at once");
  remove_token.app->add_option("EMAIL", remove_token.command.email, "whose it is")->required();
  remove_token.app->add_option("ID", remove_token.command.id, "as `tandem token list` has it")->required();
  need_database(remove_token);
}

void add_leave_commands(CLI::App& app, Slots& all) {
  auto& list_leave = all.of<ListLeave>();
  auto& add_leave = all.of<AddLeave>();
  auto& remove_leave = all.of<RemoveLeave>();
  auto* leave = app.add_subcommand("leave", "Leave: who is away; a running server takes changes up within a minute");
  leave->require_subcommand(1);
  const auto need_engagement = [](auto& slot) {
    slot.app->add_option("--engagement", slot.command.engagement, "whose people")->required()->type_name("NAME");
    need_database(slot);
  };
  list_leave.app = leave->add_subcommand("list", "List leave, that of the agreement's text too");
  list_leave.app->add_option("--person", list_leave.command.person, "only theirs")->type_name("NAME");
  list_leave.app->add_flag("--removed", list_leave.command.removed, "also what was removed");
  need_engagement(list_leave);
  add_leave.app = leave->add_subcommand("add", "Record leave, and tell what it uncovers");
  add_leave.app->add_option("PERSON", add_leave.command.person, "their name in the agreement")->required();
  add_leave.app
      ->add_option("--from", add_leave.command.from, "2026-12-21, or \"2026-12-21 13:00\" in the person's zone")
      ->required()
      ->type_name("TIME");
  add_leave.app->add_option("--to", add_leave.command.to, "the last day, or a time; else that one day")
      ->type_name("TIME");
  add_leave.app->add_option("--note", add_leave.command.note, "one line that both teams read")->type_name("TEXT");
  need_engagement(add_leave);
  remove_leave.app = leave->add_subcommand("remove", "Remove leave; it stays in the history");
  remove_leave.app->add_option("ID", remove_leave.command.id, "as `tandem leave list` has it")->required();
  need_engagement(remove_leave);
}

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

void add_data_commands(CLI::App& app, Slots& all) {
  auto& history = all.of<ImportHistory>();
  auto& matrix = all.of<ImportMatrix>();
  auto& rebuild = all.of<Rebuild>();
  auto* import = app.add_subcommand("import", "Read another system's data");
  import->require_subcommand(1);
  history.app = import->add_subcommand("history", "Read a ServiceNow incident event log (CSV, or CSV in xz)");
  history.app->add_option("FILE", history.command.file, "the log")->required();
  history.app->add_option("--engagement", history.command.engagement, "the engagement it goes into")->type_name("NAME");
  history.app->add_option("--agreement", history.command.agreement, "put this agreement in force first")
      ->type_name("PATH");
  need_database(history);
  matrix.app = import->add_subcommand(
      "matrix", "Read a responsibility matrix (XLSX, CSV, Markdown): tell its faults, write a draft agreement");
  matrix.app->add_option("FILE", matrix.command.file, "the matrix")->required();
  matrix.app->add_option("--sheet", matrix.command.sheet, "this sheet only; else all that hold a matrix")
      ->type_name("NAME");
  matrix.app->add_option("-o,--output", matrix.command.output, "write the draft: a folder, a .yaml file, or -")
      ->type_name("PLACE");
  matrix.app->add_flag("--force", matrix.command.force, "let the draft take the place of a file");
  matrix.app->add_flag("--quiet", matrix.command.findings_only, "the findings alone, without a summary");
  add_findings_format(matrix.app, matrix.command.format);
  rebuild.app = app.add_subcommand("rebuild", "Make every read table anew from the events");
  need_database(rebuild);
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
  add_check(app, all);
  add_writing_commands(app, all);
  add_answer_commands(app, all);
  add_new(app, all);
  add_calendar_commands(app, all);
  add_serve(app, all);
  add_engagement_commands(app, all);
  add_account_commands(app, all);
  add_token_commands(app, all);
  add_leave_commands(app, all);
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
