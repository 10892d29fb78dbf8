#include "wire/markdown.h"

#include <doctest/doctest.h>

#include <chrono>

namespace tandem::wire {
namespace {

TEST_CASE("what people write is rendered") {
  CHECK(render_markdown("**printer** on _fire_") == "<p><strong>printer</strong> on <em>fire</em></p>\n");
  CHECK(render_markdown("one\ntwo") == "<p>one<br />\ntwo</p>\n");
  CHECK(render_markdown("~~old~~") == "<p><del>old</del></p>\n");
  CHECK(render_markdown("|a|b|\n|-|-|\n|1|2|").contains("<td>1</td>"));
  CHECK(render_markdown("") == "");
}

TEST_CASE("links are marked, also those nobody wrote as one") {
  CHECK(render_markdown("[wiki](https://wiki.example/x)") ==
        "<p><a rel=\"nofollow noopener noreferrer\" href=\"https://wiki.example/x\">wiki</a></p>\n");
  CHECK(render_markdown("see www.wiki.example now")
            .contains("<a rel=\"nofollow noopener noreferrer\" href=\"http://www.wiki.example\">"));
  CHECK(render_markdown("ask mei@harbor.example").contains("href=\"mailto:mei@harbor.example\""));
}

TEST_CASE("links lead nowhere but to http, https and mailto") {
  for (const char* text :
       {"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#115;cript:alert(1))",
        "[x](&#x6A;avascript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:x)",
        "[x](file:///etc/passwd)", "<javascript:alert(1)>", "[x](//evil.example)", "[x](\\\\evil.example)",
        "[x]( \x01javascript:alert(1))", "[x]\n\n[x]: javascript:alert(1)", "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,<svg onload=alert(1)>)", "[![x](javascript:1)](javascript:2)",
        "[x](<javascript:alert(1)>)", "xmpp:a@b.example", "[x](/api/v1/session)"}) {
    CAPTURE(text);
    const std::string html = render_markdown(text);
    CHECK_FALSE(html.contains("<a "));
    CHECK_FALSE(html.contains("<img"));
  }
}

TEST_CASE("images become links: nothing is loaded from elsewhere") {
  const std::string html = render_markdown("![the error](https://img.example/1.png)");
  CHECK(html == "<p><a rel=\"nofollow noopener noreferrer\" href=\"https://img.example/1.png\">the error</a></p>\n");
}

TEST_CASE("HTML is shown as the text it is") {
  for (const char* text :
       {"<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "<svg/onload=alert(1)>",
        "<a href=\"javascript:1\">x</a>", "<!-- --><script>x</script>", "<iframe src=//evil.example>",
        "<style>*{}</style>", "`<b>`", "```\n<script>\n```", "```\"><script>\nx\n```",
        "[x](https://a.example \"\\\"><script>\")", "[<script>](https://a.example)", "&lt;script&gt;",
        "<p onclick=x>\n\n</p>", "~~<script>~~", "|<script>|\n|-|\n|<b>|", "<https://a.example/\"onclick=x>"}) {
    CAPTURE(text);
    const std::string html = render_markdown(text);
    for (const char* bad :
         {"<script", "<img", "<svg", "<iframe", "<style", "<b>", "<p onclick", "\" onclick", "\"onclick", "<!--"})
      CHECK_FALSE(html.contains(bad));
  }
  CHECK(render_markdown("it says <stdin> is closed") == "<p>it says &lt;stdin&gt; is closed</p>\n");
}

TEST_CASE("what is made to be slow or huge is neither") {
  const auto repeat = [](std::string_view part, std::size_t size) {
    std::string text;
    while (text.size() + part.size() <= size) text += part;
    return text;
  };
  std::string table = repeat("|x", 400) + "\n" + repeat("|-", 400) + "\n" + repeat("a\n", 49'000);
  for (const std::string& text :
       {table, repeat("![[]()", 50'000), repeat("a@b.", 50'000), repeat("> ", 50'000), repeat("[a](", 50'000),
        repeat("**a", 50'000), repeat("`", 50'000), repeat("<", 50'000), repeat("- - ", 50'000)}) {
    CAPTURE(text.substr(0, 20));
    const auto start = std::chrono::steady_clock::now();
    const std::string html = render_markdown(text);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
    CHECK(html.size() < 20 * text.size());
  }
}

TEST_CASE("text that is no UTF-8 does no harm") {
  CHECK(render_markdown("a\xff b") == "<p>a\xef\xbf\xbd b</p>\n");
}

}  // namespace
}  // namespace tandem::wire
