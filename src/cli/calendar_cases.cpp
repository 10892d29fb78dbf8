#include <fstream>
#include <iterator>

#include "cli/calendar_case.h"
#include "cli/commands.h"
#include "diag/visible.h"

namespace tandem::cli {

int run(const CalendarCases& command, const Environment& environment) {
  const std::string name = diag::visible(command.file);
  std::error_code failed;
  if (std::filesystem::is_directory(command.file, failed)) {
    return could_not_run(environment, fmt::format("{} is a folder; a file of cases is needed", name));
  }
  errno = 0;
  std::ifstream in(command.file, std::ios::binary);
  if (!in) {
    return could_not_run(environment,
                         fmt::format("{} cannot be read: {}", name, std::generic_category().message(errno)));
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto file = CaseFile::parse(text);
  if (!file) return could_not_run(environment, fmt::format("{} is not a file of cases: {}", name, file.error()));
  bool all_agree = true;
  for (std::size_t i = 0; i < file->size(); ++i) {
    const CaseFile::Outcome outcome = file->ask(i);
    fmt::print(environment.out, "{}\n", outcome.line);
    all_agree = all_agree && outcome.agrees;
  }
  return all_agree ? kDone : kFaultsFound;
}

}  // namespace tandem::cli
