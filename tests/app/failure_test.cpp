#include "app/failure.h"

#include <doctest/doctest.h>

using namespace tandem;
using namespace tandem::app;

TEST_CASE("a refusal points at the field that it is about, and at nothing where it is about none") {
  const Failure of_a_field =
      from_refusal({.kind = desk::RefusalKind::BadAction, .field = "cost", .message = "the cost is too large"});
  REQUIRE(of_a_field.fields.size() == 1);
  CHECK(of_a_field.fields.front().pointer == "/cost");
  CHECK(of_a_field.fields.front().message == of_a_field.message);

  const Failure of_the_whole =
      from_refusal({.kind = desk::RefusalKind::BadAction, .field = {}, .message = "no more are kept"});
  CHECK(of_the_whole.kind == FailureKind::Invalid);
  CHECK(of_the_whole.message == "no more are kept");
  CHECK(of_the_whole.fields.empty());
}
