#include <fmt/format.h>

#include "agreement/limits.h"
#include "agreement/sections.h"

namespace tandem::agreement {
namespace {

constexpr auto kReadPeople = read_list<read_ref<policy::PersonIndex>, PersonRef>;

// Turns are counted on the clock and on the calendar, up to about a year.
bool read_turn(Binder& binder, const yaml::Node& node, Length& out) {
  if (!read_some_length(binder, node, out)) return false;
  constexpr std::array<std::int64_t, 6> kMost = {0, 366 * 24, 366, 53, 12, 0};  // by unit
  const auto most = kMost[static_cast<std::size_t>(out.unit)];
  if (most == 0 || out.business) {
    binder.findings.add(diag::Kind::BadValue, node.range, "a turn is counted in hours, days, weeks or months");
    return false;
  }
  if (out.count <= most) return true;
  binder.findings.add(diag::Kind::BadValue, node.range,
                      fmt::format("a turn lasts a year at most, and {} are longer", to_text(out)));
  return false;
}

bool read_only(Binder& binder, const yaml::Node& node, calendar::WeekWindows& out) {
  Fields fields(binder, node, vocabulary::kOnly, WeekReader::is_day);
  if (!fields.usable()) return false;
  bool good = true;
  WeekReader week(binder, out);
  for (const yaml::Entry& entry : node.map()->entries) {
    good = WeekReader::is_day(entry.key) && week.read(entry) && good;
  }
  if (!good) return false;
  if (std::ranges::all_of(out, [](const auto& day) { return day.empty(); })) {
    binder.findings.add(diag::Kind::BadValue, node.range, "`only` names no hours, so that nobody would be on duty");
    return false;
  }
  return true;
}

// The night of one day must be over when the hours of the next begin: who has the turn is decided by the day.
void check_nights(Binder& binder, const Field<calendar::WeekWindows>& only) {
  if (!only.good()) return;
  for (std::size_t day = 0; day < only.value.size(); ++day) {
    const std::size_t next = (day + 1) % only.value.size();
    if (only.value[day].empty() || only.value[next].empty()) continue;
    const auto& last = *std::ranges::max_element(only.value[day], {}, &calendar::DayWindow::to);
    const auto& first = *std::ranges::min_element(only.value[next], {}, &calendar::DayWindow::from);
    if (last.to - base::hours(24) <= first.from) continue;
    binder.findings
        .add(diag::Kind::BadValue, only.at,
             fmt::format("`{}` of {} reaches into `{}` of {}", to_text(last),
                         weekday_name(static_cast<std::uint8_t>(day)), to_text(first),
                         weekday_name(static_cast<std::uint8_t>(next))))
        .suggest("let one end before the other begins: a turn's hours are one person's");
    return;
  }
}

void read_turns(Binder& binder, Fields& fields, LayerText& out) {
  fields.required("order", out.order, kReadPeople);
  fields.required("turn", out.turn, read_turn);
  fields.required("starts", out.starts, read_local_time);
  fields.optional("ends", out.ends, read_local_time);
  fields.optional("only", out.only, read_only);
  check_nights(binder, out.only);
  if (out.order.good() && out.order.value.empty()) {
    binder.findings.add(diag::Kind::BadValue, out.order.at, "`order` names nobody");
    out.order.presence = Presence::Wrong;
  }
  if (out.order.value.size() > kOrder) {
    binder.findings.add(diag::Kind::TooLarge, out.order.at, fmt::format("`order` has more than {} turns", kOrder));
  }
  if (!out.starts.good() || !out.ends.good()) return;
  const auto begins = local_begin({out.starts.value.date, out.starts.value.time_of_day});
  const auto ends = local_begin({out.ends.value.date, out.ends.value.time_of_day});
  if (begins < ends) return;
  binder.findings
      .add(diag::Kind::BadValue, out.ends.at,
           begins == ends ? "`starts` and `ends` are the same moment" : "`ends` is before `starts`")
      .note(out.starts.at, "it starts here");
  out.ends.presence = Presence::Wrong;
}

bool read_layer(Binder& binder, const yaml::Node& node, LayerText& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kLayer);
  if (!fields.usable()) return false;
  fields.required("name", out.name, [](Binder& b, const yaml::Node& value, std::string& name) {
    Located<std::string> located;
    const bool good = read_name(b, value, located);
    name = located.value;
    return good;
  });
  read_turns(binder, fields, out);
  return true;
}

bool read_layers(Binder& binder, const yaml::Node& node, std::vector<LayerText>& out) {
  const bool good = read_list<read_layer>(binder, node, out);
  if (good && out.empty()) {
    binder.findings.add(diag::Kind::BadValue, node.range, "`layers` is empty, so that nobody would be on duty");
    return false;
  }
  if (out.size() > kLayers) {
    binder.findings.add(diag::Kind::TooLarge, node.range, fmt::format("a rotation has at most {} layers", kLayers));
    return false;
  }
  std::map<std::string_view, source::Range> names;
  for (const LayerText& layer : out) {
    if (!layer.name.good()) continue;
    const auto [first, is_new] = names.emplace(layer.name.value, layer.name.at);
    if (is_new) continue;
    binder.findings
        .add(diag::Kind::DuplicateKey, layer.name.at, fmt::format("two layers are named `{}`", layer.name.value))
        .note(first->second, "this is the first");
  }
  return good;
}

bool read_substitute(Binder& binder, const yaml::Node& node, Substitute& out) {
  binder.expect(node.range, {.spaces = {Space::Person}, .words = {"nobody"}});
  const std::string* text = word_of(binder, node, "a person, or `nobody`");
  if (text == nullptr) return false;
  out.nobody = *text == "nobody";
  return out.nobody || resolve(binder, *text, node.range, out.person);
}

bool read_override(Binder& binder, const yaml::Node& node, RotationOverride& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kOverride);
  if (!fields.usable()) return false;
  fields.required("who", out.who, read_substitute);
  read_from_to(binder, fields, out.during);
  return true;
}

