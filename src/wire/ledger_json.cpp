#include "wire/ledger_json.h"

#include <boost/json.hpp>

#include "json/json.h"
#include "wire/writer.h"

namespace tandem::wire {
namespace {

void write_path(Writer& json, const ledger::Proof& path) {
  json.key("proof");
  json.begin_array();
  for (const ledger::Hash& hash : path) json.value(ledger::to_text(hash));
  json.end_array();
}

std::string engagement_of(const ledger::Head& head) {
  return ledger::engagement_of(head.origin);
}

// The members of a proof, one after another; the first mistake stands.
class Members {
 public:
  explicit Members(const json::Object& object) : object_(&object) {}

  std::string text(std::string_view name) {
    const auto* value = find(name);
    if (value != nullptr && value->is_string()) return std::string(value->as_string());
    complain(name, "a text");
    return {};
  }
  std::optional<std::string> text_or_null(std::string_view name) {
    const auto* value = find(name);
    if (value != nullptr && value->is_null()) return std::nullopt;
    return text(name);
  }
  std::uint64_t number(std::string_view name, std::int64_t most = std::numeric_limits<std::int64_t>::max()) {
    const auto* value = find(name);
    if (value != nullptr && value->is_int64() && value->as_int64() >= 0 && value->as_int64() <= most)
      return static_cast<std::uint64_t>(value->as_int64());
    complain(name, "a number from 0");
    return 0;
  }
  ledger::Hash hash(std::string_view name) {
    const auto* value = find(name);
    if (value != nullptr && value->is_string()) {
      if (const auto hash = ledger::parse_hash(std::string_view(value->as_string()))) return *hash;
    }
    complain(name, "a hash in base 64");
    return {};
  }
  ledger::Proof path() {
    ledger::Proof path;
    const auto* value = find("proof");
    if (value == nullptr || !value->is_array()) {
      complain("proof", "a list of hashes in base 64");
      return path;
    }
    for (const auto& each : value->as_array()) {
      const auto hash = each.is_string() ? ledger::parse_hash(std::string_view(each.as_string())) : std::nullopt;
      if (!hash) complain("proof", "a list of hashes in base 64");
      path.push_back(hash.value_or(ledger::Hash{}));
    }
    return path;
  }
  [[nodiscard]] const std::optional<std::string>& problem() const { return problem_; }

 private:
  [[nodiscard]] const json::Value* find(std::string_view name) const {
    return object_->if_contains({name.data(), name.size()});
  }
  void complain(std::string_view name, std::string_view what) {
    if (!problem_) problem_ = fmt::format("its `{}` is not {}", name, what);
  }
  const json::Object* object_;
  std::optional<std::string> problem_;
};

ReadProof read_event_proof(Members& members) {
  ReadEventProof proof;
  proof.engagement = members.text("engagement");
  proof.ticket = members.text("ticket");
  proof.version = static_cast<std::uint32_t>(members.number("version", std::numeric_limits<std::uint32_t>::max()));
  proof.record = members.text_or_null("record");
  proof.leaf = members.number("leaf");
  proof.size = members.number("size");
  proof.leaf_hash = members.hash("leaf_hash");
  proof.path = members.path();
  proof.head = members.text("head");
  return proof;
}

ReadProof read_growth_proof(Members& members) {
  ReadGrowthProof proof;
  proof.engagement = members.text("engagement");
  proof.first = members.number("first");
  proof.first_root = members.hash("first_root");
  proof.second = members.number("second");
  proof.second_root = members.hash("second_root");
  proof.path = members.path();
  proof.head = members.text("head");
  return proof;
}

}  // namespace

std::string encode(const app::SignedHead& head) {
  Writer json;
  json.begin_object();
  json.field("engagement", engagement_of(head.head));
  json.field("size", head.head.size);
  json.field("root", ledger::to_text(head.head.root));
  json.field("head", head.text);
  json.field("key", ledger::to_text(head.verifier));
  json.end_object();
  return json.take();
}

std::string encode(const app::SignedEventProof& signed_proof) {
  const app::EventProof& proof = signed_proof.proof;
  Writer json;
  json.begin_object();
  json.field("kind", "inclusion");
  json.field("engagement", engagement_of(proof.head));
  json.field("ticket", proof.event.ticket.text());
  json.field("number", signed_proof.number);
  json.field("version", proof.event.version);
  json.field("record", signed_proof.record);
  json.field("leaf", proof.leaf);
  json.field("size", proof.head.size);
  json.field("leaf_hash", ledger::to_text(proof.leaf_hash));
  write_path(json, proof.path);
  json.field("head", signed_proof.head.text);
  json.end_object();
  return json.take();
}

std::string encode(const app::SignedGrowthProof& signed_proof) {
  const app::GrowthProof& proof = signed_proof.proof;
  Writer json;
  json.begin_object();
  json.field("kind", "consistency");
  json.field("engagement", engagement_of(proof.second));
  json.field("first", proof.first.size);
  json.field("first_root", ledger::to_text(proof.first.root));
  json.field("second", proof.second.size);
  json.field("second_root", ledger::to_text(proof.second.root));
  write_path(json, proof.path);
  json.field("head", signed_proof.head.text);
  json.end_object();
  return json.take();
}

std::string encode_ledger_line(std::uint64_t leaf, const app::RecordedEvent& event) {
  Writer json;
  json.begin_object();
  json.field("leaf", leaf);
  json.field("ticket", event.ticket.text());
  json.field("version", event.version);
  json.field("record", event.record);
  json.end_object();
  return json.take();
}

std::string encode_sealed_line(std::uint64_t leaf, const app::RecordedEvent& event, const ledger::Hash& leaf_hash) {
  Writer json;
  json.begin_object();
  json.field("leaf", leaf);
  json.field("ticket", event.ticket.text());
  json.field("version", event.version);
  json.key("record");
  json.null();
  json.field("leaf_hash", ledger::to_text(leaf_hash));
  json.end_object();
  return json.take();
}

base::Result<ReadProof> decode_ledger_proof(std::string_view text) {
  const auto bad = [](std::string_view what) {
    return base::fail(base::ErrorCode::BadInput, fmt::format("this is no proof of a ledger: {}", what));
  };
  const auto value = json::parse(text);
  if (!value) return bad(fmt::format("{}:{}: {}", value.error().line, value.error().column, value.error().message));
  if (!value->is_object()) return bad("it is no object");
  Members members(value->as_object());
  const std::string kind = members.text("kind");
  if (!members.problem() && kind != "inclusion" && kind != "consistency")
    return bad("its `kind` is neither `inclusion` nor `consistency`");
  ReadProof proof = kind == "inclusion" ? read_event_proof(members) : read_growth_proof(members);
  if (members.problem()) return bad(*members.problem());
  return proof;
}

}  // namespace tandem::wire
