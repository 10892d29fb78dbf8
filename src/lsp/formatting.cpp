#include "lsp/formatting.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "yaml/format.h"

namespace tandem::lsp {

Outcome formatting(const OpenDocument& document, Encoding encoding) {
  const std::string& text = document.document.text();
  source::SourceMap sources;
  diag::Findings findings;
  const auto file = sources.add("text", text);
  const auto formatted = yaml::format(sources, file, findings);
  if (!formatted) {
    const diag::Finding& fault = findings.all().front();
    return std::unexpected(Failure{ErrorCode::RequestFailed, fmt::format("nothing is formatted: line {}: {}",
                                                                         sources.place(fault.at).line, fault.message)});
  }
  json::Array edits;
  if (*formatted == text) return edits;
  TextDocument after{text, 0};
  const TextEdit edit = after.replace_all(*formatted);
  // Whole lines, so that cursors elsewhere stay where they are and no line break is cut in two.
  const std::size_t begin = edit.begin == 0 ? 0 : text.rfind('\n', edit.begin - 1) + 1;
  std::size_t end = edit.end;
  const auto line_break = text.find('\n', end);
  end = line_break == std::string::npos ? text.size() : line_break + 1;
  const std::size_t kept_behind = text.size() - end;
  const LineIndex lines(text);
  edits.push_back(json::Object{{"range", to_json(Span{lines.position(begin, encoding), lines.position(end, encoding)})},
                               {"newText", formatted->substr(begin, formatted->size() - kept_behind - begin)}});
  return edits;
}

}  // namespace tandem::lsp
