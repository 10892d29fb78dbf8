// The example that a finding gives can be had from `tandem why`, word for word, and its answer bears the finding out:
// every finding with an example in every golden agreement.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <ranges>
#include <set>

#include "agreement/compile.h"
#include "calendar/date_text.h"
#include "cli/why_question.h"
#include "policy/escalation.h"

using namespace tandem;
namespace fs = std::filesystem;

namespace {

const fs::path kGoldens = fs::path(TANDEM_ROOT) / "tests" / "golden";

agreement::Compiled compile_golden(const fs::path& path) {
  const auto first = agreement::compile_path(path.string(), {});
  REQUIRE(first.has_value());
  agreement::Options options;
  constexpr std::string_view kToday = "# today: ";
  for (const auto& [name, text] : first->bundle.files) {
    const auto at = text.find(kToday);
    if (at != std::string::npos) options.today = calendar::parse_date(text.substr(at + kToday.size(), 10));
  }
  return agreement::compile_bundle(first->bundle, options);
}

// What findings tell beside the facts of the case: what comes of it.
constexpr std::array<std::string_view, 3> kOutcomes = {"due", "step", "first step"};

// The options of `tandem why`, by name, with the values of the example.
cli::Why command_of(const diag::Counterexample& example) {
  cli::Why command;
  const std::map<std::string_view, std::string*> options = {{"at", &command.at},
                                                            {"category", &command.category},
                                                            {"priority", &command.priority},
                                                            {"site", &command.site},
                                                            {"department", &command.department},
                                                            {"asset-class", &command.asset_class},
                                                            {"requester", &command.requester},
                                                            {"source", &command.source}};
  for (const auto& [name, value] : example) {
    if (name == "load") {
      for (const auto part : std::views::split(value, ',')) command.loads.emplace_back(part.begin(), part.end());
    } else if (name == "away") {
      command.away.push_back(value);
    } else if (const auto option = options.find(name); option != options.end()) {
      *option->second = value;
    } else {
      CHECK_MESSAGE(std::ranges::find(kOutcomes, name) != kOutcomes.end(), name, " is no option of `tandem why`");
    }
  }
  return command;
}

// A finding and what `why` answers to its example.
class Replay {
 public:
  Replay(const agreement::Compiled& compiled, const diag::Finding& finding, const cli::WhyQuestion& question)
      : compiled_(compiled), finding_(finding), question_(question), policy_(*question.policy) {
    facts_ = question.facts();
    answer_ = policy_.evaluate(facts_, question.at, &trace_);
    for (const policy::Reason& reason : trace_.reasons()) {
      if (reason.kind == policy::ReasonKind::RuleMatched) matched_ = reason.rule;
      const bool names =
          reason.kind == policy::ReasonKind::RuleMatched || reason.kind == policy::ReasonKind::ActivityResponsible;
      if (names) named_ = reason.team;
    }
  }

  void confirm() const {
    using enum diag::Kind;
    static const std::map<diag::Kind, void (Replay::*)() const> kClaims = {
        {UncoveredHours, &Replay::confirm_gap},
        {CoverLoop, &Replay::confirm_gap},
        {NoOwner, &Replay::confirm_never_there},
        {AbsenceUncovers, &Replay::confirm_absence},
        {TargetImpossible, &Replay::confirm_impossible},
        {EscalationToNobody, &Replay::confirm_step_to_nobody},
        {EscalationAfterTarget, &Replay::confirm_late_steps},
        {UnreachableRule, &Replay::confirm_preempted},
        {RedundantRule, &Replay::confirm_redundant},
        {OrderDecidesParty, &Replay::confirm_order},
    };
    const auto claim = kClaims.find(finding_.kind);
    REQUIRE_MESSAGE(claim != kClaims.end(), "nobody says what an example of this kind has to show");
    (this->*claim->second)();
  }

 private:
  [[nodiscard]] std::string outcome(std::string_view name) const {
    for (const auto& [key, value] : finding_.counterexample) {
      if (key == name) return value;
    }
    return "";
  }
  [[nodiscard]] std::string when(base::Instant at) const { return calendar::local_time_text(at, policy_.zone()); }
  [[nodiscard]] source::Range place(policy::RuleIndex rule) const {
    const agreement::RoutingRule& text = compiled_.agreement->routing[rule.value];
    return text.name.good() ? text.name.at : text.at;
  }
  [[nodiscard]] bool is_noted(source::Range at) const {
    return std::ranges::find(finding_.notes, at, &diag::RelatedNote::at) != finding_.notes.end();
  }
  [[nodiscard]] bool mentions(policy::TeamIndex team) const {
    return finding_.message.contains(fmt::format("`{}`", policy_.team(team).name));
  }

  void confirm_gap() const {
    CHECK(answer_.gap);
    CHECK(mentions(named_));
  }

  // Its work has nobody, or its cover acts.
  void confirm_never_there() const {
    CHECK(mentions(named_));
    CHECK((answer_.gap || answer_.team != named_));
    CHECK(policy_.team(named_).members.size() < policy_.team(named_).minimum);
  }

  void confirm_absence() const {
    REQUIRE(finding_.counterexample.back().first == (question_.away.empty() ? "at" : "away"));
    if (finding_.message.contains("answers for")) {
      CHECK_FALSE(policy_.is_present(answer_.accountable, question_.at));
    } else {
      REQUIRE(question_.away.size() == 1);
      confirm_gap();
      CHECK_FALSE(compiled_.summary->policy->evaluate(facts_, question_.at).gap);
    }
  }

