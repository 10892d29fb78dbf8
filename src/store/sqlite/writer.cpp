#include "store/sqlite/writer.h"

#include <semaphore>

#include "base/check.h"
#include "base/log.h"
#include "store/sqlite/transaction.h"

namespace tandem::store::sqlite {
namespace {

// The most that shares one commit: beyond it the first would wait too long for the last.
constexpr std::size_t kMaxBatch = 256;

}  // namespace

struct Writer::Job {
  const app::Store::Work* work = nullptr;
  const std::function<base::Result<void>(Connection&)>* exclusive = nullptr;
  base::Result<void> result;
  std::exception_ptr thrown;
  std::vector<app::Change> changes;
  std::binary_semaphore done{0};

  [[nodiscard]] bool is_good() const { return result && !thrown; }
};

Writer::Writer(Connection connection, std::size_t queue_limit)
    : connection_(std::move(connection)), queue_limit_(queue_limit), thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::scoped_lock lock(mutex_);
    closing_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

base::Result<void> Writer::submit(Job& job) {
  {
    const std::scoped_lock lock(mutex_);
    if (closing_) return base::fail(base::ErrorCode::Unavailable, "the store is closing");
    if (waiting_.size() >= queue_limit_)
      return base::fail(base::ErrorCode::Unavailable, "too many writes are waiting: try again in a moment");
    waiting_.push_back(&job);
  }
  wake_.notify_one();
  job.done.acquire();
  if (job.thrown) std::rethrow_exception(job.thrown);
  return std::move(job.result);
}

base::Result<void> Writer::write(const app::Store::Work& work) {
  Job job;
  job.work = &work;
  return submit(job);
}

base::Result<void> Writer::exclusively(const std::function<base::Result<void>(Connection&)>& exclusive) {
  Job job;
  job.exclusive = &exclusive;
  return submit(job);
}

void Writer::observe(Observer observer) {
  const std::scoped_lock lock(mutex_);
  observer_ = std::move(observer);
}

void Writer::run() {
  std::vector<Job*> batch;
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      batch.clear();
      while (!waiting_.empty() && batch.size() < kMaxBatch) {
        const bool alone = waiting_.front()->exclusive != nullptr;
        if (alone && !batch.empty()) break;
        batch.push_back(waiting_.front());
        waiting_.pop_front();
        if (alone) break;
      }
    }
    if (batch.front()->exclusive != nullptr) {
      run_alone(*batch.front());
    } else {
      run_batch(batch);
    }
    for (Job* job : batch) job->done.release();
  }
}

void Writer::run_alone(Job& job) {
  try {
    job.result = (*job.exclusive)(connection_);
  } catch (...) {
    job.thrown = std::current_exception();
  }
  if (connection_.in_transaction()) roll_back();
}

void Writer::run_batch(std::vector<Job*>& batch) {
  auto all_done = run_together(batch);
  auto outcome = all_done ? base::Result<void>() : std::unexpected(std::move(all_done).error());
  if (outcome && !*all_done) outcome = run_apart(batch);
  if (!outcome) {
    if (connection_.in_transaction()) roll_back();
    base::log_error("commit-failed", {{"error", outcome.error().message}, {"writes", batch.size()}});
    for (Job* job : batch) job->result = outcome;
    return;
  }
  if (!observer_) return;
  std::vector<app::Change> changes;
  for (Job* job : batch) std::ranges::move(job->changes, std::back_inserter(changes));
  if (!changes.empty()) observer_(changes);
}

base::Result<bool> Writer::run_together(const std::vector<Job*>& batch) {
  ledgers_.forget();
  TANDEM_TRY_DONE(connection_.run("BEGIN IMMEDIATE"));
  for (Job* job : batch) {
    const std::int64_t before = connection_.changes();
    TANDEM_TRY_DONE(run_work(*job));
    if (job->is_good() || connection_.changes() == before) continue;
    TANDEM_TRY_DONE(connection_.run("ROLLBACK"));
    return batch.size() == 1;  // who is alone has been told all there is
  }
  TANDEM_TRY_DONE(connection_.run("COMMIT"));
  return true;
}

base::Result<void> Writer::run_apart(const std::vector<Job*>& batch) {
  ledgers_.forget();
  TANDEM_TRY_DONE(connection_.run("BEGIN IMMEDIATE"));
  for (Job* job : batch) {
    TANDEM_TRY_DONE(connection_.run("SAVEPOINT work"));
    TANDEM_TRY_DONE(run_work(*job));
    if (!job->is_good()) {
      TANDEM_TRY_DONE(connection_.run("ROLLBACK TO work"));
      ledgers_.forget();
    }
    TANDEM_TRY_DONE(connection_.run("RELEASE work"));
  }
  return connection_.run("COMMIT");
}

base::Result<void> Writer::run_work(Job& job) {
  Transaction transaction(connection_, ledgers_);
  job.thrown = nullptr;
  job.changes.clear();
  try {
    job.result = (*job.work)(transaction);
  } catch (...) {
    job.thrown = std::current_exception();
  }
  if (!connection_.in_transaction()) return given_up(job);
  if (job.is_good()) job.changes = transaction.take_changes();
  return {};
}

// The disk failed in the middle of the work, and SQLite took back the whole transaction.
base::Result<void> Writer::given_up(const Job& job) {
  if (!job.result) return job.result;
  return base::fail(base::ErrorCode::Io, "the database gave up a group of writes");
}

void Writer::roll_back() {
  const auto undone = connection_.run("ROLLBACK");
  TANDEM_CHECK(undone || !connection_.in_transaction());
}

}  // namespace tandem::store::sqlite
