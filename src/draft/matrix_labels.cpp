#include "draft/matrix_labels.h"

#include <algorithm>
#include <array>

#include "draft/matrix_words.h"

namespace tandem::draft {
namespace {

constexpr std::array<std::string_view, 88> kSomebody = {"team",
                                                        "teams",
                                                        "manager",
                                                        "managers",
                                                        "director",
                                                        "lead",
                                                        "leads",
                                                        "leader",
                                                        "leadership",
                                                        "owner",
                                                        "owners",
                                                        "officer",
                                                        "chief",
                                                        "head",
                                                        "engineer",
                                                        "engineers",
                                                        "developer",
                                                        "developers",
                                                        "analyst",
                                                        "analysts",
                                                        "architect",
                                                        "architects",
                                                        "admin",
                                                        "admins",
                                                        "administrator",
                                                        "administrators",
                                                        "specialist",
                                                        "technician",
                                                        "consultant",
                                                        "coordinator",
                                                        "master",
                                                        "sponsor",
                                                        "stakeholder",
                                                        "stakeholders",
                                                        "client",
                                                        "customer",
                                                        "customers",
                                                        "provider",
                                                        "providers",
                                                        "vendor",
                                                        "vendors",
                                                        "supplier",
                                                        "suppliers",
                                                        "partner",
                                                        "partners",
                                                        "msp",
                                                        "mssp",
                                                        "contractor",
                                                        "cio",
                                                        "cto",
                                                        "ciso",
                                                        "coo",
                                                        "ceo",
                                                        "cfo",
                                                        "cso",
                                                        "dpo",
                                                        "pm",
                                                        "po",
                                                        "qa",
                                                        "dev",
                                                        "devops",
                                                        "soc",
                                                        "noc",
                                                        "sre",
                                                        "it",
                                                        "hr",
                                                        "desk",
                                                        "helpdesk",
                                                        "board",
                                                        "committee",
                                                        "department",
                                                        "dept",
                                                        "staff",
                                                        "user",
                                                        "users",
                                                        "writer",
                                                        "tester",
                                                        "executive",
                                                        "executives",
                                                        "crew",
                                                        "sme",
                                                        "smes",
                                                        "group",
                                                        "office",
                                                        "ccoe",
                                                        "company",
                                                        "organization",
                                                        "organisation"};

constexpr std::array<std::string_view, 24> kActivityHeadings = {
    "activity", "activities", "task",   "tasks",   "responsibility", "responsibilities", "deliverable", "deliverables",
    "step",     "steps",      "action", "actions", "function",       "functions",        "process",     "processes",
    "service",  "services",   "item",   "control", "controls",       "decision",         "requirement", "work"};
constexpr std::array<std::string_view, 15> kSectionHeadings = {
    "section", "category",   "categories", "area",  "areas",  "domain", "phase", "group",
    "stage",   "workstream", "topic",      "theme", "pillar", "family", "stream"};
constexpr std::array<std::string_view, 9> kNumberHeadings = {"#",      "no",     "nr",  "id", "ref",
                                                             "number", "item #", "s/n", "num"};
constexpr std::array<std::string_view, 9> kSomebodyHeadings = {"role",    "roles", "team",   "teams",      "party",
                                                               "parties", "who",   "person", "stakeholder"};
constexpr std::array<std::string_view, 17> kRemarkHeadings = {
    "note",       "notes",  "comment",   "comments", "remark", "remarks", "description", "details", "reference",
    "references", "status", "frequency", "link",     "due",    "example", "examples",    "sla"};

// The label up to its first bracket, in words of letters and digits.
std::vector<std::string> plain_words(std::string_view label) {
  std::vector<std::string> words;
  for (const Word& word : words_of(label.substr(0, label.find('(')))) {
    if (std::isalnum(static_cast<unsigned char>(word.text.front())) != 0 || (word.text.front() & 0x80) != 0)
      words.push_back(word.text);
  }
  return words;
}

bool is_acronym(std::string_view label) {
  return label.size() >= 2 && label.size() <= 5 &&
         std::ranges::all_of(label, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool has_part_word(std::string_view text) {
  for (const std::string& word : plain_words(text)) {
    if (word.size() > 1 && part_named(word)) return true;
  }
  return false;
}

// The words that extended matrices add: "Support", "Verifies", "Quality reviewer".
bool begins_like_a_part(std::string_view word) {
  constexpr std::array<std::string_view, 7> kStems = {"support", "verif", "quality", "perform", "omit", "sign", "driv"};
  return std::ranges::any_of(kStems, [&](std::string_view stem) { return word.starts_with(stem); });
}

// "R = Responsible", "A: the one who answers", "S - Support": a letter, a mark and words.
bool explains_letter(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  if (words.size() < 3 || words[0].text.size() != 1 || std::isalpha(static_cast<unsigned char>(words[0].text[0])) == 0)
    return false;
  const std::string& mark = words[1].text;
  if (mark != "=" && mark != ":" && mark != "-") return false;
  if (mark == "=" && words[2].text.front() == words[0].text.front()) return true;
  return has_part_word(text) || begins_like_a_part(words[2].text);
}

}  // namespace

double sounds_like_somebody(std::string_view label) {
  const std::vector<std::string> words = plain_words(label);
  if (words.empty()) return 0;
  if (is_one_of(words.back(), kSomebody)) return 1;
  if (is_acronym(label)) return 0.5;
  return 0;
}

bool is_item_number(std::string_view text) {
  if (text.starts_with('#')) text.remove_prefix(1);
  while (text.ends_with('.') || text.ends_with(')')) text.remove_suffix(1);
  if (text.empty() || text.size() > 12) return false;
  const bool digits = std::isdigit(static_cast<unsigned char>(text.front())) != 0;
  if (!digits) return text.find_first_not_of("IVX") == std::string_view::npos;
  std::size_t letters = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalpha(byte) != 0) ++letters;
    if (std::isalnum(byte) == 0 && c != '.' && c != '-') return false;
  }
  return letters <= 1;
}

std::size_t number_depth(std::string_view label) {
  const std::string_view first = label.substr(0, label.find(' '));
  if (first.empty() || std::isdigit(static_cast<unsigned char>(first.front())) == 0 || !is_item_number(first)) return 0;
  std::size_t depth = 1;
  for (std::size_t at = 1; at + 1 < first.size(); ++at) {
    const auto next = static_cast<unsigned char>(first[at + 1]);
    if (first[at] == '.' && std::isdigit(next) != 0) ++depth;
  }
  return depth;
}

HeadingSort heading_sort(std::string_view heading) {
  const std::string small = lower(heading);
  if (is_one_of(small, kNumberHeadings) || small == "no." || small == "nr.") return HeadingSort::Number;
  const std::vector<std::string> words = plain_words(heading);
  const auto any = [&](std::span<const std::string_view> list) {
    return std::ranges::any_of(words, [&](const std::string& word) { return is_one_of(word, list); });
  };
  if (words.empty() || words.size() > 6) return HeadingSort::Unknown;
  // "Task / Role" is the corner of a matrix with tasks in its rows; "Task category" is a section.
  if (words.size() > 1 && is_one_of(words.back(), kSectionHeadings)) return HeadingSort::Section;
  if (is_one_of(words.front(), kSomebodyHeadings) && !any(kActivityHeadings)) return HeadingSort::Somebody;
  if (is_one_of(words.front(), kSomebodyHeadings)) return HeadingSort::Somebody;
  if (any(kRemarkHeadings)) return HeadingSort::Remark;
  if (any(kActivityHeadings)) return HeadingSort::Activity;
  return any(kSectionHeadings) ? HeadingSort::Section : HeadingSort::Unknown;
}

bool is_legend_row(const Grid& grid, std::size_t row) {
  std::vector<std::string_view> texts;
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    const std::string_view text = grid.text(row, c);
    if (!text.empty() && (texts.empty() || texts.back().data() != text.data())) texts.push_back(text);
  }
  if (texts.empty()) return false;
  const std::string first = lower(texts.front());
  if (texts.size() == 1 && (first.starts_with("legend") || first == "key" || first == "key:")) return true;
  if (std::ranges::all_of(texts, explains_letter)) return true;
  // A letter with its own word in the next cell, perhaps with an explanation.
  const bool pair = texts.size() >= 2 && texts[0].size() == 1 && texts[1].size() > 1 &&
                    lower(texts[0])[0] == lower(texts[1])[0] &&
                    (has_part_word(texts[1]) || begins_like_a_part(lower(texts[1])));
  if (pair) return true;
  // "RACI: Responsible, Accountable, Consulted, Informed" in one cell.
  std::size_t parts = 0;
  for (const std::string& word : plain_words(texts.front())) parts += word.size() > 4 && part_named(word) ? 1U : 0U;
  return texts.size() == 1 && parts >= 2;
}

}  // namespace tandem::draft
