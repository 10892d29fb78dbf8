#include "store/sqlite/readers.h"

namespace tandem::store::sqlite {

base::Result<Readers::Borrowed> Readers::borrow() {
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty() || made_ < limit_; });
    if (!free_.empty()) {
      auto connection = std::move(free_.back());
      free_.pop_back();
      lock.unlock();
      TANDEM_TRY_DONE(connection->execute("BEGIN"));
      return Borrowed(*this, std::move(connection));
    }
    ++made_;
  }
  auto opened = Connection::open(path_, Connection::Use::Read);
  if (!opened) {
    const std::scoped_lock lock(mutex_);
    --made_;
    returned_.notify_one();
    return std::unexpected(std::move(opened).error());
  }
  auto connection = std::make_unique<Connection>(*std::move(opened));
  TANDEM_TRY_DONE(connection->execute("BEGIN"));
  return Borrowed(*this, std::move(connection));
}

void Readers::give_back(std::unique_ptr<Connection> connection) {
  // Ends the read; a connection that cannot is dropped, and the next borrower gets a new one.
  const bool good = connection->execute("COMMIT").has_value();
  const std::scoped_lock lock(mutex_);
  if (good) {
    free_.push_back(std::move(connection));
  } else {
    --made_;
  }
  returned_.notify_one();
}

}  // namespace tandem::store::sqlite
