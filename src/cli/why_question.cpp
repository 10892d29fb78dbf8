#include "cli/why_question.h"

#include <fmt/ranges.h>

#include <charconv>

#include "cli/agreement_input.h"
#include "diag/finding.h"
#include "diag/visible.h"
#include "policy/work_words.h"

namespace tandem::cli {
namespace {

using Problem = std::optional<std::string>;

template <class T, class Projection>
std::vector<std::string_view> names_of(const std::vector<T>& things, Projection projection) {
  std::vector<std::string_view> names;
  for (const T& thing : things) names.emplace_back(std::invoke(projection, thing));
  return names;
}

std::string_view itself(const std::string& text) {
  return text;
}

// What may be said in one of a few words.
template <class Value, std::size_t N>
std::expected<Value, std::string> one_of(std::string_view what, std::string_view word,
                                         const std::array<Value, N>& values) {
  std::array<std::string_view, N> known;
  std::ranges::transform(values, known.begin(), [](Value value) { return policy::to_text(value); });
  const auto found = std::ranges::find(known, word);
  if (found != known.end()) return values[static_cast<std::size_t>(found - known.begin())];
  std::string message = fmt::format("a {} is {} or {}, not `{}`", what, fmt::join(known.begin(), known.end() - 1, ", "),
                                    known.back(), diag::visible(word));
  if (const auto near = diag::did_you_mean(word, known)) message += fmt::format(": did you mean `{}`?", *near);
  return std::unexpected(std::move(message));
}

class Reading {
 public:
  Reading(const Why& command, const policy::Policy& policy)
      : command_(command), policy_(policy), spec_(policy.spec()) {}

  std::expected<WhyQuestion, std::string> run() {
    const auto at = instant_of(command_.at, policy_.zone());
    if (!at) {
      return std::unexpected(fmt::format("`{}` is not a time: write 2026-12-25 03:00 or 2026-12-25T03:00:00Z",
                                         diag::visible(command_.at)));
    }
    question_.at = *at;
    if (Problem problem = read_facts()) return std::unexpected(*std::move(problem));
    if (Problem problem = read_kinds()) return std::unexpected(*std::move(problem));
    if (Problem problem = read_away()) return std::unexpected(*std::move(problem));
    if (Problem problem = read_loads()) return std::unexpected(*std::move(problem));
    return std::move(question_);
  }

 private:
  template <class Index, class Find>
  Problem read(std::string_view what, const std::string& word, Index& out, Find find,
               const std::vector<std::string_view>& known) const {
    if (word.empty()) return std::nullopt;
    const std::optional<Index> found = std::invoke(find, policy_, word);
    if (!found) return no_such(what, word, known);
    out = *found;
    return std::nullopt;
  }

  Problem read_facts() {
    policy::Facts& facts = question_.known;
    facts.priority = policy_.default_priority();
    Problem problem = read("category", command_.category, facts.category, &policy::Policy::find_category,
                           names_of(spec_.categories, &policy::Category::name));
    if (!problem) {
      problem = read("priority", command_.priority, facts.priority, &policy::Policy::find_priority,
                     names_of(spec_.targets, &policy::Target::priority));
    }
    if (!problem)
      problem = read("site", command_.site, facts.site, &policy::Policy::find_site, names_of(spec_.sites, itself));
    if (!problem) {
      problem = read("department", command_.department, facts.department, &policy::Policy::find_department,
                     names_of(spec_.departments, itself));
    }
    if (!problem) {
      problem = read("asset class", command_.asset_class, facts.asset_class, &policy::Policy::find_asset_class,
                     names_of(spec_.asset_classes, itself));
    }
    return problem;
  }

  Problem read_kinds() {
    if (!command_.requester.empty()) {
      const auto kind = one_of("requester", command_.requester, policy::kRequesterKinds);
      if (!kind) return kind.error();
      question_.known.requester = *kind;
    }
    if (!command_.source.empty()) {
      const auto source = one_of("source", command_.source, policy::kWorkSources);
      if (!source) return source.error();
      question_.known.source = *source;
    }
    return std::nullopt;
  }

