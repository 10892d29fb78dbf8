// Connections for reading. A read borrows one for its duration and sees one consistent state; it never waits for the
// writer. Made when first needed, kept for the next.
//
//   TANDEM_TRY(auto reader, readers.borrow());
//   return read_queue(*reader, query);
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

class Readers {
 public:
  Readers(std::string path, std::size_t limit) : path_(std::move(path)), limit_(limit) {}

  class Borrowed {
   public:
    Borrowed(Readers& readers, std::unique_ptr<Connection> connection)
        : readers_(&readers), connection_(std::move(connection)) {}
    Borrowed(Borrowed&&) noexcept = default;
    Borrowed& operator=(Borrowed&&) = delete;
    ~Borrowed() {
      if (connection_) readers_->give_back(std::move(connection_));
    }
    Connection& operator*() const { return *connection_; }

   private:
    Readers* readers_;
    std::unique_ptr<Connection> connection_;
  };
  // Waits for one to come back when all are out.
  [[nodiscard]] base::Result<Borrowed> borrow();

 private:
  // A new connection where there is none yet.
  [[nodiscard]] base::Result<void> begin(std::unique_ptr<Connection>& connection);
  void give_back(std::unique_ptr<Connection> connection);

  std::string path_;
  std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> free_;
  std::size_t made_ = 0;
};

}  // namespace tandem::store::sqlite
