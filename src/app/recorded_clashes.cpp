#include "app/recorded_clashes.h"

namespace tandem::app {
namespace {

base::Result<bool> is_hidden(Store& store, const ClashReader& reader, std::uint64_t number) {
  const desk::EngagementName& engagement = reader.membership.engagement;
  TANDEM_TRY(const auto id, store.find_number(engagement, number));
  if (!id) return false;
  TANDEM_TRY(const auto ticket, store.ticket(engagement, *id));
  return ticket && hides_other(reader.caller, reader.membership, *ticket, reader.policy);
}

}  // namespace

base::Result<bool> hide_clashes(Store& store, const ClashReader& reader, std::vector<desk::ChangeFinding>& findings) {
  bool any = false;
  for (desk::ChangeFinding& finding : findings) {
    if (finding.number == 0) continue;
    TANDEM_TRY(const bool hidden, is_hidden(store, reader, finding.number));
    if (!hidden) continue;
    finding.text = "what it touches was touched by confidential work at the same time";
    finding.number = 0;
    any = true;
  }
  return any;
}

base::Result<bool> hide_clashes(Store& store, const ClashReader& reader, desk::Event& event) {
  auto* approved = std::get_if<desk::ChangeApproved>(&event.data);
  return approved == nullptr ? base::Result<bool>(false) : hide_clashes(store, reader, approved->findings);
}

}  // namespace tandem::app
