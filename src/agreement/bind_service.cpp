#include "agreement/sections.h"
#include "policy/work_words.h"

namespace tandem::agreement {
namespace {

// The values with their words, as read_choice takes them.
template <class Value, std::size_t N>
std::array<std::pair<std::string_view, Value>, N> with_words(const std::array<Value, N>& values) {
  std::array<std::pair<std::string_view, Value>, N> choices;
  std::ranges::transform(values, choices.begin(), [](Value value) { return std::pair(policy::to_text(value), value); });
  return choices;
}

bool read_requester(Binder& binder, const yaml::Node& node, policy::RequesterKind& out) {
  return read_choice<policy::RequesterKind>(binder, node, out, with_words(policy::kRequesterKinds));
}
bool read_source(Binder& binder, const yaml::Node& node, policy::WorkSource& out) {
  return read_choice<policy::WorkSource>(binder, node, out, with_words(policy::kWorkSources));
}

bool read_hours_condition(Binder& binder, const yaml::Node& node, HoursCondition& out) {
  binder.expect(node.range, {.spaces = {Space::Calendar}, .words = {"not"}});
  const std::string* text = word_of(binder, node, "a calendar, or `not` and a calendar");
  if (text == nullptr) return false;
  std::string_view name = *text;
  source::Range at = node.range;
  if (!name.starts_with("not ")) return resolve(binder, name, at, out.calendar);
  out.open = false;
  name.remove_prefix(4);
  while (name.starts_with(' ')) name.remove_prefix(1);
  // The name alone is underlined where the text is written as it reads.
  const std::size_t quotes = node.scalar()->style == yaml::Style::Quoted ? 2 : 0;
  const bool as_it_reads = at.end - at.begin == text->size() + quotes;
  if (as_it_reads) {
    at.end -= static_cast<std::uint32_t>(quotes / 2);
    at.begin = at.end - static_cast<std::uint32_t>(name.size());
  }
  if (as_it_reads || binder.names.find(Space::Calendar, name)) return resolve(binder, name, at, out.calendar);
  // Nothing is suggested, for the edit would lose the `not`.
  if (!binder.names.is_complete(Space::Calendar)) return false;
  binder.findings.add(diag::Kind::UnknownReference, at, fmt::format("there is no calendar `{}`", name));
  return false;
}

bool read_load(Binder& binder, const yaml::Node& node, LoadCondition& out) {
  Fields fields(binder, node, vocabulary::kLoad);
  if (!fields.usable()) return false;
  fields.required("team", out.team, read_ref<policy::TeamIndex>);
  fields.required("open_per_person", out.open_per_person, read_count);
  return out.team.good() && out.open_per_person.good();
}

bool read_conditions(Binder& binder, const yaml::Node& node, Conditions& out) {
  Fields fields(binder, node, vocabulary::kWhen);
  fields.optional("category", out.category, read_one_or_more<read_ref<policy::CategoryIndex>, CategoryRef>);
  fields.optional("priority", out.priority, read_one_or_more<read_ref<policy::PriorityIndex>, PriorityRef>);
  fields.optional("site", out.site, read_one_or_more<read_ref<policy::SiteIndex>, SiteRef>);
  fields.optional("department", out.department, read_one_or_more<read_ref<policy::DepartmentIndex>, DepartmentRef>);
  fields.optional("requester", out.requester, read_one_or_more<read_requester, policy::RequesterKind>);
  fields.optional("asset_class", out.asset_class, read_one_or_more<read_ref<policy::AssetClassIndex>, AssetClassRef>);
  fields.optional("source", out.source, read_one_or_more<read_source, policy::WorkSource>);
  fields.optional("hours", out.hours, read_one_or_more<read_hours_condition, HoursCondition>);
  fields.optional("load", out.load, read_load);
  fields.optional("away", out.away, read_one_or_more<read_ref<policy::PersonIndex>, PersonRef>);
  return fields.usable();
}

// Months and years have no fixed length on a clock. `what` is a target, or a step.
bool check_clock_length(Binder& binder, const yaml::Node& node, const Length& length, std::string_view what) {
  if (length.unit < Unit::Month) return true;
  binder.findings.add(diag::Kind::BadValue, node.range,
                      fmt::format("{} is counted in minutes, hours, days or weeks", what));
  return false;
}
bool read_target_length(Binder& binder, const yaml::Node& node, Length& out) {
  return read_some_length(binder, node, out) && check_clock_length(binder, node, out, "a target");
}
bool read_step_length(Binder& binder, const yaml::Node& node, Length& out) {
  return read_length(binder, node, out) && check_clock_length(binder, node, out, "a step of an escalation");
}

bool read_addressee(Binder& binder, const yaml::Node& node, Addressee& out) {
  binder.expect(node.range, {.spaces = {Space::Team, Space::Person}, .words = {"on-duty", "lead"}});
  const std::string* text = word_of(binder, node, "`on-duty`, `lead`, a team or a person");
  if (text == nullptr) return false;
  out.at = node.range;
  if (*text == "on-duty" || *text == "lead") {
    out.kind = *text == "lead" ? Addressee::Kind::Lead : Addressee::Kind::OnDuty;
    return true;
  }
  return resolve_team_or_person(binder, *text, node.range, out.named);
}

bool read_step(Binder& binder, const yaml::Node& node, EscalationStep& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kStep);
  if (!fields.usable()) return false;
  fields.required("after", out.after, read_step_length);
  fields.optional("tell", out.tell, read_one_or_more<read_addressee, Addressee>);
  fields.optional("then", out.then, read_ref<PathIndex>);
  if (out.tell.absent() && out.then.absent()) {
    fields.report_missing_all({"tell", "then"});
    out.tell.presence = Presence::Wrong;
  }
  return true;
}

bool read_accept_within(Binder& binder, const yaml::Node& node, std::vector<AcceptWithin>& out) {
  if (node.scalar() != nullptr) {
    AcceptWithin all{.key = {"default", node.range}, .priority = {}, .within = {}};
    all.within.at = node.range;
    if (!read_real_length(binder, node, all.within.value)) return false;
    all.within.presence = Presence::Good;
    out.push_back(std::move(all));
    return true;
  }
  bool good = true;
  const bool is_map = read_named(binder, node, out, [&](Binder& b, const yaml::Entry& entry) {
    AcceptWithin item{.key = {entry.key, entry.key_range}, .priority = {}, .within = {}};
    b.expect_key(entry, {.spaces = {Space::Priority}, .words = {"default"}});
    if (entry.key != "default") {
      PriorityRef priority;
      good = resolve(b, entry.key, entry.key_range, priority) && good;
      item.priority = priority.index;
    }
    item.within.at = entry.value.range;
    const bool read = read_real_length(b, entry.value, item.within.value);
    item.within.presence = read ? Presence::Good : Presence::Wrong;
    good = good && read;
    return item;
  });
  return is_map && good;
}

// A step of a path of deciders: one person, or several together.
bool read_deciders(Binder& binder, const yaml::Node& node, std::vector<PersonRef>& out) {
  if (!read_one_or_more<read_ref<policy::PersonIndex>>(binder, node, out)) return false;
  if (!out.empty()) return true;
  binder.findings.add(diag::Kind::BadValue, node.range, "a step of `path` names nobody");
  return false;
}

bool read_given(Binder& binder, const yaml::Node& node, Given& out) {
  Fields fields(binder, node, vocabulary::kGiven);
  if (!fields.usable()) return false;
  fields.optional("category", out.category, read_ref<policy::CategoryIndex>);
  fields.optional("priority", out.priority, read_ref<policy::PriorityIndex>);
  fields.optional("site", out.site, read_ref<policy::SiteIndex>);
  fields.optional("department", out.department, read_ref<policy::DepartmentIndex>);
  fields.optional("requester", out.requester, read_requester);
  fields.optional("asset_class", out.asset_class, read_ref<policy::AssetClassIndex>);
  fields.optional("source", out.source, read_source);
  fields.optional("load", out.load, read_load);
  fields.optional("away", out.away, read_one_or_more<read_ref<policy::PersonIndex>, PersonRef>);
  fields.required("at", out.at, read_local_time);
  return true;
}

}  // namespace

