// The layers of one draft: those that were chosen, those they require, and for every need that none of them meets the
// layer that meets it by default; in the order in which they contribute.
//
//   const std::vector<Layer> layers = complete_layers({"security-team"});
//
// Pure. Two layers that provide the same need are a bug of the caller's and stop the request.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "draft/layer.h"

namespace tandem::draft {

[[nodiscard]] std::vector<Layer> complete_layers(std::span<const std::string> chosen);

}  // namespace tandem::draft
