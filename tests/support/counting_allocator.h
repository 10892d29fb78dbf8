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

// NOLINTBEGIN(cppcoreguidelines-no-malloc): the allocator itself
void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
// NOLINTEND(cppcoreguidelines-no-malloc)
