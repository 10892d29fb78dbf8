// What words in brackets narrow a letter to.
#include <algorithm>
#include <array>

#include "draft/matrix_scope.h"
#include "draft/matrix_words.h"

namespace tandem::draft {
namespace {

using Words = std::vector<Word>;

constexpr std::array<std::string_view, 4> kSevWords = {"sev", "sevs", "severity", "severities"};
constexpr std::array<std::string_view, 4> kPriorityWords = {"prio", "prios", "priority", "priorities"};
constexpr std::array<std::string_view, 5> kJoiners = {",", "/", "&", "and", "or"};
constexpr std::array<std::string_view, 4> kGraver = {"above", "higher", "up", "worse"};
constexpr std::array<std::string_view, 3> kLesser = {"below", "lower", "under"};
// Words that say nothing more in "Sev 1-2 alerts only" or "critical and high incidents".
constexpr std::array<std::string_view, 21> kFillers = {
    "only",  "alert",  "alerts",  "incident", "incidents", "ticket",   "tickets",
    "issue", "issues", "request", "requests", "events",    "event",    "for",
    "and",   "or",     ",",       "/",        "&",         "priority", "severity"};

std::optional<SeverityStyle> style_of(const std::string& word) {
  if (word == "p") return SeverityStyle::P;
  if (word == "s" || word == "sv" || word == "sev" || word == "sevs") return SeverityStyle::Sev;
  if (is_one_of(word, kSevWords)) return SeverityStyle::Severity;
  return is_one_of(word, kPriorityWords) ? std::optional(SeverityStyle::Priority) : std::nullopt;
}

std::optional<std::size_t> severity_number(const Words& words, std::size_t at) {
  if (at >= words.size() || words[at].text.size() != 1) return std::nullopt;
  const char c = words[at].text.front();
  return c >= '0' && c <= '9' ? std::optional(static_cast<std::size_t>(c - '0')) : std::nullopt;
}

// A list of severities beginning at a word like "sev" or "p": "Sev 1-2", "P1/P2", "severity 1, 2 and 3".
class SeverityList {
 public:
  SeverityList(const Words& words, std::size_t at) : words_(words), at_(at) {}

  // False when there is none. `behind()` is then where it ends.
  bool read() {
    style_ = style_of(words_[at_].text);
    if (!style_) return false;
    const bool letter = words_[at_].text.size() == 1;
    if (!read_item(/*needs_prefix=*/true, letter)) return false;
    for (;;) {
      const std::size_t before = at_;
      while (at_ < words_.size() && is_one_of(words_[at_].text, kJoiners)) ++at_;
      if (at_ == before || !read_item(/*needs_prefix=*/false, letter)) {
        at_ = before;
        return true;
      }
    }
  }

  [[nodiscard]] std::size_t behind() const { return at_; }
  [[nodiscard]] const Severities& set() const { return set_; }
  [[nodiscard]] const Severities& named() const { return named_; }
  [[nodiscard]] SeverityStyle style() const { return *style_; }

 private:
  // One number or range. A lone `p` or `s` must touch its number: "P1", not "P 1".
  bool read_item(bool needs_prefix, bool glued) {
    std::size_t at = at_;
    const bool prefixed = pass_prefix(at);
    if (needs_prefix && !prefixed) return false;
    const auto first = severity_number(words_, at);
    if (!first || (prefixed && glued && !words_[at].glued)) return false;
    if (at + 1 < words_.size() && words_[at + 1].glued && is_ambiguous(words_[at + 1].text)) return false;
    std::size_t last = *first;
    at_ = at + 1;
    if (const auto end = range_end()) last = *end;
    for (std::size_t i = std::min(*first, last); i <= std::max(*first, last); ++i) add(i);
    take_open_end(last);
    return true;
  }

  // "3+", "2nd", "1x": no severity, or not clear which.
  static bool is_ambiguous(const std::string& next) {
    return next == "+" || next == "." || next == "%" || next == ":" ||
           std::isalnum(static_cast<unsigned char>(next.front())) != 0;
  }

  bool pass_prefix(std::size_t& at) const {
    if (at >= words_.size() || !style_of(words_[at].text)) return false;
    ++at;
    if (at < words_.size() && (words_[at].text == "-" || words_[at].text == "." || words_[at].text == "#")) ++at;
    return true;
  }

