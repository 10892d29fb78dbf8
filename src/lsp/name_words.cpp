#include "lsp/name_words.h"

#include <fmt/format.h>

#include "calendar/date_text.h"
#include "lsp/markdown.h"

namespace tandem::lsp {
namespace {

using namespace tandem::agreement;

template <class T, class Key>
const T* find_named(const std::vector<T>& things, std::string_view name, Key key) {
  const auto found = std::ranges::find_if(things, [&](const T& thing) { return std::invoke(key, thing) == name; });
  return found == things.end() ? nullptr : &*found;
}
template <class T>
const T* find_keyed(const std::vector<T>& things, std::string_view name) {
  return find_named(things, name, [](const T& thing) -> const std::string& { return thing.key.value; });
}

template <class Ref>
std::vector<std::string> names_of(const std::vector<Ref>& refs) {
  std::vector<std::string> names;
  for (const Ref& ref : refs) names.push_back(ref.name);
  return names;
}

// "`a`, `b` and 3 more"
std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 8;
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i) shown.push_back(code(names[i]));
  std::string words = fmt::format("{}", fmt::join(shown, ", "));
  if (names.size() > kShown) words += fmt::format(" and {} more", names.size() - kShown);
  return words;
}

class Page {
 public:
  Page(const Agreement& agreement, const Symbols& symbols, const Moment& moment)
      : agreement_(agreement), symbols_(symbols), moment_(moment) {}

  std::string about(SymbolId id) {
    const Symbol& symbol = symbols_.symbol(id);
    page_ = fmt::format("**{}** ({})\n", plain(symbol.name), noun(symbol.space));
    switch (symbol.space) {
      case Space::Party: party(symbol.name); break;
      case Space::Person: person(symbol.name); break;
      case Space::Team: team(symbol.name); break;
      case Space::Calendar: calendar(symbol.name); break;
      case Space::Activity: activity(symbol.name); break;
      case Space::Category: category(symbol.name); break;
      case Space::Priority: priority(symbol.name); break;
      case Space::EscalationPath: path(symbol.name); break;
      case Space::Decision: decision(symbol.name); break;
      case Space::AssetClass: asset_class(symbol.name); break;
      case Space::Rotation: rotation(symbol.name); break;
      case Space::Function:
      case Space::CategoryGroup:
      case Space::HolidaySet:
      case Space::Site:
      case Space::Department: break;
    }
    uses(id);
    return std::move(page_);
  }

 private:
  void line(std::string_view what, const std::string& words) {
    if (!words.empty()) page_ += fmt::format("\n- {}: {}", what, words);
  }
  template <class Index>
  void line(std::string_view what, const Field<Ref<Index>>& field) {
    if (field.good()) line(what, code(field.value.name));
  }
  template <class Ref>
  void line(std::string_view what, const Field<std::vector<Ref>>& field) {
    if (field.good() && !field.value.empty()) line(what, listed(names_of(field.value)));
  }
  void line(std::string_view what, const Field<std::string>& field) {
    if (field.good()) line(what, plain(field.value));
  }
  void line(std::string_view what, const Field<Length>& field) {
    if (field.good()) line(what, to_text(field.value));
  }

  [[nodiscard]] std::string time_text(base::Instant at) const {
    return calendar::local_time_text(at, moment_.policy->zone());
  }
  // "now (Thu 2026-11-26 03:40 America/New_York)"
  [[nodiscard]] std::string now_text() const {
    return fmt::format("now ({} {})", time_text(moment_.now), moment_.policy->zone().name());
  }
  [[nodiscard]] std::string display(policy::PersonIndex person) const {
    const policy::Person& who = moment_.policy->person(person);
    return plain(who.display.empty() ? who.name : who.display);
  }

  void uses(SymbolId id) {
    const auto seen = symbols_.occurrences(id);
    const auto count =
        static_cast<std::size_t>(std::ranges::count(seen, false, [](const Occurrence* o) { return o->declares; }));
    line("used", count == 0 ? "nowhere" : count == 1 ? "at 1 place" : fmt::format("at {} places", count));
  }

  void party(const std::string& name) {
    const auto* party = find_keyed(agreement_.parties, name);
    if (party == nullptr) return;
    line("name", party->name);
    line("handled by", party->handled_by);
    std::vector<std::string> people;
    for (const Person& person : agreement_.people) {
      if (person.party.good() && person.party.value.name == name) people.push_back(person.key.value);
    }
    line("people", listed(people));
  }

