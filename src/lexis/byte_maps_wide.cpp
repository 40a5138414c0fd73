// A block of the byte maps in one step, for processors with 64-byte registers (AVX-512). The functions carry their instruction set, so
// that one program serves every processor.
#include <array>

#include "lexis/byte_maps.h"
#include "lexis/plain_text.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define FERRULE_WIDE __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,bmi2,popcnt")))
#endif

namespace ferrule::lexis {

#ifdef FERRULE_WIDE
namespace {

FERRULE_WIDE inline std::uint64_t bytes_equal(__m512i bytes, char c) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(c));
}
FERRULE_WIDE inline std::uint64_t bytes_within(__m512i bytes, char first, char last) {
  return _mm512_cmple_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8(first)),
                                _mm512_set1_epi8(static_cast<char>(last - first)));
}
FERRULE_WIDE inline __m512i places_in_block() {
  alignas(64) static constexpr auto kPlaces = [] {
    std::array<std::uint8_t, 64> places{};
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = static_cast<std::uint8_t>(i);
    return places;
  }();
  return _mm512_load_si512(kPlaces.data());
}
// Sixteen edges, of which some may lie behind the last: they are written over, or never read. The masks of all ones say the same as
// none, and keep gcc 12 from warnings about its own header.
template <int kSixteenth>
FERRULE_WIDE inline void write_edges(std::uint32_t* out, __m512i places, __m512i start) {
  const __m128i sixteen = _mm512_maskz_extracti32x4_epi32(0xF, places, kSixteenth);
  _mm512_storeu_si512(out + std::size_t{16} * kSixteenth, _mm512_add_epi32(_mm512_maskz_cvtepu8_epi32(0xFFFF, sixteen), start));
}

}  // namespace

bool ByteMaps::wide() {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi2") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

FERRULE_WIDE std::uint64_t ByteMaps::read_wide(std::string_view source, char* lower) {
  std::uint64_t difficult = 0;
  for (std::size_t number = 0; number + 1 < used_; ++number) {
    const std::size_t at = number * 64, left = source.size() - at;
    const std::uint64_t text = left >= 64 ? kAll : _bzhi_u64(kAll, static_cast<unsigned>(left));
    const __m512i raw = _mm512_maskz_loadu_epi8(text, source.data() + at);
    const __m512i bytes = _mm512_mask_add_epi8(raw, bytes_within(raw, 'A', 'Z'), raw, _mm512_set1_epi8('a' - 'A'));
    _mm512_mask_storeu_epi8(lower + at, text, bytes);
    Block& block = blocks_[number];
    block.digits = bytes_within(bytes, '0', '9');
    block.words = block.digits | bytes_within(bytes, 'a', 'z');
    block.points = bytes_equal(bytes, '.') | bytes_equal(bytes, ',');
    block.beyond = _mm512_movepi8_mask(bytes) | bytes_equal(bytes, kGap);
    block.markup = bytes_equal(bytes, '&') | bytes_equal(bytes, '<') | bytes_equal(bytes, '(');
    difficult |= ~bytes_within(bytes, ' ', '~') & text;
  }
  return difficult;
}

FERRULE_WIDE std::size_t ByteMaps::find_runs_wide(std::string_view lower, std::uint32_t* edges) const {
  std::uint32_t* out = edges;
  std::uint64_t open = 0;  // whether a run goes on from the block before
  const __m512i places = places_in_block();
  for (std::size_t number = 0; number * 64 <= lower.size(); ++number) {
    const std::uint64_t runs = runs_in(lower, number);
    const std::uint64_t bits = runs ^ (runs << 1 | open);
    const __m512i found = _mm512_maskz_compress_epi8(bits, places);
    const __m512i start = _mm512_set1_epi32(static_cast<int>(number * 64));
    const auto count = static_cast<std::size_t>(_mm_popcnt_u64(bits));
    write_edges<0>(out, found, start);
    write_edges<1>(out, found, start);
    if (count > 32) {
      write_edges<2>(out, found, start);
      write_edges<3>(out, found, start);
    }
    out += count;
    open = runs >> 63;
  }
  return static_cast<std::size_t>(out - edges) / 2;
}

#else

bool ByteMaps::wide() { return false; }
std::uint64_t ByteMaps::read_wide(std::string_view, char*) { return 0; }
std::size_t ByteMaps::find_runs_wide(std::string_view, std::uint32_t*) const { return 0; }

#endif

}  // namespace ferrule::lexis
