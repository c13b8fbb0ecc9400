// The light recurrence of the core and the soft sign, with their gradients, over whole batches (PyTorch
// extension).
//
// gates: batch × words × 2 directions × 3 × width (candidate, forget, output), x: batch × words × 2 × width,
// beside: 2 · reach × 2 × 3 × width. Only the first sizes[b] words of a sentence count.
//   z(t) = gates(t) + Σ_k beside[2k - 2] · gates(t - k) + beside[2k - 1] · gates(t + k), k = 1 … reach
//   c = f·c' + (1 - f)·s(z),  h = o·c + (1 - o)·x,  s(v) = v / (1 + |v|),  f, o = ½ + ½ s(z)
// where c' is the state of the word before (after, in the second direction), 0 at the end of the sentence.
// Lei, Zhang, Wang, Dai, Artzi 2018, Simple Recurrent Units for Highly Parallelizable Recurrence; the short
// convolution of each gate after Gu, Dao 2023, Mamba.
#include <ATen/Parallel.h>
#include <torch/extension.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

inline float soft(float v) { return v / (1.0f + std::fabs(v)); }
inline float slope(float v) {
    const float d = 1.0f + std::fabs(v);
    return 1.0f / (d * d);
}

// One sentence: sum[t] += Σ_k weight[k] · rows[t + offset of k], `row` floats each.
void add_neighbours(const float* rows, std::int64_t words, std::int64_t row, const float* beside,
                    std::int64_t reach, float* sum, bool reversed) {
    for (std::int64_t number = 0; number < 2 * reach; ++number) {
        std::int64_t offset = number % 2 ? number / 2 + 1 : -number / 2 - 1;
        if (reversed) offset = -offset;
        const float* weight = beside + number * row;
        for (std::int64_t t = std::max<std::int64_t>(0, -offset); t < std::min(words, words - offset); ++t)
            for (std::int64_t i = 0; i < row; ++i)
                sum[t * row + i] += weight[i] * rows[(t + offset) * row + i];
    }
}

// Sets what stands behind the last word of a sentence to 0.
void clear_padding(const torch::Tensor& rows, std::int64_t sentence, std::int64_t words) {
    const std::int64_t row = rows.stride(1);
    float* first = rows.data_ptr<float>() + sentence * rows.stride(0);
    std::fill(first + words * row, first + rows.size(1) * row, 0.0f);
}

}  // namespace

// h, the states c and the gates z with what their neighbours add.
std::vector<torch::Tensor> recurrence(torch::Tensor gates, torch::Tensor x, torch::Tensor sizes,
                                      torch::Tensor beside) {
    const auto batch = x.size(0), words = x.size(1), width = x.size(3), row = 6 * width;
    auto h = torch::empty_like(x), c = torch::empty_like(x), z = torch::empty_like(gates);
    const float* from = gates.data_ptr<float>();
    const float* in = x.data_ptr<float>();
    const float* weights = beside.data_ptr<float>();
    const auto* size = sizes.data_ptr<std::int64_t>();
    float* g = z.data_ptr<float>();
    float* out = h.data_ptr<float>();
    float* state = c.data_ptr<float>();
    at::parallel_for(0, batch, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t b = begin; b < end; ++b) {
            const std::int64_t first = b * words * row;
            clear_padding(h, b, size[b]);
            clear_padding(c, b, size[b]);
            clear_padding(z, b, size[b]);
            std::copy_n(from + first, size[b] * row, g + first);
            add_neighbours(from + first, size[b], row, weights, beside.size(0) / 2, g + first, false);
            for (int direction = 0; direction < 2; ++direction)
                for (std::int64_t step = 0; step < size[b]; ++step) {
                    const std::int64_t t = direction ? size[b] - 1 - step : step;
                    const std::int64_t at = ((b * words + t) * 2 + direction) * width;
                    const float* gate = g + at * 3;
                    const float* before = step ? state + at + (direction ? 2 : -2) * width : nullptr;
                    for (std::int64_t i = 0; i < width; ++i) {
                        const float f = 0.5f + 0.5f * soft(gate[width + i]);
                        const float o = 0.5f + 0.5f * soft(gate[2 * width + i]);
                        const float value = f * (before ? before[i] : 0.0f) + (1.0f - f) * soft(gate[i]);
                        state[at + i] = value;
                        out[at + i] = o * value + (1.0f - o) * in[at + i];
                    }
                }
        }
    });
    return {h, c, z};
}

