// What holds of decisions whatever people do: thousands of random commands, each step held against a model that keeps
// its own few facts.
#include <doctest/doctest.h>

#include "desk/decision_scene.h"
#include "desk/due.h"
#include "desk/random_commands.h"

using namespace tandem::desk;

namespace {

// Who has the say, who has written and whether the time is over, told only of what was done.
class DecisionModel {
 public:
  explicit DecisionModel(const Ticket& ticket) : asked_(ticket.decision->asked) {}

  void see(const Event& event) {
    if (const auto* sealed = std::get_if<RecommendationSealed>(&event.data)) written_.insert(sealed->side.text());
    if (std::holds_alternative<RecommendationsOpened>(event.data)) opened_ = true;
    if (const auto* passed = std::get_if<DecisionPassedOn>(&event.data)) {
      if (!passed->to.empty()) passed_to_ = passed->to.text();
      overdue_ = overdue_ || passed->why == PassedOnBecause::Deadline;
    }
    if (std::holds_alternative<DecisionTaken>(event.data)) ++taken_;
  }
  [[nodiscard]] std::string decider(const Ticket& ticket) const {
    if (!passed_to_.empty()) return passed_to_;
    if (!asked_.by.empty()) return asked_.by.text();
    const Owner& owner = ticket.ownership.owner;
    return owner.person.empty() ? ticket.ownership.accountable.text() : owner.person.text();
  }
  [[nodiscard]] bool all_written() const { return written_.size() == asked_.sides.size(); }
  [[nodiscard]] bool may_be_taken() const { return !asked_.big || opened_ || overdue_; }
  [[nodiscard]] bool opened() const { return opened_; }
  [[nodiscard]] int taken() const { return taken_; }

 private:
  DecisionAsked asked_;
  std::set<std::string> written_;
  std::string passed_to_;
  bool opened_ = false;
  bool overdue_ = false;
  int taken_ = 0;
};

bool holds_taken(const Scene& scene, const Ticket& before, const Actor& actor, const DecisionModel& model) {
  const bool taken = std::ranges::any_of(
      scene.latest, [](const Event& event) { return std::holds_alternative<DecisionTaken>(event.data); });
  return !taken || (actor.person.text() == model.decider(before) && model.may_be_taken() && model.taken() == 0);
}

}  // namespace

TEST_CASE("only the decider decides, once, after every side; what is sealed opens when the last has written") {
  const auto policy = governed_agreement();
  std::map<std::string_view, int> seen;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    RandomCommands random(70'000 + seed);
    Scene scene{policy, a_decision_ticket(random.decision()), random.instant()};
    DecisionModel model(scene.ticket);
    for (int step = 0; step < 40; ++step) {
      CAPTURE(seed);
      CAPTURE(step);
      scene.now = scene.now + random.pause();
      const Actor actor = random.actor(scene.ticket);
      const Ticket before = scene.ticket;
      if (scene.does(actor, random.chance(3) ? random.command(scene.ticket) : random.about_decision(scene.ticket))) {
        REQUIRE(scene.ticket == before);
        continue;
      }
      REQUIRE(holds_taken(scene, before, actor, model));
      for (const Event& event : scene.latest) {
        model.see(event);
        ++seen[name_of(event.data)];
      }
      REQUIRE(model.opened() == model.all_written());
      REQUIRE(scene.ticket.decision->opened_at.has_value() == model.opened());
      REQUIRE(decider_of(scene.ticket).text() == model.decider(scene.ticket));
      REQUIRE(scene.ticket.decision->outcome.has_value() == (model.taken() == 1));
      if (before.decision->outcome) REQUIRE(scene.ticket.decision->outcome == before.decision->outcome);
    }
    REQUIRE(*replay(kTicketId, scene.events) == scene.ticket);
  }
  for (const std::string_view name : {"advice-given", "recommendations-opened", "decision-passed-on", "decision-taken"})
    CHECK_MESSAGE(seen[name] >= 100, name);
}

TEST_CASE("time does each thing to a decision once, and says when it next does something") {
  const auto policy = governed_agreement();
  std::map<std::string_view, int> seen;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    RandomCommands random(90'000 + seed);
    NewDecision question = random.decision();
    if (random.chance(2)) question.kind = DecisionKindName("risk-acceptance");  // which lapses
    Scene scene{policy, a_decision_ticket(std::move(question)), kMonday};
    for (int step = 0; step < 40 && !scene.ticket.decision->outcome; ++step) {
      scene.now = scene.now + random.pause();
      scene.does(random.actor(scene.ticket), random.about_decision(scene.ticket));
    }
    for (int turn = 0; turn < 40; ++turn) {
      const auto due = scene.due();
      if (!due) break;
      scene.now = std::max(scene.now, *due);
      REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
      for (const Event& event : scene.latest) ++seen[name_of(event.data)];
      const auto next = scene.due();
      REQUIRE((!next || *next > scene.now));
    }
    REQUIRE_FALSE(decision_due(scene.ticket));
    REQUIRE(*replay(kTicketId, scene.events) == scene.ticket);
  }
  for (const std::string_view name : {"decision-passed-on", "lapse-reminded", "decision-lapsed"})
    CHECK_MESSAGE(seen[name] >= 10, name);
}
