#include "desk/clock_charges.h"

namespace tandem::desk {
namespace {

Charge& row_for(std::vector<Charge>& rows, const Segment& segment) {
  const Ball whose = ball(segment);
  const bool holder = whose == Ball::Holder;
  for (Charge& row : rows) {
    if (row.ball == whose && (!holder || (row.team == segment.team && row.party == segment.party))) return row;
  }
  rows.push_back({.ball = whose,
                  .party = holder ? segment.party : PartyName(),
                  .team = holder ? segment.team : TeamName(),
                  .calendar = {},
                  .open = {}});
  return rows.back();
}

// Whole percents that add up: each row's part rounded down, and what is missing given to those who lost most by it.
void share_out(std::vector<Charge>& rows) {
  std::int64_t total = 0;
  for (const Charge& row : rows) total += row.counted.count();
  if (total == 0) return;
  std::vector<std::pair<std::int64_t, std::size_t>> lost;  // negative, so that the most comes first
  std::uint32_t left = 100;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // In seconds the product cannot overflow; the finer part decides nothing that is shown.
    const std::int64_t part = rows[i].counted.count() / 1'000'000 * 100;
    const std::int64_t whole = std::max<std::int64_t>(total / 1'000'000, 1);
    rows[i].percent = static_cast<std::uint32_t>(part / whole);
    left -= rows[i].percent;
    if (rows[i].counted > base::Duration::zero()) lost.emplace_back(-(part % whole), i);
  }
  std::ranges::sort(lost);
  for (std::size_t i = 0; left > 0; i = (i + 1) % lost.size(), --left) ++rows[lost[i].second].percent;
}

}  // namespace

const policy::NamedCalendar* hours_of(const TeamName& team, const policy::Policy& version) {
  const auto index = version.find_team(team.text());
  return index ? &version.calendar(version.team(*index).hours) : nullptr;
}

std::vector<Charge> charges(const Ticket& ticket, const AgreementHistory& history, base::Instant now) {
  ClockTrace trace;
  static_cast<void>(read_clock(TargetKind::Resolve, ticket, history, now, &trace));
  std::vector<Charge> rows;
  for (const ClockStretch& stretch : trace.stretches) {
    const Segment& segment = ticket.segments[stretch.segment];
    Charge& row = row_for(rows, segment);
    row.real += stretch.when.to - stretch.when.from;
    row.counted += stretch.counting.measure.between(stretch.when.from, stretch.when.to);
    if (row.ball != Ball::Holder) continue;
    if (const auto* hours = hours_of(segment.team, *history[stretch.version].policy)) {
      row.calendar = hours->name;
      row.open =
          row.open.value_or(base::Duration::zero()) + Measure(hours->open).between(stretch.when.from, stretch.when.to);
    }
  }
  share_out(rows);
  return rows;
}

}  // namespace tandem::desk
