// A connection that has become a stream of server-sent events. It ends with its connection, so it needs no framing.
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include "base/check.h"
#include "base/log.h"
#include "http/session.h"

namespace tandem::http {

using boost::system::error_code;

// Notices that the peer went away; what it sends is thrown away.
Task<> Session::watch(std::shared_ptr<Session> self) {
  error_code error;
  std::array<char, 512> bytes{};
  const auto room = asio::buffer(bytes);
  auto token = asio::redirect_error(UseAwaitable{}, error);
  while (!error) co_await self->socket_.async_read_some(room, token);
  self->gone_ = true;
  self->wake();
}

Task<> Session::stream(std::string head, std::unique_ptr<EventSource> events) {
  Task<bool> starting = write(std::move(head), {});
  if (const bool started = co_await std::move(starting); !started) co_return;
  // From here it counts as a stream and no longer as a request in flight.
  common_.metrics.streams.fetch_add(1);
  common_.metrics.in_flight.fetch_sub(1);
  struct Leave {
    Metrics& metrics;
    ~Leave() {
      metrics.streams.fetch_sub(1);
      metrics.in_flight.fetch_add(1);
    }
  } const leave{common_.metrics};
  asio::co_spawn(common_.io, watch(shared_from_this()), asio::detached);

  // Many commits make one message to this thread until it has been looked at.
  auto pending = std::make_shared<std::atomic<bool>>(false);
  events->start([weak = weak_from_this(), io = &common_.io, pending] {
    if (pending->exchange(true)) return;
    asio::post(*io, [weak] {
      if (const auto self = weak.lock()) self->wake();
    });
  });

  const Deadlines& times = common_.options.deadlines;
  error_code error;
  auto token = asio::redirect_error(UseAwaitable{}, error);
  auto last_write = SteadyClock::now();
  for (;;) {
    enter(Phase::Streaming);
    if (common_.draining || gone_) co_return;
    woken_ = false;
    pending->store(false);
    EventPiece piece;
    // Under load a stream waits for the next round: what it has to tell is not lost.
    const bool busy = !common_.workers.has_room();
    if (!busy) {
      std::move_only_function<EventPiece()> work = [&events] {
        try {
          return events->next();
        } catch (const std::exception& failure) {
          base::log_error("event-stream-failed", {{"reason", failure.what()}});
          return EventPiece{.text = {}, .more = false, .end = true};
        }
      };
      Task<EventPiece> working = on_worker<EventPiece>(std::move(work));
      piece = co_await std::move(working);
    }
    const bool is_silent = SteadyClock::now() - last_write >= times.heartbeat;
    if (piece.text.empty() && is_silent) piece.text = ": still here\n\n";
    if (!piece.text.empty()) {
      Task<bool> writing = write(std::move(piece.text), {});
      const bool written = co_await std::move(writing);
      if (!written) co_return;
      last_write = SteadyClock::now();
    }
    if (piece.end) co_return;
    if (piece.more) continue;
    enter(Phase::Streaming);
    if (!woken_ && !gone_ && !common_.draining && !busy) {
      timer_.expires_after(times.heartbeat);
      co_await timer_.async_wait(token);
    }
    if (gone_ || common_.draining) co_return;
    // A burst becomes one batch.
    timer_.expires_after(times.coalesce);
    co_await timer_.async_wait(token);
  }
}

}  // namespace tandem::http
