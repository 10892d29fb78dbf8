#include "cli/finding_pages.h"

#include "finding_pages_embedded.h"

namespace tandem::cli {

std::string_view page_of(diag::Kind kind) {
  for (const auto& [name, text] : embedded::finding_pages_embedded_h_files) {
    if (name == diag::info(kind).name) return text();
  }
  return "";
}

}  // namespace tandem::cli
