// A YAML text as a tree with exact ranges. Every scalar is text: the binder, not YAML, decides what `no` or `012`
// means. Accepts YAML 1.2 without anchors, aliases, tags, merge keys, directives and second documents.
//
//   const auto root = yaml::parse(sources, file, findings);   // empty when the text is not YAML; findings say why
//   if (const Entry* name = root->find("name")) …
//
// Knows no domain. Home of libyaml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diag/finding.h"
#include "source/source_map.h"

namespace tandem::yaml {

// How a scalar was written. A plain empty scalar (`key:` with nothing behind it) is Absent.
enum class Style { Plain, Quoted, Block, Absent };

struct Entry;
struct Node;

struct Scalar {
  std::string text;
  Style style = Style::Plain;
};
struct List {
  std::vector<Node> items;
};
struct Map {
  std::vector<Entry> entries;  // in the order of the text; keys are unique
  bool bracketed = false;      // written with { }
  std::uint32_t indent = 0;    // of a map without braces: the column of its first key, from 0
};

struct Node {
  source::Range range;  // of block collections: from the first child's begin to the last child's end
  std::variant<Scalar, List, Map> value;

  [[nodiscard]] const Scalar* scalar() const { return std::get_if<Scalar>(&value); }
  [[nodiscard]] const List* list() const { return std::get_if<List>(&value); }
  [[nodiscard]] const Map* map() const { return std::get_if<Map>(&value); }
  // In a map: the entry under `key`, else null. Linear.
  [[nodiscard]] const Entry* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  source::Range key_range;
  Node value;
};

struct Limits {
  std::size_t bytes = 4 * 1024 * 1024;
  std::size_t depth = 64;
  std::size_t nodes = 1'000'000;
};

// Reads one document. Faults become findings (`syntax`, `duplicate-key`, `too-large`) with their place; after a
// `duplicate-key` the first entry is kept and reading goes on. Returns nothing when no tree could be made.
[[nodiscard]] std::optional<Node> parse(const source::SourceMap& sources, source::FileId file, diag::Findings& findings,
                                        const Limits& limits = {});

}  // namespace tandem::yaml
