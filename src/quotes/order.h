// Rows put in order by a key.
#pragma once

#include <utility>
#include <vector>

#include "document.h"

namespace lede::quotes {

/// The numbers of rows in the order of their keys, rows with equal keys as they stand.
std::vector<Index> order_by(const std::vector<Span>& keys);

/// Puts rows in that order. Rows are large, and sorting numbers instead keeps the module small.
template <class Row>
void put_in_order(std::vector<Row>& rows, const std::vector<Span>& keys) {
    std::vector<Row> ordered;
    ordered.reserve(rows.size());
    for (const Index row : order_by(keys)) ordered.push_back(std::move(rows[row]));
    rows = std::move(ordered);
}

}  // namespace lede::quotes