// The gradients of gates, x and beside.
std::vector<torch::Tensor> recurrence_backward(torch::Tensor grad, torch::Tensor gates, torch::Tensor x,
                                               torch::Tensor c, torch::Tensor z, torch::Tensor sizes,
                                               torch::Tensor beside) {
    const auto batch = x.size(0), words = x.size(1), width = x.size(3), row = 6 * width;
    auto grad_z = torch::empty_like(gates), grad_gates = torch::empty_like(gates),
         grad_x = torch::empty_like(x);
    auto grad_beside = torch::zeros({batch, beside.size(0), row});
    const float* from = gates.data_ptr<float>();
    const float* g = z.data_ptr<float>();
    const float* in = x.data_ptr<float>();
    const float* state = c.data_ptr<float>();
    const float* dh = grad.data_ptr<float>();
    const float* weights = beside.data_ptr<float>();
    const auto* size = sizes.data_ptr<std::int64_t>();
    float* dz = grad_z.data_ptr<float>();
    float* dg = grad_gates.data_ptr<float>();
    float* dx = grad_x.data_ptr<float>();
    float* db = grad_beside.data_ptr<float>();
    at::parallel_for(0, batch, 1, [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> carried(static_cast<std::size_t>(width));
        for (std::int64_t b = begin; b < end; ++b) {
            clear_padding(grad_gates, b, size[b]);
            clear_padding(grad_x, b, size[b]);
            for (int direction = 0; direction < 2; ++direction) {
                std::fill(carried.begin(), carried.end(), 0.0f);
                for (std::int64_t step = size[b] - 1; step >= 0; --step) {
                    const std::int64_t t = direction ? size[b] - 1 - step : step;
                    const std::int64_t at = ((b * words + t) * 2 + direction) * width;
                    const float* gate = g + at * 3;
                    float* out = dz + at * 3;
                    const float* before = step ? state + at + (direction ? 2 : -2) * width : nullptr;
                    for (std::int64_t i = 0; i < width; ++i) {
                        const float candidate = soft(gate[i]);
                        const float f = 0.5f + 0.5f * soft(gate[width + i]);
                        const float o = 0.5f + 0.5f * soft(gate[2 * width + i]);
                        const float last = before ? before[i] : 0.0f;
                        const float d = dh[at + i];
                        const float dc = carried[static_cast<std::size_t>(i)] + d * o;
                        out[i] = dc * (1.0f - f) * slope(gate[i]);
                        out[width + i] = dc * (last - candidate) * 0.5f * slope(gate[width + i]);
                        out[2 * width + i] =
                            d * (state[at + i] - in[at + i]) * 0.5f * slope(gate[2 * width + i]);
                        dx[at + i] = d * (1.0f - o);
                        carried[static_cast<std::size_t>(i)] = dc * f;
                    }
                }
            }
            const std::int64_t first = b * words * row, reach = beside.size(0) / 2;
            std::copy_n(dz + first, size[b] * row, dg + first);
            add_neighbours(dz + first, size[b], row, weights, reach, dg + first, true);
            for (std::int64_t number = 0; number < 2 * reach; ++number) {
                const std::int64_t offset = number % 2 ? number / 2 + 1 : -number / 2 - 1;
                float* sum = db + (b * 2 * reach + number) * row;
                for (std::int64_t t = std::max<std::int64_t>(0, -offset);
                     t < std::min(size[b], size[b] - offset); ++t)
                    for (std::int64_t i = 0; i < row; ++i)
                        sum[i] += dz[first + t * row + i] * from[first + (t + offset) * row + i];
            }
        }
    });
    return {grad_gates, grad_x, grad_beside.sum(0)};
}

// x / (1 + |x|) of each value.
torch::Tensor soft_sign(torch::Tensor x) {
    auto result = torch::empty_like(x);
    const float* from = x.data_ptr<float>();
    float* to = result.data_ptr<float>();
    at::parallel_for(0, x.numel(), 4096, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) to[i] = soft(from[i]);
    });
    return result;
}

torch::Tensor soft_sign_backward(torch::Tensor grad, torch::Tensor x) {
    auto result = torch::empty_like(x);
    const float* of = grad.data_ptr<float>();
    const float* from = x.data_ptr<float>();
    float* to = result.data_ptr<float>();
    at::parallel_for(0, x.numel(), 4096, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) to[i] = of[i] * slope(from[i]);
    });
    return result;
}

PYBIND11_MODULE(TORCH_EXTENSION_NAME, m) {
    m.def("soft_sign", &soft_sign);
    m.def("soft_sign_backward", &soft_sign_backward);
    m.def("recurrence", &recurrence);
    m.def("recurrence_backward", &recurrence_backward);
}
