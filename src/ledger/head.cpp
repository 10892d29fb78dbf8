#include "ledger/head.h"

#include "base/check.h"
#include "base/utf8.h"
#include "crypto/base64.h"
#include "crypto/crypto.h"

namespace tandem::ledger {
namespace {

constexpr std::string_view kOrigin = "tandem/";
constexpr std::string_view kPair = "tandem";  // the name that a stored key pair goes by
constexpr std::string_view kPrivate = "PRIVATE+KEY+";
constexpr std::string_view kDash = "\u2014 ";
constexpr std::string_view kEd25519("\x01", 1);  // signed-note's number of the algorithm
constexpr std::size_t kKeyHash = 4;
constexpr std::size_t kMaxNote = 64 * 1024;

template <std::size_t n>
std::string_view view(const std::array<std::uint8_t, n>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), n};
}

std::string key_hash(std::string_view name, const crypto::PublicKey& key) {
  const auto hash = crypto::sha256({name, "\n", kEd25519, view(key)});
  return std::string(view(hash).substr(0, kKeyHash));
}

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

bool is_key_name(std::string_view name) {
  return !name.empty() && !base::find_bad_utf8(name) &&
         std::ranges::none_of(name, [](char c) { return c == '+' || static_cast<unsigned char>(c) <= ' '; });
}

std::string body_of(const Head& head) {
  return fmt::format("{}\n{}\n{}\n", head.origin, head.size, to_text(head.root));
}

std::unexpected<base::Error> bad(std::string_view what) {
  return base::fail(base::ErrorCode::BadInput, fmt::format("this is no signed head of a ledger: {}", what));
}

// The next line without its end; what has no end is no line.
std::optional<std::string_view> next_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

base::Result<Head> parse_body(std::string_view body) {
  const auto origin = next_line(body);
  const auto size = next_line(body);
  const auto root = next_line(body);
  if (!origin || origin->empty() || !size || !root) return bad("it has an origin, a size and a root, each in a line");
  Head head{.origin = std::string(*origin), .size = 0, .root = {}};
  const auto [end, error] = std::from_chars(size->data(), size->data() + size->size(), head.size);
  if (error != std::errc{} || end != size->data() + size->size() || std::to_string(head.size) != *size)
    return bad("its second line is no size");
  const auto hash = parse_hash(*root);
  if (!hash) return bad("its third line is no hash in base 64");
  head.root = *hash;
  return head;
}

// Whether the line is a signature of the verifier's key, and whether it holds.
enum class Signed : std::uint8_t { ByAnother, Badly, Well };
base::Result<Signed> read_signature(std::string_view line, std::string_view body, const Verifier& verifier) {
  const auto blank = line.find(' ', kDash.size());
  if (!line.starts_with(kDash) || blank == std::string_view::npos) return bad("a line of its end is no signature");
  const auto bytes = crypto::from_base64(line.substr(blank + 1));
  if (!bytes || bytes->size() <= kKeyHash) return bad("a signature in it is no base 64");
  const std::string_view name = line.substr(kDash.size(), blank - kDash.size());
  if (name != verifier.name || !bytes->starts_with(key_hash(verifier.name, verifier.key))) return Signed::ByAnother;
  crypto::SignatureBytes signature{};
  if (bytes->size() != kKeyHash + signature.size()) return Signed::Badly;
  std::ranges::copy(std::string_view(*bytes).substr(kKeyHash), signature.begin());
  return crypto::verify(verifier.key, body, signature) ? Signed::Well : Signed::Badly;
}

}  // namespace

std::string origin_of(std::string_view engagement) {
  return fmt::format("{}{}", kOrigin, engagement);
}

std::string engagement_of(std::string_view origin) {
  return origin.starts_with(kOrigin) ? std::string(origin.substr(kOrigin.size())) : std::string();
}

