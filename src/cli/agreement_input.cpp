#include "cli/agreement_input.h"

#include "agreement/compile.h"
#include "diag/finding.h"
#include "diag/render.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

template <class T, class Projection>
std::vector<std::string_view> names_of(const std::vector<T>& things, Projection projection) {
  std::vector<std::string_view> names;
  for (const T& thing : things) names.push_back(std::invoke(projection, thing));
  return names;
}

std::string_view itself(const std::string& text) {
  return text;
}

constexpr std::array<std::pair<std::string_view, policy::WorkSource>, 5> kSources{{
    {"portal", policy::WorkSource::Portal},
    {"email", policy::WorkSource::Email},
    {"api", policy::WorkSource::Api},
    {"alert", policy::WorkSource::Alert},
    {"duty", policy::WorkSource::Duty},
}};

}  // namespace

diag::TextStyle text_style(const Environment& environment) {
  diag::TextStyle style(environment.colour ? diag::Colour::On : diag::Colour::Off);
  if (environment.columns > 0) style.width = environment.columns;
  return style;
}

std::expected<Agreed, int> read_policy(const std::string& path, const Environment& environment) {
  const auto compiled = agreement::compile_path(path, {.today = *day_of("", environment.clock)});
  if (!compiled) return std::unexpected(could_not_run(environment, compiled.error().message));
  if (!compiled->policy) {
    fmt::print(environment.err, "{}",
               diag::render_text(compiled->findings, compiled->sources, text_style(environment)));
    return std::unexpected(could_not_run(environment, "an agreement with errors has no answers"));
  }
  return Agreed{compiled->policy, compiled->policy->zone()};
}

std::string no_such(std::string_view what, std::string_view word, std::span<const std::string_view> known) {
  std::string message = fmt::format("the agreement has no {} `{}`", what, diag::visible(word));
  if (const auto near = diag::did_you_mean(word, known)) message += fmt::format(": did you mean `{}`?", *near);
  return message;
}

std::optional<calendar::Date> day_of(std::string_view text, const base::Clock& clock) {
  if (!text.empty()) return calendar::parse_date(text);
  return calendar::Date(std::chrono::floor<std::chrono::days>(clock.now().sys()));
}

std::optional<base::Instant> instant_of(std::string_view text, const calendar::Zone& zone) {
  if (const auto exact = base::parse_rfc3339(text)) return exact;
  if (const auto local = calendar::parse_local_time(text)) return zone.to_instant(local->date, local->time_of_day);
  if (const auto date = calendar::parse_date(text)) return zone.to_instant(*date, {});
  return std::nullopt;
}

std::expected<policy::Facts, std::string> facts_of(const Why& command, const policy::Policy& policy) {
  const policy::Spec& spec = policy.spec();
  policy::Facts facts;
  const auto category = policy.find_category(command.category);
  if (!category)
    return std::unexpected(no_such("category", command.category, names_of(spec.categories, &policy::Category::name)));
  facts.category = *category;
  facts.priority = policy.default_priority();
  if (!command.priority.empty()) {
    const auto found = policy.find_priority(command.priority);
    if (!found)
      return std::unexpected(no_such("priority", command.priority, names_of(spec.targets, &policy::Target::priority)));
    facts.priority = *found;
  }
  if (!command.site.empty()) {
    const auto found = policy.find_site(command.site);
    if (!found) return std::unexpected(no_such("site", command.site, names_of(spec.sites, itself)));
    facts.site = *found;
  }
  if (!command.department.empty()) {
    const auto found = policy.find_department(command.department);
    if (!found) return std::unexpected(no_such("department", command.department, names_of(spec.departments, itself)));
    facts.department = *found;
  }
  if (!command.asset_class.empty()) {
    const auto found = policy.find_asset_class(command.asset_class);
    if (!found)
      return std::unexpected(no_such("asset class", command.asset_class, names_of(spec.asset_classes, itself)));
    facts.asset_class = *found;
  }
  if (command.requester == "vip") {
    facts.requester = policy::RequesterKind::Vip;
  } else if (!command.requester.empty() && command.requester != "standard") {
    return std::unexpected(fmt::format("a requester is `vip` or `standard`, not `{}`", command.requester));
  }
  if (!command.source.empty()) {
    const auto found = std::ranges::find(kSources, command.source, [](const auto& entry) { return entry.first; });
    if (found == kSources.end())
      return std::unexpected(fmt::format("a source is portal, email, api, alert or duty, not `{}`", command.source));
    facts.source = found->second;
  }
  return facts;
}

}  // namespace tandem::cli
