// The ledgers in the database: one row a leaf, with the hashes of the complete subtrees that end with it, so that an
// append writes one row and a proof reads O(log n) of them.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/store.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// Adds leaves within one transaction of the database, which only the writer has. The right edge of each log is read
// once and then kept up to date; it must be forgotten when the transaction ends or is taken back, for then others may
// write.
class LedgerTails {
 public:
  struct Event {
    app::Position position = 0;
    const desk::EngagementName& name;
    std::string_view ticket;  // the id's text
    std::uint32_t version = 0;
    std::string_view record;
  };
  // Corrupt when the log's right edge is damaged.
  [[nodiscard]] base::Result<void> append(Connection& connection, std::int64_t engagement, const Event& event);
  void forget() { tails_.clear(); }

 private:
  std::map<std::int64_t, ledger::Frontier> tails_;
};

[[nodiscard]] base::Result<std::uint64_t> read_ledger_size(Connection& connection, std::int64_t engagement);
[[nodiscard]] base::Result<std::vector<ledger::Hash>> read_ledger_nodes(Connection& connection, std::int64_t engagement,
                                                                        std::span<const ledger::NodeAt> nodes);
[[nodiscard]] base::Result<std::optional<app::LedgerRow>> find_ledger_leaf(Connection& connection,
                                                                           std::int64_t engagement,
                                                                           desk::TicketId ticket,
                                                                           std::uint32_t version);
[[nodiscard]] base::Result<std::vector<app::LedgerRow>> read_ledger_rows(Connection& connection,
                                                                         std::int64_t engagement, std::uint64_t from,
                                                                         std::size_t limit);
[[nodiscard]] base::Result<std::vector<app::StrayEvent>> read_stray_events(Connection& connection,
                                                                           std::int64_t engagement, std::size_t limit);

// Makes the ledgers from the events: adds the leaves that are missing, and answers Corrupt where one that is there says
// something else. REQUIRES: a transaction.
[[nodiscard]] base::Result<void> complete_ledgers(Connection& connection);

}  // namespace tandem::store::sqlite
