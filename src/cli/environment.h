// What commands need from the world, made in main/ and passed down: output, clock, ids and the way to a database. No
// command opens anything by itself.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string>

#include "app/feed_source.h"
#include "app/store.h"
#include "base/error.h"
#include "base/id.h"
#include "base/time.h"

namespace tandem::cli {

// Exit statuses, the same for all commands.
inline constexpr int kDone = 0;
inline constexpr int kFaultsFound = 1;  // the agreement has errors, rows were malformed
inline constexpr int kCouldNotRun = 2;  // wrong usage, a file that cannot be read, output that cannot be written

struct Environment {
  std::FILE* in;
  std::FILE* out;
  std::FILE* err;
  bool colour = false;      // of `out` and `err`: terminals only
  std::size_t columns = 0;  // of the terminal `out` is; 0: none, or not known
  bool in_is_terminal = false;
  bool live_progress = false;  // err is a terminal: progress may redraw its line
  const base::Clock& clock;
  base::IdSource& ids;
  app::FeedSource& feed_source;  // calendars elsewhere
  std::function<base::Result<std::unique_ptr<app::Store>>(const std::string& path)> open_store;
};

// The database at `path`, for commands that work on one that is there: a mistyped path must not make a new one.
[[nodiscard]] base::Result<std::unique_ptr<app::Store>> open_existing(const Environment& environment,
                                                                      const std::string& path);

// "tandem: MESSAGE" on err; answers kCouldNotRun. Never throws: when err cannot be written either, the exit status
// tells.
int could_not_run(const Environment& environment, std::string_view message);

// Runs `command` and answers its exit status once all that it printed has left the process. Printing throws
// std::system_error when it fails and buffers what is short; both ways of losing output (a full disk, a closed stream)
// end here, as a message on err and kCouldNotRun.
//
//   return deliver(environment, [&] { return run(chosen, environment); });
int deliver(const Environment& environment, const std::function<int()>& command);

}  // namespace tandem::cli
