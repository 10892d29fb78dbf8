// Many threads asking one policy. The preset `threads` runs this under the thread sanitizer.
#include <doctest/doctest.h>

#include <thread>

#include "policy/random_spec.h"

using namespace tandem;
using namespace tandem::policy;

TEST_CASE("threads that ask one policy get the answers that one thread gets") {
  constexpr std::size_t kThreads = 4;
  constexpr int kQuestions = 400;
  RandomSpec made(5);
  const auto policy = Policy::make(made.spec(60));
  const auto ask = [&] {
    RandomSpec random(6);  // the same questions for everybody
    std::vector<std::pair<Answer, std::size_t>> answers;
    for (int i = 0; i < kQuestions; ++i) {
      const Facts facts = random.facts(policy->spec());
      const base::Instant at = random.instant();
      Trace trace;
      const Answer answer = policy->evaluate(facts, at, &trace);
      (void)policy->headcounts(answer.team, {at, at + base::hours(48)});
      answers.emplace_back(answer, trace.reasons().size());
    }
    return answers;
  };
  std::array<std::vector<std::pair<Answer, std::size_t>>, kThreads> answers;
  {
    std::vector<std::jthread> threads;
    for (auto& own : answers) threads.emplace_back([&own, &ask] { own = ask(); });
  }
  const auto alone = ask();
  for (const auto& own : answers) CHECK(own == alone);
}
