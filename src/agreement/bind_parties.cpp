#include <fmt/format.h>

#include "agreement/sections.h"

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

}  // namespace

bool read_length(Binder& binder, const yaml::Node& node, Length& out) {
  const yaml::Scalar* scalar = node.scalar();
  if (scalar != nullptr && is_too_long(scalar->text)) {
    binder.expect(node.range, {.form = kLengthForm});
    binder.findings.add(diag::Kind::BadValue, node.range,
                        fmt::format("`{}` is too long: a length of time is at most 100 years", binder.key));
    return false;
  }
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
  Party party{.key = {entry.key, entry.key_range}, .kind = {}, .name = {}, .handled_by = {}, .room = {}};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, vocabulary::kParty);
  fields.place_at(entry.key_range);
  fields.required("kind", party.kind, read_party_kind);
  fields.required("name", party.name, read_text);
  fields.optional("handled_by", party.handled_by, read_ref<policy::PersonIndex>);
  party.room = fields.room();
  return party;
}

Person bind_person(Binder& binder, const yaml::Entry& entry) {
  Person person;
  person.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, vocabulary::kPerson);
  fields.place_at(entry.key_range);
  fields.required("party", person.party, read_ref<policy::PartyIndex>);
  fields.required("name", person.name, read_text);
  fields.optional("email", person.email, read_email);
  fields.optional("title", person.title, read_text);
  fields.optional("time_zone", person.time_zone, read_time_zone);
  return person;
}

namespace {

bool read_minimum(Binder& binder, const yaml::Node& node, std::uint32_t& out) {
  if (!read_count(binder, node, out)) return false;
  if (out > 0) return true;
  binder.findings
      .add(diag::Kind::BadValue, node.range,
           "a team needs at least one person: with a `minimum` of 0 it would count as there while nobody is")
      .suggest("write 1, or leave `minimum` out");
  return false;
}

}  // namespace

Team bind_team(Binder& binder, const yaml::Entry& entry) {
  Team team;
  team.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, vocabulary::kTeam);
  fields.place_at(entry.key_range);
  fields.required("party", team.party, read_ref<policy::PartyIndex>);
  fields.required("lead", team.lead, read_ref<policy::PersonIndex>);
  fields.required("members", team.members, read_list<read_ref<policy::PersonIndex>, PersonRef>);
  fields.required("hours", team.hours, read_ref<policy::CalendarIndex>);
  fields.optional("minimum", team.minimum, read_minimum);
  fields.optional("cover", team.cover, read_list<read_ref<policy::TeamIndex>, TeamRef>);
  team.room = fields.room();
  check_once(binder, "members", team.members);
  for (const TeamRef& cover : team.cover.value) {
    if (cover.name == entry.key) {
      binder.findings.add(diag::Kind::BadValue, cover.at, fmt::format("`{}` cannot cover for itself", entry.key));
      team.cover.presence = Presence::Wrong;
    }
  }
  return team;
}

bool read_leave(Binder& binder, const yaml::Node& node, Leave& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kLeave);
  if (!fields.usable()) return false;
  fields.required("who", out.who, read_ref<policy::PersonIndex>);
  read_from_to(binder, fields, out.during);
  return true;
}

}  // namespace tandem::agreement
