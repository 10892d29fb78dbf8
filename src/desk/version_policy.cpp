#include "desk/version_policy.h"

#include "base/check.h"

namespace tandem::desk {

VersionPolicy::VersionPolicy(Shared policy) {
  TANDEM_ENSURE(policy != nullptr);
  state_->policy = std::move(policy);
  state_->ready.store(state_->policy.get(), std::memory_order_release);
}

VersionPolicy::VersionPolicy(std::function<Shared()> make) {
  state_->make = std::move(make);
}

VersionPolicy::Shared VersionPolicy::shared() const {
  static_cast<void>(get());
  return state_->policy;  // it does not change any more
}

const policy::Policy* VersionPolicy::make() const {
  const std::scoped_lock lock(state_->mutex);
  if (!state_->policy) {
    Shared made = state_->make();
    TANDEM_ENSURE(made != nullptr);
    state_->policy = std::move(made);
    state_->make = nullptr;
    state_->ready.store(state_->policy.get(), std::memory_order_release);
  }
  return state_->policy.get();
}

}  // namespace tandem::desk
