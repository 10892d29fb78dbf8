// The one thread that writes. Whoever wants something written leaves a job and waits; the writer takes every job that
// is waiting into one transaction, commits once, and then wakes them all: nobody is answered before their commit is
// durable, and one fsync serves all who wait (group commit).
//
//   Writer writer(std::move(connection), kQueuedWrites);
//   writer.write(work);                   // from any thread; blocks
//
// A work that fails after it has written is seldom: then the whole group is taken back and done again, each in a
// savepoint of its own. Savepoints for all would make the full-text index write a piece for each. When the commit
// itself fails, all of its jobs fail.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "app/store.h"
#include "store/sqlite/database.h"
#include "store/sqlite/ledger.h"

namespace tandem::store::sqlite {

class Writer {
 public:
  using Observer = std::function<void(std::span<const app::Change>)>;

  Writer(Connection connection, std::size_t queue_limit);
  ~Writer();  // finishes what is waiting
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  [[nodiscard]] base::Result<void> write(const app::Store::Work& work);
  // Runs alone, with the writer's connection and no transaction around it: rebuild().
  [[nodiscard]] base::Result<void> exclusively(const std::function<base::Result<void>(Connection&)>& job);
  void observe(Observer observer);

 private:
  struct Job;
  void run();
  void run_batch(std::vector<Job*>& batch);
  void run_alone(Job& job);
  // An error from these: the transaction is lost, with everybody's work.
  // False: one must be undone, and all has been taken back.
  [[nodiscard]] base::Result<bool> run_together(const std::vector<Job*>& batch);
  [[nodiscard]] base::Result<void> run_apart(const std::vector<Job*>& batch);
  [[nodiscard]] base::Result<void> run_work(Job& job);
  [[nodiscard]] static base::Result<void> given_up(const Job& job);
  void roll_back();
  [[nodiscard]] base::Result<void> submit(Job& job);

  Connection connection_;
  LedgerTails ledgers_;  // of the transaction that runs
  std::size_t queue_limit_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job*> waiting_;
  bool closing_ = false;
  Observer observer_;
  std::thread thread_;
};

}  // namespace tandem::store::sqlite
