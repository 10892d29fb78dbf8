#include <boost/json.hpp>

#include "cli/agreement_input.h"
#include "cli/calendar_hours_picture.h"
#include "cli/calendar_month_json.h"
#include "cli/calendar_open_days.h"
#include "cli/calendar_overview_picture.h"
#include "cli/calendar_presence_picture.h"
#include "cli/calendar_ribbon_picture.h"
#include "cli/calendar_subject.h"
#include "cli/calendar_team.h"
#include "cli/commands.h"
#include "cli/local_text.h"
#include "cli/table.h"
#include "diag/visible.h"
#include "json/json.h"

namespace tandem::cli {
namespace {

using calendar::Date;
using policy::PersonIndex;

// "2026-11", or the month of the clock.
std::expected<std::chrono::year_month, std::string> month_of(std::string_view words, const calendar::Zone& zone,
                                                             const base::Clock& clock) {
  if (words.empty()) {
    const Date today = zone.to_local(clock.now()).date;
    return today.year() / today.month();
  }
  const auto first = calendar::parse_date(fmt::format("{}-01", words));
  if (words.size() != 7 || !first || first->year() < std::chrono::year(1) || first->year() > std::chrono::year(9998)) {
    return std::unexpected(fmt::format("`{}` is not a month: write it as 2026-11", diag::visible(words)));
  }
  return first->year() / first->month();
}

// A colour for everybody who stands in a rotation, in the order of the agreement: the same in every picture.
std::map<PersonIndex, Ink> inks_of(const policy::Spec& spec) {
  std::map<PersonIndex, Ink> inks;
  for (const policy::Team& team : spec.teams) {
    for (const PersonIndex person : team.rotation_order) inks.emplace(person, block_ink(inks.size()));
  }
  return inks;
}

struct MonthOf {
  const Agreed& agreed;
  const MonthFrame& frame;
  Date today;
  std::map<PersonIndex, Ink> inks;

  [[nodiscard]] const policy::Policy& policy() const { return *agreed.policy; }
  [[nodiscard]] std::string name(PersonIndex person) const { return diag::visible(policy().person(person).display); }
};

HoursPicture hours_picture(const policy::NamedCalendar& calendar, const MonthOf& month) {
  HoursPicture picture{.subject = calendar.name, .open = {}, .notes = {}, .today = month.today};
  for (const OpenDay& day : open_days(calendar.open, month.frame.zone(), month.frame.whole())) {
    picture.open.insert(picture.open.end(), day.open.begin(), day.open.end());
    for (const OpenDay::Note& note : day.notes) picture.notes.push_back({day.date, diag::visible(note.text)});
  }
  return picture;
}

// Gaps first: what lies beneath them is cut away.
void add_duty(const std::vector<Ribbon::Stretch>& duty, const std::vector<TeamGap>& gaps, Ribbon& ribbon) {
  auto gap = gaps.begin();
  const auto add_gap = [&] {
    ribbon.stretches.push_back({gap->during, "nobody", Ribbon::Kind::Gap});
    ++gap;
  };
  for (const Ribbon::Stretch& one : duty) {
    base::Instant from = one.during.from;
    while (gap != gaps.end() && gap->during.from < one.during.to) {
      if (from < gap->during.from) {
        ribbon.stretches.push_back(
            {{from, gap->during.from}, one.label, one.kind, one.ink, one.begins || from != one.during.from});
      }
      from = std::max(from, gap->during.to);
      add_gap();
    }
    if (from < one.during.to) {
      ribbon.stretches.push_back(
          {{from, one.during.to}, one.label, one.kind, one.ink, one.begins || from != one.during.from});
    }
  }
  while (gap != gaps.end()) add_gap();
}

RibbonPicture ribbon_picture(policy::TeamIndex team, const MonthOf& month) {
  const base::Interval whole = month.frame.whole();
  std::vector<Ribbon::Stretch> duty;
  for (const TeamShift& shift : shifts_of(month.policy(), team, whole)) {
    duty.push_back({shift.during, month.name(shift.person), Ribbon::Kind::Duty, month.inks.at(shift.person),
                    shift.whole.from == shift.during.from});
  }
  Ribbon ribbon{.name = "on duty", .stretches = {}};
  add_duty(duty, gaps_of(month.policy(), team, whole), ribbon);
  return {.subject = month.policy().team(team).name, .ribbons = {std::move(ribbon)}, .today = month.today};
}

PresencePicture presence_picture(policy::TeamIndex team, const MonthOf& month) {
  PresencePicture picture{.subject = month.policy().team(team).name, .parts = {}, .today = month.today};
  for (const Presence& presence : presence_of(month.policy(), team, month.frame.whole())) {
    const std::size_t present = presence.people.size();
    picture.parts.push_back({presence.during, present, present < month.policy().team(team).minimum});
  }
  return picture;
}

// "Thu 12 09:00": days of the month need no more.
std::string short_text(base::Instant at, const MonthFrame& frame) {
  const auto local = frame.zone().to_local(at);
  if (local.date.year() / local.date.month() != frame.month()) return local_text(at, frame.zone());
  return fmt::format("{} {:2} {}", weekday_text(local.date), static_cast<unsigned>(local.date.day()),
                     clock_text(local.time_of_day));
}

std::string short_text(base::Interval during, const MonthFrame& frame) {
  const bool one_day = frame.zone().to_local(during.from).date == frame.zone().to_local(during.to).date;
  return short_text(during.from, frame) + "–" +
         (one_day ? end_text(during, frame.zone()) : short_text(during.to, frame));
}

// Below a team's picture: its gaps, and who is away.
std::string team_notes(policy::TeamIndex team, const MonthOf& month, const Palette& palette) {
  constexpr std::size_t kReasonColumns = 36;
  Table table({{}, {}, {"", Align::Right}, {}});
  for (const TeamGap& gap : gaps_of(month.policy(), team, month.frame.whole())) {
    table.add({{"gap", Ink::Bad},
               {short_text(gap.during, month.frame)},
               {hours_text(gap.during.to - gap.during.from)},
               {shortened(diag::visible(gap.reason), kReasonColumns)}});
  }
  for (const Away& away : away_in(month.policy(), team, month.frame.whole())) {
    table.add({{"away", Ink::Notable},
               {short_text(away.during, month.frame)},
               {},
               {shortened(month.name(away.person), kReasonColumns)}});
  }
  return table.empty() ? "" : '\n' + table.text(palette);
}

std::string team_text(policy::TeamIndex team, const MonthOf& month, const Palette& palette) {
  const std::string picture = month.policy().team(team).rotation
                                  ? draw(ribbon_picture(team, month), month.frame, palette)
                                  : draw(presence_picture(team, month), month.frame, palette);
  return picture + team_notes(team, month, palette);
}

// How much of the day each has, so that the longest names the day.
template <class Key>
std::optional<Key> longest(const std::vector<std::pair<Key, base::Duration>>& shares) {
  std::map<Key, base::Duration> sums;
  for (const auto& [key, time] : shares) sums[key] += time;
  std::optional<Key> best;
  for (const auto& [key, time] : sums) {
    if (time > base::Duration{} && (!best || time > sums[*best])) best = key;
  }
  return best;
}

// The rows of an overview; people get their place in it when they first come.
class Overview {
 public:
  explicit Overview(const MonthOf& month) : month_(month) {
    picture_.subject = month.policy().spec().name;
    picture_.today = month.today;
  }

