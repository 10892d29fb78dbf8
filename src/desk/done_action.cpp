#include "desk/done_action.h"

#include "base/plain_text.h"
#include "calendar/date_text.h"
#include "desk/action_boundaries.h"
#include "desk/decision_rules.h"
#include "desk/folds.h"

namespace tandem::desk {
namespace {

std::optional<Refusal> check_cost(const std::optional<Cost>& cost) {
  if (!cost) return std::nullopt;
  const bool is_currency =
      cost->currency.size() == 3 && std::ranges::all_of(cost->currency, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!is_currency) return refuse(RefusalKind::BadAction, "cost", "a currency has three capital letters: `USD`");
  if (cost->hundredths > kMaxCost) return refuse(RefusalKind::BadAction, "cost", "the cost is too large");
  return std::nullopt;
}

std::optional<Refusal> check_time(base::Instant done_at, base::Instant now) {
  if (done_at > now) return refuse(RefusalKind::WrongTime, "done_at", "that is yet to come: what is done is recorded");
  if (done_at < now - kOldestAction) return refuse(RefusalKind::WrongTime, "done_at", "that is more than a month ago");
  return std::nullopt;
}

// As the agreement's words are written: a blank around them is no other action.
RecordAction without_blanks(RecordAction command) {
  for (std::string* text : {&command.name, &command.on, &command.reason}) *text = std::string(base::trimmed(*text));
  return command;
}

std::optional<Refusal> check_words(const RecordAction& command, const Case& given) {
  if (auto no = check_text(command.name, "name", "what was done", kMaxActionName, Emptiness::Refused)) return no;
  if (auto no = check_text(command.on, "on", "what it was done to", kMaxActionTarget, Emptiness::Allowed)) return no;
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Allowed)) return no;
  if (auto no = check_cost(command.cost)) return no;
  return check_time(command.done_at, given.now());
}

std::optional<Refusal> may_record(const Case& given) {
  if (given.actor().kind != ActorKind::Person)
    return refuse(RefusalKind::NotAMember, {}, "only people of the client or a provider record what they have done");
  if (auto no = given.standing.must_belong("record what they have done")) return no;
  if (given.ticket.state == State::Closed) return must_be_open(given.ticket);
  if (given.ticket.actions.size() < kMaxActions) return std::nullopt;
  return refuse(RefusalKind::BadAction, {},
                fmt::format("the ticket has {} actions already: no more are kept", kMaxActions));
}

// Times that people say have minutes: what was done in the minute of the decision was done after it.
base::Instant minute_of(base::Instant at) {
  return base::Instant(std::chrono::floor<std::chrono::minutes>(at.sys().time_since_epoch()));
}

// Why what was done is not within the time that was decided for; empty: it is.
std::string beyond_time(const RecordAction& command, const DecidedOption& decided, const policy::Policy& policy) {
  const auto spoken = [&](base::Instant at) {
    return fmt::format("{} ({})", calendar::local_time_text(at, policy.zone()), policy.zone().name());
  };
  if (command.done_at < minute_of(decided.from))
    return fmt::format("it was done before that was decided, at {}", spoken(decided.from));
  if (decided.until && command.done_at >= *decided.until)
    return fmt::format("what was decided there held until {}", spoken(*decided.until));
  return {};
}

// What was spent under the decision before, on whichever ticket, in the currency. What this ticket has from before
// decisions heard of it counts as well.
std::uint64_t spent_under(const Related& decision, const Ticket& ticket, std::string_view currency) {
  std::uint64_t hundredths = 0;
  const auto add = [&](const std::optional<Cost>& cost) {
    if (cost && cost->currency == currency) hundredths += cost->hundredths;
  };
  const auto& uses = decision.decided->uses;
  for (const DecisionUsed& one : uses) add(one.cost);
  for (const DoneAction& one : ticket.actions) {
    const ActionRecorded& done = one.recorded;
    if (!done.decided_by || done.decided_by->ticket != decision.id) continue;
    const bool is_known = std::ranges::any_of(
        uses, [&](const DecisionUsed& use) { return use.ticket == ticket.id && use.action == done.action; });
    if (!is_known) add(done.cost);
  }
  return hundredths;
}

