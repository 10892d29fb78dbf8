#include "wire/openapi.h"

#include "openapi_text.h"

namespace tandem::wire {

std::string_view openapi_document() {
  return embedded::src_wire_openapi_json();
}

}  // namespace tandem::wire
