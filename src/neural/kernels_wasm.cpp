#if defined(__wasm_simd128__)

#include <wasm_simd128.h>

#include "neural/kernel_tiles.h"

namespace lede {
namespace {

struct Wasm {
    using Vector = v128_t;
    static constexpr std::size_t ints = 4;
    static constexpr std::size_t shorts = 8;

    static Vector zero() { return wasm_i32x4_const_splat(0); }
    static Vector load(const std::int16_t* at) { return wasm_v128_load(at); }
    static Vector splat_pair(const std::int16_t* at) { return wasm_v128_load32_splat(at); }
    static void store_ints(std::int32_t* at, Vector v) { wasm_v128_store(at, v); }
    static void store_scaled(float* at, Vector v, const float* scale, const float* bias) {
        const v128_t scaled = wasm_f32x4_mul(wasm_f32x4_convert_i32x4(v), wasm_v128_load(scale));
        wasm_v128_store(at, wasm_f32x4_add(scaled, wasm_v128_load(bias)));
    }
    static void store_shorts(std::int16_t* at, Vector v) { wasm_v128_store(at, v); }
    static Vector multiply_pairs(Vector a, Vector b) { return wasm_i32x4_dot_i16x8(a, b); }
    static Vector add_ints(Vector a, Vector b) { return wasm_i32x4_add(a, b); }
    static Vector add_shorts(Vector a, Vector b) { return wasm_i16x8_add(a, b); }
    static Vector widen(const std::int8_t* at) { return wasm_i16x8_load8x8(at); }
};

}  // namespace

void multiply_wasm(const Product& product) { multiply_tiles<Wasm, 2>(product); }
void add_rows_wasm(const RowSum& sum) { add_all_columns<Wasm>(sum); }

}  // namespace lede

#endif
