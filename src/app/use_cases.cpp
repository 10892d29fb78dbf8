#include "app/use_cases.h"

namespace tandem::app {

UseCases::UseCases(const World& world)
    : store(world.store),
      clock(world.clock),
      engagements(store, clock),
      accounts(store, clock, world.ids),
      tickets(store, engagements, clock, world.ids),
      feed(store, engagements),
      leave(store, engagements, clock, world.ids),
      leave_feeds(store, engagements, world.feed_source, clock, world.ids),
      calendar_keys(store, accounts, clock, world.ids),
      ledgers(store, engagements, world.ledger_key),
      outlook(store, engagements, clock),
      agreements(store, engagements, tickets, clock),
      presence(store, engagements, clock),
      notices(store, engagements, clock),
      macros(store, engagements, tickets, clock, world.ids),
      ratings(store, engagements, clock),
      decisions(store, engagements),
      catalogue(store, engagements, tickets, clock, world.ids),
      vips(store, engagements, clock, world.ids),
      reports(store, engagements, clock),
      cover_keeper(store, tickets),
      timekeeper(store, engagements, tickets, clock) {
  presence.observe([this](const desk::EngagementName& engagement) { feed.presence_changed(engagement); });
  engagements.observe_leave([this](const desk::EngagementName& engagement) {
    feed.calendar_changed(engagement);
    timekeeper.nudge();
  });
  timekeeper.after_changes(
      [this](const Engagement& engagement, base::Instant now) { return cover_keeper.keep(engagement, now); });
  store.observe([this](std::span<const Change> changes) {
    feed.committed(changes);
    timekeeper.nudge();
  });
}

UseCases::~UseCases() {
  store.observe({});
}

}  // namespace tandem::app
