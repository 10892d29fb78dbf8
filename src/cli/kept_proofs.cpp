#include "cli/kept_proofs.h"

#include "ledger/leaf.h"

namespace tandem::cli {

void KeptProofs::believe(std::uint64_t size, const ledger::Hash& root, const std::string& from) {
  const auto [there, is_new] = roots_.emplace(size, root);
  if (!is_new && there->second != root)
    faults_.push_back(
        fmt::format("{}: another head of {} events has another root: two histories were signed", from, size));
}

void KeptProofs::add_head(const std::string& name, const std::string& text) {
  has_heads_ = true;
  const auto head = ledger::open_head(text, verifier_);
  if (!head) {
    faults_.push_back(fmt::format("{}: {}", name, head.error().message));
    return;
  }
  told_.push_back(fmt::format("{}: signed, {} events, root {}", name, head->size, ledger::to_text(head->root)));
  believe(head->size, head->root, name);
}

void KeptProofs::take_own_head(const std::string& name, const std::string& head) {
  const auto own = ledger::open_head(head, verifier_);
  if (own) {
    believe(own->size, own->root, name);
  } else {
    faults_.push_back(fmt::format("{}: its head: {}", name, own.error().message));
  }
}

bool KeptProofs::is_of_this_ledger(const std::string& name, const std::string& engagement) {
  if (ledger::origin_of(engagement) == verifier_.name) return true;
  faults_.push_back(
      fmt::format("{}: it is about the ledger of `{}`, and the key is that of {}", name, engagement, verifier_.name));
  return false;
}

bool KeptProofs::is_believed(std::uint64_t size, const ledger::Hash& root) const {
  const auto known = roots_.find(size);
  return known != roots_.end() && known->second == root;
}

base::Result<void> KeptProofs::add_proof(const std::string& name, const std::string& text) {
  auto proof = wire::decode_ledger_proof(text);
  if (!proof) return std::unexpected(std::move(proof).error().within(name));
  if (auto* growth = std::get_if<wire::ReadGrowthProof>(&*proof)) {
    if (is_of_this_ledger(name, growth->engagement)) growths_.push_back({.name = name, .proof = std::move(*growth)});
  } else {
    auto& event = std::get<wire::ReadEventProof>(*proof);
    if (is_of_this_ledger(name, event.engagement)) events_.emplace_back(name, std::move(event));
  }
  return {};
}

void KeptProofs::check() {
  if (!has_heads_) {
    for (const Growth& growth : growths_) take_own_head(growth.name, growth.proof.head);
    for (const auto& [name, proof] : events_) take_own_head(name, proof.head);
  }
  check_growth();
  for (const auto& [name, proof] : events_) check(name, proof);
}

// One proof may lead to the root that the next one begins with.
void KeptProofs::check_growth() {
  std::vector<Growth> waiting = growths_;
  for (;;) {
    const auto next = std::ranges::find_if(waiting, [&](const Growth& each) {
      return is_believed(each.proof.first, each.proof.first_root) ||
             is_believed(each.proof.second, each.proof.second_root);
    });
    if (next == waiting.end()) break;
    check(*next);
    waiting.erase(next);
  }
  for (const Growth& each : waiting) {
    faults_.push_back(fmt::format("{}: no kept head says what it begins or ends with ({} and {} events)", each.name,
                                  each.proof.first, each.proof.second));
  }
}

void KeptProofs::check(const Growth& growth) {
  const wire::ReadGrowthProof& proof = growth.proof;
  if (!ledger::verify_consistency(proof.first, proof.first_root, proof.second, proof.second_root, proof.path)) {
    faults_.push_back(fmt::format("{}: it does not hold: the ledger of {} events does not begin with that of {}",
                                  growth.name, proof.second, proof.first));
    return;
  }
  told_.push_back(fmt::format("{}: the ledger of {} events begins with that of {}, nothing was rewritten", growth.name,
                              proof.second, proof.first));
  believe(proof.first, proof.first_root, growth.name);
  believe(proof.second, proof.second_root, growth.name);
}

void KeptProofs::check(const std::string& name, const wire::ReadEventProof& proof) {
  const ledger::Hash hash = !proof.record ? proof.leaf_hash
                                          : ledger::leaf_hash({.engagement = proof.engagement,
                                                               .ticket = proof.ticket,
                                                               .version = proof.version,
                                                               .record = *proof.record});
  if (hash != proof.leaf_hash) {
    faults_.push_back(fmt::format("{}: it does not hold: its record is not the one that its leaf was made of", name));
    return;
  }
  const auto root = roots_.find(proof.size);
  if (root == roots_.end()) {
    faults_.push_back(
        fmt::format("{}: it is about the ledger of {} events, of which there is no kept head; a "
                    "consistency proof leads from one to the other",
                    name, proof.size));
    return;
  }
  if (!ledger::verify_inclusion(proof.leaf, proof.size, hash, proof.path, root->second)) {
    faults_.push_back(
        fmt::format("{}: it does not hold: the ledger of {} events does not have this event", name, proof.size));
    return;
  }
  if (!proof.record) {
    told_.push_back(fmt::format("{}: leaf {} of {} is in the ledger; what it is made of is not shown", name, proof.leaf,
                                proof.size));
    return;
  }
  told_.push_back(fmt::format("{}: leaf {} of {} is event {} of ticket {}, with this record:\n  {}", name, proof.leaf,
                              proof.size, proof.version, proof.ticket, *proof.record));
}

}  // namespace tandem::cli
