// Whether a type is one of a variant's: for classes that are made of the alternatives of a std::variant.
#pragma once

#include <concepts>
#include <variant>

namespace tandem::base {

template <class T, class Variant>
inline constexpr bool kIsAlternative = false;
template <class T, class... Alternatives>
inline constexpr bool kIsAlternative<T, std::variant<Alternatives...>> = (std::same_as<T, Alternatives> || ...);

template <class T, class Variant>
concept AlternativeOf = kIsAlternative<T, Variant>;

}  // namespace tandem::base
