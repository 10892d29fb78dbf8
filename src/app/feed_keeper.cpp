#include "app/feed_keeper.h"

#include "base/log.h"

namespace tandem::app {
namespace {

// How soon a feed that was added is read, at the latest.
constexpr base::Duration kLookEvery = base::minutes(1);

}  // namespace

void FeedKeeper::start() {
  thread_ = std::jthread([this](const std::stop_token& stopping) { run(stopping); });
}

void FeedKeeper::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
}

void FeedKeeper::run(const std::stop_token& stopping) {
  while (!stopping.stop_requested()) {
    if (const auto done = feeds_->refresh_due(stopping); !done)
      base::log_error("feeds-failed", {{"error", done.error().message}});
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stopping, kLookEvery, [] { return false; });
  }
}

}  // namespace tandem::app
