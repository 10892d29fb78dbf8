#include "draft/matrix_faults.h"

#include <algorithm>
#include <set>

#include "draft/matrix_words.h"

namespace tandem::draft {
namespace {

using Parts = std::vector<const MatrixPart*>;

std::string number_word(std::size_t count) {
  constexpr std::array<std::string_view, 5> kWords = {"no", "one", "two", "three", "four"};
  return count < kWords.size() ? std::string(kWords[count]) : fmt::format("{}", count);
}

class FaultFinder {
 public:
  FaultFinder(const Matrix& matrix, diag::Findings& findings) : matrix_(matrix), findings_(findings) {}

  void look_at(const MatrixActivity& activity) {
    for (const source::Range& at : activity.shared) report_shared(activity, at);
    if (activity.shared.empty()) {
      look_at_accountable(activity);
      look_at_responsible(activity);
    }
    for (const MatrixOther& other : activity.others) report_other(activity, other);
  }

  void look_at(const MatrixRepeat& repeat) {
    const bool is_role = repeat.of == MatrixRepeat::Of::Role;
    const std::string_view consequence = is_role ? ": who is meant by which cannot be told, and both are read as one"
                                                 : ", and both are read as one activity";
    auto& finding = findings_.add(diag::Kind::DuplicateKey, repeat.at,
                                  fmt::format("`{}` stands twice{}", repeat.name, consequence));
    finding.note(repeat.first, "first here");
    finding.suggest(is_role ? "give each a name of its own, or take one out"
                            : "put the two together, or say in their names what differs");
    // Of whom a letter speaks is lost; of two rows for one activity nothing is, and a contradiction is found by itself.
    if (!is_role) finding.lower_to(diag::Level::Warning);
  }

 private:
  static Parts of(const MatrixActivity& activity, Part part) {
    Parts parts;
    for (const MatrixPart& p : activity.parts) {
      if (p.part == part) parts.push_back(&p);
    }
    return parts;
  }

  [[nodiscard]] std::string name(const MatrixActivity& activity) const {
    return matrix_.layout == MatrixLayout::Owners ? fmt::format("{}, {}", activity.name, activity.section)
                                                  : activity.name;
  }

  [[nodiscard]] std::vector<std::string> names(const Parts& parts) const {
    std::vector<std::string> out;
    for (const MatrixPart* part : parts) {
      const std::string& role = matrix_.roles[part->role].name;
      if (std::ranges::find(out, role) == out.end()) out.push_back(role);
    }
    return out;
  }

  [[nodiscard]] static std::vector<Scope> scopes(const Parts& parts) {
    std::vector<Scope> out;
    for (const MatrixPart* part : parts) out.push_back(part->remark.scope);
    return out;
  }

  [[nodiscard]] std::string left_out_text(const Parts& parts) const {
    std::string out;
    for (const Scope& scope : left_out(scopes(parts), matrix_.scopes)) {
      out += fmt::format("{}{}", out.empty() ? "" : "; ", to_text(scope, matrix_.scopes.style));
    }
    return out;
  }

  void look_at_accountable(const MatrixActivity& activity) {
    const Parts accountable = of(activity, Part::Accountable);
    if (accountable.empty()) return report_nobody(activity);
    report_several(activity, accountable);
    const std::string missing = left_out_text(accountable);
    if (missing.empty()) return;
    auto& finding = findings_.add(diag::Kind::NoAccountable, accountable.front()->at,
                                  fmt::format("nobody is accountable for `{}` of {}", name(activity), missing));
    for (const MatrixPart* part : accountable) {
      if (part == accountable.front()) continue;
      finding.note(part->at, fmt::format("`{}` is, for {}", matrix_.roles[part->role].name,
                                         to_text(part->remark.scope, matrix_.scopes.style)));
    }
    finding.suggest("name who answers for the rest, or drop the scope");
  }

