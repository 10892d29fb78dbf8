#include "desk/leave_cover.h"

#include "desk/audience.h"
#include "desk/folds.h"
#include "desk/resolution.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

using policy::PersonIndex;
using policy::TeamIndex;

bool is_same(const Uncovered& a, const Uncovered& b) {
  return a.kind == b.kind && a.subject == b.subject;
}

// Whether the one says something that the other does not.
bool says_more(const std::vector<Uncovered>& now, const std::vector<Uncovered>& before) {
  return std::ranges::any_of(now, [&](const Uncovered& one) {
    return std::ranges::none_of(before, [&](const Uncovered& other) { return is_same(one, other); });
  });
}

// A person with the team in which they arrange it.
struct Arranger {
  TeamIndex team;
  PersonIndex person;
  std::string why;
  policy::TextPlace at;
};

// Who may be asked to arrange cover for somebody, the nearest first; each is of the team that they are named with.
class Arrangers {
 public:
  Arrangers(PersonIndex goes, std::span<const Uncovered> uncovered, const policy::Policy& policy)
      : goes_(goes), uncovered_(uncovered), policy_(policy) {}

  [[nodiscard]] std::vector<Arranger> list() && {
    // In the agreement's order, those first that miss them.
    auto teams = teams_of(goes_);
    std::ranges::stable_partition(teams, [&](TeamIndex team) { return is_uncovered(team); });
    for (const TeamIndex team : teams) {
      const policy::Team& one = policy_.team(team);
      add(one.lead, team, fmt::format("leads `{}`", one.name), one.at);
    }
    for (const TeamIndex team : teams) add_who_answers(team);
    for (const TeamIndex team : teams) {
      for (const PersonIndex member : policy_.team(team).members)
        add(member, team, fmt::format("is of `{}`", policy_.team(team).name), policy_.team(team).at);
    }
    return std::move(found_);
  }

 private:
  // Something of the team itself, or of what it is responsible for.
  [[nodiscard]] bool is_uncovered(TeamIndex team) const {
    return std::ranges::any_of(uncovered_, [&](const Uncovered& one) {
      const auto activity = policy_.find_activity(one.subject);
      const bool is_its_work = activity && policy_.activity(*activity).responsible == team;
      return is_its_work || policy_.find_team(one.subject) == team;
    });
  }
  void add_who_answers(TeamIndex team) {
    for (const policy::Activity& activity : policy_.spec().activities) {
      if (activity.responsible != team) continue;
      add(activity.accountable, team, fmt::format("answers for `{}`", activity.name), activity.accountable_at);
      add(activity.deputy, team, fmt::format("answers for `{}` as deputy", activity.name), activity.deputy_at);
    }
  }
  [[nodiscard]] std::vector<TeamIndex> teams_of(PersonIndex person) const {
    std::vector<TeamIndex> teams;
    for (std::uint32_t i = 0; i < policy_.spec().teams.size(); ++i) {
      if (policy_.is_member(TeamIndex{i}, person)) teams.push_back({i});
    }
    return teams;
  }
  void add(PersonIndex person, TeamIndex team, std::string why, const policy::TextPlace& at) {
    if (person.is_none() || person == goes_ || !is_of_a_party(policy_, person)) return;
    if (!policy_.is_member(team, person)) {
      const auto own = teams_of(person);
      if (own.empty()) return;
      team = own.front();
    }
    found_.push_back({.team = team, .person = person, .why = std::move(why), .at = at});
  }

  PersonIndex goes_;
  std::span<const Uncovered> uncovered_;
  const policy::Policy& policy_;
  std::vector<Arranger> found_;
};

std::optional<Refusal> must_be_cover(const Ticket& ticket) {
  if (ticket.cover) return std::nullopt;
  return refuse(RefusalKind::WrongKind, {}, "this is no task to arrange cover for somebody's leave");
}