  // A policy in which they are on leave for the microsecond of the question. Nothing in an agreement is that short.
  Problem read_away() {
    policy::Spec spec = spec_;
    bool changed = false;
    for (const std::string& word : command_.away) {
      policy::PersonIndex who;
      if (Problem problem =
              read("person", word, who, &policy::Policy::find_person, names_of(spec_.people, &policy::Person::name)))
        return problem;
      question_.away.push_back(who);
      if (!policy_.is_present(who, question_.at)) continue;
      policy::Person& person = spec.people[who.value];
      const base::Interval moment{question_.at, question_.at + base::Duration(1)};
      const auto before = std::ranges::lower_bound(person.leave, moment);
      if (before != person.leave.end() && *before == moment) continue;  // named twice
      person.leave_at.insert(person.leave_at.begin() + (before - person.leave.begin()),
                             policy::Recorded{"supposed by --away"});
      person.leave.insert(before, moment);
      changed = true;
    }
    if (changed) question_.policy = policy::Policy::make(std::move(spec));
    return std::nullopt;
  }

  // "harbor-it=12": twelve open items for each of the team who is there, as `load` in an expectation.
  Problem read_loads() {
    question_.open_by_team.resize(command_.loads.empty() ? 0 : spec_.teams.size());
    for (const std::string& word : command_.loads) {
      const std::size_t equals = word.rfind('=');
      std::uint32_t each = 0;
      const char* const end = word.data() + word.size();
      const bool number = equals != std::string::npos && equals + 1 < word.size() &&
                          std::from_chars(word.data() + equals + 1, end, each) == std::from_chars_result{end, {}} &&
                          each <= kMostLoad;
      if (!number)
        return fmt::format("`{}` is no load: write a team and its open items per person, such as desk=12",
                           diag::visible(word));
      policy::TeamIndex team;
      if (Problem problem = read("team", word.substr(0, equals), team, &policy::Policy::find_team,
                                 names_of(spec_.teams, &policy::Team::name)))
        return problem;
      const policy::Policy& policy = question_.policy ? *question_.policy : policy_;
      const auto present = std::ranges::count_if(spec_.teams[team.value].members, [&](policy::PersonIndex who) {
        return policy.is_present(who, question_.at);
      });
      question_.open_by_team[team.value] = each * static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(present, 1));
    }
    return std::nullopt;
  }

  static constexpr std::uint32_t kMostLoad = 100'000;

  const Why& command_;
  const policy::Policy& policy_;
  const policy::Spec& spec_;
  WhyQuestion question_;
};

}  // namespace

std::string WhyQuestion::words() const {
  const policy::Spec& spec = policy->spec();
  std::string words = policy->category(known.category).name;
  if (!known.priority.is_none()) words += ", " + policy->priority(known.priority).priority;
  if (!known.site.is_none()) words += ", at " + spec.sites[known.site.value];
  if (!known.department.is_none()) words += ", for " + spec.departments[known.department.value];
  if (!known.asset_class.is_none()) words += ", on " + spec.asset_classes[known.asset_class.value];
  if (known.requester == policy::RequesterKind::Vip) words += ", vip";
  if (known.source != policy::WorkSource::Portal) words += fmt::format(", by {}", policy::to_text(known.source));
  for (std::size_t team = 0; team < open_by_team.size(); ++team) {
    if (open_by_team[team] > 0) words += fmt::format(", {} has {} open", spec.teams[team].name, open_by_team[team]);
  }
  for (const policy::PersonIndex who : away) words += fmt::format(", {} away", policy->person(who).display);
  return words;
}

std::expected<WhyQuestion, std::string> question_of(const Why& command, std::shared_ptr<const policy::Policy> policy) {
  auto question = Reading(command, *policy).run();
  if (question && !question->policy) question->policy = std::move(policy);
  return question;
}

}  // namespace tandem::cli
