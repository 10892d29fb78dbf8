#include "calendar/zone_store.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace tandem;
using namespace tandem::calendar;

namespace {

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / fmt::format("tandem-zones-{}", ::getpid())) {
    std::filesystem::create_directories(path_ / "Europe");
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const char* name, std::string_view bytes) const { std::ofstream(path_ / name, std::ios::binary) << bytes; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// One type, no changes, a rule.
std::string sound_file() {
  std::string bytes(88, '\0');
  bytes.replace(0, 5, "TZif2").replace(44, 5, "TZif2");
  bytes[44 + 39] = 1;  // types
  bytes[44 + 43] = 4;  // letters
  bytes.append({'\0', '\0', '\x0e', '\x10', '\0', '\0', 'C', 'E', 'T', '\0'});
  return bytes.append("\nCET-1\n");
}

}  // namespace

TEST_CASE("a damaged file is an error that names it, and a repaired one is read again") {
  const Folder folder;
  ZoneStore store(folder.path());
  folder.write("Europe/Berlin", sound_file().substr(0, 100));
  const auto damaged = store.find("Europe/Berlin");
  REQUIRE_FALSE(damaged.has_value());
  CHECK(damaged.error().code == base::ErrorCode::Corrupt);
  CHECK(damaged.error().message ==
        fmt::format("reading the time zone `Europe/Berlin` from {}: the file ends too early, "
                    "after 100 bytes",
                    (folder.path() / "Europe/Berlin").string()));
  folder.write("Europe/Berlin", sound_file());
  const auto repaired = store.find("Europe/Berlin");
  REQUIRE(repaired.has_value());
  CHECK((*repaired)->offset_at(base::Instant()) == base::hours(1));
  CHECK(*store.find("Europe/Berlin") == *repaired);

  folder.write("Europe/Paris", std::string((std::size_t{1} << 20) + 1, 'x'));
  REQUIRE_FALSE(store.find("Europe/Paris").has_value());
  CHECK(store.find("Europe/Paris").error().message.find("1 MiB") != std::string::npos);
  folder.write("Europe/Rome", "");
  CHECK(store.find("Europe/Rome").error().code == base::ErrorCode::Corrupt);
}

TEST_CASE("a machine without time zones says what to install") {
  ZoneStore store("/nonexistent/zones");
  const auto found = store.find("UTC");
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().code == base::ErrorCode::Unavailable);
  CHECK(found.error().message.find("tzdata") != std::string::npos);
}

TEST_CASE("the names of all zones are those of the folder's zone files") {
  const Folder folder;
  folder.write("Europe/Berlin", sound_file());
  folder.write("Europe/Amsterdam", sound_file());
  folder.write("localtime", sound_file());
  folder.write("zone.tab", "no zone");
  ZoneStore store(folder.path());
  CHECK(store.names() == std::vector<std::string>{"Europe/Amsterdam", "Europe/Berlin"});
  CHECK(ZoneStore("/nonexistent/zones").names().empty());
}
