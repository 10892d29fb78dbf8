// The commands of the program, as data. arguments.h fills one of them from the command line; run() of each does it and
// answers the exit status. One command, one file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/environment.h"

namespace tandem::cli {

enum class Format : std::uint8_t { Text, Json, Sarif };

// Compiles an agreement and tells what is wrong with it.
struct Check {
  std::string path;
  Format format = Format::Text;
  std::string today;               // YYYY-MM-DD, for exceptions with a date and the horizon; empty: the clock's
  std::string horizon;             // "12mo", how far ahead it is proved; empty: the usual
  std::vector<std::string> leave;  // calendars: FILE.ics, or NAME=FILE.ics
  std::string assets;              // a list of them; empty: none
  bool warnings_count = false;     // warnings are faults too, for the exit status
  bool findings_only = false;      // no summary
  bool all_findings = false;       // in the text form too
  // Files of a vendor's offer, which is checked instead, and held against the agreement where there is a path.
  std::vector<std::string> offers = {};
};
int run(const Check& command, const Environment& environment);

// Carries out the repairs of the findings, in the files.
struct Fix {
  std::string path;
  std::string today;     // as for Check
  bool all = false;      // also those that a person ought to look at
  bool dry_run = false;  // tells, and writes nothing
};
int run(const Fix& command, const Environment& environment);

// Writes the texts of an agreement in one style, in their files.
struct Fmt {
  std::vector<std::string> paths;  // files, or folders of agreements; `-` alone: standard input to standard output
  bool check = false;              // tells which would change, and writes nothing
  bool to_output = false;          // prints them, and writes nothing
};
int run(const Fmt& command, const Environment& environment);

// The language server, on standard input and output.
struct Lsp {};
int run(const Lsp& command, const Environment& environment);

// What a finding means, why it matters and how to repair it.
struct Explain {
  std::string name;  // empty: lists the findings
};
int run(const Explain& command, const Environment& environment);

// The JSON Schema of the agreement text, for editors.
struct Schema {};
int run(const Schema& command, const Environment& environment);

// Owner, accountable name and reasons of a piece of work at an instant.
struct Why {
  std::string path;
  std::string at;  // "2026-12-25 03:00" in the agreement's time zone, or RFC 3339
  std::string category;
  std::string priority;
  std::string site;
  std::string department;
  std::string asset_class;
  std::string requester;
  std::string source;
  std::vector<std::string> loads;  // "harbor-it=12": open items for each of the team who is present
  std::vector<std::string> away;   // people who are supposed to be on leave at that moment
  Format format = Format::Text;
};
int run(const Why& command, const Environment& environment);

// The expectations of an agreement, each tried.
struct Test {
  std::string path;
  Format format = Format::Text;
};
int run(const Test& command, const Environment& environment);

// Whether co-managed IT is right for a company.
struct Fit {
  std::string answers;   // a file; empty: asks
  bool form = false;     // prints the questions to fill in
  bool weights = false;  // prints what answers weigh
  Format format = Format::Text;
};
int run(const Fit& command, const Environment& environment);

// A new draft of an agreement.
struct New {
  std::string folder;                     // empty: named after the client; `-`: standard output
  std::vector<std::string> arrangements;  // `--template`
  bool list = false;                      // tells the arrangements
  bool interactive = false;               // asks
  std::string answers;                    // a file of answers
  bool offer = false;                     // prints the form for a vendor's offer instead
  std::string client;
  std::string provider;
  std::string country;
  std::string holidays;
  std::string time_zone;
  std::string effective;
  std::string today;  // YYYY-MM-DD; empty: the clock's
};
int run(const New& command, const Environment& environment);

// What another text of an agreement changes for whom. As diff(1): exit status 1 where they differ.
struct Diff {
  std::string before;
  std::string after;
  std::string history;  // a file of past work; empty: none
  bool all = false;     // each effect by itself, however many they are
  std::string today;    // as for Check
  std::string horizon;  // as for Check
  Format format = Format::Text;
};
int run(const Diff& command, const Environment& environment);

// The server.
struct Serve {
  std::string database;
  std::string listen = "127.0.0.1:8080";
  std::string web_root;
  std::vector<std::string> hosts;  // names it answers to; empty: any
  bool secure_cookies = false;
  std::uint32_t max_file = 25;  // of what is attached to tickets, in MiB
  std::string ledger_heads;     // a folder in which both parties find the heads of their ledgers; empty: none
};
int run(const Serve& command, const Environment& environment);

// Two engagements of one provider, with people, end users and a few days of work.
struct Demo {
  std::string database;
};
int run(const Demo& command, const Environment& environment);

// Puts an agreement in force: a new engagement, or a new version of one.
struct Adopt {
  std::string database;
  std::string path;
};
int run(const Adopt& command, const Environment& environment);

struct CreateAccount {
  std::string database;
  std::string email;
  std::string name;
  std::string engagement;  // empty: joins none yet
  std::string role = "requester";
  std::string person;  // role member: the name in the agreement
};
int run(const CreateAccount& command, const Environment& environment);

struct SetPassword {
  std::string database;
  std::string email;
};
int run(const SetPassword& command, const Environment& environment);

struct CreateToken {
  std::string database;
  std::string email;
  std::string label;
  std::optional<int> days;  // empty: until it is removed
};
int run(const CreateToken& command, const Environment& environment);

struct ListTokens {
  std::string database;
  std::string email;
};
int run(const ListTokens& command, const Environment& environment);

struct RemoveToken {
  std::string database;
  std::string email;
  std::string id;
};
int run(const RemoveToken& command, const Environment& environment);

// Who is away, of one engagement.
struct ListLeave {
  std::string database;
  std::string engagement;
  std::string person;    // empty: everybody
  bool removed = false;  // also what was removed
};
int run(const ListLeave& command, const Environment& environment);

struct AddLeave {
  std::string database;
  std::string engagement;
  std::string person;
  std::string from;  // a day or a time in the person's own zone
  std::string to;    // the last day, included, or a time; empty: as `from`, one day
  std::string note;
};
int run(const AddLeave& command, const Environment& environment);

struct RemoveLeave {
  std::string database;
  std::string engagement;
  std::string id;
};
int run(const RemoveLeave& command, const Environment& environment);

// Reads another system's log into an engagement.
struct ImportHistory {
  std::string database;
  std::string file;
  std::string engagement;  // by name, when it is there already
  std::string agreement;   // or a text to put in force first
};
int run(const ImportHistory& command, const Environment& environment);

// Reads a responsibility matrix in a spreadsheet: tells its faults at its cells and writes a draft agreement.
struct ImportMatrix {
  std::string file;
  std::string sheet;  // empty: all that hold a matrix
  Format format = Format::Text;
  std::string output;  // a folder, or a file that ends in .yaml; `-`: standard output; empty: nothing is written
  bool force = false;  // the draft may take the place of a file
  bool findings_only = false;  // no summary
};
int run(const ImportMatrix& command, const Environment& environment);

// Makes every read table anew from the events.
struct Rebuild {
  std::string database;
};
int run(const Rebuild& command, const Environment& environment);

// The signed head of an engagement's ledger: how many events it has, and the hash over all of them.
struct LedgerHead {
  std::string database;
  std::string engagement;  // empty: the only one
  std::string output;      // a file, which is followed by nothing but a head that contains its own; empty: prints it
  bool key = false;        // prints the key that it is checked with instead
};
int run(const LedgerHead& command, const Environment& environment);

// A proof as JSON: that an event is in the ledger, or that the ledger still begins with what it was.
struct LedgerProve {
  std::string database;
  std::string engagement;              // empty: the only one
  std::string ticket;                  // its human number or id; empty: proves growth
  std::optional<std::uint32_t> event;  // which of the ticket's, from 1
  std::string since;                   // the earlier size: a number or a head's file
  std::string until;                   // the size to prove it for, likewise; empty: the present one
};
int run(const LedgerProve& command, const Environment& environment);

// Holds ledgers of a database against their events and against kept heads; or, without a database, kept proofs against
// kept heads. Answers kFaultsFound when something does not hold.
struct LedgerVerify {
  std::string database;  // empty: none
  std::string engagement;
  std::vector<std::string> heads;   // files
  std::vector<std::string> proofs;  // files
  std::string key;                  // a line or a file; empty: that of the database
};
int run(const LedgerVerify& command, const Environment& environment);

// Every event of a ledger, a line of JSON each.
struct LedgerExport {
  std::string database;
  std::string engagement;  // empty: the only one
};
int run(const LedgerExport& command, const Environment& environment);

// A part of time as words: dates or times in the agreement's zone, or RFC 3339. An empty `from` is today, an empty
// `to` four weeks later; a date as `to` is the last day.
struct SpanWords {
  std::string from;
  std::string to;
};

// When calendars are open, day by day, and why a day differs.
struct CalendarHours {
  std::string path;
  std::string calendar;  // empty: all
  SpanWords span;
  Format format = Format::Text;
};
int run(const CalendarHours& command, const Environment& environment);

// A month as a picture: a calendar's hours, who is on duty in a team, or all teams.
struct CalendarMonth {
  std::string path;
  std::string name;   // a team, a rotation or a calendar; empty: all teams
  std::string month;  // "2026-11"; empty: the clock's
  Format format = Format::Text;
};
int run(const CalendarMonth& command, const Environment& environment);

// Every shift of a part of time.
struct CalendarShifts {
  std::string path;
  std::string who;  // a team or a person; empty: all teams
  SpanWords span;
  Format format = Format::Text;
};
int run(const CalendarShifts& command, const Environment& environment);

// Who is on duty at an instant, until when, who follows and who is away.
struct CalendarDuty {
  std::string path;
  std::string team;  // empty: all
  std::string at;    // empty: the clock's
  Format format = Format::Text;
};
int run(const CalendarDuty& command, const Environment& environment);

// Open hours for which too few people are there. Answers kFaultsFound when there are any.
struct CalendarGaps {
  std::string path;
  std::string team;  // empty: all
  SpanWords span;
  Format format = Format::Text;
};
int run(const CalendarGaps& command, const Environment& environment);

// The named sets of holidays, or the days of one in a year.
struct CalendarHolidays {
  std::string set;               // empty: list the sets
  std::optional<int> year = {};  // empty: the clock's
  Format format = Format::Text;
};
int run(const CalendarHolidays& command, const Environment& environment);

// Shifts and leave as an iCalendar feed on standard output.
struct CalendarFeed {
  std::string path;
  std::string who;  // a team or a person
  SpanWords span;
  bool busy_only = false;  // times without names and reasons
};
int run(const CalendarFeed& command, const Environment& environment);

// Answers the questions of a file about business time and compares with the answers in it, a line of JSON for each.
struct CalendarCases {
  std::string file;
};
int run(const CalendarCases& command, const Environment& environment);

// Who is in the register of VIPs of one engagement.
struct ListVips {
  std::string database;
  std::string engagement;
  bool removed = false;  // also who was taken out
};
int run(const ListVips& command, const Environment& environment);

struct AddVip {
  std::string database;
  std::string engagement;
  std::string email;
  std::string name;  // empty: as the address
  std::string note;
};
int run(const AddVip& command, const Environment& environment);

struct RemoveVip {
  std::string database;
  std::string engagement;
  std::string email;
};
int run(const RemoveVip& command, const Environment& environment);

enum class ReportFormat : std::uint8_t { Text, Json, Csv };

// The service report of an engagement.
struct Report {
  std::string database;
  std::string engagement;
  std::string month;  // "2026-10"; empty: the days
  std::string from;   // the first day; empty: the first of the present month
  std::string to;     // the last day, included; empty: today
  std::string group = "team";
  ReportFormat format = ReportFormat::Text;
};
int run(const Report& command, const Environment& environment);

using Command = std::variant<Check, Fix, Fmt, Lsp, Explain, Schema, Why, Test, Diff, New, Fit, Serve, Demo, Adopt,
                             CreateAccount, SetPassword, CreateToken, ListTokens, RemoveToken, ListLeave, AddLeave,
                             RemoveLeave, ImportHistory, ImportMatrix, Rebuild, LedgerHead, LedgerProve, LedgerVerify,
                             LedgerExport, CalendarHours, CalendarMonth, CalendarShifts, CalendarDuty, CalendarGaps,
                             CalendarHolidays, CalendarFeed, CalendarCases, ListVips, AddVip, RemoveVip, Report>;

}  // namespace tandem::cli
