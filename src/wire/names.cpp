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

std::string to_text(const policy::TargetTime& target) {
  const bool whole_hours = target.minutes >= 60 && target.minutes % 60 == 0;
  const std::int64_t amount = whole_hours ? target.minutes / 60 : target.minutes;
  const std::string_view plural = amount == 1 ? "" : "s";
  const std::string_view business = target.unit == policy::TargetTime::Unit::Business ? "business " : "";
  if (whole_hours) return fmt::format("{} {}hour{}", amount, business, plural);
  return fmt::format("{} {}min", amount, business);
}

}  // namespace tandem::wire
