// How many bytes of files are on their way at once, in and out, in all and for each account: each is in memory whole
// while it is. Room is given back when it is destroyed.
//
//   auto room = transfers.take(account, size);        // or which limit is reached
//
// Thread-safe. The room outlives what it gave.
#pragma once

#include <expected>
#include <map>
#include <memory>
#include <mutex>

#include "app/registry_records.h"

namespace tandem::http {

class TransferRoom {
 public:
  TransferRoom(std::size_t all, std::size_t each) : all_(all), each_(each) {}

  // What holds the room. Shared, because who answers holds it, too.
  using Held = std::shared_ptr<const void>;
  enum class Full : std::uint8_t { ForAll, ForAccount };

  // A first transfer of an account is let in however large it is, if there is room for it at all.
  [[nodiscard]] std::expected<Held, Full> take(app::AccountId account, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    if (bytes > all_ - taken_) return std::unexpected(Full::ForAll);
    std::size_t& own = by_account_[account];
    if (own > 0 && own + bytes > each_) return std::unexpected(Full::ForAccount);
    own += bytes;
    taken_ += bytes;
    return std::make_shared<const Part>(*this, account, bytes);
  }
  [[nodiscard]] std::size_t taken() const {
    const std::lock_guard lock(mutex_);
    return taken_;
  }

 private:
  class Part {
   public:
    Part(TransferRoom& room, app::AccountId account, std::size_t bytes)
        : room_(&room), account_(account), bytes_(bytes) {}
    ~Part() { room_->give_back(account_, bytes_); }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

   private:
    TransferRoom* room_;
    app::AccountId account_;
    std::size_t bytes_;
  };

  void give_back(app::AccountId account, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    taken_ -= bytes;
    const auto own = by_account_.find(account);
    own->second -= bytes;
    if (own->second == 0) by_account_.erase(own);
  }

  const std::size_t all_;
  const std::size_t each_;
  mutable std::mutex mutex_;
  std::size_t taken_ = 0;
  std::map<app::AccountId, std::size_t> by_account_;
};

}  // namespace tandem::http
