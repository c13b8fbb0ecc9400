// Integer arithmetic of the neural model: products of int16 activations with int8 weights, and sums of int8
// rows.
//
// Every result is an exact integer, so all instruction sets give the same bits on every platform.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lede {

/// The implementations. portable is plain C++; x86-64 always has sse2 and most often avx2 (asked at run
/// time); WebAssembly has wasm, fixed by the build's -msimd128.
enum class KernelSet : std::uint8_t { portable, sse2, avx2, wasm };

/// Those that run on this machine, the slowest first; never empty.
std::span<const KernelSet> available_kernels();

/// The fastest of them.
KernelSet best_kernels();

/// The weights of a linear layer, laid out once for the kernels. A block of 16 outputs after the other; in
/// it, for every pair of inputs, the two weights of each output side by side: 32 int16, one cache line. A
/// lane of a vector is thus an output, a pair of activations is broadcast to all lanes, and no lanes are ever
/// added up. Outputs are padded to a multiple of 16 and inputs to an even number, with zeros.
class PackedWeights {
  public:
    static constexpr std::uint32_t block_outputs = 16;
    /// With activations within ±4096 a sum stays within 1024 · 4096 · 128 = 2^29: int32 never overflows.
    static constexpr std::uint32_t most_inputs = 1024;
    static constexpr std::int16_t most_activation = 4096;

    /// Row-major, a row an output: weights[o * inputs + k]. Without outputs where there are not
    /// outputs × inputs weights or more than most_inputs.
    static PackedWeights pack(std::span<const std::int8_t> weights, std::uint32_t outputs,
                              std::uint32_t inputs);

    std::uint32_t outputs() const { return outputs_; }
    std::uint32_t inputs() const { return inputs_; }
    /// What a row of sums must have room for: outputs, rounded up to a multiple of 16.
    std::uint32_t padded_outputs() const { return blocks() * block_outputs; }
    /// What a row of activations must be readable for: inputs, rounded up to an even number.
    std::uint32_t padded_inputs() const { return pairs() * 2; }

    std::uint32_t blocks() const { return (outputs_ + block_outputs - 1) / block_outputs; }
    std::uint32_t pairs() const { return (inputs_ + 1) / 2; }
    /// blocks() × pairs() × 32 weights; null where there are none.
    const std::int16_t* data() const { return lines_.empty() ? nullptr : lines_.front().weights; }

  private:
    struct alignas(64) Line {
        std::int16_t weights[2 * block_outputs];
    };
    std::vector<Line> lines_;
    std::uint32_t outputs_ = 0;
    std::uint32_t inputs_ = 0;
};

/// sums[t * sum_stride + o] = Σ_k activations[t * activation_stride + k] · weights[o][k], for every token t.
/// The caller guarantees: activations within ±most_activation; padded_inputs() readable int16 at the start of
/// every row, the last one too (with an odd number of inputs the one behind them may hold anything);
/// sum_stride ≥ padded_outputs(), and as many writable int32 at the start of every row (those behind
/// outputs() become 0). Strides count elements. Nothing needs to be aligned; sums and activations must not
/// overlap.
void multiply(const PackedWeights& weights, const std::int16_t* activations, std::size_t activation_stride,
              std::size_t tokens, std::int32_t* sums, std::size_t sum_stride);

/// How a linear layer turns sums into outputs.
struct Scaling {
    const float* scale = nullptr;
    const float* bias = nullptr;
    float* outputs = nullptr;
    std::size_t stride = 0;
};

/// outputs[t * stride + o] = sum · scale[o] + bias[o], rounded after each step; the preconditions are those
/// of sums, and padded_outputs() of scale and bias are readable.
void multiply(const PackedWeights& weights, const std::int16_t* activations, std::size_t activation_stride,
              std::size_t tokens, const Scaling& scaling);

/// The same with one implementation, for tests and benchmarks; falls back to portable if this machine lacks
/// it.
void multiply(KernelSet kernels, const PackedWeights& weights, const std::int16_t* activations,
              std::size_t activation_stride, std::size_t tokens, const Scaling& scaling);
void multiply(KernelSet kernels, const PackedWeights& weights, const std::int16_t* activations,
              std::size_t activation_stride, std::size_t tokens, std::int32_t* sums, std::size_t sum_stride);

/// sum[j] = Σ_r table[rows[r] * width + j], for j < width: what the embeddings of a token's features add up
/// to. Zeros without rows. The caller guarantees that every row lies in the table and that there are at most
/// 255 of them: 255 · 128 < 2^15, int16 never overflows. Nothing behind width is read or written.
void add_rows(const std::int8_t* table, std::size_t width, std::span<const std::uint32_t> rows,
              std::int16_t* sum);

/// The same with one implementation; portable where this machine has not that one.
void add_rows(KernelSet kernels, const std::int8_t* table, std::size_t width,
              std::span<const std::uint32_t> rows, std::int16_t* sum);

}  // namespace lede