  void add(policy::TeamIndex team) {
    const base::Interval whole = month_.frame.whole();
    const auto shifts = shifts_of(month_.policy(), team, whole);
    const auto presence = presence_of(month_.policy(), team, whole);
    const auto gaps = gaps_of(month_.policy(), team, whole);
    OverviewPicture::Row row{diag::visible(month_.policy().team(team).name), {}};
    for (const Date date : month_.frame.days()) {
      const base::Interval day = month_.frame.day(date);
      const auto share = [&](base::Interval part) { return covered({part}, day); };
      std::vector<std::pair<std::uint32_t, base::Duration>> people;
      for (const TeamShift& shift : shifts) people.emplace_back(shift.person.value, share(shift.during));
      std::vector<std::pair<std::size_t, base::Duration>> counts;
      for (const Presence& one : presence) counts.emplace_back(one.people.size(), share(one.during));
      DayMark mark;
      if (const auto person = longest(people)) mark.person = place_of({*person});
      const auto count = longest(counts);
      mark.open = count.has_value();
      mark.present = count.value_or(0);
      mark.gap = std::ranges::any_of(gaps, [&](const TeamGap& gap) { return share(gap.during) > base::Duration{}; });
      row.days.push_back(mark);
    }
    picture_.rows.push_back(std::move(row));
  }

  [[nodiscard]] const OverviewPicture& picture() const { return picture_; }

 private:
  std::size_t place_of(PersonIndex person) {
    const auto [known, is_new] = places_.emplace(person, picture_.people.size());
    if (is_new) picture_.people.push_back({month_.name(person), month_.inks.at(person)});
    return known->second;
  }

  const MonthOf& month_;
  OverviewPicture picture_;
  std::map<PersonIndex, std::size_t> places_;
};

}  // namespace

int run(const CalendarMonth& command, const Environment& environment) {
  const auto agreed = read_policy(command.path, environment);
  if (!agreed) return agreed.error();
  const auto subject = team_or_calendar(*agreed->policy, command.name);
  if (!subject) return could_not_run(environment, subject.error());
  const auto month = month_of(command.month, agreed->zone, environment.clock);
  if (!month) return could_not_run(environment, month.error());

  const calendar::Zone zone =
      subject->calendar == nullptr ? agreed->zone : zone_of(subject->calendar->open, agreed->zone);
  const MonthFrame frame(zone, *month);
  const MonthOf shown{*agreed, frame, zone.to_local(environment.clock.now()).date, inks_of(agreed->policy->spec())};
  const Palette palette(environment.colour);
  std::string text;
  if (command.format == Format::Json) {
    text = json::to_text(subject->calendar != nullptr ? month_json(*subject->calendar, frame)
                                                      : month_json(*agreed->policy, subject->teams, frame)) +
           '\n';
  } else if (subject->calendar != nullptr) {
    text = draw(hours_picture(*subject->calendar, shown), frame, palette);
  } else if (!command.name.empty()) {
    text = team_text(subject->teams.front(), shown, palette);
  } else {
    Overview overview(shown);
    for (const policy::TeamIndex team : subject->teams) overview.add(team);
    text = draw(overview.picture(), frame, palette);
  }
  fmt::print(environment.out, "{}", text);
  return kDone;
}

}  // namespace tandem::cli
