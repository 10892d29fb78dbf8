#include "agreement/sections.h"

namespace tandem::agreement {
namespace {

constexpr std::array<std::pair<std::string_view, DecisionSize>, 2> kSizes = {
    {{"small", DecisionSize::Small}, {"big", DecisionSize::Big}}};

bool read_size(Binder& binder, const yaml::Node& node, DecisionSize& out) {
  return read_choice<DecisionSize>(binder, node, out, kSizes);
}

bool read_decider(Binder& binder, const yaml::Node& node, Decider& out) {
  binder.expect(node.range, {.spaces = {Space::Person}, .words = {"closest"}});
  const std::string* text = word_of(binder, node, "a person, or `closest`");
  if (text == nullptr) return false;
  out.closest = *text == "closest";
  return out.closest || resolve(binder, *text, node.range, out.person);
}

bool read_named_deciders(Binder& binder, const yaml::Node& node, std::vector<NamedDecider>& out) {
  return read_named(binder, node, out, [](Binder& b, const yaml::Entry& entry) {
    NamedDecider decider{.key = {entry.key, entry.key_range}, .who = {}};
    check_name(b, entry.key, entry.key_range);
    decider.who.at = entry.value.range;
    const bool good = read_ref(b, entry.value, decider.who.value);
    decider.who.presence = good ? Presence::Good : Presence::Wrong;
    return decider;
  });
}

bool read_hours_per(Binder& binder, const yaml::Node& node, HoursPer& out) {
  return read_parsed(binder, node, out, parse_hours_per, kHoursPerForm);
}

bool read_party_hours(Binder& binder, const yaml::Node& node, std::vector<PartyHours>& out) {
  return read_named(binder, node, out, [](Binder& b, const yaml::Entry& entry) {
    PartyHours hours{.key = {entry.key, entry.key_range}, .party = {}, .amount = {}};
    b.expect_key(entry, {.spaces = {Space::Party}, .words = {"surge"}});
    if (entry.key != "surge") {
      PartyRef party;
      static_cast<void>(resolve(b, entry.key, entry.key_range, party));
      hours.party = party.index;
    }
    hours.amount.at = entry.value.range;
    const bool good = read_hours_per(b, entry.value, hours.amount.value);
    hours.amount.presence = good ? Presence::Good : Presence::Wrong;
    return hours;
  });
}

constexpr auto kReadPeople = read_one_or_more<read_ref<policy::PersonIndex>, PersonRef>;
constexpr auto kReadAddressees = read_one_or_more<read_team_or_person, TeamOrPerson>;

bool read_scope_requests(Binder& binder, const yaml::Node& node, ScopeRequests& out) {
  Fields fields(binder, node, vocabulary::kRequests);
  if (!fields.usable()) return false;
  fields.required("by", out.by, kReadPeople);
  fields.required("within", out.within, read_some_length);
  return true;
}

bool read_week_moment(Binder& binder, const yaml::Node& node, WeekMoment& out) {
  return read_parsed(binder, node, out, parse_week_moment, kWeekMomentForm);
}

bool read_clock(Binder& binder, const yaml::Node& node, base::Duration& out) {
  return read_parsed(binder, node, out, parse_clock, kClockForm);
}

bool read_sync(Binder& binder, const yaml::Node& node, SyncMeeting& out) {
  Fields fields(binder, node, vocabulary::kSync);
  if (!fields.usable()) return false;
  fields.required("every", out.every, read_some_length);
  fields.optional("on", out.on, read_week_moment);
  fields.required("who", out.who, kReadAddressees);
  return true;
}

bool read_digest(Binder& binder, const yaml::Node& node, Digest& out) {
  Fields fields(binder, node, vocabulary::kDigest);
  if (!fields.usable()) return false;
  fields.required("at", out.at, read_clock);
  fields.required("to", out.to, kReadAddressees);
  return true;
}

bool read_critical_news(Binder& binder, const yaml::Node& node, CriticalNews& out) {
  Fields fields(binder, node, vocabulary::kCriticalNews);
  if (!fields.usable()) return false;
  fields.required("tell", out.tell, kReadAddressees);
  return true;
}

Control bind_control(Binder& binder, const yaml::Entry& entry) {
  Control control;
  control.key = {entry.key, entry.key_range};
  if (const auto* scalar = entry.value.scalar(); scalar != nullptr && scalar->style == yaml::Style::Absent)
    return control;
  Fields fields(binder, entry.value, vocabulary::kControl);
  fields.place_at(entry.key_range);
  fields.optional("implemented_by", control.implemented_by, read_ref<policy::ActivityIndex>);
  fields.optional("verified_by", control.verified_by, read_ref<policy::ActivityIndex>);
  fields.optional("decides", control.decides, read_ref<policy::PersonIndex>);
  return control;
}

bool read_measure(Binder& binder, const yaml::Node& node, Measure& out) {
  return read_parsed(binder, node, out, parse_measure, kMeasureForm);
}

bool read_measure_name(Binder& binder, const yaml::Node& node, std::string& out) {
  Located<std::string> name;
  if (!read_name(binder, node, name)) return false;
  out = name.value;
  return true;
}

bool read_criterion(Binder& binder, const yaml::Node& node, ExitCriterion& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kCriterion);
  if (!fields.usable()) return false;
  fields.required("measure", out.measure, read_measure_name);
  fields.optional("at_least", out.at_least, read_measure);
  fields.optional("at_most", out.at_most, read_measure);
  if (out.at_least.absent() && out.at_most.absent()) fields.report_missing_all({"at_least", "at_most"});
  return true;
}

// Where findings come from that no agreement has.
struct OtherText {
  std::string_view command;
  std::string_view text;
};
std::optional<OtherText> found_elsewhere(diag::Kind kind) {
  if (kind == diag::Kind::SharedUnsplit || kind == diag::Kind::UnknownLetter) {
    return OtherText{"`tandem import matrix`", "a matrix"};
  }
  if (diag::info(kind).name.starts_with("offer-")) return OtherText{"`tandem check --offer`", "a vendor's offer"};
  return std::nullopt;
}

// What the desk cannot run without, what would make no agreement at all, and what no agreement has, is never allowed.
bool can_be_allowed(diag::Kind kind) {
  using enum diag::Kind;
  constexpr std::array kNever = {
      Syntax,           UnknownKey,       DuplicateKey,          MissingKey,    WrongType,
      BadValue,         UnknownReference, IncludeLoop,           CalendarLoop,  TooLarge,
      NoAccountable,    TwoAccountable,   AccountableNotAPerson, NoResponsible, UnmappedCategory,
      ExceptionExpired, ExceptionUnused};
  return std::ranges::find(kNever, kind) == kNever.end() && !found_elsewhere(kind);
}

std::string why_not_allowed(diag::Kind kind) {
  if (const auto other = found_elsewhere(kind)) {
    return fmt::format("only {} finds it, in {}, and never in an agreement", other->command, other->text);
  }
  const bool is_about_exceptions = kind == diag::Kind::ExceptionExpired || kind == diag::Kind::ExceptionUnused;
  return is_about_exceptions ? "it is about exceptions themselves" : "an agreement with it cannot run";
}

bool read_kind(Binder& binder, const yaml::Node& node, diag::Kind& out) {
  std::vector<std::string_view> names;
  for (const auto& info : diag::all_kinds()) {
    if (can_be_allowed(info.kind)) names.push_back(info.name);
  }
  binder.expect(node.range, {.words = names});
  const std::string* text = word_of(binder, node, "the name of a finding");
  if (text == nullptr) return false;
  if (const auto kind = diag::find_kind(*text)) {
    out = *kind;
    if (can_be_allowed(*kind)) return true;
    binder.findings
        .add(diag::Kind::BadValue, node.range, fmt::format("`{}` cannot be allowed: {}", *text, why_not_allowed(*kind)))
        .suggest("take the exception out");
    return false;
  }
  binder.suggest(
      binder.findings.add(diag::Kind::UnknownReference, node.range, fmt::format("there is no finding `{}`", *text)),
      *text, names);
  return false;
}

// Owed day and night, so counted in real time; more seldom than that they are none.
bool read_update_interval(Binder& binder, const yaml::Node& node, Length& out) {
  if (!read_real_length(binder, node, out)) return false;
  const auto interval = real_time(out);
  if (*interval >= policy::kShortestUpdateInterval && *interval <= policy::kLongestUpdateInterval) return true;
  binder.findings.add(diag::Kind::BadValue, node.range,
                      "updates are owed every 5 minutes at the most and once a day at the least");
  return false;
}

}  // namespace

