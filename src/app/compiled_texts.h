// Texts of agreements compiled with all their findings, the last few kept: a draft on a screen is asked for again and
// again, and its proof takes longer than reading it does.
//
//   const auto compiled = texts.compile(bundle, hash, today);      // never null
//
// Thread-safe; two threads that ask for the same text at once may both compile it.
#pragma once

#include <list>
#include <memory>
#include <mutex>

#include "agreement/compile.h"
#include "desk/agreement_text.h"

namespace tandem::app {

class CompiledTexts {
 public:
  // `today`: the day of the check. REQUIRES: the hash is the bundle's.
  [[nodiscard]] std::shared_ptr<const agreement::Compiled> compile(const agreement::Bundle& bundle,
                                                                   const desk::TextHash& hash, calendar::Date today);

 private:
  struct Kept {
    desk::TextHash hash;
    calendar::Date today;
    std::shared_ptr<const agreement::Compiled> compiled;
  };
  static constexpr std::size_t kMostKept = 16;
  std::mutex mutex_;
  std::list<Kept> kept_;  // the last used first
};

}  // namespace tandem::app
