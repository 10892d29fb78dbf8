// Lets time pass for tickets, forgets ended sessions, runs the chores it was given. When time next does something to a
// ticket is a row in the store; this thread sleeps until the nearest one and is woken when an earlier one may have
// come. Whenever the circumstances of an agreement change (hours, leave, duty, or another version: policy/boundaries.h)
// it asks about every open ticket of the engagement anew. Idle, it costs nothing but its chores.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "app/engagements.h"
#include "app/store.h"
#include "app/tickets.h"
#include "base/time.h"

namespace tandem::app {

class Timekeeper {
 public:
  Timekeeper(Store& store, const Engagements& engagements, Tickets& tickets, const base::Clock& clock)
      : store_(&store), engagements_(&engagements), tickets_(&tickets), clock_(&clock) {}
  ~Timekeeper() { stop(); }
  Timekeeper(const Timekeeper&) = delete;
  Timekeeper& operator=(const Timekeeper&) = delete;

  // Something short to do now and then: it holds up hand-offs while it runs. One that fails is logged and tried again
  // when it is next due. REQUIRES: before start(); what `work` uses outlives this.
  void every(base::Duration period, std::string name, std::function<base::Result<void>()> work);

  // Something to do whenever the circumstances of an engagement have changed, and once for each at the beginning, after
  // its open tickets were asked about. One that fails is told like all that fails, and done again at the next change.
  // REQUIRES: as every().
  void after_changes(std::function<base::Result<void>(const Engagement&, base::Instant now)> work);

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
  // What was so when every open ticket of an engagement was last asked about.
  struct Swept {
    std::shared_ptr<const policy::Policy> policy;
    std::optional<base::Instant> next_boundary;
  };
  void run(const std::stop_token& stopping);
  [[nodiscard]] base::Result<void> fire_due(base::Instant now);
  [[nodiscard]] base::Result<void> sweep_if_needed(
      const Engagement& engagement, base::Instant now,
      const std::function<void(std::optional<base::Instant>)>& look_again_at);
  [[nodiscard]] base::Result<void> sweep(const desk::EngagementName& engagement, base::Instant now);
  // All of them in one transaction, or each in its own where one of them fails.
  [[nodiscard]] base::Result<void> pass_time(const desk::EngagementName& engagement,
                                             std::span<const desk::TicketId> tickets, base::Instant now);
  void run_chores(base::Instant now);

  std::vector<Chore> chores_;
  std::vector<std::function<base::Result<void>(const Engagement&, base::Instant)>> after_changes_;
  Store* store_;
  const Engagements* engagements_;
  Tickets* tickets_;
  const base::Clock* clock_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  bool nudged_ = false;
  base::Instant last_forgotten_;                 // of the thread that runs
  std::map<desk::EngagementName, Swept> swept_;  // of the thread that runs
  std::jthread thread_;
};

}  // namespace tandem::app
