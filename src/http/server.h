// The web server of a running desk: the API under /api/v1, the browser application, /healthz, /readyz and /metrics.
//
//   auto server = Server::start({.listener = {.port = 8080}, .web_root = "/usr/share/tandem/web"},
//                               {accounts, tickets, engagements, feed, leave, leave_feeds, calendar_keys, ledgers,
//                                outlook, agreements, presence, store, *clock, notices, macros, ratings, decisions,
//                                catalogue, reports});
//   …wait for a signal…
//   (*server)->stop();
//
// The use cases outlive the server. Feed::committed must have been given to Store::observe, Feed::calendar_changed to
// Engagements::observe_leave, Feed::presence_changed to Presence::observe.
#pragma once

#include <filesystem>
#include <memory>

#include "app/accounts.h"
#include "app/agreements.h"
#include "app/calendar_keys.h"
#include "app/catalogue.h"
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
#include "app/store.h"
#include "app/tickets.h"
#include "base/error.h"
#include "http/listener.h"

namespace tandem::http {

struct UseCases {
  app::Accounts& accounts;
  app::Tickets& tickets;
  app::Engagements& engagements;
  app::Feed& feed;
  app::Leave& leave;
  app::LeaveFeeds& leave_feeds;
  app::CalendarKeys& calendar_keys;
  app::Ledgers& ledgers;
  app::Outlook& outlook;
  app::Agreements& agreements;
  app::Presence& presence;
  app::Store& store;
  const base::Clock& clock;
  app::Notices& notices;
  app::Macros& macros;
  app::Ratings& ratings;
  app::DecisionLog& decisions;
  app::Catalogue& catalogue;
  app::ServiceReports& reports;
};

struct ServerOptions {
  ListenerOptions listener = {};
  std::filesystem::path web_root = {};  // empty: a page says that there is none
  // Reached through https: cookies are Secure, and browsers are told to stay with https.
  bool secure_cookies = false;
  std::string version = "0";  // of the program, for /metrics
  // Of a file that is attached to a ticket, in bytes: 413 beyond. REQUIRES: at most desk::kMaxFileSize.
  std::size_t max_file = limits::kMaxFile;
};

class Server {
 public:
  // Returns when connections are accepted. The error names the address and what to do.
  [[nodiscard]] static base::Result<std::unique_ptr<Server>> start(ServerOptions options, const UseCases& use_cases);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  // Ends event streams, finishes what is in flight, returns. May be called twice.
  void stop();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace tandem::http
