// The texts that are open in the editor and the agreements they belong to. What is open counts instead of what is on
// disk. An agreement is compiled anew when one of its texts has changed and somebody asks, so that of many keystrokes
// only the last costs anything; what needs the compiled policy is worked out apart, by a Proof, which may run
// elsewhere.
//
//   workspace.open(uri, path, text, 1);
//   workspace.refresh();
//   if (const Studied* studied = workspace.agreement_of(path)) studied->text->findings …
//
// A file belongs to an agreement that includes it; else it is the beginning of one when it has the key `tandem` or is
// named agreement.yaml; else the agreement.yaml of a folder above is asked. Other YAML files are none of our business.
// Single-threaded.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agreement/compile.h"
#include "base/time.h"
#include "lsp/text_document.h"

namespace tandem::lsp {

// What the server needs of the world, handed in by whoever makes it.
struct World {
  // Files of one folder on disk.
  std::function<std::unique_ptr<agreement::FileReader>(const std::string& folder)> open_folder;
  const base::Clock* clock = nullptr;  // outlives the server
  std::string version;                 // of the program
};

struct OpenDocument {
  std::string uri;  // as the client spells it
  TextDocument document;
};

// A finding that only the compiled policy could tell, kept while the text is edited around it.
struct LateFinding {
  diag::Finding finding;           // ranges are those of the texts as they are now
  std::vector<std::string> files;  // by FileId of its ranges: names relative to the folder
};

// One agreement as it is now.
struct Studied {
  std::string folder;                                // absolute, ends in `/`
  std::string root;                                  // the file it begins with
  std::shared_ptr<const agreement::Compiled> text;   // Depth::Text, with an index; never null once refreshed
  std::shared_ptr<const agreement::Compiled> named;  // the newest whose files could all be read; null: none yet
  std::shared_ptr<const policy::Policy> policy;      // the newest that was made; perhaps of an older text
  std::vector<LateFinding> late;
  std::uint64_t generation = 0;  // of the texts
  bool stale = true;             // the texts have changed since `text` was made
  bool proof_wanted = false;     // and nobody has taken the proof yet
  bool is_new = false;           // what `text` found has not been published
  std::string fault;             // why the texts could not be looked at (the disk, or a bug of ours); empty: they could

  // The name relative to the folder; nothing for files elsewhere.
  [[nodiscard]] std::optional<std::string> name_of(const std::string& path) const;
  [[nodiscard]] std::optional<source::FileId> file_of(const std::string& path) const;
};

// A compilation to the end, apart from everything else: it may run on another thread.
struct Proof {
  std::string agreement;  // the path of the file it begins with
  std::uint64_t generation = 0;
  agreement::Bundle bundle;
  agreement::Options options;
  // Compiles. Thread-safe.
  [[nodiscard]] std::shared_ptr<const agreement::Compiled> work_out() const;
};

class Workspace {
 public:
  explicit Workspace(World world) : world_(std::move(world)) {}

  void open(std::string uri, const std::string& path, std::string text, std::int64_t version);
  // An empty span: the whole text. False: the document is not open.
  bool change(const std::string& path, std::int64_t version, const std::optional<Span>& span, std::string text,
              Encoding encoding);
  void close(const std::string& path);
  // Something on disk is no longer what it was.
  void disk_changed();

  // Compiles what is stale and finds the agreements of what is open.
  void refresh();
  [[nodiscard]] const OpenDocument* document(const std::string& path) const;
  [[nodiscard]] const std::map<std::string, OpenDocument>& documents() const { return documents_; }
  // Null: it belongs to none. REQUIRES: refreshed.
  [[nodiscard]] Studied* agreement_of(const std::string& path);
  [[nodiscard]] std::map<std::string, Studied>& agreements() { return agreements_; }

  // The YAML files of the agreement's folder that are no part of it yet, as the `include` of the file names them. Looks
  // at the disk. REQUIRES: refreshed.
  [[nodiscard]] std::vector<std::string> files_to_include(const Studied& studied, const std::string& path) const;

  // The next compilation that is worth doing; nothing when all is known.
  [[nodiscard]] std::optional<Proof> take_proof();
  // Takes up what came out, unless the texts have changed since. Answers the agreement when its findings are new.
  Studied* finish(const Proof& proof, std::shared_ptr<const agreement::Compiled> compiled);

  [[nodiscard]] const World& world() const { return world_; }

 private:
  void compile(Studied& studied);
  static void take_up(Studied& studied, agreement::Compiled compiled);
  void note_edit(const std::string& path, const TextEdit& edit);
  void find_agreement(const std::string& path, const OpenDocument& document);
  void add_agreement(const std::string& folder, const std::string& root);
  void drop_unused();
  [[nodiscard]] agreement::Options options() const;

  World world_;
  std::map<std::string, OpenDocument> documents_;  // by path
  std::map<std::string, Studied> agreements_;      // by the path of the file they begin with
};

}  // namespace tandem::lsp
