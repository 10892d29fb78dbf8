#include "lsp/workspace.h"

#include <filesystem>
#include <set>

#include "base/check.h"

namespace tandem::lsp {
namespace {

namespace fs = std::filesystem;

// Folders above a file that are asked for an agreement which includes it.
constexpr int kFoldersAbove = 4;
constexpr std::string_view kRootName = "agreement.yaml";

// What is open in the editor, and behind it the disk.
class OverlayReader final : public agreement::FileReader {
 public:
  OverlayReader(std::string folder, std::unique_ptr<agreement::FileReader> disk,
                const std::map<std::string, OpenDocument>& documents)
      : folder_(std::move(folder)), disk_(std::move(disk)), documents_(&documents) {}

  base::Result<agreement::FileText> read(const std::string& name) override {
    const auto open = documents_->find(folder_ + name);
    if (open == documents_->end()) return disk_->read(name);
    const std::string& text = open->second.document.text();
    if (text.size() > agreement::kFileBytes) return agreement::FileText(agreement::FileProblem::TooLarge);
    return agreement::FileText(text);
  }

  // What is open and not on disk yet is offered once it is saved.
  std::vector<std::string> names() override { return disk_->names(); }

 private:
  std::string folder_;
  std::unique_ptr<agreement::FileReader> disk_;
  const std::map<std::string, OpenDocument>* documents_;
};

std::string folder_of(const std::string& path) {
  return path.substr(0, path.rfind('/') + 1);
}

// A line that begins with `tandem:`.
bool begins_agreement(const std::string& path, std::string_view text) {
  return path.ends_with(fmt::format("/{}", kRootName)) || text.starts_with("tandem:") || text.contains("\ntandem:");
}

// Nothing when the edit touches it.
std::optional<source::Range> moved(source::Range range, const TextEdit& edit) {
  if (range.end < edit.begin || (range.end == edit.begin && range.begin < range.end)) return range;
  if (range.begin < edit.end || (range.begin == edit.begin && edit.begin == edit.end)) return std::nullopt;
  const auto shifted = [&](std::uint32_t at) {
    return static_cast<std::uint32_t>(at - (edit.end - edit.begin) + edit.inserted);
  };
  return source::Range{range.file, shifted(range.begin), shifted(range.end)};
}

std::vector<std::string> file_names(const agreement::Compiled& compiled) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < compiled.sources.size(); ++i) {
    names.emplace_back(compiled.sources.name(static_cast<source::FileId>(i)));
  }
  return names;
}

// Those of `whole` that `text` does not have.
std::vector<LateFinding> late_findings(const agreement::Compiled& whole, const agreement::Compiled& text) {
  std::set<std::tuple<diag::Kind, source::Range, std::string_view>> known;
  for (const auto& finding : text.findings.all()) known.emplace(finding.kind, finding.at, finding.message);
  std::vector<LateFinding> late;
  for (const auto& finding : whole.findings.all()) {
    if (known.contains({finding.kind, finding.at, finding.message})) continue;
    late.push_back({finding, file_names(whole)});
  }
  return late;
}

}  // namespace

std::optional<std::string> Studied::name_of(const std::string& path) const {
  if (!path.starts_with(folder)) return std::nullopt;
  return path.substr(folder.size());
}

std::optional<source::FileId> Studied::file_of(const std::string& path) const {
  const auto name = name_of(path);
  if (!name || !text) return std::nullopt;
  for (std::size_t i = 0; i < text->sources.size(); ++i) {
    const auto file = static_cast<source::FileId>(i);
    if (text->sources.name(file) == *name) return file;
  }
  return std::nullopt;
}

std::shared_ptr<const agreement::Compiled> Proof::work_out() const {
  return std::make_shared<const agreement::Compiled>(agreement::compile_bundle(bundle, options));
}

agreement::Options Workspace::options() const {
  return {.today = calendar::Date(std::chrono::floor<std::chrono::days>(world_.clock->now().sys())), .index = true};
}

