#include <set>

#include "agreement/compile.h"
#include "agreement/repair.h"
#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "cli/counted.h"
#include "cli/replace_file.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

namespace fs = std::filesystem;

void print_repair(const agreement::MadeRepair& repair, std::FILE* out) {
  std::string what = repair.words;
  if (!repair.before.empty() && !repair.after.empty()) {
    what = fmt::format("`{}` → `{}`", diag::visible(repair.before), diag::visible(repair.after));
  }
  fmt::print(out, "{}:{}:{}: {} ({})\n", diag::visible(repair.file), repair.line, repair.column, what,
             diag::visible(repair.message));
}

std::set<std::string> changed_files(const agreement::Bundle& before, const agreement::Bundle& after) {
  std::set<std::string> changed;
  for (const auto& [name, text] : after.files) {
    if (before.files.at(name) != text) changed.insert(name);
  }
  return changed;
}

// What is left to do, as `tandem check` would judge it.
void print_verdict(const agreement::Repaired& repaired, const std::string& path, std::FILE* out) {
  const diag::Findings& findings = repaired.compiled.findings;
  const std::size_t left = findings.all().size();
  if (left == 0) {
    fmt::print(out, "the agreement holds: nothing is left\n");
  } else {
    fmt::print(out, "{}, {} left: `tandem check {}` shows them\n",
               counted(findings.count(diag::Level::Error), "error", "errors"),
               counted(left - findings.count(diag::Level::Error), "other finding", "other findings"), path);
  }
}

}  // namespace

int run(const Fix& command, const Environment& environment) {
  const auto today = day_of(command.today, environment.clock);
  if (!today)
    return could_not_run(environment, fmt::format("`{}` is not a date: write it as 2026-10-05", command.today));
  const agreement::Options options{.today = *today};
  const auto compiled = agreement::compile_path(command.path, options);
  if (!compiled) return could_not_run(environment, compiled.error().message);

  const auto least = command.all ? diag::Confidence::Likely : diag::Confidence::Sure;
  const agreement::Repaired repaired = agreement::repair(compiled->bundle, options, least);
  for (const auto& repair : repaired.done) print_repair(repair, environment.out);
  for (const auto& repair : repaired.taken_back) {
    fmt::print(environment.out, "not repaired, for it would bring another error:\n  ");
    print_repair(repair, environment.out);
  }
  const std::set<std::string> changed = changed_files(compiled->bundle, repaired.bundle);
  if (!command.dry_run) {
    std::error_code error;
    const fs::path given(command.path);
    const fs::path folder = fs::is_directory(given, error) ? given : given.parent_path();
    for (const std::string& name : changed) {
      const auto written = replace_file(folder, name, compiled->bundle.files.at(name), repaired.bundle.files.at(name));
      if (!written) return could_not_run(environment, written.error().message);
    }
  }
  fmt::print(environment.out, "{} {} in {}\n", counted(repaired.done.size(), "repair", "repairs"),
             command.dry_run ? "would be made" : "made", counted(changed.size(), "file", "files"));
  print_verdict(repaired, command.path, environment.out);
  return repaired.compiled.findings.has_errors() ? kFaultsFound : kDone;
}

}  // namespace tandem::cli
