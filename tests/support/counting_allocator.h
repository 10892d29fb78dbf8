// The global allocator, replaced by one that counts: for programs of their own, in one file of which this is included.
//
//   const std::size_t before = allocations;
//   ask();
//   CHECK(allocations == before);
#pragma once

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<std::size_t> allocations{0};
}

// Not inlined: GCC would take the two halves of a pair that it sees one of for a mismatch.
// NOLINTBEGIN(cppcoreguidelines-no-malloc): the allocator itself
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
// NOLINTEND(cppcoreguidelines-no-malloc)
