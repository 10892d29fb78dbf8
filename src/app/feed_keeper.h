// Reads calendars elsewhere when their hour has come. A thread of its own, apart from the timekeeper's: a server that
// answers slowly must not hold up hand-offs.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/leave_feeds.h"

namespace tandem::app {

class FeedKeeper {
 public:
  explicit FeedKeeper(LeaveFeeds& feeds) : feeds_(&feeds) {}
  ~FeedKeeper() { stop(); }
  FeedKeeper(const FeedKeeper&) = delete;
  FeedKeeper& operator=(const FeedKeeper&) = delete;

  void start();
  void stop();  // gives up what is being fetched, and waits; may be called twice

 private:
  void run(const std::stop_token& stopping);
  LeaveFeeds* feeds_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;
};

}  // namespace tandem::app
