// An offer's own text, searched for words.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "draft/offer.h"

namespace tandem::draft {
namespace {

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || static_cast<unsigned char>(letter) >= 0x80;
}

// The text in small letters with one space for each gap, also those at the ends of lines and around marks of emphasis,
// and where each of its letters stands in the file.
class SearchText {
 public:
  SearchText(source::FileId file, std::string_view text) : file_(file) {
    constexpr std::string_view kGap = " \t\r\n*_>|#";
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char letter = text[i];
      if (kGap.contains(letter)) {
        if (!letters_.empty() && letters_.back() != ' ') add(' ', i);
      } else {
        add(letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter, i);
      }
    }
  }

  // Every place where the words stand, from the beginning of a word to the end of the one they break off in.
  [[nodiscard]] std::vector<source::Range> find(std::string_view words) const {
    std::vector<source::Range> places;
    for (auto at = letters_.find(words); at != std::string::npos; at = letters_.find(words, at + words.size())) {
      if (at > 0 && is_letter(letters_[at - 1]) && is_letter(letters_[at])) continue;
      std::size_t end = at + words.size();
      while (end < letters_.size() && is_letter(letters_[end]) && is_letter(letters_[end - 1])) ++end;
      places.push_back({file_, offsets_[at], offsets_[end - 1] + 1});
    }
    return places;
  }

 private:
  void add(char letter, std::size_t offset) {
    letters_ += letter;
    offsets_.push_back(static_cast<std::uint32_t>(offset));
  }

  source::FileId file_;
  std::string letters_;
  std::vector<std::uint32_t> offsets_;
};

std::vector<source::Range> find_any(const SearchText& text, const std::vector<std::string>& words) {
  std::vector<source::Range> places;
  for (const std::string& one : words) {
    const auto found = text.find(one);
    places.insert(places.end(), found.begin(), found.end());
  }
  std::ranges::sort(places);
  return places;
}

constexpr source::Range kNoPlace{static_cast<source::FileId>(std::numeric_limits<std::uint32_t>::max()), 0, 0};

}  // namespace

void check_offer_text(const source::SourceMap& sources, source::FileId file, OfferReport& report) {
  const SearchText text(file, sources.text(file));
  for (const OfferFlag& flag : offer_flags()) {
    ++report.points;
    const auto spoken = find_any(text, flag.words);
    const auto alarms = find_any(text, flag.alarms);
    const std::string ask = fmt::format("ask the vendor: \"{}\"", flag.ask);
    if (!spoken.empty())
      report.mentions.push_back({.topic = flag.topic, .at = spoken.front(), .places = spoken.size()});
    if (!alarms.empty()) {
      const std::string more = alarms.size() == 1 ? "" : fmt::format(" (in {} places)", alarms.size());
      report.findings.add(flag.kind, alarms.front(), fmt::format("{}{}: {}", flag.alarm, more, flag.why)).suggest(ask);
    } else if (spoken.empty() && !flag.words.empty()) {
      report.findings
          .add(flag.kind, kNoPlace, fmt::format("the text does not seem to speak of {}: {}", flag.topic, flag.why))
          .suggest(ask);
    }
  }
}

}  // namespace tandem::draft
