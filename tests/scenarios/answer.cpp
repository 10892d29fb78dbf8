#include "answer.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "wire/problem.h"

namespace tandem::scenarios {

std::string text_at(const boost::json::value& value, std::string_view pointer) {
  const boost::json::value* found = nullptr;
  boost::system::error_code missing;
  found = value.find_pointer({pointer.data(), pointer.size()}, missing);
  REQUIRE_MESSAGE(found != nullptr, "there is no " << std::string(pointer));
  return found->is_string() ? std::string(found->get_string()) : boost::json::serialize(*found);
}

base::Instant instant_at(const boost::json::value& value, std::string_view pointer) {
  const auto at = base::parse_rfc3339(text_at(value, pointer));
  REQUIRE(at.has_value());
  return *at;
}

const boost::json::array& array_at(const boost::json::value& value, std::string_view name) {
  return value.at({name.data(), name.size()}).as_array();
}

std::string refusal_of(const Reply& reply) {
  return fmt::format("refused {} {}: {}", reply.status, text_at(reply.body, "/type").substr(wire::kProblemBase.size()),
                     text_at(reply.body, "/detail"));
}

std::string who_of(const boost::json::value& actor) {
  const std::string kind = text_at(actor, "/kind");
  return kind == "system" ? "the desk" : text_at(actor, "/display");
}

std::string owner_of(const boost::json::value& owner) {
  const bool is_somebodys = owner.at("person").is_string();
  return is_somebodys ? fmt::format("{} of {}", text_at(owner, "/person"), text_at(owner, "/team"))
                      : text_at(owner, "/team");
}

std::string reason_of(const boost::json::value& reason) {
  const std::string file = text_at(reason, "/file");
  return file.empty() || file == "null"
             ? text_at(reason, "/text")
             : fmt::format("{} ({}:{})", text_at(reason, "/text"), file, text_at(reason, "/line"));
}

std::string take_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  std::string word(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

}  // namespace tandem::scenarios
