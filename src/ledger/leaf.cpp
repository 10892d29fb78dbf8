#include "ledger/leaf.h"

#include "base/check.h"

namespace tandem::ledger {

std::string leaf_bytes(const Leaf& leaf) {
  TANDEM_ENSURE(!leaf.engagement.contains('\n') && !leaf.ticket.contains('\n'));
  return fmt::format("tandem-event/1\n{}\n{}\n{}\n{}", leaf.engagement, leaf.ticket, leaf.version, leaf.record);
}

Hash leaf_hash(const Leaf& leaf) {
  return leaf_hash(leaf_bytes(leaf));
}

}  // namespace tandem::ledger
