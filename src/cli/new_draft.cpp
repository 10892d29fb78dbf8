#include "cli/new_draft.h"

#include "agreement/compile.h"
#include "calendar/date_text.h"
#include "cli/new_file.h"
#include "diag/render.h"
#include "draft/words.h"

namespace tandem::cli {
namespace {

constexpr std::string_view kYours = "# <- yours";

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// Of the time in which the agreement is in force.
calendar::Date first_saturday(const agreement::Compiled& compiled) {
  std::chrono::sys_days day(compiled.agreement->effective.value);
  while (std::chrono::weekday(day) != std::chrono::Saturday) day += std::chrono::days(1);
  return calendar::Date(day);
}

// A path as somebody would type it in a shell.
std::string as_typed(const std::string& path) {
  return path.find_first_of(" '\"$&()") == std::string::npos ? path : fmt::format("\"{}\"", path);
}

}  // namespace

std::string folder_for(const std::string& given, const draft::DraftRequest& request) {
  if (!given.empty()) return given;
  const std::string name = draft::name_of(request.client);
  return name.empty() ? "agreement" : name;
}

int deliver_draft(const std::string& text, const std::string& folder, const Environment& environment,
                  std::span<const std::string> open) {
  if (folder == "-") {
    fmt::print(environment.out, "{}", text);
    return kDone;
  }
  const std::string path = (std::filesystem::path(folder) / "agreement.yaml").string();
  if (const auto written = write_new_file(path, text); !written)
    return could_not_run(environment, written.error().message);

  const agreement::Compiled compiled = agreement::compile_bundle(
      {.root = path, .files = {{path, text}}},
      {.today = calendar::Date(std::chrono::floor<std::chrono::days>(environment.clock.now().sys()))});
  fmt::print(environment.out, "{} is written.\n", path);
  if (!open.empty()) {
    fmt::print(environment.out, "\nStill open, before anybody signs:\n");
    for (const std::string& point : open) fmt::print(environment.out, "  - {}\n", point);
    fmt::print(environment.out, "\n");
  }
  if (!compiled.findings.all().empty()) {
    fmt::print(environment.out, "\nAnd this is what `tandem check` tells:\n\n{}",
               diag::render_text(compiled.findings, compiled.sources,
                                 environment.colour ? diag::Colour::On : diag::Colour::Off));
    return compiled.findings.has_errors() ? kFaultsFound : kDone;
  }
  // The first line of the file has a mark of its own, where it explains the marks.
  const std::size_t guesses = count_of(text, kYours) - 1;
  fmt::print(
      environment.out,
      "It holds: `tandem check` finds nothing.\n\n"
      "Next:\n"
      "  1. Read it together, both sides. Put your own people in, and what is true at the {} places marked `{}`.\n"
      "  2. tandem check {}\n"
      "  3. tandem why {} --at \"{} 03:00\" --category malware\n",
      guesses, kYours, as_typed(folder), as_typed(folder), calendar::iso_date(first_saturday(compiled)));
  return kDone;
}

}  // namespace tandem::cli