  std::optional<std::size_t> range_end() {
    if (at_ >= words_.size()) return std::nullopt;
    const std::string& word = words_[at_].text;
    if (word != "-" && word != "to" && word != "through" && word != "thru") return std::nullopt;
    std::size_t at = at_ + 1;
    pass_prefix(at);
    const auto end = severity_number(words_, at);
    if (end) at_ = at + 1;
    return end;
  }

  // "and above", "or lower": what is not written out.
  void take_open_end(std::size_t from) {
    if (at_ + 1 >= words_.size() || (words_[at_].text != "and" && words_[at_].text != "or")) return;
    const std::string& word = words_[at_ + 1].text;
    if (is_one_of(word, kGraver)) {
      for (std::size_t i = 0; i < from; ++i) set_.set(i);
    } else if (is_one_of(word, kLesser)) {
      for (std::size_t i = from; i <= kOtherSeverity; ++i) set_.set(i);
    } else {
      return;
    }
    at_ += 2;
  }

  void add(std::size_t severity) {
    set_.set(severity);
    named_.set(severity);
  }

  const Words& words_;
  std::size_t at_;
  std::optional<SeverityStyle> style_;
  Severities set_;
  Severities named_;
};

bool is_filler(const Word& word) {
  return is_one_of(word.text, kFillers);
}

// Takes severities written by number out of the words. A lone `s` counts only where nothing else stands: S3 is a store.
void take_numbers(Words& words, Remark& remark) {
  for (std::size_t at = 0; at < words.size();) {
    SeverityList list(words, at);
    if (!list.read()) {
      ++at;
      continue;
    }
    const auto rest = words.begin() + static_cast<std::ptrdiff_t>(list.behind());
    const bool alone = std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at), is_filler) &&
                       std::all_of(rest, words.end(), is_filler);
    if (words[at].text == "s" && !alone) {
      ++at;
      continue;
    }
    remark.scope.severities |= list.set();
    remark.named |= list.named();
    if (!remark.style) remark.style = list.style();
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at), rest);
  }
}

std::optional<std::size_t> named_severity(const std::string& word) {
  constexpr std::array<std::pair<std::string_view, std::size_t>, 6> kNamed = {
      {{"critical", 1}, {"high", 2}, {"medium", 3}, {"moderate", 3}, {"normal", 3}, {"low", 4}}};
  const auto found = std::ranges::find(kNamed, word, &std::pair<std::string_view, std::size_t>::first);
  return found == kNamed.end() ? std::nullopt : std::optional(found->second);
}

// "critical and high": only where nothing else is said, for many words go with `critical`.
void take_names(Words& words, Remark& remark) {
  Severities named;
  for (const Word& word : words) {
    if (const auto severity = named_severity(word.text)) {
      named.set(*severity);
    } else if (!is_filler(word)) {
      return;
    }
  }
  if (named.none() || remark.scope.severities.any()) return;
  remark.scope.severities = remark.named = named;
  remark.style = SeverityStyle::Names;
  words.clear();
}

constexpr HoursSet kBusiness{0b0001};
constexpr HoursSet kNights{0b0010};
constexpr HoursSet kWeekends{0b0100};
constexpr HoursSet kHolidays{0b1000};
constexpr HoursSet kAfter{0b1110};

