// The figures of a service report: what is counted and added up, each under the name that the API, the spreadsheet and
// the screen share. What each means stands in docs/reports.md.
//
//   figures[Figure::ResolveMissed] += 1;
//   figures += others;                                            // figure by figure
//
// Two sorts. What flows (opened, held, missed …) belongs to a moment, so the figures of two periods that meet add up to
// those of both together. What stands (open_at_start, open_at_end, …_running, …_overdue) is how it was at one of the
// period's ends.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace tandem::desk {

enum class Figure : std::uint8_t {
  OpenAtStart,
  Opened,
  Reopened,
  Resolved,
  OpenAtEnd,
  // Real time, and under each the part of it in the hours of the team that had it. Held is the sum of the others.
  Held,
  HeldBusiness,
  Working,
  WorkingBusiness,
  OnRequester,
  OnRequesterBusiness,
  OnVendor,
  OnVendorBusiness,
  OnEvidence,
  OnEvidenceBusiness,
  OnProblem,
  OnProblemBusiness,
  OnOffer,
  OnOfferBusiness,
  RespondMet,
  RespondMetLate,
  RespondMissed,
  RespondCharged,
  RespondRunning,
  RespondOverdue,
  ResolveMet,
  ResolveMetLate,
  ResolveMissed,
  ResolveCharged,
  ResolveRunning,
  ResolveOverdue,
  HandoffsOffered,
  HandoffsAccepted,
  HandoffsDeclined,
  HandoffsExpired,
  HandoffsWithdrawn,
  RatedGood,
  RatedBad,
};
inline constexpr std::size_t kFigures = static_cast<std::size_t>(Figure::RatedBad) + 1;

[[nodiscard]] std::string_view to_text(Figure figure);  // "resolve_missed", "held_seconds"
[[nodiscard]] std::optional<Figure> find_figure(std::string_view text);

// Count: of tickets, targets, offers or answers. Time: microseconds inside, whole seconds outside. Percent: hundredths
// of a missed target.
enum class FigureUnit : std::uint8_t { Count, Time, Percent };
[[nodiscard]] FigureUnit unit_of(Figure figure);
// Whether it is how things stood at an end of the period, and not what happened in it.
[[nodiscard]] bool is_standing(Figure figure);

class Figures {
 public:
  [[nodiscard]] std::int64_t operator[](Figure figure) const { return values_[static_cast<std::size_t>(figure)]; }
  [[nodiscard]] std::int64_t& operator[](Figure figure) { return values_[static_cast<std::size_t>(figure)]; }
  Figures& operator+=(const Figures& others);

  // How long each hand-off that was accepted had waited for it. The one in the middle of the sorted ones, of two in the
  // middle the mean; nothing when there is none.
  std::vector<base::Duration> accepted_after;
  [[nodiscard]] std::optional<base::Duration> median_to_accept() const;
  // The good ratings of all of them, rounded down; nothing when there is none.
  [[nodiscard]] std::optional<std::int64_t> satisfied_percent() const;
  [[nodiscard]] bool is_empty() const { return *this == Figures(); }
  bool operator==(const Figures&) const = default;  // also in the order of accepted_after

 private:
  std::array<std::int64_t, kFigures> values_{};
};

}  // namespace tandem::desk
