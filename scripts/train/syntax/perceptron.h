// An averaged perceptron (Freund, Schapire 1999; Collins 2002) over a fixed set of hashed features.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/linear_model.h"

namespace lede::train {

class Perceptron {
  public:
    explicit Perceptron(std::size_t labels) : scores_(labels) {}

    /// First pass: a feature is learned about only when it was seen often enough.
    void count(const std::vector<std::uint32_t>& features);
    /// Ends the first pass. @param least_count at most 255.
    void keep(std::uint32_t least_count);

    const std::vector<float>& score(const std::vector<std::uint32_t>& features);
    /// One step of learning, whether or not the weights change.
    void tick() { ++clock_; }
    void update(const std::vector<std::uint32_t>& features, std::size_t right, std::size_t wrong);

    /// The averaged weights as integers from -127 to 127, those that are smaller than `least_weight` left
    /// out.
    std::vector<std::uint8_t> pack(const std::vector<std::string>& labels, int least_weight) const;
    std::size_t features() const { return rows_.size(); }

  private:
    struct Entry {
        std::uint8_t label;
        float weight;
        double past;  ///< the sum of the steps, each times the clock when it was made
    };
    void add(std::uint32_t row, std::size_t label, float step);

    /// The row of a feature, `no_row` where nothing is learned about it.
    std::uint32_t row_of(std::uint32_t feature);
    static constexpr std::uint32_t no_row = 0xFFFFFFFF;

    std::vector<std::uint8_t>
        counts_;  // by the feature's low bits, up to 255: a sketch is enough for rare ones
    std::uint32_t least_count_ = 1;
    std::vector<std::uint32_t> keys_, slots_;  // open addressing; a row each
    std::vector<std::uint32_t> hashes_;
    std::vector<std::vector<Entry>> rows_;
    std::vector<float> scores_;
    double clock_ = 1;
};

/// The same sequence on every machine.
class Random {
  public:
    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
        return static_cast<std::uint32_t>((state_ >> 33) % limit);
    }

  private:
    std::uint64_t state_ = 20170525;
};

}  // namespace lede::train