  void person(const std::string& name) {
    const auto* person = find_keyed(agreement_.people, name);
    if (person == nullptr) return;
    line("name", person->name);
    line("title", person->title);
    line("party", person->party);
    std::vector<std::string> teams;
    for (const Team& team : agreement_.teams) {
      const auto members = names_of(team.members.value);
      if (std::ranges::find(members, name) != members.end()) teams.push_back(team.key.value);
    }
    line("teams", listed(teams));
    std::vector<std::string> answers;
    std::vector<std::string> stands_in;
    for (const Activity& activity : agreement_.activities) {
      if (std::ranges::find(activity.accountable.value, name, &AccountableWord::name) !=
          activity.accountable.value.end())
        answers.push_back(activity.name);
      if (activity.deputy.good() && activity.deputy.value.name == name) stands_in.push_back(activity.name);
    }
    line("answers for", listed(answers));
    line("deputy for", listed(stands_in));
    if (moment_.policy == nullptr) return;
    if (const auto index = moment_.policy->find_person(name)) {
      for (const auto& leave : moment_.policy->person(*index).leave) {
        if (leave.to <= moment_.now) continue;
        line("away", fmt::format("{} to {}", time_text(leave.from), time_text(leave.to)));
        break;
      }
    }
  }

  void team(const std::string& name) {
    const auto* team = find_keyed(agreement_.teams, name);
    if (team == nullptr) return;
    line("party", team->party);
    line("lead", team->lead);
    line("members", team->members);
    line("hours", team->hours);
    if (team->minimum.good()) line("minimum", fmt::format("{}", team->minimum.value));
    line("is covered by", team->cover);
    std::vector<std::string> covers;
    for (const Team& other : agreement_.teams) {
      const auto names = names_of(other.cover.value);
      if (std::ranges::find(names, name) != names.end()) covers.push_back(other.key.value);
    }
    line("covers for", listed(covers));
    std::vector<std::string> does;
    for (const Activity& activity : agreement_.activities) {
      if (activity.responsible.good() && activity.responsible.value.name == name) does.push_back(activity.name);
    }
    line("responsible for", listed(does));
    if (moment_.policy == nullptr) return;
    if (const auto index = moment_.policy->find_team(name)) team_now(*index);
  }

  void team_now(policy::TeamIndex team) {
    const policy::Policy& policy = *moment_.policy;
    std::string words = policy.is_open(team, moment_.now) ? "there" : "not there";
    const auto person = policy.person_for(team, moment_.now, {});
    if (!person.is_none()) words += fmt::format(", new work goes to {}", display(person));
    line(now_text(), words);
  }

  void calendar(const std::string& name) {
    const auto* text = find_keyed(agreement_.calendars, name);
    if (text == nullptr) return;
    line("zone", text->time_zone);
    line("holidays", text->holidays);
    line("open when one is", text->any_of);
    line("open when all are", text->all_of);
    line("less", text->without);
    std::vector<std::string> teams;
    for (const Team& team : agreement_.teams) {
      if (team.hours.good() && team.hours.value.name == name) teams.push_back(team.key.value);
    }
    line("hours of", listed(teams));
    if (moment_.policy == nullptr) return;
    const auto& all = moment_.policy->spec().calendars;
    const auto* compiled = find_named(all, name, &policy::NamedCalendar::name);
    if (compiled != nullptr) calendar_now(compiled->open);
  }

  void calendar_now(const calendar::BusinessCalendar& open) {
    if (open.is_open(moment_.now)) {
      const auto closes = open.next_close(moment_.now);
      line(now_text(), closes ? fmt::format("open until {}", time_text(*closes)) : "open, and never closes");
    } else {
      const auto opens = open.next_open(moment_.now);
      line(now_text(), opens ? fmt::format("closed until {}", time_text(*opens)) : "closed, and never opens again");
    }
  }

  void activity(const std::string& name) {
    const auto* activity = find_named(agreement_.activities, name, &Activity::name);
    if (activity == nullptr) return;
    line("responsible", activity->responsible);
    line("accountable", activity->accountable);
    line("deputy", activity->deputy);
    line("consulted", activity->consulted);
    line("informed", activity->informed);
    if (activity->duty.good()) line("every", activity->duty.value.every);
    std::vector<std::string> categories;
    for (const Category& category : agreement_.categories) {
      if (category.activity.good() && category.activity.value.name == name) categories.push_back(category.name.value);
    }
    line("categories", listed(categories));
    if (moment_.policy == nullptr) return;
    const auto& all = moment_.policy->spec().activities;
    const auto* found = find_named(all, name, &policy::Activity::name);
    if (found == nullptr) return;
    const policy::ActivityIndex index{static_cast<std::uint32_t>(found - all.data())};
    line(now_text(), fmt::format("{} answers for it", display(moment_.policy->accountable_for(index, moment_.now))));
  }

