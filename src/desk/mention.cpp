#include "desk/mention.h"

namespace tandem::desk {
namespace {

bool is_of_a_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || byte >= 0x80;
}

}  // namespace

std::vector<PersonName> mentioned_in(std::string_view text, const policy::Policy& policy) {
  std::vector<PersonName> found;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    if (at > 0 && is_of_a_word(text[at - 1])) continue;
    std::size_t end = at + 1;
    while (end < text.size() && (is_of_a_word(text[end]) || text[end] == '-')) ++end;
    std::string_view name = text.substr(at + 1, end - at - 1);
    while (name.ends_with('-')) name.remove_suffix(1);
    if (!policy.find_person(name)) continue;
    PersonName person(name);
    if (std::ranges::find(found, person) == found.end()) found.push_back(std::move(person));
  }
  return found;
}

}  // namespace tandem::desk
