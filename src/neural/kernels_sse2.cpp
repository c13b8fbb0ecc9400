// SSE2 is part of x86-64: this file needs no flag and no question at run time.
#if defined(__x86_64__)

#include <emmintrin.h>

#include "neural/kernel_tiles.h"

namespace lede {
namespace {

struct Sse2 {
    using Vector = __m128i;
    static constexpr std::size_t ints = 4;
    static constexpr std::size_t shorts = 8;

    static Vector zero() { return _mm_setzero_si128(); }
    static Vector load(const std::int16_t* at) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    }
    static Vector splat_pair(const std::int16_t* at) {
        std::int32_t both = 0;
        __builtin_memcpy(&both, at, sizeof both);
        return _mm_set1_epi32(both);
    }
    static void store_ints(std::int32_t* at, Vector v) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(at), v);
    }
    static void store_scaled(float* at, Vector v, const float* scale, const float* bias) {
        const __m128 scaled = _mm_mul_ps(_mm_cvtepi32_ps(v), _mm_loadu_ps(scale));
        _mm_storeu_ps(at, _mm_add_ps(scaled, _mm_loadu_ps(bias)));
    }
    static void store_shorts(std::int16_t* at, Vector v) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(at), v);
    }
    static Vector multiply_pairs(Vector a, Vector b) { return _mm_madd_epi16(a, b); }
    static Vector add_ints(Vector a, Vector b) { return _mm_add_epi32(a, b); }
    static Vector add_shorts(Vector a, Vector b) { return _mm_add_epi16(a, b); }
    static Vector widen(const std::int8_t* at) {
        const Vector bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(at));
        return _mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8);
    }
};

}  // namespace

void multiply_sse2(const Product& product) { multiply_tiles<Sse2, 2>(product); }
void add_rows_sse2(const RowSum& sum) { add_all_columns<Sse2>(sum); }

}  // namespace lede

#endif