bool read_rule(Binder& binder, const yaml::Node& node, RoutingRule& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kRule);
  if (!fields.usable()) return false;
  fields.optional("name", out.name, read_text);
  fields.required("when", out.when, read_conditions);
  fields.required("to", out.to, read_ref<policy::TeamIndex>);
  return true;
}

TargetText bind_target(Binder& binder, const yaml::Entry& entry) {
  TargetText target;
  target.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, vocabulary::kTarget);
  fields.place_at(entry.key_range);
  fields.optional("respond", target.respond, read_target_length);
  fields.optional("resolve", target.resolve, read_target_length);
  fields.required("clock", target.clock, read_ref<policy::CalendarIndex>);
  return target;
}

namespace {

bool goes_on_at_its_end(Binder& binder, const EscalationPath& path) {
  const auto& steps = path.steps.value;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    if (!steps[i].then.good()) continue;
    binder.findings
        .add(diag::Kind::BadValue, steps[i].then.at,
             fmt::format("`{}` goes on in `{}` here: the steps behind it are never taken", path.key.value,
                         steps[i].then.value.name))
        .note(steps[i + 1].at, "this is the next of them");
    return false;
  }
  return true;
}

}  // namespace

EscalationPath bind_escalation(Binder& binder, const yaml::Entry& entry) {
  EscalationPath path;
  path.key = {entry.key, entry.key_range};
  binder.expect_key(entry, {.spaces = {Space::Priority}, .words = {"default"}});
  check_name(binder, entry.key, entry.key_range);
  path.steps.at = entry.value.range;
  const bool good = read_list<read_step>(binder, entry.value, path.steps.value);
  path.steps.presence = good && goes_on_at_its_end(binder, path) ? Presence::Good : Presence::Wrong;
  return path;
}

bool read_handoffs(Binder& binder, const yaml::Node& node, Handoffs& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kHandoffs);
  fields.optional("accept_within", out.accept_within, read_accept_within);
  fields.optional("bounces", out.bounces, read_count);
  return fields.usable();
}

bool read_disputes(Binder& binder, const yaml::Node& node, Disputes& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kDisputes);
  if (!fields.usable()) return false;
  fields.required("decide_within", out.decide_within, read_some_length);
  fields.required("path", out.path, read_list<read_deciders, std::vector<PersonRef>>);
  return true;
}

bool read_expectation(Binder& binder, const yaml::Node& node, Expectation& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kExpectation);
  if (!fields.usable()) return false;
  fields.required("given", out.given, read_given);
  fields.optional("owner", out.owner, read_ref<policy::TeamIndex>);
  fields.optional("accountable", out.accountable, read_ref<policy::PersonIndex>);
  fields.optional("person", out.person, read_ref<policy::PersonIndex>);
  if (out.owner.absent() && out.accountable.absent() && out.person.absent())
    fields.report_missing_all({"owner", "accountable", "person"});
  return true;
}

}  // namespace tandem::agreement