  void confirm_impossible() const {
    confirm_gap();
    const auto due = policy::respond_by(policy_.spec(), policy_.priority(facts_.priority), question_.at);
    REQUIRE(due.has_value());
    CHECK(outcome("due") == when(*due));
    // Whenever one of them opens is a full minute in the goldens.
    for (base::Instant at = question_.at; at < *due; at = at + base::minutes(1)) {
      CHECK(policy_.evaluate(facts_, at).gap);
    }
  }

  [[nodiscard]] bool is_there(const policy::Addressee& one, base::Instant at) const {
    using Kind = policy::Addressee::Kind;
    const auto acting = acting_at(at);
    switch (one.kind) {
      case Kind::Person: return policy_.is_present(one.person, at);
      case Kind::Team: return policy_.is_open(one.team, at);
      case Kind::OnDuty: return acting.has_value();
      case Kind::Lead: return policy_.is_present(policy_.team(acting.value_or(named_)).lead, at);
    }
    return true;
  }
  [[nodiscard]] std::optional<policy::TeamIndex> acting_at(base::Instant at) const {
    if (policy_.is_open(named_, at)) return named_;
    for (const policy::TeamIndex cover : policy_.team(named_).cover) {
      if (policy_.is_open(cover, at)) return cover;
    }
    return std::nullopt;
  }

  void confirm_step_to_nobody() const {
    const policy::Target& target = policy_.priority(facts_.priority);
    const bool some_step = std::ranges::any_of(target.escalation, [&](const policy::EscalationStep& step) {
      const auto at = policy::takes_place(policy_.spec(), target, step, question_.at);
      return at && when(*at) == outcome("step") &&
             std::ranges::none_of(step.tell, [&](const policy::Addressee& one) { return is_there(one, *at); });
    });
    CHECK(some_step);
  }

  void confirm_late_steps() const {
    const policy::Target& target = policy_.priority(facts_.priority);
    const auto due = policy::respond_by(policy_.spec(), target, question_.at);
    REQUIRE(due.has_value());
    CHECK(outcome("due") == when(*due));
    std::set<base::Instant> steps;
    for (const policy::EscalationStep& step : target.escalation) {
      if (const auto at = policy::takes_place(policy_.spec(), target, step, question_.at)) steps.insert(*at);
    }
    CHECK(outcome("first step") == (steps.empty() ? "never" : when(*steps.begin())));
    if (!steps.empty()) CHECK(*steps.begin() >= *due);
  }

  // Another rule decides, and it is one of those that are told.
  void confirm_preempted() const {
    REQUIRE_FALSE(matched_.is_none());
    CHECK(place(matched_) != finding_.at);
    CHECK(is_noted(place(matched_)));
  }

  void confirm_redundant() const {
    REQUIRE_FALSE(matched_.is_none());
    CHECK(place(matched_) == finding_.at);
    policy::Spec without = policy_.spec();
    without.rules.erase(without.rules.begin() + matched_.value);
    CHECK(policy::Policy::make(std::move(without))->evaluate(facts_, question_.at).team == answer_.team);
  }

  void confirm_order() const {
    REQUIRE_FALSE(matched_.is_none());
    CHECK(is_noted(place(matched_)));
    policy::Spec other_way = policy_.spec();
    policy::RuleIndex later;
    for (std::uint32_t i = 0; i < other_way.rules.size(); ++i) {
      if (place({i}) == finding_.at) later = {i};
    }
    REQUIRE_FALSE(later.is_none());
    std::swap(other_way.rules[matched_.value], other_way.rules[later.value]);
    policy::Trace trace;
    static_cast<void>(policy::Policy::make(std::move(other_way))->evaluate(facts_, question_.at, &trace));
    for (const policy::Reason& reason : trace.reasons()) {
      if (reason.kind != policy::ReasonKind::RuleMatched) continue;
      CHECK(policy_.team(reason.team).party != policy_.team(named_).party);
    }
  }

  const agreement::Compiled& compiled_;
  const diag::Finding& finding_;
  const cli::WhyQuestion& question_;
  const policy::Policy& policy_;
  policy::Facts facts_;
  policy::Trace trace_;
  policy::Answer answer_;
  policy::RuleIndex matched_{};
  policy::TeamIndex named_{};
};

TEST_CASE("`tandem why` bears out the example of every finding") {
  std::set<diag::Kind> confirmed;
  std::set<std::string> options;
  for (const auto& entry : fs::directory_iterator(kGoldens)) {
    const bool is_golden = entry.path().extension() == ".yaml" || fs::exists(entry.path() / "agreement.yaml");
    if (!is_golden) continue;
    const agreement::Compiled compiled = compile_golden(entry.path());
    for (const diag::Finding& finding : compiled.findings.all()) {
      if (finding.counterexample.empty()) continue;
      CAPTURE(entry.path().filename().string());
      CAPTURE(finding.message);
      REQUIRE(compiled.summary.has_value());
      const auto question = cli::question_of(command_of(finding.counterexample), compiled.summary->policy);
      REQUIRE_MESSAGE(question.has_value(), question.error());
      Replay(compiled, finding, *question).confirm();
      confirmed.insert(finding.kind);
      for (const auto& [name, value] : finding.counterexample) options.insert(name);
    }
  }
  using enum diag::Kind;
  CHECK(confirmed == std::set{UncoveredHours, NoOwner, CoverLoop, AbsenceUncovers, TargetImpossible, EscalationToNobody,
                              EscalationAfterTarget, UnreachableRule, RedundantRule, OrderDecidesParty});
  for (const std::string_view name : {"at", "category", "priority", "site", "requester", "source", "load", "away"}) {
    CHECK_MESSAGE(options.contains(std::string(name)), name, " is in no example");
  }
}

}  // namespace
