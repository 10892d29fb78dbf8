#include "app/calendar_feed.h"

#include "app/leave.h"
#include "app/recorded_leave.h"
#include "calendar/icalendar_document.h"
#include "crypto/crypto.h"

namespace tandem::app {
namespace {

using calendar::BusyStatus;
using calendar::CalendarDocument;
using calendar::CalendarEntry;

// Known to nobody who does not know the key, the same as long as it is good.
calendar::UidKey uid_key_of(const CalendarKeyRecord& key) {
  std::string secret = "calendar-uid:";
  secret.append(reinterpret_cast<const char*>(key.secret.data()), key.secret.size());
  const auto digest = crypto::sha256(secret);
  calendar::UidKey uid_key{};
  std::copy_n(digest.begin(), uid_key.size(), uid_key.begin());
  return uid_key;
}

// Days as days, so that they are the same days wherever they are read.
calendar::EventSpan span_of(const LeaveEntry& entry) {
  const auto first = calendar::parse_date(entry.period.from);
  const auto last = calendar::parse_date(entry.period.to);
  if (!first || !last) return entry.during;
  return calendar::WholeDays{.first = *first, .end = std::chrono::sys_days(*last) + std::chrono::days(1)};
}

class Composer {
 public:
  Composer(const policy::Policy& policy, const MembershipRecord& reader, CalendarDetail detail,
           CalendarDocument& document)
      : policy_(policy), reader_(reader), detail_(detail), document_(document) {}

  void add(const LeaveEntry& entry) {
    const bool is_own = entry.person == reader_.person;
    if (!is_wanted(is_own)) return;
    const auto person = policy_.find_person(entry.person.text());
    const std::string name = person ? policy_.person(*person).display : entry.person.text();
    const std::string identity = entry.record
                                     ? entry.record->id.text()
                                     : fmt::format("{}/{}/{}", entry.person.text(), entry.period.from, entry.period.to);
    document_.entries.push_back({.uid = uid("leave/" + identity),
                                 .span = span_of(entry),
                                 .summary = fmt::format("{} is away", name),
                                 .description = entry.record ? entry.record->note : std::string(),
                                 .categories = {"leave"},
                                 .busy = is_own ? BusyStatus::OutOfOffice : BusyStatus::Free});
  }

  void add(policy::TeamIndex team, const policy::DutyShift& shift) {
    const policy::Person& person = policy_.person(shift.person);
    const bool is_own = person.name == reader_.person.text();
    if (!is_wanted(is_own)) return;
    const std::string& name = policy_.team(team).name;
    document_.entries.push_back(
        {.uid = uid(fmt::format("duty/{}/{}/{}", name, person.name, base::to_rfc3339(shift.during.from))),
         .span = shift.during,
         .summary = fmt::format("{} is on duty for {}", person.display, name),
         .description = shift.stands_in_for.is_none()
                            ? std::string()
                            : fmt::format("stands in for {}", policy_.person(shift.stands_in_for).display),
         .categories = {"duty"},
         .busy = is_own ? BusyStatus::Busy : BusyStatus::Free});
  }

 private:
  [[nodiscard]] bool is_wanted(bool is_own) const { return detail_ == CalendarDetail::Full || is_own; }
  [[nodiscard]] std::string uid(const std::string& identity) const {
    return calendar::stable_uid(document_.uid_key, identity);
  }

  const policy::Policy& policy_;
  const MembershipRecord& reader_;
  CalendarDetail detail_;
  CalendarDocument& document_;
};

}  // namespace

Outcome<std::string> calendar_feed(const OpenedCalendarKey& opened, const Engagements& engagements,
                                   CalendarDetail detail, base::Instant now) {
  const auto engagement = engagements.find(opened.record.engagement);
  const auto* membership = opened.caller.membership(opened.record.engagement);
  if (!engagement || membership == nullptr) return not_found("there is no such engagement");
  if (!may_read_calendar(*membership)) return forbidden("the calendar is for the two teams");

  const policy::Policy& policy = *engagement->policy;
  const base::Interval part{now - kCalendarReachesBack, now + kCalendarReachesAhead};
  CalendarDocument document{.name = engagement->record.display, .zone = policy.zone(), .stamp = now};
  document.detail = detail == CalendarDetail::Full ? calendar::Detail::Full : calendar::Detail::BusyOnly;
  document.uid_key = uid_key_of(opened.record);
  Composer composer(policy, *membership, detail, document);
  const auto entries =
      leave_entries(*engagement, engagement->leave, {.between = part, .person = {}, .history = LeaveHistory::InForce});
  if (!entries) return failed(entries.error());
  for (const LeaveEntry& entry : *entries) composer.add(entry);
  for (std::uint32_t i = 0; i < policy.spec().teams.size(); ++i) {
    for (const policy::DutyShift& shift : policy.duty_shifts(policy::TeamIndex{i}, part))
      composer.add(policy::TeamIndex{i}, shift);
  }
  return calendar::write_icalendar(document);
}

}  // namespace tandem::app
