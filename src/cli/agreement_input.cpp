#include "cli/agreement_input.h"

#include "diag/finding.h"
#include "diag/render.h"
#include "diag/visible.h"

namespace tandem::cli {
diag::TextStyle text_style(const Environment& environment) {
  diag::TextStyle style(environment.colour ? diag::Colour::On : diag::Colour::Off);
  if (environment.columns > 0) style.width = environment.columns;
  return style;
}

std::expected<AgreedText, int> read_agreement(const std::string& path, const Environment& environment) {
  auto compiled =
      agreement::compile_path(path, {.today = *day_of("", environment.clock), .rehearsal = agreement::Rehearsal::Skip});
  if (!compiled) return std::unexpected(could_not_run(environment, compiled.error().message));
  if (!compiled->policy) {
    fmt::print(environment.err, "{}",
               diag::render_text(compiled->findings, compiled->sources, text_style(environment)));
    return std::unexpected(could_not_run(environment, "an agreement with errors has no answers"));
  }
  return AgreedText{*std::move(compiled)};
}

std::expected<Agreed, int> read_policy(const std::string& path, const Environment& environment) {
  const auto agreed = read_agreement(path, environment);
  if (!agreed) return std::unexpected(agreed.error());
  return Agreed{agreed->compiled.policy, agreed->compiled.policy->zone()};
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

base::Result<agreement::Length> horizon_length_of(std::string_view text) {
  if (text.empty()) return agreement::kUsualHorizon;
  if (const auto length = agreement::parse_horizon(text)) return *length;
  return base::fail(base::ErrorCode::BadInput, fmt::format("`{}` is not a time to look at: write {}",
                                                           diag::visible(text), agreement::kHorizonForm));
}

std::optional<base::Instant> instant_of(std::string_view text, const calendar::Zone& zone) {
  if (const auto exact = base::parse_rfc3339(text)) return exact;
  if (const auto local = calendar::parse_local_time(text)) return zone.to_instant(local->date, local->time_of_day);
  if (const auto date = calendar::parse_date(text)) return zone.to_instant(*date, {});
  return std::nullopt;
}

}  // namespace tandem::cli
