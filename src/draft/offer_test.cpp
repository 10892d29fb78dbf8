// Golden offers: tests/offers/*.yaml, with what is expected in comments as tests/golden has it.
#include "draft/offer.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ranges>
#include <set>
#include <sstream>

#include "draft/arrangement.h"
#include "draft/questionnaire.h"

namespace tandem::draft {
namespace {

namespace fs = std::filesystem;

std::string text_of(const std::string& name) {
  std::ifstream in(fs::path(TANDEM_ROOT) / "tests" / "offers" / name, std::ios::binary);
  REQUIRE(in.good());
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct Checked {
  source::SourceMap sources;
  Answers answers;
  OfferReport report;
};

Checked check_form(std::string text) {
  Checked out;
  const auto file = out.sources.add("offer.yaml", std::move(text));
  out.answers = read_answers(questionnaire("offer"), out.sources, file, out.report.findings);
  check_offer_form(out.answers, file, out.report);
  return out;
}

// "3: error: words [offer-…]" for each finding.
struct Found {
  std::uint32_t line = 0;
  std::string level;
  std::string message;
  std::string kind;
};

std::vector<Found> found_in(const Checked& checked) {
  std::vector<Found> out;
  for (const auto& finding : checked.report.findings.all()) {
    out.push_back({.line = checked.sources.place(finding.at).line,
                   .level = std::string(diag::to_text(finding.level())),
                   .message = finding.message,
                   .kind = std::string(diag::info(finding.kind).name)});
  }
  return out;
}

std::vector<Found> expected_in(const std::string& text) {
  std::vector<Found> out;
  std::uint32_t number = 0;
  for (const auto part : std::views::split(text, '\n')) {
    const std::string line(part.begin(), part.end());
    ++number;
    const auto mark = line.find("# expect-");
    if (mark == std::string::npos || line.contains("expect-no-diagnostics")) continue;
    const auto open = line.find("{{", mark);
    const auto close = line.find("}} [", mark);
    const auto end = line.find(']', close);
    REQUIRE(end != std::string::npos);
    out.push_back({.line = number,
                   .level = line.substr(mark + 9, open - mark - 10),
                   .message = line.substr(open + 2, close - open - 2),
                   .kind = line.substr(close + 4, end - close - 4)});
  }
  return out;
}

const std::vector<std::string> kForms = {"good.yaml", "bad.yaml", "half.yaml"};

TEST_CASE("every golden offer finds what its comments say, and nothing else") {
  for (const std::string& name : kForms) {
    const std::string text = text_of(name);
    const auto found = found_in(check_form(text));
    auto expected = expected_in(text);
    CAPTURE(name);
    CHECK(text.contains("# expect-no-diagnostics") == expected.empty());
    for (const Found& one : found) {
      const auto is_it = [&](const Found& other) {
        return other.line == one.line && other.level == one.level && other.kind == one.kind &&
               one.message.contains(other.message);
      };
      const auto match = std::ranges::find_if(expected, is_it);
      CHECK_MESSAGE(match != expected.end(),
                    fmt::format("not expected: {}: {}: {} [{}]", one.line, one.level, one.message, one.kind));
      if (match != expected.end()) expected.erase(match);
    }
    for (const Found& one : expected)
      FAIL_CHECK(fmt::format("not found: {}: {} [{}]", one.line, one.message, one.kind));
  }
}

TEST_CASE("every finding about an offer has a golden and a flag, but the one about the agreement") {
  std::set<std::string> expected;
  for (const std::string& name : kForms) {
    for (const Found& one : expected_in(text_of(name))) expected.insert(one.kind);
  }
  std::set<std::string> flags;
  for (const OfferFlag& flag : offer_flags()) flags.insert(std::string(diag::info(flag.kind).name));
  CHECK(flags == expected);
  flags.insert("offer-against-agreement");  // has cases of its own below
  std::set<std::string> kinds;
  for (const auto& info : diag::all_kinds()) {
    if (info.name.starts_with("offer-")) kinds.insert(std::string(info.name));
  }
  CHECK(flags == kinds);
}

TEST_CASE("every flag can be read aloud and can be searched for") {
  for (const OfferFlag& flag : offer_flags()) {
    CAPTURE(flag.topic);
    CHECK(questionnaire("offer").find(flag.question) != nullptr);
    CHECK((flag.ask.ends_with('?') || flag.ask.ends_with('.')));
    CHECK_FALSE(flag.unsaid.empty());
    CHECK_FALSE(flag.unsaid.ends_with('.'));
    CHECK_FALSE(flag.why.ends_with('.'));
    CHECK((!flag.words.empty() || !flag.alarms.empty()));
    CHECK(flag.alarms.empty() == flag.alarm.empty());
    for (const auto* list : {&flag.words, &flag.alarms}) {
      for (const std::string& word : *list) {
        const auto is_capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
        CHECK(std::ranges::none_of(word, is_capital));
      }
    }
    for (const OfferFlag::Bad& bad : flag.bad) {
      for (const Clause& clause : bad.when) {
        const Question* question = questionnaire("offer").find(clause.question);
        REQUIRE(question != nullptr);
        for (const std::string& way : clause.ways) {
          const bool is_choice =
              std::ranges::find(question->choices, way, &AnswerChoice::word) != question->choices.end();
          const bool is_free = question->choices.empty() || way == "unanswered";
          CAPTURE(way);
          CHECK((is_choice || is_free));
        }
      }
    }
  }
}

TEST_CASE("a form that nobody has filled in flags every question, at the question") {
  const Checked blank = check_form(form_text(questionnaire("offer"), {}, "x"));
  // What is called shared, and what renews itself, is not asked about before there is any.
  CHECK(blank.report.findings.all().size() == blank.report.points);
  CHECK(blank.report.points + 1 == offer_flags().size());
  std::set<std::uint32_t> lines;
  for (const Found& one : found_in(blank)) lines.insert(one.line);
  CHECK(lines.size() == blank.report.points);
}

TEST_CASE("answering what a finding asks for takes it away and brings no other") {
  const Checked good = check_form(text_of("good.yaml"));
  const Checked bad = check_form(text_of("bad.yaml"));
  for (const OfferFlag& flag : offer_flags()) {
    Answers mended = bad.answers;
    // Some flags are about two questions together.
    for (const std::string& question : {flag.question, std::string(flag.question == "term"      ? "way_out"
                                                                   : flag.question == "renewal" ? "notice"
                                                                                                : "")}) {
      if (good.answers.has(question)) mended.set(question, good.answers.words(question));
    }
    OfferReport report;
    check_offer_form(mended, source::FileId{}, report);
    const auto is_same = [&](const diag::Finding& finding) { return finding.kind == flag.kind; };
    CAPTURE(flag.question);
    CHECK(std::ranges::none_of(report.findings.all(), is_same));
    CHECK(report.findings.all().size() == bad.report.findings.all().size() - 1);
  }
}

TEST_CASE("an answer that says nothing is found: no service, no person, an answer after the repair") {
  const auto with = [](std::string_view key, std::string_view line) {
    std::string text = text_of("good.yaml");
    const auto begin = text.find(fmt::format("\n{}:", key)) + 1;
    text.replace(begin, text.find('\n', begin) - begin, line);
    std::string found;
    for (const Found& one : found_in(check_form(text)))
      found += fmt::format("{}: {}\n", one.kind, one.message.substr(0, one.message.find(':')));
    return found;
  };
  CHECK(with("services", "services: []") == "offer-scope-vague: the offer lists nothing that is done\n");
  const std::string nobody = "offer-nobody-named: the offer names a department or a post and no person\n";
  CHECK(with("accountable", "accountable: [IT department]") == nobody);
  CHECK(with("accountable", "accountable: [help@helpco.example, Service manager]") == nobody);
  CHECK(with("accountable", "accountable: [Helpco Inc.]") == nobody);
  CHECK(with("accountable", "accountable: [IT department, Pia Park (Service manager)]").empty());
  CHECK(with("respond_critical", "respond_critical: 30 days") ==
        "offer-targets-missing: critical work may wait longer for an answer than for its repair\n");
  CHECK(with("respond_critical", "respond_critical: 15 min").empty());
}

TEST_CASE("every question to the vendor is asked once") {
  const Checked bad = check_form(text_of("bad.yaml"));
  const auto asks = questions_to_vendor(bad.report.findings);
  CHECK(asks.size() == bad.report.findings.all().size());
  CHECK(std::set<std::string>(asks.begin(), asks.end()).size() == asks.size());
}

Checked check_text(std::string text) {
  Checked out;
  const auto file = out.sources.add("offer.md", std::move(text));
  check_offer_text(out.sources, file, out.report);
  return out;
}

std::map<std::string, std::string> texts_at(const Checked& checked) {
  std::map<std::string, std::string> out;
  for (const auto& finding : checked.report.findings.all()) {
    const bool has_place = static_cast<std::size_t>(finding.at.file) < checked.sources.size();
    out[std::string(diag::info(finding.kind).name)] =
        has_place ? std::string(checked.sources.text(finding.at)) : std::string("nowhere");
  }
  return out;
}

TEST_CASE("a glossy text is found out, at its own words") {
  const auto found = texts_at(check_text(text_of("glossy.md")));
  CHECK(found.at("offer-shared-unsplit") == "shared\nresponsibility");
  CHECK(found.at("offer-scope-vague") == "complete peace of mind");
  CHECK(found.at("offer-targets-missing") == "promptly");
  CHECK(found.at("offer-summary-only") == "monthly summary");
  CHECK(found.at("offer-auto-renewal") == "automatically renew");
  CHECK(found.at("offer-long-lock-in") == "36 months");
  CHECK(found.at("offer-no-data-return") == "nowhere");
  CHECK(found.at("offer-no-insurance") == "nowhere");
  CHECK_FALSE(found.contains("offer-after-hours-unclear"));  // it speaks of after hours; what it says, a reader sees
}

TEST_CASE("a text that speaks of everything has mentions and no findings") {
  const Checked contract = check_text(text_of("contract.txt"));
  CHECK(texts_at(contract).empty());
  CHECK(contract.report.mentions.size() + 1 == contract.report.points);  // what is shared is only warned of
  for (const OfferMention& mention : contract.report.mentions) CHECK(mention.places > 0);
}

TEST_CASE("words count at their beginning only, whatever stands around them") {
  CHECK(texts_at(check_text("uninsured")).at("offer-no-insurance") == "nowhere");
  CHECK_FALSE(texts_at(check_text("**insured**")).contains("offer-no-insurance"));
  CHECK_FALSE(texts_at(check_text("Cyber\n> insurance\r\n")).contains("offer-no-insurance"));
  CHECK(texts_at(check_text("")).size() + 1 == offer_flags().size());
}

Checked against(std::string form, const std::string& agreement_text) {
  Checked out;
  auto compiled =
      agreement::compile_bundle({.root = "agreement.yaml", .files = {{"agreement.yaml", agreement_text}}}, {});
  REQUIRE(compiled.policy != nullptr);
  const auto file = compiled.sources.add("offer.yaml", std::move(form));
  out.answers = read_answers(questionnaire("offer"), compiled.sources, file, out.report.findings);
  compare_offer(out.answers, compiled, out.report.findings);
  out.sources = std::move(compiled.sources);
  return out;
}

std::string draft_of(const std::string& arrangement) {
  auto request = mix(std::vector<std::string>{arrangement});
  REQUIRE(request.has_value());
  request->client = "Harbor Credit Union";
  request->provider = "Northbeam IT";
  request->effective = std::chrono::year(2026) / 10 / 1;
  return compose(*request);
}

TEST_CASE("an offer that says what the agreement says differs in nothing") {
  CHECK(found_in(against(text_of("good.yaml"), draft_of("day-and-night"))).empty());
}

TEST_CASE("what the offer says otherwise than the agreement is found, with both places") {
  const Checked checked = against(
      "vendor: Cloudy\naccountable: [Nobody Known]\nrespond_critical: 1 hour\nrespond_clock: business\n"
      "resolve_critical: 2 days\nafter_hours: none\nreview: 1 year\nrestore_tests: 1 year\nway_out: fee\n"
      "excluded: [monitoring of networks]\nservices: [patching]\n",
      draft_of("security-and-tools"));
  std::string all;
  for (const auto& finding : checked.report.findings.all()) {
    CHECK(finding.kind == diag::Kind::OfferAgainstAgreement);
    REQUIRE(finding.notes.size() == 1);
    CHECK(checked.sources.name(finding.at.file) == "offer.yaml");
    CHECK(checked.sources.name(finding.notes[0].at.file) == "agreement.yaml");
    all += finding.message + "\n";
  }
  CHECK(all.contains("the offer is Cloudy's, and the agreement has another provider"));
  CHECK(all.contains("the offer names Nobody Known, who is nobody in the agreement"));
  CHECK(all.contains("the offer answers critical work within 1 hour, and the agreement within 30 min"));
  CHECK(all.contains("the offer counts its times in business hours, and the agreement counts real time"));
  CHECK(all.contains("the offer mends critical work within 2 days, and the agreement within 8 hours"));
  CHECK(all.contains("the offer has nobody at night, and the agreement counts on somebody"));
  CHECK(all.contains("the offer looks back every 1 year, and the agreement every 3 months"));
  CHECK(all.contains("the offer tests restores every 1 year, and the agreement every 90 days"));
  CHECK(all.contains("the agreement has a trial, and the offer lets nobody out at its end"));
  CHECK(all.contains(
      "the offer leaves out monitoring of networks, and the agreement gives `endpoint-security.monitoring`"));
  CHECK(
      all.contains("the agreement gives `endpoint-security` to the provider, and the offer does not seem to have it"));
  CHECK_FALSE(all.contains("the agreement gives `patching` to the provider, and"));
}

TEST_CASE("what the offer leaves open differs from nothing") {
  CHECK(found_in(against("vendor: Northbeam IT\n", draft_of("full-hybrid"))).empty());
}

TEST_CASE("prices compare by month") {
  const std::string agreement = draft_of("day-and-night") + "cost: {agreement: 62400 USD per year}\n";
  CHECK(found_in(against("price: 5200 USD per month\n", agreement)).empty());
  CHECK(found_in(against("price: 5300 USD per month\n", agreement)).size() == 1);
  CHECK(found_in(against("price: 5200 EUR per month\n", agreement)).size() == 1);
}

}  // namespace
}  // namespace tandem::draft
