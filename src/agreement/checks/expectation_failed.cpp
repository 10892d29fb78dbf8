#include <fmt/format.h>

#include "agreement/checks/checks.h"
#include "base/check.h"

namespace tandem::agreement {
namespace {

class ExpectationCheck {
 public:
  ExpectationCheck(const Agreement& agreement, const ExpectationContext& context, Reports& reports)
      : context_(context),
        reports_(reports),
        zone_(zone_of(context.policy.spec())),
        with_absences_(policy_with_absences(agreement)) {}

  void hold(const Expectation& expectation, std::size_t position) {
    const Given& given = expectation.given.value;
    const base::Instant at = instant_of(given, position);
    const policy::Policy& policy = given.away.good() && with_absences_ ? *with_absences_ : context_.policy;

    policy::Facts facts = facts_of(policy, given);
    std::vector<std::uint32_t> open_by_team;
    if (given.load.good()) {
      open_by_team = load_of(policy, given.load.value, at);
      facts.workload.open_by_team = open_by_team;
    }
    policy::Trace trace;
    const policy::Answer answer = policy.evaluate(facts, at, &trace);
    compare(expectation, position, policy, answer, trace);
  }

 private:
  static calendar::Zone zone_of(const policy::Spec& spec) {
    auto zone = calendar::Zone::find(spec.time_zone);
    TANDEM_ENSURE(zone.has_value());
    return *zone;
  }

  // Where people are supposed to be away, every expectation has a moment of its own within the minute it names, so that
  // one policy can hold the absences of all. Nothing in an agreement begins or ends within a minute.
  [[nodiscard]] base::Instant instant_of(const Given& given, std::size_t position) const {
    const auto& when = given.at.value;
    const base::Instant minute = zone_.to_instant(when.date, when.time_of_day);
    return given.away.good() ? minute + base::Duration(static_cast<std::int64_t>(position)) : minute;
  }

  static policy::Facts facts_of(const policy::Policy& policy, const Given& given) {
    policy::Facts facts{.category = policy.other(),
                        .priority = policy.default_priority(),
                        .site = given.site.value.index,
                        .department = given.department.value.index,
                        .asset_class = given.asset_class.value.index};
    if (given.category.good()) facts.category = given.category.value.index;
    if (given.priority.good()) facts.priority = given.priority.value.index;
    if (given.requester.good()) facts.requester = given.requester.value;
    if (given.source.good()) facts.source = given.source.value;
    return facts;
  }

  // The same agreement with the people whom expectations suppose away on leave at their moments; null when none does.
  [[nodiscard]] std::shared_ptr<const policy::Policy> policy_with_absences(const Agreement& agreement) const {
    using Absence = std::pair<base::Interval, policy::LeaveSource>;
    std::map<std::uint32_t, std::vector<Absence>> by_person;
    for (std::size_t i = 0; i < agreement.expect.size(); ++i) {
      const Given& given = agreement.expect[i].given.value;
      const base::Instant at = instant_of(given, i + 1);
      for (const PersonRef& who : given.away.value) {
        if (!context_.policy.is_present(who.index, at)) continue;
        auto& absences = by_person[who.index.value];
        // The same name twice in one expectation is one absence.
        if (!absences.empty() && absences.back().first.from == at) continue;
        absences.push_back({{at, at + base::Duration(1)}, text_place(who.at)});
      }
    }
    if (by_person.empty()) return nullptr;
    policy::Spec spec = context_.policy.spec();
    for (auto& [person, absences] : by_person) {
      policy::Person& away = spec.people[person];
      for (std::size_t i = 0; i < away.leave.size(); ++i) absences.emplace_back(away.leave[i], away.leave_at[i]);
      std::ranges::sort(absences, {}, [](const Absence& one) { return one.first; });
      away.leave.clear();
      away.leave_at.clear();
      for (auto& [during, place] : absences) {
        away.leave.push_back(during);
        away.leave_at.push_back(std::move(place));
      }
    }
    return policy::Policy::make(std::move(spec));
  }

  static std::vector<std::uint32_t> load_of(const policy::Policy& policy, const LoadCondition& load, base::Instant at) {
    std::vector<std::uint32_t> open(policy.spec().teams.size(), 0);
    const policy::TeamIndex team = load.team.value.index;
    const auto present =
        std::ranges::count_if(policy.team(team).members, [&](auto who) { return policy.is_present(who, at); });
    open[team.value] = load.open_per_person.value * static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(present, 1));
    return open;
  }

  void compare(const Expectation& expectation, std::size_t position, const policy::Policy& policy,
               const policy::Answer& answer, const policy::Trace& trace) {
    std::vector<std::string> differences;
    std::optional<source::Range> at;
    const auto expect = [&](std::string_view what, const auto& field, const auto& index, const std::string& real) {
      if (!field.good() || field.value.index == index) return;
      differences.push_back(fmt::format("{} is {}, not `{}`", what, real, field.value.name));
      if (!at) at = field.at;
    };
    expect("the owner", expectation.owner, answer.team, fmt::format("`{}`", policy.team(answer.team).name));
    expect("the accountable person", expectation.accountable, answer.accountable,
           fmt::format("`{}`", policy.person(answer.accountable).name));
    expect("the person on duty", expectation.person, answer.person,
           answer.person.is_none() ? "nobody" : fmt::format("`{}`", policy.person(answer.person).name));
    if (differences.empty()) return;
    auto& finding = reports_.add(diag::Kind::ExpectationFailed, {"expect", fmt::format("{}", position)}, *at,
                                 fmt::format("{}", fmt::join(differences, ", and ")));
    for (const policy::Reason& reason : trace.reasons())
      finding.note(range_of(reason.at), policy::explain(policy, reason));
  }

  [[nodiscard]] policy::TextPlace text_place(source::Range range) const {
    return {context_.files[static_cast<std::size_t>(range.file)], context_.sources.place(range).line};
  }

  // The words of the line a reason comes from.
  [[nodiscard]] source::Range range_of(const policy::TextPlace& place) const {
    const auto found = std::ranges::find(context_.files, place.file);
    if (found == context_.files.end() || place.line == 0) return {};
    const auto file = static_cast<source::FileId>(found - context_.files.begin());
    auto line = context_.sources.line(file, place.line);
    while (line.starts_with(' ')) line.remove_prefix(1);
    const auto begin = static_cast<std::uint32_t>(line.data() - context_.sources.text(file).data());
    return {file, begin, begin + static_cast<std::uint32_t>(line.size())};
  }

  const ExpectationContext& context_;
  Reports& reports_;
  calendar::Zone zone_;
  std::shared_ptr<const policy::Policy> with_absences_;  // null: nobody is supposed to be away
};

}  // namespace

void check_expectation_failed(const Agreement& agreement, const ExpectationContext& context, Reports& reports) {
  ExpectationCheck check(agreement, context, reports);
  for (std::size_t i = 0; i < agreement.expect.size(); ++i) check.hold(agreement.expect[i], i + 1);
}

}  // namespace tandem::agreement
