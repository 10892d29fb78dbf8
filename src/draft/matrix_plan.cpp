#include "draft/matrix_plan.h"

#include <algorithm>
#include <array>

#include "draft/matrix_words.h"

namespace tandem::draft {
namespace {

constexpr std::size_t kActivityName = 48;

bool has_word(std::string_view text, std::span<const std::string_view> list) {
  return std::ranges::any_of(words_of(text), [&](const Word& word) { return is_one_of(word.text, list); });
}

bool is_strategic(std::string_view section) {
  constexpr std::array<std::string_view, 8> kWords = {"strategy", "strategic", "governance", "roadmap",
                                                      "budget",   "budgeting", "policy",     "architecture"};
  return has_word(section, kWords);
}

bool is_security(std::string_view section) {
  constexpr std::array<std::string_view, 3> kWords = {"security", "cybersecurity", "infosec"};
  return has_word(section, kWords);
}

bool sorts_work_out(std::string_view activity) {
  constexpr std::array<std::string_view, 4> kWords = {"helpdesk", "triage", "intake", "dispatch"};
  const std::string small = lower(activity);
  return has_word(activity, kWords) || small.find("service desk") != std::string::npos ||
         small.find("help desk") != std::string::npos;
}

bool contains(const Scope& outer, const Scope& inner) {
  const bool severities =
      outer.severities.none() || (inner.severities.any() && (inner.severities & ~outer.severities).none());
  const bool hours = outer.hours.none() || (inner.hours.any() && (inner.hours & ~outer.hours).none());
  const bool sites = outer.sites.empty() || (!inner.sites.empty() && std::ranges::includes(outer.sites, inner.sites));
  return severities && hours && sites;
}

void add_once(std::vector<std::string>& list, const std::string& name) {
  if (std::ranges::find(list, name) == list.end()) list.push_back(name);
}

class Planner {
 public:
  explicit Planner(std::span<const Matrix> matrices) : matrices_(matrices) { plan_.cast = cast_roles(matrices); }

  MatrixPlan plan() {
    for (std::size_t i = 0; i < matrices_.size(); ++i) {
      const Matrix& matrix = matrices_[i];
      if (plan_.scopes.severities.none()) plan_.scopes.style = matrix.scopes.style;
      plan_.scopes.severities |= matrix.scopes.severities;
      plan_.scopes.hours |= matrix.scopes.hours;
      plan_.scopes.sites.insert(matrix.scopes.sites.begin(), matrix.scopes.sites.end());
      for (const MatrixActivity& activity : matrix.activities) add(i, activity);
    }
    choose_other();
    return std::move(plan_);
  }

 private:
  // Positions of the parts of an activity that reach into a scope.
  struct Piece {
    const MatrixActivity& activity;
    std::size_t matrix;
    Scope scope;
    bool whole = true;  // the row is this piece alone
  };

  [[nodiscard]] const CastRole& role(const Piece& piece, std::size_t role) const {
    return plan_.cast.roles[plan_.cast.role_of[piece.matrix][role]];
  }

  PlannedFunction& function_of(const Matrix& matrix, const MatrixActivity& activity) {
    std::string title = activity.section;
    if (title.empty()) title = matrices_.size() > 1 && !matrix.sheet.empty() ? matrix.sheet : "work";
    const auto known = std::ranges::find(plan_.functions, title, &PlannedFunction::title);
    if (known != plan_.functions.end()) return *known;
    function_activities_.emplace_back();
    return plan_.functions.emplace_back(PlannedFunction{.key = functions_.give(title, "section"),
                                                        .title = title,
                                                        .strategic = is_strategic(title),
                                                        .security = is_security(title),
                                                        .activities = {}});
  }

  void add(std::size_t matrix, const MatrixActivity& activity) {
    std::vector<Scope> scopes;
    for (const MatrixPart& part : activity.parts) {
      if (part.part != Part::Accountable) continue;
      if (std::ranges::find(scopes, part.remark.scope) == scopes.end()) scopes.push_back(part.remark.scope);
    }
    const bool split = std::ranges::any_of(scopes, [](const Scope& scope) { return !scope.is_everything(); });
    if (!split) return add_piece({activity, matrix, {}, true});
    for (const Scope& missing : left_out(scopes, matrices_[matrix].scopes)) scopes.push_back(missing);
    for (const Scope& scope : scopes) add_piece({activity, matrix, scope, false});
  }

  void add_piece(const Piece& piece) {
    const Matrix& matrix = matrices_[piece.matrix];
    PlannedFunction& function = function_of(matrix, piece.activity);
    NameGiver& names = function_activities_[static_cast<std::size_t>(&function - plan_.functions.data())];
    PlannedActivity planned;
    planned.title = piece.activity.name;
    if (!piece.whole && !piece.scope.is_everything())
      planned.title += fmt::format(", {}", to_text(piece.scope, matrix.scopes.style));
    planned.key = names.give(planned.title, "activity", kActivityName);
    planned.category = categories_.give(planned.key, "activity", kActivityName + 8);
    add_accountable(piece, planned);
    add_responsible(piece, planned);
    add_others(piece, planned);
    function.activities.push_back(std::move(planned));
  }

