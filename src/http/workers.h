// The threads on which handlers run. Bounded twice: so many at once, and so many waiting; who comes then is refused.
//
//   Workers workers(48, 1024);
//   if (!workers.try_submit([]{ … })) return busy();
//
// Thread-safe. Jobs must not throw.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tandem::http {

class Workers {
 public:
  using Job = std::move_only_function<void()>;

  Workers(std::size_t threads, std::size_t queue_limit);
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False, with the job untouched, when the queue is full or stop() was called.
  [[nodiscard]] bool try_submit(Job& job);
  // Waits for what runs, destroys what waits. May be called twice.
  void stop();

  [[nodiscard]] std::size_t waiting() const;
  // For the one thread that submits: whether the next try_submit() succeeds.
  [[nodiscard]] bool has_room() const;
  [[nodiscard]] std::size_t threads() const { return thread_count_; }

 private:
  void run();
  const std::size_t thread_count_;
  const std::size_t queue_limit_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace tandem::http
