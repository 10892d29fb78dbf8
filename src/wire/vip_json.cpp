#include "wire/vip_json.h"

#include "wire/writer.h"

namespace tandem::wire {
namespace {

void write(Writer& json, const app::VipRecord& vip) {
  json.begin_object();
  json.field("id", vip.id.text());
  json.field("email", vip.email);
  json.field("name", vip.name);
  json.field_or_null("note", vip.note);
  json.field("added_by", vip.added.display);
  json.field("added_at", vip.added.at);
  json.field("removed_by", vip.removed ? std::optional(std::string_view(vip.removed->display)) : std::nullopt);
  json.field("removed_at", vip.removed ? std::optional(vip.removed->at) : std::nullopt);
  json.end_object();
}

}  // namespace

std::string encode(const app::VipRecord& vip) {
  Writer json;
  write(json, vip);
  return json.take();
}

std::string encode(const app::VipRegister& vips) {
  Writer json;
  json.begin_object();
  json.key("vips");
  json.begin_array();
  for (const app::VipRecord& vip : vips.vips) write(json, vip);
  json.end_array();
  json.field("may_keep", vips.may_keep);
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
