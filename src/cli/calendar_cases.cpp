#include <cstdio>

#include "cli/calendar_case.h"
#include "cli/commands.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// The whole text, or why there is none, as words after the file's name. What has no end (a device) is read no further
// than the limit.
std::expected<std::string, std::string> text_of(const std::string& path) {
  const auto cannot_be_read = [] {
    return std::unexpected(fmt::format("cannot be read: {}", std::generic_category().message(errno)));
  };
  std::error_code failed;
  if (std::filesystem::is_directory(path, failed)) return std::unexpected("is a folder; a file of cases is needed");
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rbe"));
  if (!file) return cannot_be_read();
  std::string text;
  std::vector<char> chunk(std::size_t{1} << 16);
  while (const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
    if (got > CaseFile::kMaxBytes - text.size())
      return std::unexpected(fmt::format("is larger than {} MiB", CaseFile::kMaxBytes >> 20U));
    text.append(chunk.data(), got);
  }
  if (std::ferror(file.get()) != 0) return cannot_be_read();
  return text;
}

}  // namespace

int run(const CalendarCases& command, const Environment& environment) {
  const std::string name = diag::visible(command.file);
  const auto text = text_of(command.file);
  if (!text) return could_not_run(environment, fmt::format("{} {}", name, text.error()));
  auto file = CaseFile::parse(*text);
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
