// Compiled with -mavx2 (CMakeLists.txt) and called only where the machine says that it has AVX2.
#if defined(__x86_64__)

#include <immintrin.h>

#include "neural/kernel_tiles.h"

namespace lede {
namespace {

struct Avx2 {
    using Vector = __m256i;
    static constexpr std::size_t ints = 8;
    static constexpr std::size_t shorts = 16;

    static Vector zero() { return _mm256_setzero_si256(); }
    static Vector load(const std::int16_t* at) {
        return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    }
    static Vector splat_pair(const std::int16_t* at) {
        std::int32_t both = 0;
        __builtin_memcpy(&both, at, sizeof both);
        return _mm256_set1_epi32(both);
    }
    static void store_ints(std::int32_t* at, Vector v) {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), v);
    }
    static void store_scaled(float* at, Vector v, const float* scale, const float* bias) {
        const __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(v), _mm256_loadu_ps(scale));
        _mm256_storeu_ps(at, _mm256_add_ps(scaled, _mm256_loadu_ps(bias)));
    }
    static void store_shorts(std::int16_t* at, Vector v) {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), v);
    }
    static Vector multiply_pairs(Vector a, Vector b) { return _mm256_madd_epi16(a, b); }
    static Vector add_ints(Vector a, Vector b) { return _mm256_add_epi32(a, b); }
    static Vector add_shorts(Vector a, Vector b) { return _mm256_add_epi16(a, b); }
    static Vector widen(const std::int8_t* at) {
        return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)));
    }
};

}  // namespace

void multiply_avx2(const Product& product) { multiply_tiles<Avx2, 2>(product); }
void add_rows_avx2(const RowSum& sum) { add_all_columns<Avx2>(sum); }

}  // namespace lede

#endif
