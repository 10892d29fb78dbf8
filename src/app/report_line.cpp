#include "app/report_line.h"

#include <fmt/ranges.h>

namespace tandem::app {
namespace {

constexpr std::size_t kMostNamed = 20;  // words that a refusal lists

struct Part {
  std::string_view name;
  std::string_view word;  // empty: it is not named
};
using Parts = std::array<Part, 5>;
using Hidden = std::span<const desk::CategoryName>;

Parts parts_of(const desk::ReportLine& line) {
  return {{{"party", line.party.text()},
           {"team", line.team.text()},
           {"person", line.person.text()},
           {"category", line.category.text()},
           {"priority", line.priority.text()}}};
}

// By which parts the lines of a grouping are told apart, in their order.
std::span<const std::string_view> named_by(desk::Grouping grouping) {
  static constexpr std::array<std::string_view, 1> kParty{"party"};
  static constexpr std::array<std::string_view, 2> kTeam{"party", "team"};
  static constexpr std::array<std::string_view, 2> kPerson{"party", "person"};
  static constexpr std::array<std::string_view, 1> kCategory{"category"};
  static constexpr std::array<std::string_view, 1> kPriority{"priority"};
  switch (grouping) {
    case desk::Grouping::Party: return kParty;
    case desk::Grouping::Team: return kTeam;
    case desk::Grouping::Person: return kPerson;
    case desk::Grouping::Category: return kCategory;
    case desk::Grouping::Priority: return kPriority;
  }
  return {};
}

// "`party` and `team`"
std::string spoken(std::span<const std::string_view> names) {
  return fmt::format("`{}`", fmt::join(names, "` and `"));
}

// "`harbor-it`, `soc` and 12 more"
std::string listed(const std::vector<std::string_view>& words) {
  const std::size_t shown = std::min(words.size(), kMostNamed);
  std::string text =
      fmt::format("`{}`", fmt::join(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(shown), "`, `"));
  if (shown < words.size()) text += fmt::format(" and {} more", words.size() - shown);
  return text;
}

// Those of the agreement, and those that are confidential and nothing else.
std::vector<std::string_view> categories_of(const policy::Spec& spec, Hidden hidden) {
  std::vector<std::string_view> words;
  for (const policy::Category& one : spec.categories) words.push_back(one.name);
  for (const policy::ConfidentialCategory& one : spec.governance.confidential) {
    const bool is_hidden = std::ranges::find(hidden, desk::CategoryName(one.name)) != hidden.end();
    if (!is_hidden && std::ranges::find(words, one.name) == words.end()) words.push_back(one.name);
  }
  return words;
}

// The words that a part may have, beside the line's other parts.
std::vector<std::string_view> words_of(std::string_view part, const desk::ReportLine& line,
                                       const policy::Policy& policy, Hidden hidden) {
  const policy::Spec& spec = policy.spec();
  const auto is_of_party = [&](policy::PartyIndex party) { return policy.party(party).name == line.party.text(); };
  std::vector<std::string_view> words;
  if (part == "party") {
    for (const policy::Party& one : spec.parties) {
      if (one.kind != policy::PartyKind::Vendor) words.push_back(one.name);
    }
  } else if (part == "team") {
    for (const policy::Team& one : spec.teams) {
      if (is_of_party(one.party)) words.push_back(one.name);
    }
  } else if (part == "person") {
    for (const policy::Person& one : spec.people) {
      if (is_of_party(one.party)) words.push_back(one.name);
    }
  } else if (part == "category") {
    words = categories_of(spec, hidden);
  } else {
    for (const policy::Target& one : spec.targets) words.push_back(one.priority);
  }
  return words;
}

// The first part whose word the policy does not have; nothing when it has all.
std::optional<Part> unknown_part(const desk::ReportLine& line, const policy::Policy& policy, Hidden hidden) {
  for (const Part& part : parts_of(line)) {
    if (part.word.empty()) continue;
    const auto words = words_of(part.name, line, policy, hidden);
    if (std::ranges::find(words, part.word) == words.end()) return part;
  }
  return std::nullopt;
}

}  // namespace

Outcome<> check_line_parts(const desk::ReportLine& line, desk::Grouping grouping) {
  const auto names = named_by(grouping);
  const std::string by = fmt::format("a line by `{}` is named by {}", desk::to_text(grouping), spoken(names));
  std::vector<FieldProblem> problems;
  for (const Part& part : parts_of(line)) {
    const bool belongs = std::ranges::find(names, part.name) != names.end();
    const bool may_be_left_out = !belongs || part.name == "person";
    if (!part.word.empty() && !belongs) {
      problems.push_back({fmt::format("/{}", part.name), fmt::format("`{}` is no part of it: {}", part.name, by)});
    } else if (part.word.empty() && !may_be_left_out) {
      problems.push_back({fmt::format("/{}", part.name), fmt::format("say which `{}`: {}", part.name, by)});
    }
  }
  if (!problems.empty()) return invalid(std::move(problems));
  return {};
}

Outcome<> check_line_words(const desk::ReportLine& line, desk::Grouping grouping, const Engagement& engagement,
                           std::span<const desk::CategoryName> hidden) {
  const auto unknown = unknown_part(line, *engagement.policy, hidden);
  if (!unknown) return {};
  const bool was_known = std::ranges::any_of(engagement.versions, [&](const desk::AgreementInForce& version) {
    return !unknown_part(line, *version.policy, hidden);
  });
  if (was_known) return {};
  const auto words = words_of(unknown->name, line, *engagement.policy, hidden);
  const bool is_of_party = unknown->name != "party" && named_by(grouping).front() == "party";
  const std::string whose = is_of_party ? fmt::format(" of `{}`", line.party.text()) : std::string();
  return invalid(fmt::format("/{}", unknown->name),
                 words.empty() ? fmt::format("there is no {} `{}`{}", unknown->name, unknown->word, whose)
                               : fmt::format("there is no {} `{}`{}: there are {}", unknown->name, unknown->word, whose,
                                             listed(words)));
}

}  // namespace tandem::app
