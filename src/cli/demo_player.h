// Plays a demo script through the use cases, at the times it tells: every event comes in by the same door as people's.
#pragma once

#include "app/tickets.h"
#include "base/time.h"
#include "cli/demo_script.h"

namespace tandem::cli {

class DemoPlayer {
 public:
  // All outlive this. `clock` is the one `tickets` was made with.
  DemoPlayer(const app::Engagement& engagement, app::Tickets& tickets, app::Store& store, base::ManualClock& clock)
      : engagement_(&engagement), tickets_(&tickets), store_(&store), clock_(&clock) {}

  // Plays everything that happens before `now`, in the order of time. An action that is refused stops it: the script
  // does not fit its agreement.
  [[nodiscard]] base::Result<void> play(const DemoScript& script, base::Instant now);

 private:
  struct Scene;  // one action at one time
  [[nodiscard]] std::vector<Scene> scenes(const DemoScript& script, base::Instant now) const;
  [[nodiscard]] base::Instant start_of(const DemoTicket& ticket, base::Instant now) const;
  [[nodiscard]] base::Result<void> open(const DemoScript& script, const DemoTicket& ticket, std::string& id);
  [[nodiscard]] base::Result<void> act(const DemoTicket& ticket, const DemoStep& step, const std::string& id);
  [[nodiscard]] base::Result<app::Caller> caller(const DemoTicket& ticket, const std::string& who,
                                                 const desk::Ticket& now) const;
  [[nodiscard]] base::Result<app::Caller> caller_of(const std::string& email) const;
  [[nodiscard]] std::string email_of(const desk::PersonName& person) const;
  [[nodiscard]] desk::PersonName somebody_of(const desk::TeamName& team) const;

  const app::Engagement* engagement_;
  app::Tickets* tickets_;
  app::Store* store_;
  base::ManualClock* clock_;
};

}  // namespace tandem::cli