bool read_between(Binder& binder, const yaml::Node& node, std::vector<PersonRef>& out) {
  if (!kReadPeople(binder, node, out)) return false;
  if (out.size() != 2) {
    binder.findings.add(diag::Kind::BadValue, node.range,
                        fmt::format("a swap is between two people, but `between` names {}", out.size()));
    return false;
  }
  if (out[0].index != out[1].index) return true;
  binder.findings.add(diag::Kind::BadValue, out[1].at, fmt::format("`{}` cannot swap with themselves", out[1].name));
  return false;
}

bool read_swap(Binder& binder, const yaml::Node& node, RotationSwap& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kSwap);
  if (!fields.usable()) return false;
  fields.required("between", out.between, read_between);
  read_from_to(binder, fields, out.during);
  return true;
}

bool read_shift(Binder& binder, const yaml::Node& node, TemporaryShift& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kShift);
  if (!fields.usable()) return false;
  fields.required("who", out.who, read_ref<policy::PersonIndex>);
  read_from_to(binder, fields, out.during);
  return true;
}

void check_inside(Binder& binder, const FromTo& shift, const FromTo& whole) {
  if (shift.from.good() && whole.from.good() && local_begin(shift.from.value) < local_begin(whole.from.value)) {
    binder.findings.add(diag::Kind::BadValue, shift.from.at, "the shift begins before its temporary schedule does")
        .note(whole.from.at, "the schedule begins here");
  }
  if (shift.to.good() && whole.to.good() && local_end(shift.to.value) > local_end(whole.to.value)) {
    binder.findings.add(diag::Kind::BadValue, shift.to.at, "the shift ends after its temporary schedule does")
        .note(whole.to.at, "the schedule ends here");
  }
}

