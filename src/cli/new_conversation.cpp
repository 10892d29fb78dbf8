// `tandem new --interactive` and `tandem new --answers`: the first conversation, on a terminal or from a file.
#include "cli/new_conversation.h"

#include <filesystem>

#include "cli/new_draft.h"
#include "cli/new_file.h"
#include "cli/questioning.h"
#include "cli/replace_file.h"
#include "draft/conversation.h"

namespace tandem::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWelcome =
    "A first conversation between a business and its provider, best had together at one screen.\n"
    "Who does what, who does not, how we decide, what success is: about a quarter of an hour.\n"
    "`help` explains a question, `back` goes back, `quit` stops; everything you say is kept.\n";

std::string heading(const std::string& folder, const std::string& answer_file) {
  return fmt::format(
      "What was said in the first conversation.\n"
      "Change what you like, then: tandem new {0} --answers {1} (a draft is never written over: move the old one away "
      "first). Or go on talking: tandem new {0} --interactive --answers {1}",
      folder, answer_file);
}

// The file that answers are kept in. Somebody else who changes it meanwhile keeps what they wrote.
class AnswerFile {
 public:
  // What is there already; nothing when there is no such file.
  [[nodiscard]] static base::Result<AnswerFile> open(const std::string& path) {
    AnswerFile file(path);
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return file;
    TANDEM_TRY(file.text_, read_small_file(path));
    return file;
  }

  base::Result<> keep(std::string text) {
    if (text_ == text) return {};
    if (text_) {
      const fs::path path(path_);
      TANDEM_TRY_DONE(replace_file(path.parent_path(), path.filename().string(), *text_, text));
    } else {
      TANDEM_TRY_DONE(write_new_file(path_, text));
    }
    text_ = std::move(text);
    return {};
  }

 private:
  explicit AnswerFile(std::string path) : path_(std::move(path)) {}
  std::string path_;
  std::optional<std::string> text_;  // as it is on the disk
};

int make_draft(const draft::Answers& answers, const std::string& folder, calendar::Date today,
               const Environment& environment) {
  const draft::Conversation said = draft::conversation(answers, today);
  return deliver_draft(draft::compose(said.request), folder_for(folder, said.request), environment, said.open);
}

int talk(draft::Answers answers, const std::string& folder, const std::string& answer_file, calendar::Date today,
         const Environment& environment) {
  const auto suggest = [today](const draft::Question& question, const draft::Answers& so_far) {
    return draft::conversation_default(question, so_far, today);
  };
  auto file = AnswerFile::open(answer_file);
  if (!file) return could_not_run(environment, file.error().message);
  const bool is_resumed = answers.size() > 0;
  draft::Interview interview(draft::questionnaire("conversation"), std::move(answers), "write the draft", suggest);
  fmt::print(environment.out, "{}", kWelcome);
  if (is_resumed) {
    const auto progress = interview.progress();
    fmt::print(environment.out, "\nTaken up again: {} of {} questions are answered.\n", progress.answered,
               progress.all);
  }
  const auto ending = ask(interview, environment, [&](const draft::Answers& so_far) -> base::Result<> {
    if (so_far.size() == 0) return {};
    return file->keep(draft::form_text(draft::questionnaire("conversation"), so_far, heading(folder, answer_file)));
  });
  if (!ending) return could_not_run(environment, ending.error().message);
  if (*ending == Ending::Finished) return make_draft(interview.answers(), folder, today, environment);

  const auto progress = interview.progress();
  const std::string kept =
      interview.answers().size() == 0
          ? std::string("nothing was said yet")
          : fmt::format("{} of {} questions are answered and kept in {}; the same command goes on from there",
                        progress.answered, progress.all, answer_file);
  if (*ending == Ending::InputEnded) return could_not_run(environment, "the input ended before the draft: " + kept);
  fmt::print(environment.out, "Stopped: {}.\n", kept);
  return kDone;
}

}  // namespace

int make_from_conversation(const New& command, calendar::Date today, const Environment& environment) {
  const std::string folder = command.folder.empty() && command.interactive ? "agreement" : command.folder;
  std::error_code ignored;
  // Told before the questions, not after them.
  const fs::path draft = fs::path(folder) / "agreement.yaml";
  if (!folder.empty() && folder != "-" && fs::exists(draft, ignored)) {
    return could_not_run(
        environment,
        fmt::format("{} is there already and stays as it is: give another folder, or move it away", draft.string()));
  }
  const std::string answer_file =
      command.answers.empty() ? (fs::path(folder == "-" ? "." : folder) / "answers.yaml").string() : command.answers;
  auto answers = read_answer_file(draft::questionnaire("conversation"), answer_file, command.interactive, environment);
  if (!answers) return answers.error();
  if (command.interactive) return talk(*std::move(answers), folder, answer_file, today, environment);
  return make_draft(*answers, folder, today, environment);
}

}  // namespace tandem::cli
