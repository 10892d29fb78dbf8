// Read tables from nothing but the events, in one transaction: either all are new or all are as before.
#pragma once

#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// Returns how many events were read. REQUIRES: no transaction is open on the connection.
[[nodiscard]] base::Result<std::uint64_t> rebuild_read_tables(Connection& connection);
[[nodiscard]] base::Result<std::string> dump_read_tables(Connection& connection);

}  // namespace tandem::store::sqlite
