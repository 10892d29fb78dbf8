#include "cli/demo_script.h"

#include <boost/json.hpp>

#include "base/check.h"
#include "json/json.h"

namespace tandem::cli {
namespace {

std::string text(const json::Object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value == nullptr ? std::string() : std::string(value->as_string());
}

int number(const json::Object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value == nullptr ? 0 : static_cast<int>(value->as_int64());
}

bool flag(const json::Object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && value->as_bool();
}

DemoStep step_of(const json::Object& object) {
  return {.minutes_later = number(object, "minutes_later"),
          .who = text(object, "who"),
          .action = text(object, "action"),
          .text = text(object, "text"),
          .team = text(object, "team")};
}

DemoTicket ticket_of(const json::Object& object) {
  DemoTicket ticket{.business_days_ago = number(object, "business_days_ago"),
                    .at = text(object, "at"),
                    .minutes_ago = number(object, "minutes_ago"),
                    .subject = text(object, "subject"),
                    .description = text(object, "description"),
                    .requester = text(object, "requester"),
                    .category = text(object, "category"),
                    .priority = text(object, "priority"),
                    .site = text(object, "site"),
                    .department = text(object, "department"),
                    .source = text(object, "source"),
                    .steps = {}};
  for (const json::Value& step : object.at("steps").as_array()) ticket.steps.push_back(step_of(step.as_object()));
  return ticket;
}

}  // namespace

DemoScript parse_demo_script(std::string_view script_text) {
  const auto parsed = json::parse(script_text);
  TANDEM_CHECK(parsed.has_value());
  const json::Object& root = parsed->as_object();
  DemoScript script;
  for (const json::Value& value : root.at("requesters").as_array()) {
    const json::Object& object = value.as_object();
    script.requesters.push_back(
        {.name = text(object, "name"), .email = text(object, "email"), .vip = flag(object, "vip")});
  }
  script.forms_by = text(root, "forms_by");
  for (const json::Value& value : root.at("forms").as_array()) script.forms.push_back(json::to_text(value));
  for (const json::Value& value : root.at("tickets").as_array()) script.tickets.push_back(ticket_of(value.as_object()));
  return script;
}

}  // namespace tandem::cli
