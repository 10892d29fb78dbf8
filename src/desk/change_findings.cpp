#include "desk/change_findings.h"

#include "base/check.h"
#include "desk/confidential.h"

namespace tandem::desk {
namespace {

bool overlap(base::Interval a, base::Interval b) {
  return a.from < b.to && b.from < a.to;
}

// The time a change takes: its window, and while it runs at least until now.
base::Interval time_of(const ScheduledChange& change, base::Instant now) {
  const bool overruns = change.phase == ChangePhase::Running && change.to <= now;
  return {change.from, overruns ? now + base::Duration(1) : change.to};
}

ScheduledChange slot_of(const ChangePlan& plan) {
  constexpr TicketId kNotLookedAt{base::IdBits{}};
  return {.ticket = kNotLookedAt, .from = plan.from, .to = plan.to, .sites = plan.sites, .assets = plan.assets};
}

ChangeFinding finding(ChangeFindingKind kind, bool blocks, std::string text, const policy::TextPlace& at) {
  return {.kind = kind, .blocks = blocks, .text = std::move(text), .number = 0, .file = at.file, .line = at.line};
}

void find_freezes(const ChangePlan& plan, const policy::Policy& policy, std::vector<ChangeFinding>& found) {
  const auto decision = policy.find_decision(plan.decision.text());
  for (const policy::Freeze& freeze : policy.spec().governance.freezes) {
    if (!overlap(freeze.during, plan.window())) continue;
    const std::string name = freeze.name.empty() ? "a freeze" : fmt::format("the freeze `{}`", freeze.name);
    if (decision && std::ranges::find(freeze.except, *decision) != freeze.except.end()) {
      found.push_back(finding(ChangeFindingKind::FreezeExcepted, false,
                              fmt::format("falls into {}, which excepts `{}`", name, plan.decision.text()), freeze.at));
    } else {
      found.push_back(finding(ChangeFindingKind::Freeze, plan.kind != ChangeKind::Emergency,
                              fmt::format("falls into {}", name), freeze.at));
    }
  }
}

// The other change as those know it who read this one. `both` is what both touch.
std::string told_of_clash(const ScheduledChange& other, std::string_view both, const ClashWords& words) {
  const std::string name =
      words.prefix.empty() ? fmt::format("ticket {}", other.number) : fmt::format("{}-{}", words.prefix, other.number);
  return fmt::format("{} ({}, {}) is at the same time: both touch {}", name, other.subject,
                     other.phase == ChangePhase::Proposed ? std::string_view("not approved yet") : to_text(other.phase),
                     both);
}

std::string told_of_hidden_clash(const ScheduledChange& other, std::string_view both) {
  return other.phase == ChangePhase::Proposed
             ? fmt::format("confidential work that is not approved yet would touch {} at the same time", both)
             : fmt::format("{} is taken by confidential work at the same time", both);
}

void find_clashes(const ChangePlan& plan, std::optional<TicketId> self, const policy::Policy& policy, base::Instant now,
                  std::span<const ScheduledChange> changes, const ClashWords& words,
                  std::vector<ChangeFinding>& found) {
  const ScheduledChange slot = slot_of(plan);
  const auto first = found.size();
  for (const ScheduledChange& other : changes) {
    if (other.ticket == self) continue;
    const std::string both = clash_between(slot, other, now);
    if (both.empty()) continue;
    const bool is_hidden = !is_read_by_readers_of(words.category, other.category, policy);
    const bool has_the_time = other.phase != ChangePhase::Proposed;
    ChangeFinding clash =
        finding(ChangeFindingKind::Clash, has_the_time && plan.kind != ChangeKind::Emergency,
                is_hidden ? told_of_hidden_clash(other, both) : told_of_clash(other, both, words), {});
    if (!is_hidden) clash.number = other.number;
    found.push_back(std::move(clash));
  }
  std::ranges::sort(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(), {}, &ChangeFinding::number);
}

// Sites have no hours of their own in the language: the agreement's usual clock says when the business is open. One
// that never closes says nothing.
void find_business_hours(const ChangePlan& plan, const policy::Policy& policy, std::vector<ChangeFinding>& found) {
  const policy::CalendarIndex clock = policy.spec().governance.clock;
  if (clock.is_none()) return;
  const policy::NamedCalendar& calendar = policy.calendar(clock);
  const bool never_closes = !calendar.open.next_close(plan.from);
  if (never_closes || calendar.open.elapsed(plan.from, plan.to).open == base::Duration::zero()) return;
  found.push_back(finding(ChangeFindingKind::BusinessHours, false,
                          fmt::format("falls into business hours (calendar `{}`)", calendar.name), calendar.at));
}

void find_nobody_there(const ChangePlan& plan, const policy::Policy& policy, std::vector<ChangeFinding>& found) {
  const auto activity = policy.find_activity(plan.activity.text());
  if (!activity) return;
  const policy::TeamIndex responsible = policy.activity(*activity).responsible;
  if (policy.is_open(responsible, plan.from)) return;
  const policy::Team& team = policy.team(responsible);
  found.push_back(finding(ChangeFindingKind::NobodyThere, false,
                          fmt::format("`{}` is not there when it begins", team.name), team.hours_at));
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool is_same_asset(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::string clash_between(const ScheduledChange& a, const ScheduledChange& b, base::Instant now) {
  if (!is_live(a.phase) || !is_live(b.phase) || !overlap(time_of(a, now), time_of(b, now))) return {};
  for (const std::string& asset : a.assets) {
    const bool shared =
        std::ranges::any_of(b.assets, [&](const std::string& one) { return is_same_asset(one, asset); });
    if (shared) return fmt::format("`{}`", asset);
  }
  for (const SiteName& site : a.sites) {
    if (std::ranges::find(b.sites, site) != b.sites.end()) return fmt::format("the site `{}`", site.text());
  }
  return {};
}

std::vector<ChangeFinding> change_findings(const ChangePlan& plan, std::optional<TicketId> self,
                                           const policy::Policy& policy, base::Instant now,
                                           std::span<const ScheduledChange> changes, const ClashWords& words) {
  std::vector<ChangeFinding> found;
  find_freezes(plan, policy, found);
  find_clashes(plan, self, policy, now, changes, words, found);
  find_business_hours(plan, policy, found);
  find_nobody_there(plan, policy, found);
  return found;
}

ScheduledChange scheduled_change(const Ticket& ticket) {
  TANDEM_ENSURE(ticket.change.has_value());
  const ChangePlan& plan = ticket.change->plan;
  return {.ticket = ticket.id,
          .number = ticket.facts.number,
          .subject = ticket.facts.subject,
          .kind = plan.kind,
          .phase = ticket.change->phase,
          .risk = plan.risk,
          .from = plan.from,
          .to = plan.to,
          .owner = ticket.ownership.owner,
          .activity = plan.activity,
          .decision = plan.decision,
          .sites = plan.sites,
          .asset_classes = plan.asset_classes,
          .assets = plan.assets,
          .category = ticket.facts.category};
}

}  // namespace tandem::desk
