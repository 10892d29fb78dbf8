#include <fmt/format.h>

#include "agreement/sections.h"
#include "calendar/holidays.h"

namespace tandem::agreement {
namespace {

constexpr std::array<std::pair<std::string_view, policy::PartyKind>, 3> kPartyKinds = {
    {{"client", policy::PartyKind::Client},
     {"provider", policy::PartyKind::Provider},
     {"vendor", policy::PartyKind::Vendor}}};

bool read_party_kind(Binder& binder, const yaml::Node& node, policy::PartyKind& out) {
  return read_choice<policy::PartyKind>(binder, node, out, kPartyKinds);
}

bool read_email(Binder& binder, const yaml::Node& node, std::string& out) {
  if (!read_text(binder, node, out)) return false;
  if (is_email_address(out)) return true;
  binder.bad_value(node.range, out, "a mail address, such as `dana@harbor.example`");
  return false;
}

bool read_holiday_set(Binder& binder, const yaml::Node& node, Located<std::string>& out) {
  const std::string* text = word_of(binder, node, "the name of a holiday set");
  if (text == nullptr) return false;
  out = {*text, node.range};
  if (calendar::find_holiday_set(*text) != nullptr) return true;
  auto& finding =
      binder.findings.add(diag::Kind::UnknownReference, node.range, fmt::format("there is no holiday set `{}`", *text));
  binder.suggest(finding, *text, calendar::holiday_set_names());
  if (!finding.repair) finding.suggest("`tandem calendar holidays` lists the sets that there are");
  return false;
}

bool read_window(Binder& binder, const yaml::Node& node, calendar::DayWindow& out) {
  return read_parsed(binder, node, out, parse_window, kWindowForm);
}

bool read_override(Binder& binder, const yaml::Node& node, RotationOverride& out) {
  out.at = node.range;
  Fields fields(binder, node, "an override", {"who", "from", "to"});
  if (!fields.usable()) return false;
  fields.required("who", out.who, read_ref<policy::PersonIndex>);
  fields.required("from", out.from, read_day_or_moment);
  fields.required("to", out.to, read_day_or_moment);
  if (out.from.good() && out.to.good() && ends_before(out.to.value, out.from.value)) {
    binder.findings.add(diag::Kind::BadValue, out.to.at, "`to` is before `from`").note(out.from.at, "it begins here");
    return false;
  }
  return out.who.good() && out.from.good() && out.to.good();
}

// Turns are counted in whole days or in hours.
bool read_turn(Binder& binder, const yaml::Node& node, Length& out) {
  if (!read_real_length(binder, node, out)) return false;
  if (out.unit != Unit::Minute) return true;
  binder.findings.add(diag::Kind::BadValue, node.range, "a turn is counted in hours, days or weeks");
  return false;
}

void bind_windows(Binder& binder, const yaml::Entry& entry, std::span<const std::uint8_t> days, CalendarText& calendar,
                  std::array<std::optional<source::Range>, 7>& taken) {
  const std::string outer = std::exchange(binder.key, entry.key);
  std::vector<calendar::DayWindow> windows;
  const bool good = read_one_or_more<read_window>(binder, entry.value, windows);
  binder.key = outer;
  for (const std::uint8_t day : days) {
    if (taken[day]) {
      binder.findings
          .add(diag::Kind::DuplicateKey, entry.key_range, fmt::format("`{}` has its hours twice", weekday_name(day)))
          .note(*taken[day], "it has them here first");
      return;
    }
    taken[day] = entry.key_range;
    if (good) calendar.windows[day] = windows;
  }
}

}  // namespace

bool read_date(Binder& binder, const yaml::Node& node, calendar::Date& out) {
  return read_parsed(binder, node, out, calendar::parse_date, kDateForm);
}

bool read_located_date(Binder& binder, const yaml::Node& node, Located<calendar::Date>& out) {
  out.at = node.range;
  return read_date(binder, node, out.value);
}

bool read_local_time(Binder& binder, const yaml::Node& node, calendar::LocalTime& out) {
  return read_parsed(binder, node, out, calendar::parse_local_time, kLocalTimeForm);
}

bool read_day_or_moment(Binder& binder, const yaml::Node& node, DayOrMoment& out) {
  const std::string* text = word_of(binder, node, "a date or a local time");
  if (text == nullptr) return false;
  if (const auto date = calendar::parse_date(*text)) {
    out = {{*date, {}}, true};
    return true;
  }
  if (const auto time = calendar::parse_local_time(*text)) {
    out = {*time, false};
    return true;
  }
  binder.bad_value(node.range, *text, "a date or a local time, such as `2026-10-05` or `2026-10-05 14:30`");
  return false;
}

bool read_time_zone(Binder& binder, const yaml::Node& node, std::string& out) {
  const std::string* text = word_of(binder, node, "the name of a time zone");
  if (text == nullptr) return false;
  out = *text;
  if (calendar::Zone::find(out)) return true;
  binder.bad_value(node.range, out, "a time zone: write an IANA name, such as `America/New_York`");
  return false;
}

bool read_length(Binder& binder, const yaml::Node& node, Length& out) {
  return read_parsed(binder, node, out, parse_length, kLengthForm);
}

bool read_some_length(Binder& binder, const yaml::Node& node, Length& out) {
  if (!read_length(binder, node, out)) return false;
  if (out.count > 0) return true;
  binder.findings.add(diag::Kind::BadValue, node.range, fmt::format("`{}` must be longer than nothing", binder.key));
  return false;
}

bool read_real_length(Binder& binder, const yaml::Node& node, Length& out) {
  if (!read_some_length(binder, node, out)) return false;
  if (real_time(out)) return true;
  binder.findings.add(diag::Kind::BadValue, node.range,
                      fmt::format("`{}` is counted in real minutes, hours, days or weeks", binder.key));
  return false;
}

bool read_money(Binder& binder, const yaml::Node& node, Money& out) {
  return read_parsed(binder, node, out, parse_money, kMoneyForm);
}

Party bind_party(Binder& binder, const yaml::Entry& entry) {
  Party party{.key = {entry.key, entry.key_range}, .kind = {}, .name = {}, .handled_by = {}};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, "a party", {"kind", "name", "handled_by"});
  fields.place_at(entry.key_range);
  fields.required("kind", party.kind, read_party_kind);
  fields.required("name", party.name, read_text);
  fields.optional("handled_by", party.handled_by, read_ref<policy::PersonIndex>);
  return party;
}

