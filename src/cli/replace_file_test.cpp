#include "cli/replace_file.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace tandem;
namespace fs = std::filesystem;

namespace {

// A folder of its own with one file in it; both go with it.
class Folder {
 public:
  Folder() {
    std::string path = (fs::temp_directory_path() / "replace_file_XXXXXX").string();
    REQUIRE(mkdtemp(path.data()) != nullptr);
    path_ = path;
    fs::create_directory(path_ / "in");
    write("in/a.yaml", "old");
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] fs::path in() const { return path_ / "in"; }
  void write(const std::string& name, std::string_view text) const { std::ofstream(path_ / name) << text; }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::stringstream text;
    text << std::ifstream(path_ / name).rdbuf();
    return text.str();
  }
  [[nodiscard]] std::ptrdiff_t files() const {
    return std::distance(fs::directory_iterator(in()), fs::directory_iterator());
  }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("a file gets its new text and keeps its permissions") {
  const Folder folder;
  fs::permissions(folder.in() / "a.yaml", fs::perms::owner_all | fs::perms::group_read);
  CHECK(cli::replace_file(folder.in(), "a.yaml", "old", "new"));
  CHECK(folder.read("in/a.yaml") == "new");
  CHECK(fs::status(folder.in() / "a.yaml").permissions() == (fs::perms::owner_all | fs::perms::group_read));
  CHECK(folder.files() == 1);
}

TEST_CASE("a file that somebody changed is left alone") {
  const Folder folder;
  const auto done = cli::replace_file(folder.in(), "a.yaml", "older", "new");
  REQUIRE_FALSE(done);
  CHECK(done.error().message.contains("was changed by somebody else"));
  CHECK(folder.read("in/a.yaml") == "old");
  CHECK(folder.files() == 1);
}

TEST_CASE("nothing outside the folder is touched") {
  const Folder folder;
  folder.write("out.yaml", "old");
  CHECK_FALSE(cli::replace_file(folder.in(), "../out.yaml", "old", "new"));
  fs::create_symlink(folder.in().parent_path() / "out.yaml", folder.in() / "link.yaml");
  CHECK_FALSE(cli::replace_file(folder.in(), "link.yaml", "old", "new"));
  CHECK_FALSE(cli::replace_file(folder.in(), "missing.yaml", "", "new"));
  CHECK(folder.read("out.yaml") == "old");
}

TEST_CASE("a link to a file of the folder stays one") {
  const Folder folder;
  fs::create_symlink("a.yaml", folder.in() / "link.yaml");
  CHECK(cli::replace_file(folder.in(), "link.yaml", "old", "new"));
  CHECK(fs::is_symlink(folder.in() / "link.yaml"));
  CHECK(folder.read("in/a.yaml") == "new");
}
