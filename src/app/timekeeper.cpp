#include "app/timekeeper.h"

#include "base/log.h"
#include "policy/boundaries.h"

namespace tandem::app {
namespace {

constexpr std::size_t kBatch = 200;
constexpr base::Duration kForgetEvery = base::minutes(10);
// The least time between two looks: under load every commit nudges, and nobody needs an expiry to the millisecond.
constexpr base::Duration kRest = std::chrono::milliseconds(250);
constexpr base::Duration kAfterFailure = base::seconds(1);

}  // namespace

void Timekeeper::start() {
  thread_ = std::jthread([this](const std::stop_token& stopping) { run(stopping); });
}

void Timekeeper::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
}

void Timekeeper::nudge() {
  {
    const std::scoped_lock lock(mutex_);
    nudged_ = true;
  }
  wake_.notify_one();
}

base::Result<std::optional<base::Instant>> Timekeeper::run_due() {
  const auto now = clock_->now();
  // What fails is told at the end and tried again; it holds up nothing else.
  base::Result<void> failed;
  const auto keep = [&failed](base::Result<void> done) {
    if (!done) failed = std::move(done);
  };
  std::optional<base::Instant> next;
  const auto earlier = [&next](std::optional<base::Instant> at) {
    if (at) next = next ? std::min(*next, *at) : *at;
  };
  keep(fire_due(now));
  for (const auto& engagement : engagements_->all()) keep(sweep_if_needed(*engagement, now, earlier));
  if (now - last_forgotten_ >= kForgetEvery) {
    auto forgotten = store_->write([&](WriteTransaction& tx) { return tx.forget_expired(now); });
    if (forgotten) last_forgotten_ = now;
    keep(std::move(forgotten));
  }
  run_chores(now);
  TANDEM_TRY_DONE(failed);
  TANDEM_TRY(const auto due, store_->next_due());
  earlier(due);
  for (const Chore& chore : chores_) earlier(chore.due);
  return next;
}

base::Result<void> Timekeeper::fire_due(base::Instant now) {
  base::Result<void> failed;
  for (bool more = true; more && failed;) {
    TANDEM_TRY(const auto due, store_->due_until(now, kBatch));
    std::map<desk::EngagementName, std::vector<desk::TicketId>> by_engagement;
    for (const DueTicket& one : due) by_engagement[one.engagement].push_back(one.ticket);
    for (const auto& [engagement, tickets] : by_engagement) {
      if (auto passed = pass_time(engagement, tickets, now); !passed) failed = std::move(passed);
    }
    more = due.size() == kBatch;
  }
  return failed;
}

base::Result<void> Timekeeper::sweep_if_needed(const Engagement& engagement, base::Instant now,
                                               const std::function<void(std::optional<base::Instant>)>& look_again_at) {
  Swept& swept = swept_[engagement.record.name];
  const bool at_boundary = swept.next_boundary && *swept.next_boundary <= now;
  base::Result<void> done;
  if (swept.policy != engagement.policy || at_boundary) {
    done = sweep(engagement.record.name, now);
    for (const auto& work : after_changes_) {
      if (auto one = work(engagement, now); !one) done = std::move(one);
    }
    // What failed is tried again at the next look.
    if (done) swept = {.policy = engagement.policy, .next_boundary = policy::next_boundary(*engagement.policy, now)};
  }
  look_again_at(swept.next_boundary);
  if (engagement.next) look_again_at(engagement.next->in_force_from());
  return done;
}

base::Result<void> Timekeeper::sweep(const desk::EngagementName& engagement, base::Instant now) {
  base::Result<void> failed;
  std::optional<desk::TicketId> after;
  for (bool more = true; more;) {
    TANDEM_TRY(const auto tickets, store_->open_tickets(engagement, after, kBatch));
    if (tickets.empty()) break;
    if (auto passed = pass_time(engagement, tickets, now); !passed) failed = std::move(passed);
    after = tickets.back();
    more = tickets.size() == kBatch;
  }
  return failed;
}

base::Result<void> Timekeeper::pass_time(const desk::EngagementName& engagement,
                                         std::span<const desk::TicketId> tickets, base::Instant now) {
  auto passed = tickets_->pass_time(engagement, tickets, now);
  if (passed || tickets.size() == 1) return passed;
  base::Result<void> failed;
  for (std::size_t i = 0; i < tickets.size(); ++i) {
    if (auto one = tickets_->pass_time(engagement, tickets.subspan(i, 1), now); !one) failed = std::move(one);
  }
  return failed;
}

void Timekeeper::every(base::Duration period, std::string name, std::function<base::Result<void>()> work) {
  chores_.push_back({.period = period, .name = std::move(name), .work = std::move(work), .due = {}});
}

void Timekeeper::after_changes(std::function<base::Result<void>(const Engagement&, base::Instant)> work) {
  after_changes_.push_back(std::move(work));
}

void Timekeeper::run_chores(base::Instant now) {
  for (Chore& chore : chores_) {
    if (chore.due > now) continue;
    chore.due = now + chore.period;
    if (const auto done = chore.work(); !done)
      base::log_error("chore-failed", {{"chore", chore.name}, {"error", done.error().message}});
  }
}

void Timekeeper::run(const std::stop_token& stopping) {
  while (!stopping.stop_requested()) {
    const auto next = run_due();
    base::Duration sleep = kForgetEvery;
    if (!next) {
      base::log_error("timers-failed", {{"error", next.error().message}});
      sleep = kAfterFailure;
    } else if (*next) {
      sleep = std::clamp(**next - clock_->now(), base::Duration::zero(), kForgetEvery);
    }
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stopping, std::min(sleep, kRest), [] { return false; });
    if (sleep > kRest) wake_.wait_for(lock, stopping, sleep - kRest, [this] { return nudged_; });
    nudged_ = false;
  }
}

}  // namespace tandem::app
