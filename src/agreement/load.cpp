#include "agreement/load.h"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

#include "agreement/room.h"
#include "base/check.h"

namespace tandem::agreement {
namespace {

namespace fs = std::filesystem;

// `included`, named in the file `from`, as a name relative to the folder; nothing when it leads out of it.
std::optional<std::string> resolve(std::string_view from, std::string_view included) {
  if (included.starts_with('/') || included.contains('\\') || included.contains('\0')) return std::nullopt;
  std::vector<std::string_view> parts;
  const auto take = [&](std::string_view path) {
    while (true) {
      const auto slash = path.find('/');
      const auto part = path.substr(0, slash);
      if (part == "..") {
        if (parts.empty()) return false;
        parts.pop_back();
      } else if (!part.empty() && part != ".") {
        parts.push_back(part);
      }
      if (slash == std::string_view::npos) return true;
      path.remove_prefix(slash + 1);
    }
  };
  const auto folder = from.rfind('/');
  if (folder != std::string_view::npos && !take(from.substr(0, folder))) return std::nullopt;
  if (!take(included) || parts.empty()) return std::nullopt;
  return fmt::format("{}", fmt::join(parts, "/"));
}

// Whether two files may both have the section: maps of named things, and lists.
bool is_united(std::string_view section) {
  constexpr std::array<std::string_view, 22> kSections = {
      "parties",     "holiday_sets",  "calendars",  "people",     "teams",        "rotations", "leave",       "sites",
      "departments", "asset_classes", "functions",  "categories", "routing",      "targets",   "escalations", "expect",
      "decisions",   "scenarios",     "frameworks", "freezes",    "confidential", "exceptions"};
  return std::ranges::find(kSections, section) != kSections.end();
}

// REQUIRES: both canonical.
bool is_inside(const fs::path& path, const fs::path& folder) {
  return std::ranges::mismatch(folder, path).in1 == folder.end();
}

bool is_yaml(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

class Loader {
 public:
  Loader(FileReader& files, const std::string& shown_folder, diag::Findings& findings)
      : files_(files), shown_folder_(shown_folder), findings_(findings) {}

  base::Result<Loaded> load(const std::string& first) {
    TANDEM_TRY(auto text, files_.read(first));
    if (const auto* problem = std::get_if<FileProblem>(&text)) {
      if (*problem != FileProblem::TooLarge) return base::fail(base::ErrorCode::NotFound, describe(*problem, first));
      const auto file = add(first, "");
      findings_.add(diag::Kind::TooLarge, {file, 0, 0}, "the file is larger than 4 MiB");
      return std::move(loaded_);
    }
    TANDEM_TRY_DONE(take_file(first, std::get<std::string>(std::move(text))));
    if (first_parsed_) loaded_.root = std::move(root_);
    return std::move(loaded_);
  }

 private:
  source::FileId add(const std::string& name, std::string text) {
    loaded_.files.push_back(name);
    return loaded_.sources.add(shown_folder_ + name, std::move(text));
  }

  std::string describe(FileProblem problem, const std::string& name) const {
    switch (problem) {
      case FileProblem::Missing: return fmt::format("there is no file `{}`", shown_folder_ + name);
      case FileProblem::Outside: return fmt::format("`{}` lies outside the agreement's folder", shown_folder_ + name);
      case FileProblem::NotAFile: return fmt::format("`{}` is not a file", shown_folder_ + name);
      case FileProblem::TooLarge: return fmt::format("`{}` is larger than 4 MiB", shown_folder_ + name);
    }
    return "";
  }

  base::Result<> take_file(const std::string& name, std::string text) {
    const bool is_first = loaded_.files.empty();
    const auto file = add(name, std::move(text));
    auto tree = yaml::parse(loaded_.sources, file, findings_);
    if (!tree) {
      loaded_.complete = false;
      return {};
    }
    auto* map = std::get_if<yaml::Map>(&tree->value);
    if (map == nullptr) {
      findings_.add(diag::Kind::WrongType, tree->range, "an agreement is a map of keys, such as `engagement: acme`");
      loaded_.complete = false;
      return {};
    }
    if (is_first) {
      first_parsed_ = true;
      root_.range = tree->range;
      root_.value = yaml::Map{.entries = {}, .bracketed = map->bracketed, .indent = map->indent};
    }
    std::optional<yaml::Entry> includes;
    for (yaml::Entry& entry : map->entries) {
      if (entry.key == "include") {
        includes = std::move(entry);
      } else {
        join(std::move(entry));
      }
    }
    if (!includes) return {};
    open_.push_back(name);
    auto done = take_includes(name, includes->value);
    open_.pop_back();
    return done;
  }

  base::Result<> take_includes(const std::string& from, const yaml::Node& node) {
    const yaml::List* list = node.list();
    if (list == nullptr) {
      loaded_.complete = false;
      findings_.add(diag::Kind::WrongType, node.range, "`include` must be a list of files, such as `[people.yaml]`");
      return {};
    }
    std::vector<source::Range> items;
    for (const yaml::Node& item : list->items) items.push_back(item.range);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto gone = without_item(items, i);
      TANDEM_TRY_DONE(take_include(from, list->items[i], gone));
    }
    return {};
  }

  // `gone`: what to take out so that the item goes.
  base::Result<> take_include(const std::string& from, const yaml::Node& item,
                              const std::optional<source::Range>& gone) {
    // Whatever goes wrong below leaves the agreement without a part of it; success takes this back.
    const bool was_complete = std::exchange(loaded_.complete, false);
    const yaml::Scalar* scalar = item.scalar();
    if (scalar == nullptr || scalar->text.empty()) {
      findings_.add(diag::Kind::WrongType, item.range, "a file of `include` must be a name, such as `people.yaml`");
      return {};
    }
    const auto name = resolve(from, scalar->text);
    if (!name) {
      findings_.add(diag::Kind::BadValue, item.range,
                    fmt::format("`{}` leads out of the agreement's folder", scalar->text));
      return {};
    }
    if (std::ranges::find(open_, *name) != open_.end()) {
      open_.push_back(*name);
      findings_.add(diag::Kind::IncludeLoop, item.range,
                    fmt::format("files include each other in a ring: `{}`",
                                fmt::join(std::ranges::find(open_, *name), open_.end(), "` → `")));
      open_.pop_back();
      return {};
    }
    if (const auto known = seen_.find(*name); known != seen_.end()) {
      auto& finding =
          findings_.add(diag::Kind::DuplicateKey, item.range, fmt::format("`{}` is included twice", scalar->text));
      finding.note(known->second, "it is included here first");
      if (gone) finding.suggest({.words = "take it out", .edits = {{*gone, ""}}});
      loaded_.complete = was_complete;
      return {};
    }
    seen_.emplace(*name, item.range);
    if (loaded_.files.size() >= kFiles) {
      findings_.add(diag::Kind::TooLarge, item.range, fmt::format("an agreement has at most {} files", kFiles));
      return {};
    }
    TANDEM_TRY(auto text, files_.read(*name));
    if (const auto* problem = std::get_if<FileProblem>(&text)) {
      report(*problem, *name, item.range);
      return {};
    }
    loaded_.complete = was_complete;
    loaded_.inclusions.push_back({item.range, static_cast<source::FileId>(loaded_.files.size())});
    return take_file(*name, std::get<std::string>(std::move(text)));
  }

  void report(FileProblem problem, const std::string& name, source::Range at) {
    switch (problem) {
      case FileProblem::TooLarge: findings_.add(diag::Kind::TooLarge, at, describe(problem, name)); break;
      case FileProblem::Outside: findings_.add(diag::Kind::BadValue, at, describe(problem, name)); break;
      case FileProblem::Missing:
      case FileProblem::NotAFile: findings_.add(diag::Kind::UnknownReference, at, describe(problem, name)); break;
    }
  }

  void duplicate(const yaml::Entry& entry, source::Range first) {
    findings_.add(diag::Kind::DuplicateKey, entry.key_range, fmt::format("`{}` stands twice", entry.key))
        .note(first, "it stands here first");
  }

  // Adds an entry of a file's top level to the whole.
  void join(yaml::Entry entry) {
    auto& entries = std::get<yaml::Map>(root_.value).entries;
    const auto known = sections_.find(entry.key);
    if (known == sections_.end()) {
      sections_.emplace(entry.key, entries.size());
      entries.push_back(std::move(entry));
      return;
    }
    yaml::Entry& whole = entries[known->second];
    auto* list = std::get_if<yaml::List>(&whole.value.value);
    auto* more = std::get_if<yaml::List>(&entry.value.value);
    if (is_united(entry.key) && list != nullptr && more != nullptr) {
      std::ranges::move(more->items, std::back_inserter(list->items));
    } else if (is_united(entry.key) && whole.value.map() != nullptr && entry.value.map() != nullptr) {
      unite(entry.key, std::get<yaml::Map>(whole.value.value), std::get<yaml::Map>(std::move(entry.value.value)));
    } else {
      duplicate(entry, whole.key_range);
    }
  }

  void unite(const std::string& section, yaml::Map& whole, yaml::Map more) {
    auto& positions = members_[section];
    for (std::size_t i = positions.size(); i < whole.entries.size(); ++i) positions.emplace(whole.entries[i].key, i);
    for (yaml::Entry& entry : more.entries) {
      const auto [known, is_new] = positions.emplace(entry.key, whole.entries.size());
      if (is_new) {
        whole.entries.push_back(std::move(entry));
      } else {
        duplicate(entry, whole.entries[known->second].key_range);
      }
    }
  }

  FileReader& files_;
  const std::string& shown_folder_;
  diag::Findings& findings_;
  Loaded loaded_;
  yaml::Node root_;
  bool first_parsed_ = false;
  std::vector<std::string> open_;              // the files on the way to the one being read
  std::map<std::string, source::Range> seen_;  // where each file was included first
  std::unordered_map<std::string, std::size_t> sections_;
  std::map<std::string, std::unordered_map<std::string, std::size_t>> members_;
};

}  // namespace

base::Result<FileText> FolderReader::read(const std::string& name) {
  std::error_code error;
  const fs::path folder = fs::canonical(folder_, error);
  if (error) return FileText(FileProblem::Missing);
  const fs::path path = fs::canonical(folder / name, error);
  if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory ||
      error == std::errc::filename_too_long) {
    return FileText(FileProblem::Missing);
  }
  // Links that lead to each other lead to no file.
  if (error == std::errc::too_many_symbolic_link_levels) return FileText(FileProblem::NotAFile);
  if (error) {
    return base::fail(base::ErrorCode::Io,
                      fmt::format("looking for {}: {}", (folder / name).string(), error.message()));
  }
  if (!is_inside(path, folder)) return FileText(FileProblem::Outside);
  if (!fs::is_regular_file(path, error)) return FileText(FileProblem::NotAFile);
  std::ifstream file(path, std::ios::binary);
  std::string text(kFileBytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.eof() && file.fail()) {
    return base::fail(base::ErrorCode::Io,
                      fmt::format("cannot read {}: check that this user may read it", path.string()));
  }
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > kFileBytes) return FileText(FileProblem::TooLarge);
  return FileText(std::move(text));
}

