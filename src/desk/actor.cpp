#include "desk/actor.h"

namespace tandem::desk {

Actor system_actor() {
  return {.kind = ActorKind::System, .person = {}, .party = {}, .display = "Tandem", .email = {}};
}

namespace {

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string plain_address(std::string address) {
  for (char& c : address) c = small(c);
  return address;
}

bool is_address(std::string_view text) {
  constexpr std::size_t kLongest = 254;  // RFC 5321, 4.5.3.1
  const auto at = text.find('@');
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; };
  return text.size() <= kLongest && at != 0 && at != std::string_view::npos && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos && text.find_first_of(" <>,") == std::string_view::npos &&
         std::ranges::none_of(text, is_control);
}

bool same_address(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, small, small);
}

}  // namespace tandem::desk
