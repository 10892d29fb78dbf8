#include "app/engagements.h"

#include <cctype>

#include "app/agreement_record.h"
#include "app/agreement_seal.h"
#include "app/recorded_leave.h"
#include "base/log.h"

namespace tandem::app {
namespace {

constexpr std::size_t kMaxPrefix = 6;

// The agreement's policy itself when there is no leave to add.
base::Result<std::shared_ptr<const policy::Policy>> with_leave(const std::shared_ptr<const policy::Policy>& agreed,
                                                               const std::vector<LeaveRecord>& leave) {
  if (leave.empty()) return agreed;
  TANDEM_TRY(auto spec, with_recorded_leave(agreed->spec(), leave));
  return policy::Policy::make(std::move(spec));
}

// Null when it has errors.
std::shared_ptr<const policy::Policy> compiled(const AgreementVersion& version) {
  const agreement::Bundle bundle{.root = version.root, .files = version.files};
  return agreement::compile_bundle(bundle, {.version = version.version, .rehearsal = agreement::Rehearsal::Skip})
      .policy;
}

base::Result<std::shared_ptr<const policy::Policy>> compiled_in_force(const EngagementRecord& record) {
  if (auto policy = compiled(record.agreement)) return policy;
  return base::fail(base::ErrorCode::Corrupt,
                    fmt::format("the stored agreement of `{}` (version {}) does not compile with this Tandem; export "
                                "it and run `tandem check` on it to see why",
                                record.name.text(), record.agreement.version));
}

// Compiled when a ticket of its time is first read; where that fails, `next` stands in.
desk::VersionPolicy policy_of_earlier(const desk::EngagementName& name, AgreementVersion version,
                                      desk::VersionPolicy next) {
  return desk::VersionPolicy([name, version = std::move(version), next = std::move(next)] {
    auto policy = compiled(version);
    if (policy) {
      tell_of_broken_seal(name, version, policy->spec());
      return policy;
    }
    policy = next.shared();
    base::log_warn("agreement-version-unreadable",
                   {{"engagement", name.text()}, {"version", version.version}, {"stands_in", policy->spec().version}});
    return policy;
  });
}

// A version counts from where the one before it does at the earliest: clocks of machines step back.
void add_version(std::vector<desk::AgreementInForce>& versions, const AgreementVersion& version,
                 desk::VersionPolicy policy) {
  const auto from = versions.empty() ? version.in_force_from : std::max(version.in_force_from, versions.back().from);
  versions.push_back({.from = from, .version = version.version, .policy = std::move(policy)});
}

// The versions of `stored`, the oldest first, before the one in force.
std::vector<desk::AgreementInForce> earlier_versions(const EngagementRecord& record,
                                                     std::vector<AgreementVersion> stored,
                                                     const desk::VersionPolicy& in_force) {
  std::erase_if(stored, [&](const auto& each) { return each.version >= record.agreement.version; });
  std::vector<desk::AgreementInForce> versions;
  for (const AgreementVersion& version : stored) add_version(versions, version, in_force);
  desk::VersionPolicy next = in_force;
  for (std::size_t i = stored.size(); i-- > 0;) {
    next = policy_of_earlier(record.name, std::move(stored[i]), next);
    versions[i].policy = next;
  }
  return versions;
}

// Under record.agreement. `earlier`: the versions before it.
base::Result<Engagement> under(EngagementRecord record, std::shared_ptr<const policy::Policy> agreed,
                               std::vector<desk::AgreementInForce> earlier, std::vector<LeaveRecord> leave) {
  add_version(earlier, record.agreement, agreed);
  TANDEM_TRY(auto policy, with_leave(agreed, leave));
  return Engagement{.record = std::move(record),
                    .policy = std::move(policy),
                    .agreed = std::move(agreed),
                    .leave = std::move(leave),
                    .versions = std::move(earlier),
                    .next = nullptr};
}

// Of the versions, the oldest first, the one that is in force; the first, where none is yet.
std::size_t position_in_force(const std::vector<AgreementVersion>& versions, base::Instant now) {
  std::size_t found = 0;
  for (std::size_t i = 1; i < versions.size(); ++i) {
    if (versions[i].in_force_from <= now) found = i;
  }
  return found;
}

// What comes after `now_in_force`, one behind the other. A version that cannot be read never comes into force here: the
// one before it stays, and the log says so.
base::Result<std::shared_ptr<const Engagement>> with_next(Engagement now_in_force,
                                                          std::span<const AgreementVersion> to_come) {
  std::vector<Engagement> chain;
  chain.push_back(std::move(now_in_force));
  for (const AgreementVersion& version : to_come) {
    auto agreed = compiled(version);
    if (!agreed) {
      base::log_error("agreement-version-unreadable", {{"engagement", chain.front().record.name.text()},
                                                       {"version", version.version},
                                                       {"stands_in", chain.back().record.agreement.version}});
      continue;
    }
    EngagementRecord record = chain.back().record;
    record.agreement = version;
    tell_of_broken_seal(record.name, version, agreed->spec());
    TANDEM_TRY(auto later, under(std::move(record), std::move(agreed), chain.back().versions, chain.back().leave));
    chain.push_back(std::move(later));
  }
  std::shared_ptr<const Engagement> next;
  for (Engagement& each : chain | std::views::reverse) {
    each.next = std::move(next);
    next = std::make_shared<const Engagement>(std::move(each));
  }
  return next;
}

std::shared_ptr<const Engagement> at_instant(std::shared_ptr<const Engagement> engagement, base::Instant now) {
  while (engagement->next && engagement->next->in_force_from() <= now) engagement = engagement->next;
  return engagement;
}

// The same under other leave, now and later.
base::Result<std::shared_ptr<const Engagement>> with_other_leave(const Engagement& engagement,
                                                                 const std::vector<LeaveRecord>& leave) {
  Engagement other = engagement;
  if (engagement.next) {
    TANDEM_TRY(other.next, with_other_leave(*engagement.next, leave));
  }
  TANDEM_TRY(other.policy, with_leave(other.agreed, leave));
  other.leave = leave;
  return std::make_shared<const Engagement>(std::move(other));
}

std::optional<std::uint64_t> parse_digits(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
  return number;
}

}  // namespace

std::string number_prefix(const desk::EngagementName& name) {
  std::string prefix;
  for (const auto part : std::views::split(name.text(), '-')) {
    const std::string_view word(part.begin(), part.end());
    const std::size_t take = word.size() <= 3 ? word.size() : 1;
    for (const char c : word.substr(0, take)) prefix += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return prefix.substr(0, kMaxPrefix);
}

std::optional<std::uint64_t> parse_number(std::string_view text, std::string_view prefix) {
  if (const auto number = parse_prefixed_number(text, prefix)) return number;
  return parse_digits(text);
}

std::optional<std::uint64_t> parse_prefixed_number(std::string_view text, std::string_view prefix) {
  const auto same_letter = [](char a, char b) {
    return std::toupper(static_cast<unsigned char>(a)) == std::toupper(static_cast<unsigned char>(b));
  };
  const bool has_prefix = text.size() > prefix.size() && text[prefix.size()] == '-' &&
                          std::ranges::equal(text.substr(0, prefix.size()), prefix, same_letter);
  return has_prefix ? parse_digits(text.substr(prefix.size() + 1)) : std::nullopt;
}

std::string format_number(std::string_view prefix, std::uint64_t number) {
  return fmt::format("{}-{}", prefix, number);
}

base::Result<std::shared_ptr<const Engagement>> Engagements::read_engagement(EngagementRecord record) const {
  const auto name = record.name;
  TANDEM_TRY(auto stored, store_->agreements(name));
  TANDEM_TRY(auto leave, store_->leave(name, LeaveHistory::InForce));
  const std::size_t current = position_in_force(stored, clock_->now());
  record.agreement = stored.at(current);
  TANDEM_TRY(auto agreed, compiled_in_force(record));
  tell_of_broken_seal(name, record.agreement, agreed->spec());
  const std::vector<AgreementVersion> to_come(stored.begin() + static_cast<std::ptrdiff_t>(current) + 1, stored.end());
  auto earlier = earlier_versions(record, std::move(stored), agreed);
  TANDEM_TRY(auto engagement, under(std::move(record), std::move(agreed), std::move(earlier), std::move(leave)));
  return with_next(std::move(engagement), to_come);
}

base::Result<void> Engagements::load() {
  const std::scoped_lock one_change(changing_);
  TANDEM_TRY(leave_changes_seen_, store_->leave_changes());
  TANDEM_TRY(auto records, store_->engagements());
  auto snapshot = std::make_shared<Snapshot>();
  for (EngagementRecord& record : records) {
    TANDEM_TRY(auto engagement, read_engagement(std::move(record)));
    const auto name = engagement->record.name;
    snapshot->emplace(name, std::move(engagement));
  }
  const std::scoped_lock lock(mutex_);
  snapshot_ = std::move(snapshot);
  return {};
}

std::shared_ptr<const Engagement> Engagements::find(const desk::EngagementName& name) const {
  auto engagement = as_read(name);
  return engagement ? at_instant(std::move(engagement), clock_->now()) : nullptr;
}

std::shared_ptr<const Engagement> Engagements::as_read(const desk::EngagementName& name) const {
  const std::scoped_lock lock(mutex_);
  const auto found = snapshot_->find(name);
  return found == snapshot_->end() ? nullptr : found->second;
}

base::Result<void> Engagements::take_up_agreement(const desk::EngagementName& name) {
  const std::scoped_lock one_change(changing_);
  const auto known = as_read(name);
  if (!known) return base::fail(base::ErrorCode::NotFound, fmt::format("there is no engagement `{}`", name.text()));
  TANDEM_TRY(auto engagement, read_engagement(known->record));
  put(std::move(engagement));
  return {};
}

base::Result<void> Engagements::take_up_agreements() {
  const std::scoped_lock one_change(changing_);
  TANDEM_TRY(auto records, store_->engagements());
  for (EngagementRecord& record : records) {
    auto known = as_read(record.name);
    while (known && known->next) known = known->next;
    if (known && known->record.agreement.version == record.agreement.version) continue;
    TANDEM_TRY(auto engagement, read_engagement(std::move(record)));
    put(std::move(engagement));
  }
  return {};
}

base::Result<void> Engagements::take_up_leave(const desk::EngagementName& name) {
  bool has_changed = false;
  {
    const std::scoped_lock one_change(changing_);
    TANDEM_TRY(has_changed, read_leave(name));
  }
  if (has_changed && observer_) observer_(name);
  return {};
}

base::Result<void> Engagements::take_up_leave() {
  std::vector<desk::EngagementName> changed;
  {
    const std::scoped_lock one_change(changing_);
    // Read first: what is written in between is read now or leads to another look.
    TANDEM_TRY(const auto changes, store_->leave_changes());
    if (leave_changes_seen_ == changes) return {};
    for (const auto& engagement : all()) {
      TANDEM_TRY(const bool has_changed, read_leave(engagement->record.name));
      if (has_changed) changed.push_back(engagement->record.name);
    }
    leave_changes_seen_ = changes;
  }
  if (!observer_) return {};
  for (const auto& name : changed) observer_(name);
  return {};
}

// False when it is as it was.
base::Result<bool> Engagements::read_leave(const desk::EngagementName& name) {
  const auto known = as_read(name);
  if (!known) return false;
  TANDEM_TRY(const auto leave, store_->leave(name, LeaveHistory::InForce));
  if (leave == known->leave) return false;
  TANDEM_TRY(auto other, with_other_leave(*known, leave));
  put(std::move(other));
  return true;
}

void Engagements::put(std::shared_ptr<const Engagement> engagement) {
  const std::scoped_lock lock(mutex_);
  auto snapshot = std::make_shared<Snapshot>(*snapshot_);
  const auto name = engagement->record.name;
  snapshot->insert_or_assign(name, std::move(engagement));
  snapshot_ = std::move(snapshot);
}

std::vector<std::shared_ptr<const Engagement>> Engagements::all() const {
  const auto now = clock_->now();
  const std::scoped_lock lock(mutex_);
  std::vector<std::shared_ptr<const Engagement>> engagements;
  for (const auto& [name, engagement] : *snapshot_) engagements.push_back(at_instant(engagement, now));
  return engagements;
}

// Of a new engagement, its own; of several that would have the same, one with a number.
std::string Engagements::free_prefix(const desk::EngagementName& name) const {
  const auto others = all();
  const auto is_taken = [&](const std::string& prefix) {
    return std::ranges::any_of(others, [&](const auto& other) { return other->record.prefix == prefix; });
  };
  const std::string wanted = number_prefix(name);
  std::string prefix = wanted;
  for (int n = 2; is_taken(prefix); ++n) prefix = fmt::format("{}{}", wanted, n);
  return prefix;
}

base::Result<Engagements::Adopted> Engagements::adopt(const agreement::Bundle& bundle, base::Instant now) {
  const auto checked = agreement::compile_bundle(bundle, {.today = std::nullopt, .version = 1});
  if (!checked.policy)
    return base::fail(base::ErrorCode::BadInput, "the agreement has errors: run `tandem check` on it");
  const policy::Spec& spec = checked.policy->spec();
  const desk::EngagementName name(spec.engagement);
  const std::scoped_lock one_change(changing_);

  const auto known = as_read(name);
  EngagementRecord record{
      .name = name, .display = spec.name, .prefix = free_prefix(name), .created_at = now, .agreement = {}};
  if (known) record = known->record;
  TANDEM_TRY(const auto versions, store_->agreements(name));
  const desk::Actor administrator{
      .kind = desk::ActorKind::System, .person = {}, .party = {}, .display = "command line", .email = {}};
  Adopted adopted;
  auto written = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    adopted = {};
    TANDEM_TRY(const auto stored, tx.agreement_events(name));
    TANDEM_TRY(auto life, read_agreement_life(stored, versions));
    const auto decision = desk::decide(life, desk::AdoptText{identify(bundle.root, bundle.files)},
                                       {.policy = nullptr, .now = now, .actor = administrator});
    const auto* events = std::get_if<desk::AgreementEvents>(&decision);
    if (events == nullptr) {
      adopted.is_new = false;  // the only thing that an administrator is refused
      return {};
    }
    adopted.replaces_signed = life.newest() != nullptr && life.newest()->proposal != 0;
    adopted.overtaken = static_cast<std::uint32_t>(events->size() - 1);
    TANDEM_TRY(record.agreement, compose_version(*version_in(*events), bundle.files));
    TANDEM_TRY_DONE(known ? tx.add_agreement(name, record.agreement) : tx.add_engagement(record));
    TANDEM_TRY_DONE(record_agreement(tx, name, life, *events, bundle.files));
    if (!known) return {};
    const desk::AgreementLife before = life;
    for (const desk::AgreementEvent& event : *events) TANDEM_TRY_DONE(desk::evolve(life, event));
    return tell_of_agreement(
        tx, name, now,
        {.before = before, .after = life, .events = *events, .policy = at_instant(known, now)->policy.get()});
  });
  TANDEM_TRY_DONE(std::move(written));
  if (adopted.is_new) {
    TANDEM_TRY(auto engagement, read_engagement(record));
    put(std::move(engagement));
  }
  adopted.engagement = as_read(name);
  while (adopted.engagement->next) adopted.engagement = adopted.engagement->next;
  return adopted;
}

}  // namespace tandem::app
