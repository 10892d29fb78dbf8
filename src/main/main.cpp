// The composition root: makes what the commands need from the world and hands it down. Nothing is global.

#include <fcntl.h>
#include <malloc.h>
#include <sys/ioctl.h>
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

// A standard stream that the caller closed leaves its number to the next file opened, and what is printed would go into
// that file. Writing to stdout must still fail, so that lost output is told; for stderr there is nobody to tell.
void occupy_closed_streams() {
  constexpr std::array<int, 3> kModes{O_RDONLY, O_RDONLY, O_WRONLY};
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    // The lowest free number is given out, and those below are taken by now.
    if (fcntl(stream, F_GETFD) == -1) static_cast<void>(open("/dev/null", kModes.at(static_cast<std::size_t>(stream))));
  }
}

// 0 where the output is no terminal, or one that does not tell.
std::size_t terminal_columns() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int run(int argc, char** argv) {
  const auto clock = base::make_system_clock();
  const auto ids = base::make_random_ids();
  const bool plain = std::getenv("NO_COLOR") != nullptr;
  connect::HttpFetcher feed_source({});
  const cli::Environment environment{
      .in = stdin,
      .out = stdout,
      .err = stderr,
      .colour = !plain && isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
      .columns = terminal_columns(),
      .in_is_terminal = isatty(STDIN_FILENO) == 1,
      .live_progress = isatty(STDERR_FILENO) == 1,
      .clock = *clock,
      .ids = *ids,
      .feed_source = feed_source,
      .open_store = open_store,
  };
  if (const auto started = crypto::start(); !started) return cli::could_not_run(environment, started.error().message);
  return cli::deliver(environment, [&] {
    const auto command = cli::parse(argc, argv, environment);
    if (!command) return command.error();
    return std::visit([&](const auto& chosen) { return cli::run(chosen, environment); }, *command);
  });
}

}  // namespace

int main(int argc, char** argv) {
  // Many worker threads would each get a heap of their own; two keep an idle server small.
  mallopt(M_ARENA_MAX, 2);
  occupy_closed_streams();
  try {
    return run(argc, argv);
  } catch (const tandem::base::InternalError& error) {
    std::fputs(fmt::format("tandem: this is a bug in Tandem: {}\n", error.what()).c_str(), stderr);
  } catch (const std::bad_alloc&) {
    std::fputs("tandem: out of memory\n", stderr);
  }
  return tandem::cli::kCouldNotRun;
}
