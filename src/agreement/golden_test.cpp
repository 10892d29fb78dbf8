// Golden agreements: tests/golden/*.yaml, and folders there with an agreement.yaml of their own. What is expected
// stands in comments, so that a golden is an agreement that anybody can read:
//
//   deputy: sam        # expect-warning {{their own deputy}} [deputy-same-person]
//
// golden_comments.h has their form. Findings without a comment fail as comments without
// a finding do; a folder may hold a list of assets, `assets.txt`; a file where nothing is expected says `#
// expect-no-diagnostics`. `# today: 2027-02-01` sets the day. `TANDEM_ACCEPT=1 agreement_test` writes the comments as
// they would have to be.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "agreement/compile.h"
#include "agreement/golden_comments.h"
#include "diag/finding.h"
#include "support/accept.h"

namespace tandem::agreement {
namespace {

namespace fs = std::filesystem;

const fs::path kGoldens = fs::path(TANDEM_ROOT) / "tests" / "golden";

struct Comments {
  std::vector<ExpectedFinding> expected;
  bool expects_nothing = false;
  std::optional<calendar::Date> today;
  std::vector<std::string> mistakes;
};

void read_comments(std::string_view file, std::string_view text, Comments& out) {
  std::uint32_t number = 0;
  for (const auto part : std::views::split(text, '\n')) {
    const std::string_view line(part.begin(), part.end());
    ++number;
    if (line.contains(kExpectNothing)) {
      out.expects_nothing = true;
      continue;
    }
    if (const auto at = line.find("# today: "); at != std::string_view::npos) {
      out.today = calendar::parse_date(line.substr(at + 9, 10));
    }
    for (auto at = line.find(kExpect); at != std::string_view::npos; at = line.find(kExpect, at + 1)) {
      auto expectation = parse_expectation(line.substr(at + kExpect.size()), number);
      if (!expectation) {
        out.mistakes.push_back(fmt::format("{}:{}: this comment cannot be read", file, number));
        continue;
      }
      expectation->file = file;
      expectation->begin = static_cast<std::size_t>(line.data() - text.data()) + at;
      expectation->end += expectation->begin + kExpect.size();
      out.expected.push_back(*std::move(expectation));
    }
  }
}

std::vector<fs::path> goldens() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(kGoldens)) {
    const bool is_file = entry.is_regular_file() && entry.path().extension() == ".yaml";
    const bool is_folder = entry.is_directory() && fs::exists(entry.path() / "agreement.yaml");
    if (is_file || is_folder) paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

constexpr std::string_view kAssets = "assets.txt";

// Of each line the first word is an asset's name, a second one its class; a comment may follow.
std::optional<AssetList> assets_of(const fs::path& golden) {
  std::ifstream file(golden / kAssets);
  if (!file) return std::nullopt;
  std::stringstream bytes;
  bytes << file.rdbuf();
  AssetList assets{.file = std::string(kAssets), .text = bytes.str(), .rows = {}};
  std::uint32_t begin = 0;
  for (const auto part : std::views::split(assets.text, '\n')) {
    const std::string_view line(part.begin(), part.end());
    std::vector<AssetCell> words;
    std::size_t at = 0;
    while (at < line.size() && line[at] != '#') {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      if (end > at) {
        words.push_back({.text = std::string(line.substr(at, end - at)),
                         .begin = begin + static_cast<std::uint32_t>(at),
                         .end = begin + static_cast<std::uint32_t>(end)});
      }
      at = end + 1;
    }
    words.resize(std::max<std::size_t>(words.size(), 2));
    if (!words.front().text.empty()) assets.rows.push_back({words[0], words[1]});
    begin += static_cast<std::uint32_t>(line.size()) + 1;
  }
  return assets;
}

Comments comments_of(const Compiled& compiled, const fs::path& golden) {
  Comments comments;
  for (const auto& [name, text] : compiled.bundle.files) read_comments(name, text, comments);
  if (const auto assets = assets_of(golden)) read_comments(assets->file, assets->text, comments);
  return comments;
}

Compiled compile_golden(const fs::path& path) {
  const auto first = compile_path(path.string(), {});
  REQUIRE(first.has_value());
  // The day stands in the text, so the text is read before it is known.
  return compile_bundle(first->bundle, {.today = comments_of(*first, path).today, .assets = assets_of(path)});
}

// Rewrites the golden's files for what is found and not expected, and what is expected and not found.
void accept(const fs::path& golden, const Compiled& compiled, const Comments& comments,
            const std::vector<UnexpectedFinding>& fresh) {
  const bool finds_something = !compiled.findings.all().empty();
  const fs::path folder = fs::is_directory(golden) ? golden : golden.parent_path();
  for (const auto& [name, text] : compiled.bundle.files) {
    std::string now = accepted(name, text, comments.expected, fresh);
    if (name == compiled.bundle.root && finds_something && comments.expects_nothing) {
      const std::size_t at = now.find(kExpectNothing);
      if (at != std::string::npos) now.erase(at, kExpectNothing.size());
    }
    if (name == compiled.bundle.root && !finds_something && !comments.expects_nothing)
      now += fmt::format("{}\n", kExpectNothing);
    if (now != text) write_golden(folder / name, now);
  }
}

std::string describe(const ExpectedFinding& e) {
  return fmt::format("{}:{}: {} {{{{{}}}}} [{}]", e.file, e.line, e.level, e.part, e.kind);
}

TEST_CASE("every golden agreement finds what its comments say, and nothing else") {
  const auto paths = goldens();
  REQUIRE_FALSE(paths.empty());
  for (const fs::path& path : paths) {
    const Compiled compiled = compile_golden(path);
    Comments comments = comments_of(compiled, path);
    CAPTURE(path.filename().string());
    for (const auto& mistake : comments.mistakes) FAIL_CHECK(mistake);
    if (!is_accepting()) {
      CHECK_MESSAGE(comments.expects_nothing == comments.expected.empty(),
                    "a golden expects something or says `# expect-no-diagnostics`");
    }
    std::vector<UnexpectedFinding> fresh;
    for (const diag::Finding& finding : compiled.findings.all()) {
      const auto place = compiled.sources.place(finding.at);
      const auto matches = [&](const ExpectedFinding& e) {
        return e.file == place.file && e.line == place.line && e.level == diag::to_text(finding.level()) &&
               e.kind == diag::info(finding.kind).name && finding.message.contains(e.part);
      };
      const auto found = std::ranges::find_if(comments.expected, matches);
      if (found == comments.expected.end()) {
        fresh.push_back({.place = place,
                         .level = std::string(diag::to_text(finding.level())),
                         .message = finding.message,
                         .kind = std::string(diag::info(finding.kind).name)});
      } else {
        comments.expected.erase(found);
      }
    }
    if (is_accepting()) {
      accept(path, compiled, comments, fresh);
      continue;
    }
    for (const UnexpectedFinding& each : fresh) {
      FAIL_CHECK(fmt::format("not expected: {}:{}:{}: {}: {} [{}]", each.place.file, each.place.line, each.place.column,
                             each.level, each.message, each.kind));
    }
    for (const ExpectedFinding& missing : comments.expected)
      FAIL_CHECK(fmt::format("not found: {}", describe(missing)));
    CHECK((compiled.policy != nullptr) == !compiled.findings.has_errors());
  }
}

// What no agreement has: of matrices in spreadsheets (draft/matrix_faults_test.cpp has them) and of vendors' offers
// (draft/offer_test.cpp).
constexpr std::array<std::string_view, 32> kOfOtherTexts = {"shared-unsplit",
                                                            "unknown-letter",
                                                            "offer-nobody-named",
                                                            "offer-subcontractors-hidden",
                                                            "offer-scope-vague",
                                                            "offer-exclusions-unsaid",
                                                            "offer-client-duties-unwritten",
                                                            "offer-shared-unsplit",
                                                            "offer-security-unsplit",
                                                            "offer-scenarios-unplanned",
                                                            "offer-targets-missing",
                                                            "offer-target-without-clock",
                                                            "offer-response-by-machine",
                                                            "offer-after-hours-unclear",
                                                            "offer-absence-unplanned",
                                                            "offer-no-access",
                                                            "offer-summary-only",
                                                            "offer-documentation-kept",
                                                            "offer-credentials-kept",
                                                            "offer-review-missing",
                                                            "offer-restores-untested",
                                                            "offer-evidence-missing",
                                                            "offer-surge-price-unknown",
                                                            "offer-price-open",
                                                            "offer-long-lock-in",
                                                            "offer-auto-renewal",
                                                            "offer-no-exit",
                                                            "offer-no-data-return",
                                                            "offer-no-breach-notice",
                                                            "offer-no-insurance",
                                                            "offer-no-remedy",
                                                            "offer-against-agreement"};

TEST_CASE("every kind of finding has a golden") {
  std::set<std::string> expected;
  for (const fs::path& path : goldens()) {
    for (const ExpectedFinding& e : comments_of(compile_golden(path), path).expected) expected.insert(e.kind);
  }
  for (const auto& info : diag::all_kinds()) {
    const bool is_of_others = std::ranges::find(kOfOtherTexts, info.name) != kOfOtherTexts.end();
    CHECK_MESSAGE(expected.contains(std::string(info.name)) != is_of_others, info.name,
                  is_of_others ? " is of no agreement, and a golden expects it" : " is expected by no golden");
  }
  for (const std::string_view name : kOfOtherTexts) CHECK_MESSAGE(diag::find_kind(name), name, " is no finding");
}

}  // namespace
}  // namespace tandem::agreement
