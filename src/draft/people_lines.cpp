#include "draft/people_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "draft/words.h"

namespace tandem::draft {
namespace {

struct Line {
  std::string key;
  std::string party;
  std::string name;
  std::string rest;
};

Line line_of(const CastMember& person, const std::string& party) {
  Line line{.key = person.key + ":", .party = party, .name = yaml_word(person.name), .rest = ""};
  if (person.invented) {
    std::string mailbox = name_of(person.name);
    std::ranges::replace(mailbox, '-', '.');
    line.rest += fmt::format(", email: {}@{}.example", mailbox, party);
  }
  if (!person.title.empty()) line.rest += ", title: " + yaml_word(person.title);
  return line;
}

std::string lines_of(const Cast& cast, const std::set<std::string, std::less<>>& used, Side side,
                     const std::string& party) {
  std::vector<Line> lines;
  std::set<std::string, std::less<>> seen;  // somebody may be of two groups
  std::size_t key_width = 0;
  for (const CastGroup& group : cast) {
    if (group.side != side || !used.contains(group.name)) continue;
    for (const CastMember& person : group.people) {
      if (!seen.insert(person.key).second) continue;
      lines.push_back(line_of(person, party));
      key_width = std::max(key_width, lines.back().key.size());
    }
  }
  std::string out;
  for (const Line& line : lines) {
    out += fmt::format("  {:<{}} {{party: {}, name: {}{}}}\n", line.key, key_width, line.party, line.name, line.rest);
  }
  return out;
}

}  // namespace

std::string people_lines(const Cast& cast, const std::set<std::string, std::less<>>& used, const PartyNames& parties) {
  return lines_of(cast, used, Side::Client, parties.client) + "\n" +
         lines_of(cast, used, Side::Provider, parties.provider);
}

}  // namespace tandem::draft