bool read_temporary(Binder& binder, const yaml::Node& node, TemporaryTurns& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kTemporary);
  if (!fields.usable()) return false;
  read_from_to(binder, fields, out.during);
  fields.required("shifts", out.shifts, read_list<read_shift, TemporaryShift>);
  for (const TemporaryShift& shift : out.shifts.value) check_inside(binder, shift.during, out.during);
  return true;
}

// The turns of a rotation that has them at its top are those of one layer.
void read_only_layer(Binder& binder, Fields& fields, RotationText& rotation) {
  LayerText layer;
  layer.at = rotation.key.at;
  read_turns(binder, fields, layer);
  rotation.layers.at = rotation.key.at;
  rotation.layers.value.push_back(std::move(layer));
  rotation.layers.presence = Presence::Good;
}

void check_form(Binder& binder, const Fields& fields, const RotationText& rotation) {
  for (const std::string_view key : {"order", "turn", "starts", "ends", "only"}) {
    const yaml::Entry* entry = fields.find(key);
    if (entry == nullptr) continue;
    auto& finding =
        binder.findings.add(diag::Kind::BadValue, entry->key_range,
                            fmt::format("`{}` has `layers`, so `{}` stands in a layer", rotation.key.value, key));
    if (const yaml::Entry* layers = fields.find("layers")) finding.note(layers->key_range, "the layers are these");
    return;
  }
}

void check_size(Binder& binder, const RotationText& rotation) {
  std::size_t turns = rotation.overrides.value.size() + rotation.swaps.value.size();
  for (const TemporaryTurns& temporary : rotation.temporary.value) turns += 1 + temporary.shifts.value.size();
  if (turns <= kExceptionalTurns) return;
  binder.findings.add(diag::Kind::TooLarge, rotation.key.at,
                      fmt::format("`{}` has {} overrides, swaps and temporary shifts: a rotation has at most {}",
                                  rotation.key.value, turns, kExceptionalTurns));
}

void check_members(Binder& binder, const RotationText& rotation, const Team& team) {
  if (!team.members.good()) return;
  std::set<std::uint32_t> members;
  for (const PersonRef& member : team.members.value) members.insert(member.index.value);
  for (const PersonRef* who : people_of(rotation)) {
    if (members.contains(who->index.value)) continue;
    binder.findings
        .add(diag::Kind::BadValue, who->at, fmt::format("`{}` is not a member of `{}`", who->name, team.key.value))
        .note(team.members.at, "the members are these");
  }
}

}  // namespace

RotationText bind_rotation(Binder& binder, const yaml::Entry& entry) {
  RotationText rotation;
  rotation.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, vocabulary::kRotation);
  fields.place_at(entry.key_range);
  fields.required("team", rotation.team, read_ref<policy::TeamIndex>);
  fields.optional("time_zone", rotation.time_zone, read_time_zone);
  fields.optional("layers", rotation.layers, read_layers);
  if (rotation.layers.absent()) {
    read_only_layer(binder, fields, rotation);
  } else {
    check_form(binder, fields, rotation);
  }
  fields.optional("overrides", rotation.overrides, read_list<read_override, RotationOverride>);
  fields.optional("swaps", rotation.swaps, read_list<read_swap, RotationSwap>);
  fields.optional("temporary", rotation.temporary, read_list<read_temporary, TemporaryTurns>);
  check_size(binder, rotation);
  return rotation;
}

void check_rotations(Binder& binder, const std::vector<RotationText>& rotations, const std::vector<Team>& teams) {
  std::map<std::uint32_t, source::Range> taken;
  for (const RotationText& rotation : rotations) {
    if (!rotation.team.good()) continue;
    const auto& ref = rotation.team.value;
    const auto [first, is_new] = taken.emplace(ref.index.value, rotation.key.at);
    if (!is_new) {
      binder.findings.add(diag::Kind::DuplicateKey, rotation.key.at, fmt::format("`{}` has two rotations", ref.name))
          .note(first->second, "this is the first");
    }
    check_members(binder, rotation, teams[ref.index.value]);
  }
}

}  // namespace tandem::agreement
