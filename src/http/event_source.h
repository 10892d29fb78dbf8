// Where the text of one stream of server-sent events comes from. The shell asks for the next piece on a worker, writes
// it, and asks again when it was woken, when there is more, or when a heartbeat is due.
//
//   class LiveChanges : public EventSource { … };
//
// next() is called by one thread at a time, never after the source ended.
#pragma once

#include <functional>
#include <string>

namespace tandem::http {

struct EventPiece {
  std::string text;   // in the form of text/event-stream; may be empty
  bool more = false;  // ask again at once
  bool end = false;   // close the stream after the text
};

class EventSource {
 public:
  virtual ~EventSource() = default;
  // Called once, before next(). `wake` is cheap and may be called from any thread until the source is destroyed.
  virtual void start(std::function<void()> wake) = 0;
  [[nodiscard]] virtual EventPiece next() = 0;
};

}  // namespace tandem::http
