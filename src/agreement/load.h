// Reads the files of an agreement: the first one and, in the order they are named, those it includes; and joins their
// sections into one tree. What `include` may name is decided here: files of the agreement's own folder, no loops.
//
//   FolderReader files(folder);
//   auto loaded = load(files, "agreement.yaml", "examples/harbor-cu/", findings);
//   loaded->root                                       // empty when the first file is not YAML
//
// Joining: maps of named things are united, lists are continued, everything else may stand once. A disk that fails is
// an Error; a file that is not there, or must not be read, is the author's mistake and becomes a finding.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "agreement/text_index.h"
#include "base/error.h"
#include "diag/finding.h"
#include "source/source_map.h"
#include "yaml/node.h"

namespace tandem::agreement {

inline constexpr std::size_t kFileBytes = 4 * 1024 * 1024;
inline constexpr std::size_t kFiles = 256;
inline constexpr std::size_t kFilesOffered = 1000;

enum class FileProblem { Missing, Outside, NotAFile, TooLarge };
using FileText = std::variant<std::string, FileProblem>;

// Where the texts come from. `name` is relative to the agreement's folder, with `/`, without `.` and `..`.
class FileReader {
 public:
  virtual ~FileReader() = default;
  [[nodiscard]] virtual base::Result<FileText> read(const std::string& name) = 0;
  // The YAML files there are, by name and sorted, for people to choose from: of a large folder some, of one that cannot
  // be read none.
  [[nodiscard]] virtual std::vector<std::string> names() = 0;
};

// Files of one folder on disk. Links that lead out of it are Outside.
class FolderReader final : public FileReader {
 public:
  explicit FolderReader(std::filesystem::path folder) : folder_(std::move(folder)) {}
  [[nodiscard]] base::Result<FileText> read(const std::string& name) override;
  [[nodiscard]] std::vector<std::string> names() override;

 private:
  std::filesystem::path folder_;
};

// Texts that are in memory already, by name. Borrows the map.
class MemoryReader final : public FileReader {
 public:
  explicit MemoryReader(const std::map<std::string, std::string>& files) : files_(&files) {}
  [[nodiscard]] base::Result<FileText> read(const std::string& name) override;
  [[nodiscard]] std::vector<std::string> names() override;

 private:
  const std::map<std::string, std::string>* files_;
};

struct Loaded {
  source::SourceMap sources;
  std::vector<std::string> files;  // by FileId: the name relative to the agreement's folder
  std::optional<yaml::Node> root;  // the joined sections, without `include`
  std::vector<Inclusion> inclusions;
  bool complete = true;  // false: a file is missing from the whole, so absent names prove nothing
};

// `shown_folder` is put in front of the names people see: "" or a path ending in `/`.
[[nodiscard]] base::Result<Loaded> load(FileReader& files, const std::string& first, const std::string& shown_folder,
                                        diag::Findings& findings);

}  // namespace tandem::agreement