struct HoursPhrase {
  std::string_view words;
  HoursSet hours;
  bool alone = false;  // counts only where nothing else is said
};
// Longer phrases stand before those they contain.
const std::array<HoursPhrase, 38> kHoursPhrases = {{
    {"outside of business hours", kAfter},
    {"outside of office hours", kAfter},
    {"outside of working hours", kAfter},
    {"outside business hours", kAfter},
    {"outside office hours", kAfter},
    {"outside working hours", kAfter},
    {"non business hours", kAfter},
    {"out of office hours", kAfter},
    {"out of business hours", kAfter},
    {"out of hours", kAfter},
    {"outside hours", kAfter},
    {"after business hours", kAfter},
    {"after office hours", kAfter},
    {"after hours", kAfter},
    {"afterhours", kAfter},
    {"off hours", kAfter},
    {"ooh", kAfter},
    {"business hours", kBusiness},
    {"office hours", kBusiness},
    {"working hours", kBusiness},
    {"work hours", kBusiness},
    {"core hours", kBusiness},
    {"day time", kBusiness},
    {"daytime", kBusiness},
    {"8 x 5", kBusiness},
    {"9 x 5", kBusiness},
    {"night shift", kNights, true},
    {"overnight", kNights, true},
    {"nights", kNights, true},
    {"night", kNights, true},
    {"weekends", kWeekends, true},
    {"weekend", kWeekends, true},
    {"public holidays", kHolidays, true},
    {"bank holidays", kHolidays, true},
    {"holidays", kHolidays, true},
    {"holiday", kHolidays, true},
    {"day shift", kBusiness, true},
    {"days", kBusiness, true},
}};

// Takes phrases about hours out of the words. Hyphens count as spaces: "out-of-hours".
void take_hours(Words& words, Remark& remark) {
  std::string text = " ";
  for (const Word& word : words) text += word.text == "-" ? "" : word.text + " ";
  HoursSet certain;
  HoursSet alone;
  for (const HoursPhrase& phrase : kHoursPhrases) {
    const std::string sought = fmt::format(" {} ", phrase.words);
    const std::size_t at = text.find(sought);
    if (at == std::string::npos) continue;
    text.replace(at, sought.size(), " ");
    (phrase.alone ? alone : certain) |= phrase.hours;
  }
  if (certain.none() && alone.none()) return;
  const Words rest = words_of(text);
  const bool nothing_else = std::ranges::all_of(rest, is_filler);
  if (certain.none() && !nothing_else) return;
  remark.scope.hours = nothing_else ? certain | alone : certain;
  words = rest;
}

constexpr std::array<std::string_view, 12> kSiteWords = {"site",      "sites",  "location", "locations",
                                                         "plant",     "plants", "building", "campus",
                                                         "buildings", "branch", "branches", "office"};

// "site Harbor East", "sites A and B", "Berlin office", "Plant 2": the whole remark. The names are taken as written.
void take_sites(std::string_view text, Words& words, Remark& remark) {
  constexpr std::size_t kMostNameWords = 4;
  if (words.size() < 2 || words.size() > 2 * kMostNameWords + 1) return;
  const bool in_front = is_one_of(words.front().text, kSiteWords);
  const bool behind = is_one_of(words.back().text, kSiteWords) && !words.back().glued && words.size() <= kMostNameWords;
  if (!in_front && !behind) return;
  const std::string small = lower(text);
  const std::string& site = in_front ? words.front().text : words.back().text;
  std::string names = in_front ? std::string(text.substr(small.find(site) + site.size()))
                               : std::string(text.substr(0, small.rfind(site)));
  for (const std::string_view joiner : {" and ", " & ", "/", ";"}) {
    for (std::size_t at = names.find(joiner); at != std::string::npos; at = names.find(joiner))
      names.replace(at, joiner.size(), ",");
  }
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t end = std::min(names.find(',', at), names.size());
    std::string_view name = std::string_view(names).substr(at, end - at);
    while (!name.empty() && (name.front() == ' ' || name.front() == ':')) name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    const std::string word = lower(name);
    if (!name.empty() && word != "on" && word != "off" && word != "all") remark.scope.sites.insert(word);
    at = end + 1;
  }
  if (!remark.scope.sites.empty()) words.clear();
}

}  // namespace

Remark read_remark(std::string_view text) {
  constexpr std::size_t kLongest = 200;  // a scope is short; what is longer is prose
  Remark remark;
  remark.words = text;
  if (text.size() > kLongest) return remark;
  Words words = words_of(text);
  take_numbers(words, remark);
  take_names(words, remark);
  take_hours(words, remark);
  if (!remark.is_scope()) take_sites(text, words, remark);
  return remark;
}

void ScopeSpace::add_prose(std::string_view text) {
  const Words words = words_of(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is_one_of(words[at].text, kSevWords)) continue;
    SeverityList list(words, at);
    if (list.read()) severities |= list.named();
  }
}

}  // namespace tandem::draft
