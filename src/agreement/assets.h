// A list of assets from elsewhere, held against the classes that an agreement declares (`asset-without-class`).
//
//   options.assets = AssetList{.file = "assets.csv", .text = text, .rows = {{.name = {"prn-3", {12, 17}}, …}}};
//
// The text is kept for the excerpts of findings. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tandem::agreement {

// What a cell says and where in the list's text that is: a half-open range of bytes.
struct AssetCell {
  std::string text{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct AssetRow {
  AssetCell name;         // how people call it
  AssetCell asset_class;  // as it is written there, such as "Teller station"; empty: it has none
};

struct AssetList {
  std::string file;  // as people see it
  std::string text;
  std::vector<AssetRow> rows;
};

}  // namespace tandem::agreement
