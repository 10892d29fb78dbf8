// How many event streams there are, in all and of each account. A slot is given back when it is destroyed.
//
//   auto slot = slots.take(account);        // or which limit is reached
//
// Thread-safe.
#pragma once

#include <expected>
#include <map>
#include <mutex>
#include <utility>

#include "app/registry_records.h"

namespace tandem::http {

class StreamSlots {
 public:
  StreamSlots(std::size_t all, std::size_t each) : all_(all), each_(each) {}

  class Slot {
   public:
    Slot(StreamSlots& slots, app::AccountId account) : slots_(&slots), account_(account) {}
    Slot(Slot&& other) noexcept : slots_(std::exchange(other.slots_, nullptr)), account_(other.account_) {}
    Slot& operator=(Slot&&) = delete;
    ~Slot() {
      if (slots_ != nullptr) slots_->give_back(account_);
    }

   private:
    StreamSlots* slots_;
    app::AccountId account_;
  };

  enum class Full : std::uint8_t { ForAll, ForAccount };
  [[nodiscard]] std::expected<Slot, Full> take(app::AccountId account) {
    const std::lock_guard lock(mutex_);
    if (taken_ >= all_) return std::unexpected(Full::ForAll);
    std::size_t& own = by_account_[account];
    if (own >= each_) return std::unexpected(Full::ForAccount);
    ++own;
    ++taken_;
    return Slot(*this, account);
  }

 private:
  void give_back(app::AccountId account) {
    const std::lock_guard lock(mutex_);
    --taken_;
    const auto own = by_account_.find(account);
    if (--own->second == 0) by_account_.erase(own);
  }

  const std::size_t all_;
  const std::size_t each_;
  std::mutex mutex_;
  std::size_t taken_ = 0;
  std::map<app::AccountId, std::size_t> by_account_;
};

}  // namespace tandem::http