std::vector<std::string> FolderReader::names() {
  constexpr int kDeepest = 4;
  constexpr std::size_t kEntriesSeen = 10'000;
  std::vector<std::string> names;
  std::error_code error;
  const fs::path folder = fs::canonical(folder_, error);
  if (error) return names;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (std::size_t seen = 0; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (++seen > kEntriesSeen || names.size() == kFilesOffered) break;
    const std::string name = at->path().filename().string();
    std::error_code unknown;
    if (name.starts_with('.') || at.depth() >= kDeepest) at.disable_recursion_pending();
    const bool is_text = !name.starts_with('.') && is_yaml(name) && at->is_regular_file(unknown) &&
                         is_inside(fs::canonical(at->path(), unknown), folder);
    if (is_text) names.push_back(at->path().lexically_relative(folder).generic_string());
  }
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> MemoryReader::names() {
  std::vector<std::string> names;
  for (const auto& [name, text] : *files_) {
    if (is_yaml(name) && names.size() < kFilesOffered) names.push_back(name);
  }
  return names;
}

base::Result<FileText> MemoryReader::read(const std::string& name) {
  const auto found = files_->find(name);
  if (found == files_->end()) return FileText(FileProblem::Missing);
  if (found->second.size() > kFileBytes) return FileText(FileProblem::TooLarge);
  return FileText(found->second);
}

base::Result<Loaded> load(FileReader& files, const std::string& first, const std::string& shown_folder,
                          diag::Findings& findings) {
  return Loader(files, shown_folder, findings).load(first);
}

}  // namespace tandem::agreement
