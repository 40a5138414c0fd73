#include "lexis/byte_maps.h"

#include <algorithm>
#include <cstring>

#include "lexis/plain_text.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace ferrule::lexis {
namespace {

constexpr std::size_t kBlock = 16;

struct Bits {  // of sixteen bytes
  std::uint64_t digits = 0, letters = 0, points = 0, beyond = 0, markup = 0, difficult = 0;
};

#ifdef __SSE2__
std::uint64_t mask_of(__m128i bytes) { return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes)); }
__m128i is(__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }
__m128i either(__m128i bytes, char a, char b) { return _mm_or_si128(is(bytes, a), is(bytes, b)); }
__m128i within(__m128i bytes, char first, char last) {
  const __m128i from_first = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
  return _mm_cmpeq_epi8(_mm_min_epu8(from_first, _mm_set1_epi8(static_cast<char>(last - first))), from_first);
}

Bits lower_block(const char* in, char* lower) {
  const __m128i raw = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in));
  const __m128i bytes = _mm_or_si128(raw, _mm_and_si128(within(raw, 'A', 'Z'), _mm_set1_epi8('a' - 'A')));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(lower), bytes);
  Bits bits;
  bits.digits = mask_of(within(bytes, '0', '9'));
  bits.letters = mask_of(within(bytes, 'a', 'z'));
  bits.points = mask_of(either(bytes, '.', ','));
  bits.beyond = mask_of(_mm_or_si128(bytes, is(bytes, kGap)));
  bits.markup = mask_of(_mm_or_si128(either(bytes, '&', '<'), is(bytes, '(')));
  bits.difficult = mask_of(within(bytes, ' ', '~')) ^ 0xFFFF;
  return bits;
}
#else
Bits lower_block(const char* in, char* lower) {
  Bits bits;
  for (unsigned i = 0; i < kBlock; ++i) {
    const char c = in[i] >= 'A' && in[i] <= 'Z' ? static_cast<char>(in[i] | 32) : in[i];
    const bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'z';
    const bool beyond = static_cast<unsigned char>(c) >= 0x80 || c == kGap;
    lower[i] = c;
    bits.digits |= std::uint64_t{digit} << i;
    bits.letters |= std::uint64_t{letter} << i;
    bits.points |= std::uint64_t{c == '.' || c == ','} << i;
    bits.beyond |= std::uint64_t{beyond} << i;
    bits.markup |= std::uint64_t{c == '&' || c == '<' || c == '('} << i;
    bits.difficult |= std::uint64_t{c < ' ' || c > '~'} << i;
  }
  return bits;
}
#endif

// Less than sixteen bytes: no byte behind the text is read or written, and what stands there is as good as blanks.
Bits lower_rest(std::string_view rest, char* lower) {
  char in[kBlock], out[kBlock];
  std::memset(in, ' ', kBlock);
  std::memcpy(in, rest.data(), rest.size());
  const Bits bits = lower_block(in, out);
  std::memcpy(lower, out, rest.size());
  return bits;
}

}  // namespace

const bool ByteMaps::kWide = wide();

bool ByteMaps::read_lowered(std::string_view source, char* lower) {
  used_ = source.size() / 64 + 2;  // one more than the text fills: who looks a byte ahead finds nothing there
  if (blocks_.size() < used_) blocks_.resize(used_ * 2);
  blocks_[used_ - 1] = Block();
  if (kWide) return read_wide(source, lower) == 0;
  std::uint64_t difficult = 0;
  for (std::size_t at = 0, number = 0; number + 1 < used_; ++number) {
    Block block;
    const auto add = [&](const Bits& bits) {
      const std::size_t shift = at % 64;
      difficult |= bits.difficult;
      block.words |= (bits.digits | bits.letters) << shift;
      block.digits |= bits.digits << shift;
      block.points |= bits.points << shift;
      block.beyond |= bits.beyond << shift;
      block.markup |= bits.markup << shift;
    };
    const std::size_t end = std::min(number * 64 + 64, source.size());
    for (; at + kBlock <= end; at += kBlock) add(lower_block(source.data() + at, lower + at));
    if (at < end) {
      add(lower_rest(source.substr(at), lower + at));
      at = end;
    }
    blocks_[number] = block;
  }
  return difficult == 0;
}

// Points and commas that may belong to a number: between digits, or before them where nothing but a blank or '=' stands in front.
std::uint64_t ByteMaps::points_of_numbers(std::string_view lower, std::size_t number) const {
  const Block& block = blocks_[number];
  const std::uint64_t digits_behind = block.digits >> 1 | (number + 1 < used_ ? blocks_[number + 1].digits << 63 : 0);
  const std::uint64_t digits_before = block.digits << 1 | (number > 0 ? blocks_[number - 1].digits >> 63 : 0);
  const std::uint64_t points = block.points & digits_behind;
  std::uint64_t found = points & digits_before;
  for (std::uint64_t leading = points & ~digits_before; leading != 0; leading &= leading - 1) {
    const std::size_t at = number * 64 + static_cast<std::size_t>(std::countr_zero(leading));
    if (lower[at] == '.' && (at == 0 || lower[at - 1] == ' ' || lower[at - 1] == '=')) found |= leading & (~leading + 1);
  }
  return found;
}

std::size_t ByteMaps::find_runs(std::string_view lower, std::vector<std::uint32_t>& edges) const {
  constexpr std::size_t kWritten = 64;  // behind the last edge, by who writes many at once
  if (edges.size() < lower.size() + kWritten) edges.resize(lower.size() * 2 + kWritten);
  if (kWide) return find_runs_wide(lower, edges.data());
  std::uint32_t* out = edges.data();
  std::uint64_t open = 0;  // whether a run goes on from the block before
  for (std::size_t number = 0; number * 64 <= lower.size(); ++number) {
    const std::uint64_t runs = runs_in(lower, number);
    for (std::uint64_t bits = runs ^ (runs << 1 | open); bits != 0; bits &= bits - 1)
      *out++ = static_cast<std::uint32_t>(number * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    open = runs >> 63;
  }
  return static_cast<std::size_t>(out - edges.data()) / 2;
}

}  // namespace ferrule::lexis
