#include "lexis/byte_maps.h"

#include <algorithm>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace ferrule::lexis {
namespace {

constexpr std::size_t kBlock = 16;

struct Bits {  // of a block
  std::uint64_t digits = 0, letters = 0, markup = 0, difficult = 0;
};

#ifdef __SSE2__
std::uint64_t mask_of(__m128i bytes) { return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes)); }
__m128i is(__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }
__m128i within(__m128i bytes, char first, char last) {
  const __m128i from_first = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
  return _mm_cmpeq_epi8(_mm_min_epu8(from_first, _mm_set1_epi8(static_cast<char>(last - first))), from_first);
}

Bits lower_block(const char* in, char* lower) {
  const __m128i raw = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in));
  const __m128i bytes = _mm_or_si128(raw, _mm_and_si128(within(raw, 'A', 'Z'), _mm_set1_epi8('a' - 'A')));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(lower), bytes);
  return {mask_of(within(bytes, '0', '9')), mask_of(within(bytes, 'a', 'z')),
          mask_of(_mm_or_si128(_mm_or_si128(is(bytes, '&'), is(bytes, '<')), is(bytes, '('))),
          mask_of(within(bytes, ' ', '~')) ^ 0xFFFF};
}
#else
Bits lower_block(const char* in, char* lower) {
  Bits bits;
  for (unsigned i = 0; i < kBlock; ++i) {
    const char c = in[i] >= 'A' && in[i] <= 'Z' ? static_cast<char>(in[i] | 32) : in[i];
    lower[i] = c;
    bits.digits |= std::uint64_t{c >= '0' && c <= '9'} << i;
    bits.letters |= std::uint64_t{c >= 'a' && c <= 'z'} << i;
    bits.markup |= std::uint64_t{c == '&' || c == '<' || c == '('} << i;
    bits.difficult |= std::uint64_t{c < ' ' || c > '~'} << i;
  }
  return bits;
}
#endif

void add(Bits& sum, const Bits& block, std::size_t shift) {
  sum.digits |= block.digits << shift;
  sum.letters |= block.letters << shift;
  sum.markup |= block.markup << shift;
  sum.difficult |= block.difficult << shift;
}

// Less than a block: no byte behind the text is read or written.
Bits lower_rest(std::string_view rest, char* lower) {
  char in[kBlock], out[kBlock];
  std::memset(in, '.', kBlock);
  std::memcpy(in, rest.data(), rest.size());
  const Bits bits = lower_block(in, out);
  std::memcpy(lower, out, rest.size());
  return bits;
}

}  // namespace

void ByteMaps::fit(std::size_t size) {
  used_ = size / 64 + 2;  // one more than the text fills: who looks a byte ahead finds nothing there
  if (words_.size() >= used_) return;
  for (Map* map : {&words_, &digits_, &markup_}) map->resize(used_ * 2);
}

bool ByteMaps::read_lowered(std::string_view source, char* lower) {
  fit(source.size());
  std::uint64_t difficult = 0;
  for (std::size_t word = 0; word < used_; ++word) {
    Bits sum;
    std::size_t at = word * 64;
    const std::size_t end = std::min(at + 64, source.size());
    for (std::size_t shift = 0; at + kBlock <= end; at += kBlock, shift += kBlock)
      add(sum, lower_block(source.data() + at, lower + at), shift);
    if (at < end) add(sum, lower_rest(source.substr(at), lower + at), at % 64);
    words_[word] = sum.digits | sum.letters;
    digits_[word] = sum.digits;
    markup_[word] = sum.markup;
    difficult |= sum.difficult;
  }
  return difficult == 0;
}

}  // namespace ferrule::lexis