  void add_accountable(const Piece& piece, PlannedActivity& planned) const {
    for (const MatrixPart& part : piece.activity.parts) {
      const bool here = piece.whole || part.remark.scope == piece.scope;
      if (part.part == Part::Accountable && here) add_once(planned.accountable, role(piece, part.role).person);
    }
    if (!piece.activity.shared.empty()) {
      planned.remarks.emplace_back("`Shared` in the matrix: name who answers, and split what each side does");
    } else if (planned.accountable.empty()) {
      planned.remarks.emplace_back("the matrix has no A for this: name who answers");
    } else if (planned.accountable.size() > 1) {
      planned.remarks.emplace_back("the matrix has an A for each of these: keep one");
    }
  }

  // The team that takes the whole piece; what only takes a part of it becomes a rule.
  void add_responsible(const Piece& piece, PlannedActivity& planned) {
    std::vector<const MatrixPart*> whole;
    std::vector<const MatrixPart*> narrow;
    for (const MatrixPart& part : piece.activity.parts) {
      if (part.part != Part::Responsible || !overlap(part.remark.scope, piece.scope)) continue;
      (contains(part.remark.scope, piece.scope) ? whole : narrow).push_back(&part);
    }
    const auto is_accountable = [&](const MatrixPart* part) {
      return std::ranges::find(planned.accountable, role(piece, part->role).person) != planned.accountable.end();
    };
    std::ranges::stable_partition(whole, is_accountable);
    if (!whole.empty()) {
      planned.responsible = role(piece, whole.front()->role).team;
    } else if (const auto team = team_of_accountable(piece, planned)) {
      planned.responsible = *team;
      planned.remarks.emplace_back(narrow.empty()
                                       ? "the matrix has no R for this: the accountable side is taken to do it"
                                       : "no R takes the whole of this: the accountable side is taken to do the rest");
    } else if (!narrow.empty()) {
      planned.responsible = role(piece, narrow.front()->role).team;
      planned.remarks.emplace_back("no R takes the whole of this: the first is taken to do the rest");
    } else {
      planned.remarks.emplace_back("nobody is responsible for this in the matrix: name a team");
    }
    for (std::size_t i = 1; i < whole.size(); ++i) {
      const std::string& team = role(piece, whole[i]->role).team;
      if (team == planned.responsible) continue;
      add_once(planned.consulted, team);
      planned.remarks.push_back(fmt::format("`{}` is responsible as well in the matrix; one team acts first", team));
    }
    for (const MatrixPart* part : narrow) add_rule(piece, planned, *part);
  }

  [[nodiscard]] std::optional<std::string> team_of_accountable(const Piece& piece,
                                                               const PlannedActivity& planned) const {
    if (planned.accountable.empty()) return std::nullopt;
    for (const MatrixPart& part : piece.activity.parts) {
      const CastRole& who = role(piece, part.role);
      if (part.part == Part::Accountable && who.person == planned.accountable.front()) return who.team;
    }
    return std::nullopt;
  }

  void add_rule(const Piece& piece, const PlannedActivity& planned, const MatrixPart& part) {
    const std::string& team = role(piece, part.role).team;
    if (team == planned.responsible) return;
    const Scope scope = common(part.remark.scope, piece.scope);
    const std::string words = to_text(scope, matrices_[piece.matrix].scopes.style);
    plan_.rules.push_back({.name = fmt::format("{}: {}", piece.activity.name, words),
                           .category = planned.category,
                           .scope = scope,
                           .team = team});
  }

  void add_others(const Piece& piece, PlannedActivity& planned) const {
    const auto listed_already = [&](const std::string& team) {
      return team == planned.responsible || std::ranges::find(planned.consulted, team) != planned.consulted.end();
    };
    for (const Part part : {Part::Consulted, Part::Informed}) {
      for (const MatrixPart& p : piece.activity.parts) {
        if (p.part != part || !overlap(p.remark.scope, piece.scope)) continue;
        const std::string& team = role(piece, p.role).team;
        if (!listed_already(team)) add_once(part == Part::Consulted ? planned.consulted : planned.informed, team);
        if (p.remark.is_scope())
          planned.remarks.push_back(fmt::format("`{}` is {} only for {}", team,
                                                part == Part::Consulted ? "consulted" : "informed", p.remark.words));
      }
    }
    for (const MatrixOther& other : piece.activity.others) {
      const std::string& team = role(piece, other.role).team;
      planned.remarks.push_back(fmt::format("the matrix has `{}` for `{}`", other.words, team));
    }
  }

  // A service desk sorts work out; where there is none, what a provider does first is taken.
  void choose_other() {
    const PlannedActivity* first = nullptr;
    for (const PlannedFunction& function : plan_.functions) {
      for (const PlannedActivity& activity : function.activities) {
        if (plan_.other_sorts || !activity.responsible) continue;
        plan_.other_sorts = sorts_work_out(activity.title);
        if (first != nullptr && !plan_.other_sorts) continue;
        first = &activity;
        plan_.other = fmt::format("{}.{}", function.key, activity.key);
      }
    }
    if (plan_.other.empty()) {
      plan_.other = fmt::format("{}.{}", plan_.functions.front().key, plan_.functions.front().activities.front().key);
    }
  }

  std::span<const Matrix> matrices_;
  MatrixPlan plan_;
  NameGiver functions_;
  NameGiver categories_{{"other"}};
  std::vector<NameGiver> function_activities_;
};

}  // namespace

MatrixPlan plan_agreement(std::span<const Matrix> matrices) {
  return Planner(matrices).plan();
}

}  // namespace tandem::draft
