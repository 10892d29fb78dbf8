#include "agreement/parts_first.h"

#include <cstdint>

namespace tandem::agreement {
namespace {

enum class Visit : std::uint8_t { None, Open, Sound, Unsound };

struct Stop {
  std::size_t whole;
  std::size_t part = 0;
  bool sound = true;
};

PartsFirst::Ring ring_of(std::span<const Stop> way, std::size_t first) {
  PartsFirst::Ring ring;
  for (const Stop& stop : way) {
    if (!ring.members.empty() || stop.whole == first) ring.members.push_back(stop.whole);
  }
  ring.closing_part = way.back().part - 1;
  return ring;
}

}  // namespace

PartsFirst parts_first(std::span<const std::vector<std::size_t>> parts) {
  PartsFirst out;
  std::size_t ring_members = 0;
  std::vector<Visit> visits(parts.size(), Visit::None);
  for (std::size_t start = 0; start < parts.size(); ++start) {
    if (visits[start] != Visit::None) continue;
    std::vector<Stop> way = {{start}};
    visits[start] = Visit::Open;
    while (!way.empty()) {
      Stop& here = way.back();
      if (here.part == parts[here.whole].size()) {
        const Stop done = here;
        visits[done.whole] = done.sound ? Visit::Sound : Visit::Unsound;
        if (done.sound) out.order.push_back(done.whole);
        way.pop_back();
        if (!way.empty() && !done.sound) way.back().sound = false;
        continue;
      }
      const std::size_t next = parts[here.whole][here.part++];
      switch (visits[next]) {
        case Visit::None:
          visits[next] = Visit::Open;
          way.push_back({next});
          break;
        case Visit::Open:
          here.sound = false;
          if (ring_members < PartsFirst::kRingMembers) {
            out.rings.push_back(ring_of(way, next));
            ring_members += out.rings.back().members.size();
          }
          break;
        case Visit::Unsound: here.sound = false; break;
        case Visit::Sound: break;
      }
    }
  }
  return out;
}

}  // namespace tandem::agreement