std::string beyond_cost(const RecordAction& command, const Related& decision, const Ticket& ticket) {
  if (!command.cost || command.cost->hundredths == 0) return {};
  const auto& decided = decision.decided->option.cost;
  Cost together = *command.cost;
  together.hundredths += spent_under(decision, ticket, together.currency);
  const bool fits = decided && decided->currency == together.currency && together.hundredths <= decided->hundredths;
  if (fits) return {};
  const bool adds_up = together != *command.cost;
  return fmt::format(
      "it costs {}{}: {} was decided", spoken_cost(*command.cost),
      adds_up ? fmt::format(", {} with what was done under the decision before", spoken_cost(together)) : std::string(),
      decided ? spoken_cost(*decided) : std::string("no cost"));
}

// What is done on the decision's own ticket needs no link: none joins a ticket with itself.
bool is_linked(const Ticket& ticket, const Related& other) {
  if (other.id == ticket.id) return true;
  return std::ranges::find(ticket.links, other.id, &Link::other) != ticket.links.end();
}

// What was decided is allowed as it was decided: why it is not; empty: it is.
std::string beyond_decision(const RecordAction& command, const Related& decision, const Case& given) {
  if (!decision.decided) return "nothing is decided there that holds now";
  if (!is_linked(given.ticket, decision)) return "the decision is not linked with this ticket";
  if (auto beyond = beyond_time(command, *decision.decided, given.policy()); !beyond.empty()) return beyond;
  const DecisionOption& option = decision.decided->option;
  if (option.action != command.name)
    return fmt::format("it was decided to do `{}`", option.action.empty() ? option.name : option.action);
  if (option.risk && !command.risk)
    return fmt::format("it does not say how risky it was: {} was decided", to_text(*option.risk));
  if (option.risk && *command.risk > *option.risk)
    return fmt::format("its risk is {}: {} was decided", to_text(*command.risk), to_text(*option.risk));
  return beyond_cost(command, decision, given.ticket);
}

// What allows an action, or in what it goes beyond.
struct Permission {
  bool is_allowed = false;
  std::string because;
  policy::TextPlace at;
  std::optional<DecisionRef> decided_by{};
  std::string first{};  // what would make it allowed, before anybody is asked; empty: nothing but a decision
};

Permission held_against_decision(const RecordAction& command, const Related& decision, const Case& given) {
  std::string beyond = beyond_decision(command, decision, given);
  const bool fits = beyond.empty();
  return {
      .is_allowed = fits,
      .because = fits ? std::string("a decision allows it") : std::move(beyond),
      .at = {},
      .decided_by = fits ? std::optional(DecisionRef{.ticket = decision.id, .number = decision.number}) : std::nullopt,
      .first = decision.decided && !is_linked(given.ticket, decision) ? "link the two" : ""};
}

Permission held_against_agreement(const RecordAction& command, const ActionGround& ground) {
  const policy::Activity& activity = ground.activity();
  if (!ground.binds()) {
    return {.is_allowed = true,
            .because = fmt::format("whoever answers for `{}` asks nobody", activity.name),
            .at = activity.accountable_at};
  }
  std::string excess = ground.excess_of(command);
  if (!excess.empty()) return {.is_allowed = false, .because = std::move(excess), .at = activity.at};
  return {.is_allowed = true,
          .because = fmt::format("`{}` may do `{}` alone", ground.team().name, command.name),
          .at = activity.at};
}

Refusal must_be_asked(const Permission& permission, const ActionGround& ground, const policy::Policy& policy) {
  if (!permission.first.empty()) {
    return refuse(RefusalKind::MustBeAsked, "decided_by",
                  fmt::format("{}: {} first", permission.because, permission.first));
  }
  const auto [person, kind] = ground.say();
  std::string whom;
  if (!person.empty()) whom = fmt::format(": ask {}", spoken_person(policy, person));
  if (!kind.empty()) whom += fmt::format("{} a decision of kind `{}`", person.empty() ? ": open" : " by", kind.text());
  return refuse(RefusalKind::MustBeAsked, "name",
                fmt::format("{}{}; if it has been done already, say why", permission.because, whom));
}

