#include "app/timekeeper.h"

#include "base/log.h"

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
  for (bool more = true; more;) {
    TANDEM_TRY(const auto due, store_->handoffs_due_until(now, kBatch));
    base::Result<void> failed;  // one that cannot be expired must not hold up the others
    for (const DueHandoff& handoff : due) {
      if (auto expired = tickets_->expire_handoff(handoff); !expired) failed = std::move(expired);
    }
    TANDEM_TRY_DONE(failed);
    more = due.size() == kBatch;
  }
  if (now - last_forgotten_ >= kForgetEvery) {
    TANDEM_TRY_DONE(store_->write([&](WriteTransaction& tx) { return tx.forget_expired(now); }));
    last_forgotten_ = now;
  }
  run_chores(now);
  TANDEM_TRY(auto next, store_->next_handoff_due());
  for (const Chore& chore : chores_) next = next ? std::min(*next, chore.due) : chore.due;
  return next;
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
