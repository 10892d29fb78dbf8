// Leads a draft::Interview on the command line: shows, reads a line, keeps what was said, until it is finished,
// somebody leaves, or the input ends. Works the same on a terminal and with piped input, which is shown behind its
// question.
#pragma once

#include <cstdint>
#include <functional>

#include "base/error.h"
#include "cli/environment.h"
#include "draft/interview.h"

namespace tandem::cli {

enum class Ending : std::uint8_t { Finished, Left, InputEnded };

// `keep` is called after every answer that changed something; when it fails, so does this.
[[nodiscard]] base::Result<Ending> ask(draft::Interview& interview, const Environment& environment,
                                       const std::function<base::Result<>(const draft::Answers&)>& keep);

// Answers from a file. When there is nothing to work with it has said why, and the error is the exit status. A file
// that is not there has no answers where `may_be_missing`.
[[nodiscard]] std::expected<draft::Answers, int> read_answer_file(const draft::Questionnaire& questions,
                                                                  const std::string& path, bool may_be_missing,
                                                                  const Environment& environment);

// The whole file. An Error when it is not there, cannot be read, or is larger than an answer file may be.
[[nodiscard]] base::Result<std::string> read_small_file(const std::string& path);

}  // namespace tandem::cli
