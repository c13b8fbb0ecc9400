// Room for intermediate results.
#pragma once

#include <cstddef>
#include <memory>

namespace lede {

/// An array that is written anew each time. Unlike a vector it never fills itself with zeros, which would
/// cost as much as what is then written.
template <class T>
class Scratch {
  public:
    /// Makes room for `size` elements, whose values are undefined, and forgets those it had.
    T* make(std::size_t size) {
        if (size > room_) {
            data_.reset(new T[size]);  // not make_unique, which fills
            room_ = size;
        }
        size_ = size;
        return data_.get();
    }

    T* data() { return data_.get(); }
    const T* data() const { return data_.get(); }
    std::size_t size() const { return size_; }

  private:
    std::unique_ptr<T[]> data_;
    std::size_t room_ = 0, size_ = 0;
};

}  // namespace lede
