// `tandem check --offer`: a vendor's offer held against the known red flags, and against an agreement.
#include "cli/check_offer.h"

#include <filesystem>

#include "agreement/compile.h"
#include "base/utf8.h"
#include "cli/agreement_input.h"
#include "cli/finding_pages.h"
#include "cli/questioning.h"
#include "diag/render.h"
#include "draft/offer.h"
#include "draft/questionnaire.h"
#include "draft/words.h"

namespace tandem::cli {
namespace {

// The agreement, or nothing but a place for texts; and what was read of the offer.
struct Offer {
  agreement::Compiled against;
  draft::Answers answers;
  draft::OfferReport report;
  std::string vendor = "the vendor";
  bool is_form = true;
};

bool is_form(const std::string& path) {
  const std::string ending = std::filesystem::path(path).extension().string();
  return ending == ".yaml" || ending == ".yml";
}

// A document of a word processor or a print file. Their beginnings tell them also where they hold no more than a few
// letters, all of which may be plain; their names tell them where they are empty or broken.
bool is_document(const std::string& path, std::string_view text) {
  constexpr std::array<std::string_view, 4> kBeginnings = {"%PDF-", "PK\x03\x04", "{\\rtf", "\xd0\xcf\x11\xe0"};
  constexpr std::array<std::string_view, 9> kEndings = {".pdf",   ".doc", ".docx", ".odt", ".rtf",
                                                        ".pages", ".xls", ".xlsx", ".pptx"};
  const std::string ending = draft::lower_case(std::filesystem::path(path).extension().string());
  return std::ranges::any_of(kBeginnings, [&](std::string_view begin) { return text.starts_with(begin); }) ||
         std::ranges::find(kEndings, ending) != kEndings.end();
}

base::Result<source::FileId> add_file(const std::string& path, source::SourceMap& sources) {
  TANDEM_TRY(auto text, read_small_file(path));
  if (is_document(path, text) || base::find_bad_utf8(text) || text.contains('\0')) {
    return base::fail(
        base::ErrorCode::BadInput,
        fmt::format("{} is not plain text: copy the words out of it into a .txt or .md file, or fill in the "
                    "form that `tandem new --offer` prints",
                    path));
  }
  return sources.add(path, std::move(text));
}

// Later files answer what earlier ones leave open, and take the place of what they say, or take it back.
base::Result<> read_forms(const Check& command, Offer& offer) {
  source::FileId first{};
  bool is_first = true;
  for (const std::string& path : command.offers) {
    TANDEM_TRY(const auto file, add_file(path, offer.against.sources));
    if (std::exchange(is_first, false)) first = file;
    const auto more =
        draft::read_answers(draft::questionnaire("offer"), offer.against.sources, file, offer.report.findings);
    for (const draft::Question& question : draft::questionnaire("offer").questions()) {
      if (const auto* answer = more.find(question.name)) {
        offer.answers.set(question.name, answer->words, answer->at);
        continue;
      }
      if (more.is_taken_back(question.name)) offer.answers.take_back(question.name);
      if (const auto place = more.place(question.name); place && !offer.answers.has(question.name)) {
        offer.answers.set_place(question.name, *place);
      }
    }
  }
  if (offer.report.findings.has_errors()) return {};  // of what could not be read nothing can be said
  if (offer.answers.has("vendor")) offer.vendor = offer.answers.word("vendor");
  draft::check_offer_form(offer.answers, first, offer.report);
  if (offer.against.policy) draft::compare_offer(offer.answers, offer.against, offer.report.findings);
  return {};
}

base::Result<> read_text(const Check& command, Offer& offer) {
  offer.is_form = false;
  TANDEM_TRY(const auto file, add_file(command.offers.front(), offer.against.sources));
  draft::check_offer_text(offer.against.sources, file, offer.report);
  return {};
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

void print_mentions(const Offer& offer, const Environment& environment) {
  if (offer.report.mentions.empty()) return;
  fmt::print(environment.out, "\nSpoken of; read there what is really said:\n");
  for (const draft::OfferMention& mention : offer.report.mentions) {
    const auto place = offer.against.sources.place(mention.at);
    const std::string more = mention.places == 1 ? "" : fmt::format(", and {} more", mention.places - 1);
    fmt::print(environment.out, "  - {}: line {}{}\n", mention.topic, place.line, more);
  }
}

void print_summary(const Offer& offer, const Environment& environment) {
  const auto& findings = offer.report.findings;
  if (!offer.is_form) print_mentions(offer, environment);
  const auto asks = draft::questions_to_vendor(findings);
  if (!asks.empty()) fmt::print(environment.out, "\nTo ask {} before anybody signs:\n", offer.vendor);
  for (std::size_t i = 0; i < asks.size(); ++i) fmt::print(environment.out, "  {}. {}\n", i + 1, asks[i]);
  const std::size_t errors = findings.count(diag::Level::Error);
  const std::size_t warnings = findings.count(diag::Level::Warning);
  if (!asks.empty() || !offer.is_form) fmt::print(environment.out, "\n");
  if (errors + warnings == 0) {
    fmt::print(environment.out, "{} points looked at: nothing found\n", offer.report.points);
  } else {
    fmt::print(environment.out, "{} points looked at; {}: {}, {}\n", offer.report.points,
               errors > 0 ? "not ready to sign" : "can be signed with open eyes", counted(errors, "error", "errors"),
               counted(warnings, "warning", "warnings"));
  }
  if (!offer.is_form) {
    fmt::print(
        environment.out,
        "This was a search for words, not a reading: a text may say a thing in words of its own, or the opposite of\n"
        "what it seems to. For a real answer fill in the form that `tandem new --offer` prints.\n");
  }
}

void print_findings(const Check& command, const Offer& offer, const Environment& environment) {
  const auto& findings = offer.report.findings;
  const auto& sources = offer.against.sources;
  if (command.format == Format::Json) {
    fmt::print(environment.out, "{}\n",
               diag::render_json(findings, sources,
                                 {.file = command.offers.front(), .agreement = std::nullopt, .summary = nullptr}));
  } else if (command.format == Format::Sarif) {
    fmt::print(environment.out, "{}\n",
               diag::render_sarif(findings, sources, {.version = TANDEM_VERSION, .page = page_of}));
  } else {
    fmt::print(environment.out, "{}", diag::render_text(findings, sources, text_style(environment)));
  }
}

}  // namespace

int check_offer(const Check& command, const Environment& environment) {
  Offer offer;
  if (!command.path.empty()) {
    const auto today = day_of(command.today, environment.clock);
    if (!today)
      return could_not_run(environment, fmt::format("`{}` is not a date: write it as 2026-10-05", command.today));
    auto compiled = agreement::compile_path(command.path, {.today = *today});
    if (!compiled) return could_not_run(environment, compiled.error().message);
    if (!compiled->policy) {
      return could_not_run(
          environment,
          fmt::format("the agreement has errors, so nothing can be held against it: tandem check {}", command.path));
    }
    offer.against = *std::move(compiled);
  }
  const bool all_forms = std::ranges::all_of(command.offers, is_form);
  if (!all_forms && command.offers.size() > 1)
    return could_not_run(environment, "several files are several forms (.yaml); of texts give one at a time");
  if (!all_forms && !command.path.empty()) {
    return could_not_run(environment,
                         "only the form that `tandem new --offer` prints can be held against an agreement, not a text");
  }
  const auto done = all_forms ? read_forms(command, offer) : read_text(command, offer);
  if (!done) return could_not_run(environment, done.error().message);
  offer.report.findings.arrange(0);
  if (offer.report.points == 0) {
    print_findings(command, offer, environment);
    std::fflush(environment.out);
    return could_not_run(environment, "the form cannot be used as it is");
  }
  print_findings(command, offer, environment);
  if (command.format == Format::Text && !command.findings_only) print_summary(offer, environment);
  const auto& findings = offer.report.findings;
  const bool faults = findings.has_errors() || (command.warnings_count && findings.count(diag::Level::Warning) > 0);
  return faults ? kFaultsFound : kDone;
}

}  // namespace tandem::cli
