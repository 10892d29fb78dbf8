#include "diag/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>

namespace tandem::diag {
namespace {

constexpr std::array kKinds = {
#define TANDEM_DIAGNOSTIC(kind, name, level, summary) KindInfo{Kind::kind, name, Level::level, summary},
#include "diag/kinds.def"
#undef TANDEM_DIAGNOSTIC
};

}  // namespace

std::span<const KindInfo> all_kinds() {
  return kKinds;
}

const KindInfo& info(Kind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<Kind> find_kind(std::string_view name) {
  const auto found = std::ranges::find(kKinds, name, &KindInfo::name);
  return found == kKinds.end() ? std::nullopt : std::optional(found->kind);
}

std::string_view to_text(Level level) {
  switch (level) {
    case Level::Error: return "error";
    case Level::Warning: return "warning";
    case Level::Note: return "note";
  }
  return "error";
}

std::string_view to_text(Confidence confidence) {
  return confidence == Confidence::Sure ? "sure" : "likely";
}

Finding& Finding::note(source::Range where, std::string text) {
  notes.push_back({where, std::move(text)});
  return *this;
}

Finding& Finding::lower_to(Level level) {
  lowered = level;
  return *this;
}

Finding& Finding::suggest(std::string words) {
  return suggest(Repair{.words = std::move(words)});
}

Finding& Finding::suggest(Repair suggested) {
  repair = std::move(suggested);
  return *this;
}

Repair respell(source::Range at, const Slip& slip, std::string replacement) {
  return {.words = fmt::format("did you mean `{}`?", slip.word),
          .edits = {{at, std::move(replacement)}},
          .confidence = slip.confidence()};
}

Finding& Findings::add(Kind kind, source::Range at, std::string message) {
  return findings_.emplace_back(Finding{.kind = kind,
                                        .at = at,
                                        .message = std::move(message),
                                        .notes = {},
                                        .counterexample = {},
                                        .repair = std::nullopt});
}

bool Findings::has_errors() const {
  return std::ranges::any_of(findings_, [](const Finding& finding) { return finding.level() == Level::Error; });
}

std::size_t Findings::count(Level level) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(findings_, [&](const Finding& finding) { return finding.level() == level; }));
}

void Findings::remove_if(const std::function<bool(const Finding&)>& silenced) {
  std::erase_if(findings_, silenced);
}

void Findings::arrange(std::size_t per_kind) {
  std::vector<std::size_t> order(findings_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::tuple(findings_[i].level(), findings_[i].at, i); });
  std::deque<Finding> arranged;
  for (const std::size_t i : order) arranged.push_back(std::move(findings_[i]));
  findings_ = std::move(arranged);
  if (per_kind == 0) return;
  std::map<Kind, std::size_t> seen;
  left_out_ += std::erase_if(findings_, [&](const Finding& finding) { return ++seen[finding.kind] > per_kind; });
}

}  // namespace tandem::diag
