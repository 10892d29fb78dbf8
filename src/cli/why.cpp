#include <boost/json.hpp>

#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "cli/local_text.h"
#include "json/json.h"

namespace tandem::cli {
namespace {

struct Explained {
  const policy::Policy& policy;
  policy::Answer answer;
  const policy::Trace& trace;

  [[nodiscard]] const policy::Team& team() const { return policy.team(answer.team); }
  [[nodiscard]] const policy::Party& party() const { return policy.party(team().party); }
};

void print_text(const Explained& e, const Why& command, base::Instant at, const calendar::Zone& zone,
                const Environment& environment) {
  fmt::print(environment.out, "{}, {} {}\n\n", command.category, local_text(at, zone), zone.name());
  fmt::print(environment.out, "owner        {} ({}){}\n", e.team().name, e.party().display,
             e.answer.person.is_none() ? std::string(", nobody in particular")
                                       : ", " + e.policy.person(e.answer.person).display);
  fmt::print(environment.out, "accountable  {}\n", e.policy.person(e.answer.accountable).display);
  fmt::print(environment.out, "activity     {}\n", e.policy.activity(e.answer.activity).name);
  if (e.answer.gap) fmt::print(environment.out, "gap          nobody of the owner is there at that time\n");
  fmt::print(environment.out, "\nbecause\n");
  int step = 0;
  for (const policy::Reason& reason : e.trace.reasons()) {
    const std::string place =
        reason.at.line == 0 ? std::string() : fmt::format("   {}:{}", reason.at.file, reason.at.line);
    fmt::print(environment.out, "{:3}. {}{}\n", ++step, explain(e.policy, reason), place);
  }
}

void print_json(const Explained& e, base::Instant at, const Environment& environment) {
  json::Array reasons;
  for (const policy::Reason& reason : e.trace.reasons()) {
    json::Object step{{"kind", to_text(reason.kind)}, {"text", explain(e.policy, reason)}};
    step["file"] = reason.at.line == 0 ? json::Value(nullptr) : json::Value(reason.at.file);
    step["line"] = reason.at.line == 0 ? json::Value(nullptr) : json::Value(reason.at.line);
    reasons.push_back(std::move(step));
  }
  const json::Value person =
      e.answer.person.is_none() ? json::Value(nullptr) : json::Value(e.policy.person(e.answer.person).name);
  const json::Object answer{{"at", base::to_rfc3339(at)},
                            {"owner", {{"party", e.party().name}, {"team", e.team().name}, {"person", person}}},
                            {"accountable", e.policy.person(e.answer.accountable).name},
                            {"activity", e.policy.activity(e.answer.activity).name},
                            {"gap", e.answer.gap},
                            {"reasons", std::move(reasons)}};
  fmt::print(environment.out, "{}\n", json::to_text(answer));
}

}  // namespace

int run(const Why& command, const Environment& environment) {
  const auto agreed = read_policy(command.path, environment);
  if (!agreed) return agreed.error();
  const policy::Policy& policy = *agreed->policy;
  const auto at = instant_of(command.at, agreed->zone);
  if (!at)
    return could_not_run(environment,
                         fmt::format("`{}` is not a time: write 2026-12-25 03:00 or 2026-12-25T03:00:00Z", command.at));
  const auto facts = facts_of(command, policy);
  if (!facts) return could_not_run(environment, facts.error());

  policy::Trace trace;
  const Explained explained{.policy = policy, .answer = policy.evaluate(*facts, *at, &trace), .trace = trace};
  if (command.format == Format::Json) {
    print_json(explained, *at, environment);
  } else {
    print_text(explained, command, *at, agreed->zone, environment);
  }
  return kDone;
}

}  // namespace tandem::cli
