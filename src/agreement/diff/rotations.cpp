#include <map>

#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {
namespace {

std::string overrides(const Reading& text, const std::vector<RotationOverride>& overrides) {
  std::string out;
  for (const RotationOverride& each : overrides) {
    const Substitute& who = each.who.value;
    Reading::append(out, fmt::format("{} {}", who.nobody ? "nobody" : text.name(Space::Person, who.person.name),
                                     words(each.during)));
  }
  return out;
}

std::string temporary(const Reading& text, const std::vector<TemporaryTurns>& schedules) {
  std::string out;
  for (const TemporaryTurns& each : schedules) {
    std::string shifts;
    for (const TemporaryShift& shift : each.shifts.value)
      Reading::append(shifts, text.name(Space::Person, shift.who) + " " + words(shift.during));
    out += (out.empty() ? "" : " / ") + fmt::format("{}: {}", words(each.during), shifts);
  }
  return out;
}

}  // namespace

std::vector<Described> describe_rotations(const Reading& text) {
  std::vector<Described> out;
  for (const RotationText& rotation : text.agreement().rotations) {
    std::string swaps;
    for (const RotationSwap& swap : rotation.swaps.value)
      Reading::append(swaps, text.names(Space::Person, swap.between.value) + " " + words(swap.during));
    out.push_back({rotation.key.value,
                   rotation.key.at,
                   {{"team", text.name(Space::Team, rotation.team)},
                    {"time zone", words(rotation.time_zone)},
                    {"overrides", overrides(text, rotation.overrides.value)},
                    {"swaps", swaps},
                    {"temporary", temporary(text, rotation.temporary.value)}}});
  }
  return out;
}

std::vector<Described> describe_layers(const Reading& text) {
  std::vector<Described> out;
  for (const RotationText& rotation : text.agreement().rotations) {
    for (const LayerText& layer : rotation.layers.value) {
      out.push_back(
          {layer.name.good() ? fmt::format("{} {}", rotation.key.value, layer.name.value) : rotation.key.value,
           layer.at,
           {{"order", text.names(Space::Person, layer.order.value)},
            {"turn", words(layer.turn)},
            {"starts", words(layer.starts)},
            {"ends", words(layer.ends)},
            {"only", layer.only.good() ? words(layer.only.value) : ""}}});
    }
  }
  return out;
}

std::vector<Described> describe_leave(const Reading& text) {
  std::vector<Described> out;
  std::map<std::string, std::size_t> by_person;
  for (const Leave& leave : text.agreement().leave) {
    const std::string& who = text.name(Space::Person, leave.who.value.name);
    const auto [place, fresh] = by_person.emplace(who, out.size());
    if (fresh) out.push_back({who, leave.at, {{"", ""}}});
    Reading::append(out[place->second].attributes.front().words, words(leave.during));
  }
  return out;
}

}  // namespace tandem::agreement::diff
