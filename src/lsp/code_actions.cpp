#include "lsp/code_actions.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "agreement/repair.h"
#include "lsp/diagnostics.h"
#include "lsp/edits.h"
#include "lsp/rpc.h"

namespace tandem::lsp {
namespace {

constexpr std::string_view kQuickFix = "quickfix";
constexpr std::string_view kFixAll = "source.fixAll.tandem";

// Kinds are words with dots, and asking for one asks for those below it.
bool wants(const json::Value& params, std::string_view kind) {
  const json::Value* only = at(params, {"context", "only"});
  if (only == nullptr || !only->is_array()) return true;
  return std::ranges::any_of(only->get_array(), [&](const json::Value& word) {
    if (!word.is_string()) return false;
    const std::string_view wanted(word.get_string());
    return wanted.empty() || kind == wanted ||
           (kind.starts_with(wanted) && kind.substr(wanted.size()).starts_with('.'));
  });
}

bool touch(source::Range a, source::Range b) {
  return a.file == b.file && a.begin <= b.end && b.begin <= a.end;
}

json::Value quick_fix(const diag::Finding& finding, const View& view, const Client& client) {
  json::Object action{{"title", finding.repair->words},
                      {"kind", kQuickFix},
                      {"diagnostics", json::Array{to_json(finding, view.locations, client)}},
                      {"edit", workspace_edit(finding.repair->edits, view.locations, client)}};
  if (finding.repair->confidence == diag::Confidence::Sure) action["isPreferred"] = true;
  return action;
}

// The part of a file that differs, as one edit.
std::optional<diag::Edit> difference(source::FileId file, std::string_view before, const std::string& after) {
  if (before == after) return std::nullopt;
  TextDocument document{std::string(before), 0};
  const TextEdit edit = document.replace_all(after);
  return diag::Edit{{file, static_cast<std::uint32_t>(edit.begin), static_cast<std::uint32_t>(edit.end)},
                    after.substr(edit.begin, edit.inserted)};
}

std::optional<json::Value> fix_all(const View& view, const Client& client) {
  const auto is_sure = [](const diag::Finding& finding) {
    return finding.repair && finding.repair->confidence == diag::Confidence::Sure && !finding.repair->edits.empty();
  };
  if (std::ranges::none_of(view.compiled.findings.all(), is_sure)) return std::nullopt;
  const auto repaired =
      agreement::repair(view.compiled.bundle, {.depth = agreement::Depth::Text}, diag::Confidence::Sure);
  std::vector<diag::Edit> edits;
  for (std::size_t i = 0; i < view.compiled.sources.size(); ++i) {
    const auto file = static_cast<source::FileId>(i);
    const auto changed = repaired.bundle.files.find(std::string(view.compiled.sources.name(file)));
    if (changed == repaired.bundle.files.end()) continue;
    if (auto edit = difference(file, view.compiled.sources.text(file), changed->second))
      edits.push_back(*std::move(edit));
  }
  if (edits.empty()) return std::nullopt;
  return json::Object{{"title", fmt::format("make every sure repair ({})", repaired.done.size())},
                      {"kind", kFixAll},
                      {"edit", workspace_edit(edits, view.locations, client)}};
}

}  // namespace

json::Value code_actions(const View& view, const json::Value& params, const Client& client) {
  json::Array all;
  const auto span = span_in(at(params, {"range"}));
  if (!span || !client.action_literals) return all;
  const source::Range range{view.file, view.locations.offset(view.file, span->start),
                            view.locations.offset(view.file, span->end)};
  if (wants(params, kQuickFix)) {
    for (const diag::Finding* finding : findings_of(view.studied)) {
      const bool has_edits = finding->repair && !finding->repair->edits.empty();
      if (has_edits && touch(finding->at, range)) all.push_back(quick_fix(*finding, view, client));
    }
  }
  if (wants(params, kFixAll)) {
    if (auto action = fix_all(view, client)) all.push_back(*std::move(action));
  }
  return all;
}

}  // namespace tandem::lsp
