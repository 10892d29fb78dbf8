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
  TANDEM_TRY_DONE(fire_due(now));
  TANDEM_TRY(auto next, sweep_where_needed(now));
  if (now - last_forgotten_ >= kForgetEvery) {
    TANDEM_TRY_DONE(store_->write([&](WriteTransaction& tx) { return tx.forget_expired(now); }));
    last_forgotten_ = now;
  }
  run_chores(now);
  const auto earlier = [&next](base::Instant at) { next = next ? std::min(*next, at) : at; };
  TANDEM_TRY(const auto due, store_->next_due());
  if (due) earlier(*due);
  for (const Chore& chore : chores_) earlier(chore.due);
  return next;
}

base::Result<void> Timekeeper::fire_due(base::Instant now) {
  for (bool more = true; more;) {
    TANDEM_TRY(const auto due, store_->due_until(now, kBatch));
    std::map<desk::EngagementName, std::vector<desk::TicketId>> by_engagement;
    for (const DueTicket& one : due) by_engagement[one.engagement].push_back(one.ticket);
    base::Result<void> failed;  // one that fails must not hold up the others
    for (const auto& [engagement, tickets] : by_engagement) {
      if (auto passed = pass_time(engagement, tickets); !passed) failed = std::move(passed);
    }
    TANDEM_TRY_DONE(failed);
    more = due.size() == kBatch;
  }
  return {};
}

base::Result<std::optional<base::Instant>> Timekeeper::sweep_where_needed(base::Instant now) {
  std::optional<base::Instant> next;
  for (const auto& engagement : engagements_->all()) {
    Swept& swept = swept_[engagement->record.name];
    const bool at_boundary = swept.next_boundary && *swept.next_boundary <= now;
    if (swept.policy != engagement->policy || at_boundary) {
      TANDEM_TRY_DONE(sweep(engagement->record.name));
      swept = {.policy = engagement->policy, .next_boundary = policy::next_boundary(*engagement->policy, now)};
    }
    if (swept.next_boundary) next = next ? std::min(*next, *swept.next_boundary) : *swept.next_boundary;
  }
  return next;
}

base::Result<void> Timekeeper::sweep(const desk::EngagementName& engagement) {
  QueueQuery query;
  query.engagement = engagement;
  query.states = {desk::State::New, desk::State::Active, desk::State::Waiting};
  query.order = QueueOrder::Newest;
  query.limit = kBatch;
  base::Result<void> failed;
  do {
    TANDEM_TRY(auto page, store_->queue(query));
    std::vector<desk::TicketId> tickets;
    for (const QueueRow& row : page.rows) tickets.push_back(row.id);
    if (tickets.empty()) break;
    if (auto passed = pass_time(engagement, tickets); !passed) failed = std::move(passed);
    query.after = std::move(page.next);
  } while (!query.after.empty());
  return failed;
}

base::Result<void> Timekeeper::pass_time(const desk::EngagementName& engagement,
                                         std::span<const desk::TicketId> tickets) {
  auto passed = tickets_->pass_time(engagement, tickets);
  if (passed || tickets.size() == 1) return passed;
  base::Result<void> failed;
  for (std::size_t i = 0; i < tickets.size(); ++i) {
    if (auto one = tickets_->pass_time(engagement, tickets.subspan(i, 1)); !one) failed = std::move(one);
  }
  return failed;
}

void Timekeeper::every(base::Duration period, std::string name, std::function<base::Result<void>()> work) {
  chores_.push_back({.period = period, .name = std::move(name), .work = std::move(work), .due = {}});
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
