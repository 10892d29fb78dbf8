// Who has a say in a planned change, in the words of the agreement in force: who is asked and who speaks for them, who
// approves, who works on it, who is told. Private to this folder.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "desk/rules.h"

namespace tandem::desk {

// The activity a change belongs to; nothing where a new version of the agreement has it no more.
[[nodiscard]] std::optional<policy::ActivityIndex> activity_in(const ChangePlan& plan, const policy::Policy& policy);

// Whom the activity consults, and who is to be heard about the kind of decision, each once. Whoever plans it has been
// heard: neither they nor a team of theirs is asked. For a vendor answers who keeps its cases. Nobody for a standard
// change, which the agreement allows unasked. Who may not read work of the category is not asked.
[[nodiscard]] std::vector<Consulted> consulted_about(const ChangePlan& plan, const Actor& planner,
                                                     const CategoryName& category, const policy::Policy& policy);
// Whether the person, or somebody of the team, may read work of the category.
[[nodiscard]] bool is_reader(const Consulted& consulted, const CategoryName& category, const policy::Policy& policy);
// Until when they answer: so long as the kind of decision gives, or else as a step of a dispute has, and at the latest
// when the window begins.
[[nodiscard]] base::Instant answers_due(const ChangePlan& plan, const policy::Policy& policy, base::Instant now);
// For whom of those who are asked the actor speaks: themselves, their teams, and colleagues of theirs who are on leave.
[[nodiscard]] std::vector<Consulted> spoken_for(const std::vector<Consulted>& asked, const Case& given);

// By what right the actor approves it now, or why they do not. REQUIRES: the ticket has a change.
[[nodiscard]] std::variant<ApprovalGround, Refusal> approval_ground(const Case& given);
// Whether it is an action that the agreement lets the responsible team do unasked, within its limit of risk.
[[nodiscard]] bool is_unasked(const ChangePlan& plan, const policy::Activity& activity);

// The actor is of the team that owns the ticket or of the activity's responsible team. `doing`: "start it".
[[nodiscard]] std::optional<Refusal> must_work_on_change(const Case& given, std::string_view doing);
// Or answers for the activity.
[[nodiscard]] bool answers_for_change(const Case& given);

// Collects people to be told, each once; never who does what is told, nor who may not read work of the category.
class Recipients {
 public:
  // Borrows both.
  Recipients(const Circumstances& circumstances, const CategoryName& category)
      : policy_(&circumstances.policy),
        category_(&category),
        now_(circumstances.now),
        actor_(circumstances.actor.person) {}

  Recipients& add(policy::PersonIndex person, std::string_view as);
  Recipients& add(const PersonName& person, std::string_view as);
  Recipients& add(policy::TeamIndex team, std::string_view as);
  Recipients& add(const std::vector<Consulted>& consulted);
  // Who has the ticket: the person, or else their team.
  Recipients& add_owner(const Owner& owner);
  Recipients& add_accountable(const ChangePlan& plan);
  Recipients& add_informed(const ChangePlan& plan);
  [[nodiscard]] std::vector<Told> take() { return std::move(told_); }

 private:
  const policy::Policy* policy_;
  const CategoryName* category_;
  base::Instant now_;
  PersonName actor_;
  std::vector<Told> told_;
};

// "`harbor-it`, `mei`"
[[nodiscard]] std::string spoken(const std::vector<Consulted>& consulted, const policy::Policy& policy);

}  // namespace tandem::desk
