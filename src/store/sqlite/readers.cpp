#include "store/sqlite/readers.h"

namespace tandem::store::sqlite {

base::Result<Readers::Borrowed> Readers::borrow() {
  std::unique_ptr<Connection> connection;
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty() || made_ < limit_; });
    if (free_.empty()) {
      ++made_;
    } else {
      connection = std::move(free_.back());
      free_.pop_back();
    }
  }
  if (auto begun = begin(connection); !begun) {
    const std::scoped_lock lock(mutex_);
    --made_;
    returned_.notify_one();
    return std::unexpected(std::move(begun).error());
  }
  return Borrowed(*this, std::move(connection));
}

base::Result<void> Readers::begin(std::unique_ptr<Connection>& connection) {
  if (!connection) {
    TANDEM_TRY(auto opened, Connection::open(path_, Connection::Use::Read));
    connection = std::make_unique<Connection>(std::move(opened));
  }
  return connection->run("BEGIN");
}

void Readers::give_back(std::unique_ptr<Connection> connection) {
  // Ends the read, also one that failed half way: an open statement would hold on to the state it saw. A connection
  // that cannot end is dropped, and the next borrower gets a new one.
  connection->rest();
  const bool good = connection->run("COMMIT").has_value();
  const std::scoped_lock lock(mutex_);
  if (good) {
    free_.push_back(std::move(connection));
  } else {
    --made_;
  }
  returned_.notify_one();
}

}  // namespace tandem::store::sqlite
