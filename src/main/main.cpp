// The composition root: makes what the commands need from the world and hands it down. Nothing is global.

#include <malloc.h>
#include <unistd.h>

#include "base/check.h"
#include "base/id.h"
#include "base/time.h"
#include "cli/arguments.h"
#include "connect/http_fetcher.h"
#include "crypto/crypto.h"
#include "store/sqlite/sqlite_store.h"

namespace {

using namespace tandem;

base::Result<std::unique_ptr<app::Store>> open_store(const std::string& path) {
  TANDEM_TRY(auto store, store::sqlite::SqliteStore::open(path, {}));
  return store;
}

int run(int argc, char** argv) {
  const auto clock = base::make_system_clock();
  const auto ids = base::make_random_ids();
  const bool plain = std::getenv("NO_COLOR") != nullptr;
  connect::HttpFetcher feed_source({});
  const cli::Environment environment{
      .out = stdout,
      .err = stderr,
      .colour = !plain && isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
      .live_progress = isatty(STDERR_FILENO) == 1,
      .clock = *clock,
      .ids = *ids,
      .feed_source = feed_source,
      .open_store = open_store,
  };
  if (const auto started = crypto::start(); !started) return cli::could_not_run(environment, started.error().message);
  const auto command = cli::parse(argc, argv, environment);
  if (!command) return command.error();
  return std::visit([&](const auto& chosen) { return cli::run(chosen, environment); }, *command);
}

}  // namespace

int main(int argc, char** argv) {
  // Many worker threads would each get a heap of their own; two keep an idle server small.
  mallopt(M_ARENA_MAX, 2);
  try {
    return run(argc, argv);
  } catch (const tandem::base::InternalError& error) {
    fmt::print(stderr, "tandem: this is a bug in Tandem: {}\n", error.what());
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "tandem: out of memory\n");
  }
  return tandem::cli::kCouldNotRun;
}
