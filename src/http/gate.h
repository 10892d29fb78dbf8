// Lets so many through at once, lets some wait, and turns the rest away: for work that costs much memory, such as
// hashing passwords.
//
//   const auto pass = gate.enter();
//   if (!pass) return busy();
//
// Thread-safe.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>

namespace tandem::http {

class Gate {
 public:
  Gate(std::size_t at_once, std::size_t waiting) : at_once_(at_once), may_wait_(waiting) {}

  class Pass {
   public:
    explicit Pass(Gate& gate) : gate_(&gate) {}
    Pass(Pass&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)) {}
    Pass& operator=(Pass&&) = delete;
    ~Pass() {
      if (gate_ != nullptr) gate_->leave();
    }

   private:
    Gate* gate_;
  };

  // Waits for its turn. Nothing when too many wait already.
  [[nodiscard]] std::optional<Pass> enter() {
    std::unique_lock lock(mutex_);
    if (inside_ >= at_once_) {
      if (waiting_ >= may_wait_) return std::nullopt;
      ++waiting_;
      free_.wait(lock, [this] { return inside_ < at_once_; });
      --waiting_;
    }
    ++inside_;
    return Pass(*this);
  }

  [[nodiscard]] std::size_t waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_;
  }

 private:
  void leave() {
    const std::lock_guard lock(mutex_);
    --inside_;
    free_.notify_one();
  }

  const std::size_t at_once_;
  const std::size_t may_wait_;
  mutable std::mutex mutex_;
  std::condition_variable free_;
  std::size_t inside_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace tandem::http
