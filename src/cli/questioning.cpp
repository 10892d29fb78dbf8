#include "cli/questioning.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "diag/render.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

constexpr std::size_t kLongestLine = 4096;
constexpr std::size_t kLargestFile = 1024 * 1024;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// Without its line break; nothing at the end of the input. Of a line that is too long the rest is read and dropped.
std::optional<std::string> read_line(std::FILE* in) {
  std::string line;
  int c = std::getc(in);
  if (c == EOF) return std::nullopt;
  for (; c != EOF && c != '\n'; c = std::getc(in)) {
    if (line.size() < kLongestLine) line += static_cast<char>(c);
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace

base::Result<Ending> ask(draft::Interview& interview, const Environment& environment,
                         const std::function<base::Result<>(const draft::Answers&)>& keep) {
  using State = draft::Interview::State;
  while (interview.state() == State::Asking || interview.state() == State::Reviewing) {
    fmt::print(environment.out, "{}", interview.prompt());
    std::fflush(environment.out);
    const auto line = read_line(environment.in);
    if (!line) {
      fmt::print(environment.out, "\n");
      std::fflush(environment.out);
      return Ending::InputEnded;
    }
    const bool is_text = !base::find_bad_utf8(*line);
    if (!environment.in_is_terminal) fmt::print(environment.out, "{}\n", is_text ? diag::visible(*line) : "");
    fmt::print(environment.out, "{}", interview.take(*line));
    TANDEM_TRY_DONE(keep(interview.answers()));
  }
  std::fflush(environment.out);
  return interview.state() == State::Finished ? Ending::Finished : Ending::Left;
}

base::Result<std::string> read_small_file(const std::string& path) {
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  const auto failed = [&] {
    return base::fail(errno == ENOENT ? base::ErrorCode::NotFound : base::ErrorCode::Io,
                      fmt::format("cannot read {}: {}", path, std::generic_category().message(errno)));
  };
  if (!file) return failed();
  std::string text(kLargestFile + 1, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file.get()));
  if (std::ferror(file.get()) != 0) return failed();
  if (text.size() > kLargestFile)
    return base::fail(base::ErrorCode::BadInput, fmt::format("{} is larger than 1 MiB", path));
  return text;
}

std::expected<draft::Answers, int> read_answer_file(const draft::Questionnaire& questions, const std::string& path,
                                                    bool may_be_missing, const Environment& environment) {
  std::error_code ignored;
  if (may_be_missing && !std::filesystem::exists(path, ignored)) return draft::Answers();
  auto text = read_small_file(path);
  if (!text) return std::unexpected(could_not_run(environment, text.error().message));
  source::SourceMap sources;
  diag::Findings findings;
  const auto file = sources.add(path, *std::move(text));
  draft::Answers answers = draft::read_answers(questions, sources, file, findings);
  if (!findings.has_errors()) return answers;
  findings.arrange(0);
  fmt::print(environment.err, "{}",
             diag::render_text(findings, sources, environment.colour ? diag::Colour::On : diag::Colour::Off));
  return std::unexpected(could_not_run(environment, fmt::format("the answers in {} cannot be used as they are", path)));
}

}  // namespace tandem::cli
