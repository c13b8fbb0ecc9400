#include "quotes/order.h"

#include <algorithm>

namespace lede::quotes {

std::vector<Index> order_by(const std::vector<Span>& keys) {
    std::vector<Index> order(keys.size());
    for (Index i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](Index a, Index b) { return keys[a] != keys[b] ? keys[a] < keys[b] : a < b; });
    return order;
}

}  // namespace lede::quotes
