#include "agreement/checks/cover_repair.h"

#include <fmt/format.h>

namespace tandem::agreement {
namespace {

using policy::TeamIndex;

// Teams that cover for others already come first.
std::vector<TeamIndex> candidates(const policy::Spec& spec, TeamIndex named) {
  std::vector<std::pair<std::size_t, TeamIndex>> by_rank;
  const auto& taken = spec.teams[named.value].cover;
  for (std::uint32_t i = 0; i < spec.teams.size(); ++i) {
    const TeamIndex team{i};
    if (team == named || !proof::can_own(spec, team) || std::ranges::find(taken, team) != taken.end()) continue;
    const auto covers = static_cast<std::size_t>(std::ranges::count_if(spec.teams, [&](const policy::Team& other) {
      return std::ranges::find(other.cover, team) != other.cover.end();
    }));
    by_rank.emplace_back(spec.teams.size() - covers, team);
  }
  std::ranges::sort(by_rank);
  std::vector<TeamIndex> out;
  for (const auto& [rank, team] : by_rank) out.push_back(team);
  return out;
}

}  // namespace

std::optional<TeamIndex> closing_cover(
    const ProofContext& context, TeamIndex named,
    const std::function<bool(const policy::Spec&, const proof::Attendance&, const proof::Coverage&)>& mends) {
  const proof::Analysis& analysis = context.analysis;
  const std::size_t rings = analysis.closed_rings().size();
  policy::Spec spec = context.policy.spec();
  // Covers change neither who is there nor, below, what is named to whom.
  const proof::Attendance attendance(spec, analysis.moments());
  const proof::Coverage coverage(spec, analysis.moments(), attendance, analysis.space());
  for (const TeamIndex candidate : candidates(context.policy.spec(), named)) {
    spec.teams[named.value].cover.push_back(candidate);
    if (mends(spec, attendance, coverage) && coverage.closed_rings().size() <= rings) return candidate;
    spec.teams[named.value].cover.pop_back();
  }
  return std::nullopt;
}

void suggest_cover(diag::Finding& finding, const ProofContext& context, TeamIndex named, TeamIndex cover) {
  const Team& text = context.agreement.teams[named.value];
  const std::string& name = context.policy.team(cover).name;
  const auto& covers = text.cover.value;
  if (covers.empty()) {
    const std::string value = fmt::format("[{}]", name);
    diag::Repair repair{.words = fmt::format(
                            "let `{}` cover for it, which is there whenever nobody else is: `cover: {}`", name, value)};
    if (!text.cover.absent()) {
      repair.edits = {{text.cover.at, value}};
    } else if (text.room) {
      repair.edits = {text.room->write(text.cover, "cover", value)};
    }
    finding.suggest(std::move(repair));
    return;
  }
  diag::Repair repair{.words =
                          fmt::format("let `{}` cover for it as well, which is there whenever nobody else is", name)};
  if (context.sources.text(text.cover.at).starts_with('[')) {
    const source::Range last = covers.back().at;
    repair.edits = {{.at = {last.file, last.end, last.end}, .text = fmt::format(", {}", name)}};
  }
  finding.suggest(std::move(repair));
}

}  // namespace tandem::agreement