void Workspace::open(std::string uri, const std::string& path, std::string text, std::int64_t version) {
  documents_.insert_or_assign(path, OpenDocument{std::move(uri), TextDocument(std::move(text), version)});
  for (auto& [root, studied] : agreements_) {
    if (!studied.file_of(path)) continue;
    studied.stale = true;
    ++studied.generation;
    studied.late.clear();
  }
}

bool Workspace::change(const std::string& path, std::int64_t version, const std::optional<Span>& span, std::string text,
                       Encoding encoding) {
  const auto found = documents_.find(path);
  if (found == documents_.end()) return false;
  TextDocument& document = found->second.document;
  const TextEdit edit = span ? document.replace(*span, text, encoding) : document.replace_all(std::move(text));
  document.set_version(version);
  note_edit(path, edit);
  return true;
}

void Workspace::note_edit(const std::string& path, const TextEdit& edit) {
  for (auto& [root, studied] : agreements_) {
    const auto name = studied.name_of(path);
    if (!name || (!studied.file_of(path) && root != path)) continue;
    studied.stale = true;
    ++studied.generation;
    std::erase_if(studied.late, [&](LateFinding& late) {
      const auto follow = [&](source::Range& range) {
        const auto file = static_cast<std::size_t>(range.file);
        if (file >= late.files.size() || late.files[file] != *name) return true;
        const auto now = moved(range, edit);
        if (now) range = *now;
        return now.has_value();
      };
      std::erase_if(late.finding.notes, [&](diag::RelatedNote& note) { return !follow(note.at); });
      if (late.finding.repair) late.finding.repair->edits.clear();  // they speak of the text as it was
      return !follow(late.finding.at);
    });
  }
}

void Workspace::close(const std::string& path) {
  documents_.erase(path);
  for (auto& [root, studied] : agreements_) {
    if (!studied.file_of(path)) continue;
    studied.stale = true;
    ++studied.generation;
    studied.late.clear();
  }
}

void Workspace::disk_changed() {
  for (auto& [root, studied] : agreements_) {
    studied.stale = true;
    ++studied.generation;
  }
}

std::vector<std::string> Workspace::files_to_include(const Studied& studied, const std::string& path) const {
  const auto from = studied.name_of(path);
  if (!from) return {};
  // Of a text that cannot be read just now, what it included before.
  const auto& files = (studied.named ? studied.named : studied.text)->files;
  std::set<std::string, std::less<>> taken(files.begin(), files.end());
  taken.insert(studied.root);
  std::vector<std::string> names;
  for (const std::string& name : world_.open_folder(studied.folder)->names()) {
    if (!taken.contains(name)) names.push_back(fs::path(name).lexically_relative(folder_of(*from)).generic_string());
  }
  return names;
}

void Workspace::compile(Studied& studied) {
  studied.stale = false;
  studied.is_new = true;
  studied.fault.clear();
  OverlayReader files(studied.folder, world_.open_folder(studied.folder), documents_);
  agreement::Options shallow = options();
  shallow.depth = agreement::Depth::Text;
  try {
    auto compiled = agreement::compile_files(files, studied.root, "", shallow);
    if (compiled) {
      take_up(studied, *std::move(compiled));
      return;
    }
    studied.fault = compiled.error().message;
  } catch (const base::InternalError& error) {
    // One text that we stumble over must not take the editor's other texts with it.
    studied.fault = fmt::format("{}{}: this is a bug in Tandem: {}", studied.folder, studied.root, error.what());
  }
  agreement::Compiled nothing;
  static_cast<void>(nothing.sources.add(studied.root, ""));
  studied.text = std::make_shared<const agreement::Compiled>(std::move(nothing));
  studied.late.clear();
  studied.proof_wanted = false;
}

