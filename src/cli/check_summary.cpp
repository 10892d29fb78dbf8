#include "cli/check_summary.h"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "agreement/checks/case.h"
#include "base/digits.h"
#include "cli/table.h"

namespace tandem::cli {
namespace {

using agreement::Compiled;
using agreement::Summary;
using proof::LongestUnseen;

std::string covered_text(const Summary& summary) {
  const base::Duration all = summary.horizon.during.to - summary.horizon.during.from;
  const auto hours = [](base::Duration length) {
    return base::with_commas(static_cast<std::uint64_t>(length / base::hours(1)));
  };
  if (summary.covered == all) return fmt::format("somebody is there in all {} hours", hours(all));
  return fmt::format("somebody is there in {} of {} hours: in {} some work has nobody", hours(summary.covered),
                     hours(all), agreement::hours_text(all - summary.covered));
}

// By whom it is seen, and when.
std::string seen_text(const policy::Policy& policy, const LongestUnseen& each) {
  if (!each.seen) return "and nobody is told before the time ends that was looked at";
  const std::string when = agreement::when_text(policy, *each.seen);
  if (!each.step) return fmt::format("until somebody is there for `{}`, {}", policy.team(each.named).name, when);
  return fmt::format("until the escalation tells somebody, {}", when);
}

std::string unseen_text(const policy::Policy& policy, const LongestUnseen& each) {
  if (each.longest == base::Duration{}) return "at once";
  return fmt::format("{}, for {}, {}", agreement::hours_text(each.longest),
                     agreement::case_text(policy, {.at = each.opened, .away = {}, .work = *each.work}),
                     seen_text(policy, each));
}

std::string absences_text(const policy::Policy& policy, const Summary& summary) {
  if (summary.needed.empty() && summary.unanswered.empty()) return "no single one leaves work without an owner";
  std::vector<std::string> parts;
  for (const Summary::Needed& each : summary.needed) {
    parts.push_back(fmt::format("`{}` ({} of `{}`)", policy.person(each.person).name,
                                agreement::hours_text(each.length), policy.team(each.team).name));
  }
  if (!summary.unanswered.empty()) {
    parts.push_back(fmt::format("one more while {} {} answered for by a single name", summary.unanswered.size(),
                                summary.unanswered.size() == 1 ? "activity is" : "activities are"));
  }
  return fmt::format("it hurts to miss {}", fmt::join(parts, ", "));
}

std::string exceptions_text(const Summary& summary) {
  if (summary.exceptions.empty()) return "none granted";
  std::vector<std::string> parts;
  for (const agreement::Exception& each : summary.exceptions) {
    parts.push_back(fmt::format("`{}` at `{}` until {}", diag::info(each.allow.value).name, each.place.value,
                                agreement::to_text(each.until.value)));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

json::Value rfc3339(const std::optional<base::Instant>& at) {
  if (!at) return nullptr;
  return json::Value(base::to_rfc3339(*at));
}

json::Object unseen_json(const policy::Policy& policy, const LongestUnseen& each) {
  json::Object out{{"priority", policy.priority(each.priority).priority}, {"minutes", each.longest / base::minutes(1)}};
  if (each.longest == base::Duration{}) return out;
  out["team"] = policy.team(each.named).name;
  out["category"] = policy.category(each.work->facts.category).name;
  out["arrives"] = rfc3339(each.opened);
  out["seen"] = rfc3339(each.seen);
  return out;
}

double hours_of(base::Duration length) {
  return static_cast<double>(length.count()) / static_cast<double>(base::hours(1).count());
}

}  // namespace

std::string summary_text(const Compiled& compiled) {
  if (!compiled.summary) return "";
  const policy::Policy& policy = *compiled.summary->policy;
  const Summary& summary = *compiled.summary;
  Table table({{}, {}});
  table.add({{"work"},
             {fmt::format("{} classes of it, each with a team that owns it",
                          base::with_commas(static_cast<std::uint64_t>(summary.classes_of_work)))}});
  table.add({{"hours"}, {covered_text(summary)}});
  const bool at_once =
      std::ranges::all_of(summary.unseen, [](const LongestUnseen& each) { return each.longest == base::Duration{}; });
  if (at_once) table.add({{"seen"}, {"at once by somebody who is there, whatever arrives"}});
  bool is_first = true;
  for (const LongestUnseen& each : summary.unseen) {
    if (at_once) break;
    table.add({{std::exchange(is_first, false) ? "seen" : ""},
               {fmt::format("`{}` {}", policy.priority(each.priority).priority, unseen_text(policy, each))}});
  }
  table.add({{"absences"}, {absences_text(policy, summary)}});
  table.add({{"exceptions"}, {exceptions_text(summary)}});
  return fmt::format("Looked at {}:\n{}", summary.horizon.words, table.text(Palette(false), 2));
}

json::Object summary_json(const Compiled& compiled) {
  if (!compiled.summary) return {};
  const policy::Policy& policy = *compiled.summary->policy;
  const Summary& summary = *compiled.summary;
  json::Array unseen, absences, unanswered, exceptions;
  for (const LongestUnseen& each : summary.unseen) unseen.push_back(unseen_json(policy, each));
  for (const Summary::Needed& each : summary.needed) {
    absences.push_back(json::Object{{"person", policy.person(each.person).name},
                                    {"team", policy.team(each.team).name},
                                    {"hours", hours_of(each.length)}});
  }
  for (const policy::ActivityIndex each : summary.unanswered)
    unanswered.push_back(json::Value(policy.activity(each).name));
  for (const agreement::Exception& each : summary.exceptions) {
    exceptions.push_back(json::Object{{"allow", diag::info(each.allow.value).name},
                                      {"at", each.place.value},
                                      {"because", each.because.value},
                                      {"until", agreement::to_text(each.until.value)}});
  }
  const base::Interval horizon = summary.horizon.during;
  return {{"from", rfc3339(horizon.from)},
          {"to", rfc3339(horizon.to)},
          {"classes_of_work", summary.classes_of_work},
          {"hours", hours_of(horizon.to - horizon.from)},
          {"hours_covered", hours_of(summary.covered)},
          {"longest_unseen", std::move(unseen)},
          {"absences", std::move(absences)},
          {"unanswered", std::move(unanswered)},
          {"exceptions", std::move(exceptions)}};
}

}  // namespace tandem::cli
