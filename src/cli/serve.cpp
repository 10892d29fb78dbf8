#include <pthread.h>

#include <csignal>

#include "app/feed_keeper.h"
#include "app/use_cases.h"
#include "base/log.h"
#include "cli/commands.h"
#include "cli/head_file.h"
#include "cli/ledger_key.h"
#include "http/server.h"

namespace tandem::cli {
namespace {

struct Address {
  std::string host;
  std::uint16_t port = 0;
};

// "127.0.0.1:8080" or "[::1]:8080".
std::optional<Address> parse_address(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const std::string_view digits = text.substr(colon + 1);
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return Address{.host = std::string(host), .port = port};
}

// With or without a port; what people give by mistake is a whole address.
bool is_host_name(std::string_view text) {
  return !text.empty() && text.find_first_of("/@ ,") == std::string_view::npos;
}

// What is wrong with the folder of the browser application; empty: nothing, or none is wanted. A mistyped path must not
// serve an API to people who wait for a page.
std::string wrong_with_web(const std::string& folder) {
  if (folder.empty()) return {};
  std::error_code unreadable;
  if (!std::filesystem::is_directory(folder, unreadable)) return fmt::format("there is no folder {} to serve", folder);
  if (std::filesystem::exists(std::filesystem::path(folder) / "index.html", unreadable)) return {};
  return fmt::format("{} has no index.html: it is not the browser application, which is built into web/dist", folder);
}

// SIGINT and SIGTERM are blocked before any thread starts, so that only wait() takes them.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }
  void wait() const {
    int signal = 0;
    sigwait(&set_, &signal);
  }

 private:
  sigset_t set_{};
};

}  // namespace

int run(const Serve& command, const Environment& environment) {
  const auto address = parse_address(command.listen);
  if (!address) return could_not_run(environment, fmt::format("`{}` is not HOST:PORT", command.listen));
  for (const std::string& host : command.hosts) {
    if (!is_host_name(host))
      return could_not_run(environment, fmt::format("`{}` is not a host name, like desk.example", host));
  }
  if (const auto wrong = wrong_with_web(command.web_root); !wrong.empty()) return could_not_run(environment, wrong);
  const StopSignals signals;
  const auto store = open_existing(environment, command.database);
  if (!store) return could_not_run(environment, store.error().message);

  const auto ledger_key = obtain_ledger_key(command.database);
  if (!ledger_key) return could_not_run(environment, ledger_key.error().message);
  app::UseCases use_cases({.store = **store,
                           .clock = environment.clock,
                           .ids = environment.ids,
                           .feed_source = environment.feed_source,
                           .ledger_key = *ledger_key});
  app::Engagements& engagements = use_cases.engagements;
  if (const auto loaded = engagements.load(); !loaded) return could_not_run(environment, loaded.error().message);
  app::FeedKeeper feed_keeper(use_cases.leave_feeds);
  app::Timekeeper& timekeeper = use_cases.timekeeper;
  // `tandem leave` writes from another process, which tells nobody.
  timekeeper.every(base::minutes(1), "take-up-leave", [&] { return engagements.take_up_leave(); });
  // So does `tandem adopt`.
  timekeeper.every(base::minutes(1), "take-up-agreements", [&] { return engagements.take_up_agreements(); });
  const auto keep_heads = [&]() -> base::Result<void> {
    if (command.ledger_heads.empty()) return {};
    return keep_heads_of_parties(command.ledger_heads, **store, engagements, *ledger_key);
  };
  timekeeper.every(base::minutes(1), "keep-ledger-heads", keep_heads);

  http::ServerOptions options;
  options.listener.address = address->host;
  options.listener.port = address->port;
  options.listener.allowed_hosts = command.hosts;
  options.web_root = command.web_root;
  options.secure_cookies = command.secure_cookies;
  options.max_file = std::size_t{command.max_file} * 1024 * 1024;
  options.version = TANDEM_VERSION;
  const auto server = http::Server::start(std::move(options), use_cases);
  if (!server) return could_not_run(environment, server.error().message);
  timekeeper.start();
  feed_keeper.start();
  const bool v6 = address->host.find(':') != std::string::npos;
  fmt::print(environment.out, "Tandem serves {} engagement{} on http://{}{}{}:{}\n", engagements.all().size(),
             engagements.all().size() == 1 ? "" : "s", v6 ? "[" : "", address->host, v6 ? "]" : "", (*server)->port());
  if (engagements.all().empty()) {
    fmt::print(environment.out,
               "The database is empty: `tandem demo` fills it with an example, `tandem adopt` with your agreement\n");
  }
  std::fflush(environment.out);
  base::log_info("server-started", {{"address", command.listen}, {"database", command.database}});

  signals.wait();
  base::log_info("server-stopping");
  (*server)->stop();
  feed_keeper.stop();
  timekeeper.stop();
  // What happened in the last minute, too.
  if (const auto kept = keep_heads(); !kept)
    base::log_error("ledger-heads-not-kept", {{"error", kept.error().message}});
  return kDone;
}

}  // namespace tandem::cli
