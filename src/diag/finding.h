// What a compiler says about somebody's text. A Finding is a registered kind (diag/kinds.def), one sentence, the place
// it is about, related places, and where it helps a counterexample and a repair. Phases collect findings and go on;
// nothing is thrown. Words are separate from drawing: see render.h.
//
//   findings.add(Kind::UnknownKey, range, "unknown key `membrs` in a team")
//       .note(team_range, "in this team")
//       .suggest({.words = "did you mean `members`?",
//                 .edits = {{range, "members"}},
//                 .confidence = Confidence::Sure});
//
// Wording (CONTRIBUTING has the whole list): lower case, no period, one line, backticks around the author's words.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/source_map.h"

namespace tandem::diag {

enum class Level { Error, Warning, Note };

enum class Kind : std::uint16_t {
#define TANDEM_DIAGNOSTIC(kind, name, level, summary) kind,
#include "diag/kinds.def"
#undef TANDEM_DIAGNOSTIC
};

struct KindInfo {
  Kind kind;
  std::string_view name;  // `no-accountable`: what people write in `exceptions`; never reused
  Level level;
  std::string_view summary;  // one sentence for lists
};
[[nodiscard]] std::span<const KindInfo> all_kinds();
[[nodiscard]] const KindInfo& info(Kind kind);
[[nodiscard]] std::optional<Kind> find_kind(std::string_view name);
[[nodiscard]] std::string_view to_text(Level level);  // "error", "warning", "note"

struct RelatedNote {
  source::Range at;
  std::string message;
};

// How far a repair may be trusted. Sure: applied, it removes its finding, adds none, and means what the author meant,
// so that `tandem fix` may do it unasked. Likely: a person has to look at it.
enum class Confidence { Likely, Sure };
[[nodiscard]] std::string_view to_text(Confidence confidence);  // "likely", "sure"

// Puts `text` in the place of the range; an empty range inserts, an empty text takes out.
struct Edit {
  source::Range at;
  std::string text;
  auto operator<=>(const Edit&) const = default;
};

// What to do about a finding. The edits belong together and do not overlap; none at all: only the author knows what
// to write, and the words are advice.
struct Repair {
  std::string words;
  std::vector<Edit> edits{};
  Confidence confidence = Confidence::Likely;
};

// A case that a person can follow: fact → value, in the order they are told.
using Counterexample = std::vector<std::pair<std::string, std::string>>;

struct Finding {
  Kind kind;
  source::Range at;
  std::string message;
  std::vector<RelatedNote> notes;
  Counterexample counterexample;  // empty: none
  std::optional<Repair> repair{};
  std::optional<Level> lowered{};  // where a thing is less grave than in an agreement: a matrix that others published

  [[nodiscard]] Level level() const { return lowered.value_or(info(kind).level); }
  Finding& note(source::Range where, std::string text);
  Finding& lower_to(Level level);
  Finding& suggest(std::string words);  // without edits
  Finding& suggest(Repair suggested);
};

class Findings {
 public:
  // The reference stays good until findings are removed or arranged.
  Finding& add(Kind kind, source::Range at, std::string message);

  [[nodiscard]] const std::deque<Finding>& all() const { return findings_; }
  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] std::size_t count(Level level) const;
  // Removes the findings for which `silenced` answers true, keeping the order of the rest.
  void remove_if(const std::function<bool(const Finding&)>& silenced);
  // Most severe first, then by file and position; stable. At most `per_kind` of each kind are kept (0: all); how
  // many were left out is told by `left_out()`.
  void arrange(std::size_t per_kind);
  [[nodiscard]] std::size_t left_out() const { return left_out_; }

 private:
  std::deque<Finding> findings_;
  std::size_t left_out_ = 0;
};

// The candidate nearest to `word` if it is near enough to be a slip (Damerau-Levenshtein distance at most a third of
// the length, at least 1; capitals of `word` count as small letters); of equally near ones the first.
// O(candidates × length), and × the distance for those whose letters are alike; lengths beyond 64 never match.
struct Slip {
  std::string_view word;
  std::size_t distance = 0;
  bool only = true;  // no other candidate is as near
  // Whether it may be repaired unasked: nothing else can have been meant.
  [[nodiscard]] Confidence confidence() const { return only && distance <= 2 ? Confidence::Sure : Confidence::Likely; }
};
[[nodiscard]] std::optional<Slip> nearest_word(std::string_view word, std::span<const std::string_view> candidates);
[[nodiscard]] std::optional<std::string_view> did_you_mean(std::string_view word,
                                                           std::span<const std::string_view> candidates);

// "did you mean `members`?", with the word put in the place of what stands at `at`, written as `replacement`.
[[nodiscard]] Repair respell(source::Range at, const Slip& slip, std::string replacement);

}  // namespace tandem::diag
