#include "http/summaries.h"

#include "app/load_in_sight.h"

namespace tandem::http {
namespace {

constexpr std::size_t kCountedAtMost = 200;  // of an end user's own tickets; nobody has more open

template <class Map, class Key>
std::uint32_t value_or_zero(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? 0 : found->second;
}

app::Outcome<std::uint32_t> count_own(const app::Caller& caller, const desk::EngagementName& engagement,
                                      app::UseCases& use_cases) {
  app::QueueQuery query;
  query.states = {desk::State::New, desk::State::Active, desk::State::Waiting};
  query.limit = kCountedAtMost;
  const auto page = use_cases.tickets.queue(caller, engagement, app::QueueView::All, std::move(query));
  if (!page) return std::unexpected(page.error());
  return static_cast<std::uint32_t>(page->rows.size());
}

}  // namespace

app::Outcome<Summaries> summarize(const app::Caller& caller, app::UseCases& use_cases) {
  Summaries all;
  for (const app::MembershipRecord& membership : caller.memberships) {
    const auto engagement = use_cases.engagements.find(membership.engagement);
    if (!engagement) continue;
    all.engagements.push_back(engagement);
    wire::EngagementSummary line{.engagement = *engagement, .membership = membership};
    if (membership.role == app::Role::Requester) {
      const auto own = count_own(caller, membership.engagement, use_cases);
      if (!own) return std::unexpected(own.error());
      line.open_mine = line.open_all = *own;
    } else {
      const auto load = app::load_in_sight(use_cases.store, membership, *engagement->policy);
      if (!load) return std::unexpected(app::from_error(load.error()));
      line.open_mine = value_or_zero(load->open_by_person, membership.person);
      for (const desk::TeamName& team : app::teams_of(membership, *engagement->policy))
        line.open_team += value_or_zero(load->open_by_team, team);
      for (const auto& [team, open] : load->open_by_team) line.open_all += open;
    }
    all.lines.push_back(line);
  }
  return all;
}

}  // namespace tandem::http
