// A formatted agreement means what it meant: the same findings in the same order, and the same answers.
#include "yaml/format.h"

#include <doctest/doctest.h>

#include <random>

#include "agreement/compile.h"

namespace tandem::agreement {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> agreements() {
  std::vector<fs::path> paths;
  for (const char* folder : {"examples", "tests/golden"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(TANDEM_ROOT) / folder)) {
      const bool is_file = entry.path().extension() == ".yaml";
      if (is_file || fs::exists(entry.path() / "agreement.yaml")) paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  return paths;
}

// Every file that can be formatted is.
Bundle formatted(const Bundle& bundle) {
  Bundle out = bundle;
  for (auto& [name, text] : out.files) {
    source::SourceMap sources;
    diag::Findings findings;
    if (auto better = yaml::format(sources, sources.add(name, text), findings)) text = *std::move(better);
  }
  return out;
}

// What is told, without the places, which move.
std::vector<std::string> told(const Compiled& compiled) {
  std::vector<std::string> all;
  for (const diag::Finding& finding : compiled.findings.all()) {
    all.push_back(fmt::format("{} {}", diag::info(finding.kind).name, finding.message));
  }
  return all;
}

// Who owns what, over facts and instants drawn by a seed.
std::vector<policy::Answer> answers(const policy::Policy& policy) {
  std::mt19937 random(42);
  const policy::Spec& spec = policy.spec();
  std::vector<policy::Answer> all;
  for (int i = 0; i < 200; ++i) {
    policy::Facts facts;
    facts.category = {static_cast<std::uint32_t>(random() % spec.categories.size())};
    facts.priority = {static_cast<std::uint32_t>(random() % spec.targets.size())};
    if (!spec.sites.empty() && random() % 2 == 0)
      facts.site = {static_cast<std::uint32_t>(random() % spec.sites.size())};
    facts.requester = random() % 2 == 0 ? policy::RequesterKind::Vip : policy::RequesterKind::Standard;
    const auto first = policy.zone().to_instant(calendar::Date(std::chrono::year(2026) / 10 / 1), {});
    all.push_back(policy.evaluate(facts, first + base::hours(static_cast<std::int64_t>(random() % 10'000))));
  }
  return all;
}

TEST_CASE("a formatted agreement means what it meant") {
  const auto paths = agreements();
  REQUIRE(paths.size() > 20);
  std::size_t with_policy = 0;
  for (const fs::path& path : paths) {
    CAPTURE(path.string());
    const auto read = compile_path(path.string(), {});
    REQUIRE(read.has_value());
    const Compiled before = compile_bundle(read->bundle, {});
    const Compiled after = compile_bundle(formatted(read->bundle), {});
    CHECK(told(before) == told(after));
    REQUIRE((before.policy == nullptr) == (after.policy == nullptr));
    if (!before.policy) continue;
    ++with_policy;
    CHECK(answers(*before.policy) == answers(*after.policy));
  }
  CHECK(with_policy > 3);
}

}  // namespace
}  // namespace tandem::agreement
