#include "lsp/rename.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "agreement/amounts.h"
#include "diag/edits.h"
#include "lsp/edits.h"
#include "lsp/navigation.h"

namespace tandem::lsp {
namespace {

using agreement::Occurrence;
using agreement::Space;
using agreement::Symbol;
using agreement::SymbolId;
using agreement::Symbols;

std::unexpected<Failure> refuse(std::string message) {
  return std::unexpected(Failure{ErrorCode::RequestFailed, std::move(message)});
}

// The part of a name behind its last dot is what its declaration is written as.
std::string_view last_part(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

bool is_group(Space space) {
  return space == Space::Function || space == Space::CategoryGroup;
}

// What names of the members of a group begin with.
Space member_space(Space group) {
  return group == Space::Function ? Space::Activity : Space::Category;
}

// Everything that is written at a place of one of these as well, until nothing is added.
std::set<SymbolId> with_namesakes(const Symbols& symbols, std::vector<SymbolId> wanted) {
  std::set<SymbolId> all;
  while (!wanted.empty()) {
    const SymbolId next = wanted.back();
    wanted.pop_back();
    if (!all.insert(next).second) continue;
    for (const Occurrence* seen : symbols.occurrences(next)) {
      for (const Occurrence* other : symbols.at(seen->at.file, seen->at.begin)) {
        if (other->at == seen->at) wanted.push_back(other->symbol);
      }
    }
  }
  return all;
}

// Names that mean something by themselves: what has no priority has `normal`, what nobody classified is `other`.
bool means_something(Space space, std::string_view name) {
  return (space == Space::Priority && name == "normal") || (space == Space::Category && name == "other") ||
         (space == Space::EscalationPath && name == "default");
}

class Renaming {
 public:
  Renaming(const View& view, std::string new_name)
      : view_(view), symbols_(view.index()->symbols), new_name_(std::move(new_name)) {}

  // An edit of the letters `part` of a name, which stand at the end of its first `length` letters.
  void change(const Symbol& symbol, const Occurrence& seen, std::size_t length, std::string_view part) {
    const std::size_t written = seen.at.end - seen.at.begin;
    const std::string_view whole = seen.declares ? last_part(symbol.name) : std::string_view(symbol.name);
    source::Range range = seen.at;
    std::string text = new_name_;
    if (written == whole.size()) {
      const std::size_t skipped = seen.declares ? 0 : symbol.name.size() - length;
      range.end -= static_cast<std::uint32_t>(skipped);
      range.begin = range.end - static_cast<std::uint32_t>(part.size());
    } else if (!seen.declares) {
      // Written in a way that hides its letters: the whole is written anew.
      text = symbol.name;
      text.replace(length - part.size(), part.size(), new_name_);
    }
    edits_.insert({range, std::move(text)});
  }

  void add(SymbolId id) {
    const Symbol& symbol = symbols_.symbol(id);
    for (const Occurrence* seen : symbols_.occurrences(id)) {
      change(symbol, *seen, symbol.name.size(), last_part(symbol.name));
    }
    if (!is_group(symbol.space)) return;
    const std::string prefix = symbol.name + ".";
    for (std::size_t i = 0; i < symbols_.all().size(); ++i) {
      const Symbol& member = symbols_.all()[i];
      if (member.space != member_space(symbol.space) || !member.name.starts_with(prefix)) continue;
      for (const Occurrence* seen : symbols_.occurrences(static_cast<SymbolId>(i))) {
        if (!seen->declares) change(member, *seen, symbol.name.size(), last_part(symbol.name));
      }
    }
  }

  // Why the name cannot be taken for the symbol; empty: it can.
  [[nodiscard]] std::string clash(SymbolId id) const {
    const Symbol& symbol = symbols_.symbol(id);
    const std::string name = symbol.name.substr(0, symbol.name.size() - last_part(symbol.name).size()) + new_name_;
    std::vector<Space> spaces{symbol.space};
    // `tell: desk` must mean one thing, and so must a category and a group of categories.
    if (symbol.space == Space::Team) spaces.push_back(Space::Person);
    if (symbol.space == Space::Person) spaces.push_back(Space::Team);
    if (symbol.space == Space::Category) spaces.push_back(Space::CategoryGroup);
    if (symbol.space == Space::CategoryGroup) spaces.push_back(Space::Category);
    for (const Space space : spaces) {
      if (symbols_.find(space, name))
        return fmt::format("there is {} `{}` already", agreement::with_article(space), name);
    }
    return {};
  }

  [[nodiscard]] std::vector<diag::Edit> edits() const { return {edits_.begin(), edits_.end()}; }

  // Whether the agreement with the edits has no error that it does not have without them.
  [[nodiscard]] bool holds() const {
    agreement::Bundle renamed = view_.compiled.bundle;
    std::map<source::FileId, std::vector<diag::Edit>> by_file;
    for (const diag::Edit& edit : edits_) by_file[edit.at.file].push_back(edit);
    for (const auto& [file, edits] : by_file) {
      const auto name = std::string(view_.compiled.sources.name(file));
      renamed.files[name] = diag::with_edits(view_.compiled.sources.text(file), edits);
    }
    const auto after = agreement::compile_bundle(renamed, {.depth = agreement::Depth::Text});
    return after.findings.count(diag::Level::Error) <= view_.compiled.findings.count(diag::Level::Error);
  }

 private:
  const View& view_;
  const Symbols& symbols_;
  std::string new_name_;
  std::set<diag::Edit> edits_;
};

}  // namespace

json::Value prepare_rename(const View& view) {
  if (view.index() == nullptr) return nullptr;
  const Symbols& symbols = view.index()->symbols;
  const auto seen = symbols.at(view.file, view.offset);
  if (seen.empty()) return nullptr;
  const Symbol& symbol = symbols.symbol(seen.front()->symbol);
  const std::string_view part = last_part(symbol.name);
  source::Range range = seen.front()->at;
  if (range.end - range.begin > part.size()) range.begin = range.end - static_cast<std::uint32_t>(part.size());
  return {{"range", to_json(view.locations.span(range))}, {"placeholder", part}};
}

Outcome rename(const View& view, const std::string& new_name, const Client& client) {
  const auto wanted = symbols_at(view);
  if (wanted.empty()) return refuse("there is no name here that could be changed");
  if (!agreement::is_kebab_case(new_name)) {
    return refuse(fmt::format("`{}` is not a name: names are lower-case letters, digits and single hyphens, at most 64",
                              new_name));
  }
  const auto all = with_namesakes(view.index()->symbols, wanted);
  Renaming renaming(view, new_name);
  for (const SymbolId id : all) {
    if (last_part(view.index()->symbols.symbol(id).name) == new_name) continue;
    const Symbol& symbol = view.index()->symbols.symbol(id);
    for (const std::string_view name : {std::string_view(symbol.name), std::string_view(new_name)}) {
      if (means_something(symbol.space, name)) {
        return refuse(
            fmt::format("`{}` means something by its name: with another, other work would go elsewhere", name));
      }
    }
    if (const auto clash = renaming.clash(id); !clash.empty()) return refuse(clash);
    renaming.add(id);
  }
  if (!renaming.holds())
    return refuse(fmt::format("the agreement would not hold together with the name `{}`", new_name));
  return workspace_edit(renaming.edits(), view.locations, client);
}

}  // namespace tandem::lsp
