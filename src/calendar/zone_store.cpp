#include "calendar/zone_store.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

namespace tandem::calendar {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t kLongestName = 255;
constexpr std::size_t kLargestFile = std::size_t{1} << 20;  // the largest of the database has 4 KB

// Parts of letters, digits, `_`, `+` and `-`, so that a name cannot lead out of the folder.
bool is_well_formed(std::string_view name) {
  const auto belongs = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '+' ||
           c == '-' || c == '/';
  };
  return !name.empty() && name.size() <= kLongestName && std::ranges::all_of(name, belongs) && name.front() != '/' &&
         name.back() != '/' && name.find("//") == std::string_view::npos;
}

// What lies in the folder beside the zones: the machine's own setting, which an agreement must not depend on, and
// copies of all zones, of which one counts leap seconds.
bool is_zone_name(std::string_view name) {
  return name != "localtime" && name != "posixrules" && name != "leapseconds" && !name.starts_with("posix/") &&
         !name.starts_with("right/");
}

std::unexpected<base::Error> not_found(std::string_view name) {
  return base::fail(ErrorCode::NotFound,
                    fmt::format("`{}` is not a time zone of the IANA database (try one like `Europe/Berlin`)", name));
}

Result<std::string> bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(kLargestFile + 1, '\0');
  if (file) file.read(bytes.data(), std::ssize(bytes));
  if (file.bad() || (!file && !file.eof())) {
    return base::fail(ErrorCode::Io, "the file cannot be read; may the program read it?");
  }
  if (!file.eof()) return base::fail(ErrorCode::Corrupt, "the file has more than 1 MiB");
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

}  // namespace

ZoneStore& ZoneStore::of_the_system() {
  static ZoneStore store([] {
    const char* const set = std::getenv("TZDIR");  // NOLINT(concurrency-mt-unsafe): read once, nobody writes it
    return std::filesystem::path(set != nullptr && *set != '\0' ? set : "/usr/share/zoneinfo");
  }());
  return store;
}

Result<const ZoneTable*> ZoneStore::find(std::string_view name) {
  const std::lock_guard lock(mutex_);
  if (const auto kept = tables_.find(name); kept != tables_.end()) return kept->second.get();
  TANDEM_TRY(auto table, read(name));
  return tables_.emplace(std::string(name), std::move(table)).first->second.get();
}

const std::vector<std::string>& ZoneStore::names() {
  const std::lock_guard lock(mutex_);
  if (names_) return *names_;
  std::vector<std::string> found;
  std::error_code error;
  std::filesystem::recursive_directory_iterator entry(folder_, error);
  for (; !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().lexically_relative(folder_).string();
    if (!is_well_formed(name) || !is_zone_name(name) || !entry->is_regular_file(error)) continue;
    // The folder has tables for people as well; a zone's file begins with these letters (RFC 9636, section 3.1).
    std::ifstream file(entry->path(), std::ios::binary);
    std::array<char, 4> magic{};
    file.read(magic.data(), magic.size());
    if (file && std::string_view(magic.data(), magic.size()) == "TZif") found.push_back(name);
  }
  std::ranges::sort(found);
  return names_.emplace(std::move(found));
}

Result<std::unique_ptr<const ZoneTable>> ZoneStore::read(std::string_view name) const {
  if (!is_well_formed(name) || !is_zone_name(name)) return not_found(name);
  const std::filesystem::path path = folder_ / name;
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {
    if (std::filesystem::is_directory(folder_, ignored)) return not_found(name);
    return base::fail(ErrorCode::Unavailable,
                      fmt::format("reading the system's time zones for `{}`: there is no folder {}; is the package "
                                  "tzdata installed?",
                                  name, folder_.string()));
  }
  const auto within = [&](base::Error error) {
    return std::unexpected(
        std::move(error).within(fmt::format("reading the time zone `{}` from {}", name, path.string())));
  };
  const auto bytes = bytes_of(path);
  if (!bytes) return within(bytes.error());
  const auto record = parse_zone_file(*bytes);
  if (!record) return within(record.error());
  return std::make_unique<const ZoneTable>(std::string(name), *record);
}

}  // namespace tandem::calendar