std::string sign_note(std::string_view body, std::string_view name, const crypto::SigningKey& key) {
  TANDEM_ENSURE(is_key_name(name));
  std::string bytes = key_hash(name, key.public_key());
  bytes += view(key.sign(body));
  return fmt::format("{}\n{}{} {}\n", body, kDash, name, crypto::to_base64(bytes));
}

base::Result<std::string> open_note(std::string_view note, const Verifier& verifier) {
  if (note.size() > kMaxNote) return bad("it is too long");
  if (base::find_bad_utf8(note)) return bad("it is not UTF-8");
  const auto gap = note.rfind("\n\n");
  if (gap == std::string_view::npos) return bad("a blank line stands before its signatures");
  const std::string_view body = note.substr(0, gap + 1);
  std::string_view rest = note.substr(gap + 2);
  bool is_signed = false;
  while (!rest.empty()) {
    const auto line = next_line(rest);
    if (!line) return bad("its last line does not end");
    TANDEM_TRY(const Signed found, read_signature(*line, body, verifier));
    if (found == Signed::Badly) {
      return base::fail(
          base::ErrorCode::BadInput,
          fmt::format("the signature of `{}` does not hold: the text was changed after it was signed", verifier.name));
    }
    is_signed = is_signed || found == Signed::Well;
  }
  if (!is_signed)
    return base::fail(base::ErrorCode::BadInput, fmt::format("it is not signed with the key {}", to_text(verifier)));
  return std::string(body);
}

std::string sign(const Head& head, const crypto::SigningKey& key) {
  return sign_note(body_of(head), head.origin, key);
}

base::Result<Head> open_head(std::string_view text, const Verifier& verifier) {
  TANDEM_TRY(const std::string body, open_note(text, verifier));
  TANDEM_TRY(Head head, parse_body(body));
  if (head.origin != verifier.name) return bad("its origin is another than its signer's");
  return head;
}

std::string to_text(const Verifier& verifier) {
  const std::string hash = hex(key_hash(verifier.name, verifier.key));
  return fmt::format("{}+{}+{}", verifier.name, hash,
                     crypto::to_base64(fmt::format("{}{}", kEd25519, view(verifier.key))));
}

std::optional<Verifier> parse_verifier(std::string_view line) {
  const auto first = line.find('+');
  const auto second = line.find('+', first == std::string_view::npos ? first : first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto bytes = crypto::from_base64(line.substr(second + 1));
  Verifier verifier{.name = std::string(line.substr(0, first)), .key = {}};
  if (!bytes || bytes->size() != kEd25519.size() + verifier.key.size() || !bytes->starts_with(kEd25519))
    return std::nullopt;
  std::ranges::copy(std::string_view(*bytes).substr(kEd25519.size()), verifier.key.begin());
  if (!is_key_name(verifier.name) || to_text(verifier) != line) return std::nullopt;
  return verifier;
}

base::Secret to_text(const crypto::SigningKey& key) {
  const base::Secret seed = key.seed();
  return base::Secret(fmt::format("{}{}+{}+{}", kPrivate, kPair, hex(key_hash(kPair, key.public_key())),
                                  crypto::to_base64(fmt::format("{}{}", kEd25519, seed.reveal()))));
}

std::optional<crypto::SigningKey> parse_signing_key(const base::Secret& line) {
  const std::string_view text = line.reveal();
  if (!text.starts_with(kPrivate)) return std::nullopt;
  // Name and hash have no `+` in them; the base 64 behind them may.
  const auto name_end = text.find('+', kPrivate.size());
  const auto hash_end = name_end == std::string_view::npos ? name_end : text.find('+', name_end + 1);
  if (hash_end == std::string_view::npos) return std::nullopt;
  const auto bytes = crypto::from_base64(text.substr(hash_end + 1));
  if (!bytes || !bytes->starts_with(kEd25519)) return std::nullopt;
  auto key = crypto::SigningKey::from_seed(base::Secret(bytes->substr(kEd25519.size())));
  if (!key || to_text(*key).reveal() != text) return std::nullopt;
  return key;
}

}  // namespace tandem::ledger
