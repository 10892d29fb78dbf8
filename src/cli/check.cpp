#include <boost/json/object.hpp>

#include "agreement/compile.h"
#include "calendar/zone.h"
#include "cli/agreement_input.h"
#include "cli/asset_list.h"
#include "cli/check_offer.h"
#include "cli/check_summary.h"
#include "cli/commands.h"
#include "cli/counted.h"
#include "cli/finding_pages.h"
#include "cli/known_leave.h"
#include "diag/render.h"

namespace tandem::cli {
namespace {

// A mistake that was made a thousand times is seen soon enough.
constexpr std::size_t kMostOfAKind = 20;

void print_summary(const agreement::Compiled& compiled, const Environment& environment) {
  const auto errors = compiled.findings.count(diag::Level::Error);
  const auto warnings = compiled.findings.count(diag::Level::Warning);
  const auto notes = compiled.findings.count(diag::Level::Note);
  if (errors + warnings + notes > 0) fmt::print(environment.out, "\n");  // the last excerpt ends here
  if (compiled.policy) {
    const policy::Spec& spec = compiled.policy->spec();
    fmt::print(environment.out, "{}: {}, {}, {}, {}, {}\n", spec.name, counted(spec.parties.size(), "party", "parties"),
               counted(spec.teams.size(), "team", "teams"), counted(spec.activities.size(), "activity", "activities"),
               counted(spec.categories.size(), "category", "categories"),
               counted(spec.rules.size(), "routing rule", "routing rules"));
  }
  fmt::print(environment.out, "{}", summary_text(compiled));
  const std::string_view verdict = errors == 0 ? "the agreement holds" : "the agreement does not hold";
  if (errors + warnings + notes == 0) {
    fmt::print(environment.out, "{}: nothing found\n", verdict);
  } else {
    fmt::print(environment.out, "{}: {}, {}{}\n", verdict, counted(errors, "error", "errors"),
               counted(warnings, "warning", "warnings"), notes == 0 ? "" : ", " + counted(notes, "note", "notes"));
  }
}

// What the command line adds to the text: how long it is proved for, leave that calendars know of, assets.
base::Result<agreement::Options> options_of(const Check& command, calendar::Date today,
                                            const Environment& environment) {
  agreement::Options options{.today = today};
  TANDEM_TRY(options.horizon, horizon_length_of(command.horizon));
  if (!command.assets.empty()) {
    TANDEM_TRY(options.assets, read_asset_list(command.assets));
  }
  if (command.leave.empty()) return options;
  // Whose leave it is, and in which zone, only the agreement knows.
  agreement::Options first = options;
  first.rehearsal = agreement::Rehearsal::Skip;
  TANDEM_TRY(const auto compiled, agreement::compile_path(command.path, first));
  if (!compiled.policy) return options;  // what is wrong with it is told before it is proved
  const auto horizon =
      agreement::horizon_of(compiled.agreement->effective.value, today, options.horizon, compiled.policy->zone());
  KnownLeave known(compiled.policy->spec(), horizon.during);
  for (const std::string& given : command.leave) TANDEM_TRY_DONE(known.add(given));
  for (const std::string& remark : known.remarks()) fmt::print(environment.err, "tandem: {}\n", remark);
  options.leave = known.leave();
  return options;
}

}  // namespace

int run(const Check& command, const Environment& environment) {
  if (!command.offers.empty()) return check_offer(command, environment);
  const auto today = day_of(command.today, environment.clock);
  if (!today)
    return could_not_run(environment, fmt::format("`{}` is not a date: write it as 2026-10-05", command.today));
  const auto options = options_of(command, *today, environment);
  if (!options) return could_not_run(environment, options.error().message);
  const auto compiled = agreement::compile_path(command.path, *options);
  if (!compiled) return could_not_run(environment, compiled.error().message);

  const auto& findings = compiled->findings;
  if (command.format == Format::Json) {
    const json::Object summary = summary_json(*compiled);
    const diag::JsonHeader header{
        .file = command.path,
        .agreement = compiled->engagement.empty() ? std::nullopt : std::optional(compiled->engagement),
        .summary = &summary};
    fmt::print(environment.out, "{}\n", diag::render_json(compiled->findings, compiled->sources, header));
  } else if (command.format == Format::Sarif) {
    fmt::print(environment.out, "{}\n",
               diag::render_sarif(findings, compiled->sources, {.version = TANDEM_VERSION, .page = page_of}));
  } else {
    diag::TextStyle style = text_style(environment);
    if (!command.all_findings) {
      style.most_of_a_kind = kMostOfAKind;
      style.how_to_see_all = "`--all-findings` shows them";
    }
    fmt::print(environment.out, "{}", diag::render_text(findings, compiled->sources, style));
    if (!command.findings_only) print_summary(*compiled, environment);
  }
  const bool faults = findings.has_errors() || (command.warnings_count && findings.count(diag::Level::Warning) > 0);
  return faults ? kFaultsFound : kDone;
}

}  // namespace tandem::cli
