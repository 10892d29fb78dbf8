#!/usr/bin/env python3
"""Which co_await expressions the lint must flag, and which it must leave alone."""
import unittest

import lint_coroutines

BAD = [
    "co_await call([x]{ return x; });",
    "co_await call([p = std::move(p)]() mutable { use(p); }, token);",
    "co_await call([=] { go(); });",
    "co_await call([this, name] { go(); });",
    "auto v = co_await f({.name = text, .size = 3});",
    "co_await f(Options{text, shared});",
    "co_await f(tag, {a, b});",
    "co_return combine(Options{text}, co_await g());",
    "if (co_await f({a, b})) { done(); }",
    "co_await co_spawn(ex, [x]() -> awaitable<void> { co_return; }, use_awaitable);",
]
GOOD = [
    "co_await call([&]{ return x; });",
    "co_await call([&x, &y](int a) { S s{a}; return s; });",
    "co_await call([] { return Options{1}; });",
    "co_await call(std::string(\"x[y]{z}\"), std::make_unique<int>(3));",
    "co_await f(values[index], token);",
    "Options options{text}; co_await f(std::move(options));",
    "auto work = [x] { return x; }; co_await call(std::move(work));",
    "co_spawn(ex, [self]() -> awaitable<void> { co_await self->run(); }, detached);",
    "if (ready) { co_await f(x); } else { Options o{1}; }",
    "for (;;) { co_await f(x); }\nOptions later{1};",
    "// co_await f(Options{1});\nint x{3};",
    "void g() { Options o{a}; }\nawaitable<void> h() { co_await f(o); }",
    "[[maybe_unused]] auto n = co_await f(buffer, token);",
]


class Coroutines(unittest.TestCase):
    def test_what_is_destroyed_twice_is_flagged(self):
        for text in BAD:
            with self.subTest(text=text):
                self.assertNotEqual(lint_coroutines.check_text(f"awaitable<void> t() {{\n{text}\n}}\n"), [])

    def test_what_is_sound_is_left_alone(self):
        for text in GOOD:
            with self.subTest(text=text):
                self.assertEqual(lint_coroutines.check_text(f"awaitable<void> t() {{\n{text}\n}}\n"), [])

    def test_the_line_is_the_temporarys(self):
        faults = lint_coroutines.check_text("awaitable<void> t() {\n  co_await f(\n      Options{1});\n}\n")
        self.assertEqual([line for line, _ in faults], [3])


if __name__ == "__main__":
    unittest.main()
