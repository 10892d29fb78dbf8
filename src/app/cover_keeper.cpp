#include "app/cover_keeper.h"

#include "app/leave_consequences.h"
#include "app/leave_period.h"
#include "app/narrative.h"
#include "app/recorded_leave.h"

namespace tandem::app {
namespace {

// What a deputy, a cover or somebody who stands in takes care of is no reason to ask anybody.
bool is_uncovered(const Consequence& one) {
  return one.kind == ConsequenceKind::NobodyThere || one.kind == ConsequenceKind::NobodyOnDuty ||
         one.kind == ConsequenceKind::NobodyAnswers;
}

base::Result<std::shared_ptr<const policy::Policy>> policy_with(const policy::Spec& spec,
                                                                std::span<const LeaveRecord> leave) {
  TANDEM_TRY(auto with, with_recorded_leave(spec, leave));
  return policy::Policy::make(std::move(with));
}

// The leave held against what was recorded before it: what two leave uncovered together is asked of the later one.
class Survey {
 public:
  Survey(const LeaveRecord& leave, policy::PersonIndex person) : leave_(leave), person_(person) {}

  [[nodiscard]] base::Result<void> prepare(const Engagement& engagement) {
    std::vector<LeaveRecord> others = engagement.leave;
    std::erase_if(others, [&](const LeaveRecord& each) { return !(each.id < leave_.id); });
    TANDEM_TRY(without_, policy_with(engagement.agreed->spec(), others));
    others.push_back(leave_);
    TANDEM_TRY(with_, policy_with(engagement.agreed->spec(), others));
    return {};
  }
  [[nodiscard]] std::vector<desk::Uncovered> uncovered(base::Interval during) const {
    std::vector<desk::Uncovered> all;
    for (const Consequence& one : consequences_of(*without_, *with_, person_, during)) {
      if (!is_uncovered(one) || all.size() == desk::kMaxUncovered) continue;
      all.push_back({.kind = std::string(to_text(one.kind)),
                     .subject = one.team.empty() ? one.activity.text() : one.team.text(),
                     .text = one.text});
    }
    return all;
  }

 private:
  const LeaveRecord& leave_;
  policy::PersonIndex person_;
  std::shared_ptr<const policy::Policy> without_;
  std::shared_ptr<const policy::Policy> with_;
};

// Vendors see to their own people.
bool is_of_the_two(policy::PersonIndex person, const policy::Policy& policy) {
  return policy.party(policy.person(person).party).kind != policy::PartyKind::Vendor;
}

// A day that is over in every zone: what ended before it is over.
std::string day_text_before(base::Instant now) {
  constexpr std::size_t kDay = std::string_view("2026-12-21").size();
  return base::to_rfc3339(now - base::hours(48)).substr(0, kDay);
}

// The last whole day before it begins, where the person is.
calendar::Date day_before(const base::Interval& during, const LeaveRecord& leave, const policy::Spec& spec) {
  const calendar::Date first = zone_of(leave.person.text(), spec).to_local(during.from).date;
  return calendar::Date(std::chrono::sys_days(first) - std::chrono::days(1));
}

}  // namespace

base::Result<void> CoverKeeper::keep(const Engagement& engagement, base::Instant now) {
  TANDEM_TRY(const auto all, store_->leave_to_cover(engagement.record.name, day_text_before(now)));
  base::Result<void> failed;
  for (const LeaveRecord& leave : all) {
    if (auto kept = keep(engagement, leave, now); !kept) failed = std::move(kept);
  }
  return failed;
}

base::Result<void> CoverKeeper::keep(const Engagement& engagement, const LeaveRecord& leave, base::Instant now) {
  const policy::Spec& spec = engagement.agreed->spec();
  TANDEM_TRY(const auto during, period_of(leave, spec));
  const bool is_over = leave.removed || during.to <= now;
  if (is_over && !leave.cover) return {};
  const std::string name = display_of(leave.person, *engagement.agreed);
  UncoveredLeave wanted{
      .leave = {.leave = leave.id, .person = leave.person, .from = leave.from, .to = leave.to, .begins = during.from},
      .task = leave.cover,
      .uncovered = {},
      .why = leave.removed ? fmt::format("the leave of {} was removed", name)
             : is_over     ? fmt::format("the leave of {} is over", name)
                           : fmt::format("the leave of {} uncovers nothing any more", name),
      .subject = fmt::format("Arrange cover for {} {}", name, spoken_period(leave.from, leave.to)),
      .due = day_before(during, leave, spec)};
  const auto person = engagement.agreed->find_person(leave.person.text());
  if (!is_over && person && is_of_the_two(*person, *engagement.agreed)) {
    Survey survey(leave, *person);
    TANDEM_TRY_DONE(survey.prepare(engagement));
    // Told as a whole, so that the words do not change from hour to hour while the leave goes on.
    if (!survey.uncovered({std::max(during.from, now), during.to}).empty()) wanted.uncovered = survey.uncovered(during);
  }
  if (!leave.cover && wanted.uncovered.empty()) return {};
  return tickets_->keep_cover(engagement.record.name, wanted, now);
}

}  // namespace tandem::app
