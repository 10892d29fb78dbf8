// Does what is due: expires hand-offs, forgets ended sessions. Due times are rows in the store; this thread sleeps
// until the nearest one and is woken when an earlier one may have come. Idle, it costs nothing.
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

#include "app/store.h"
#include "app/tickets.h"
#include "base/time.h"

namespace tandem::app {

class Timekeeper {
 public:
  Timekeeper(Store& store, Tickets& tickets, const base::Clock& clock)
      : store_(&store), tickets_(&tickets), clock_(&clock) {}
  ~Timekeeper() { stop(); }
  Timekeeper(const Timekeeper&) = delete;
  Timekeeper& operator=(const Timekeeper&) = delete;

  void start();
  void stop();   // waits; may be called twice
  void nudge();  // something was committed: look again. Cheap, from any thread

  // One round at the clock's time; returns when to look next. Tests call it instead of start().
  [[nodiscard]] base::Result<std::optional<base::Instant>> run_due();

 private:
  void run(const std::stop_token& stopping);
  Store* store_;
  Tickets* tickets_;
  const base::Clock* clock_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  bool nudged_ = false;
  base::Instant last_forgotten_;  // of the thread that runs
  std::jthread thread_;
};

}  // namespace tandem::app
