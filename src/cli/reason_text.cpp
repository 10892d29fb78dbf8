#include "cli/reason_text.h"

#include <fmt/format.h>

#include "cli/text_line.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

constexpr std::size_t kNumber = 5;  // columns of "  1. "

// "agreement.yaml:70  malware: endpoint-security.remediation"
std::string excerpt(const ReasonSource& source, const policy::TextPlace& at, std::size_t width) {
  const std::string place = fmt::format("{}:{}", diag::visible(at.file), at.line);
  const std::string line = fmt::format("{}  {}", place, diag::visible(source.places.line(at)));
  return shortened(line, std::max(width, diag::columns(place)));
}

}  // namespace

std::string reasons_text(const ReasonSource& source, const policy::Trace& trace, const Palette& palette,
                         std::size_t indent) {
  const std::string margin(indent, ' ');
  const std::size_t begins = indent + kNumber;
  std::string out;
  int step = 0;
  for (const policy::Reason& reason : trace.reasons()) {
    const std::string words = diag::visible(policy::explain(source.policy, reason));
    out += fmt::format("{}{:3}. {}\n", margin, ++step, wrapped(words, kColumns, begins));
    if (reason.at.line == 0) continue;
    out += fmt::format("{}{}\n", std::string(begins, ' '),
                       palette(Ink::Faint, excerpt(source, reason.at, kColumns - begins)));
  }
  return out;
}

json::Array reasons_json(const ReasonSource& source, const policy::Trace& trace) {
  json::Array reasons;
  for (const policy::Reason& reason : trace.reasons()) {
    json::Object step{{"kind", to_text(reason.kind)}, {"text", explain(source.policy, reason)}};
    const bool placed = reason.at.line != 0;
    step["file"] = placed ? json::Value(reason.at.file) : json::Value(nullptr);
    step["line"] = placed ? json::Value(reason.at.line) : json::Value(nullptr);
    step["excerpt"] = placed ? json::Value(source.places.line(reason.at)) : json::Value(nullptr);
    reasons.push_back(std::move(step));
  }
  return reasons;
}

}  // namespace tandem::cli
