// All use cases over one store, and what they tell one another: what the program serves, and what every test that asks
// over HTTP asks.
//
//   app::UseCases use_cases({.store = store, .clock = clock, .ids = ids, .feed_source = source, .ledger_key = key});
//   TANDEM_TRY_DONE(use_cases.engagements.load());
//   use_cases.timekeeper.start();
//
// Observes the store while it lives. Owns the use cases and not what they work with, which outlives this. Thread-safe
// as each of them is.
#pragma once

#include "app/accounts.h"
#include "app/agreements.h"
#include "app/calendar_keys.h"
#include "app/catalogue.h"
#include "app/cover_keeper.h"
#include "app/decision_log.h"
#include "app/engagements.h"
#include "app/feed.h"
#include "app/leave.h"
#include "app/leave_feeds.h"
#include "app/ledgers.h"
#include "app/macros.h"
#include "app/notices.h"
#include "app/outlook.h"
#include "app/presence.h"
#include "app/ratings.h"
#include "app/service_reports.h"
#include "app/tickets.h"
#include "app/timekeeper.h"
#include "app/vips.h"

namespace tandem::app {

struct UseCases {
  struct World {
    Store& store;
    const base::Clock& clock;
    base::IdSource& ids;
    FeedSource& feed_source;
    const crypto::SigningKey& ledger_key;
  };
  explicit UseCases(const World& world);
  ~UseCases();
  UseCases(const UseCases&) = delete;
  UseCases& operator=(const UseCases&) = delete;

  Store& store;
  const base::Clock& clock;
  // Nothing is in them until load() or adopt().
  Engagements engagements;
  Accounts accounts;
  Tickets tickets;
  Feed feed;
  Leave leave;
  LeaveFeeds leave_feeds;
  CalendarKeys calendar_keys;
  Ledgers ledgers;
  Outlook outlook;
  Agreements agreements;
  Presence presence;
  Notices notices;
  Macros macros;
  Ratings ratings;
  DecisionLog decisions;
  Catalogue catalogue;
  Vips vips;
  ServiceReports reports;
  CoverKeeper cover_keeper;
  Timekeeper timekeeper;  // not started
};

}  // namespace tandem::app