bool read_review(Binder& binder, const yaml::Node& node, Review& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kReview);
  if (!fields.usable()) return false;
  fields.required("every", out.every, read_some_length);
  fields.required("by", out.by, kReadPeople);
  return true;
}

Decision bind_decision(Binder& binder, const yaml::Entry& entry) {
  Decision decision;
  decision.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, vocabulary::kDecision);
  fields.place_at(entry.key_range);
  fields.required("size", decision.size, read_size);
  fields.optional("by", decision.by, read_decider);
  fields.optional("with", decision.with, kReadPeople);
  fields.optional("within", decision.within, read_some_length);
  fields.optional("deadlock", decision.deadlock, read_ref<policy::PersonIndex>);
  fields.optional("expires", decision.expires, read_some_length);
  return decision;
}

Scenario bind_scenario(Binder& binder, const yaml::Entry& entry) {
  Scenario scenario;
  scenario.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, vocabulary::kScenario);
  fields.place_at(entry.key_range);
  fields.optional("contain", scenario.contain, read_team_or_person);
  fields.optional("communicate", scenario.communicate, read_team_or_person);
  fields.optional("recover", scenario.recover, read_team_or_person);
  fields.optional("decide", scenario.decide, read_named_deciders);
  fields.optional("updates", scenario.updates, read_update_interval);
  return scenario;
}

