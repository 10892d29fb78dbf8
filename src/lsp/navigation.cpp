#include "lsp/navigation.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "lsp/rpc.h"

namespace tandem::lsp {
namespace {

const agreement::Inclusion* inclusion_at(const View& view) {
  for (const auto& inclusion : view.index()->inclusions) {
    if (inclusion.at.file == view.file && inclusion.at.begin <= view.offset && view.offset <= inclusion.at.end) {
      return &inclusion;
    }
  }
  return nullptr;
}

}  // namespace

std::vector<agreement::SymbolId> symbols_at(const View& view) {
  std::vector<agreement::SymbolId> used;
  std::vector<agreement::SymbolId> declared;
  if (view.index() == nullptr) return used;
  for (const auto* seen : view.index()->symbols.at(view.file, view.offset)) {
    (seen->declares ? declared : used).push_back(seen->symbol);
  }
  used.insert(used.end(), declared.begin(), declared.end());
  return used;
}

json::Value definition(const View& view) {
  if (view.index() == nullptr) return nullptr;
  if (const auto* inclusion = inclusion_at(view)) {
    return view.locations.location({inclusion->file, 0, 0});
  }
  const auto symbols = symbols_at(view);
  if (symbols.empty()) return nullptr;
  return view.locations.location(view.index()->symbols.symbol(symbols.front()).declared);
}

json::Value references(const View& view, Declarations declarations) {
  if (view.index() == nullptr) return nullptr;
  std::set<source::Range> places;
  for (const auto symbol : symbols_at(view)) {
    for (const auto* seen : view.index()->symbols.occurrences(symbol)) {
      if (declarations == Declarations::Include || !seen->declares) places.insert(seen->at);
    }
  }
  json::Array all;
  for (const auto place : places) all.push_back(view.locations.location(place));
  return all;
}

json::Value highlights(const View& view) {
  if (view.index() == nullptr) return nullptr;
  constexpr int kRead = 2;
  constexpr int kWrite = 3;
  json::Array all;
  for (const auto symbol : symbols_at(view)) {
    for (const auto* seen : view.index()->symbols.occurrences(symbol)) {
      if (seen->at.file != view.file) continue;
      all.push_back(
          json::Object{{"range", to_json(view.locations.span(seen->at))}, {"kind", seen->declares ? kWrite : kRead}});
    }
  }
  return all;
}

json::Value links(const View& view) {
  json::Array all;
  if (view.index() == nullptr) return all;
  for (const auto& inclusion : view.index()->inclusions) {
    if (inclusion.at.file != view.file) continue;
    all.push_back(json::Object{{"range", to_json(view.locations.span(inclusion.at))},
                               {"target", view.locations.uri(inclusion.file)}});
  }
  return all;
}

}  // namespace tandem::lsp
