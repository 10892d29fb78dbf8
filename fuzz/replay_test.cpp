// The fuzzers' seeds (the golden agreements, the examples, the reference pages' agreement) and the inputs that once
// broke something (fuzz/corpus), held to the same properties.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "file_properties.h"
#include "lsp_properties.h"
#include "matrix_properties.h"
#include "properties.h"

namespace tandem::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(TANDEM_ROOT) / folder)) {
    if (entry.is_regular_file() && entry.path().filename() != "README.md") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

void replay(const fs::path& folder, void (*hold)(std::string_view)) {
  for (const fs::path& file : files_below(folder)) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    CAPTURE(file.string());
    CHECK_NOTHROW(hold(text.str()));
  }
}

TEST_CASE("yaml") {
  replay("fuzz/corpus", hold_yaml);
  replay("tests/golden", hold_yaml);
  replay("examples", hold_yaml);
}

TEST_CASE("agreement") {
  replay("fuzz/corpus", hold_agreement);
  replay("tests/golden", hold_agreement);
  replay("examples", hold_agreement);
}

TEST_CASE("repair") {
  replay("fuzz/corpus", hold_repair);
  replay("tests/golden", hold_repair);
}

TEST_CASE("language server") {
  replay("fuzz/corpus", hold_lsp);
  replay("tests/golden", hold_lsp);
}

TEST_CASE("file") {
  replay("fuzz/corpus", hold_file);
  replay("examples", hold_file);
  for (const std::string_view input :
       {std::string_view("../\u202Eexe.png\nimage/png\n\x89PNG\r\n\x1a\n"),
        std::string_view("a\";x=\"\ntext/html\n<svg/>"), std::string_view("\xff\xfe\n;;\nRIFF....WEBP"),
        std::string_view("\n\n%PDF-"), std::string_view()})
    CHECK_NOTHROW(hold_file(input));
}

TEST_CASE("matrix") {
  replay("fuzz/corpus", hold_matrix);
  replay("tests/cli/data/matrix", hold_matrix);
}

}  // namespace
}  // namespace tandem::fuzz
