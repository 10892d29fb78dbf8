#include "wire/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <mutex>

namespace tandem::wire {
namespace {

// Line breaks stay: people paste logs and addresses. CMARK_OPT_SAFE is the default of this version.
constexpr int kOptions = CMARK_OPT_HARDBREAKS | CMARK_OPT_VALIDATE_UTF8;
constexpr std::string_view kRel = " rel=\"nofollow noopener noreferrer\"";

// cmark 0.29.0.gfm.6 is quadratic in some constructs, and fills the missing cells of a table: 50 kB become 50 MB. These
// are far above what people write.
constexpr std::size_t kMaxBrackets = 2000;
constexpr std::size_t kMaxAddresses = 200;
constexpr std::size_t kMaxTableCells = 20'000;

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct TextDeleter {
  void operator()(char* text) const { std::free(text); }
};
struct IterDeleter {
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};

std::size_t count(std::string_view text, char c) {
  return static_cast<std::size_t>(std::ranges::count(text, c));
}

// An upper bound of the cells that tables in the text could have.
std::size_t table_cells(std::string_view text) {
  std::size_t lines = 0;
  std::size_t widest = 0;
  for (const auto line : std::views::split(text, '\n')) {
    ++lines;
    widest = std::max(widest, static_cast<std::size_t>(std::ranges::count(line, '|')));
  }
  return lines * widest;
}

std::string plain_text(std::string_view text) {
  std::string html = "<p>";
  for (const char c : text) {
    switch (c) {
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '&': html += "&amp;"; break;
      case '"': html += "&quot;"; break;
      case '\n': html += "<br />\n"; break;
      default: html.push_back(c);
    }
  }
  html += "</p>\n";
  return html;
}

bool is_allowed_address(std::string_view url) {
  std::string start(url.substr(0, 8));
  for (char& c : start) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return start.starts_with("http://") || start.starts_with("https://") || start.starts_with("mailto:");
}

void replace(cmark_node* node, cmark_node* by) {
  cmark_node_replace(node, by);
  cmark_node_free(node);
}

// Puts the children in the node's place.
void dissolve(cmark_node* node) {
  while (cmark_node* child = cmark_node_first_child(node)) {
    cmark_node_unlink(child);
    cmark_node_insert_before(node, child);
  }
  cmark_node_unlink(node);
  cmark_node_free(node);
}

void make_safe(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_HTML_INLINE) {
    cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, cmark_node_get_literal(node));
    replace(node, text);
  } else if (type == CMARK_NODE_HTML_BLOCK) {
    cmark_node* text = cmark_node_new(CMARK_NODE_CODE_BLOCK);
    cmark_node_set_literal(text, cmark_node_get_literal(node));
    replace(node, text);
  } else if (type == CMARK_NODE_IMAGE) {
    cmark_node* link = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(link, cmark_node_get_url(node));
    while (cmark_node* child = cmark_node_first_child(node)) {
      cmark_node_unlink(child);
      cmark_node_append_child(link, child);
    }
    replace(node, link);
    node = link;
  }
  if (cmark_node_get_type(node) == CMARK_NODE_LINK && !is_allowed_address(cmark_node_get_url(node))) dissolve(node);
}

// Everything that has to change is gathered first: changing a tree under its iterator is not allowed.
void make_tree_safe(cmark_node* document) {
  std::vector<cmark_node*> suspects;
  const std::unique_ptr<cmark_iter, IterDeleter> iter(cmark_iter_new(document));
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    const cmark_node_type type = cmark_node_get_type(node);
    const bool is_leaf = type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_HTML_BLOCK;
    const bool is_link = type == CMARK_NODE_IMAGE || type == CMARK_NODE_LINK;
    // Inner nodes before outer ones.
    if (is_leaf || (is_link && event == CMARK_EVENT_EXIT)) suspects.push_back(node);
  }
  for (cmark_node* node : suspects) make_safe(node);
}

// The renderer writes no attribute `rel`. Every `<a href="` in its output is its own: text has no bare `<`.
std::string mark_links(std::string_view html) {
  constexpr std::string_view kLink = "<a href=";
  std::string marked;
  marked.reserve(html.size() + 256);
  for (;;) {
    const auto at = html.find(kLink);
    marked += html.substr(0, at);
    if (at == std::string_view::npos) return marked;
    marked += "<a";
    marked += kRel;
    html.remove_prefix(at + 2);
  }
}

struct Extensions {
  bool table = false;
  bool autolink = false;
};

std::string render(std::string_view text, Extensions extensions) {
  // cmark keeps the extensions' special characters in globals while it parses: one at a time.
  static std::mutex mutex;
  const std::scoped_lock lock(mutex);
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(kOptions));
  const auto attach = [&](const char* name) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  };
  attach("strikethrough");
  if (extensions.table) attach("table");
  if (extensions.autolink) attach("autolink");
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::unique_ptr<cmark_node, NodeDeleter> document(cmark_parser_finish(parser.get()));
  make_tree_safe(document.get());
  const std::unique_ptr<char, TextDeleter> html(
      cmark_render_html(document.get(), kOptions, cmark_parser_get_syntax_extensions(parser.get())));
  return mark_links(html.get());
}

}  // namespace

std::string render_markdown(std::string_view text) {
  if (text.empty()) return {};
  if (count(text, '[') > kMaxBrackets) return plain_text(text);
  return render(text, {.table = table_cells(text) <= kMaxTableCells, .autolink = count(text, '@') <= kMaxAddresses});
}

}  // namespace tandem::wire
