// What the ways to a new draft share: where it goes, and what is said about it.
#pragma once

#include <span>
#include <string>

#include "cli/environment.h"
#include "draft/arrangement.h"

namespace tandem::cli {

// The folder that was given, or one named after the client. `-` is standard output.
[[nodiscard]] std::string folder_for(const std::string& given, const draft::DraftRequest& request);

// Writes the text as `FOLDER/agreement.yaml`, never over anything, checks what it wrote and tells what comes next.
// `open` is what
// somebody still has to find out. Answers the exit status: kFaultsFound when the draft has errors.
int deliver_draft(const std::string& text, const std::string& folder, const Environment& environment,
                  std::span<const std::string> open = {});

}  // namespace tandem::cli
