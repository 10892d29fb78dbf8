#include "desk/change_people.h"

#include "desk/audience.h"
#include "desk/resolution.h"
#include "policy/term.h"

namespace tandem::desk {
namespace {

const policy::DecisionKind* decision_of(const ChangePlan& plan, const policy::Policy& policy) {
  const auto found = policy.find_decision(plan.decision.text());
  return found ? &policy.decision(*found) : nullptr;
}

bool is_vendor(policy::PartyIndex party, const policy::Policy& policy) {
  return policy.party(party).kind == policy::PartyKind::Vendor;
}

// Gathers who is asked, each once and without whoever plans it.
class Asked {
 public:
  Asked(const Actor& planner, const policy::Policy& policy)
      : policy_(&policy), planner_(policy.find_person(planner.person.text())) {}

  void add(policy::TeamIndex team) {
    if (is_vendor(policy_->team(team).party, *policy_)) return add_handler(policy_->team(team).party);
    if (planner_ && policy_->is_member(team, *planner_)) return;
    put({.team = TeamName(policy_->team(team).name), .person = {}});
  }
  void add(policy::PersonIndex person) {
    if (is_vendor(policy_->person(person).party, *policy_)) return add_handler(policy_->person(person).party);
    if (planner_ && *planner_ == person) return;
    put({.team = {}, .person = PersonName(policy_->person(person).name)});
  }
  [[nodiscard]] std::vector<Consulted> take() && { return std::move(asked_); }

 private:
  void add_handler(policy::PartyIndex vendor) {
    const policy::PersonIndex handler = policy_->party(vendor).handled_by;
    if (!handler.is_none()) add(handler);
  }
  void put(Consulted one) {
    if (std::ranges::find(asked_, one) == asked_.end()) asked_.push_back(std::move(one));
  }

