// The list of assets that `tandem check --assets` is given: a spreadsheet file whose first row names the columns.
//
//   TANDEM_TRY(const auto assets, read_asset_list("assets.csv"));
//
// Columns are `name` and `class` (also `asset_class`), in any order and among others. Errors are for whoever gave the
// file: it cannot be read, or lacks a column.
#pragma once

#include <string>

#include "agreement/assets.h"
#include "base/error.h"

namespace tandem::cli {

[[nodiscard]] base::Result<agreement::AssetList> read_asset_list(const std::string& path);

}  // namespace tandem::cli
