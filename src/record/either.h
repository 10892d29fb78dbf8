// One description for what writes and what reads. Private to this folder.
#pragma once

#include <concepts>

namespace tandem::record {

// T is Struct, const when it is written.
template <class T, class Struct>
concept Either = std::same_as<std::remove_const_t<T>, Struct>;

}  // namespace tandem::record