void Workspace::take_up(Studied& studied, agreement::Compiled compiled) {
  const bool has_errors = compiled.findings.has_errors();
  studied.text = std::make_shared<const agreement::Compiled>(std::move(compiled));
  studied.proof_wanted = !has_errors;
  const bool readable = std::ranges::none_of(studied.text->findings.all(), [](const diag::Finding& finding) {
    return finding.kind == diag::Kind::Syntax || finding.kind == diag::Kind::TooLarge;
  });
  if (readable && studied.text->index) studied.named = studied.text;
  // What was proved of a text without errors says nothing of one that has some.
  if (has_errors) studied.late.clear();
}

void Workspace::add_agreement(const std::string& folder, const std::string& root) {
  const auto [found, is_new] = agreements_.try_emplace(folder + root);
  if (!is_new) return;
  found->second.folder = folder;
  found->second.root = root;
  compile(found->second);
}

void Workspace::find_agreement(const std::string& path, const OpenDocument& document) {
  const std::string folder = folder_of(path);
  if (begins_agreement(path, document.document.text())) {
    add_agreement(folder, path.substr(folder.size()));
    return;
  }
  std::string above = folder;
  for (int i = 0; i < kFoldersAbove && above.size() > 1; ++i) {
    const std::string root = above + std::string(kRootName);
    const bool is_new = !agreements_.contains(root);
    const auto there =
        is_new ? world_.open_folder(above)->read(std::string(kRootName)) : base::fail(base::ErrorCode::NotFound, "");
    if (there && std::holds_alternative<std::string>(*there)) {
      add_agreement(above, std::string(kRootName));
      if (agreements_.at(root).file_of(path)) return;
      agreements_.erase(root);
    }
    above = folder_of(above.substr(0, above.size() - 1));
  }
}

void Workspace::drop_unused() {
  std::erase_if(agreements_, [&](const auto& entry) {
    const auto& [root, studied] = entry;
    const bool used = std::ranges::any_of(
        documents_, [&](const auto& open) { return open.first == root || studied.file_of(open.first).has_value(); });
    // A part of another agreement is none of its own, unless the two include each other.
    const bool is_part = std::ranges::any_of(agreements_, [&](const auto& other) {
      return other.first != root && other.second.file_of(root) && !studied.file_of(other.first);
    });
    return !used || is_part;
  });
}

void Workspace::refresh() {
  for (auto& [root, studied] : agreements_) {
    if (studied.stale) compile(studied);
  }
  for (const auto& [path, document] : documents_) {
    if (agreement_of(path) == nullptr) find_agreement(path, document);
  }
  // A file that has become part of another agreement is no longer one of its own, and the other way round.
  drop_unused();
}

const OpenDocument* Workspace::document(const std::string& path) const {
  const auto found = documents_.find(path);
  return found == documents_.end() ? nullptr : &found->second;
}

Studied* Workspace::agreement_of(const std::string& path) {
  // One that includes it comes before one that it would be the beginning of.
  for (auto& [root, studied] : agreements_) {
    if (root != path && studied.file_of(path)) return &studied;
  }
  const auto own = agreements_.find(path);
  return own == agreements_.end() ? nullptr : &own->second;
}

std::optional<Proof> Workspace::take_proof() {
  for (auto& [root, studied] : agreements_) {
    if (!studied.proof_wanted || studied.stale) continue;
    studied.proof_wanted = false;
    return Proof{
        .agreement = root, .generation = studied.generation, .bundle = studied.text->bundle, .options = options()};
  }
  return std::nullopt;
}

Studied* Workspace::finish(const Proof& proof, std::shared_ptr<const agreement::Compiled> compiled) {
  const auto found = agreements_.find(proof.agreement);
  if (found == agreements_.end()) return nullptr;
  Studied& studied = found->second;
  // Who owns what is worth knowing even when a letter has changed since.
  const auto made = compiled->policy || !compiled->summary ? compiled->policy : compiled->summary->policy;
  if (made) studied.policy = made;
  if (studied.generation != proof.generation || studied.stale) return nullptr;
  studied.late = late_findings(*compiled, *studied.text);
  return &studied;
}

}  // namespace tandem::lsp
