#include "policy/bytes.h"

#include "base/check.h"
#include "policy/calendar_bytes.h"
#include "policy/spec_check.h"
#include "policy/spec_fields.h"

namespace tandem::policy {
namespace {

constexpr std::string_view kMagic = "TandemPl";

void write(ByteWriter& out, const calendar::Rotation& rotation) {
  const calendar::RotationRule& rule = rotation.rule();
  write_zone(out, rule.zone);
  out(rule.people, rule.layers, rule.swaps, rule.temporary, rule.overrides);
}

void write(ByteWriter& out, const Team& team) {
  const auto& [name, party, lead, members, hours, minimum, cover, rotation, rotation_order, rotation_at, exceptions_at,
               hours_at, cover_at, at] = team;
  out(name, party, lead, members, hours, minimum, cover, rotation.has_value());
  if (rotation) write(out, *rotation);
  out(rotation_order, rotation_at, exceptions_at, hours_at, cover_at, at);
}

std::optional<calendar::Rotation> read_rotation(ByteReader& in) {
  const auto zone = read_zone(in);
  if (!zone) return std::nullopt;
  calendar::RotationRule rule{.zone = *zone};
  in(rule.people, rule.layers, rule.swaps, rule.temporary, rule.overrides);
  const auto is_time = [](const calendar::LocalTime& time) {
    return time.time_of_day >= base::Duration{} && time.time_of_day < base::hours(24);
  };
  for (const calendar::DutyLayer& layer : rule.layers) {
    if (!is_time(layer.starts) || (layer.ends && !is_time(*layer.ends)))
      in.fail("a layer begins or ends at no time of day");
  }
  if (!in.good()) return std::nullopt;
  auto rotation = calendar::Rotation::make(std::move(rule));
  if (!rotation) {
    in.fail(fmt::format("a rotation: {}", rotation.error().message));
    return std::nullopt;
  }
  return *std::move(rotation);
}

void read(ByteReader& in, Team& team) {
  auto& [name, party, lead, members, hours, minimum, cover, rotation, rotation_order, rotation_at, exceptions_at,
         hours_at, cover_at, at] = team;
  bool rotates = false;
  in(name, party, lead, members, hours, minimum, cover, rotates);
  if (rotates) rotation = read_rotation(in);
  in(rotation_order, rotation_at, exceptions_at, hours_at, cover_at, at);
}

void read_named_calendars(ByteReader& in, std::vector<NamedCalendar>& out) {
  const std::vector<calendar::BusinessCalendar> table = read_calendars(in);
  for (std::size_t left = in.count(); left > 0 && in.good(); --left) {
    std::string name;
    std::uint32_t entry = 0;
    TextPlace at;
    in(name, entry, at);
    if (in.good() && entry >= table.size()) in.fail("there is no such calendar");
    if (in.good()) out.push_back({std::move(name), table[entry], std::move(at)});
  }
}

// Whatever is worked out of them later on stays within what numbers hold.
bool are_bounded(const std::vector<Target>& targets) {
  constexpr std::int64_t kMostMinutes = std::int64_t{10'000} * 366 * 24 * 60;
  const auto is_bounded = [](const TargetTime& time) { return time.minutes <= kMostMinutes; };
  return std::ranges::all_of(targets, [&](const Target& target) {
    return (!target.respond || is_bounded(*target.respond)) && (!target.resolve || is_bounded(*target.resolve)) &&
           std::ranges::all_of(target.escalation,
                               [&](const EscalationStep& step) { return std::ranges::all_of(step.after, is_bounded); });
  });
}

bool are_bounded(const Governance& governance) {
  constexpr std::int64_t kMostMinutes = std::int64_t{10'000} * 366 * 24 * 60;
  constexpr std::int64_t kMostMonths = std::int64_t{1'000} * 12;
  const auto is_bounded = [](const std::optional<Term>& term) {
    return !term || term->count <= (term->unit == Term::Unit::Month ? kMostMonths : kMostMinutes);
  };
  return (!governance.disputes || is_bounded(governance.disputes->decide_within)) &&
         std::ranges::all_of(governance.decisions, [&](const DecisionKind& kind) {
           return is_bounded(kind.within) && is_bounded(kind.expires);
         });
}

Spec read_spec(ByteReader& in) {
  Spec spec;
  auto& [engagement, name, time_zone, version, parties, people, teams, calendars, sites, departments, asset_classes,
         activities, categories, rules, targets, handoffs, governance] = spec;
  in(engagement, name, time_zone, version, parties, people);
  for (std::size_t left = in.count(); left > 0 && in.good(); --left) read(in, teams.emplace_back());
  read_named_calendars(in, calendars);
  in(sites, departments, asset_classes, activities, categories, rules, targets, handoffs, governance);
  return spec;
}

}  // namespace

std::string to_bytes(const Spec& spec) {
  const auto& [engagement, name, time_zone, version, parties, people, teams, calendars, sites, departments,
               asset_classes, activities, categories, rules, targets, handoffs, governance] = spec;
  ByteWriter out;
  out.raw(kMagic);
  out(kBytesFormat, engagement, name, time_zone, version, parties, people);
  out(static_cast<std::uint32_t>(teams.size()));
  for (const Team& team : teams) write(out, team);
  CalendarTable table;
  std::vector<std::uint32_t> entries;
  for (const NamedCalendar& calendar : calendars) entries.push_back(table.add(calendar.open));
  table.write(out);
  out(static_cast<std::uint32_t>(calendars.size()));
  for (std::size_t i = 0; i < calendars.size(); ++i) out(calendars[i].name, entries[i], calendars[i].at);
  out(sites, departments, asset_classes, activities, categories, rules, targets, handoffs, governance);
  return std::move(out).take();
}

base::Result<Spec> from_bytes(std::string_view bytes) {
  constexpr std::string_view kDoing = "reading a compiled agreement";
  if (bytes.size() > kMostBytes) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{}: it is {} bytes long, and may have {}", kDoing, bytes.size(), kMostBytes));
  }
  ByteReader in(bytes);
  if (in.raw(kMagic.size()) != kMagic) in.fail("it does not begin as one does");
  std::uint32_t format = 0;
  in(format);
  if (in.good() && format != kBytesFormat) {
    in.fail(fmt::format("it is of format {}, and this program reads format {}", format, kBytesFormat),
            base::ErrorCode::Unsupported);
  }
  Spec spec = in.good() ? read_spec(in) : Spec{};
  if (in.good() && !in.at_end()) in.fail("something follows behind its end");
  if (in.good()) {
    if (const auto fault = find_fault(spec)) in.fail(*fault);
    if (!are_bounded(spec.targets)) in.fail("a target is longer than 10,000 years");
    if (!are_bounded(spec.governance)) in.fail("the time for a dispute or a decision is too long");
  }
  if (!in.good()) return std::unexpected(in.error().within(kDoing));
  // Whatever could be written in two ways has been refused above, or is caught here.
  if (to_bytes(spec) != bytes) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{}: it is not written as this program writes it", kDoing));
  }
  return spec;
}

}  // namespace tandem::policy