TeamName team_of_actor(const ActionGround& ground, const Case& given) {
  if (ground.is_theirs()) return TeamName(ground.team().name);
  const TeamName& owner = given.ticket.ownership.owner.team;
  return given.standing.is_member(owner) ? owner : given.standing.first_team();
}

bool is_bound_by_risk(const RecordAction& command, const ActionGround& ground) {
  return ground.binds() && ground.is_theirs() && ground.activity().authority.risk && !command.risk &&
         !command.decided_by;
}

std::variant<Permission, Refusal> permission_for(const RecordAction& command, const ActionGround& ground,
                                                 const Case& given) {
  if (!command.decided_by) return held_against_agreement(command, ground);
  const Related* decision = given.other(*command.decided_by);
  if (decision == nullptr) return refuse(RefusalKind::NoSuchTicket, "decided_by", "there is no such ticket");
  return held_against_decision(command, *decision, given);
}

}  // namespace

Boundaries boundaries_of(const Ticket& ticket, const Circumstances& circumstances) {
  const Case given{.ticket = ticket, .circumstances = circumstances, .standing = Standing(ticket, circumstances)};
  const ActionGround ground(given);
  const policy::Activity& activity = ground.activity();
  const policy::Authority& authority = activity.authority;
  const auto [ask, decide] = ground.say();
  const Cost spent = ground.spent();
  const bool is_theirs = ground.is_theirs();
  return {.activity = ActivityName(activity.name),
          .team = TeamName(ground.team().name),
          .binds = ground.binds(),
          .is_theirs = is_theirs,
          .may = is_theirs ? authority.may : std::vector<std::string>(),
          .spend = authority.spend ? authority.spend->text : std::string(),
          .spent = spent.hundredths > 0 ? spoken_cost(spent) : std::string(),
          .risk = authority.risk ? std::optional(static_cast<RiskLevel>(*authority.risk)) : std::nullopt,
          .file = activity.at.file,
          .line = activity.at.line,
          .ask = ask,
          .decide = decide,
          .told = ground.audience({})};
}

Decision decide_on(const RecordAction& said, const Case& given) {
  if (auto no = may_record(given)) return *std::move(no);
  const RecordAction command = without_blanks(said);
  if (auto no = check_words(command, given)) return *std::move(no);
  const ActionGround ground(given, command.name);
  if (is_bound_by_risk(command, ground)) {
    return refuse(RefusalKind::BadAction, "risk",
                  fmt::format("say how risky it was: `{}` may go up to {} alone", ground.team().name,
                              to_text(static_cast<RiskLevel>(*ground.activity().authority.risk))));
  }
  const auto answer = permission_for(command, ground, given);
  if (const auto* no = std::get_if<Refusal>(&answer)) return *no;
  const auto& permission = std::get<Permission>(answer);
  if (!permission.is_allowed && command.reason.empty()) return must_be_asked(permission, ground, given.policy());
  const PersonName asked = permission.is_allowed ? PersonName() : ground.across();
  return Events{given.event(ActionRecorded{.action = static_cast<std::uint32_t>(given.ticket.actions.size()) + 1,
                                           .name = command.name,
                                           .on = command.on,
                                           .done_at = command.done_at,
                                           .cost = command.cost,
                                           .risk = command.risk,
                                           .team = team_of_actor(ground, given),
                                           .activity = ActivityName(ground.activity().name),
                                           .because = permission.because,
                                           .file = permission.at.file,
                                           .line = permission.at.line,
                                           .reason = permission.is_allowed ? std::string() : command.reason,
                                           .asked = asked,
                                           .told = ground.audience(asked),
                                           .agreement_version = given.policy().spec().version,
                                           .decided_by = permission.decided_by})};
}

}  // namespace tandem::desk