bool read_scope(Binder& binder, const yaml::Node& node, Scope& out) {
  Fields fields(binder, node, vocabulary::kScope);
  fields.optional("hours", out.hours, read_party_hours);
  fields.optional("excluded", out.excluded, read_one_or_more<read_located_text, Located<std::string>>);
  fields.optional("requests", out.requests, read_scope_requests);
  return fields.usable();
}

bool read_communication(Binder& binder, const yaml::Node& node, Communication& out) {
  Fields fields(binder, node, vocabulary::kCommunication);
  fields.optional("sync", out.sync, read_sync);
  fields.optional("digest", out.digest, read_digest);
  fields.optional("critical", out.critical, read_critical_news);
  return fields.usable();
}

bool read_cost(Binder& binder, const yaml::Node& node, Cost& out) {
  Fields fields(binder, node, vocabulary::kCost);
  fields.optional("agreement", out.agreement, read_money);
  fields.optional("fully_managed", out.fully_managed, read_money);
  fields.optional("hire", out.hire, read_money);
  return fields.usable();
}

Framework bind_framework(Binder& binder, const yaml::Entry& entry) {
  Framework framework{.key = {entry.key, entry.key_range}, .controls = {}};
  check_name(binder, entry.key, entry.key_range);
  static_cast<void>(read_named(binder, entry.value, framework.controls, bind_control));
  return framework;
}

bool read_freeze(Binder& binder, const yaml::Node& node, Freeze& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kFreeze);
  if (!fields.usable()) return false;
  fields.optional("name", out.name, read_text);
  read_from_to(binder, fields, out.during);
  fields.optional("except", out.except, read_one_or_more<read_ref<DecisionIndex>, DecisionRef>);
  return true;
}

Confidential bind_confidential(Binder& binder, const yaml::Entry& entry) {
  Confidential confidential;
  confidential.key = {entry.key, entry.key_range};
  binder.expect_key(entry, {.spaces = {Space::Category}});
  // A category need not be there: who may read it can be agreed on before there is any.
  static_cast<void>(binder.refer(Space::Category, entry.key, entry.key_range));
  Fields fields(binder, entry.value, vocabulary::kConfidential);
  fields.place_at(entry.key_range);
  fields.required("read", confidential.read, kReadPeople);
  return confidential;
}

bool read_trial(Binder& binder, const yaml::Node& node, Trial& out) {
  Fields fields(binder, node, vocabulary::kTrial);
  if (!fields.usable()) return false;
  fields.required("until", out.until, read_date);
  fields.required("exit", out.exit, read_list<read_criterion, ExitCriterion>);
  return true;
}

namespace {

// Where an exception holds; a name that is no longer there is told by `exception-unused`.
bool read_place(Binder& binder, const yaml::Node& node, std::string& out) {
  using enum Space;
  binder.expect(node.range, {.spaces = {Activity, Team, Calendar, Category, AssetClass, Priority, EscalationPath,
                                        Decision, Party}});
  if (!read_text(binder, node, out)) return false;
  binder.refer_to_place(out, node.range);
  return true;
}

}  // namespace

bool read_exception(Binder& binder, const yaml::Node& node, Exception& out) {
  out.at = node.range;
  Fields fields(binder, node, vocabulary::kException);
  if (!fields.usable()) return false;
  fields.required("allow", out.allow, read_kind);
  fields.required("at", out.place, read_place);
  fields.required("because", out.because, read_text);
  fields.required("until", out.until, read_date);
  return true;
}

}  // namespace tandem::agreement
