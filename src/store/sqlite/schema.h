// The database's shape and its history: numbered migrations that only go forward, each in its own transaction.
//
//   migrate(connection, path)      // a new file gets everything, an old one what it lacks
//
// A file made by a newer Tandem is Unsupported, one made by another program is BadInput: neither is touched.
#pragma once

#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

[[nodiscard]] base::Result<void> migrate(Connection& connection, const std::string& path);
[[nodiscard]] int newest_schema();

}  // namespace tandem::store::sqlite