  void report_nobody(const MatrixActivity& activity) {
    const Parts responsible = of(activity, Part::Responsible);
    auto& finding = findings_.add(diag::Kind::NoAccountable, activity.at,
                                  fmt::format("nobody is accountable for `{}`", name(activity)));
    if (!responsible.empty()) {
      finding.suggest(fmt::format("say which one answers for it; responsible {} {}",
                                  names(responsible).size() == 1 ? "is" : "are", listed(names(responsible))));
    } else {
      finding.suggest("write an A for the one who answers for it");
    }
  }

  // Those who are accountable for the same part as somebody else, at the last of them.
  void report_several(const MatrixActivity& activity, const Parts& accountable) {
    Parts clashing;
    std::optional<Scope> shared;
    for (const MatrixPart* one : accountable) {
      const auto other = std::ranges::find_if(accountable, [&](const MatrixPart* part) {
        return part->role != one->role && overlap(part->remark.scope, one->remark.scope);
      });
      if (other == accountable.end()) continue;
      clashing.push_back(one);
      if (!shared) shared = common(one->remark.scope, (*other)->remark.scope);
    }
    const std::vector<std::string> who = names(clashing);
    if (who.size() < 2) return;
    const std::string part =
        shared->is_everything() ? std::string() : fmt::format(" of {}", to_text(*shared, matrix_.scopes.style));
    auto& finding = findings_.add(
        diag::Kind::TwoAccountable, clashing.back()->at,
        fmt::format("`{}`{} has {} accountable: {}", name(activity), part, number_word(who.size()), listed(who)));
    for (const MatrixPart* other : clashing) {
      if (other != clashing.back())
        finding.note(other->at, fmt::format("`{}` is accountable here", matrix_.roles[other->role].name));
    }
    finding.suggest("keep one A; make the other R or C, or say for which part each answers: `A (Sev 1-2)`");
  }

  void look_at_responsible(const MatrixActivity& activity) {
    const Parts responsible = of(activity, Part::Responsible);
    const Parts accountable = of(activity, Part::Accountable);
    if (responsible.empty()) {
      auto& finding = findings_
                          .add(diag::Kind::NoResponsible, activity.at,
                               fmt::format("nobody is responsible for `{}`", name(activity)))
                          .lower_to(diag::Level::Warning);
      if (!accountable.empty())
        finding.suggest(fmt::format("write `A/R` if {} also {} it", listed(names(accountable)),
                                    names(accountable).size() == 1 ? "does" : "do"));
      return;
    }
    // Where nobody is accountable either, that has been told.
    const std::string missing = left_out_text(responsible);
    if (missing.empty() || !left_out_text(accountable).empty()) return;
    findings_
        .add(diag::Kind::NoResponsible, responsible.front()->at,
             fmt::format("nobody is responsible for `{}` of {}", name(activity), missing))
        .lower_to(diag::Level::Warning);
  }

  void report_shared(const MatrixActivity& activity, source::Range at) {
    findings_
        .add(diag::Kind::SharedUnsplit, at,
             fmt::format("`{}` is shared: nobody is named who answers for it", name(activity)))
        .suggest("split it into what each side does, and name one who is accountable for each part");
  }

  void report_other(const MatrixActivity& activity, const MatrixOther& other) {
    const std::string_view meaning = usual_meaning(other.words);
    std::string message = fmt::format("`{}` for `{}` is none of R, A, C and I", other.words, name(activity));
    if (!meaning.empty())
      message += fmt::format("; where it is used, `{}` {} it", matrix_.roles[other.role].name, meaning);
    auto& finding = findings_.add(diag::Kind::UnknownLetter, other.at, std::move(message));
    finding.suggest(meaning.empty() ? "write R, A, C or I, or leave the cell blank"
                                    : "write R for those who do it, C for those who are asked first");
  }

  const Matrix& matrix_;
  diag::Findings& findings_;
};

}  // namespace

void find_faults(const Matrix& matrix, diag::Findings& findings) {
  FaultFinder finder(matrix, findings);
  for (const MatrixRepeat& repeat : matrix.repeated) finder.look_at(repeat);
  for (const MatrixActivity& activity : matrix.activities) finder.look_at(activity);
}

}  // namespace tandem::draft
