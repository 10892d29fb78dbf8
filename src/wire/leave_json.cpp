#include "wire/leave_json.h"

namespace tandem::wire {
namespace {

void write_signature(Writer& json, std::string_view key, const app::Signature* signature) {
  json.key(key);
  if (signature == nullptr) return json.null();
  json.begin_object();
  json.field_or_null("person", signature->person);
  json.field("display", signature->display);
  json.field("at", signature->at);
  json.end_object();
}

void write_intervals(Writer& json, std::string_view key, const calendar::IntervalSet& set) {
  json.key(key);
  json.begin_array();
  for (const base::Interval& each : set.intervals()) {
    json.begin_object();
    json.field("from", each.from);
    json.field("to", each.to);
    json.end_object();
  }
  json.end_array();
}

std::string_view source_of(const app::LeaveEntry& entry) {
  if (!entry.record) return "agreement";
  return entry.record->feed ? "feed" : "application";
}

void write_consequences(Writer& json, std::span<const app::Consequence> consequences) {
  json.key("consequences");
  json.begin_array();
  for (const app::Consequence& each : consequences) {
    json.begin_object();
    json.field("kind", app::to_text(each.kind));
    json.field_or_null("team", each.team);
    json.field_or_null("activity", each.activity);
    json.field("text", each.text);
    write_intervals(json, "when", each.when);
    json.end_object();
  }
  json.end_array();
}

void write_shifts(Writer& json, const app::TeamCalendar& team, const policy::Policy& policy) {
  json.key("shifts");
  json.begin_array();
  for (const policy::DutyShift& each : team.shifts) {
    json.begin_object();
    json.field("person", policy.person(each.person).name);
    json.field_or_null("stands_in_for", each.stands_in_for.is_none()
                                            ? std::string_view()
                                            : std::string_view(policy.person(each.stands_in_for).name));
    json.field("from", each.during.from);
    json.field("to", each.during.to);
    json.end_object();
  }
  json.end_array();
}

void write_team(Writer& json, const app::TeamCalendar& team, const policy::Policy& policy) {
  json.begin_object();
  json.field("name", team.team);
  json.field("party", team.party);
  json.field("open_now", team.is_open_now);
  json.key("present_now");
  json.begin_array();
  for (const desk::PersonName& each : team.present_now) json.value(each);
  json.end_array();
  write_intervals(json, "open", team.open);
  write_intervals(json, "short_of_people", team.short_of_people);
  write_shifts(json, team, policy);
  json.end_object();
}

void write_person(Writer& json, const app::PersonCalendar& person, const policy::Policy& policy) {
  json.begin_object();
  json.field("name", person.person);
  if (const auto index = policy.find_person(person.person.text())) {
    json.field("display", policy.person(*index).display);
    json.field("party", policy.party(policy.person(*index).party).name);
  }
  json.field("present_now", person.is_present_now);
  json.field("may_record", person.may_record);
  json.key("leave");
  json.begin_array();
  for (const app::LeaveEntry& each : person.leave) write(json, each);
  json.end_array();
  json.end_object();
}

// The host is all that is told of the address: it may hold a password.
void write_feed(Writer& json, const app::LeaveFeedEntry& feed) {
  const app::LeaveFeedRecord& record = feed.record;
  json.begin_object();
  json.field("id", record.id.text());
  json.field("person", record.person);
  json.field("label", record.label);
  json.field("host", feed.host);
  write_signature(json, "added", &record.added);
  json.field("fetched_at", record.fetched_at);
  json.field_or_null("error", std::string_view(record.error));
  json.field("error_since", record.error_since);
  json.field("may_remove", feed.may_remove);
  json.end_object();
}

void write_key(Writer& json, const app::CalendarKeyRecord& key) {
  json.field("id", key.id.text());
  json.field("label", key.label);
  json.field("created_at", key.created_at);
}

void write_cover(Writer& json, const std::optional<app::CoverInSight>& cover) {
  if (!cover) return json.null();
  json.begin_object();
  json.field("standing", app::to_text(cover->standing));
  json.field("ticket", cover->number);
  json.field("with", cover->with);
  json.field_or_null("arranged", std::string_view(cover->arranged));
  json.field_or_null("by", cover->by);
  json.end_object();
}

}  // namespace

void write(Writer& json, const app::LeaveEntry& entry) {
  const app::LeaveRecord* record = entry.record ? &*entry.record : nullptr;
  json.begin_object();
  json.field_or_null("id", record == nullptr ? std::string() : record->id.text());
  json.field("person", entry.person);
  json.field("from", entry.period.from);
  json.field("to", entry.period.to);
  json.field("starts_at", entry.during.from);
  json.field("ends_at", entry.during.to);
  json.field_or_null("note", record == nullptr ? std::string_view() : record->note);
  json.field("source", source_of(entry));
  json.field_or_null("file", std::string_view(entry.at.file));
  json.field("line", entry.at.line == 0 ? std::nullopt : std::optional(entry.at.line));
  write_signature(json, "recorded", record == nullptr ? nullptr : &record->recorded);
  write_signature(json, "removed", record == nullptr || !record->removed ? nullptr : &*record->removed);
  json.field("may_remove", entry.may_remove);
  json.key("cover");
  write_cover(json, entry.cover);
  json.end_object();
}

std::string encode(std::span<const app::LeaveEntry> entries) {
  Writer json;
  json.begin_object();
  json.key("leave");
  json.begin_array();
  for (const app::LeaveEntry& each : entries) write(json, each);
  json.end_array();
  json.end_object();
  return json.take();
}

std::string encode(const app::RecordedLeave& recorded) {
  Writer json;
  json.begin_object();
  json.key("leave");
  write(json, recorded.entry);
  write_consequences(json, recorded.consequences);
  json.end_object();
  return json.take();
}

std::string encode(std::span<const app::Consequence> consequences) {
  Writer json;
  json.begin_object();
  write_consequences(json, consequences);
  json.end_object();
  return json.take();
}

std::string encode(const app::CalendarView& calendar) {
  const policy::Policy& policy = *calendar.engagement->policy;
  Writer json;
  json.begin_object();
  json.field("time_zone", policy.spec().time_zone);
  json.field("from", calendar.part.from);
  json.field("to", calendar.part.to);
  json.field("now", calendar.now);
  json.key("teams");
  json.begin_array();
  for (const app::TeamCalendar& each : calendar.teams) write_team(json, each, policy);
  json.end_array();
  json.key("people");
  json.begin_array();
  for (const app::PersonCalendar& each : calendar.people) write_person(json, each, policy);
  json.end_array();
  json.end_object();
  return json.take();
}

std::string encode(const app::LeaveFeedEntry& feed) {
  Writer json;
  write_feed(json, feed);
  return json.take();
}

std::string encode(std::span<const app::LeaveFeedEntry> feeds) {
  Writer json;
  json.begin_object();
  json.key("feeds");
  json.begin_array();
  for (const app::LeaveFeedEntry& each : feeds) write_feed(json, each);
  json.end_array();
  json.end_object();
  return json.take();
}

std::string encode(std::span<const app::CalendarKeyRecord> keys) {
  Writer json;
  json.begin_object();
  json.key("keys");
  json.begin_array();
  for (const app::CalendarKeyRecord& each : keys) {
    json.begin_object();
    write_key(json, each);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::string encode(const app::MadeCalendarKey& made) {
  Writer json;
  json.begin_object();
  write_key(json, made.record);
  json.field("key", made.key.reveal());
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
