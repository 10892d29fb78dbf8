#include "calendar/presence.h"

#include <algorithm>

#include "base/check.h"
#include "calendar/rotation_timeline.h"

namespace tandem::calendar {

using base::Instant;
using base::Interval;

void Absences::add(std::span<const Interval> leave) {
  leave_.insert(leave_.end(), leave.begin(), leave.end());
  begins_.push_back(static_cast<std::uint32_t>(leave_.size()));
}

std::span<const Interval> Absences::of(std::uint32_t person) const {
  const std::uint32_t begin = begins_[person];
  return std::span(leave_).subspan(begin, begins_[person + 1] - begin);
}

std::optional<std::size_t> Absences::leave_at(std::uint32_t person, Instant at) const {
  const auto own = of(person);
  if (own.empty()) return std::nullopt;
  const auto next = std::ranges::upper_bound(own, at, {}, &Interval::to);
  if (next == own.end() || !next->contains(at)) return std::nullopt;
  return static_cast<std::size_t>(next - own.begin());
}

Instant Absences::back_at(std::uint32_t person, Instant at) const {
  const auto found = leave_at(person, at);
  if (!found) return at;
  const auto own = of(person);
  std::size_t last = *found;
  while (last + 1 < own.size() && own[last + 1].from == own[last].to) ++last;
  return own[last].to;
}

std::vector<Headcount> headcounts(const Absences& absences, std::span<const std::uint32_t> people, Interval between) {
  std::vector<Headcount> out;
  if (between.from >= between.to) return out;
  std::vector<std::pair<Instant, int>> steps;  // one more or one fewer from there on
  auto present = static_cast<int>(people.size());
  for (const std::uint32_t person : people) {
    for (const Interval& leave : absences.of(person)) {
      if (leave.to <= between.from || leave.from >= between.to) continue;
      if (leave.from <= between.from) {
        --present;
      } else {
        steps.emplace_back(leave.from, -1);
      }
      if (leave.to < between.to) steps.emplace_back(leave.to, +1);
    }
  }
  std::ranges::sort(steps);
  Instant from = between.from;
  const auto add = [&](Instant to) {
    if (from >= to) return;
    const auto count = static_cast<std::uint32_t>(present);
    if (!out.empty() && out.back().present == count) {
      out.back().during.to = to;
    } else {
      out.push_back({{from, to}, count});
    }
    from = to;
  };
  for (const auto& [at, change] : steps) {
    add(at);
    present += change;
  }
  add(between.to);
  return out;
}

namespace {

// Lays leave over a rotation, from one end of `between` to the other.
class Attending {
 public:
  Attending(const Rotation& rotation, const Absences& absences, std::span<const std::uint32_t> people)
      : rotation_(rotation), absences_(absences), people_(people) {}

  std::vector<AttendedStretch> run(Interval between) && {
    Timeline timeline(rotation_, between.from);
    while (timeline.advance(between.to)) {
      const auto& [during, duty] = timeline.piece();
      if (duty) {
        add_scheduled(during, *duty);
      } else {
        add({.during = during});
      }
    }
    return std::move(out_);
  }

 private:
  // The one whose duty it is has it but while they are away.
  void add_scheduled(Interval during, const Duty& duty) {
    const auto own = absences_.of(people_[duty.person]);
    const auto place = DutyLine::Place{duty, duty.person};
    for (auto leave = std::ranges::upper_bound(own, during.from, {}, &Interval::to);
         leave != own.end() && leave->from < during.to; ++leave) {
      if (during.from < leave->from) add({{during.from, leave->from}, place});
      const Interval away{std::max(during.from, leave->from), std::min(during.to, leave->to)};
      add_standing_in(away);
      during.from = away.to;
    }
    if (during.from < during.to) add({during, place});
  }

  // Between two edges the line and who of it is away stay the same.
  void add_standing_in(Interval during) {
    std::vector<Instant> edges = rotation_.changes(during);
    const std::vector<Instant>& leave = leave_edges();
    const auto first = std::ranges::upper_bound(leave, during.from);
    edges.insert(edges.end(), first, std::lower_bound(first, leave.end(), during.to));
    edges.push_back(during.to);
    std::ranges::sort(edges);
    for (const Instant to : edges) {
      if (during.from < to) add(first_present({during.from, to}));
      during.from = to;
    }
  }

  // Of all people, sorted; put together only where somebody has to stand in.
  const std::vector<Instant>& leave_edges() {
    if (leave_edges_) return *leave_edges_;
    std::vector<Instant>& edges = leave_edges_.emplace();
    for (const std::uint32_t person : people_) {
      for (const Interval& leave : absences_.of(person)) edges.insert(edges.end(), {leave.from, leave.to});
    }
    std::ranges::sort(edges);
    return edges;
  }

  [[nodiscard]] AttendedStretch first_present(Interval during) const {
    AttendedStretch out{.during = during};
    DutyLine line = rotation_.in_line(during.from);
    while (const auto place = line.next()) {
      if (absences_.is_present(people_[place->duty.person], during.from)) {
        out.place = place;
        break;
      }
      out.somebody_away = true;
    }
    return out;
  }

  void add(const AttendedStretch& next) {
    if (!out_.empty() && out_.back().place == next.place && out_.back().somebody_away == next.somebody_away) {
      out_.back().during.to = next.during.to;
    } else {
      out_.push_back(next);
    }
  }

  const Rotation& rotation_;
  const Absences& absences_;
  std::span<const std::uint32_t> people_;
  std::optional<std::vector<Instant>> leave_edges_;
  std::vector<AttendedStretch> out_;
};

}  // namespace

std::vector<AttendedStretch> attended(const Rotation& rotation, const Absences& absences,
                                      std::span<const std::uint32_t> people, Interval between) {
  TANDEM_ENSURE(people.size() == rotation.rule().people);
  return Attending(rotation, absences, people).run(between);
}

}  // namespace tandem::calendar
