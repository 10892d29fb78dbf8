#include "app/vips.h"

#include "app/shared_settings.h"
#include "base/plain_text.h"
#include "base/utf8.h"

namespace tandem::app {

template <>
struct SettingKind<VipRecord> {
  static constexpr std::string_view kOne = "VIP";
  static constexpr std::string_view kMany = "VIPs";
  static constexpr std::size_t kMost = kMaxVips;
  static const VipId& id(const VipRecord& vip) { return vip.id; }
  static const desk::EngagementName& engagement(const VipRecord& vip) { return vip.engagement; }
  static auto& changed(auto& vip) { return vip.added; }
  static auto all(WriteTransaction& tx, const desk::EngagementName& engagement) { return tx.vips(engagement); }
};

namespace {

bool may_read(const AuthorScope& scope) {
  return scope.membership == nullptr || may_read_vips(*scope.membership);
}
bool may_keep(const AuthorScope& scope) {
  return scope.membership == nullptr || may_keep_vips(*scope.membership, scope.policy());
}

// All that is wrong with the words.
std::vector<FieldProblem> faults_of(const NewVip& vip) {
  std::vector<FieldProblem> problems;
  const auto is_plain = [](const std::string& text) {
    return !base::find_bad_utf8(text) && base::plain_line(text) == text;
  };
  if (!is_plain(vip.email) || !desk::is_address(vip.email))
    problems.push_back({"/email", "is no address that a requester could have"});
  const auto check = [&](const char* pointer, const std::string& text) {
    if (!is_plain(text)) {
      problems.push_back({pointer, "is one line of what can be seen"});
    } else if (base::count_code_points(text) > kMaxVipText) {
      problems.push_back({pointer, fmt::format("has at most {} characters", kMaxVipText)});
    }
  };
  check("/name", vip.name);
  check("/note", vip.note);
  return problems;
}

}  // namespace

Outcome<AuthorScope> Vips::enter(const Author& author, const desk::EngagementName& engagement) const {
  auto scope = enter_as(author, *engagements_, engagement, clock_->now());
  if (scope && !may_read(*scope)) return forbidden("the register of VIPs is for the two teams");
  return scope;
}

Outcome<AuthorScope> Vips::enter_to_keep(const Author& author, const desk::EngagementName& engagement) const {
  auto scope = enter(author, engagement);
  if (scope && !may_keep(*scope)) return forbidden("whoever leads a team of either side keeps the register of VIPs");
  return scope;
}

Outcome<VipRegister> Vips::list(const Author& author, const desk::EngagementName& engagement,
                                VipHistory history) const {
  const auto scope = enter(author, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto vips = store_->vips(engagement, history);
  if (!vips) return failed(vips.error());
  return VipRegister{.vips = *std::move(vips), .may_keep = may_keep(*scope)};
}

Outcome<VipRecord> Vips::add(const Author& author, const desk::EngagementName& engagement, NewVip vip) {
  const auto scope = enter_to_keep(author, engagement);
  if (!scope) return std::unexpected(scope.error());
  if (auto problems = faults_of(vip); !problems.empty()) return invalid(std::move(problems));
  VipRecord record{.id = VipId(ids_->next(scope->signature.at.unix_ms())),
                   .engagement = scope->name(),
                   .email = desk::plain_address(std::move(vip.email)),
                   .name = std::move(vip.name),
                   .note = std::move(vip.note),
                   .added = scope->signature};
  if (record.name.empty()) record.name = record.email;
  Outcome<VipRecord> outcome = record;
  const auto written = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    outcome = record;
    TANDEM_TRY(const auto there, tx.find_vip(record.engagement, record.email));
    if (there) {
      outcome = invalid("/email", "is in the register already");
      return {};
    }
    return add_to<VipRecord>(tx, record.engagement, outcome, [&] { return tx.add_vip(record); });
  });
  if (!written) return failed(written.error());
  return outcome;
}

Outcome<> Vips::remove(const Author& author, const desk::EngagementName& engagement, std::string_view id,
                       const std::optional<base::Instant>& seen) {
  const auto scope = enter_to_keep(author, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto wanted = VipId::parse(id);
  if (!wanted) return no_setting<VipRecord>();
  return with_setting<VipRecord>(
      *store_, scope->name(), *wanted, seen, [](const VipRecord& /*there*/) { return true; },
      [&](WriteTransaction& tx, const VipRecord& there) {
        return tx.remove_vip(there.engagement, there.id, scope->signature);
      });
}

}  // namespace tandem::app
