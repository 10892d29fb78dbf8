#include "app/shared_settings.h"

namespace tandem::app {

std::unexpected<Failure> too_many_settings(std::size_t most, std::string_view many) {
  return invalid("", fmt::format("there are {} {}: remove some before you add more", most, many));
}

std::unexpected<Failure> stale_setting(std::string_view what, const Signature& by) {
  return std::unexpected(
      Failure{FailureKind::Stale,
              fmt::format("{} changed the {} meanwhile: load it again and repeat your change", by.display, what),
              {},
              {}});
}

}  // namespace tandem::app
