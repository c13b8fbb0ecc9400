// The light recurrence of the core and its gradient, over whole batches (PyTorch extension).
//
// gates: batch × words × 2 directions × 3 × width (candidate, forget, output), x: batch × words × 2 × width.
//   c = f·c' + (1 - f)·s(z),  h = o·c + (1 - o)·x,  s(v) = v / (1 + |v|),  f, o = ½ + ½ s(v)
// where c' is the state of the word before (after, in the second direction), 0 at the end of the sentence.
// Lei, Zhang, Wang, Dai, Artzi 2018, Simple Recurrent Units for Highly Parallelizable Recurrence.
#include <torch/extension.h>

#include <cmath>
#include <vector>

namespace {

inline float soft(float v) { return v / (1.0f + std::fabs(v)); }
inline float slope(float v) {
    const float d = 1.0f + std::fabs(v);
    return 1.0f / (d * d);
}

}  // namespace

std::vector<torch::Tensor> forward(torch::Tensor gates, torch::Tensor x, torch::Tensor sizes) {
    const auto batch = x.size(0), words = x.size(1), width = x.size(3);
    auto h = torch::zeros_like(x), c = torch::zeros_like(x);
    const float* g = gates.data_ptr<float>();
    const float* in = x.data_ptr<float>();
    const auto* size = sizes.data_ptr<std::int64_t>();
    float* out = h.data_ptr<float>();
    float* state = c.data_ptr<float>();
    for (std::int64_t b = 0; b < batch; ++b)
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
    return {h, c};
}

std::vector<torch::Tensor> backward(torch::Tensor grad, torch::Tensor gates, torch::Tensor x, torch::Tensor c,
                                    torch::Tensor sizes) {
    const auto batch = x.size(0), words = x.size(1), width = x.size(3);
    auto grad_gates = torch::zeros_like(gates), grad_x = torch::zeros_like(x);
    const float* g = gates.data_ptr<float>();
    const float* in = x.data_ptr<float>();
    const float* state = c.data_ptr<float>();
    const float* dh = grad.data_ptr<float>();
    const auto* size = sizes.data_ptr<std::int64_t>();
    float* dg = grad_gates.data_ptr<float>();
    float* dx = grad_x.data_ptr<float>();
    std::vector<float> carried(static_cast<std::size_t>(width));
    for (std::int64_t b = 0; b < batch; ++b)
        for (int direction = 0; direction < 2; ++direction) {
            std::fill(carried.begin(), carried.end(), 0.0f);
            for (std::int64_t step = size[b] - 1; step >= 0; --step) {
                const std::int64_t t = direction ? size[b] - 1 - step : step;
                const std::int64_t at = ((b * words + t) * 2 + direction) * width;
                const float* gate = g + at * 3;
                float* out = dg + at * 3;
                const float* before = step ? state + at + (direction ? 2 : -2) * width : nullptr;
                for (std::int64_t i = 0; i < width; ++i) {
                    const float z = soft(gate[i]);
                    const float f = 0.5f + 0.5f * soft(gate[width + i]);
                    const float o = 0.5f + 0.5f * soft(gate[2 * width + i]);
                    const float last = before ? before[i] : 0.0f;
                    const float d = dh[at + i];
                    const float dc = carried[static_cast<std::size_t>(i)] + d * o;
                    out[i] = dc * (1.0f - f) * slope(gate[i]);
                    out[width + i] = dc * (last - z) * 0.5f * slope(gate[width + i]);
                    out[2 * width + i] = d * (state[at + i] - in[at + i]) * 0.5f * slope(gate[2 * width + i]);
                    dx[at + i] = d * (1.0f - o);
                    carried[static_cast<std::size_t>(i)] = dc * f;
                }
            }
        }
    return {grad_gates, grad_x};
}

PYBIND11_MODULE(TORCH_EXTENSION_NAME, m) {
    m.def("forward", &forward);
    m.def("backward", &backward);
}
