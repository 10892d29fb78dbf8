#include "wire/outlook_json.h"

#include "wire/parts.h"
#include "wire/writer.h"

namespace tandem::wire {
namespace {

void write(Writer& json, const app::TeamOutlook& team, const std::string& prefix) {
  json.begin_object();
  json.field("team", team.team);
  json.field("party", team.party);
  json.field("open", team.open);
  json.field("overdue", team.overdue);
  json.field("resolved", team.resolved);
  json.field("worked_seconds", whole_seconds(team.worked));
  json.field("present", team.present);
  json.field("seconds_each", team.each ? std::optional(whole_seconds(*team.each)) : std::nullopt);
  json.key("misses");
  json.begin_array();
  for (const desk::Miss& miss : team.misses) {
    json.begin_object();
    json.field("ticket", miss.work.ticket.text());
    json.field("number", fmt::format("{}-{}", prefix, miss.work.number));
    json.field("due", miss.work.due);
    json.field("expected", miss.expected);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

std::string encode(const app::OutlookView& view) {
  Writer json;
  json.begin_object();
  json.key("teams");
  json.begin_array();
  for (const app::TeamOutlook& team : view.teams) write(json, team, view.engagement->record.prefix);
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
