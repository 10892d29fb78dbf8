#include "yaml/fault.h"

#include <fmt/core.h>

namespace tandem::yaml {
namespace {

struct Wording {
  std::string_view problem;
  std::string_view message;
  bool at_beginning = false;
};

// libyaml's problem texts (scanner.c and parser.c of 0.2.5) that need other words here.
constexpr Wording kWordings[] = {
    {"mapping values are not allowed in this context",
     "a `: ` is not expected here; check the indentation, or put the text in quotes if it belongs to it"},
    {"block sequence entries are not allowed in this context", "a list item cannot begin here; put it on its own line"},
    {"mapping keys are not allowed in this context", "a `? ` key cannot begin here"},
    {"could not find expected ':'", "a `:` is missing after this key", true},
    {"did not find expected key", "expected a key here; the line does not fit what stands above it"},
    {"did not find expected '-' indicator", "expected `- ` and the next item of the list here"},
    {"did not find expected ',' or ']'", "expected `,` or `]` here"},
    {"did not find expected ',' or '}'", "expected `,` or `}` here"},
    {"did not find expected node content", "expected a value here"},
    {"did not find expected <document start>", "something follows the end of the document"},
    {"found unexpected end of stream", "this quoted text has no closing quote", true},
    {"found unexpected document indicator", "a line of `---` or `...` cannot stand inside a quoted text"},
    {"found unexpected ':'", "a `:` in a text within brackets needs quotes around the text"},
    {"found unknown escape character", "no such escape after `\\` in a double-quoted text"},
    {"did not find expected hexdecimal number", "expected hexadecimal digits in this escape"},
    {"found a tab character where an indentation space is expected", "a tab cannot indent; use spaces"},
    {"found a tab character that violates indentation", "a tab cannot indent; use spaces"},
    {"found an indentation indicator equal to 0", "the indentation of a block text is at least 1"},
    {"did not find expected comment or line break", "only a comment may follow on this line"},
    {"found incompatible YAML document", "directives (`%`) are not part of the language"},
    {"found undefined tag handle", "tags (`!`) are not part of the language"},
};

std::string unexpected_character(std::string_view rest) {
  if (rest.starts_with('\t')) return "a tab cannot indent; use spaces";
  if (rest.empty()) return "the text ends too early";
  return fmt::format("a plain text cannot begin with `{}`; put it in quotes", rest.front());
}

bool first_on_line(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, at).find_last_not_of(" \t");
  return before == std::string_view::npos || text[before] == '\n' || text[before] == '\r';
}

// libyaml's context texts say what was being read, as in "while parsing a block mapping".
std::string note_for(std::string_view context) {
  if (context.contains("block mapping")) return "in the map that begins here";
  if (context.contains("flow mapping")) return "in the map that begins here";
  if (context.contains("block collection")) return "in the list that begins here";
  if (context.contains("flow sequence")) return "in the list that begins here";
  if (context.contains("quoted scalar")) return "the quoted text begins here";
  if (context.contains("block scalar")) return "the block text begins here";
  if (context.contains("simple key")) return "the key begins here";
  return {};
}

}  // namespace

Fault describe_fault(std::string_view problem, std::string_view context, std::string_view text, std::size_t at) {
  Fault fault{.message = std::string(problem), .note = note_for(context)};
  const bool at_colon = text.substr(at).starts_with(':');
  if (problem == "found character that cannot start any token") {
    fault.message = unexpected_character(text.substr(at));
  } else if ((problem == "did not find expected key" || problem == "did not find expected '-' indicator" ||
              problem == "did not find expected <document start>") &&
             at < text.size() && !first_on_line(text, at) && !at_colon) {
    fault = {.message = "something follows the value on its line; if it belongs to the text, put all of it in quotes"};
  } else if (at_colon && (problem == "did not find expected key" || problem == "did not find expected '-' indicator")) {
    fault.message = "a key is missing before this `:`";
  } else if (context.contains("directive")) {
    fault.message = "directives (`%`) are not part of the language";
  } else if (context.contains("anchor")) {
    fault.message = "anchors and aliases are not part of the language; write the value out";
  } else if (context.contains("a tag")) {
    fault.message = "tags (`!`) are not part of the language";
  } else {
    for (const Wording& wording : kWordings) {
      if (problem != wording.problem) continue;
      fault.message = wording.message;
      fault.at_beginning = wording.at_beginning;
    }
  }
  if (fault.at_beginning) fault.note.clear();
  return fault;
}

}  // namespace tandem::yaml
