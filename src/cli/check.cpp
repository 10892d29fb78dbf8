#include "agreement/compile.h"
#include "calendar/zone.h"
#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "cli/finding_pages.h"
#include "diag/render.h"

namespace tandem::cli {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

void print_summary(const agreement::Compiled& compiled, const Environment& environment) {
  const auto errors = compiled.findings.count(diag::Level::Error);
  const auto warnings = compiled.findings.count(diag::Level::Warning);
  if (errors + warnings > 0) fmt::print(environment.out, "\n");  // the last excerpt ends here
  if (compiled.policy) {
    const policy::Spec& spec = compiled.policy->spec();
    fmt::print(environment.out, "{}: {}, {}, {}, {}, {}\n", spec.name, counted(spec.parties.size(), "party", "parties"),
               counted(spec.teams.size(), "team", "teams"), counted(spec.activities.size(), "activity", "activities"),
               counted(spec.categories.size(), "category", "categories"),
               counted(spec.rules.size(), "routing rule", "routing rules"));
  }
  const std::string_view verdict = errors == 0 ? "the agreement holds" : "the agreement does not hold";
  if (errors + warnings == 0) {
    fmt::print(environment.out, "{}: nothing found\n", verdict);
  } else {
    fmt::print(environment.out, "{}: {}, {}\n", verdict, counted(errors, "error", "errors"),
               counted(warnings, "warning", "warnings"));
  }
}

}  // namespace

int run(const Check& command, const Environment& environment) {
  const auto today = day_of(command.today, environment.clock);
  if (!today)
    return could_not_run(environment, fmt::format("`{}` is not a date: write it as 2026-10-05", command.today));
  const auto compiled = agreement::compile_path(command.path, {.today = *today});
  if (!compiled) return could_not_run(environment, compiled.error().message);

  const auto& findings = compiled->findings;
  if (command.format == Format::Json) {
    const diag::JsonHeader header{
        .file = command.path,
        .agreement = compiled->engagement.empty() ? std::nullopt : std::optional(compiled->engagement)};
    fmt::print(environment.out, "{}\n", diag::render_json(compiled->findings, compiled->sources, header));
  } else if (command.format == Format::Sarif) {
    fmt::print(environment.out, "{}\n",
               diag::render_sarif(findings, compiled->sources, {.version = TANDEM_VERSION, .page = page_of}));
  } else {
    fmt::print(environment.out, "{}", diag::render_text(findings, compiled->sources, text_style(environment)));
    if (!command.findings_only) print_summary(*compiled, environment);
  }
  const bool faults = findings.has_errors() || (command.warnings_count && findings.count(diag::Level::Warning) > 0);
  return faults ? kFaultsFound : kDone;
}

}  // namespace tandem::cli
