// Does what is due: expires hand-offs, forgets ended sessions, runs the chores it was given. Due times of hand-offs are
// rows in the store; this thread sleeps until the nearest one and is woken when an earlier one may have come. Idle, it
// costs nothing but its chores.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

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

  // Something short to do now and then: it holds up hand-offs while it runs. One that fails is logged and tried again
  // when it is next due. REQUIRES: before start(); what `work` uses outlives this.
  void every(base::Duration period, std::string name, std::function<base::Result<void>()> work);

  void start();
  void stop();   // waits; may be called twice
  void nudge();  // something was committed: look again. Cheap, from any thread

  // One round at the clock's time; returns when to look next. Tests call it instead of start().
  [[nodiscard]] base::Result<std::optional<base::Instant>> run_due();

 private:
  struct Chore {
    base::Duration period;
    std::string name;
    std::function<base::Result<void>()> work;
    base::Instant due;  // of the thread that runs
  };
  void run(const std::stop_token& stopping);
  void run_chores(base::Instant now);

  std::vector<Chore> chores_;
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