CalendarText bind_calendar(Binder& binder, const yaml::Entry& entry) {
  CalendarText calendar;
  calendar.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  constexpr std::array<std::string_view, 11> keys = {"mon", "tue",     "wed",      "thu",    "fri",      "sat",
                                                     "sun", "mon-fri", "holidays", "closed", "time_zone"};
  const auto is_day = [](std::string_view key) { return parse_weekdays(key).has_value(); };
  Fields fields(binder, entry.value, "a calendar", keys, is_day);
  fields.place_at(entry.key_range);
  if (!fields.usable()) return calendar;
  fields.optional("time_zone", calendar.time_zone, read_time_zone);
  fields.optional("holidays", calendar.holidays, read_one_or_more<read_holiday_set, Located<std::string>>);
  fields.optional("closed", calendar.closed, read_one_or_more<read_located_date, Located<calendar::Date>>);
  std::array<std::optional<source::Range>, 7> taken;
  for (const yaml::Entry& item : entry.value.map()->entries) {
    if (const auto days = parse_weekdays(item.key)) bind_windows(binder, item, *days, calendar, taken);
  }
  return calendar;
}

Person bind_person(Binder& binder, const yaml::Entry& entry) {
  Person person;
  person.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, "a person", {"party", "name", "email", "title"});
  fields.place_at(entry.key_range);
  fields.required("party", person.party, read_ref<policy::PartyIndex>);
  fields.required("name", person.name, read_text);
  fields.optional("email", person.email, read_email);
  fields.optional("title", person.title, read_text);
  return person;
}

Team bind_team(Binder& binder, const yaml::Entry& entry) {
  Team team;
  team.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, "a team", {"party", "lead", "members", "hours", "minimum", "cover"});
  fields.place_at(entry.key_range);
  fields.required("party", team.party, read_ref<policy::PartyIndex>);
  fields.required("lead", team.lead, read_ref<policy::PersonIndex>);
  fields.required("members", team.members, read_list<read_ref<policy::PersonIndex>, PersonRef>);
  fields.required("hours", team.hours, read_ref<policy::CalendarIndex>);
  fields.optional("minimum", team.minimum, read_count);
  fields.optional("cover", team.cover, read_list<read_ref<policy::TeamIndex>, TeamRef>);
  std::map<std::uint32_t, source::Range> members;
  for (const PersonRef& member : team.members.value) {
    const auto [first, is_new] = members.emplace(member.index.value, member.at);
    if (is_new) continue;
    binder.findings.add(diag::Kind::DuplicateKey, member.at, fmt::format("`{}` stands twice in `members`", member.name))
        .note(first->second, "it stands here first");
  }
  for (const TeamRef& cover : team.cover.value) {
    if (cover.name == entry.key) {
      binder.findings.add(diag::Kind::BadValue, cover.at, fmt::format("`{}` cannot cover for itself", entry.key));
      team.cover.presence = Presence::Wrong;
    }
  }
  return team;
}

RotationText bind_rotation(Binder& binder, const yaml::Entry& entry) {
  RotationText rotation;
  rotation.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, "a rotation", {"team", "order", "turn", "starts", "overrides"});
  fields.place_at(entry.key_range);
  fields.required("team", rotation.team, read_ref<policy::TeamIndex>);
  fields.required("order", rotation.order, read_list<read_ref<policy::PersonIndex>, PersonRef>);
  fields.required("turn", rotation.turn, read_turn);
  fields.required("starts", rotation.starts, read_local_time);
  fields.optional("overrides", rotation.overrides, read_list<read_override, RotationOverride>);
  if (rotation.order.good() && rotation.order.value.empty()) {
    binder.findings.add(diag::Kind::BadValue, rotation.order.at, "`order` names nobody");
    rotation.order.presence = Presence::Wrong;
  }
  return rotation;
}

bool read_leave(Binder& binder, const yaml::Node& node, Leave& out) {
  out.at = node.range;
  Fields fields(binder, node, "a leave", {"who", "from", "to"});
  if (!fields.usable()) return false;
  fields.required("who", out.who, read_ref<policy::PersonIndex>);
  fields.required("from", out.from, read_date);
  fields.required("to", out.to, read_date);
  if (out.from.good() && out.to.good() && out.to.value < out.from.value) {
    binder.findings.add(diag::Kind::BadValue, out.to.at, "`to` is before `from`").note(out.from.at, "it begins here");
    out.to.presence = Presence::Wrong;
  }
  return true;
}

}  // namespace tandem::agreement
