#include "agreement/exceptions.h"

#include "agreement/amounts.h"

namespace tandem::agreement {

Silencer::Silencer(const Agreement& agreement, const std::optional<calendar::Date>& today) : agreement_(agreement) {
  for (const Exception& exception : agreement.exceptions) places_.push_back(exception.at);
  for (const Exception& exception : agreement.exceptions) {
    if (!exception.allow.good() || !exception.place.good() || !exception.until.good()) continue;
    positions_[{exception.allow.value, exception.place.value}].push_back(entries_.size());
    entries_.push_back({.exception = &exception, .expired = today && exception.until.value < *today});
  }
}

void Silencer::pass(const Reports& reports, diag::Findings& findings) {
  for (const Report& report : reports.all()) {
    bool silenced = false;
    std::vector<source::Range> in_vain;
    for (const std::string& place : report.place.spellings()) {
      const auto found = positions_.find({report.finding.kind, place});
      if (found == positions_.end()) continue;
      for (const std::size_t position : found->second) {
        entries_[position].used = true;
        if (!report.can_be_allowed) in_vain.push_back(entries_[position].exception->allow.at);
        silenced = silenced || (report.can_be_allowed && !entries_[position].expired);
      }
    }
    if (silenced) continue;
    auto& finding = findings.add(report.finding.kind, report.finding.at, report.finding.message);
    finding.notes = report.finding.notes;
    finding.counterexample = report.finding.counterexample;
    finding.repair = report.finding.repair;
    for (const source::Range at : in_vain) finding.note(at, "no exception allows this: the desk cannot run with it");
  }
}

std::vector<Exception> Silencer::granted() const {
  std::vector<Exception> out;
  for (const Entry& entry : entries_) {
    if (entry.used && !entry.expired) out.push_back(*entry.exception);
  }
  return out;
}

diag::Repair Silencer::without(const Exception& exception, std::string words) const {
  const auto gone = without_item(places_, static_cast<std::size_t>(&exception - agreement_.exceptions.data()));
  diag::Repair repair{.words = std::move(words)};
  if (gone) repair.edits = {{*gone, ""}};
  return repair;
}

void Silencer::report(diag::Findings& findings, bool everything_checked) const {
  for (const Entry& entry : entries_) {
    const auto& exception = *entry.exception;
    const auto kind = diag::info(exception.allow.value).name;
    const bool is_known_unused = !entry.used && everything_checked && !not_looked_for_.contains(exception.allow.value);
    if (entry.expired) {
      auto& finding = findings.add(diag::Kind::ExceptionExpired, exception.until.at,
                                   fmt::format("the exception for `{}` at `{}` ended on {}", kind,
                                               exception.place.value, to_text(exception.until.value)));
      if (is_known_unused) {
        finding.suggest(without(exception, "take the exception out: nothing needs it"));
      } else {
        finding.suggest("mend the cause, or agree on a new date");
      }
    } else if (is_known_unused) {
      findings
          .add(diag::Kind::ExceptionUnused, exception.at,
               fmt::format("the exception silences nothing: there is no `{}` at `{}`", kind, exception.place.value))
          .suggest(without(exception, "take it out"));
    }
  }
}

}  // namespace tandem::agreement
