#include "wire/names.h"

namespace tandem::wire {

std::string_view to_text(app::Role role) {
  switch (role) {
    case app::Role::Member: return "member";
    case app::Role::Requester: return "requester";
    case app::Role::Auditor: return "auditor";
  }
  return "requester";
}

std::string_view to_text(policy::PartyKind kind) {
  switch (kind) {
    case policy::PartyKind::Client: return "client";
    case policy::PartyKind::Provider: return "provider";
    case policy::PartyKind::Vendor: return "vendor";
  }
  return "client";
}

}  // namespace tandem::wire
