#include <fmt/format.h>

#include "agreement/compile.h"
#include "base/plain_text.h"
#include "calendar/date_text.h"
#include "calendar/holidays.h"
#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "cli/new_conversation.h"
#include "cli/new_draft.h"
#include "cli/new_file.h"
#include "cli/table.h"
#include "diag/render.h"
#include "diag/visible.h"
#include "draft/arrangement.h"
#include "draft/questionnaire.h"
#include "draft/words.h"

namespace tandem::cli {
namespace {

using Outcome = std::expected<void, std::string>;

std::string with_nearest(std::string message, std::string_view word, std::span<const std::string_view> known) {
  if (const auto near = diag::did_you_mean(word, known)) message += fmt::format(": did you mean `{}`?", *near);
  return message;
}

Outcome set_country(std::string_view word, draft::DraftRequest& request) {
  const std::string code = draft::lower_case(word);
  const draft::Country* country = draft::find_country(code);
  if (country == nullptr) {
    std::vector<std::string_view> codes;
    for (const draft::Country& one : draft::countries()) codes.push_back(one.code);
    return std::unexpected(fmt::format("there is no country `{}` here, but {}: give --holidays and --time-zone instead",
                                       diag::visible(word), fmt::join(codes, ", ")));
  }
  request.holidays = country->holidays;
  request.time_zone = country->time_zone;
  request.currency = country->currency;
  return {};
}

Outcome set_holidays(const std::string& name, draft::DraftRequest& request) {
  if (calendar::find_holiday_set(name) == nullptr) {
    return std::unexpected(with_nearest(
        fmt::format("there is no set of holidays `{}` (`tandem calendar holidays` lists them)", diag::visible(name)),
        name, calendar::holiday_set_names()));
  }
  request.holidays = name;
  return {};
}

Outcome set_names(const New& command, draft::DraftRequest& request) {
  for (const auto& [given, into] :
       {std::pair(&command.client, &request.client), std::pair(&command.provider, &request.provider)}) {
    if (given->empty()) continue;
    if (base::trimmed(*given).empty() || diag::visible(*given) != *given)
      return std::unexpected(fmt::format("`{}` is not the name of a business", diag::visible(*given)));
    *into = base::trimmed(*given);
  }
  return {};
}

// What the command line says over what the draft has by itself. Later options are the more exact ones.
Outcome apply_options(const New& command, calendar::Date today, draft::DraftRequest& request) {
  if (auto named = set_names(command, request); !named) return named;
  if (!command.country.empty()) {
    if (auto known = set_country(command.country, request); !known) return known;
  }
  if (!command.holidays.empty()) {
    if (auto known = set_holidays(command.holidays, request); !known) return known;
  }
  if (!command.time_zone.empty()) {
    const auto zone = calendar::Zone::find(command.time_zone);
    if (!zone) return std::unexpected(zone.error().message);
    request.time_zone = command.time_zone;
  }
  if (command.effective.empty()) {
    // The first of the next month: nobody signs for yesterday.
    const auto next = std::chrono::year_month(today.year(), today.month()) + std::chrono::months(1);
    request.effective = next / std::chrono::day(1);
    return {};
  }
  const auto date = calendar::parse_date(command.effective);
  if (!date)
    return std::unexpected(fmt::format("`{}` is not a date: write it as 2026-10-01", diag::visible(command.effective)));
  request.effective = *date;
  return {};
}

int list_arrangements(const Environment& environment) {
  const Palette palette(environment.colour);
  for (const draft::Arrangement& one : draft::arrangements()) {
    fmt::print(environment.out, "{}: {}\n{}\n\n", palette(Ink::Strong, one.name), one.title,
               draft::wrapped(one.about, "  "));
  }
  fmt::print(environment.out,
             "They may be mixed: `tandem new my-agreement --template day-and-night,compliance-overlay`\n");
  return kDone;
}

int print_offer_form(const Environment& environment) {
  fmt::print(
      environment.out, "{}",
      draft::form_text(
          draft::questionnaire("offer"), {},
          "What an offer says. Fill in what it really says, and leave open what it does not say: that is the "
          "finding. Then: tandem check --offer FILE. What the vendor answers later goes into a second file of the "
          "same kind: tandem check --offer FILE --offer ANSWERS. `unsaid` in it takes an answer back."));
  return kDone;
}

int make_from_arrangements(const New& command, calendar::Date today, const Environment& environment) {
  auto request = draft::mix(command.arrangements);
  if (!request) return could_not_run(environment, request.error());
  if (const auto applied = apply_options(command, today, *request); !applied)
    return could_not_run(environment, applied.error());
  return deliver_draft(draft::compose(*request), folder_for(command.folder, *request), environment);
}

}  // namespace

int run(const New& command, const Environment& environment) {
  const auto today = day_of(command.today, environment.clock);
  if (!today)
    return could_not_run(environment, fmt::format("`{}` is not a date: write it as 2026-10-05", command.today));
  if (command.list) return list_arrangements(environment);
  if (command.offer) return print_offer_form(environment);
  const bool is_conversation = command.interactive || !command.answers.empty();
  if (is_conversation && !command.arrangements.empty())
    return could_not_run(environment, "--template is one way and the conversation another: give one of them");
  if (is_conversation) return make_from_conversation(command, *today, environment);
  if (!command.arrangements.empty()) return make_from_arrangements(command, *today, environment);
  return could_not_run(
      environment,
      "say what to make it from: --template NAME (`tandem new --list` tells which there are), --interactive, or "
      "--answers FILE");
}

}  // namespace tandem::cli
