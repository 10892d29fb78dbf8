#include "app/compiled_texts.h"

namespace tandem::app {

std::shared_ptr<const agreement::Compiled> CompiledTexts::compile(const agreement::Bundle& bundle,
                                                                  const desk::TextHash& hash, calendar::Date today) {
  {
    const std::scoped_lock lock(mutex_);
    const auto found =
        std::ranges::find_if(kept_, [&](const Kept& each) { return each.hash == hash && each.today == today; });
    if (found != kept_.end()) {
      kept_.splice(kept_.begin(), kept_, found);
      return found->compiled;
    }
  }
  auto compiled = std::make_shared<const agreement::Compiled>(agreement::compile_bundle(bundle, {.today = today}));
  const std::scoped_lock lock(mutex_);
  kept_.push_front({.hash = hash, .today = today, .compiled = compiled});
  if (kept_.size() > kMostKept) kept_.pop_back();
  return compiled;
}

}  // namespace tandem::app
