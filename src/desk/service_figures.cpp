#include "desk/service_figures.h"

#include "base/check.h"

namespace tandem::desk {
namespace {

struct Told {
  std::string_view name;
  FigureUnit unit = FigureUnit::Count;
  bool standing = false;
};

// In the order of the figures.
constexpr std::array<Told, kFigures> kTold{{
    {.name = "open_at_start", .standing = true},
    {.name = "opened"},
    {.name = "reopened"},
    {.name = "resolved"},
    {.name = "open_at_end", .standing = true},
    {.name = "held_seconds", .unit = FigureUnit::Time},
    {.name = "held_business_seconds", .unit = FigureUnit::Time},
    {.name = "working_seconds", .unit = FigureUnit::Time},
    {.name = "working_business_seconds", .unit = FigureUnit::Time},
    {.name = "on_requester_seconds", .unit = FigureUnit::Time},
    {.name = "on_requester_business_seconds", .unit = FigureUnit::Time},
    {.name = "on_vendor_seconds", .unit = FigureUnit::Time},
    {.name = "on_vendor_business_seconds", .unit = FigureUnit::Time},
    {.name = "on_evidence_seconds", .unit = FigureUnit::Time},
    {.name = "on_evidence_business_seconds", .unit = FigureUnit::Time},
    {.name = "on_problem_seconds", .unit = FigureUnit::Time},
    {.name = "on_problem_business_seconds", .unit = FigureUnit::Time},
    {.name = "on_offer_seconds", .unit = FigureUnit::Time},
    {.name = "on_offer_business_seconds", .unit = FigureUnit::Time},
    {.name = "respond_met"},
    {.name = "respond_met_late"},
    {.name = "respond_missed"},
    {.name = "respond_charged_percent", .unit = FigureUnit::Percent},
    {.name = "respond_running", .standing = true},
    {.name = "respond_overdue", .standing = true},
    {.name = "resolve_met"},
    {.name = "resolve_met_late"},
    {.name = "resolve_missed"},
    {.name = "resolve_charged_percent", .unit = FigureUnit::Percent},
    {.name = "resolve_running", .standing = true},
    {.name = "resolve_overdue", .standing = true},
    {.name = "handoffs_offered"},
    {.name = "handoffs_accepted"},
    {.name = "handoffs_declined"},
    {.name = "handoffs_expired"},
    {.name = "handoffs_withdrawn"},
    {.name = "rated_good"},
    {.name = "rated_bad"},
}};

const Told& told(Figure figure) {
  const auto at = static_cast<std::size_t>(figure);
  TANDEM_CHECK(at < kTold.size());
  return kTold[at];
}

}  // namespace

std::string_view to_text(Figure figure) {
  return told(figure).name;
}

std::optional<Figure> find_figure(std::string_view text) {
  const auto found = std::ranges::find(kTold, text, &Told::name);
  if (found == kTold.end()) return std::nullopt;
  return static_cast<Figure>(found - kTold.begin());
}

FigureUnit unit_of(Figure figure) {
  return told(figure).unit;
}

bool is_standing(Figure figure) {
  return told(figure).standing;
}

Figures& Figures::operator+=(const Figures& others) {
  for (std::size_t i = 0; i < kFigures; ++i) values_[i] += others.values_[i];
  accepted_after.insert(accepted_after.end(), others.accepted_after.begin(), others.accepted_after.end());
  return *this;
}

std::optional<base::Duration> Figures::median_to_accept() const {
  if (accepted_after.empty()) return std::nullopt;
  std::vector<base::Duration> sorted = accepted_after;
  const std::size_t middle = sorted.size() / 2;
  std::ranges::sort(sorted);
  if (sorted.size() % 2 == 1) return sorted[middle];
  return sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
}

std::optional<std::int64_t> Figures::satisfied_percent() const {
  const std::int64_t good = (*this)[Figure::RatedGood];
  const std::int64_t all = good + (*this)[Figure::RatedBad];
  return all == 0 ? std::nullopt : std::optional(good * 100 / all);
}

}  // namespace tandem::desk
