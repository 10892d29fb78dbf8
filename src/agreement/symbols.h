// Where every name of an agreement is declared and used. The binder fills it where it declares and resolves names, so
// that an editor finds exactly what the compiler found.
//
//   const Symbols& symbols = compiled.index->symbols;
//   for (const Occurrence* seen : symbols.at(file, offset)) symbols.symbol(seen->symbol).name;      // "desk"
//   symbols.occurrences(*symbols.find(Space::Team, "desk"));                                        // in text order
//
// A place may be of several names: the key of an escalation path is that path's declaration and names its priority.
// Single-threaded until settle(); const use is safe from many threads afterwards.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "agreement/names.h"

namespace tandem::agreement {

enum class SymbolId : std::uint32_t {};

struct Symbol {
  Space space;
  std::string name;          // "desk", "backup.monitoring"
  source::Range declared{};  // the key or word that declares it
};

struct Occurrence {
  source::Range at{};  // the letters of the name, without quotes; a declaration of `backup.monitoring`: `monitoring`
  SymbolId symbol{};
  bool declares = false;
};

// Where the letters of `name` stand within a scalar at `at`: all of it, or what is between its quotes. Nothing when the
// text is written in another way (with escapes, over several lines).
[[nodiscard]] std::optional<source::Range> letters_of(std::string_view name, source::Range at);

class Symbols {
 public:
  // REQUIRES: before settle(); for refer(), that the name has been declared.
  void declare(Space space, std::string_view name, source::Range at);
  void refer(Space space, std::string_view name, source::Range at);
  void settle();

  [[nodiscard]] std::span<const Symbol> all() const { return symbols_; }
  [[nodiscard]] const Symbol& symbol(SymbolId id) const { return symbols_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] std::optional<SymbolId> find(Space space, std::string_view name) const;
  // Those at `offset`, also right behind their last letter, as a cursor stands there. O(log occurrences).
  [[nodiscard]] std::vector<const Occurrence*> at(source::FileId file, std::uint32_t offset) const;
  // Declarations and references, in the order of the text.
  [[nodiscard]] std::vector<const Occurrence*> occurrences(SymbolId id) const;

 private:
  std::vector<Symbol> symbols_;
  std::array<std::unordered_map<std::string, SymbolId>, kSpaces> ids_;
  std::vector<Occurrence> occurrences_;
  std::vector<std::vector<std::uint32_t>> of_;  // by symbol: positions in occurrences_
};

}  // namespace tandem::agreement