  // The question the agreement is there for: who owns this now, and why.
  void category(const std::string& name) {
    const auto* category =
        find_named(agreement_.categories, name, [](const Category& c) -> const std::string& { return c.name.value; });
    if (category != nullptr) line("activity", category->activity);
    if (moment_.policy == nullptr) return;
    const policy::Policy& policy = *moment_.policy;
    const auto index = policy.find_category(name);
    if (!index) return;
    const policy::Facts facts{.category = *index, .priority = policy.default_priority()};
    policy::Trace trace;
    const auto answer = policy.evaluate(facts, moment_.now, &trace);
    const policy::Team& team = policy.team(answer.team);
    line(now_text(), fmt::format("{} of {} owns it{}", code(team.name), plain(policy.party(team.party).display),
                                 answer.gap ? ", although nobody of it is there: a **gap**" : ""));
    if (!answer.person.is_none()) line("new work goes to", display(answer.person));
    line("accountable", display(answer.accountable));
    page_ += "\n\nbecause\n";
    int step = 0;
    for (const auto& reason : trace.reasons())
      page_ += fmt::format("\n{}. {}", ++step, policy::explain(policy, reason));
    page_ += "\n";
  }

  void priority(const std::string& name) {
    const auto* target = find_keyed(agreement_.targets, name);
    if (target == nullptr) return;
    line("respond within", target->respond);
    line("resolve within", target->resolve);
    line("clock", target->clock);
    const auto* own = find_keyed(agreement_.escalations, name);
    steps(own != nullptr ? own : find_keyed(agreement_.escalations, "default"));
  }

  void path(const std::string& name) { steps(find_keyed(agreement_.escalations, name)); }

  void steps(const EscalationPath* path) {
    if (path == nullptr) return;
    for (const EscalationStep& step : path->steps.value) {
      if (!step.after.good()) continue;
      std::vector<std::string> told;
      for (const Addressee& to : step.tell.value) {
        told.push_back(to.kind == Addressee::Kind::Lead     ? "lead"
                       : to.kind == Addressee::Kind::OnDuty ? "on-duty"
                                                            : to.named.name);
      }
      line(fmt::format("after {}", to_text(step.after.value)),
           step.then.good() ? fmt::format("go on with {}", code(step.then.value.name)) : "tell " + listed(told));
    }
  }

  void decision(const std::string& name) {
    const auto* decision = find_keyed(agreement_.decisions, name);
    if (decision == nullptr) return;
    if (decision->by.good()) line("by", code(decision->by.value.closest ? "closest" : decision->by.value.person.name));
    line("with", decision->with);
    line("within", decision->within);
    line("deadlock", decision->deadlock);
  }

  void asset_class(const std::string& name) {
    if (const auto* found = find_keyed(agreement_.asset_classes, name)) line("requires", found->requires_);
  }

  void rotation(const std::string& name) {
    if (const auto* found = find_keyed(agreement_.rotations, name)) line("team", found->team);
  }

  const Agreement& agreement_;
  const Symbols& symbols_;
  const Moment& moment_;
  std::string page_;
};

}  // namespace

std::string brief_words(const Agreement& agreement, const Symbol& symbol) {
  const auto text = [](const Field<std::string>& field) { return field.good() ? field.value : std::string(); };
  const auto name = [](const auto& ref) { return ref.good() ? ref.value.name : std::string(); };
  switch (symbol.space) {
    case Space::Party:
      if (const auto* party = find_keyed(agreement.parties, symbol.name)) return text(party->name);
      break;
    case Space::Person:
      if (const auto* person = find_keyed(agreement.people, symbol.name)) {
        const std::string title = text(person->title);
        return text(person->name) + (title.empty() ? "" : ", " + title);
      }
      break;
    case Space::Team:
      if (const auto* team = find_keyed(agreement.teams, symbol.name)) return name(team->party);
      break;
    case Space::Activity:
      if (const auto* activity = find_named(agreement.activities, symbol.name, &Activity::name)) {
        return name(activity->responsible);
      }
      break;
    case Space::Category:
    case Space::Calendar:
    case Space::Site:
    case Space::Department:
    case Space::AssetClass:
    case Space::Priority:
    case Space::EscalationPath:
    case Space::Decision:
    case Space::HolidaySet:
    case Space::Rotation:
    case Space::Function:
    case Space::CategoryGroup: break;
  }
  return std::string(noun(symbol.space));
}

std::string words_about_name(const Agreement& agreement, const Symbols& symbols, SymbolId id, const Moment& moment) {
  return Page(agreement, symbols, moment).about(id);
}

}  // namespace tandem::lsp
