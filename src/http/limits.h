// Every limit of the HTTP edge, in one place. What goes beyond one is answered with the status named here.
//
//   if (head.size() > limits::kMaxHead) return refuse(431);
//
// Times are defaults of Deadlines: tests make them short.
#pragma once

#include <chrono>
#include <cstddef>

namespace tandem::http {

namespace limits {

inline constexpr std::size_t kMaxHead = 16 * 1024;                    // request line and headers: 431
inline constexpr std::size_t kMaxTarget = 8 * 1024;                   // 414
inline constexpr std::size_t kMaxBody = 1024 * 1024;                  // 413
inline constexpr std::size_t kMaxBodiesTogether = 256 * 1024 * 1024;  // of all requests at once: 503
// Of files, whose bodies alone may be larger than kMaxBody. The first is what a server takes unless its administrator
// says otherwise; 413.
inline constexpr std::size_t kMaxFile = 25 * 1024 * 1024;
inline constexpr std::size_t kMaxFilesTogether = 384 * 1024 * 1024;           // on their way in or out: 503
inline constexpr std::size_t kMaxFilesTogetherOfAccount = 128 * 1024 * 1024;  // 429
inline constexpr std::size_t kMaxQueryParameters = 64;                        // 400
inline constexpr std::size_t kMaxIdempotencyKey = 200;                        // 400
inline constexpr std::size_t kMaxStaticFile = 64 * 1024 * 1024;
inline constexpr std::size_t kMaxConnections = 8192;      // 503, then closed
inline constexpr std::size_t kMaxStreams = 4096;          // event streams of everybody: 503
inline constexpr std::size_t kMaxStreamsPerAccount = 24;  // 429
inline constexpr std::size_t kMaxReplayedChanges = 1000;  // more than these were missed: `reset`
inline constexpr std::size_t kMaxLingering =
    16 * 1024 * 1024;                                 // bytes read and thrown away before a refused connection closes
inline constexpr std::size_t kWorkers = 48;           // they wait for commits, so there are many more than cores
inline constexpr std::size_t kQueuedRequests = 1024;  // 503 beyond
inline constexpr std::size_t kSignInsAtOnce = 2;      // 19 MiB and 15 ms each
inline constexpr std::size_t kSignInsWaiting = 16;    // 503 beyond
inline constexpr std::size_t kReportsAtOnce = 2;      // a year of work takes a second of a core each
inline constexpr std::size_t kReportsWaiting = 8;     // 503 beyond

}  // namespace limits

struct Deadlines {
  std::chrono::milliseconds head{10'000};  // from a request's first byte to the end of its head
  std::chrono::milliseconds idle{75'000};  // between requests
  std::chrono::milliseconds body{30'000};
  std::chrono::milliseconds write{30'000};
  // Large bodies and answers have more time: so many bytes for each second beyond the above.
  std::size_t slowest_bytes_per_second = 64 * 1024;
  std::chrono::milliseconds linger{2'000};
  std::chrono::milliseconds drain{10'000};      // stop(): for what is in flight
  std::chrono::milliseconds heartbeat{20'000};  // of event streams
  std::chrono::milliseconds coalesce{100};      // the shortest time between two batches of one event stream
  std::chrono::milliseconds sweep{1'000};       // how often deadlines are looked at
};

}  // namespace tandem::http