  const policy::Policy* policy_;
  std::optional<policy::PersonIndex> planner_;
  std::vector<Consulted> asked_;
};

// Whether somebody of a team of the person is the actor, while the person is on leave.
bool stands_in_for(policy::PersonIndex person, const Case& given) {
  const policy::Policy& policy = given.policy();
  if (policy.is_present(person, given.now())) return false;
  const auto actor = policy.find_person(given.actor().person.text());
  if (!actor) return false;
  const auto& teams = policy.spec().teams;
  for (std::uint32_t i = 0; i < teams.size(); ++i) {
    const policy::TeamIndex team{i};
    if (policy.is_member(team, person) && policy.is_member(team, *actor)) return true;
  }
  return false;
}

bool speaks_for(const Consulted& consulted, const Case& given) {
  if (given.actor().kind == ActorKind::Import) return true;
  if (!consulted.team.empty()) return given.standing.is_member(consulted.team);
  if (given.actor().kind != ActorKind::Person) return false;
  if (given.actor().person == consulted.person) return true;
  const auto person = given.policy().find_person(consulted.person.text());
  return person && stands_in_for(*person, given);
}

// Who decides where those who were consulted object: whom the kind of decision names, or else the end of the path of
// disputes, where that is one person.
policy::PersonIndex deadlock_of(const ChangePlan& plan, const policy::Policy& policy) {
  const auto* decision = decision_of(plan, policy);
  if (decision != nullptr && !decision->deadlock.is_none()) return decision->deadlock;
  const auto& disputes = policy.spec().governance.disputes;
  if (!disputes || disputes->path.empty() || disputes->path.back().size() != 1) return policy::PersonIndex::none();
  return disputes->path.back().front();
}

// Who says it where the agreement names somebody: they, or where they may not read it who answers for it. None for
// none.
policy::PersonIndex reader_in(policy::PersonIndex person, const Case& given) {
  if (person.is_none()) return person;
  const policy::Policy& policy = given.policy();
  const PersonName name = reader_for(PersonName(policy.person(person).name), given.ticket.ownership.accountable,
                                     given.ticket.facts.category, policy, given.now());
  return policy.find_person(name.text()).value_or(person);
}

bool is_actor(policy::PersonIndex person, const Case& given) {
  if (given.actor().kind == ActorKind::Import) return true;
  return given.actor().kind == ActorKind::Person && !person.is_none() &&
         given.actor().person.text() == given.policy().person(person).name;
}

// Of a change; its ticket's where a new version of the agreement has the change's no more.
policy::ActivityIndex activity_now(const Case& given) {
  return activity_in(given.ticket.change->plan, given.policy()).value_or(activity_of(given.ticket, given.policy()));
}

bool exceeds_risk(const ChangePlan& plan, const policy::Activity& activity) {
  const auto& limit = activity.authority.risk;
  return limit && static_cast<policy::Risk>(plan.risk) > *limit;
}

// Whether the responsible team may approve it alone, within its limits: an action of its `may`, a risk up to its
// `risk`, or a small kind of decision, which is for whoever is closest to the work.
bool is_within_authority(const ChangePlan& plan, const policy::DecisionKind* decision,
                         const policy::Activity& activity) {
  if (exceeds_risk(plan, activity)) return false;
  if (decision != nullptr) return decision->by.is_none();
  return plan.action.empty() ? activity.authority.risk.has_value() : is_unasked(plan, activity);
}

Refusal not_the_approver(std::string_view who) {
  return refuse(RefusalKind::NotTheApprover, {}, fmt::format("{} approves this change", who));
}

std::variant<ApprovalGround, Refusal> ground_against_objections(const Case& given) {
  const PlannedChange& change = *given.ticket.change;
  const policy::PersonIndex deadlock = reader_in(deadlock_of(change.plan, given.policy()), given);
  std::vector<Consulted> objectors;
  for (const PlannedChange::Answer& one : change.answers) {
    if (one.answer == ChangeAnswer::Object) objectors.push_back(one.as);
  }
  if (deadlock.is_none()) {
    return refuse(RefusalKind::Objected, {},
                  fmt::format("{} objected, and the agreement names nobody who decides then: change the plan, or ask "
                              "them to agree",
                              spoken(objectors, given.policy())));
  }
  if (is_actor(deadlock, given)) return ApprovalGround::Deadlock;
  return refuse(RefusalKind::Objected, {},
                fmt::format("{} objected: {} decides", spoken(objectors, given.policy()),
                            given.policy().person(deadlock).display));
}

}  // namespace

const std::string& name_of(const Consulted& consulted) {
  return consulted.team.empty() ? consulted.person.text() : consulted.team.text();
}

std::string spoken(const std::vector<Consulted>& consulted, const policy::Policy& policy) {
  std::vector<std::string> names;
  for (const Consulted& one : consulted)
    names.push_back(one.team.empty() ? spoken_person(policy, one.person) : fmt::format("`{}`", one.team.text()));
  return spoken_list(names);
}

std::optional<policy::ActivityIndex> activity_in(const ChangePlan& plan, const policy::Policy& policy) {
  return policy.find_activity(plan.activity.text());
}

bool is_reader(const Consulted& consulted, const CategoryName& category, const policy::Policy& policy) {
  if (consulted.team.empty()) return may_read(category, consulted.person, policy);
  const auto team = policy.find_team(consulted.team.text());
  return team ? has_reader(category, *team, policy) : !is_confidential(category, policy);
}

std::vector<Consulted> consulted_about(const ChangePlan& plan, const Actor& planner, const CategoryName& category,
                                       const policy::Policy& policy) {
  if (plan.kind == ChangeKind::Standard) return {};
  Asked asked(planner, policy);
  if (const auto index = activity_in(plan, policy)) {
    const policy::Activity& activity = policy.activity(*index);
    for (const policy::TeamIndex team : activity.consulted_teams) asked.add(team);
    for (const policy::PersonIndex person : activity.consulted_people) asked.add(person);
  }
  if (const auto* decision = decision_of(plan, policy)) {
    for (const policy::PersonIndex person : decision->with) asked.add(person);
  }
  auto all = std::move(asked).take();
  std::erase_if(all, [&](const Consulted& one) { return !is_reader(one, category, policy); });
  return all;
}

base::Instant answers_due(const ChangePlan& plan, const policy::Policy& policy, base::Instant now) {
  // A window that has begun leaves what is left of it.
  const base::Instant latest = plan.from > now ? plan.from : plan.to;
  const auto* decision = decision_of(plan, policy);
  const auto& disputes = policy.spec().governance.disputes;
  std::optional<base::Instant> due;
  if (decision != nullptr && decision->within) {
    due = policy::end_of(*decision->within, policy, now);
  } else if (disputes) {
    due = policy::end_of(disputes->decide_within, policy, now);
  }
  return due ? std::min(*due, latest) : latest;
}

std::vector<Consulted> spoken_for(const std::vector<Consulted>& asked, const Case& given) {
  std::vector<Consulted> seats;
  std::ranges::copy_if(asked, std::back_inserter(seats), [&](const Consulted& one) { return speaks_for(one, given); });
  return seats;
}

bool is_unasked(const ChangePlan& plan, const policy::Activity& activity) {
  const std::vector<std::string>& may = activity.authority.may;
  return std::ranges::find(may, plan.action) != may.end() && !exceeds_risk(plan, activity);
}

std::variant<ApprovalGround, Refusal> approval_ground(const Case& given) {
  const PlannedChange& change = *given.ticket.change;
  const policy::Policy& policy = given.policy();
  if (change.is_objected_to()) return ground_against_objections(given);
  const auto* decision = decision_of(change.plan, policy);
  if (decision != nullptr && !decision->by.is_none()) {
    const policy::PersonIndex decider = reader_in(decision->by, given);
    if (is_actor(decider, given)) return ApprovalGround::Decider;
    return not_the_approver(fmt::format("{}, who decides `{}`,", policy.person(decider).display, decision->name));
  }
  if (answers_for_change(given)) return ApprovalGround::Accountable;
  const policy::Activity& activity = policy.activity(activity_now(given));
  const policy::PersonIndex accountable = reader_in(policy.accountable_for(activity_now(given), given.now()), given);
  const std::string answers =
      fmt::format("{}, who answers for `{}`,", policy.person(accountable).display, activity.name);
  if (!is_within_authority(change.plan, decision, activity)) return not_the_approver(answers);
  const TeamName responsible(policy.team(activity.responsible).name);
  if (given.standing.is_member(responsible)) return ApprovalGround::Authority;
  if (!has_reader(given.ticket.facts.category, activity.responsible, policy)) return not_the_approver(answers);
  return not_the_approver(fmt::format("somebody of {} or {}", spoken_team(policy, responsible), answers));
}

bool answers_for_change(const Case& given) {
  return is_actor(reader_in(given.policy().accountable_for(activity_now(given), given.now()), given), given);
}

std::optional<Refusal> must_work_on_change(const Case& given, std::string_view doing) {
  const policy::Policy& policy = given.policy();
  const TeamName responsible(policy.team(policy.activity(activity_now(given)).responsible).name);
  if (given.standing.is_member(responsible)) return std::nullopt;
  return given.standing.must_own(doing);
}

Recipients& Recipients::add(policy::PersonIndex person, std::string_view as) {
  if (person.is_none()) return *this;
  tell_once(person, as, {.policy = *policy_, .category = *category_, .now = now_, .actor = actor_}, told_);
  return *this;
}

Recipients& Recipients::add(const PersonName& person, std::string_view as) {
  const auto index = policy_->find_person(person.text());
  return index ? add(*index, as) : *this;
}

Recipients& Recipients::add(policy::TeamIndex team, std::string_view as) {
  for (const policy::PersonIndex member : policy_->team(team).members) add(member, as);
  return *this;
}

Recipients& Recipients::add(const std::vector<Consulted>& consulted) {
  for (const Consulted& one : consulted) {
    const auto team = policy_->find_team(one.team.text());
    team ? add(*team, "consulted") : add(one.person, "consulted");
  }
  return *this;
}

Recipients& Recipients::add_owner(const Owner& owner) {
  if (!owner.person.empty()) return add(owner.person, "owner");
  const auto team = policy_->find_team(owner.team.text());
  return team ? add(*team, "owner") : *this;
}

Recipients& Recipients::add_accountable(const ChangePlan& plan) {
  const auto activity = activity_in(plan, *policy_);
  return activity ? add(policy_->accountable_for(*activity, now_), "accountable") : *this;
}

Recipients& Recipients::add_informed(const ChangePlan& plan) {
  const auto index = activity_in(plan, *policy_);
  if (!index) return *this;
  const policy::Activity& activity = policy_->activity(*index);
  for (const policy::TeamIndex team : activity.informed_teams) add(team, "informed");
  for (const policy::PersonIndex person : activity.informed_people) add(person, "informed");
  return *this;
}

}  // namespace tandem::desk
