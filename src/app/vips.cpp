#include "app/vips.h"

#include "app/entry.h"

namespace tandem::app {
namespace {

std::unexpected<Failure> no_vip() {
  return not_found("there is no such VIP in the register");
}

}  // namespace

struct Vips::Scope {
  const Caller& caller;
  const MembershipRecord& membership;
  std::shared_ptr<const Engagement> engagement;

  [[nodiscard]] bool may_keep() const { return may_keep_vips(membership, *engagement->policy); }
};

Outcome<Vips::Scope> Vips::enter(const Caller& caller, const desk::EngagementName& engagement) const {
  auto entry = enter_engagement(caller, *engagements_, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, found] = *entry;
  if (!may_read_vips(*membership)) return forbidden("the register of VIPs is for the two teams");
  return Scope{.caller = caller, .membership = *membership, .engagement = std::move(found)};
}

Outcome<Vips::Scope> Vips::enter_to_keep(const Caller& caller, const desk::EngagementName& engagement) const {
  auto scope = enter(caller, engagement);
  if (scope && !scope->may_keep()) {
    return forbidden("whoever leads a team of either side keeps the register of VIPs");
  }
  return scope;
}

Signature Vips::sign(const Scope& scope) const {
  return {.account = scope.caller.account,
          .person = scope.membership.person,
          .display = actor_of(scope.caller, scope.membership, *scope.engagement->policy).display,
          .at = clock_->now()};
}

Outcome<VipRegister> Vips::list(const Caller& caller, const desk::EngagementName& engagement,
                                VipHistory history) const {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto vips = store_->vips(engagement, history);
  if (!vips) return failed(vips.error());
  return VipRegister{.vips = *std::move(vips), .may_keep = scope->may_keep()};
}

Outcome<VipRecord> Vips::add(const Caller& caller, const desk::EngagementName& engagement, NewVip vip) {
  const auto scope = enter_to_keep(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  if (!desk::is_address(vip.email)) return invalid("/email", "is no address that a requester could have");
  VipRecord record{.id = VipId(ids_->next(clock_->now().unix_ms())),
                   .engagement = scope->engagement->record.name,
                   .email = desk::plain_address(std::move(vip.email)),
                   .name = std::move(vip.name),
                   .note = std::move(vip.note),
                   .added = sign(*scope)};
  if (record.name.empty()) record.name = record.email;
  enum class Found : std::uint8_t { Nothing, Address, TooMany };
  Found found = Found::Nothing;
  const auto written = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    found = Found::Nothing;
    TANDEM_TRY(const auto there, tx.find_vip(record.engagement, record.email));
    if (there) {
      found = Found::Address;
      return {};
    }
    TANDEM_TRY(const auto known, tx.vips(record.engagement));
    if (known.size() >= kMaxVips) {
      found = Found::TooMany;
      return {};
    }
    return tx.add_vip(record);
  });
  if (!written) return failed(written.error());
  switch (found) {
    case Found::Nothing: return record;
    case Found::Address: return invalid("/email", fmt::format("`{}` is in the register already", record.email));
    case Found::TooMany:
      return invalid("", fmt::format("there are {} VIPs: take some out before you add more", kMaxVips));
  }
  return record;
}

Outcome<> Vips::remove(const Caller& caller, const desk::EngagementName& engagement, std::string_view id) {
  const auto scope = enter_to_keep(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto wanted = VipId::parse(id);
  if (!wanted) return no_vip();
  const Signature removed = sign(*scope);
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.remove_vip(engagement, *wanted, removed); });
  if (written) return {};
  // One that was taken out before is not in the register either.
  if (written.error().code == base::ErrorCode::Conflict || written.error().code == base::ErrorCode::NotFound)
    return no_vip();
  return failed(written.error());
}

}  // namespace tandem::app