std::optional<Refusal> check_by(const PersonName& by, const LeaveInSight& leave, const policy::Policy& policy) {
  if (by.empty()) return std::nullopt;
  const auto person = policy.find_person(by.text());
  if (!person || !is_of_a_party(policy, *person)) {
    return refuse(RefusalKind::UnknownPerson, "by",
                  fmt::format("nobody of the client or a provider is called `{}`", by.text()));
  }
  if (by != leave.person && policy.is_present(*person, leave.begins)) return std::nullopt;
  return refuse(RefusalKind::PersonAway, "by", fmt::format("{} is on leave then", policy.person(*person).display));
}

std::optional<Refusal> may_be_closed(const Ticket& ticket) {
  if (auto no = must_have_no_open_steps(ticket)) return no;
  return must_be_reviewed(ticket);
}

bool is_to_be_closed(const Ticket& ticket) {
  return ticket.cover && is_open(ticket.state) && !ticket.cover->settled.empty() && !may_be_closed(ticket);
}

void close_not_needed(const std::string& why, const Case& given, Events& events) {
  events.push_back(given.event(FoundNotNeeded{.reason = why}));
  std::ranges::move(leave(given, TicketClosed{}), std::back_inserter(events));
}

// Of a task that is open. Where it was opened again although nothing is uncovered, somebody wants it open.
Decision nothing_uncovered(const KeepCover& command, const Case& given) {
  const CoverWanted& wanted = given.ticket.cover->wanted;
  if (wanted.uncovered.empty()) return refuse(RefusalKind::NoChange, {}, "nothing has changed about it");
  if (auto no = check_text(command.why, "why", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  Events events{given.event(CoverWanted{.leave = wanted.leave, .uncovered = {}, .why = command.why})};
  if (!may_be_closed(given.ticket)) close_not_needed(command.why, given, events);
  return events;
}

}  // namespace

Ownership cover_ownership(const PersonName& goes, std::span<const Uncovered> uncovered, const TicketOpened& facts,
                          const Circumstances& circumstances) {
  const policy::Policy& policy = circumstances.policy;
  Ownership ownership = resolve_ownership(facts, policy, circumstances.now, circumstances.workload);
  const auto person = policy.find_person(goes.text());
  const auto arrangers = person ? Arrangers(*person, uncovered, policy).list() : std::vector<Arranger>();
  if (arrangers.empty()) return ownership;
  const auto there = std::ranges::find_if(
      arrangers, [&](const Arranger& one) { return policy.is_present(one.person, circumstances.now); });
  const Arranger& chosen = there == arrangers.end() ? arrangers.front() : *there;
  const policy::Team& team = policy.team(chosen.team);
  const std::string& name = policy.person(chosen.person).name;
  ownership.owner = {.party = PartyName(policy.party(team.party).name),
                     .team = TeamName(team.name),
                     .person = there == arrangers.end() ? PersonName() : PersonName(name)};
  ownership.accountable = PersonName(name);
  ownership.gap = ownership.owner.person.empty();
  ownership.reasons = {{.kind = "leave-cover",
                        .text = fmt::format("{} {} and arranges cover for {}", policy.person(chosen.person).display,
                                            chosen.why, spoken_person(policy, goes)),
                        .file = chosen.at.file,
                        .line = chosen.at.line}};
  return kept_with_readers(std::move(ownership), facts.category, policy, circumstances.now);
}

Decision decide_on(const KeepCover& command, const Case& given) {
  if (given.actor().kind != ActorKind::System)
    return refuse(RefusalKind::NotAMember, {}, "what is uncovered is worked out by the desk");
  if (auto no = must_be_cover(given.ticket)) return *std::move(no);
  const LeaveCover& cover = *given.ticket.cover;
  const auto no_change = [] { return refuse(RefusalKind::NoChange, {}, "nothing has changed about it"); };
  if (command.uncovered.size() > kMaxUncovered)
    return refuse(RefusalKind::TextTooLong, "uncovered", "that is more than anybody reads");
  if (is_open(given.ticket.state)) {
    if (command.uncovered.empty()) return nothing_uncovered(command, given);
    if (command.uncovered == cover.wanted.uncovered) return no_change();
    return Events{given.event(CoverWanted{.leave = cover.wanted.leave, .uncovered = command.uncovered, .why = {}})};
  }
  // What was arranged, or found not needed, was so for what was uncovered then.
  if (given.ticket.merged_into || !says_more(command.uncovered, cover.wanted.uncovered)) return no_change();
  return Events{given.event(CoverWanted{.leave = cover.wanted.leave, .uncovered = command.uncovered, .why = {}}),
                given.event(TicketReopened{.reason = "more is uncovered than before"}),
                given.event(OwnerAssigned{.cause = AssignmentCause::Reopened,
                                          .ownership = ownership_anew(given.ticket, given.circumstances)})};
}

Decision decide_on(const ArrangeCover& command, const Case& given) {
  if (auto no = must_be_cover(given.ticket)) return *std::move(no);
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  const bool answers_for_it =
      given.actor().kind == ActorKind::Person && given.actor().person == given.ticket.ownership.accountable;
  if (!answers_for_it) {
    if (auto no = given.standing.must_own("say what was arranged")) return *std::move(no);
  }
  if (auto no = check_text(command.text, "text", "what was arranged", kMaxText, Emptiness::Refused))
    return *std::move(no);
  if (auto no = check_by(command.by, given.ticket.cover->wanted.leave, given.policy())) return *std::move(no);
  if (auto no = must_have_no_open_steps(given.ticket)) return *std::move(no);
  if (auto no = must_be_stood_down(given.ticket)) return *std::move(no);
  Events events{given.event(CoverArranged{.text = command.text, .by = command.by})};
  std::ranges::move(leave(given, TicketResolved{.note = command.text}), std::back_inserter(events));
  return events;
}

std::optional<base::Instant> cover_due(const Ticket& ticket) {
  if (!ticket.cover || !is_open(ticket.state)) return std::nullopt;
  if (is_to_be_closed(ticket)) return ticket.updated_at;
  return ticket.cover->wanted.uncovered.empty() ? std::nullopt : ticket.cover->remind_at;
}

Events close_settled_cover(const Case& given) {
  if (!is_to_be_closed(given.ticket)) return {};
  Events events;
  close_not_needed(given.ticket.cover->settled, given, events);
  return events;
}

Events remind_of_cover(const Case& given) {
  const auto& cover = given.ticket.cover;
  if (!cover || !is_open(given.ticket.state) || cover->wanted.uncovered.empty()) return {};
  if (!cover->remind_at || *cover->remind_at > given.now()) return {};
  Audience audience(given);
  audience.add_holder();
  audience.add(given.ticket.ownership.accountable, "accountable");
  return {given.event(CoverReminded{.told = std::move(audience).take()})};
}

std::string fold(Ticket& ticket, const Event& event, const CoverWanted& wanted) {
  if (ticket.facts.kind != TicketKind::Task) return "only a task is about cover";
  if (ticket.cover) {
    LeaveCover& cover = *ticket.cover;
    if (cover.wanted.leave != wanted.leave) return "the task is about another leave";
    cover.wanted = wanted;
    cover.settled = wanted.uncovered.empty() ? wanted.why : std::string();
    // Those who have it hear of what is uncovered anyway.
    if (cover.remind_at && *cover.remind_at <= event.at) cover.remind_at.reset();
    return {};
  }
  const base::Instant remind_at = wanted.leave.begins - kCoverReminder;
  ticket.cover = LeaveCover{
      .wanted = wanted, .remind_at = remind_at > event.at ? std::optional(remind_at) : std::nullopt, .arranged = {}};
  return {};
}

std::string fold(Ticket& ticket, const Event&, const CoverReminded&) {
  // Logs have reminders of a task that was wanted again in the last week: it was due at once then.
  if (!ticket.cover) return "nobody has to be reminded of cover";
  ticket.cover->remind_at.reset();
  return {};
}

void reopen_cover(LeaveCover& cover) {
  cover.arranged.reset();
  cover.settled.clear();
}

std::string fold(Ticket& ticket, const Event& event, const CoverArranged& arranged) {
  if (!ticket.cover) return "the task is about no leave";
  if (!is_open(ticket.state)) return fmt::format("the ticket is {}", to_text(ticket.state));
  ticket.cover->arranged =
      LeaveCover::Arranged{.text = arranged.text, .by = arranged.by, .at = event.at, .who = event.actor};
  return {};
}

}  // namespace tandem::desk
