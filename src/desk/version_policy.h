// The policy of an agreement's version: one that is there, or one that is made when somebody first asks for it, so that
// the versions of many years cost nothing until a ticket of their time is read.
//
//   const VersionPolicy newest(policy);
//   const VersionPolicy older([=] { return compiled(text); });
//   older->find_priority("normal");                      // made now, and kept for every copy of `older`
//
// Copies share what is made. Safe to use from many threads: it is made once, and whoever asks meanwhile waits. Asking
// for one that is there is one load. An exception of the function is passed on, and the next question tries again.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

#include "policy/policy.h"

namespace tandem::desk {

class VersionPolicy {
 public:
  using Shared = std::shared_ptr<const policy::Policy>;

  // REQUIRES: not null. Not explicit: a policy that is there is one.
  VersionPolicy(Shared policy);  // NOLINT(google-explicit-constructor)
  // `make` answers with the same policy whenever it is called, never null. It is let go of after the first call.
  explicit VersionPolicy(std::function<Shared()> make);

  [[nodiscard]] const policy::Policy* get() const {
    const policy::Policy* ready = state_->ready.load(std::memory_order_acquire);
    return ready != nullptr ? ready : make();
  }
  const policy::Policy& operator*() const { return *get(); }
  const policy::Policy* operator->() const { return get(); }
  [[nodiscard]] Shared shared() const;
  [[nodiscard]] bool is_made() const { return state_->ready.load(std::memory_order_acquire) != nullptr; }

 private:
  struct State {
    std::atomic<const policy::Policy*> ready = nullptr;  // what `policy` holds, once it holds it
    std::mutex mutex;                                    // guards the rest
    Shared policy;
    std::function<Shared()> make;
  };
  const policy::Policy* make() const;

  std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace tandem::desk
